import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { registered, type Staff, upTo, well } from '../life/steps.ts';
import type { EmptyCity, Hand } from '../world/empty-city.ts';
import { act, followed, page, paper } from './hands.ts';
import { ask, openReviewCases, type ReviewCases } from './review-cases.ts';

let cases: ReviewCases;
let city: EmptyCity;
let staff: Staff;
let mayor: Hand;
let today: () => string;

beforeAll(async () => {
  cases = await openReviewCases();
  ({ city, staff, mayor, today } = cases);
});
afterAll(() => city?.close());

describe('the end of re-review', () => {
  it('given re-review upheld, when it is served, then it is final in words, may be filed once by the petition office of the place, and offers no more review', async () => {
    const of = await cases.endedCase('围墙界址');
    const { matter } = of;
    const opinion = await paper(mayor, matter, 'final-opinion');
    for (const told of ['被申请人：南江市住房和城乡建设局', '信访程序的最终意见', '第三十六条第三款', '可以重新提出'])
      expect(opinion).toContain(told);
    const seen = await followed(of.petitioner, of.matter);
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
    const of = await cases.endedCase('老宅界址');
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
    const told = await followed(petitioner, again.matter);
    expect(told.state).toBe('not-accepted');
    expect(told.papers.map((one) => one.title.zh)).toContain('不再受理告知书');
  });

  it('36¶3: given a matter without re-review, when it is cited as final, then it cannot stop anything', async () => {
    const of = await cases.servedCase('树枝压线');
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
    const of = await cases.endedCase('宅基地旧契');
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
