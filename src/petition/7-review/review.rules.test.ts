import { describe, expect, it } from 'vitest';
import { by } from '../../../test/world/people.ts';
import { aMatter, refusalOf, saidTo } from '../../../test/world/petition.ts';

const accepted = aMatter().registered().forwardedTo('d01-housing').signed().accepted();
const issued = accepted.drafted().issued();
/* Served Monday 2 March; 30 days end on Wednesday 1 April. */
const served = issued.served();

describe('review.within-30-days', () => {
  it('starts the reviewer’s own 30 days and ends the petitioner’s', () => {
    const asked = served.after(10).reviewAsked('city-housing');
    expect(asked.state.reviewAsked).toEqual({ assignment: 'a1', reviewer: 'city-housing', on: '2026-03-12' });
    expect(asked.state.clocks['apply-review:a1']?.end).toBe('met');
    expect(asked.state.clocks['review:a1']).toMatchObject({
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

  it('E16: at one of the bodies named in the opinion, no other', () => {
    for (const reviewer of ['d01-gov', 'city-housing'])
      expect(saidTo(served.trying('ask-review', { reviewer }))).toBe('yes');
    for (const reviewer of ['d01-housing', 'city-gov', 'd02-gov', 'nowhere'])
      expect(refusalOf(served.trying('ask-review', { reviewer }))).toMatchObject({
        code: 'review.within-30-days',
        field: 'reviewer',
      });
  });

  it('once', () => {
    expect(saidTo(served.reviewAsked().trying('ask-review'))).toBe('asked-already');
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
});
