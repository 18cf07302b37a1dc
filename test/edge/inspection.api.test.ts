import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { withoutPeople } from '../../src/accountability/inspection/inspection.rules.ts';
import { letterOf, matterOf, registered, type Staff, staffOf, upTo, well } from '../life/steps.ts';
import { type EmptyCity, type Hand, openEmptyCity } from '../world/empty-city.ts';
import { daysOf, refused } from './hands.ts';

let city: EmptyCity;
let staff: Staff;
let supervisor: Hand;
let days: ReturnType<typeof daysOf>;
const numbers: string[] = [];

const WANTED = {
  inspected: 'd01-housing',
  from: '2026-03-01',
  to: '2026-03-31',
  team: '区委第二巡察组',
  basis: '区巡〔2026〕3号',
};
const CANARY = '绝不外传的原文第九句';

beforeAll(async () => {
  city = await openEmptyCity();
  days = daysOf(city);
  staff = await staffOf(city);
  supervisor = await city.officer('d01-petition', 'supervisor');
  days.on('2026-03-02');
  const answered = await registered(staff, '周桂兰反映电梯停运，电话13900001101');
  await upTo('issued', staff, answered.matter);
  numbers.push(answered.matter);
  const group = await well(
    staff.clerk.post('/api/submissions', {
      ...letterOf('外墙渗水'),
      channel: 'letter',
      petitioners: 8,
      matters: [matterOf('外墙渗水', { text: CANARY })],
    }),
  );
  numbers.push(`${group.json.number}-1`);
  await upTo('signed', staff, `${group.json.number}-1`);
  /* Elsewhere, before, and about wrongdoing. */
  const land = await registered(staff, '征地补偿');
  await well(staff.dispatcher.post(`/api/matters/${land.matter}/forward`, { to: 'd01-land' }));
  days.on('2026-02-20');
  const before = await registered(staff, '井盖松动');
  await upTo('signed', staff, before.matter);
  days.on('2026-03-02');
  const mixed = await registered(staff, '欠薪，另有隐情');
  await well(
    staff.dispatcher.post(`/api/matters/${mixed.matter}/split`, {
      title: '欠薪',
      text: '欠薪。',
      requests: ['发放'],
      into: [matterOf('局长受贿', { purpose: 'report', accused: ['d01-housing'] })],
    }),
  );
});
afterAll(() => city?.close());

describe('material for inspection teams (rule inspection.scope, 条例 41¶2, 30)', () => {
  it('E53: given a team asks in writing, when the petition office exports, then it holds what was raised about that body in that time, and its marks', async () => {
    const { json } = await well(supervisor.post('/api/inspections', WANTED));
    const rows = json.rows as {
      number: string;
      title: string;
      marks: string[];
      days: number | null;
      verdicts: string[];
    }[];
    expect(rows.map(({ number }) => number).sort()).toEqual([...numbers].sort());
    const [answered, group] = numbers.map((number) => rows.find((row) => row.number === number));
    expect(answered).toMatchObject({
      title: '某某反映电梯停运，电话[号码]',
      days: 0,
      verdicts: ['support', 'support'],
    });
    expect(group).toMatchObject({ marks: ['group'], days: null });
    expect(json).toMatchObject({
      count: 2,
      team: WANTED.team,
      basis: WANTED.basis,
      summary: { categories: [{ count: 2, before: 1 }], marks: { group: 1, late: 0 }, dissatisfied: 0 },
    });
    expect(json.sha256).toMatch(/^[0-9a-f]{64}$/);
  });

  it('E53: given what is personal, and what is for the discipline channel, then none of it is in the export, not even as a count', async () => {
    const { text } = await well(supervisor.post('/api/inspections', WANTED));
    for (const never of ['周桂兰', '13900001101', '柳荫里', CANARY, '局长受贿', '受贿', 'accused']) {
      expect([never, text.includes(never)]).toEqual([never, false]);
    }
  });

  it('E53: given an office that is inspected itself, or a body elsewhere, or another kind of office, then it is refused with the article', async () => {
    const asked = (hand: Hand, inspected: string) => refused(hand.post('/api/inspections', { ...WANTED, inspected }));
    const article = 'regulation:41¶2';
    expect(await asked(supervisor, 'd01-petition')).toMatchObject({
      status: 403,
      code: 'inspection.scope',
      article,
      field: 'inspected',
    });
    expect(await asked(supervisor, 'd01-gov')).toMatchObject({ status: 403, article });
    expect(await asked(supervisor, 'd02-housing')).toMatchObject({ status: 403, article });
    expect(await asked(await city.officer('d01-housing', 'supervisor'), 'd01-housing')).toMatchObject({
      status: 403,
      article,
    });
    for (const role of ['dispatcher', 'head', 'admin'] as const)
      expect((await asked(await city.officer('d01-petition', role), 'd01-housing')).status).toBe(403);
    expect((await asked(await city.officer('city-petition', 'supervisor'), 'd01-petition')).status).toBe(200);
    expect(await refused(supervisor.post('/api/inspections', { ...WANTED, basis: ' ' }))).toMatchObject({
      status: 400,
      field: 'basis',
    });
    expect(await refused(supervisor.post('/api/inspections', { ...WANTED, to: '2032-01-01' }))).toMatchObject({
      status: 422,
      field: 'to',
    });
  });

  it('E53: given an export was made, then it stands in the register and in the read log, and nobody changes it', async () => {
    const { json } = await well(supervisor.get('/api/inspections'));
    const exports = json.exports as { team: string; count: number }[];
    expect(exports.length).toBe(2);
    expect(exports[0]).toMatchObject({ team: WANTED.team, count: 2 });
    const { pool } = city.database;
    const { rows } = await pool.query<{ detail: { numbers: string[] } }>(
      "select detail from read_log where verb = 'inspection.export' and body = 'd01-petition' order by at limit 1",
    );
    expect(rows[0]?.detail.numbers.sort()).toEqual([...numbers].sort());
    await expect(pool.query("update inspection_export set team = 'x'")).rejects.toThrow(/append-only/);
    await expect(pool.query('delete from inspection_export')).rejects.toThrow(/append-only/);
    const other = await well((await city.officer('d02-petition', 'supervisor')).get('/api/inspections'));
    expect(other.json.exports).toEqual([]);
  });

  it('E53: given many matters, then each body’s are read along an index', async () => {
    const client = await city.database.pool.connect();
    try {
      await client.query('begin');
      await client.query('set local enable_seqscan = off');
      const { rows } = await client.query<{ 'QUERY PLAN': string }>(
        `explain select distinct region, matter from matter_body where body = any(array['d01-housing'])
         and received_at >= '2026-03-01' and received_at < '2026-04-01'`,
      );
      expect(rows.map((row) => row['QUERY PLAN']).join('\n')).toContain('matter_body_recent');
    } finally {
      await client.query('rollback');
      client.release();
    }
  });

  it('a title keeps what it says and loses who says it', () => {
    expect(withoutPeople('王建国、王建国之妻反映王建国超市欠款', ['王建国', '王'])).toBe(
      '某某、某某之妻反映某某超市欠款',
    );
    expect(withoutPeople('证件990101195803140020，2026年3月', [])).toBe('证件[号码]，2026年3月');
  });
});
