import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { letterOf, matterOf, registered, type Staff, staffOf, upTo, well } from '../life/steps.ts';
import { type EmptyCity, type Hand, openEmptyCity } from '../world/empty-city.ts';
import { refused } from './hands.ts';

let city: EmptyCity;
let staff: Staff;
let auditor: Hand;
let one: Awaited<ReturnType<typeof registered>>;
let sealed = '';

interface Row {
  readonly id: string;
  readonly at: string;
  readonly who: string;
  readonly verb: string;
  readonly stream?: string;
  readonly detail: string;
}

beforeAll(async () => {
  city = await openEmptyCity();
  staff = await staffOf(city);
  auditor = await city.officer('city-petition', 'auditor');
  one = await registered(staff, '楼道堆物');
  await upTo('accepted', staff, one.matter);
  await well(staff.handler.get(`/api/matters/${one.matter}`));
  await well(staff.handler.get(`/api/matters/${one.matter}`));
  await well(staff.dispatcher.get(`/api/matters/${one.matter}`));
  const report = await well(
    staff.clerk.post('/api/submissions', {
      ...letterOf('局长受贿', { purpose: 'report' }),
      channel: 'letter',
      matters: [matterOf('局长受贿', { purpose: 'report', accused: ['d01-housing'] })],
    }),
  );
  sealed = String(report.json.number);
  const keeper = await city.officer('d01-discipline', 'sealed');
  await keeper.get(`/api/matters/${sealed}-1`);
});
afterAll(() => city?.close());

const days = 'from=2026-03-01&to=2026-03-31';
async function trail(hand: Hand, query: string): Promise<{ rows: Row[]; next?: string }> {
  const { json } = await well(hand.get(`/api/audit?${days}&${query}`));
  return json as unknown as { rows: Row[]; next?: string };
}

describe('the trail', () => {
  it('tells the auditor who did what, the newest first, found by number, verb and name', async () => {
    const { rows } = await trail(auditor, `trail=acts&stream=${one.matter}`);
    const verbs = rows.map(({ verb }) => verb).sort();
    expect(verbs).toEqual(['matter.accept', 'matter.forward', 'matter.sign', 'submission.take-in']);
    expect(rows.every(({ who }) => who !== '')).toBe(true);
    const signs = await trail(auditor, 'trail=acts&verb=matter.sign');
    expect(signs.rows.map(({ stream }) => stream)).toEqual([one.matter]);
    const { who } = signs.rows[0] ?? { who: '' };
    const own = await trail(auditor, `trail=acts&who=${encodeURIComponent(who)}&verb=matter.sign`);
    expect(own.rows).toHaveLength(1);
    expect((await trail(auditor, 'trail=acts&who=nobody')).rows).toEqual([]);
  });

  it('is read page by page without a gap or a repetition', async () => {
    const all = (await trail(auditor, 'trail=acts&limit=500')).rows.map(({ id }) => id);
    const paged: string[] = [];
    for (let before: string | undefined = ''; before !== undefined; ) {
      const page = await trail(auditor, `trail=acts&limit=2${before ? `&before=${encodeURIComponent(before)}` : ''}`);
      paged.push(...page.rows.map(({ id }) => id));
      before = page.next;
    }
    expect(paged).toEqual(all);
    expect(all.length).toBeGreaterThan(4);
  });

  it('tells who opened a case, and that the auditor looked', async () => {
    const { rows } = await trail(auditor, `trail=readings&stream=${one.matter}`);
    expect(rows.filter(({ verb }) => verb === 'matter.read')).toHaveLength(3);
    const looks = await trail(auditor, 'trail=readings&verb=audit.read');
    expect(looks.rows.some(({ detail }) => detail.includes(one.matter))).toBe(true);
  });

  it('holds nothing of a sealed report, in either trail, by any question (E27)', async () => {
    for (const kind of ['acts', 'readings'])
      for (const more of ['', `&stream=${sealed}`, `&stream=${sealed}-1`, '&verb=matter']) {
        const { rows } = await trail(auditor, `trail=${kind}&limit=500${more}`);
        const told = rows.filter(({ verb }) => verb !== 'audit.read');
        expect([kind, more, told.filter((row) => JSON.stringify(row).includes(sealed))]).toEqual([kind, more, []]);
      }
  });

  it('is of the auditor’s own place, and of nobody else’s post', async () => {
    const elsewhere = await city.officer('d02-petition', 'auditor');
    expect((await trail(elsewhere, `trail=acts&stream=${one.matter}`)).rows).toEqual([]);
    for (const role of ['admin', 'security', 'head', 'supervisor'] as const) {
      const hand = await city.officer('city-petition', role);
      expect([role, (await hand.get(`/api/audit?trail=acts&${days}`)).status]).toEqual([role, 403]);
    }
  });

  it('is asked for some days at one time', async () => {
    const wide = await refused(auditor.get('/api/audit?trail=acts&from=2026-01-01&to=2026-12-31'));
    expect(wide).toMatchObject({ status: 422, field: 'to' });
    const backwards = await refused(auditor.get('/api/audit?trail=acts&from=2026-03-02&to=2026-03-01'));
    expect(backwards).toMatchObject({ status: 422, field: 'to' });
    for (const before of ['x', '2026-02-30T00:00:00Z a', '9999 9999'])
      expect(await refused(auditor.get(`/api/audit?trail=acts&${days}&before=${before}`))).toMatchObject({
        status: 422,
        field: 'before',
      });
  });

  it.each(['audit', 'read_log'])('in %s nobody changes or removes a row', async (table) => {
    const { pool } = city.ledger;
    await expect(pool.query(`update ${table} set actor = 'nobody'`)).rejects.toThrow('append-only');
    await expect(pool.query(`delete from ${table}`)).rejects.toThrow('append-only');
    await expect(pool.query(`truncate ${table}`)).rejects.toThrow('append-only');
  });
});

describe('whoever raised it', () => {
  it('sees which bodies opened it, how often and when last, and no name', async () => {
    const petitioner = await city.petitioner(one.code, '1101');
    const { json, text } = await well(petitioner.get(`/api/follow/${one.number}`));
    expect(json.readers).toMatchObject([
      { body: { zh: '临江区住房和城乡建设局' }, opened: 2, last: '2026-03-02' },
      { body: { zh: '临江区信访局' }, opened: 1 },
    ]);
    for (const { who } of (await trail(auditor, `trail=readings&stream=${one.matter}`)).rows)
      expect(JSON.stringify(json.readers)).not.toContain(who);
    expect(text).not.toContain('read_log');
  });
});
