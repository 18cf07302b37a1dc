import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { letterOf, matterOf, type Staff, staffOf, well } from '../../../test/life/steps.ts';
import { type EmptyCity, type Hand, MONDAY, openEmptyCity } from '../../../test/world/empty-city.ts';
import { sealOf } from '../../platform/secrets/keyring.ts';
import type { OpeningRow } from './openings.contract.ts';

const SECRET = '青花瓷仓库';

let city: EmptyCity;
let staff: Staff;
let keeper: Hand;
let colleague: Hand;
let security: Hand;
let number = '';

beforeAll(async () => {
  city = await openEmptyCity();
  staff = await staffOf(city);
  keeper = await city.alone('city-petition', 'sealed');
  colleague = await city.alone('city-petition', 'sealed', 'clerk');
  security = await city.alone('city-gov', 'security');
});
afterAll(() => city?.close());

/** A report that came in today; its number. */
async function reported(text = SECRET): Promise<string> {
  const letter = { ...letterOf(text, { purpose: 'report' }), channel: 'letter' };
  const { json } = await well(staff.clerk.post('/api/submissions', letter));
  await city.settle();
  return String(json.number);
}

const asking = (more: object = {}): object => ({ number, purpose: 'register', note: '当天登记', days: 2, ...more });
const listOf = async (hand: Hand): Promise<OpeningRow[]> =>
  (await well(hand.get('/api/openings'))).json.openings as OpeningRow[];

describe('report.sealed: opening', () => {
  it('given a report, its keeper sees that it is there, and nothing of what is in it', async () => {
    number = await reported();
    const list = await well(keeper.get('/api/sealed'));
    expect(list.json.rows).toEqual([
      { number, kind: 'submission', opened: false, receivedOn: '2026-03-02', phase: 'received' },
    ]);
    const page = await keeper.get(`/api/submissions/${number}`);
    expect([page.status, page.json.error?.code]).toEqual([403, 'report-closed']);
    const register = await keeper.post(`/api/submissions/${number}/register`, {
      matters: [matterOf('x', { purpose: 'report' })],
    });
    expect([register.status, register.json.error?.code]).toEqual([403, 'report-closed']);
    expect(city.said.join('\n')).not.toContain(SECRET);
  });

  it('asks for a purpose, in words too, and a number of days', async () => {
    for (const [wrong, field] of [
      [{ purpose: 'curiosity' }, 'purpose'],
      [{ note: ' ' }, 'note'],
      [{ days: 31 }, 'days'],
    ] as const) {
      const answer = await keeper.post('/api/openings', asking(wrong));
      expect([answer.status, answer.json.error?.field]).toEqual([400, field]);
    }
  });

  it('tells nobody else that there is such a report', async () => {
    const head = await city.alone('city-petition', 'head');
    expect((await head.post('/api/openings', asking())).status).toBe(403);
    const elsewhere = await city.alone('city-discipline', 'sealed');
    const [theirs, nowhere] = [
      await elsewhere.post('/api/openings', asking()),
      await elsewhere.post('/api/openings', asking({ number: '990101-2026-000999' })),
    ];
    expect([theirs.status, theirs.json.error?.code]).toEqual([nowhere.status, nowhere.json.error?.code]);
    expect(theirs.status).toBe(404);
  });

  it('given a request, when its own writer confirms it, then it stays closed', async () => {
    const asked = await well(keeper.post('/api/openings', asking()));
    expect(asked.json).toMatchObject({ state: 'waiting' });
    const own = await keeper.post(`/api/openings/${asked.json.id}/decide`, { confirm: true });
    expect([own.status, own.json.error?.code]).toEqual([403, 'opening-second']);
    expect((await keeper.get(`/api/submissions/${number}`)).status).toBe(403);
    const twice = await keeper.post('/api/openings', asking());
    expect([twice.status, twice.json.error?.code]).toEqual([409, 'opening-asked']);
  });

  it('given another keeper of the body, when they confirm it, then it opens to whoever asked, and to them alone', async () => {
    const [waiting] = await listOf(colleague);
    expect(waiting).toMatchObject({ number, note: '当天登记', state: 'waiting', mayDecide: true });
    await well(colleague.post(`/api/openings/${waiting?.id}/decide`, { confirm: true }));
    expect((await well(keeper.get(`/api/submissions/${number}`))).text).toContain(SECRET);
    expect((await colleague.get(`/api/submissions/${number}`)).json.error?.code).toBe('report-closed');
    const again = await colleague.post(`/api/openings/${waiting?.id}/decide`, { confirm: false });
    expect([again.status, again.json.error?.code]).toEqual([409, 'opening-decided']);
    await well(
      keeper.post(`/api/submissions/${number}/register`, {
        matters: [matterOf('仓库', { purpose: 'report', accused: ['d01-gov'] })],
      }),
    );
    expect((await well(keeper.get(`/api/matters/${number}-1`))).json.sealed).toBe(true);
    const { rows } = (await well(keeper.get('/api/sealed'))).json as { rows: { opened: boolean; title: string }[] };
    expect(rows.map((row) => [row.opened, typeof row.title])).toEqual([
      [true, 'string'],
      [true, 'string'],
    ]);
  });

  it('ends with its days', async () => {
    city.clock.set('2026-03-04T02:00:00Z');
    expect((await keeper.get(`/api/matters/${number}-1`)).json.error?.code).toBe('report-closed');
    expect((await listOf(keeper))[0]?.state).toBe('over');
    city.clock.set(MONDAY);
  });

  it('ends earlier by hand, for every keeper of the body', async () => {
    const [open] = await listOf(colleague);
    await well(colleague.post(`/api/openings/${open?.id}/end`));
    expect((await keeper.get(`/api/matters/${number}-1`)).json.error?.code).toBe('report-closed');
    const again = await keeper.post(`/api/openings/${open?.id}/end`);
    expect([again.status, again.json.error?.code]).toEqual([409, 'opening-over']);
  });

  it('given the code, a security officer of the place confirms without number or note; by a wrong one they learn nothing', async () => {
    const asked = await well(keeper.post('/api/openings', asking({ number: `${number}-1`, purpose: 'handle' })));
    const shown = await well(security.get(`/api/openings/${encodeURIComponent(String(asked.json.code))}`));
    expect(shown.json).toMatchObject({ purpose: 'handle', days: 2, mayDecide: true, mayEnd: false });
    expect(shown.text).not.toContain(number);
    expect(shown.text).not.toContain('当天登记');
    for (const wrong of ['0000 0000', 'nonsense', '%']) {
      const none = await security.get(`/api/openings/${encodeURIComponent(wrong)}`);
      expect([wrong, none.status, none.json.error?.code]).toEqual([wrong, 404, 'no-opening']);
    }
    for (const [body, role] of [
      ['d01-gov', 'security'],
      ['d02-gov', 'security'],
      ['city-discipline', 'sealed'],
    ] as const) {
      const other = await city.alone(body, role);
      expect((await other.get(`/api/openings/${encodeURIComponent(String(asked.json.code))}`)).status).toBe(404);
      expect((await other.post(`/api/openings/${asked.json.id}/decide`, { confirm: true })).status).toBe(404);
      expect((await other.post(`/api/openings/${asked.json.id}/decide`, { confirm: false })).status).toBe(404);
    }
    await well(security.post(`/api/openings/${asked.json.id}/decide`, { confirm: true }));
    expect((await keeper.get(`/api/matters/${number}-1`)).status).toBe(200);
    expect((await security.get(`/api/matters/${number}-1`)).status).toBe(403);
  });

  it('given a security officer of a body the report is about, they are no second person', async () => {
    number = await reported('举报市政府');
    const first = await well(keeper.post('/api/openings', asking()));
    await well(colleague.post(`/api/openings/${first.json.id}/decide`, { confirm: true }));
    const about = [matterOf('x', { purpose: 'report', accused: ['city-gov'] })];
    await well(keeper.post(`/api/submissions/${number}/register`, { matters: about }));
    const kept = String(
      (await city.database.pool.query(`select body from sealed_case where stream = $1`, [number])).rows[0]?.body,
    );
    const theirs = await city.alone(kept, 'sealed', 'clerk');
    const asked = await well(theirs.post('/api/openings', asking()));
    expect((await security.get(`/api/openings/${encodeURIComponent(String(asked.json.code))}`)).status).toBe(404);
    expect((await security.post(`/api/openings/${asked.json.id}/decide`, { confirm: true })).status).toBe(404);
  });

  it('given danger to life, it is open at once and looked at afterwards; a no closes it', async () => {
    number = await reported('他们逼得我要跳楼自杀，今晚就死');
    const asked = await well(keeper.post('/api/openings', asking()));
    expect(asked.json.state).toBe('open');
    expect((await keeper.get(`/api/submissions/${number}`)).status).toBe(200);
    const row = (await listOf(colleague)).find(({ urgent }) => urgent);
    expect(row).toMatchObject({ number, urgent: true, state: 'open', mayDecide: true });
    await well(colleague.post(`/api/openings/${row?.id}/decide`, { confirm: false }));
    expect((await keeper.get(`/api/submissions/${number}`)).status).toBe(403);
    expect((await listOf(keeper)).find(({ urgent }) => urgent)?.state).toBe('refused');
  });

  it('stands in the trail with who and why, and without the number', async () => {
    const auditor = await city.alone('city-gov', 'auditor');
    const { text, json } = await well(auditor.get('/api/audit?trail=acts&from=2026-03-01&to=2026-03-05&verb=opening'));
    const verbs = new Set((json.rows as { verb: string }[]).map(({ verb }) => verb));
    expect([...verbs].sort()).toEqual(['opening.ask', 'opening.confirm', 'opening.end', 'opening.refuse']);
    expect(text).not.toMatch(/990101-2026-\d{6}/);
  });

  it('keeps its words under the key of the partition', async () => {
    const { rows } = await city.database.pool.query<{ note: Buffer }>('select note from sealed_opening');
    expect(rows.length).toBeGreaterThan(4);
    for (const { note } of rows) {
      expect(note.includes('登记')).toBe(false);
      expect(sealOf(note).area).toBe('sealed');
    }
  });
});
