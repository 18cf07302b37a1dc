import { describe, expect, it } from 'vitest';
import { by } from '../../../test/world/people.ts';
import { aMatter, type Life, refusalOf, saidTo } from '../../../test/world/petition.ts';
import { countedRating } from '../../domain/rating-window.ts';
import { RATINGS, ROLES } from '../../domain/vocabulary.ts';

/* Served on Monday 2 March; the window to rate ends on Wednesday 1 April. */
const served = aMatter().registered().forwardedTo('d01-housing').signed().accepted().drafted().issued().served();
const unhappy = served.rated('body', 'unsatisfied');
const both = unhappy.rated('office', 'unsatisfied');
const redone = unhappy.on('2026-03-10').done('rehandle');
const reopened = redone.on('2026-03-12').done('reopen-rating');

function windowOf(life: Life, id: string) {
  return life.state.clocks[id];
}

describe('rating.reopened-with-log', () => {
  it('E48: after dissatisfaction the body does more, and says what', () => {
    expect(redone.state.rehandledOn).toBe('2026-03-10');
    for (const level of ['satisfied', 'basically'] as const)
      expect(saidTo(served.rated('body', level).trying('rehandle'))).toBe('not-dissatisfied');
    expect(saidTo(served.trying('rehandle'))).toBe('not-dissatisfied');
    expect(refusalOf(unhappy.trying('rehandle', {}, by('d01-petition', 'head'))).status).toBe(403);
  });

  it('E48: without it nobody asks the petitioner to rate again', () => {
    expect(refusalOf(unhappy.trying('reopen-rating'))).toMatchObject({
      code: 'rating.reopened-with-log',
      article: 'house:rating-integrity',
    });
    expect(saidTo(served.trying('reopen-rating'))).toBe('not-rated');
  });

  it.each(ROLES)('E48: only the supervisor of the petition office opens it again: %s', (role) => {
    const office = redone.trying('reopen-rating', {}, by('d01-petition', role));
    expect(saidTo(office) === 'yes').toBe(role === 'supervisor');
    expect(saidTo(redone.trying('reopen-rating', {}, by('d01-housing', role)))).toBe('other-body');
    expect(saidTo(redone.trying('reopen-rating', {}, by('d02-petition', role)))).toBe('other-body');
  });

  it('E48: both ratings stay, with who opened it again', () => {
    const second = reopened.rated('body', 'basically');
    expect(second.state.earlierRatings).toEqual([
      { side: 'body', level: 'unsatisfied', on: '2026-03-02', reopenedBy: 'staff:d01-petition.supervisor' },
    ]);
    expect(second.state.ratings.body).toEqual({ level: 'basically', on: '2026-03-12' });
    expect(saidTo(second.trying('rate'))).toBe('rated-already');
  });

  it('E48: until the petitioner rates anew, what they said counts', () => {
    expect(countedRating(reopened.state, 'body')).toMatchObject({ level: 'unsatisfied', on: '2026-03-02' });
    expect(countedRating(reopened.rated('body').state, 'body')).toMatchObject({ level: 'satisfied' });
    expect(countedRating(reopened.state, 'office')).toBeUndefined();
  });

  it('the side opened again has a window of its own, the other keeps its own', () => {
    expect(windowOf(reopened, 'rating:a1')?.derivation.statutoryDue).toBe('2026-04-01');
    /* 30 days from 12 March end on Saturday 11 April: Monday 13. */
    expect(windowOf(reopened, 'rating:a1:body')?.derivation.statutoryDue).toBe('2026-04-13');
    const late = reopened.on('2026-04-13');
    expect(saidTo(late.trying('rate'))).toBe('yes');
    expect(refusalOf(late.trying('rate', { side: 'office' })).code).toBe('rating.two-sides');
    expect(saidTo(reopened.on('2026-04-14').trying('rate'))).toBe('rating.two-sides');
    expect(windowOf(late.rated('body'), 'rating:a1:body')?.end).toBe('met');
    expect(windowOf(late.rated('body'), 'rating:a1')?.end).toBeUndefined();
    expect(windowOf(reopened.rated('office'), 'rating:a1')?.end).toBe('met');
  });

  it.each(RATINGS)('only a dissatisfied side is opened again: %s', (level) => {
    const rated = unhappy.rated('office', level).done('rehandle');
    const told = rated.trying('reopen-rating', { side: 'office' });
    expect(saidTo(told) === 'yes').toBe(level === 'unsatisfied');
    expect(saidTo(rated.trying('reopen-rating', { side: 'body' }))).toBe('yes');
  });

  it('both dissatisfied sides may be opened after one more handling; each is asked once for it', () => {
    const two = both.on('2026-03-10').done('rehandle').done('reopen-rating', { side: 'body' });
    const asked = two.done('reopen-rating', { side: 'office' });
    expect(asked.state.reratable).toEqual(['body', 'office']);
    expect(saidTo(asked.trying('reopen-rating', { side: 'body' }))).toBe('not-rated');
    const again = reopened.rated('body', 'unsatisfied');
    expect(saidTo(again.trying('reopen-rating'))).toBe('rating.reopened-with-log');
    expect(saidTo(again.done('rehandle').trying('reopen-rating'))).toBe('yes');
  });

  it('what was done before a rating opens nothing', () => {
    const later = redone.on('2026-03-20').rated('office', 'unsatisfied');
    expect(refusalOf(later.trying('reopen-rating', { side: 'office' }))).toMatchObject({
      code: 'rating.reopened-with-log',
      field: 'side',
    });
  });

  it.each(ROLES)('no officer rates, also when it is open again: %s', (role) => {
    for (const body of ['d01-petition', 'd01-housing'])
      expect(saidTo(reopened.trying('rate', {}, by(body, role)))).toBe('rating.only-petitioner');
  });
});

describe('revisit.only-execution', () => {
  it('T35: once the answer is there, by the petition office', () => {
    expect(saidTo(aMatter().registered().trying('revisit'))).toBe('not-answered');
    expect(saidTo(served.trying('revisit'))).toBe('yes');
    for (const role of ['clerk', 'dispatcher', 'supervisor'] as const)
      expect(saidTo(served.trying('revisit', {}, by('d01-petition', role)))).toBe('yes');
    expect(refusalOf(served.trying('revisit', {}, by('d01-housing', 'head'))).status).toBe(403);
    expect(refusalOf(served.trying('revisit', { on: '2026-03-03' })).field).toBe('on');
  });

  it('says whether it was carried out and what is still asked, and nothing of whoever was not reached', () => {
    const told = served.trying('revisit', { reached: false, carriedOut: 'yes' });
    expect(told).toMatchObject([{ kind: 'Revisited', body: { reached: false, carriedOut: 'unknown' } }]);
    const [fact] = Array.isArray(told) ? told : [];
    expect(Object.keys(fact?.body ?? {}).sort()).toEqual(['carriedOut', 'content', 'on', 'reached', 'way']);
    expect(served.done('revisit').done('revisit').state.revisits).toBe(2);
  });

  it('of a sealed report there is none', () => {
    const sealed = aMatter({ purpose: 'report' }).registered();
    expect(saidTo(sealed.trying('revisit', {}, by('d01-petition', 'supervisor')))).toBe('report.sealed');
  });
});
