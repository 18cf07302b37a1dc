import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { passDays } from '../../src/app/daily.ts';
import { addDays } from '../../src/domain/days.ts';
import { letterOf, matterOf, type Staff, upTo, well } from '../life/steps.ts';
import type { EmptyCity, Hand } from '../world/empty-city.ts';
import { act, duties, followed, page, paper } from './hands.ts';
import { ask, type Case, openReviewCases, REVOKED, type ReviewCases, UPHELD } from './review-cases.ts';

let cases: ReviewCases;
let city: EmptyCity;
let staff: Staff;
let reviewer: Hand;
let director: Hand;
let today: () => string;
let pass: (days: number) => string;

beforeAll(async () => {
  cases = await openReviewCases();
  ({ city, staff, reviewer, director, today, pass } = cases);
});
afterAll(() => city?.close());

describe('a review', () => {
  it('T26, T27: given a request in time, when it is accepted, drafted, decided and served, then each paper says its own and re-review opens', async () => {
    const of = await cases.servedCase('楼道漏水');
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
    expect((await followed(of.petitioner, of.matter)).papers.map((one) => one.title.zh)).not.toContain(
      '信访事项复查意见书',
    );
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
    const seen = await followed(of.petitioner, of.matter);
    expect(seen.papers.map((one) => one.title.zh)).toContain('信访事项复查意见书');
    expect(seen.review).toMatchObject({ level: 'final', until: '2026-04-07', reviewers: [{ id: 'city-gov' }] });
    expect(seen.can.askReview).toBe(true);
    await city.settle();
    const { rows } = await city.database.pool.query('select count(*)::int as count from message');
    expect(rows[0]).toEqual({ count: 2 });
  });

  it('shows the body below no draft, no step and no note of the reviewer, and shows the reviewer the whole file of the body', async () => {
    const of = await cases.servedCase('路灯不亮');
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
    const of = await cases.servedCase('门禁坏了');
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
    const of = await cases.servedCase('外墙脱落');
    pass(40);
    expect((await followed(of.petitioner, of.matter)).can.askReview).toBe(false);
    await well(act(staff.head, of.matter, 'correct-remedy', { assignment: 'a1', explain: '原意见书漏写了复查期限。' }));
    const told = await followed(of.petitioner, of.matter);
    expect(told.papers.map((one) => one.title.zh)).toContain('救济权利更正告知书');
    expect(told.review).toMatchObject({ level: 'review', late: false });
    expect((told.review?.until ?? '') >= addDays(today(), 30)).toBe(true);
    pass(29);
    expect((await ask(of)).status).toBe(200);
  });

  it('E14: given a stay in hospital, when review is asked for on day 49 with the reason, then the reviewer weighs it, and may decline it as late', async () => {
    const of = await cases.servedCase('电梯停运');
    pass(49);
    expect((await ask(of)).json.error).toMatchObject({ code: 'review.within-30-days', article: 'regulation:35' });
    const before = await followed(of.petitioner, of.matter);
    expect(before.can).toMatchObject({ askReview: false, askReviewLate: true });
    expect(before.review).toMatchObject({ late: true, level: 'review' });
    await well(ask(of, { excuse: '骨折住院四十天，出院小结附后。' }));
    const [review] = (await page(reviewer, of.matter)).reviews;
    expect(review?.excuse).toBe('骨折住院四十天，出院小结附后。');
    expect((review?.due ?? '') >= addDays(today(), 30)).toBe(true);
    await well(act(reviewer, of.matter, 'refuse-review', { reason: 'late', explain: '出院以后又过了三个月。' }));
    expect(await paper(reviewer, of.matter, 'review-refusal')).toContain('超过30日，没有正当理由');
    const after = await followed(of.petitioner, of.matter);
    expect(after.papers.map((one) => one.title.zh)).toContain('复查（复核）不予受理告知书');
    expect(after.can.askReviewLate).toBe(true);
  });

  it('E14: given a request in time, when the reviewer would decline it as late, then it cannot', async () => {
    const of = await cases.servedCase('楼顶漏雨');
    await well(ask(of));
    const declined = await act(reviewer, of.matter, 'refuse-review', { reason: 'late', explain: '过期' });
    expect([declined.status, declined.json.error]).toEqual([
      422,
      expect.objectContaining({ code: 'review.within-30-days', field: 'reason' }),
    ]);
  });

  it('E15: given new demands, when review is asked for with them, then they are to be raised apart, and the original ones go to review', async () => {
    const of = await cases.servedCase('化粪池满溢');
    const refused = await ask(of, { newRequests: ['另外赔我家的地板'] });
    expect([refused.status, refused.json.error]).toEqual([
      422,
      expect.objectContaining({ code: 'review.original-matter-only', field: 'newRequests' }),
    ]);
    expect((await ask(of)).status).toBe(200);
  });

  it('E16: given a request left at the body itself on the last day, when it is recorded two days after, then it is in time and the right bodies are named', async () => {
    const of = await cases.servedCase('井盖缺失');
    const due = (await followed(of.petitioner, of.matter)).review?.until ?? '';
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
      expect((await followed(of.petitioner, of.matter)).can).toMatchObject({ askReview: false, askReviewLate: false });
    }
  });

  it('T30: given a window that ended unused, when the day has passed, then it is noted once, the opinion stands, and a good cause still counts', async () => {
    const of = await cases.servedCase('绿化带被占');
    const until = (await followed(of.petitioner, of.matter)).review?.until ?? '';
    while (today() < until) pass(1);
    await passDays(city.ledger);
    expect((await followed(of.petitioner, of.matter)).can.askReview).toBe(true);
    pass(1);
    const noted = await passDays(city.ledger);
    expect(noted.lapsed).toBeGreaterThanOrEqual(1);
    expect(await passDays(city.ledger)).toEqual({ lapsed: 0 });
    const { clocks, story, phase } = await page(staff.handler, of.matter);
    expect(clocks.find((clock) => clock.kind === 'apply-review')?.outcome).toBe('void');
    expect(story.filter((one) => one.kind === 'Lapsed')).toHaveLength(1);
    expect(phase).toBe('answered');
    expect((await followed(of.petitioner, of.matter)).can).toMatchObject({ askReview: false, askReviewLate: true });
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
    const of = await cases.servedCase('下水管堵');
    const { matter } = of;
    await well(ask(of));
    await cases.decided(of, { ...REVOKED, redoDays: 20 });
    const order = await paper(staff.head, matter, 'redo-notice');
    for (const told of ['事实不清、漏答请求', '20日内办结', '不得以同一事实和理由作出与原意见基本相同的意见'])
      expect(order).toContain(told);
    expect(await paper(staff.head, matter, 'review-opinion')).toContain('责令临江区住房和城乡建设局');
    const seen = await followed(of.petitioner, of.matter);
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
    const again = await followed(of.petitioner, of.matter);
    expect(again.review).toMatchObject({ level: 'review', late: false });
    expect(again.can.askReview).toBe(true);
    /* The other of the two reviewers this time: the choice is the petitioner's anew. */
    await well(ask(of, { reviewer: 'd01-gov' }));
    const district = {
      reviewer: await city.officer('d01-gov', 'reviewer'),
      head: await city.officer('d01-gov', 'head'),
    };
    await cases.decided(of, UPHELD, district);
    expect((await followed(of.petitioner, of.matter)).review).toMatchObject({
      level: 'final',
      reviewers: [{ id: 'city-gov' }],
    });
  });

  it('E40: given a revocation on procedure alone, when the body answers the same, then it may', async () => {
    const of = await cases.servedCase('门口占道');
    await well(ask(of));
    await cases.decided(of, { ...REVOKED, grounds: ['procedure'] });
    await well(act(staff.handler, of.matter, 'draft', draftOf(2)));
    expect((await act(staff.head, of.matter, 'issue', { assignment: 'a1' })).status).toBe(200);
  });
});
