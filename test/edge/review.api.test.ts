import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { passDays } from '../../src/app/daily.ts';
import type { FollowModel } from '../../src/app/follow/follow.contract.ts';
import type { PetitionPageModel } from '../../src/app/petition-page/petition-page.contract.ts';
import { addDays, dayOf } from '../../src/domain/days.ts';
import { letterOf, matterOf, registered, type Staff, staffOf, upTo, well } from '../life/steps.ts';
import { type Answer, type EmptyCity, type Hand, openEmptyCity } from '../world/empty-city.ts';

let city: EmptyCity;
let staff: Staff;
/** At the higher department, which reviews; and above it, the city, which re-reviews. */
let reviewer: Hand;
let director: Hand;
let cityReviewer: Hand;
let mayor: Hand;

beforeAll(async () => {
  city = await openEmptyCity();
  staff = await staffOf(city);
  reviewer = await city.officer('city-housing', 'reviewer');
  director = await city.officer('city-housing', 'head');
  cityReviewer = await city.officer('city-gov', 'reviewer');
  mayor = await city.officer('city-gov', 'leader');
});
afterAll(() => city?.close());

interface Case {
  readonly number: string;
  readonly matter: string;
  readonly code: string;
  readonly petitioner: Hand;
}

function today(): string {
  return dayOf(city.clock.now().toISOString());
}

function pass(days: number): string {
  city.clock.set(new Date(city.clock.now().getTime() + days * 86_400_000));
  return today();
}

/** An opinion served today, of a matter of this description. */
async function servedCase(about: string, view: object = {}): Promise<Case> {
  const { number, matter, code } = await registered(staff, about);
  await upTo('issued', staff, matter);
  await well(act(staff.handler, matter, 'serve', { assignment: 'a1', way: 'in-person', on: today(), ...view }));
  return { number, matter, code, petitioner: await city.petitioner(code, '1101') };
}

function act(hand: Hand, matter: string, name: string, body: object = {}): Promise<Answer> {
  return hand.post(`/api/matters/${matter}/${name}`, body);
}

function ask({ petitioner, matter }: Case, body: object = {}): Promise<Answer> {
  return petitioner.post(`/api/follow/matters/${matter}/ask-review`, {
    reviewer: 'city-housing',
    reason: '查得不对：漏的是管子，不是下雨。',
    ...body,
  });
}

async function followed({ petitioner, number }: Case) {
  const { json } = await well(petitioner.get(`/api/follow/${number}`));
  /* The answer of this address, by its contract. */
  const [matter] = (json as unknown as FollowModel).matters;
  if (!matter) throw new Error('nothing is registered');
  return matter;
}

async function page(hand: Hand, matter: string): Promise<PetitionPageModel> {
  const { json } = await well(hand.get(`/api/matters/${matter}`));
  /* The answer of this address, by its contract. */
  return json as unknown as PetitionPageModel;
}

/** The text of the newest paper of a kind. */
async function paper(hand: Hand, matter: string, kind: string): Promise<string> {
  const { instruments } = await page(hand, matter);
  const found = instruments.findLast((one) => one.kind === kind);
  const { text } = await well(hand.get(found?.href ?? ''));
  return text.replace(/<[^>]+>/g, '');
}

async function duties(hand: Hand, matter: string): Promise<string[]> {
  const { json } = await well(hand.get('/api/desk?limit=100'));
  return (json.rows as { item: string; duty: string }[]).filter((row) => row.item === matter).map((row) => row.duty);
}

const UPHELD = {
  outcome: 'uphold',
  facts: '到现场开井看过：管子三处开裂。',
  opinion: '原意见认定的事实清楚，予以维持。',
};
const REVOKED = { ...UPHELD, outcome: 'revoke', grounds: ['facts', 'unanswered'], opinion: '原意见没有查管子。' };

/** From the request to the service of its decision. */
async function decided(of: Case, draft: object, by: { reviewer: Hand; head: Hand } = { reviewer, head: director }) {
  const { matter } = of;
  await well(act(by.reviewer, matter, 'accept-review'));
  await well(act(by.reviewer, matter, 'draft-review', draft));
  await well(act(by.head, matter, 'decide-review'));
  await well(act(by.reviewer, matter, 'serve-review', { way: 'in-person', on: today() }));
}

/** All three levels, the last of them served today. */
async function endedCase(about: string): Promise<Case> {
  const of = await servedCase(about);
  await well(ask(of));
  await decided(of, UPHELD);
  await well(ask(of, { reviewer: 'city-gov' }));
  await decided(of, UPHELD, { reviewer: cityReviewer, head: mayor });
  return of;
}

describe('a review', () => {
  it('T26, T27: given a request in time, when it is accepted, drafted, decided and served, then each paper says its own and re-review opens', async () => {
    const of = await servedCase('楼道漏水');
    const { matter } = of;
    pass(3);
    await well(ask(of));
    expect(await duties(reviewer, matter)).toEqual(['review-asked']);
    expect((await act(staff.handler, matter, 'accept-review')).status).toBe(403);

    await well(act(reviewer, matter, 'ask-review-papers', { list: '近三个月的水费单', due: addDays(today(), 10) }));
    expect(await paper(reviewer, matter, 'supplement-notice')).toContain('近三个月的水费单');
    await well(act(reviewer, matter, 'accept-review'));
    const accepted = await paper(reviewer, matter, 'review-acceptance');
    for (const told of ['临江区住房和城乡建设局', '信访事项处理意见书', '2026年4月7日'])
      expect(accepted).toContain(told);
    expect(await duties(reviewer, matter)).toEqual(['review-in-hand']);
    await well(act(reviewer, matter, 'note-review', { step: 'inquiry', text: '开井看了，三处开裂。' }));

    expect((await act(reviewer, matter, 'draft-review', { ...UPHELD, facts: ' ' })).json.error).toMatchObject({
      field: 'facts',
    });
    await well(act(reviewer, matter, 'draft-review', UPHELD));
    expect(await duties(director, matter)).toEqual(['review-to-approve']);
    await well(act(director, matter, 'return-review-draft', { reason: '写明哪天去看的' }));
    expect((await page(reviewer, matter)).reviews[0]?.draft).toMatchObject({ version: 1, returned: '写明哪天去看的' });
    await well(act(reviewer, matter, 'draft-review', UPHELD));
    expect((await act(reviewer, matter, 'decide-review')).status).toBe(403);
    await well(act(director, matter, 'decide-review'));

    /* The petitioner has it with its service, not before. */
    expect((await followed(of)).papers.map((one) => one.title.zh)).not.toContain('信访事项复查意见书');
    const on = pass(1);
    await well(act(reviewer, matter, 'serve-review', { way: 'in-person', on }));
    const opinion = await paper(reviewer, matter, 'review-opinion');
    for (const told of [
      '申请人：周桂兰',
      '被申请人：临江区住房和城乡建设局',
      '漏的是管子，不是下雨',
      '管子三处开裂',
      '维持《信访事项处理意见书》',
      '自收到之日起30日内，向南江市人民政府申请复核',
      '第三十六条第一款',
    ])
      expect(opinion).toContain(told);
    const seen = await followed(of);
    expect(seen.papers.map((one) => one.title.zh)).toContain('信访事项复查意见书');
    expect(seen.review).toMatchObject({ level: 'final', until: '2026-04-07', reviewers: [{ id: 'city-gov' }] });
    expect(seen.can.askReview).toBe(true);
    await city.settle();
    const { rows } = await city.database.pool.query('select count(*)::int as count from message');
    expect(rows[0]).toEqual({ count: 2 });
  });

  it('shows the body below no draft, no step and no note of the reviewer, and shows the reviewer the whole file of the body', async () => {
    const of = await servedCase('路灯不亮');
    const { matter } = of;
    await well(ask(of));
    await well(act(reviewer, matter, 'accept-review'));
    await well(act(reviewer, matter, 'note-review', { step: 'deliberation', text: '合议时有两种看法。' }));
    await well(act(reviewer, matter, 'draft-review', REVOKED));
    const below = await page(staff.head, matter);
    expect(below.reviews[0]?.draft).toBeUndefined();
    expect(JSON.stringify(below)).not.toContain('两种看法');
    const above = await page(reviewer, matter);
    expect(above.story.map((one) => one.kind)).toEqual(
      expect.arrayContaining(['Received', 'Accepted', 'Drafted', 'OpinionIssued', 'ReviewNoted', 'ReviewDrafted']),
    );
    expect(above.reviews[0]).toMatchObject({
      level: 'review',
      respondent: { id: 'd01-housing' },
      attacked: { title: { zh: '信访事项处理意见书' } },
      reason: '查得不对：漏的是管子，不是下雨。',
      draft: { outcome: 'revoke', facts: REVOKED.facts },
    });
  });

  it('is issued as the head read it, or not at all', async () => {
    const of = await servedCase('门禁坏了');
    const { matter } = of;
    await well(ask(of));
    await well(act(reviewer, matter, 'accept-review'));
    await well(act(reviewer, matter, 'draft-review', UPHELD));
    await well(act(reviewer, matter, 'draft-review', REVOKED));
    const stale = await act(director, matter, 'decide-review', { version: 1 });
    expect([stale.status, stale.json.error]).toEqual([409, expect.objectContaining({ code: 'draft-moved' })]);
    const { instruments } = await page(reviewer, matter);
    expect(instruments.map((one) => one.kind)).not.toContain('review-opinion');
    await well(act(director, matter, 'decide-review', { version: 2 }));
    expect((await page(reviewer, matter)).reviews[0]?.decision?.outcome).toBe('revoke');
  });
});

describe('asking for review', () => {
  it('E13: given an opinion that named no period, when the body corrects it on day 40, then the 30 days run from the notice', async () => {
    const of = await servedCase('外墙脱落');
    pass(40);
    expect((await followed(of)).can.askReview).toBe(false);
    await well(act(staff.head, of.matter, 'correct-remedy', { assignment: 'a1', explain: '原意见书漏写了复查期限。' }));
    const told = await followed(of);
    expect(told.papers.map((one) => one.title.zh)).toContain('救济权利更正告知书');
    expect(told.review).toMatchObject({ level: 'review', late: false });
    expect((told.review?.until ?? '') >= addDays(today(), 30)).toBe(true);
    pass(29);
    expect((await ask(of)).status).toBe(200);
  });

  it('E14: given a stay in hospital, when review is asked for on day 49 with the reason, then the reviewer weighs it, and may decline it as late', async () => {
    const of = await servedCase('电梯停运');
    pass(49);
    expect((await ask(of)).json.error).toMatchObject({ code: 'review.within-30-days', article: 'regulation:35' });
    const before = await followed(of);
    expect(before.can).toMatchObject({ askReview: false, askReviewLate: true });
    expect(before.review).toMatchObject({ late: true, level: 'review' });
    await well(ask(of, { excuse: '骨折住院四十天，出院小结附后。' }));
    const [review] = (await page(reviewer, of.matter)).reviews;
    expect(review?.excuse).toBe('骨折住院四十天，出院小结附后。');
    expect((review?.due ?? '') >= addDays(today(), 30)).toBe(true);
    await well(act(reviewer, of.matter, 'refuse-review', { reason: 'late', explain: '出院以后又过了三个月。' }));
    expect(await paper(reviewer, of.matter, 'review-refusal')).toContain('超过30日，没有正当理由');
    const after = await followed(of);
    expect(after.papers.map((one) => one.title.zh)).toContain('复查（复核）不予受理告知书');
    expect(after.can.askReviewLate).toBe(true);
  });

  it('E14: given a request in time, when the reviewer would decline it as late, then it cannot', async () => {
    const of = await servedCase('楼顶漏雨');
    await well(ask(of));
    const declined = await act(reviewer, of.matter, 'refuse-review', { reason: 'late', explain: '过期' });
    expect([declined.status, declined.json.error]).toEqual([
      422,
      expect.objectContaining({ code: 'review.within-30-days', field: 'reason' }),
    ]);
  });

  it('E15: given new demands, when review is asked for with them, then they are to be raised apart, and the original ones go to review', async () => {
    const of = await servedCase('化粪池满溢');
    const refused = await ask(of, { newRequests: ['另外赔我家的地板'] });
    expect([refused.status, refused.json.error]).toEqual([
      422,
      expect.objectContaining({ code: 'review.original-matter-only', field: 'newRequests' }),
    ]);
    expect((await ask(of)).status).toBe(200);
  });

  it('E16: given a request left at the body itself on the last day, when it is recorded two days after, then it is in time and the right bodies are named', async () => {
    const of = await servedCase('井盖缺失');
    const due = (await followed(of)).review?.until ?? '';
    pass(33);
    expect(today() > due).toBe(true);
    const wrong = await act(staff.reception, of.matter, 'record-review-request', {
      reviewer: 'd01-housing',
      filedOn: due,
      reason: '井盖没有补上。',
    });
    expect([wrong.status, wrong.json.error]).toEqual([
      422,
      expect.objectContaining({ code: 'review.right-reviewer', article: 'regulation:35', field: 'reviewer' }),
    ]);
    expect(wrong.text).toContain('临江区人民政府');
    await well(
      act(staff.reception, of.matter, 'record-review-request', {
        reviewer: 'd01-gov',
        filedOn: due,
        reason: '井盖没有补上。',
      }),
    );
    const district = await city.officer('d01-gov', 'reviewer');
    expect((await page(district, of.matter)).reviews[0]).toMatchObject({
      filedOn: due,
      filedAt: { id: 'd01-housing' },
      askedOn: today(),
    });
    await well(act(district, of.matter, 'accept-review'));
    expect(await paper(district, of.matter, 'review-acceptance')).toContain('您于');
  });

  it('E17: given a reply to a suggestion or on a duty, when review is asked for, then there is none, and the page offers none', async () => {
    for (const route of ['29', '31(5)']) {
      const purpose = route === '29' ? 'suggestion' : 'claim';
      const about = `答复${route}`;
      const letter = { ...letterOf(about, { purpose }), channel: 'letter', matters: [matterOf(about, { purpose })] };
      const { json } = await well(staff.clerk.post('/api/submissions', letter));
      const [number, code, matter] = [String(json.number), String(json.code), `${json.number}-1`];
      await upTo('signed', staff, matter);
      await well(act(staff.handler, matter, 'accept', { assignment: 'a1', route }));
      await well(act(staff.handler, matter, 'draft', draftOf(2)));
      await well(act(staff.head, matter, 'issue', { assignment: 'a1' }));
      await well(act(staff.handler, matter, 'serve', { assignment: 'a1', way: 'in-person', on: today() }));
      const of: Case = { number, matter, code, petitioner: await city.petitioner(code, '1101') };
      expect((await ask(of)).json.error).toMatchObject({ code: 'review.within-30-days', article: 'regulation:35' });
      expect((await followed(of)).can).toMatchObject({ askReview: false, askReviewLate: false });
    }
  });

  it('T30: given a window that ended unused, when the day has passed, then it is noted once, the opinion stands, and a good cause still counts', async () => {
    const of = await servedCase('绿化带被占');
    const until = (await followed(of)).review?.until ?? '';
    while (today() < until) pass(1);
    await passDays(city.ledger);
    expect((await followed(of)).can.askReview).toBe(true);
    pass(1);
    const noted = await passDays(city.ledger);
    expect(noted.lapsed).toBeGreaterThanOrEqual(1);
    expect(await passDays(city.ledger)).toEqual({ lapsed: 0 });
    const { clocks, story, phase } = await page(staff.handler, of.matter);
    expect(clocks.find((clock) => clock.kind === 'apply-review')?.outcome).toBe('void');
    expect(story.filter((one) => one.kind === 'Lapsed')).toHaveLength(1);
    expect(phase).toBe('answered');
    expect((await followed(of)).can).toMatchObject({ askReview: false, askReviewLate: true });
    expect((await ask(of, { excuse: '山洪断路，走不出来。' })).status).toBe(200);
  });
});

function draftOf(requests: number, verdict = 'support') {
  return {
    assignment: 'a1',
    items: Array.from({ length: requests }, (_, at) => ({
      request: `请求${at + 1}`,
      finding: '经查看属实。',
      basis: '《物业管理条例》',
      verdict,
      answer: '照办。',
    })),
  };
}

describe('a review that revokes', () => {
  it('E40: given a revocation on facts, when the body answers the same again, then it must say what is new; after the new answer there is a fresh review', async () => {
    const of = await servedCase('下水管堵');
    const { matter } = of;
    await well(ask(of));
    await decided(of, { ...REVOKED, redoDays: 20 });
    const order = await paper(staff.head, matter, 'redo-notice');
    for (const told of ['事实不清、漏答请求', '20日内办结', '不得以同一事实和理由作出与原意见基本相同的意见'])
      expect(order).toContain(told);
    expect(await paper(staff.head, matter, 'review-opinion')).toContain('责令临江区住房和城乡建设局');
    const seen = await followed(of);
    expect(seen.state).toBe('accepted');
    expect(seen.review).toBeUndefined();
    expect(seen.papers.map((one) => one.title.zh)).toEqual(
      expect.arrayContaining(['信访事项处理意见书', '信访事项复查意见书']),
    );
    expect(seen.papers.map((one) => one.title.zh)).not.toContain('重新办理通知书');
    expect(await duties(staff.handler, matter)).toContain('in-hand');
    const back = await page(staff.handler, matter);
    expect(back.clocks.find((clock) => clock.kind === 'redo')).toMatchObject({ outcome: 'running' });
    expect(back.reviews[0]?.decision).toMatchObject({ outcome: 'revoke', grounds: ['facts', 'unanswered'] });

    pass(5);
    /* The time the decision set is no 60 days of acceptance: it is not for the body to lengthen. */
    const longer = await act(staff.handler, matter, 'ask-extension', {
      assignment: 'a1',
      days: 10,
      reason: '等检测。',
    });
    expect(longer.json.error).toMatchObject({ code: 'extension.once-30-days-before-due' });
    await well(act(staff.handler, matter, 'draft', draftOf(2)));
    const same = await act(staff.head, matter, 'issue', { assignment: 'a1' });
    expect([same.status, same.json.error]).toEqual([
      409,
      expect.objectContaining({ code: 'review.not-the-same-answer', field: 'renewed' }),
    ]);
    await well(act(staff.head, matter, 'issue', { assignment: 'a1', renewed: '开井录像，管子三处开裂。' }));
    await well(act(staff.handler, matter, 'serve', { assignment: 'a1', way: 'in-person', on: today() }));
    const again = await followed(of);
    expect(again.review).toMatchObject({ level: 'review', late: false });
    expect(again.can.askReview).toBe(true);
    /* The other of the two reviewers this time: the choice is the petitioner's anew. */
    await well(ask(of, { reviewer: 'd01-gov' }));
    const district = {
      reviewer: await city.officer('d01-gov', 'reviewer'),
      head: await city.officer('d01-gov', 'head'),
    };
    await decided(of, UPHELD, district);
    expect((await followed(of)).review).toMatchObject({ level: 'final', reviewers: [{ id: 'city-gov' }] });
  });

  it('E40: given a revocation on procedure alone, when the body answers the same, then it may', async () => {
    const of = await servedCase('门口占道');
    await well(ask(of));
    await decided(of, { ...REVOKED, grounds: ['procedure'] });
    await well(act(staff.handler, of.matter, 'draft', draftOf(2)));
    expect((await act(staff.head, of.matter, 'issue', { assignment: 'a1' })).status).toBe(200);
  });
});

describe('the end of re-review', () => {
  it('given re-review upheld, when it is served, then it is final in words, may be filed once by the petition office of the place, and offers no more review', async () => {
    const of = await endedCase('围墙界址');
    const { matter } = of;
    const opinion = await paper(mayor, matter, 'final-opinion');
    for (const told of ['被申请人：南江市住房和城乡建设局', '信访程序的最终意见', '第三十六条第三款', '可以重新提出'])
      expect(opinion).toContain(told);
    const seen = await followed(of);
    expect(seen.state).toBe('ended');
    expect(seen.can).toMatchObject({ askReview: false, askReviewLate: false });
    expect((await ask(of, { reviewer: 'city-gov' })).json.error).toMatchObject({
      code: 'review.final',
      article: 'regulation:36¶3',
    });
    const supervisor = await city.officer('d01-petition', 'supervisor');
    await well(act(supervisor, matter, 'file-termination', { remark: '' }));
    const record = await paper(supervisor, matter, 'termination-record');
    for (const told of ['信访事项处理意见书', '信访事项复查意见书', '信访事项复核意见书', '第三十七条'])
      expect(record).toContain(told);
    expect((await act(supervisor, matter, 'file-termination')).json.error).toMatchObject({ code: 'filed-already' });
  });

  it('36¶3: given the same petition again, when the petition office has compared it, then it is stopped with the number of the re-review; and not before it has compared', async () => {
    const of = await endedCase('老宅界址');
    const { instruments } = await page(mayor, of.matter);
    const number = instruments.find((one) => one.kind === 'final-opinion')?.number ?? '?';
    const again = await registered(staff, '老宅界址');
    const decline = { reason: 'final', cites: of.matter, goTo: '河湾街道便民服务中心' };
    const unconfirmed = await act(staff.dispatcher, again.matter, 'not-accept', decline);
    expect([unconfirmed.status, unconfirmed.json.error]).toEqual([
      422,
      expect.objectContaining({ code: 'repeat.same-person-same-matter', field: 'confirmedSame' }),
    ]);
    await well(act(staff.dispatcher, again.matter, 'not-accept', { ...decline, confirmedSame: true }));
    const notice = await paper(staff.dispatcher, again.matter, 'final-notice');
    for (const told of [of.matter, number, '第三十六条第三款', '可以重新提出']) expect(notice).toContain(told);
    const petitioner = await city.petitioner(again.code, '1101');
    const told = await followed({ ...again, petitioner });
    expect(told.state).toBe('not-accepted');
    expect(told.papers.map((one) => one.title.zh)).toContain('不再受理告知书');
  });

  it('36¶3: given a matter without re-review, when it is cited as final, then it cannot stop anything', async () => {
    const of = await servedCase('树枝压线');
    const again = await registered(staff, '树枝压线');
    const declined = await act(staff.dispatcher, again.matter, 'not-accept', {
      reason: 'final',
      cites: of.matter,
      confirmedSame: true,
      goTo: '街道',
    });
    expect([declined.status, declined.json.error]).toEqual([
      422,
      expect.objectContaining({ code: 'review.final', article: 'regulation:36¶3', field: 'cites' }),
    ]);
  });

  it('E39: given new evidence after re-review, when an officer does not find it the same, then it is handled anew with its own periods', async () => {
    const of = await endedCase('宅基地旧契');
    const again = await registered(staff, '宅基地旧契，找到了当年的契约');
    const stopped = await act(staff.dispatcher, again.matter, 'not-accept', {
      reason: 'final',
      cites: of.matter,
      confirmedSame: false,
      goTo: '街道',
    });
    expect(stopped.status).toBe(422);
    await upTo('accepted', staff, again.matter);
    const { clocks } = await page(staff.handler, again.matter);
    expect(clocks.find((clock) => clock.kind === 'handle')).toMatchObject({ outcome: 'running', from: today() });
  });
});
