import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { INDICATOR_IDS } from '../../src/accountability/figures/figures.rules.ts';
import { ROLES, type Role } from '../../src/domain/vocabulary.ts';
import { verify } from '../../src/ledger/verify.ts';
import { png } from '../platform-http/sample-files.ts';
import { type EmptyCity, type Hand, openEmptyCity } from '../world/empty-city.ts';
import { letterOf, matterOf, registered, type Staff, staffOf, upTo, well } from './steps.ts';

/** Words that stand nowhere but in the report. */
const CANARY = '蓝鹦鹉仓库';
const CANARY_EN = 'zanzibarlockbox';

let city: EmptyCity;
let staff: Staff;
let keeper: Hand;
/** Everybody else, by who they are. */
const others = new Map<string, Hand>();

/** What this process wrote while the report went through it. */
const logged: string[] = [];

beforeAll(async () => {
  for (const stream of [process.stdout, process.stderr]) {
    vi.spyOn(stream, 'write').mockImplementation((text) => {
      logged.push(String(text));
      return true;
    });
  }
  process.stderr.write('listening\n');
  city = await openEmptyCity();
  staff = await staffOf(city);
  keeper = await city.officer('city-petition', 'sealed');
  for (const body of ['d01-petition', 'city-petition', 'd01-housing', 'd01-gov', 'city-gov'])
    for (const role of ROLES)
      if (!(body === 'city-petition' && role === 'sealed'))
        others.set(`${body} ${role}`, await city.officer(body, role));
});
afterAll(async () => {
  vi.restoreAllMocks();
  await city?.close();
});

/** Every list, counter, search and figure that there is, as the addresses a person may ask for. */
function everywhere(number: string): string[] {
  const words = [CANARY, CANARY.slice(0, 2), CANARY_EN, number, number.slice(-4), '周桂兰', '住建'];
  const period = 'from=2026-01-01&to=2026-12-31';
  return [
    '/api/desk',
    '/api/desk?limit=100',
    '/api/desk/counts',
    '/api/matters',
    '/api/matters?purpose=report',
    ...words.map((word) => `/api/matters?q=${encodeURIComponent(word)}`),
    '/api/sealed',
    `/api/matters/${number}-1`,
    `/api/submissions/${number}`,
    `/api/figures?${period}`,
    `/api/figures?${period}&compare=year`,
    ...[...INDICATOR_IDS, 'received'].map((indicator) => `/api/figures/list?${period}&indicator=${indicator}`),
    '/api/figures/list?from=2026-01-01&to=2026-12-31&indicator=received&purpose=report',
  ];
}

/** What one is told, less what tells the moment. */
async function toldTo(hand: Hand, number: string): Promise<string[]> {
  const told: string[] = [];
  for (const url of everywhere(number)) {
    const { status, text } = await hand.get(url);
    told.push(`${url} ${status} ${text.replace(/"(readAt|requestId)":"[^"]*"/g, '')}`);
  }
  return told;
}

describe('report.sealed', () => {
  let number = '';
  let code = '';

  it('E27: taken in by post, nobody but its keeper is told anything they were not told before', async () => {
    await registered(staff, '围墙要倒');
    await city.settle();
    const guess = '990101-2026-000002';
    const before = new Map<string, string[]>();
    for (const [who, hand] of others) before.set(who, await toldTo(hand, guess));

    const letter = {
      ...letterOf(`${CANARY}的事`, { purpose: 'report' }),
      channel: 'letter',
      matters: [matterOf('x', { purpose: 'report' })],
    };
    letter.particulars.text = `举报${CANARY}收钱，${CANARY_EN}。`;
    letter.particulars.requests = [`查${CANARY}`];
    const uploaded = await well(staff.clerk.upload(`${CANARY}.png`, png()));
    Object.assign(letter.particulars, { files: (uploaded.json.files as { id: string }[]).map(({ id }) => id) });
    const receipt = await well(staff.clerk.post('/api/submissions', letter));
    expect(receipt.json).toMatchObject({ number: guess, sealed: true, matters: [] });
    number = String(receipt.json.number);
    code = String(receipt.json.code);

    await well(
      keeper.post(`/api/submissions/${number}/register`, {
        matters: [matterOf(`${CANARY}收钱`, { purpose: 'report', accused: ['d01-housing'], text: CANARY_EN })],
      }),
    );
    await city.settle();

    city.said.length = 0;
    for (const [who, hand] of others) expect([who, await toldTo(hand, number)]).toEqual([who, before.get(who)]);
    const all = city.said.join('\n');
    for (const word of [CANARY, CANARY_EN]) expect(all.includes(word)).toBe(false);
  });

  it('its code opens nothing: what it would show is for its keeper', async () => {
    const [sealed, wrong] = [code, '0000000000000000'].map((one) =>
      city.stranger.post('/api/follow', { code: one, fact: '1101' }),
    );
    const heard = [await sealed, await wrong].map((one) => [one?.status, one?.json.error?.code]);
    expect(heard[0]).toEqual(heard[1]);
  });

  it('the log of the server holds no word of it', () => {
    expect(logged.length).toBeGreaterThan(0);
    for (const word of [CANARY, CANARY_EN]) expect(logged.join('').includes(word)).toBe(false);
  });

  it('nobody acts on it, and what they hear is what they hear of a matter that is not there', async () => {
    const acts: [string, object][] = [
      ['forward', { to: 'd01-land' }],
      ['assign', { to: 'd01-land', feedbackDue: '2026-05-01' }],
      ['propose-route', { route: '30' }],
      ['answer-directly', { reason: 'thanks', answer: '谢谢' }],
      ['accept', { assignment: 'a1', route: '31(6)' }],
    ];
    for (const hand of [staff.dispatcher, staff.clerk, await city.officer('d01-petition', 'head'), staff.head]) {
      for (const [act, body] of acts) {
        const [here, nowhere] = await Promise.all([
          hand.post(`/api/matters/${number}-1/${act}`, body),
          hand.post(`/api/matters/990101-2026-000777-1/${act}`, body),
        ]);
        expect([act, here.status, here.json.error?.code]).toEqual([act, nowhere.status, nowhere.json.error?.code]);
      }
    }
  });

  it('its keeper reads it, lists it, and cannot send it on either', async () => {
    const page = await well(keeper.get(`/api/matters/${number}-1`));
    expect(page.text).toContain(CANARY);
    const list = await well(keeper.get('/api/sealed'));
    expect((list.json.rows as { number: string }[]).map((row) => row.number).sort()).toEqual([number, `${number}-1`]);
    const forward = await keeper.post(`/api/matters/${number}-1/forward`, { to: 'd01-discipline' });
    expect([forward.status, forward.json.error]).toEqual([
      409,
      expect.objectContaining({ code: 'report.sealed', article: 'regulation:30¶3' }),
    ]);
  });

  it('stands in clear in no table, index, audit, message or outbox of the database', async () => {
    const { pool } = city.database;
    const { rows: tables } = await pool.query<{ name: string }>(
      `select relname as name from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace`,
    );
    expect(tables.length).toBeGreaterThan(15);
    for (const { name } of tables) {
      const { rows } = await pool.query(
        `select count(*)::int as n from "${name}" as t where strpos(t::text, $1) > 0 or strpos(t::text, $2) > 0`,
        [CANARY, CANARY_EN],
      );
      expect([name, rows]).toEqual([name, [{ n: 0 }]]);
    }
    const { rows } = await pool.query('select 1 from search_text where matter like $1', [`${number}%`]);
    expect(rows).toEqual([]);
  });

  it('every look of the keeper is logged', async () => {
    const { rows } = await city.database.pool.query('select actor, verb from read_log where stream = $1', [
      `${number}-1`,
    ]);
    expect(rows).toContainEqual({ actor: 'staff:city-petition.sealed', verb: 'matter.read' });
  });

  it('and the record holds', async () => {
    expect((await verify(city.ledger)).wrong).toEqual([]);
  });
});

describe('E28: a letter with a claim and a report in it', () => {
  it('the body that handles the claim learns nothing of the report, be it the accused or not', async () => {
    const secret = '紫檀柜';
    const uploaded = await well(staff.clerk.upload('账本.png', png()));
    const [file] = uploaded.json.files as { id: string }[];
    const letter = {
      ...letterOf('楼顶漏水'),
      channel: 'letter',
      matters: [
        matterOf('楼顶漏水'),
        matterOf(`${secret}的事`, { purpose: 'report', accused: ['d01-land'], text: `${secret}里有账本` }),
      ],
    };
    Object.assign(letter.particulars, { text: `楼顶漏水。另外，${secret}里有账本。`, files: [file?.id] });
    const { json } = await well(staff.clerk.post('/api/submissions', letter));
    const matter = `${json.number}-1`;
    await upTo('accepted', staff, matter);
    await city.settle();
    city.said.length = 0;
    for (const role of ['clerk', 'handler', 'head'] as const satisfies readonly Role[]) {
      const hand = await city.officer('d01-housing', role);
      await well(hand.get(`/api/matters/${matter}`));
      expect((await hand.get(`/api/files/990101/${file?.id}`)).status).toBe(404);
      expect((await hand.get(`/api/matters/${json.number}-2`)).status).toBe(404);
      expect((await hand.get(`/api/submissions/${json.number}`)).status).toBe(404);
      await hand.get(`/api/matters?q=${encodeURIComponent(secret)}`);
    }
    const all = city.said.join('\n');
    expect(all.includes(secret)).toBe(false);
    expect(all.includes(`${json.number}-2`)).toBe(false);
    expect(all.includes(String(file?.id))).toBe(false);
  });

  it('a letter with nothing of the kind is shown whole, with its papers', async () => {
    const uploaded = await well(staff.clerk.upload('漏水.png', png()));
    const [file] = uploaded.json.files as { id: string }[];
    const letter = {
      ...letterOf('厨房漏水'),
      channel: 'letter',
      matters: [matterOf('厨房漏水'), matterOf('楼道灯坏')],
    };
    Object.assign(letter.particulars, { files: [file?.id] });
    const { json } = await well(staff.clerk.post('/api/submissions', letter));
    await upTo('signed', staff, `${json.number}-1`);
    await city.settle();
    const page = await well(staff.handler.get(`/api/matters/${json.number}-1`));
    expect(page.json.files).toMatchObject([{ name: '漏水.png' }]);
    expect((await staff.handler.get(`/api/files/990101/${file?.id}`)).status).toBe(200);
  });
});
