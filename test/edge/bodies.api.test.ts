import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { listMessages } from '../../src/app/messages.ts';
import { advanceSuccession } from '../../src/app/succession/advance.ts';
import { planSuccession } from '../../src/app/succession/runs.ts';
import { isRefusal } from '../../src/domain/refusals.ts';
import { verify } from '../../src/ledger/verify.ts';
import { letterOf, matterOf, registered, type Staff, staffOf, upTo, well } from '../life/steps.ts';
import { type EmptyCity, type Hand, openEmptyCity } from '../world/empty-city.ts';
import { act, daysOf, duties, page, refused, told } from './hands.ts';

let city: EmptyCity;
let staff: Staff;
let days: ReturnType<typeof daysOf>;
let admin: Hand;

beforeAll(async () => {
  city = await openEmptyCity();
  days = daysOf(city);
  staff = await staffOf(city);
  admin = await city.officer('city-petition', 'admin');
});
beforeEach(() => days.on('2026-03-02'));
afterAll(() => city?.close());

const BASIS = '南委发〔2026〕12号《临江区机构改革方案》';

/** A matter in the hands of this body, with its officers. */
async function inHand(about: string, body: string, category = '030400') {
  const letter = { ...letterOf(about), channel: 'letter', matters: [matterOf(about, { category })] };
  const { json } = await well(staff.clerk.post('/api/submissions', letter));
  const matter = `${json.number}-1`;
  const there = await staffOf(city, body);
  await well(act(staff.dispatcher, matter, 'forward', { to: body }));
  await well(act(there.reception, matter, 'sign', { assignment: 'a1' }));
  return { matter, there, petitioner: await city.petitioner(String(json.code), '1101') };
}

async function planned(body: object) {
  const { json } = await well(admin.post('/api/successions', { endsOn: '2026-03-02', basis: BASIS, ...body }));
  return { json, run: String(json.run) };
}

async function casesOf(run: string, show = 'all') {
  const { json } = await well(admin.get(`/api/successions/${run}?show=${show}`));
  return json.rows as {
    stream: string;
    open: boolean;
    to?: { zh: string };
    unclear?: { zh: string };
    applied: boolean;
  }[];
}

describe('bodies that change', () => {
  it('E25: given a body merged into another, when an administrator has approved the list, then its open matters go on there with every clock unchanged, and its officers with them', async () => {
    const { matter, there, petitioner } = await inHand('楼道漏水', 'd01-housing');
    await well(act(there.handler, matter, 'accept', { assignment: 'a1', route: '31(6)' }));
    const answered = await registered(staff, '电梯停运');
    await upTo('issued', staff, answered.matter);
    const before = await page(there.handler, matter);
    days.on('2026-03-09');

    const { run, json } = await planned({ kind: 'merged', from: 'd01-housing', to: 'd01-land' });
    expect(json).toMatchObject({ state: 'drafted', cases: 2, open: 2, unclear: 0, applied: 0, basis: BASIS, posts: 3 });
    expect((await casesOf(run)).map((row) => [row.stream, row.to?.zh])).toEqual([
      [matter, '临江区自然资源局'],
      [answered.matter, '临江区自然资源局'],
    ]);
    expect((await page(there.handler, matter)).assignments[0]?.body.id).toBe('d01-housing');

    expect((await well(admin.post(`/api/successions/${run}/approve`))).json).toMatchObject({
      state: 'done',
      applied: 2,
    });
    const land = await city.officer('d01-land', 'head');
    const after = await page(land, matter);
    expect(after.assignments[0]?.body.id).toBe('d01-land');
    expect(after.clocks.map(({ id, from, due, assessmentDue }) => [id, from, due, assessmentDue])).toEqual(
      before.clocks.map(({ id, from, due, assessmentDue }) => [id, from, due, assessmentDue]),
    );
    expect(after.story.some((one) => one.note === BASIS)).toBe(true);
    expect(await duties(land, matter)).toEqual(['in-hand']);
    expect(await duties(there.handler, matter)).toEqual(['in-hand']);
    await well(
      act(there.handler, matter, 'note-work', {
        assignment: 'a1',
        on: '2026-03-09',
        kind: 'visit',
        text: '到现场看过。',
      }),
    );

    expect((await told(petitioner, matter))[1]).toContain('临江区自然资源局接着办，期限不变');
    await city.settle();
    expect((await listMessages(city.ledger)).some(({ text }) => text.includes('因机构调整'))).toBe(true);
    expect((await page(land, answered.matter)).instruments.map((one) => one.issuer.zh)).toContain(
      '临江区住房和城乡建设局',
    );
  });

  it('E25: given the merged body is gone, when something new would be sent to it, then there is no such body', async () => {
    const { matter } = await registered(staff, '路面塌陷');
    expect(await refused(act(staff.dispatcher, matter, 'forward', { to: 'd01-housing' }))).toMatchObject({
      status: 422,
      field: 'to',
    });
    const { json } = await well(staff.dispatcher.get('/api/bodies'));
    expect((json.bodies as { id: string }[]).map(({ id }) => id)).not.toContain('d01-housing');
    expect(
      await refused(
        admin.post('/api/successions', {
          kind: 'abolished',
          from: 'd01-housing',
          to: 'd01-land',
          endsOn: '2026-03-02',
          basis: BASIS,
        }),
      ),
    ).toMatchObject({
      status: 422,
      field: 'from',
    });
  });

  it('E25: given a body split in two, when it is unclear who goes on with a matter, then the run waits until somebody is designated (24¶2)', async () => {
    const farm = await inHand('水渠堵塞', 'd01-urban', '030400');
    const waste = await inHand('垃圾堆放', 'd01-urban', '040300');
    const stray = await inHand('广告牌松动', 'd01-urban', '010100');
    const parts = [
      { to: 'd01-agri', categories: ['03'] },
      { to: 'd01-ecology', categories: ['0403'] },
    ];
    expect(
      await refused(
        admin.post('/api/successions', {
          kind: 'split',
          from: 'd01-urban',
          parts: parts.slice(1),
          endsOn: '2026-03-02',
          basis: BASIS,
        }),
      ),
    ).toMatchObject({ status: 422, field: 'parts' });
    const { run, json } = await planned({ kind: 'split', from: 'd01-urban', parts });
    expect(json).toMatchObject({ cases: 3, unclear: 1, officers: { id: 'd01-agri' } });
    expect(await casesOf(run, 'unclear')).toMatchObject([
      { stream: stray.matter, unclear: { zh: '方案没有说这类事项归谁' } },
    ]);
    expect(await refused(admin.post(`/api/successions/${run}/approve`))).toMatchObject({
      status: 409,
      code: 'body.successor',
      article: 'regulation:24¶2',
    });
    const name = (to: string) => admin.post(`/api/successions/${run}/designate`, { streams: [stray.matter], to });
    expect(await refused(name('d01-urban'))).toMatchObject({ status: 422, field: 'to' });
    await well(name('d01-police'));
    expect((await well(admin.post(`/api/successions/${run}/approve`))).json).toMatchObject({
      state: 'done',
      applied: 3,
    });
    for (const [one, body] of [
      [farm, 'd01-agri'],
      [waste, 'd01-ecology'],
      [stray, 'd01-police'],
    ] as const) {
      const head = await city.officer(body, 'head');
      expect((await page(head, one.matter)).assignments[0]?.body.id).toBe(body);
      expect(await duties(head, one.matter)).toEqual(['to-accept']);
    }
    /* The handler went to the first part: the others’ matters wait for one of their own. */
    expect((await waste.there.handler.get(`/api/matters/${waste.matter}`)).status).toBe(404);
  });

  it('E25: given a change to come, when it is approved early, then it is refused; discarded, the body goes on', async () => {
    const { run } = await planned({ kind: 'abolished', from: 'd01-education', to: 'd01-civil', endsOn: '2026-03-20' });
    expect(await refused(admin.post(`/api/successions/${run}/approve`))).toMatchObject({
      status: 409,
      code: 'not-yet',
    });
    expect((await well(admin.post(`/api/successions/${run}/discard`))).json).toMatchObject({ state: 'discarded' });
    const { matter, there } = await inHand('学区划分', 'd01-education');
    expect(await duties(there.head, matter)).toEqual(['to-accept']);
    expect((await casesOf(run)).every((row) => !row.applied)).toBe(true);
  });

  it('E25: given the reviewer of an opinion is merged into the body that wrote it, then somebody else is designated to review', async () => {
    const { matter, there, petitioner } = await inHand('噪声扰民', 'd01-ecology', '040300');
    await well(act(there.handler, matter, 'accept', { assignment: 'a1', route: '31(6)' }));
    const items = [1, 2].map((n) => ({
      request: `请求${n}`,
      finding: '到现场测过，没有超标。',
      basis: '《噪声污染防治法》第二条。',
      verdict: 'not-support',
      answer: '不予支持。',
    }));
    await well(act(there.handler, matter, 'draft', { assignment: 'a1', items }));
    await well(act(there.head, matter, 'issue', { assignment: 'a1' }));
    await well(act(there.handler, matter, 'serve', { assignment: 'a1', on: '2026-03-02', way: 'in-person' }));
    await well(
      petitioner.post(`/api/follow/matters/${matter}/ask-review`, {
        reviewer: 'city-ecology',
        reason: '测的时候停工了。',
      }),
    );

    const { run } = await planned({ kind: 'merged', from: 'd01-ecology', to: 'city-ecology' });
    expect(await casesOf(run, 'unclear')).toMatchObject([
      { stream: matter, unclear: { zh: '接续的单位会复查自己的意见' } },
    ]);
    expect(
      await refused(admin.post(`/api/successions/${run}/designate`, { streams: [matter], to: 'city-ecology' })),
    ).toMatchObject({
      status: 409,
      code: 'still-unclear',
    });
    await well(admin.post(`/api/successions/${run}/designate`, { streams: [matter], to: 'd01-health' }));
    await well(admin.post(`/api/successions/${run}/approve`));
    const reviewer = await city.officer('city-ecology', 'reviewer');
    expect(await duties(reviewer, matter)).toContain('review-asked');
    expect((await page(reviewer, matter)).assignments[0]?.body.id).toBe('d01-health');
  });

  it('E25: given a sealed report about a body, when it is merged, then the successor neither keeps it nor sees it, and no list or count shows it', async () => {
    const SECRET = '账外的小金库';
    const keeper = await city.officer('city-petition', 'sealed');
    const letter = {
      ...letterOf(SECRET, { purpose: 'report' }),
      channel: 'letter',
      matters: [matterOf('x', { purpose: 'report' })],
    };
    const { json } = await well(staff.clerk.post('/api/submissions', letter));
    const made = matterOf(SECRET, { purpose: 'report', accused: ['d01-civil'] });
    await well(keeper.post(`/api/submissions/${json.number}/register`, { matters: [made] }));
    const matter = `${json.number}-1`;

    const plan = await planned({ kind: 'merged', from: 'd01-civil', to: 'd01-discipline' });
    expect(plan.json).toMatchObject({ cases: 0, open: 0 });
    expect(await casesOf(plan.run)).toEqual([]);
    expect((await well(admin.post(`/api/successions/${plan.run}/approve`))).json).toMatchObject({
      state: 'done',
      cases: 0,
    });
    expect(await refused(act(keeper, matter, 'pass-report', { to: 'd01-discipline', remark: '' }))).toMatchObject({
      code: 'transfer.accused-blocked',
    });
    for (const role of ['sealed', 'head', 'handler'] as const) {
      const officer = await city.officer('d01-discipline', role);
      expect((await officer.get(`/api/matters/${matter}`)).status).toBe(404);
    }
    expect((await page(keeper, matter)).text).toContain(SECRET);

    /* The keeper itself is merged into the body it is about: the report goes to another keeper. */
    const other = await planned({ kind: 'merged', from: 'city-petition', to: 'd01-discipline' });
    await well(admin.post(`/api/successions/${other.run}/approve`));
    const { rows } = await city.database.pool.query<{ body: string }>('select body from sealed_case');
    expect(rows.length).toBe(2);
    for (const { body } of rows) expect(['d01-discipline', 'city-petition', 'd01-civil']).not.toContain(body);
  });

  it('E25: given a letter with words of despair at an office that is merged, then the alarm is on the desk of its successor, which acts on it', async () => {
    const letter = { ...letterOf('我不想活了，今晚就走'), channel: 'letter', division: '990102001' };
    const clerk = await city.officer('d02-petition', 'clerk');
    const { json } = await well(clerk.post('/api/submissions', letter));
    const { run } = await planned({ kind: 'merged', from: 'd02-petition', to: 'd02-gov' });
    await well(admin.post(`/api/successions/${run}/approve`));
    const head = await city.officer('d02-gov', 'head');
    expect(await duties(head, String(json.number))).toContain('alarm');
    await well(head.post(`/api/submissions/${json.number}/acknowledge-alarm`, { text: '已经联系上本人。' }));
    await well(clerk.post(`/api/submissions/${json.number}/register`, { matters: [matterOf('欠款')] }));
    const { rows } = await city.database.pool.query<{ body: string }>('select body from submission where number = $1', [
      json.number,
    ]);
    expect(rows).toEqual([{ body: 'd02-petition' }]);
  });

  it('E25: given a run that is cut off again and again, when it is carried on, then each case goes over once', async () => {
    const cases = [
      await inHand('停水', 'd01-health'),
      await inHand('停气', 'd01-health'),
      await inHand('停电', 'd01-health'),
    ];
    const actor = { kind: 'staff', account: 'city-petition.admin', body: 'd01-discipline', roles: ['admin'] } as const;
    const made = await planSuccession(city.ledger, actor, {
      kind: 'abolished',
      plan: { from: 'd01-health', to: 'd01-land', parts: [], officers: 'd01-land' },
      endsOn: '2026-03-02',
      basis: BASIS,
    });
    if (isRefusal(made)) throw new Error(made.said.en);
    for (let times = 0; times < 12; times++) await advanceSuccession(city.ledger, made.run, 0);
    await well(admin.post(`/api/successions/${made.run}/approve`));
    for (let times = 0; times < 12; times++) await advanceSuccession(city.ledger, made.run, 0);
    await city.settle();
    expect((await well(admin.get(`/api/successions/${made.run}`))).json.run).toMatchObject({ state: 'done' });
    for (const { matter } of cases) {
      const { rows } = await city.database.pool.query(
        "select 1 from fact where stream = $1 and kind = 'BodySucceeded' and body ->> 'from' = 'd01-health'",
        [matter],
      );
      expect([matter, rows.length]).toEqual([matter, 1]);
    }
  });

  it('E25: given all that, then the record replays to what is stored', async () => {
    const found = await verify(city.ledger);
    expect(found.wrong).toEqual([]);
  });
});
