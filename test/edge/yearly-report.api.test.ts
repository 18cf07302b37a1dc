import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { beginYearlyReports } from '../../src/app/yearly-report/begin.ts';
import { verify } from '../../src/ledger/verify.ts';
import { letterOf, matterOf, registered, type Staff, staffOf, upTo, well } from '../life/steps.ts';
import { type EmptyCity, type Hand, openEmptyCity } from '../world/empty-city.ts';
import { daysOf, refused } from './hands.ts';

let city: EmptyCity;
let staff: Staff;
let head: Hand;
let days: ReturnType<typeof daysOf>;
const URL = '/api/yearly-reports/d01-petition/2026';
const account = '住房维修反映集中，已会同住房和城乡建设局逐件督办。';

beforeAll(async () => {
  city = await openEmptyCity();
  days = daysOf(city);
  staff = await staffOf(city);
  head = await city.officer('d01-petition', 'head');
  const supervisor = await city.officer('d01-petition', 'supervisor');
  days.on('2026-03-02');
  const answered = await registered(staff, '电梯停运');
  await upTo('issued', staff, answered.matter);
  const waiting = await registered(staff, '外墙渗水');
  await upTo('signed', staff, waiting.matter);
  await well(
    staff.clerk.post('/api/submissions', {
      ...letterOf('物业乱收费'),
      channel: 'visit',
      petitioners: 7,
      matters: [matterOf('物业乱收费', { category: '040100' })],
    }),
  );
  /* Reports of wrongdoing are counted nowhere. */
  await well(
    staff.clerk.post('/api/submissions', {
      ...letterOf('局长受贿', { purpose: 'report' }),
      channel: 'letter',
      matters: [matterOf('局长受贿', { purpose: 'report', accused: ['d01-housing'] })],
    }),
  );
  days.on('2026-04-20');
  await well(
    supervisor.post(`/api/matters/${waiting.matter}/supervise`, {
      assignment: 'a1',
      way: 'writing',
      defect: 'acceptance',
      demand: '限期受理并告知',
      due: '2026-05-08',
    }),
  );
  await well(
    supervisor.post(`/api/matters/${waiting.matter}/propose`, {
      kind: 'improve',
      to: 'd01-housing',
      problem: '同一小区反复漏水。',
      proposal: '建立维修台账。',
    }),
  );
});
afterAll(() => city?.close());

describe('the yearly report of a petition office (rule yearly-report, 条例 41¶1, C16)', () => {
  it('given the year still runs, then the office looks at its figures so far, and nothing can be submitted', async () => {
    const { json: list } = await well(head.get('/api/yearly-reports'));
    expect(list).toEqual({ own: [], running: 2026, received: [] });
    const { json } = await well(head.get(URL));
    expect(json).toMatchObject({ year: 2026, maySubmit: false, submitted: [] });
    expect(json.clock).toBeUndefined();
    const early = await refused(head.post(`${URL}/submit`, { account }));
    expect(early).toMatchObject({ code: 'yearly-report', article: 'regulation:41¶1' });
  });

  it('given the year has ended, then each petition office owes it, from the last day of the year, once', async () => {
    days.on('2027-01-04');
    await beginYearlyReports(city.ledger);
    await beginYearlyReports(city.ledger);
    const { json } = await well(head.get('/api/yearly-reports'));
    expect(json.own).toMatchObject([
      { year: 2026, clock: { kind: 'yearly-report', from: '2026-12-31', due: '2027-03-31', outcome: 'running' } },
    ]);
    const { rows } = await city.ledger.pool.query<{ stream: string }>(
      `select stream from stream where kind = 'yearly-report' order by stream`,
    );
    const offices = city.ledger.reference.bodies.all().filter(({ kind }) => kind === 'petition');
    expect(rows.map(({ stream }) => stream)).toEqual(offices.map(({ id }) => `yearly-report/${id}/2026`).sort());
    expect(rows.length).toBeGreaterThan(1);
  });

  it('given nothing was received here in a year, then no report on it is owed', async () => {
    days.on('2028-01-10');
    await beginYearlyReports(city.ledger);
    const { rows } = await city.ledger.pool.query(`select from stream where stream like 'yearly-report/%/2027'`);
    expect(rows).toHaveLength(0);
    days.on('2027-01-04');
  });

  it('given the record, then figures are those of what happened in the year, without reports of wrongdoing', async () => {
    const { json } = await well(head.get(URL));
    expect(json.maySubmit).toBe(true);
    expect(json.figures).toMatchObject({
      received: {
        submissions: 3,
        before: 0,
        visits: 1,
        people: 7,
        byChannel: [
          { key: 'letter', count: 2 },
          { key: 'visit', count: 1 },
        ],
        categories: [
          { key: '03', count: 2 },
          { key: '04', count: 1 },
        ],
        bodies: [{ key: 'd01-housing', count: 2 }],
      },
      passed: {
        sent: 2,
        assigned: 0,
        supervised: 1,
        forwardedInTime: { numerator: 2, denominator: 3 },
        answeredInTime: { numerator: 1, denominator: 1 },
      },
      proposals: [
        { kind: 'improve', made: 1, outcomes: {} },
        { kind: 'policy', made: 0 },
        { kind: 'accountability', made: 0 },
      ],
    });
  });

  it('given the head adds what stood out, then it is submitted: to the government of the level and the office above', async () => {
    const empty = await refused(head.post(`${URL}/submit`, { account: '无' }));
    expect(empty).toMatchObject({ code: 'empty', field: 'account' });
    const supervisor = await city.officer('d01-petition', 'supervisor');
    expect((await supervisor.post(`${URL}/submit`, { account })).status).toBe(403);
    days.on('2027-02-01');
    const sent = await well(head.post(`${URL}/submit`, { account, other: '无' }, 'one-key'));
    const again = await well(head.post(`${URL}/submit`, { account, other: '无' }, 'one-key'));
    expect([sent.json.version, again.json.version]).toEqual([1, 1]);

    const above = await city.officer('city-petition', 'head');
    const leader = await city.officer('d01-gov', 'leader');
    for (const reader of [above, leader]) {
      const { json: list } = await well(reader.get('/api/yearly-reports'));
      expect(list.received).toMatchObject([{ office: { id: 'd01-petition' }, year: 2026, clock: { outcome: 'met' } }]);
      const { json } = await well(reader.get(URL));
      expect(json).toMatchObject({ texts: { account }, maySubmit: false });
    }
    /* Neither another district nor a body within sees it, and the city's own is not the district's to read. */
    const others = [await city.officer('d02-petition', 'head'), await city.officer('d01-housing', 'head')];
    for (const other of others) expect((await other.get(URL)).status).toBe(404);
    expect((await head.get('/api/yearly-reports/city-petition/2026')).status).toBe(404);
  });

  it('given it was submitted, then its figures stand whatever happens later, and a correction keeps the first', async () => {
    const { json: before } = await well(head.get(URL));
    days.on('2027-03-01');
    const corrected = await well(head.post(`${URL}/submit`, { account: `${account}更正一处。` }));
    expect(corrected.json.version).toBe(2);
    const { json } = await well(head.get(URL));
    expect(json.submitted).toHaveLength(2);
    expect(json.clock).toMatchObject({ outcome: 'met', endedOn: '2027-02-01' });
    expect(before.countedAt).not.toBe(json.countedAt);
    expect(await verify(city.ledger)).toMatchObject({ wrong: [] });
  });
});
