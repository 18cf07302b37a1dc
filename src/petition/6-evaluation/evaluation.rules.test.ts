import { describe, expect, it } from 'vitest';
import { by, petitionerOf } from '../../../test/world/people.ts';
import { aMatter, contextOn, refusalOf, SUBMISSION, saidTo } from '../../../test/world/petition.ts';
import { RATED_SIDES, RATINGS, ROLES } from '../../domain/vocabulary.ts';
import { rate } from './evaluation.rules.ts';

const forwarded = aMatter().registered().forwardedTo('d01-housing');
const signed = forwarded.signed();
const issued = signed.accepted().drafted().issued();
/* Served 2 March; 30 days end on Wednesday 1 April. */
const served = issued.served();

describe('rating.two-sides', () => {
  it.each(RATED_SIDES.flatMap((side) => RATINGS.map((level) => [side, level] as const)))('%s: %s', (side, level) => {
    expect(served.rated(side, level).state.ratings[side]).toEqual({ level, on: '2026-03-02' });
  });

  it('each side once; the second ends the window', () => {
    const one = served.rated('body');
    expect(saidTo(one.trying('rate', { side: 'body' }))).toBe('rated-already');
    expect(one.state.clocks['rating:a1']?.end).toBeUndefined();
    expect(one.rated('office').state.clocks['rating:a1']?.end).toBe('met');
  });

  it('the office can be rated once it has sent the matter on, the body once its answer is served', () => {
    expect(saidTo(aMatter().registered().trying('rate', { side: 'office' }))).toBe('rating.two-sides');
    expect(saidTo(forwarded.trying('rate', { side: 'office' }))).toBe('yes');
    for (const life of [forwarded, signed, issued])
      expect(saidTo(life.trying('rate', { side: 'body' }))).toBe('rating.two-sides');
  });

  it('to 24:00 of the last day, and no longer', () => {
    expect(saidTo(served.on('2026-04-01').trying('rate'))).toBe('yes');
    expect(refusalOf(served.on('2026-04-02').trying('rate'))).toMatchObject({
      code: 'rating.two-sides',
      article: 'rating-rules:3',
      status: 409,
    });
  });

  it.each([
    ['an anonymous letter', aMatter({ anonymous: true })],
    ['a report of wrongdoing', aMatter({ purpose: 'report' })],
  ])('E46: %s is not among those that are rated', (_what, life) => {
    expect(saidTo(life.registered().trying('rate', { side: 'office' }))).toBe('rating.two-sides');
  });

  it('E46: what is registered again of a matter that was rated is not', () => {
    for (const [first, said] of [
      [false, 'rating.two-sides'],
      [true, 'yes'],
    ] as const) {
      const context = contextOn(served.today, petitionerOf(SUBMISSION));
      const told = rate.decide({ ...served.state, first }, { side: 'body', level: 'satisfied', reason: '' }, context);
      expect(saidTo(told)).toBe(said);
    }
  });

  it('E46: nor is what was led into another procedure', () => {
    expect(saidTo(signed.done('route-out').trying('rate', { side: 'office' }))).toBe('rating.two-sides');
  });

  it('dissatisfied, they say why, so that something can be done', () => {
    expect(refusalOf(served.trying('rate', { level: 'unsatisfied', reason: ' ' })).field).toBe('reason');
    expect(saidTo(served.trying('rate', { level: 'basically', reason: '' }))).toBe('yes');
  });
});

describe('rating.only-petitioner', () => {
  it.each(ROLES)('E48: no officer rates: %s', (role) => {
    for (const body of ['d01-petition', 'd01-housing']) {
      expect(refusalOf(served.trying('rate', {}, by(body, role)))).toMatchObject({
        code: 'rating.only-petitioner',
        status: 403,
        article: 'house:rating-integrity',
      });
    }
  });

  it('nor does the system', () => {
    for (const kind of ['system', 'import'] as const)
      expect(saidTo(served.trying('rate', {}, { kind }))).toBe('rating.only-petitioner');
  });
});
