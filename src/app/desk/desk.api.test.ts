import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openTestDatabase, type TestDatabase } from '../../../test/world/database.ts';
import type { Caller, StaffActor } from '../../actors/accounts/server/public.ts';
import { indexMatters } from '../../alongside/finding/server/index-matters.ts';
import { type Body, type BodyKind, directoryOf } from '../../domain/bodies.ts';
import { nationalCalendar } from '../../domain/national-calendar.ts';
import { NATIONAL_ONLY } from '../../domain/packs.ts';
import { holds, type Permission } from '../../domain/permission.ts';
import { isRefusal } from '../../domain/refusals.ts';
import type { Purpose, Role } from '../../domain/vocabulary.ts';
import type { Ledger } from '../../ledger/ledger.ts';
import { registerSubmission, take } from '../../petition/1-intake/server/intake.ts';
import { forwardMatter, signMatter } from '../../petition/2-transfer/server/transfer.ts';
import { settableClock } from '../../platform/clock/clock.ts';
import { refusedWith } from '../../platform/http/errors.ts';
import { buildServer, type Server } from '../../platform/http/server.ts';
import { keyringOf } from '../../platform/secrets/keyring.ts';
import { compactDeltas } from './compact-deltas.ts';
import type { DeskRow, MatterRow } from './desk.contract.ts';
import { type Duty, dutiesOf } from './duties.rules.ts';
import { mountDesk } from './mount-desk.ts';

const clock = settableClock('2026-03-02T01:00:00Z');
const bodies = [
  body('city-petition', 'petition', '990100'),
  body('stone-petition', 'petition', '990101'),
  body('river-petition', 'petition', '990102'),
  body('housing', 'department', '990101'),
  body('schools', 'department', '990101'),
];

function body(id: string, kind: BodyKind, division: string): Body {
  const said = { zh: `${id}局`, en: id };
  const rest = { code: id, subjects: [], superiors: [], phone: '0900-868 1200', address: said, hours: said };
  return { id, kind, level: 'district', division, name: said, short: said, ...rest };
}

function officer(at: string, ...roles: readonly Role[]): StaffActor {
  return { kind: 'staff', account: `${at}-${roles[0]}`, body: at, roles };
}

const clerk = officer('stone-petition', 'clerk', 'dispatcher');
const handler = officer('housing', 'handler');
const keeper = officer('stone-petition', 'sealed');

let database: TestDatabase;
let ledger: Ledger;
let server: Server<Caller>;

beforeAll(async () => {
  database = await openTestDatabase();
  ledger = {
    pool: database.pool,
    keyring: keyringOf(Buffer.alloc(32, 7)),
    clock,
    reference: { bodies: directoryOf(bodies), calendar: nationalCalendar, packs: NATIONAL_ONLY },
  };
  server = await buildServer<Caller>({
    title: 'test',
    version: '0',
    authorise: (request, contract) => {
      const actor = JSON.parse(String(request.headers['x-officer'])) as StaffActor;
      return holds(actor, contract.permission as Permission) ? actor : refusedWith('not-found');
    },
  });
  mountDesk(server, ledger);
});
afterAll(async () => {
  await server?.close();
  await database?.close();
});

interface Answer<Row> {
  readonly status: number;
  readonly rows: readonly Row[];
  readonly next?: string;
  readonly error?: { readonly code: string; readonly field?: string };
}

async function get<Row>(actor: StaffActor, url: string): Promise<Answer<Row>> {
  const response = await server.inject({ url, headers: { 'x-officer': JSON.stringify(actor) } });
  return { status: response.statusCode, ...response.json() };
}

/** A letter about something, registered in the same act unless told otherwise. */
async function letter(about: string, who: string, given: { registered?: boolean; purpose?: Purpose } = {}) {
  const { registered = true, purpose = 'claim' } = given;
  const receipt = await take(
    ledger,
    clerk,
    {
      channel: 'letter',
      purpose,
      division: '990101',
      body: 'stone-petition',
      receivedOn: '2026-03-02',
      petitioners: 1,
      identity: 'claimed',
      mayPublish: false,
      particulars: {
        form: 'self',
        people: [{ name: who, phone: '13900000000' }],
        title: about,
        text: `${about}，请处理。`,
        requests: [],
        files: [],
        tried: [],
      },
    },
    { verb: 'test.take', matters: registered ? [gistOf(about)] : undefined },
  );
  if (isRefusal(receipt)) throw new Error(receipt.said.en);
  return { number: receipt.number, matter: `${receipt.number}-1` };
}

function gistOf(about: string, purpose: Purpose = 'claim') {
  return { purpose, category: '030400', title: about, text: `${about}，请处理。`, requests: ['尽快解决'], accused: [] };
}

async function acted(done: Promise<unknown>): Promise<void> {
  const answer = await done;
  if (isRefusal(answer)) throw new Error(answer.said.en);
}

describe('the working lists', () => {
  test('show what each post owes, masked, first due first', async () => {
    const waiting = await letter('路灯不亮', '周桂兰', { registered: false });
    const open = await letter('物业不退押金', '李建国');
    const sent = await letter('学校收费', '王秀英');
    await acted(forwardMatter(ledger, clerk, { matter: sent.matter, to: 'housing', mode: 'forward', remark: '' }));

    const all = await get<DeskRow>(clerk, '/api/desk');
    expect(all.rows.map(({ item, duty }) => [item, duty])).toEqual(
      expect.arrayContaining([
        [waiting.number, 'to-register'],
        [open.matter, 'to-forward'],
        [sent.matter, 'watching'],
      ]),
    );
    expect(all.rows.find((row) => row.item === waiting.number)).toMatchObject({
      kind: 'submission',
      title: '路灯不亮',
      who: '周**',
      level: 'normal',
      clockKind: 'register',
      receivedOn: '2026-03-02',
    });
    const dues = all.rows.map((row) => row.due ?? '9999');
    expect(dues).toEqual([...dues].sort());

    const theirs = await get<DeskRow>(handler, '/api/desk?duty=to-sign');
    expect(theirs.rows).toMatchObject([{ item: sent.matter, kind: 'matter', title: '学校收费', who: '王**' }]);
  });

  test('belong to the body of whoever asks, and to the post', async () => {
    const schools = await get<DeskRow>(officer('schools', 'handler'), '/api/desk');
    expect(schools.rows).toEqual([]);
    expect(await get(handler, '/api/desk?duty=to-forward')).toMatchObject({ status: 403 });
    expect(await get(keeper, '/api/desk')).toMatchObject({ status: 403 });
    expect(await get(officer('housing', 'supervisor'), '/api/desk?duty=to-sign')).toMatchObject({ status: 200 });
  });

  test('are turned page by page without losing or repeating a row', async () => {
    for (let at = 0; at < 7; at++) await letter(`第${at}件`, '陈一');
    const whole = await get<DeskRow>(clerk, '/api/desk?limit=100');
    const paged: DeskRow[] = [];
    for (let cursor = ''; ; ) {
      const page = await get<DeskRow>(clerk, `/api/desk?limit=3${cursor}`);
      paged.push(...page.rows);
      if (page.next === undefined) break;
      cursor = `&cursor=${page.next}`;
    }
    expect(paged.map((row) => `${row.item}/${row.duty}`)).toEqual(whole.rows.map((row) => `${row.item}/${row.duty}`));
    expect(await get(clerk, '/api/desk?cursor=bm9uZQ')).toMatchObject({ status: 422, error: { code: 'cursor' } });
  });

  test('are narrowed by lateness, channel, place and category', async () => {
    const { now } = { now: clock.now() };
    clock.set('2026-03-16T01:00:00Z');
    const soon = await get<DeskRow>(clerk, '/api/desk?duty=to-forward&soon=true');
    expect(soon.rows.length).toBeGreaterThan(0);
    expect(soon.rows.every((row) => row.level === 'urgent' && (row.daysLeft ?? -1) >= 0)).toBe(true);
    expect((await get(clerk, '/api/desk?duty=to-forward&late=true')).rows).toEqual([]);
    clock.set('2026-03-20T01:00:00Z');
    const late = await get<DeskRow>(clerk, '/api/desk?duty=to-forward&late=true');
    expect(late.rows.map((row) => row.item)).toEqual(soon.rows.map((row) => row.item));
    expect(late.rows.every((row) => row.level === 'overdue' && (row.daysLeft ?? 0) < 0)).toBe(true);
    for (const [filter, some] of [
      ['channel=letter', true],
      ['channel=web', false],
      ['division=990100', true],
      ['division=990102', false],
      ['category=030000', true],
      ['category=040000', false],
      ['purpose=claim', true],
      ['mine=true', false],
    ] as const) {
      const { rows } = await get<DeskRow>(clerk, `/api/desk?duty=to-forward&${filter}`);
      expect(rows.length > 0, filter).toBe(some);
    }
    clock.set(now);
  });
});

describe('the counters', () => {
  interface Counts {
    readonly duties: readonly { readonly duty: Duty; readonly count: number }[];
    readonly late: { readonly count: number; readonly more: boolean };
    readonly soon: { readonly count: number; readonly more: boolean };
  }
  const counted = async (actor: StaffActor): Promise<Counts> =>
    (await get(actor, '/api/desk/counts')) as unknown as Counts;

  async function expectTrue(actor: StaffActor): Promise<void> {
    const { rows } = await ledger.pool.query<{ duty: string; n: number }>(
      'select duty, count(*)::int as n from desk where body = $1 group by duty',
      [actor.body],
    );
    const standing = new Map(rows.map((row) => [row.duty, row.n]));
    const { duties } = await counted(actor);
    expect(duties.map(({ duty }) => duty)).toEqual(dutiesOf(actor));
    for (const { duty, count } of duties) expect(count, duty).toBe(standing.get(duty) ?? 0);
  }

  test('equal the lists, before and after folding', async () => {
    await expectTrue(clerk);
    await expectTrue(handler);
    expect(await compactDeltas(ledger.pool)).toBeGreaterThan(0);
    await expectTrue(clerk);
    await expectTrue(handler);
    expect(await compactDeltas(ledger.pool)).toBe(0);
    const { rows } = await ledger.pool.query(
      'select 1 from desk_delta group by region, body, duty having count(*) > 1',
    );
    expect(rows).toEqual([]);
  });

  test('stay right while acts append and two foldings run', async () => {
    const append = async (): Promise<void> => {
      for (let at = 0; at < 40; at++) {
        await ledger.pool.query(`insert into desk_delta values ('990101', $1, 'busy', 'in-hand', $2)`, [
          randomUUID(),
          at % 3 === 0 ? -1 : 1,
        ]);
      }
    };
    const fold = async (): Promise<void> => {
      for (let at = 0; at < 10; at++) await compactDeltas(ledger.pool);
    };
    await Promise.all([append(), append(), fold(), fold()]);
    await compactDeltas(ledger.pool);
    const { rows } = await ledger.pool.query(`select delta from desk_delta where body = 'busy'`);
    expect(rows).toEqual([{ delta: 24 }]);
  });

  test('tell late from soon', async () => {
    const { now } = { now: clock.now() };
    clock.set('2026-03-20T01:00:00Z');
    const { late, soon } = await counted(clerk);
    const lists = await Promise.all([
      get(clerk, '/api/desk?late=true&limit=100'),
      get(clerk, '/api/desk?soon=true&limit=100'),
    ]);
    expect([late.count, soon.count]).toEqual(lists.map((list) => list.rows.length));
    expect(late).toMatchObject({ more: false });
    clock.set(now);
  });
});

describe('all matters', () => {
  test('newest first, within the scope of the post', async () => {
    clock.advance(1000);
    const newest = await letter('新收的一件', '赵六');
    const list = await get<MatterRow>(clerk, '/api/matters?limit=2');
    expect(list.rows[0]).toMatchObject({ matter: newest.matter, title: '新收的一件', who: '赵**', phase: 'open' });
    const next = await get<MatterRow>(clerk, `/api/matters?limit=100&cursor=${list.next}`);
    expect(next.rows.some((row) => list.rows.some((seen) => seen.matter === row.matter))).toBe(false);

    const count = async (actor: StaffActor): Promise<number> =>
      (await get<MatterRow>(actor, '/api/matters?limit=100')).rows.length;
    const all = list.rows.length + next.rows.length;
    expect(await count(officer('city-petition', 'dispatcher'))).toBe(all);
    expect(await count(officer('river-petition', 'dispatcher'))).toBe(0);
    expect(await count(officer('stone-petition', 'analyst'))).toBe(all);
    expect(await count(handler)).toBe(1);
    expect(await get(officer('stone-petition', 'admin'), '/api/matters')).toMatchObject({ status: 403 });
    expect(await get(keeper, '/api/matters')).toMatchObject({ status: 403 });
  });

  test('narrowed, and searched', async () => {
    const { rows } = await ledger.pool.query<{ region: string; matter: string }>(
      'select region, number as matter from matter',
    );
    await indexMatters(ledger, rows);
    for (const [filter, some] of [
      ['phase=open', true],
      ['phase=closed', false],
      ['origin=imported', false],
      ['from=2026-03-02&to=2026-03-02', true],
      ['from=2026-03-03', false],
      ['to=2026-03-01', false],
      ['body=housing', true],
      ['body=schools', false],
    ] as const) {
      expect((await get(clerk, `/api/matters?${filter}`)).rows.length > 0, filter).toBe(some);
      expect(
        (await get(clerk, `/api/matters?q=${encodeURIComponent('请处理')}&${filter}`)).rows.length > 0,
        filter,
      ).toBe(some);
    }
    const found = await get<MatterRow>(clerk, `/api/matters?q=${encodeURIComponent('押金')}`);
    expect(found.rows).toMatchObject([
      { title: '物业不退押金', who: '李**', snippet: { text: '物业不退押金，请处理。', ranges: [[4, 6]] } },
    ]);
    expect(await get(clerk, `/api/matters?q=${encodeURIComponent('押')}`)).toMatchObject({
      status: 422,
      error: { code: 'search-short', field: 'q' },
    });
  });
});

describe('sealed reports', () => {
  test('are listed to their keeper, to nobody else, and nowhere else', async () => {
    const report = await letter('举报局长受贿的暗语松涛', '孙七', { registered: false, purpose: 'report' });
    const opened = { ...keeper, opened: [report.number] };
    await acted(
      registerSubmission(ledger, opened, { number: report.number, matters: [gistOf('举报暗语松涛', 'report')] }),
    );
    await indexMatters(ledger, [{ region: '990101', matter: report.matter }]);

    const list = await get<{ number: string; kind: string; title: string }>(opened, '/api/sealed');
    expect(list.rows.map(({ number, kind }) => [number, kind])).toEqual([
      [report.number, 'submission'],
      [report.matter, 'matter'],
    ]);
    expect(list.rows[1]?.title).toBe('举报暗语松涛');
    expect(JSON.stringify(await get(keeper, '/api/sealed'))).not.toContain('松涛');
    const paged = await get<{ number: string }>(keeper, '/api/sealed?limit=1');
    const rest = await get<{ number: string }>(keeper, `/api/sealed?limit=1&cursor=${paged.next}`);
    expect([...paged.rows, ...rest.rows].map((row) => row.number)).toEqual([report.number, report.matter]);
    expect(rest.next).toBeUndefined();

    expect(await get(clerk, '/api/sealed')).toMatchObject({ status: 403, error: { code: 'report.sealed' } });
    expect((await get(officer('housing', 'sealed'), '/api/sealed')).rows).toEqual([]);
    for (const actor of [clerk, handler, officer('city-petition', 'leader')]) {
      for (const url of [
        '/api/desk?limit=100',
        '/api/matters?limit=100',
        `/api/matters?q=${encodeURIComponent('松涛')}`,
      ]) {
        const { rows } = await get<object>(actor, url);
        expect(JSON.stringify(rows)).not.toContain(report.number);
      }
    }
    const logged = await ledger.pool.query<{ verb: string }>('select verb from read_log where body = $1', [
      'stone-petition',
    ]);
    expect(logged.rows.filter((row) => row.verb === 'sealed.list')).toHaveLength(4);
  });
});

test('a handler who signed finds it among what is to be accepted', async () => {
  const { matter } = await letter('房产证办不下来', '吴八');
  await acted(forwardMatter(ledger, clerk, { matter, to: 'schools', mode: 'forward', remark: '' }));
  const schools = officer('schools', 'handler');
  await acted(signMatter(ledger, schools, { matter, assignment: 'a1' }));
  expect((await get<DeskRow>(schools, '/api/desk')).rows).toMatchObject([
    { item: matter, duty: 'to-accept', assignment: 'a1' },
  ]);
});
