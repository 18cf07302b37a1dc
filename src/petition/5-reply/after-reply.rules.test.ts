import { describe, expect, it } from 'vitest';
import { by } from '../../../test/world/people.ts';
import { aMatter, contextOn, foldAll, refusalOf, saidTo } from '../../../test/world/petition.ts';
import { remedyText, resultText, resultTitle } from './after-reply.papers.rules.ts';

const accepted = aMatter().registered().forwardedTo('d01-housing').signed().accepted();
/** Served on Monday 23 March: review may be asked for until Wednesday 22 April. */
const served = accepted.drafted().on('2026-03-23').issued().served();

describe('remedy.corrected', () => {
  it('E13: the 30 days run from the notice that names reviewer and period, by analogy with 行政复议法 20', () => {
    expect(served.state.clocks['apply-review:a1']?.derivation.statutoryDue).toBe('2026-04-22');
    const corrected = served.on('2026-05-15').done('correct-remedy');
    expect(corrected.state.clocks['apply-review:a1']).toMatchObject({
      holder: 'petitioner',
      derivation: { from: '2026-05-15', rawEnd: '2026-06-14', statutoryDue: '2026-06-15' },
    });
    expect(corrected.state.clocks['apply-review:a1']?.end).toBeUndefined();
    expect(saidTo(served.on('2026-05-15').trying('ask-review'))).toBe('review.within-30-days');
    expect(saidTo(corrected.on('2026-06-15').trying('ask-review'))).toBe('yes');
  });

  it('E13: a window that was missed for want of it had never begun', () => {
    const lapsed = served.on('2026-04-23').done('lapse');
    expect(lapsed.state.lapsedOn).toBe('2026-04-23');
    expect(lapsed.done('correct-remedy').state.lapsedOn).toBeUndefined();
    const barred = foldAll(
      { state: served.state, facts: [] },
      [{ kind: 'Lapsed', body: { clock: 'apply-review:a1', on: '2026-04-23', bars: true, clocks: [] } }],
      contextOn('2026-04-23', { kind: 'system' }),
    );
    expect(barred.state.final?.by).toBe('lapse');
    const facts = lapsed
      .done('correct-remedy')
      .facts.slice(-1)
      .map(({ fact }) => fact);
    const again = foldAll(barred, facts, contextOn('2026-04-24', by('d01-housing', 'head')));
    expect(again.state).toMatchObject({ phase: 'answered' });
    expect(again.state.final).toBeUndefined();
  });

  it('at most a year after service', () => {
    expect(saidTo(served.on('2027-03-23').trying('correct-remedy'))).toBe('yes');
    expect(refusalOf(served.on('2027-03-24').trying('correct-remedy'))).toMatchObject({
      code: 'remedy.corrected',
      article: 'regulation:35',
    });
  });

  it('only an opinion of the petition procedure that was served, by the head, and not once review was asked for', () => {
    expect(saidTo(accepted.drafted().issued().trying('correct-remedy'))).toBe('wrong-phase');
    expect(saidTo(served.trying('correct-remedy', {}, by('d01-housing', 'handler')))).toBe('other-post');
    expect(saidTo(served.reviewAsked('city-housing').trying('correct-remedy'))).toBe('asked-already');
    const duty = aMatter()
      .registered()
      .forwardedTo('d01-housing')
      .signed()
      .accepted('31(5)')
      .drafted()
      .issued()
      .served();
    expect(saidTo(duty.trying('correct-remedy'))).toBe('review.within-30-days');
  });
});

describe('opinion.execution', () => {
  it('what was granted has a last day, and is reported until it is carried out (条例 32¶2)', () => {
    const { clocks } = served.state;
    expect(clocks['execution:a1']).toMatchObject({ holder: 'd01-housing', derivation: { rawEnd: '2026-04-12' } });
    const halfway = served.after(5).done('report-execution', { done: false });
    expect(halfway.state.clocks['execution:a1']?.end).toBeUndefined();
    const done = halfway.after(5).done('report-execution', { done: true });
    expect(done.state.clocks['execution:a1']).toMatchObject({ end: 'met', endedOn: '2026-04-02' });
    expect(saidTo(done.trying('report-execution'))).toBe('done-already');
  });

  it('nothing is to be carried out where nothing was granted by a day', () => {
    const refused = accepted
      .drafted()
      .done('issue', { verdicts: ['not-support'], executeBy: undefined })
      .served();
    expect(saidTo(refused.trying('report-execution'))).toBe('opinion.execution');
  });
});

describe('assign.result-report', () => {
  const assigned = aMatter().registered().assignedTo('d01-housing', '2026-05-04').signed().accepted();
  const answered = assigned.drafted().on('2026-03-23').issued().served();
  const reported = answered.on('2026-03-25').done('report-result');

  it('T7, C6: the head reports the result, and the assigner’s period ends with it', () => {
    expect(reported.task.report).toEqual({ state: 'reported', on: '2026-03-25' });
    expect(reported.state.clocks['feedback:a1']).toMatchObject({ end: 'met', endedOn: '2026-03-25' });
    expect(saidTo(answered.trying('report-result', {}, by('d01-housing', 'handler')))).toBe('other-post');
    expect(saidTo(reported.trying('report-result'))).toBe('reported-already');
  });

  it('the assigner accepts it', () => {
    const done = reported.done('accept-report');
    expect(done.task.report?.state).toBe('accepted');
    for (const act of ['accept-report', 'return-report'] as const) expect(saidTo(done.trying(act))).toBe('no-report');
  });

  it('returned, the period runs on as if nothing had been sent', () => {
    const returned = reported.on('2026-05-06').done('return-report');
    expect(returned.task.report?.state).toBe('returned');
    expect(returned.state.clocks['feedback:a1']).toMatchObject({
      derivation: { from: '2026-03-02', statutoryDue: '2026-05-06' },
    });
    const again = returned.on('2026-05-07').done('report-result');
    expect(again.state.clocks['feedback:a1']?.end).toBe('late');
  });

  it.each([
    ['while it is being handled', assigned.trying('report-result'), 'wrong-phase'],
    ['where it was only forwarded', served.trying('report-result'), 'not-assigned'],
    ['accepted by the body itself', reported.trying('accept-report', {}, by('d01-housing', 'head')), 'other-body'],
  ])('not %s', (_when, outcome, code) => {
    expect(saidTo(outcome)).toBe(code);
  });
});

describe('the papers', () => {
  const gist = { title: '楼道漏水', who: '周桂兰', text: '', requests: ['查明原因', '尽快修好'] };
  const read = (paragraphs: readonly { readonly text: string }[]) => paragraphs.map((one) => one.text).join('\n');

  it('the corrected notice names the opinion, every reviewer and the 30 days', () => {
    const text = read(
      remedyText({
        number: '990101-2026-000001-1',
        gist,
        opinion: '的处理意见（临住建信处〔2026〕1号）',
        reviewers: [{ name: { zh: '临江区人民政府', en: '' } }, { name: { zh: '南江市住房和城乡建设局', en: '' } }],
        explain: '没有写复查机关。',
      }),
    );
    for (const told of [
      '临住建信处〔2026〕1号',
      '自收到本告知书之日起30日内',
      '临江区人民政府或者南江市住房和城乡建设局',
      '没有写复查机关',
      '第三十五条',
    ])
      expect(text).toContain(told);
  });

  it('D9 says what was asked, found, done and answered, who signs it and who can be asked', () => {
    expect(resultTitle('周桂兰', gist)).toBe('关于周桂兰反映“楼道漏水”信访事项办理情况的报告');
    const text = read(
      resultText({
        number: '990101-2026-000001-1',
        gist,
        letter: '临信信交〔2026〕1号',
        people: '周桂兰',
        findings: '管子三处开裂。',
        handling: '已经换管。',
        attitude: '同意',
        answer: '临住建信处〔2026〕1号',
        answeredOn: '2026-03-23',
        head: '何国平',
        handler: '陈立新',
        phone: '0900-868 2216',
      }),
    );
    for (const told of [
      '临信信交〔2026〕1号',
      '990101-2026-000001-1',
      '查明原因',
      '尽快修好',
      '管子三处开裂',
      '已经换管',
      '2026年3月23日送达',
      '临住建信处〔2026〕1号',
      '信访人意见：同意',
      '签发人：何国平',
      '承办人：陈立新',
      '0900-868 2216',
      '附件',
    ])
      expect(text).toContain(told);
  });
});
