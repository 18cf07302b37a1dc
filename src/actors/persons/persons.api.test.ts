import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { letterOf, matterOf, registered, type Staff, staffOf, well } from '../../../test/life/steps.ts';
import { type Answer, type EmptyCity, type Hand, openEmptyCity } from '../../../test/world/empty-city.ts';
import { readMigrations } from '../../db/migrations.ts';

const ABOUT = '楼顶漏水三个月没有人修';

let city: EmptyCity;
/** At the petition office of the first district. */
let here: Staff;
/** The same posts in the second. */
let there: { clerk: Hand; dispatcher: Hand };
let people = 0;
/** Somebody new for every test. */
let who: { name: string; phone: string };

beforeAll(async () => {
  city = await openEmptyCity();
  here = await staffOf(city);
  there = {
    clerk: await city.officer('d02-petition', 'clerk'),
    dispatcher: await city.officer('d02-petition', 'dispatcher'),
  };
});
beforeEach(() => {
  people += 1;
  who = {
    name: `甲${'一二三四五六七八九十'[people % 10]}${'天地人'[people % 3]}`,
    phone: String(13_900_000_000 + people),
  };
});
afterAll(() => city?.close());

type Given = { about?: string; particulars?: object; [more: string]: unknown };

/** A letter taken in and registered; what follows it is done. */
async function letter(clerk: Hand, { about = ABOUT, particulars, ...more }: Given = {}) {
  const given = letterOf(about);
  const { json } = await well(
    clerk.post('/api/submissions', {
      ...given,
      division: clerk === there.clerk ? '990102001' : '990101001',
      channel: 'letter',
      matters: [matterOf(about)],
      ...more,
      particulars: { ...given.particulars, people: [who], ...particulars },
    }),
  );
  await city.settle();
  /* A moment later, so that it is clear which was earlier. */
  city.clock.set(new Date(city.clock.now().getTime() + 60_000).toISOString());
  const number = String(json.number);
  return { number, matter: `${number}-1` };
}

interface Found {
  readonly within: boolean;
  readonly number: string;
  readonly matters?: readonly { readonly number: string; readonly title: string }[];
  readonly excerpt?: { readonly text: string; readonly ranges: readonly (readonly [number, number])[] };
  readonly similarity?: number;
}

function foundIn({ json }: Answer): Found[] {
  return json.earlier as Found[];
}

async function earlier(hand: Hand, number: string): Promise<Found[]> {
  return foundIn(await well(hand.get(`/api/submissions/${number}/earlier`)));
}

async function typed(hand: Hand, more: object = {}): Promise<Answer> {
  return well(
    hand.post('/api/persons/earlier', { people: [who], title: ABOUT, text: `${ABOUT}，请你们管一管。`, ...more }),
  );
}

async function rowsOf(number: string) {
  const { rows } = await city.database.pool.query<{ key: Buffer; key_version: number; kind: string; role: string }>(
    'select key, key_version, kind, role from person_key where submission = $1 order by role, kind',
    [number],
  );
  return rows;
}

describe('an open submission', () => {
  it('shows what the same person raised here before, newest first, with the passages that say the same', async () => {
    const one = await letter(here.clerk);
    const two = await letter(here.clerk, { about: '路灯坏了两个星期' });
    const now = await letter(here.clerk, { about: `还是${ABOUT}` });
    const found = await earlier(here.clerk, now.number);
    expect(found.map(({ number, within }) => [number, within])).toEqual([
      [two.number, true],
      [one.number, true],
    ]);
    const [, same] = found;
    expect(same).toMatchObject({
      body: { zh: expect.stringContaining('临江区') },
      by: ['name-phone'],
      channel: 'letter',
      receivedOn: '2026-03-02',
      matters: [{ number: one.matter, title: ABOUT, state: 'open', since: '2026-03-02' }],
    });
    expect(same?.similarity).toBeGreaterThan(0.8);
    const marked = same?.excerpt?.ranges.map(([from, to]) => same.excerpt?.text.slice(from, to));
    expect(marked?.[0]).toBe(ABOUT);
  });

  it('shows neither itself nor what came later, and nothing of anybody else', async () => {
    const one = await letter(here.clerk);
    await letter(here.clerk);
    who = { ...who, phone: '13911119999' };
    await letter(here.clerk);
    expect(await earlier(here.clerk, one.number)).toEqual([]);
  });

  it('tells of another region, out of scope, only number, body, since and state', async () => {
    const one = await letter(here.clerk);
    await well(here.dispatcher.post(`/api/matters/${one.matter}/forward`, { to: 'd01-housing' }));
    const now = await letter(there.clerk);
    const found = await earlier(there.clerk, now.number);
    expect(found).toEqual([
      {
        within: false,
        number: one.matter,
        body: city.ledger.reference.bodies.find('d01-housing')?.name,
        since: '2026-03-02',
        state: 'open',
      },
    ]);
    const above = await city.officer('city-petition', 'dispatcher');
    expect((await earlier(above, now.number)).map(({ within, number }) => [within, number])).toEqual([
      [true, one.number],
    ]);
  });

  it('does not tell out of scope what is another matter', async () => {
    await letter(here.clerk, { about: '离婚后抚养费没有着落', particulars: { text: '孩子归我，对方一分钱也不给。' } });
    const now = await letter(there.clerk);
    expect(await earlier(there.clerk, now.number)).toEqual([]);
  });

  it('tells out of scope of one that nobody has registered yet', async () => {
    const { json } = await well(
      city.stranger.post('/api/petitions', {
        ...letterOf(ABOUT),
        particulars: { ...letterOf(ABOUT).particulars, people: [who] },
      }),
    );
    const now = await letter(there.clerk);
    const office = city.ledger.reference.bodies.find('d01-petition')?.name;
    expect(await earlier(there.clerk, now.number)).toEqual([
      { within: false, number: json.number, body: office, since: '2026-03-02', state: 'received' },
    ]);
  });

  it('compares principals, not agents', async () => {
    const agent = { name: '代某', phone: '13922220000' };
    const principal = { name: `${who.name}甲`, phone: who.phone };
    const other = { name: `${who.name}乙`, phone: who.phone };
    const by = (agentFor: object) => ({ form: 'agent', authority: 'shown', people: [agent], agentFor });
    const one = await letter(here.clerk, { particulars: by(principal) });
    await letter(here.clerk, { particulars: by(other) });
    await letter(here.clerk, { particulars: { people: [agent] } });
    const now = await letter(here.clerk, { particulars: { people: [principal] } });
    expect((await earlier(here.clerk, now.number)).map(({ number }) => number)).toEqual([one.number]);
    expect((await rowsOf(one.number)).map(({ role }) => role)).toEqual(['agent', 'principal']);
  });

  it('finds whoever signed with others, and whoever gave their name later', async () => {
    const first = { name: `${who.name}丙`, phone: '13933330000' };
    const joint = await letter(here.clerk, { particulars: { form: 'several', people: [first, who] } });
    const visit = await letter(here.clerk, { particulars: { people: [first] } });
    await well(here.clerk.post(`/api/submissions/${visit.number}/people`, { people: [who] }));
    await city.settle();
    const now = await letter(here.clerk);
    expect((await earlier(here.clerk, now.number)).map(({ number }) => number)).toEqual([visit.number, joint.number]);
  });

  it('answers nobody who may not read it, and logs every question', async () => {
    const one = await letter(here.clerk);
    const now = await letter(here.clerk);
    for (const hand of [there.clerk, await city.officer('d01-housing', 'handler')]) {
      const { status, json } = await hand.get(`/api/submissions/${now.number}/earlier`);
      expect([status, json.error?.code]).toEqual([404, 'no-submission']);
    }
    await earlier(here.clerk, now.number);
    const { rows } = await city.database.pool.query<{ actor: string; detail: { keys: string[]; shown: string[] } }>(
      `select actor, verb, detail from read_log where stream = $1 and verb = 'submission.find-earlier'`,
      [now.number],
    );
    expect(rows).toMatchObject([{ actor: 'staff:d01-petition.clerk', detail: { shown: [one.number] } }]);
    expect(rows[0]?.detail.keys).toHaveLength(1);
    expect(JSON.stringify(rows)).not.toContain(who.name);
  });

  it('an anonymous letter is compared with nothing', async () => {
    await letter(here.clerk);
    const now = await letter(here.clerk, { identity: 'anonymous', particulars: { people: [{ ...who, name: '' }] } });
    const { json } = await well(here.clerk.get(`/api/submissions/${now.number}/earlier`));
    expect(json).toEqual({ compared: false, earlier: [] });
    const hidden = await letter(here.clerk, { identity: 'anonymous' });
    expect(await rowsOf(hidden.number)).toEqual([]);
    expect((await here.clerk.get(`/api/submissions/${hidden.number}/earlier`)).json).toEqual({
      compared: false,
      earlier: [],
    });
  });

  it('never shows more than twenty', async () => {
    for (let at = 0; at < 22; at++) await letter(here.clerk);
    const now = await letter(here.clerk);
    expect(await earlier(here.clerk, now.number)).toHaveLength(20);
  });
});

describe('the scopes of 初次', () => {
  it('are proposed once an officer says which matter is the same', async () => {
    const one = await letter(here.clerk);
    const visit = await letter(here.clerk, { channel: 'visit' });
    const call = await letter(there.clerk, { channel: 'phone' });
    const flagsFor = async (hand: Hand, number: string, same: string) =>
      (await well(hand.get(`/api/submissions/${number}/earlier?same=${same}`))).json.flags;
    const first = { nation: false, body: true, addressee: true, channel: true, bodyChannel: true };
    expect(await flagsFor(here.clerk, visit.number, one.matter)).toEqual({ ...first, body: false, addressee: false });
    expect(await flagsFor(there.clerk, call.number, one.matter)).toEqual(first);
    const plain = await well(here.clerk.get(`/api/submissions/${visit.number}/earlier`));
    expect(plain.json).not.toHaveProperty('flags');
  });

  it('are stored when it is registered as about that matter again, at the counter and of what was filed', async () => {
    const one = await letter(here.clerk);
    const flags = { nation: false, body: false, addressee: false, channel: true, bodyChannel: true };
    const visit = await letter(here.clerk, { channel: 'visit', same: one.matter });
    const shown = (number: string) => well(here.clerk.get(`/api/submissions/${number}`)).then(({ json }) => json.first);
    expect(await shown(visit.number)).toEqual(flags);
    expect(await shown(one.number)).toBeUndefined();
    const { rows } = await city.database.pool.query<{ first: boolean }>(
      "select (state ->> 'first')::boolean as first from stream where stream = $1",
      [visit.matter],
    );
    expect(rows[0]?.first).toBe(false);

    /* Taken in only, to be registered later. */
    const taken = await letter(here.clerk, { channel: 'visit', matters: undefined });
    const register = (same: string) =>
      here.clerk.post(`/api/submissions/${taken.number}/register`, { matters: [matterOf(ABOUT)], same });
    expect(await register('990101-2026-999999-1')).toMatchObject({
      status: 422,
      json: { error: { field: 'same' } },
    });
    await well(register(one.matter));
    expect(await shown(taken.number)).toEqual(flags);
  });

  it('count all that joined the matter', async () => {
    const one = await letter(here.clerk);
    const two = await letter(here.clerk, { channel: 'visit' });
    await well(
      here.dispatcher.post(`/api/matters/${two.matter}/merge`, {
        into: one.matter,
        confirmedSame: true,
        reason: '同一件事',
      }),
    );
    await city.settle();
    const now = await letter(here.clerk, { channel: 'visit' });
    const { json } = await well(here.clerk.get(`/api/submissions/${now.number}/earlier?same=${one.matter}`));
    expect(json.flags).toEqual({ nation: false, body: false, addressee: false, channel: false, bodyChannel: false });
  });

  it('are not given for a matter that was not found', async () => {
    const other = await registered(here, '别人的事');
    const now = await letter(here.clerk);
    const { status, json } = await here.clerk.get(`/api/submissions/${now.number}/earlier?same=${other.matter}`);
    expect([status, json.error]).toEqual([422, expect.objectContaining({ code: 'not-found-earlier', field: 'same' })]);
  });
});

describe('a letter that is being typed', () => {
  it('finds the same, and is logged without a number', async () => {
    const one = await letter(here.clerk);
    expect(foundIn(await typed(here.clerk))).toMatchObject([{ within: true, number: one.number, by: ['name-phone'] }]);
    expect(foundIn(await typed(there.clerk))).toMatchObject([{ within: false, number: one.matter }]);
    const { rows } = await city.database.pool.query(
      `select region, actor, stream from read_log where verb = 'person.find-earlier' and detail->'shown' ? $1`,
      [one.matter],
    );
    expect(rows).toEqual([{ region: '990102', actor: 'staff:d02-petition.clerk', stream: null }]);
  });

  it('with a name alone is compared with nothing', async () => {
    await letter(here.clerk);
    expect((await typed(here.clerk, { people: [{ name: who.name }] })).json).toEqual({ compared: false, earlier: [] });
  });

  it('proposes the scopes of 初次 for the body that registers', async () => {
    const one = await letter(here.clerk);
    const { json } = await typed(there.clerk, { same: one.matter, channel: 'letter' });
    expect(json.flags).toMatchObject({ nation: false, body: true, channel: false, bodyChannel: true });
  });

  it('is for whoever registers, and not for trying names out', async () => {
    const handler = await here.handler.post('/api/persons/earlier', { people: [who] });
    expect([handler.status, handler.json.error?.code]).toEqual([403, 'not-your-post']);
    const keeper = await city.officer('d01-petition', 'sealed');
    const refused = await keeper.post('/api/persons/earlier', { people: [who] });
    expect([refused.status, refused.json.error?.code]).toEqual([403, 'no-cases']);
    const eager = await city.officer('d03-petition', 'clerk');
    for (let at = 0; at < 120; at++) await well(eager.post('/api/persons/earlier', { people: [who] }));
    const { status, json } = await eager.post('/api/persons/earlier', { people: [who] });
    expect([status, json.error?.code]).toEqual([429, 'too-many']);
  });
});

describe('report.sealed', () => {
  const CANARY = '红木箱子';

  it('a report of wrongdoing is in no list and found from nowhere; nobody is looked up from it', async () => {
    const report = await well(
      here.clerk.post('/api/submissions', {
        ...letterOf(`${CANARY}的事`, { purpose: 'report' }),
        channel: 'letter',
        particulars: { ...letterOf(`${CANARY}的事`).particulars, people: [who] },
      }),
    );
    const number = String(report.json.number);
    const { rows } = await city.database.pool.query('select topic from outbox where payload::text like $1', [
      `%${number}%`,
    ]);
    expect(rows).toEqual([]);
    const keeper = await city.officer('city-petition', 'sealed');
    await well(
      keeper.post(`/api/submissions/${number}/register`, { matters: [matterOf(CANARY, { purpose: 'report' })] }),
    );
    await city.settle();
    expect(await rowsOf(number)).toEqual([]);
    const now = await letter(here.clerk, { about: `${CANARY}的事` });
    city.said.length = 0;
    for (const hand of [here.clerk, await city.officer('city-petition', 'dispatcher')])
      expect(await earlier(hand, now.number)).toEqual([]);
    await typed(here.clerk, { title: `${CANARY}的事` });
    expect(city.said.join('\n')).not.toContain(number);
    const asked = await keeper.get(`/api/submissions/${number}/earlier`);
    expect([asked.status, asked.json.error?.code]).toEqual([409, 'report.sealed']);
    const other = await here.clerk.get(`/api/submissions/${number}/earlier`);
    expect([other.status, other.json.error?.code]).toEqual([404, 'no-submission']);
  });

  it('E28: of a letter with a report in it, the report is not shown, and its words are not either', async () => {
    const one = await letter(here.clerk, {
      particulars: { text: `${ABOUT}。另外，${CANARY}里有账本。` },
      matters: [matterOf(ABOUT), matterOf(CANARY, { purpose: 'report', text: `${CANARY}里有账本` })],
    });
    const now = await letter(here.clerk, { particulars: { text: `${ABOUT}。另外，${CANARY}里有账本。` } });
    const elsewhere = await letter(there.clerk);
    city.said.length = 0;
    expect(await earlier(here.clerk, now.number)).toMatchObject([
      { number: one.number, matters: [{ number: one.matter }] },
    ]);
    await earlier(there.clerk, elsewhere.number);
    expect(city.said.join('\n')).not.toContain(CANARY);
    expect(city.said.join('\n')).not.toContain(`${one.number}-2`);
  });
});

describe('the keys', () => {
  it('are made once, however often the message comes, and hold no word of anybody', async () => {
    const one = await letter(here.clerk, { particulars: { people: [{ ...who, address: '南江市临江区某路1号' }] } });
    const before = await rowsOf(one.number);
    expect(before.map(({ kind, role, key }) => [kind, role, key.length])).toEqual([
      ['name-address', 'principal', 32],
      ['name-phone', 'principal', 32],
    ]);
    for (let times = 0; times < 2; times++) {
      await city.database.pool.query(
        `insert into outbox (region, id, topic, payload, created_at)
         select '990101', gen_random_uuid(), 'index-person', $1, now()`,
        [{ region: '990101', submission: one.number }],
      );
    }
    await city.settle();
    expect(await rowsOf(one.number)).toEqual(before);
  });

  it('of what was there before the table are made by its migration', async () => {
    const { pool } = city.database;
    const all = 'select region, submission, key, role from person_key order by region, submission, key, role';
    const before = await pool.query(all);
    await pool.query('delete from person_key');
    const migration = readMigrations().find(({ name }) => name.includes('find-same-person'));
    const fill = /insert into outbox[^;]+;/.exec(migration?.sql ?? '')?.[0] ?? '';
    await pool.query(fill);
    await city.settle();
    expect(before.rows.length).toBeGreaterThan(50);
    expect((await pool.query(all)).rows).toEqual(before.rows);
  });
});
