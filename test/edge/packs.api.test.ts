import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { passDays } from '../../src/app/daily.ts';
import type { FollowModel } from '../../src/app/follow/follow.contract.ts';
import { readReference } from '../../src/app/open-city.ts';
import type { PetitionPageModel } from '../../src/app/petition-page/petition-page.contract.ts';
import { advanceRun } from '../../src/app/recount/advance.ts';
import type { RunView } from '../../src/app/recount/recount.contract.ts';
import { recountClocks } from '../../src/domain/clocks.ts';
import { addDays, dayOf } from '../../src/domain/days.ts';
import { contextFor, type Ledger } from '../../src/ledger/ledger.ts';
import { findState } from '../../src/ledger/read.ts';
import { matterRef } from '../../src/ledger/streams.ts';
import { verify } from '../../src/ledger/verify.ts';
import { letterOf, registered, type Staff, staffOf, upTo, well } from '../life/steps.ts';
import { type Answer, type EmptyCity, type Hand, openEmptyCity } from '../world/empty-city.ts';

let city: EmptyCity;
let staff: Staff;
let admin: Hand;

beforeAll(async () => {
  city = await openEmptyCity();
  staff = await staffOf(city);
  admin = await city.officer('city-petition', 'admin');
});
afterAll(() => city?.close());

function today(): string {
  return dayOf(city.clock.now().toISOString());
}

function pass(days: number): string {
  city.clock.set(new Date(city.clock.now().getTime() + days * 86_400_000));
  return today();
}

const versions = new Map<string, number>();

function layer(id: string, values: object, over: object = {}) {
  const version = (versions.get(id) ?? 0) + 1;
  return {
    id,
    version,
    level: 'region',
    name: { zh: '临江区', en: 'Linjiang' },
    basis: { zh: '《临江区信访事项办理办法》（例）', en: 'Linjiang Measures on Handling Petitions (example)' },
    effectiveFrom: today(),
    division: '990101',
    values,
    running: 'keep',
    ...over,
  };
}

async function publish(given: ReturnType<typeof layer>): Promise<{ key: string; run?: string }> {
  const { json } = await well(admin.post('/api/packs', given));
  versions.set(given.id, given.version);
  return json as unknown as { key: string; run?: string };
}

async function page(hand: Hand, matter: string): Promise<PetitionPageModel> {
  const { json } = await well(hand.get(`/api/matters/${matter}`));
  return json as unknown as PetitionPageModel;
}

async function clockOf(matter: string, kind: string, hand = staff.dispatcher) {
  const { clocks } = await page(hand, matter);
  const found = clocks.findLast((one) => one.kind === kind);
  if (!found) throw new Error(`no ${kind} runs`);
  return found;
}

async function runOf(run: string | undefined) {
  const { json } = await well(admin.get(`/api/recounts/${run}`));
  return json as unknown as {
    run: RunView;
    byKind: { kind: string; count: number }[];
    rows: { stream: string; clock: string; before: { due?: string }; after: { due?: string; pack?: string } }[];
  };
}

const act = (hand: Hand, matter: string, name: string, body: object = {}): Promise<Answer> =>
  hand.post(`/api/matters/${matter}/${name}`, body);

describe('a rule that changes', () => {
  it('E52: given a case that runs, when a local rule takes effect, then the case keeps the rules it began with and new cases get the new ones', async () => {
    const old = await registered(staff, '老规矩下的漏水');
    await upTo('accepted', staff, old.matter);
    const effectiveFrom = addDays(today(), 3);
    const { key } = await publish(layer('linjiang', { clocks: { handle: { n: 45 } } }, { effectiveFrom }));
    expect(key).toBe('linjiang@1');
    /* Published is not in force. */
    const before = await registered(staff, '生效前的漏水');
    await upTo('accepted', staff, before.matter);
    expect(await clockOf(before.matter, 'handle')).toMatchObject({ rawEnd: addDays(today(), 60) });
    const kept = await clockOf(old.matter, 'handle');

    pass(3);
    const fresh = await registered(staff, '新规矩下的漏水');
    await upTo('accepted', staff, fresh.matter);
    const counted = await clockOf(fresh.matter, 'handle');
    expect(counted).toMatchObject({
      rawEnd: addDays(today(), 45),
      pack: 'cn-national@1+linjiang@1',
      statutory: true,
      article: { zh: '《信访工作条例》第三十四条' },
      basis: { zh: '《临江区信访事项办理办法》（例）' },
    });
    expect(counted.why.zh[0]).toContain('按《临江区信访事项办理办法》（例），第1版');
    expect(counted.why.en[0]).toContain('45 calendar days');

    expect(await clockOf(old.matter, 'handle')).toEqual({
      ...kept,
      share: expect.anything(),
      daysLeft: kept.daysLeft - 3,
    });
    /* What begins later in the old case begins under its own rules too. */
    const state = await findState(city.ledger, matterRef(old.matter));
    expect(state?.pack).toBe('cn-national@1');
    const elsewhere = await registered(staff, '别处的漏水', { division: '990102' });
    expect((await page(staff.dispatcher, elsewhere.matter)).clocks[0]?.pack).toBe('cn-national@1');
  });

  it('E52: given rules that count running cases again, when they are published, then every open date is listed, approved and moved by a fact, and a window of the petitioner is not cut', async () => {
    const { matter } = await registered(staff, '要重算的漏水');
    await upTo('issued', staff, matter);
    await well(act(staff.handler, matter, 'serve', { assignment: 'a1', way: 'in-person', on: today() }));
    const open = await registered(staff, '还在办的漏水');
    await upTo('accepted', staff, open.matter);
    const due = (await clockOf(open.matter, 'handle')).due;
    const rating = (await clockOf(matter, 'rating')).due;
    pass(5);

    const shorter = layer('linjiang', { clocks: { handle: { n: 40 }, rating: { n: 14 } } }, { running: 'recount' });
    const preview = (await well(admin.post('/api/packs/preview', shorter))).json;
    expect(preview).toMatchObject({ problems: [], running: 'recount', complete: true });
    expect(preview.changes).toMatchObject([
      { field: 'clocks.handle', before: { zh: '45日' }, after: { zh: '40日' }, ours: false },
      { field: 'clocks.rating', before: { zh: '30日（非法定）' }, after: { zh: '14日（非法定）' }, ours: true },
    ]);
    expect(preview.rows).toContainEqual(
      expect.objectContaining({ stream: open.matter, clock: 'handle:a1', before: expect.objectContaining({ due }) }),
    );
    expect(Number(preview.spared)).toBeGreaterThanOrEqual(1);
    expect(
      (await city.ledger.pool.query(`select from stream where stream = 'pack/linjiang' and seq > 1`)).rowCount,
    ).toBe(0);

    const { run } = await publish(shorter);
    const listed = await runOf(run);
    expect(listed.run).toMatchObject({
      state: 'drafted',
      kind: 'pack',
      about: 'linjiang@2',
      draftedBy: 'city-petition.admin',
    });
    const row = listed.rows.find((one) => one.stream === open.matter);
    expect(row).toMatchObject({ clock: 'handle:a1', before: { due }, after: { pack: 'cn-national@1+linjiang@2' } });
    expect(listed.byKind).toMatchObject([{ kind: 'handle' }]);
    expect((await clockOf(open.matter, 'handle')).due).toBe(due);

    const done = await well(admin.post(`/api/recounts/${run}/approve`));
    expect(done.json).toMatchObject({ state: 'done', decidedBy: 'city-petition.admin', applied: listed.run.cases });
    const moved = await clockOf(open.matter, 'handle');
    expect(moved).toMatchObject({ due: row?.after.due, pack: 'cn-national@1+linjiang@2' });
    expect((await clockOf(matter, 'rating')).due).toBe(rating);

    const story = (await page(staff.dispatcher, open.matter)).story.findLast((one) => one.kind === 'DatesRecounted');
    expect(story).toMatchObject({
      title: { zh: '规则更新，期限重新计算' },
      who: { zh: expect.stringContaining('city-petition.admin') },
    });
    const petitioner = await city.petitioner(open.code, '1101');
    const followed = (await well(petitioner.get(`/api/follow/${open.number}`))).json as unknown as FollowModel;
    expect(followed.matters[0]?.story[0]?.said.zh).toContain('这里的办理规定更新了，日期重新算过：办理的最后一天是');
    expect(followed.matters[0]?.clock?.due).toBe(row?.after.due);

    /* The same as counting afresh: nothing is left, and history holds. */
    const again = await well(admin.post('/api/recounts', { kind: 'pack', about: 'linjiang@2' }));
    expect(again.json).toMatchObject({ state: 'drafted', cases: 0, clocks: 0 });
    /* E27: a report that came meanwhile is in no figure of it. */
    const report = { ...letterOf('吃拿卡要', { purpose: 'report' }), channel: 'letter' };
    await well(staff.clerk.post('/api/submissions', report));
    await well(admin.post(`/api/recounts/${again.json.run}/discard`));
    const after = await well(admin.post('/api/recounts', { kind: 'pack', about: 'linjiang@2' }));
    const { looked, spared } = again.json;
    expect(after.json).toMatchObject({ cases: 0, looked, spared });
    expect((await admin.post(`/api/recounts/${run}/approve`)).json.error).toMatchObject({ code: 'decided' });
    expect((await verify(city.ledger)).wrong).toEqual([]);
  });

  it('E52: given a run that was cut off, when it goes on, then each case has its fact once', async () => {
    for (const about of ['一', '二', '三']) {
      const { matter } = await registered(staff, `断电时的漏水${about}`);
      await upTo('accepted', staff, matter);
    }
    const { run = '' } = await publish(layer('linjiang', { clocks: { handle: { n: 30 } } }, { running: 'recount' }));
    const { rows } = await runOf(run);
    expect(rows.length).toBeGreaterThanOrEqual(3);
    const record = async () => {
      const facts = await city.ledger.pool.query<{ stream: string; n: number }>(
        `select stream, count(*)::int as n from fact where kind = 'DatesRecounted' and body ->> 'run' = $1 group by stream`,
        [run],
      );
      return facts.rows;
    };
    await well(admin.post(`/api/recounts/${run}/approve`));
    const first = await record();
    /* As if the machine had failed after the facts and before the rows were marked. */
    await city.ledger.pool.query('update recount_row set applied_at = null, applied = null where run = $1', [run]);
    await city.ledger.pool.query(
      `update stream set state = jsonb_set(state, '{phase}', '"approved"') where stream = $1`,
      [`recount/${run}`],
    );
    await advanceRun(city.ledger, run);
    expect(await record()).toEqual(first);
    expect(first.every(({ n }) => n === 1)).toBe(true);
    const after = await runOf(run);
    expect(after.run).toMatchObject({ state: 'done', applied: after.run.cases });
    const states = await Promise.all(rows.map(({ stream }) => findState(city.ledger, matterRef(stream))));
    for (const state of states) expect(recountClocks(state?.clocks ?? {}, city.ledger.reference.calendar)).toEqual([]);
  });

  it('E52: given a rule for a later day that counts running cases again, when the day comes, then its list waits for approval', async () => {
    const { matter } = await registered(staff, '等到那天');
    await upTo('accepted', staff, matter);
    const effectiveFrom = addDays(today(), 2);
    const { run } = await publish(
      layer('linjiang', { clocks: { handle: { n: 25 } } }, { running: 'recount', effectiveFrom }),
    );
    expect(run).toBeUndefined();
    expect((await admin.post('/api/recounts', { kind: 'pack', about: 'linjiang@4' })).json.error).toMatchObject({
      code: 'not-yet',
    });
    pass(2);
    await passDays(city.ledger);
    const { json } = await well(admin.get('/api/recounts'));
    const [newest] = json.runs as RunView[];
    expect(newest).toMatchObject({ state: 'drafted', about: 'linjiang@4', draftedBy: '' });
    await well(admin.post(`/api/recounts/${newest?.run}/discard`));
    expect((await clockOf(matter, 'handle')).pack).toBe('cn-national@1+linjiang@3');
  });

  it('E52: given a rule that takes what the law gives, when it is published, then it is refused with its article and field', async () => {
    const refused = async (values: object) => (await admin.post('/api/packs', layer('linjiang', values))).json.error;
    expect(await refused({ clocks: { handle: { n: 90 } } })).toMatchObject({
      code: 'pack',
      article: 'regulation:34',
      field: 'values.clocks.handle.n',
    });
    expect(await refused({ clocks: { 'apply-review': { n: 10 } } })).toMatchObject({ article: 'regulation:35' });
    const { json } = await well(admin.post('/api/packs/preview', layer('linjiang', { clocks: { final: { n: 31 } } })));
    expect(json.problems).toMatchObject([
      { field: 'values.clocks.final.n', article: { zh: '《信访工作条例》第三十六条第一款' } },
    ]);
  });

  it('E52: given the last version is ended, when a case begins after its last day, then the law alone counts', async () => {
    await well(admin.post('/api/packs/linjiang/end', { until: today() }));
    const last = await registered(staff, '最后一天');
    expect((await page(staff.dispatcher, last.matter)).clocks[0]?.pack).toBe('cn-national@1+linjiang@4');
    pass(1);
    const next = await registered(staff, '第二天');
    expect((await page(staff.dispatcher, next.matter)).clocks[0]?.pack).toBe('cn-national@1');
    const { json } = await well(admin.get('/api/packs'));
    const layers = json.layers as { key: string; state: string; publishedBy: string }[];
    expect(layers.map(({ key, state }) => [key, state])).toEqual([
      ['linjiang@4', 'ended'],
      ['linjiang@3', 'replaced'],
      ['linjiang@2', 'replaced'],
      ['linjiang@1', 'replaced'],
    ]);
    expect((await admin.post('/api/packs/moon/end', { until: today() })).status).toBe(404);
  });

  it('E52: given the rules of a sector, when a body of it acts, then its clocks rest on them and those of others do not', async () => {
    const sector = {
      ...layer('houses', { clocks: { suggestion: { n: 45 }, sign: { n: 1 } } }),
      level: 'sector',
      bodies: ['d01-housing'],
    };
    const { division: _, ...sent } = sector;
    await well(admin.post('/api/packs', sent));
    const { json } = await well(
      staff.clerk.post('/api/submissions', {
        ...letterOf('多种树', { purpose: 'suggestion' }),
        channel: 'letter',
        matters: [
          {
            purpose: 'suggestion',
            category: '030400',
            title: '多种树',
            text: '请多种树。',
            requests: ['种树'],
            accused: [],
          },
        ],
      }),
    );
    const matter = `${json.number}-1`;
    await well(act(staff.dispatcher, matter, 'forward', { to: 'd01-housing' }));
    /* Sent by the petition office, which the sector does not bind. */
    expect(await clockOf(matter, 'sign')).toMatchObject({ pack: 'cn-national@1' });
    await well(act(staff.reception, matter, 'sign', { assignment: 'a1' }));
    await well(act(staff.handler, matter, 'accept', { assignment: 'a1', route: '29' }));
    expect(await clockOf(matter, 'suggestion')).toMatchObject({
      pack: 'cn-national@1+houses@1',
      rawEnd: addDays(today(), 45),
    });
    expect((await findState(city.ledger, matterRef(matter)))?.pack).toBe('cn-national@1~houses@1');
  });
});

it('given rules that another process published, when a case that keeps them is met here, then they are read before anything is decided on it', async () => {
  const before = city.ledger.reference;
  await publish(layer('elsewhere', { clocks: { notice: { n: 10 } } }, { division: '990104' }));
  const { matter } = await registered(staff, '另一台机器', { division: '990104' });
  let renewed = 0;
  const other: Ledger = {
    ...city.ledger,
    reference: before,
    renew: async () => {
      renewed += 1;
      other.reference = await readReference(city.ledger.pool);
    },
  };
  const state = await findState(other, matterRef(matter));
  expect(state?.pack).toContain('elsewhere@1');
  expect(contextFor(other, { kind: 'system' }, state?.pack).pack.clocks.notice.n).toBe(10);
  await findState(other, matterRef(matter));
  expect(renewed).toBe(1);
});

describe('days of a hearing', () => {
  const HEARING = { assignment: 'a1', at: '上午9点，三楼会议室', topic: '维修资金', chair: '王某', members: 5 };

  async function heard(about: string) {
    const { matter } = await registered(staff, about, { division: '990103' });
    await upTo('accepted', staff, matter);
    const due = (await clockOf(matter, 'handle')).rawEnd;
    await well(act(staff.head, matter, 'open-hearing', { ...HEARING, heldOn: addDays(today(), 10) }));
    const standing = await clockOf(matter, 'handle');
    pass(10);
    await well(act(staff.handler, matter, 'hold-hearing', { on: today(), minutes: '各方意见已记录。' }));
    await well(act(staff.head, matter, 'conclude-hearing', { held: true, conclusion: '按约定修。' }));
    return { due, standing, after: await clockOf(matter, 'handle') };
  }

  it('E6: given no local rule, when a hearing is held in the 60 days, then they go on; given one that leaves its days out, then they stand still', async () => {
    const plain = await heard('听证不停表');
    expect(plain.standing.suspendedOn).toBeUndefined();
    expect(plain.after.rawEnd).toBe(plain.due);

    await publish(layer('fuqiao', { settings: { excludeHearingInHandling: true } }, { division: '990103' }));
    const local = await heard('听证要停表');
    expect(local.standing).toMatchObject({ suspendedOn: expect.any(String) });
    /* From the order to the conclusion; the day of acceptance, which is also that of the order, never counts. */
    expect(local.after.rawEnd).toBe(addDays(local.due, 10));
    expect(local.after.why.zh.some((line) => line.includes('不计算在内'))).toBe(true);
  });
});

describe('what arrives outside hours', () => {
  beforeEach(() => {
    /* A Saturday, a quarter of an hour before midnight in Shanghai. */
    city.clock.set(new Date('2026-05-02T15:45:00Z'));
  });

  it('E51: given a letter on the net at a quarter to midnight on a holiday, when it is received, then that day is its day and the next is day 1', async () => {
    const { json } = await well(staff.clerk.post('/api/submissions', { ...letterOf('五一写的信'), channel: 'web' }));
    const { json: arrived } = await well(staff.clerk.get(`/api/submissions/${json.number}`));
    expect(arrived).toMatchObject({ receivedOn: '2026-05-02' });
    /* One working day to register: the holiday ends on the 5th. */
    expect(arrived.clocks).toMatchObject([{ kind: 'register', from: '2026-05-02', due: '2026-05-06' }]);
    city.clock.set(new Date('2026-05-02T16:15:00Z'));
    const { json: after } = await well(
      staff.clerk.post('/api/submissions', { ...letterOf('过了半夜写的信'), channel: 'web' }),
    );
    expect((await well(staff.clerk.get(`/api/submissions/${after.number}`))).json).toMatchObject({
      receivedOn: '2026-05-03',
    });
  });

  it('E51: given the days to forward run over the holidays, when they are counted, then holidays stop no count of calendar days', async () => {
    city.clock.set(new Date('2026-04-28T02:00:00Z'));
    const { matter } = await registered(staff, '跨五一的信');
    /* 15 days from 28 April: 13 May, a Wednesday, though the holidays lie in between. */
    expect(await clockOf(matter, 'forward')).toMatchObject({ rawEnd: '2026-05-13', due: '2026-05-13' });
  });
});
