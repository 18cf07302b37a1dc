import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { passDays } from '../../src/app/daily.ts';
import type { FollowModel } from '../../src/app/follow/follow.contract.ts';
import { addDays } from '../../src/domain/days.ts';
import { letterOf, matterOf, opinionOf, registered, type Staff, staffOf, upTo, well } from '../life/steps.ts';
import { type EmptyCity, type Hand, openEmptyCity } from '../world/empty-city.ts';
import { act, clock, daysOf, duties, followed, page, paper, refused, told } from './hands.ts';

let city: EmptyCity;
let staff: Staff;
let supervisor: Hand;
let cityClerk: Hand;
let cityOffice: Hand;
let citySupervisor: Hand;
let days: ReturnType<typeof daysOf>;

beforeAll(async () => {
  city = await openEmptyCity();
  days = daysOf(city);
  staff = await staffOf(city);
  supervisor = await city.officer('d01-petition', 'supervisor');
  cityClerk = await city.officer('city-petition', 'clerk');
  cityOffice = await city.officer('city-petition', 'dispatcher');
  citySupervisor = await city.officer('city-petition', 'supervisor');
});
afterAll(() => city?.close());

const HEARING = {
  assignment: 'a1',
  at: '上午9点，三楼会议室',
  topic: '管子该谁修',
  materials: '勘查记录、照片',
  chair: '王志远',
  members: 5,
  names: '陈某、李某、赵某、钱某、孙某',
};
const ORDER = { way: 'writing', defect: 'delay', demand: '十日内书面答复信访人。' };

/** A matter whose opinion was served today; `executeBy` is the day by which what it grants is carried out. */
async function served(about: string, executeBy?: string) {
  const one = await registered(staff, about);
  await upTo('accepted', staff, one.matter);
  const { items, ...draft } = opinionOf();
  const dated = items.map((item) => ({ ...item, ...(executeBy ? { executeBy } : {}) }));
  await well(act(staff.handler, one.matter, 'draft', { ...draft, items: dated }));
  await well(act(staff.head, one.matter, 'issue', { assignment: 'a1' }));
  await well(act(staff.handler, one.matter, 'serve', { assignment: 'a1', way: 'in-person', on: days.today() }));
  return { ...one, petitioner: await city.petitioner(one.code, '1101') };
}

/** The matters of a submission as its petitioner sees them. */
async function mattersOf(petitioner: Hand, number: string) {
  const { json } = await well(petitioner.get(`/api/follow/${number}`));
  /* The answer of this address, by its contract. */
  return (json as unknown as FollowModel).matters;
}

describe('a hearing', () => {
  it('E6: given a hearing in the 60 days, when it is ordered, held and concluded, then no day stands still and everybody is told', async () => {
    const { matter, code } = await registered(staff, '楼道漏水');
    await upTo('accepted', staff, matter);
    const before = await clock(staff.handler, matter, 'handle:a1');
    const heldOn = addDays(days.today(), 10);

    expect(await refused(act(staff.head, matter, 'open-hearing', { ...HEARING, members: 4, heldOn }))).toMatchObject({
      status: 422,
      article: 'regulation:31(6)',
      field: 'members',
    });
    expect(await refused(act(staff.head, matter, 'open-hearing', { ...HEARING, topic: ' ', heldOn }))).toMatchObject({
      status: 422,
      field: 'topic',
    });
    await well(act(staff.head, matter, 'open-hearing', { ...HEARING, heldOn }));
    const notice = await paper(staff.head, matter, 'hearing-notice');
    for (const said of [
      '2026年3月12日（上午9点，三楼会议室）',
      '勘查记录、照片',
      '陈某、李某',
      '2名以内的代理人',
      '不超过5名代表',
      '照常计算',
    ])
      expect(notice).toContain(said);
    expect(await duties(staff.handler, matter)).toEqual(expect.arrayContaining(['in-hand', 'hearing']));

    const petitioner = await city.petitioner(code, '1101');
    const seen = await followed(petitioner, matter);
    expect(seen.hearing).toMatchObject({ on: heldOn, at: '上午9点，三楼会议室', topic: '管子该谁修', held: false });
    expect(seen.papers.map(({ title }) => title.zh)).toContain('听证通知书');

    days.on(heldOn);
    expect(
      (await refused(act(staff.head, matter, 'conclude-hearing', { held: true, conclusion: '物业修。' }))).code,
    ).toBe('not-held');
    await well(act(staff.handler, matter, 'hold-hearing', { on: heldOn, minutes: '双方都说了，核对签名。' }));
    expect(
      await refused(act(staff.head, matter, 'conclude-hearing', { held: true, agreeing: 2, conclusion: '物业修。' })),
    ).toMatchObject({ status: 422, field: 'agreeing' });
    await well(act(staff.head, matter, 'conclude-hearing', { held: true, agreeing: 4, conclusion: '由物业修。' }));
    expect(await paper(staff.head, matter, 'hearing-conclusion')).toContain('听证员5人，4人同意');
    expect(await clock(staff.handler, matter, 'handle:a1')).toMatchObject({ due: before.due, rawEnd: before.rawEnd });
    expect((await followed(petitioner, matter)).hearing).toBeUndefined();
    expect((await page(staff.head, matter)).proceedings?.hearings).toMatchObject([
      { of: 'handling', planned: heldOn, members: 5, held: { on: heldOn }, ended: { held: true, text: '由物业修。' } },
    ]);
    expect(await duties(staff.handler, matter)).not.toContain('hearing');
  });

  it('E6: given a hearing in re-review, when it is concluded, then its days are left out of the 30 and the page says which', async () => {
    const { matter, petitioner } = await served('屋顶漏雨');
    const reviewers = {
      'city-housing': [await city.officer('city-housing', 'reviewer'), await city.officer('city-housing', 'head')],
      'city-gov': [await city.officer('city-gov', 'reviewer'), await city.officer('city-gov', 'leader')],
    } as const;
    for (const [body, [reviewer, head]] of Object.entries(reviewers)) {
      await well(
        petitioner.post(`/api/follow/matters/${matter}/ask-review`, { reviewer: body, reason: '漏的是管子。' }),
      );
      await well(act(reviewer, matter, 'accept-review'));
      if (body === 'city-gov') break;
      await well(act(reviewer, matter, 'draft-review', { outcome: 'uphold', facts: '看过。', opinion: '维持。' }));
      await well(act(head, matter, 'decide-review'));
      await well(act(reviewer, matter, 'serve-review', { way: 'in-person', on: days.today() }));
    }
    const [reviewer] = reviewers['city-gov'];
    const before = await clock(reviewer, matter, 'final:r2');
    const ordered = days.today();
    await well(act(reviewer, matter, 'open-hearing', { ...HEARING, heldOn: addDays(ordered, 10) }));
    expect(await paper(reviewer, matter, 'hearing-notice')).toContain('不计算在办理期限内');
    expect((await clock(reviewer, matter, 'final:r2')).suspendedOn).toBe(ordered);
    expect((await page(reviewer, matter)).proceedings?.hearings[0]).toMatchObject({
      of: 'final',
      by: { id: 'city-gov' },
      excluded: { from: ordered },
    });
    expect(await duties(reviewer, matter)).toEqual(expect.arrayContaining(['review-in-hand', 'hearing']));

    days.pass(14);
    await well(act(reviewer, matter, 'hold-hearing', { on: days.today(), minutes: '都到了。' }));
    await well(act(reviewer, matter, 'conclude-hearing', { held: true, conclusion: '应当查管子。' }));
    const after = await clock(reviewer, matter, 'final:r2');
    expect(after.rawEnd).toBe(addDays(before.rawEnd, 14));
    expect(after.why.zh.join()).toContain('不计算在内');
    expect((await page(reviewer, matter)).proceedings?.hearings[0]?.excluded).toEqual({
      from: ordered,
      to: days.today(),
    });
  });
});

describe('supervision', () => {
  it('T33: given a body that delays, when it is ordered, then it answers, the answer is sent back with a new day, and then accepted', async () => {
    const { matter, code } = await registered(staff, '门禁坏了');
    await upTo('accepted', staff, matter);
    const due = addDays(days.today(), 10);
    expect((await refused(act(staff.dispatcher, matter, 'supervise', { ...ORDER, due }))).status).toBe(403);
    expect(await refused(act(supervisor, matter, 'supervise', { ...ORDER, demand: ' ', due }))).toMatchObject({
      status: 422,
      field: 'demand',
    });
    await well(act(supervisor, matter, 'supervise', { ...ORDER, due }));
    const order = await paper(supervisor, matter, 'supervision-order');
    for (const said of ['推诿、敷衍、拖延', '十日内书面答复信访人。', '第四十条第一款', '临江区住房和城乡建设局'])
      expect(order).toContain(said);
    expect((await clock(staff.handler, matter, 'supervision:o1')).rawEnd).toBe(due);
    expect(await duties(staff.handler, matter)).toContain('order');
    expect(await told(await city.petitioner(code, '1101'), matter)).toContain('信访部门督办了临江区住房和城乡建设局。');
    expect(
      (await followed(await city.petitioner(code, '1101'), matter)).papers.map(({ title }) => title.zh),
    ).not.toContain('督办函');

    expect((await refused(act(supervisor, matter, 'close-order'))).code).toBe('no-answer');
    await well(act(staff.handler, matter, 'answer-order', { text: '本周换锁。' }));
    expect(await duties(supervisor, matter)).toContain('order-answered');
    const again = addDays(days.today(), 5);
    await well(act(supervisor, matter, 'return-order', { text: '写明换好没有。', due: again }));
    expect((await clock(staff.handler, matter, 'supervision:o1')).rawEnd).toBe(again);
    await well(act(staff.handler, matter, 'answer-order', { text: '已经换好。' }));
    await well(act(supervisor, matter, 'close-order'));
    expect((await page(supervisor, matter)).proceedings?.orders).toMatchObject([
      {
        phase: 'closed',
        due: again,
        steps: [
          { step: 'answered', text: '本周换锁。' },
          { step: 'returned', text: '写明换好没有。' },
          { step: 'answered', text: '已经换好。' },
          { step: 'closed' },
        ],
      },
    ]);
    expect((await clock(staff.handler, matter, 'supervision:o1')).outcome).toBe('met');
    expect(await duties(supervisor, matter)).not.toContain('order-answered');
  });

  it('E38: given a matter whose period ran out unanswered, when it is raised above, then it is not declined there: it is put under order and its petitioner follows it', async () => {
    const below = await registered(staff, '水管爆裂');
    await upTo('accepted', staff, below.matter);
    const { due } = await clock(staff.handler, below.matter, 'handle:a1');
    const letter = { ...letterOf('水管爆裂没人管'), channel: 'letter', matters: [matterOf('水管爆裂没人管')] };
    const above = String((await well(cityClerk.post('/api/submissions', letter))).json.number);
    const order = { ...ORDER, raisedBy: above, confirmedSame: true };

    expect(
      await refused(act(citySupervisor, below.matter, 'supervise', { ...order, due: addDays(days.today(), 10) })),
    ).toMatchObject({ status: 422, article: 'regulation:19¶3', field: 'raisedBy' });

    days.on(addDays(due, 1));
    const { json } = await well(cityClerk.post('/api/submissions', letter));
    const later = String(json.number);
    const decline = {
      reason: 'pending-elsewhere',
      cites: below.matter,
      confirmedSame: true,
      explain: '下级正在办。',
      goTo: '临江区住房和城乡建设局',
    };
    expect(await refused(act(cityOffice, `${later}-1`, 'not-accept', decline))).toMatchObject({
      status: 409,
      code: 'repeat.expired-is-supervision',
      article: 'regulation:19¶3',
    });

    const now = { ...order, raisedBy: later, due: addDays(days.today(), 10) };
    const { confirmedSame: _, ...unconfirmed } = now;
    expect(await refused(act(citySupervisor, below.matter, 'supervise', unconfirmed))).toMatchObject({
      status: 422,
      code: 'repeat.same-person-same-matter',
      field: 'confirmedSame',
    });
    for (const raisedBy of ['990100-2026-999999', '990101-2025-000001'])
      expect((await refused(act(citySupervisor, below.matter, 'supervise', { ...now, raisedBy }))).field).toBe(
        'raisedBy',
      );
    await well(act(citySupervisor, below.matter, 'supervise', now));
    expect(await paper(citySupervisor, below.matter, 'supervision-order')).toContain(later);
    expect((await page(citySupervisor, below.matter)).proceedings?.orders).toMatchObject([{ raisedBy: later }]);
    expect(await duties(staff.handler, below.matter)).toContain('order');

    const petitioner = await city.petitioner(String(json.code), '1101');
    const seen = await mattersOf(petitioner, later);
    expect(seen.map(({ matter }) => matter)).toEqual([`${later}-1`, below.matter]);
    expect(seen[1]?.story.map(({ said }) => said.zh)).toContain('信访部门督办了临江区住房和城乡建设局。');
    const [notice] = seen[1]?.papers ?? [];
    const own = notice?.href.replace(below.number, later) ?? '';
    expect((await petitioner.get(own)).text).toContain('受理告知书');

    await well(
      act(cityOffice, `${later}-1`, 'merge', { into: below.matter, confirmedSame: true, reason: '同一件，已督办。' }),
    );
    const merged = await mattersOf(petitioner, later);
    expect(merged.map(({ matter }) => matter)).toEqual([below.matter]);
    const first = await city.petitioner(below.code, '1101');
    expect((await mattersOf(first, below.number)).map(({ matter }) => matter)).toEqual([below.matter]);
  });

  it('E41: given a supporting opinion that is not carried out, when its day has passed, then it is ordered and those responsible are proposed for account', async () => {
    const { matter } = await served('电梯停运', addDays(days.today(), 20));
    const { due } = await clock(staff.handler, matter, 'execution:a1');
    expect(await duties(staff.handler, matter)).toContain('to-execute');
    days.on(addDays(due, 1));
    expect(await clock(staff.handler, matter, 'handle:a1')).toMatchObject({ outcome: 'met' });
    expect(await clock(staff.handler, matter, 'execution:a1')).toMatchObject({ outcome: 'running', level: 'overdue' });

    const due2 = addDays(days.today(), 7);
    await well(
      act(supervisor, matter, 'supervise', { ...ORDER, defect: 'execution', demand: '一周内落实。', due: due2 }),
    );
    expect(await paper(supervisor, matter, 'supervision-order')).toContain('拒不执行处理意见');
    expect(await duties(staff.handler, matter)).toEqual(expect.arrayContaining(['to-execute', 'order']));

    const proposal = {
      to: 'd01-gov',
      kind: 'accountability',
      problem: '答应修电梯，逾期未修。',
      proposal: '依规追究。',
    };
    await well(act(supervisor, matter, 'propose', proposal));
    const text = await paper(supervisor, matter, 'proposal');
    for (const said of ['追究责任建议', '答应修电梯，逾期未修。', '书面反馈是否采纳', '30日'])
      expect(text).toContain(said);
    const head = await city.officer('d01-gov', 'head');
    expect(await duties(head, matter)).toContain('proposal');
    expect((await refused(act(head, matter, 'answer-proposal', { adoption: 'adopted', text: '' }))).field).toBe('text');
    await well(act(head, matter, 'answer-proposal', { adoption: 'partly', text: '约谈负责人。' }));
    expect((await page(supervisor, matter)).proceedings?.proposals).toMatchObject([
      { kind: 'accountability', to: { id: 'd01-gov' }, answer: { adoption: 'partly', text: '约谈负责人。' } },
    ]);
    await well(act(staff.handler, matter, 'report-execution', { assignment: 'a1', done: true, text: '电梯已恢复。' }));
    expect(await clock(staff.handler, matter, 'execution:a1')).toMatchObject({ outcome: 'late' });
  });

  it('T33: given a petition office that does not pass it on, when the one above orders it, then the order goes to that office', async () => {
    const { matter } = await registered(staff, '没有转出去的信');
    expect((await refused(act(supervisor, matter, 'supervise', { ...ORDER, due: days.today() }))).code).toBe(
      'nobody-to-order',
    );
    await well(act(citySupervisor, matter, 'supervise', { ...ORDER, due: addDays(days.today(), 3) }));
    expect((await page(citySupervisor, matter)).proceedings?.orders).toMatchObject([{ to: { id: 'd01-petition' } }]);
    expect(await duties(supervisor, matter)).toContain('order');
  });
});

describe('the file', () => {
  it('T36: given a matter in which nothing runs any more, when it is archived, then it stays readable for both sides', async () => {
    const { matter, petitioner } = await served('路灯不亮');
    expect(await refused(act(staff.reception, matter, 'archive'))).toMatchObject({
      status: 409,
      article: 'house:archive',
    });
    const { due } = await clock(staff.handler, matter, 'apply-review:a1');
    days.on(addDays(due, 1));
    await passDays(city.ledger);
    await well(act(staff.reception, matter, 'archive'));
    expect((await page(staff.reception, matter)).phase).toBe('archived');
    expect((await followed(petitioner, matter)).state).toBe('served');
    expect((await refused(act(staff.reception, matter, 'archive'))).code).toBe('archived');
  });
});
