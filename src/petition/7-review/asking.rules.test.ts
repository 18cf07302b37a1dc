import { describe, expect, it } from 'vitest';
import { by } from '../../../test/world/people.ts';
import { aMatter, content, refusalOf, saidTo } from '../../../test/world/petition.ts';

const accepted = aMatter().registered().forwardedTo('d01-housing').signed().accepted();
const issued = accepted.drafted().issued();
/* Served Monday 2 March; 30 days end on Wednesday 1 April. */
const served = issued.served();
/* Reviewed by the higher department and upheld, served on 22 March: 30 days end on 21 April. */
const upheld = served
  .after(10)
  .reviewAsked('city-housing')
  .done('accept-review')
  .after(10)
  .done('draft-review')
  .done('decide-review', {}, by('city-housing', 'head'))
  .done('serve-review');

describe('review.within-30-days', () => {
  it('starts the reviewer’s own 30 days and ends the petitioner’s', () => {
    const asked = served.after(10).reviewAsked('city-housing');
    expect(asked.state.reviews.r1).toMatchObject({
      level: 'review',
      phase: 'asked',
      assignment: 'a1',
      reviewer: 'city-housing',
      askedOn: '2026-03-12',
      filedOn: '2026-03-12',
    });
    expect(asked.state.phase).toBe('in-review');
    expect(asked.state.clocks['apply-review:a1']?.end).toBe('met');
    expect(asked.state.clocks['review:r1']).toMatchObject({
      holder: 'city-housing',
      derivation: { from: '2026-03-12', n: 30 },
    });
  });

  it('on the last day still, the day after no more', () => {
    expect(saidTo(served.on('2026-04-01').trying('ask-review'))).toBe('yes');
    expect(refusalOf(served.on('2026-04-02').trying('ask-review'))).toMatchObject({
      code: 'review.within-30-days',
      article: 'regulation:35',
      status: 409,
    });
  });

  it('E1: a last day on a holiday moves to the first working day after', () => {
    const spring = aMatter({ receivedOn: '2026-01-05' })
      .registered()
      .forwardedTo('d01-housing')
      .signed()
      .accepted()
      .drafted()
      .issued();
    const window = spring.on('2026-01-23').served();
    expect(window.state.clocks['apply-review:a1']?.derivation).toMatchObject({
      rawEnd: '2026-02-22',
      statutoryDue: '2026-02-24',
    });
    expect(saidTo(window.on('2026-02-24').trying('ask-review'))).toBe('yes');
    expect(saidTo(window.on('2026-02-25').trying('ask-review'))).toBe('review.within-30-days');
  });

  it('once', () => {
    const again = refusalOf(served.reviewAsked().trying('ask-review'));
    expect(again).toMatchObject({ code: 'asked-already', said: { zh: '已经申请了复查' } });
  });

  it('not before the opinion has reached them', () => {
    for (const life of [accepted, issued]) expect(saidTo(life.trying('ask-review'))).toBe('review.within-30-days');
  });

  it.each(['31(5)', '29'] as const)('E17: not against an answer by route %s', (route) => {
    const purpose = route === '29' ? 'suggestion' : 'claim';
    const life = aMatter({ purpose })
      .registered()
      .forwardedTo('d01-housing')
      .signed()
      .accepted(route)
      .drafted()
      .issued()
      .served();
    expect(saidTo(life.trying('ask-review', { reviewer: 'd01-gov' }))).toBe('review.within-30-days');
  });

  it('E17: nor against a notice of the way to go', () => {
    const led = aMatter().registered().forwardedTo('d01-housing').signed().done('route-out');
    expect(saidTo(led.trying('ask-review', { reviewer: 'd01-gov' }))).toBe('review.within-30-days');
  });

  it('by the petitioner alone', () => {
    expect(saidTo(served.trying('ask-review', {}, by('d01-housing', 'head')))).toBe('only-petitioner');
    expect(saidTo(served.trying('ask-review', {}, by('d01-gov', 'reviewer')))).toBe('only-petitioner');
  });

  it('re-review follows a review that was served, within 30 days of its own', () => {
    expect(upheld.state.clocks['apply-final:r1']?.derivation.statutoryDue).toBe('2026-04-21');
    const asked = upheld.on('2026-04-21').done('ask-review');
    expect(asked.state.reviews.r2).toMatchObject({ level: 'final', reviewer: 'city-gov', phase: 'asked' });
    expect(asked.state.clocks['final:r2']).toMatchObject({ holder: 'city-gov', derivation: { n: 30 } });
    expect(saidTo(upheld.on('2026-04-22').trying('ask-review'))).toBe('review.within-30-days');
  });

  it('a request that was declined leaves the window as it was, at its own level', () => {
    const declined = served.reviewAsked('city-housing').done('refuse-review');
    expect(declined.state.phase).toBe('answered');
    expect(declined.after(3).done('ask-review').state.reviews.r2?.level).toBe('review');
    const declinedFinal = upheld.done('ask-review').done('refuse-review');
    expect(declinedFinal.after(3).done('ask-review').state.reviews.r3?.level).toBe('final');
  });
});

describe('review.right-reviewer', () => {
  it('E16: at one of the bodies named in the opinion, no other; the refusal names them', () => {
    for (const reviewer of ['d01-gov', 'city-housing'])
      expect(saidTo(served.trying('ask-review', { reviewer }))).toBe('yes');
    for (const reviewer of ['d01-housing', 'city-gov', 'd02-gov', 'nowhere']) {
      const refusal = refusalOf(served.trying('ask-review', { reviewer }));
      expect(refusal).toMatchObject({ code: 'review.right-reviewer', article: 'regulation:35', field: 'reviewer' });
      for (const name of ['临江区人民政府', '南江市住房和城乡建设局']) expect(refusal.said.zh).toContain(name);
    }
  });

  it('re-review goes to a body above the reviewer, never to the body that handled it', () => {
    for (const reviewer of ['city-housing', 'd01-gov', 'd01-housing'])
      expect(saidTo(upheld.trying('ask-review', { reviewer }))).toBe('review.right-reviewer');
  });

  it('E16: filed in time at a wrong door it is in time, though it is recorded later', () => {
    const recorded = served
      .on('2026-04-03')
      .done(
        'record-review-request',
        { reviewer: 'd01-gov', filedOn: '2026-03-31', filedAt: 'd01-housing' },
        by('d01-housing', 'clerk'),
      );
    expect(recorded.state.reviews.r1).toMatchObject({ filedOn: '2026-03-31', askedOn: '2026-04-03' });
    expect(recorded.state.reviews.r1?.excuse).toBeUndefined();
    expect(recorded.state.clocks['apply-review:a1']).toMatchObject({ end: 'met', endedOn: '2026-03-31' });
    /* The reviewer's days run from its own receipt. */
    expect(recorded.state.clocks['review:r1']?.derivation.from).toBe('2026-04-03');
  });

  it('a request cannot have come before the opinion was served, nor tomorrow', () => {
    for (const filedOn of ['2026-03-01', '2026-03-13'])
      expect(refusalOf(served.after(10).trying('record-review-request', { filedOn }))).toMatchObject({
        code: 'day',
        field: 'filedOn',
      });
  });
});

describe('review.late-with-cause', () => {
  const late = served.on('2026-04-20');
  const recorder = by('d01-gov', 'reviewer');
  const visible = { reviewer: 'd01-gov' };

  it('E14: past the window it is taken with the reason, and the window is void, not met', () => {
    const asked = late.done('record-review-request', { ...visible, excuse: content('hospital') }, recorder);
    expect(asked.state.reviews.r1?.excuse).toEqual(content('hospital'));
    expect(asked.state.clocks['apply-review:a1']?.end).toBe('void');
    expect(asked.state.clocks['review:r1']?.derivation.from).toBe('2026-04-20');
  });

  it('without a reason it is not', () => {
    expect(refusalOf(late.trying('record-review-request', visible, recorder))).toMatchObject({
      code: 'review.late-with-cause',
      status: 422,
      field: 'excuse',
    });
  });

  it('in time a reason is not kept: nothing is to be weighed', () => {
    const asked = served.after(5).done('record-review-request', { ...visible, excuse: content('why') }, recorder);
    expect(asked.state.reviews.r1?.excuse).toBeUndefined();
  });
});

describe('review.original-matter-only', () => {
  it('E15: new demands are raised apart', () => {
    expect(refusalOf(served.trying('ask-review', { newRequests: 1 }))).toMatchObject({
      code: 'review.original-matter-only',
      status: 422,
      field: 'newRequests',
    });
    expect(saidTo(served.trying('ask-review', { newRequests: 0 }))).toBe('yes');
  });
});
