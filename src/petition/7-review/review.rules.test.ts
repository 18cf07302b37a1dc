import { describe, expect, it } from 'vitest';
import { by } from '../../../test/world/people.ts';
import { aMatter, content, refusalOf, saidTo } from '../../../test/world/petition.ts';

/* Served Monday 2 March. */
const served = aMatter().registered().forwardedTo('d01-housing').signed().accepted().drafted().issued().served();
const asked = served.after(10).reviewAsked('city-housing');
const accepted = asked.after(2).done('accept-review');
const reviewer = by('city-housing', 'reviewer');

describe('who reviews', () => {
  it('the body it was asked of, by its reviewer or head; nobody below, beside or above', () => {
    expect(saidTo(asked.trying('accept-review', {}, reviewer))).toBe('yes');
    expect(saidTo(asked.trying('accept-review', {}, by('city-housing', 'head')))).toBe('yes');
    for (const body of ['d01-housing', 'd01-gov', 'city-gov', 'd01-petition'])
      expect(saidTo(asked.trying('accept-review', {}, by(body, 'reviewer', 'head')))).toBe('other-body');
    expect(saidTo(asked.trying('accept-review', {}, by('city-housing', 'handler')))).toBe('other-post');
  });

  it('each step at its time', () => {
    expect(saidTo(served.trying('accept-review', {}, reviewer))).toBe('no-review');
    for (const act of ['draft-review', 'note-review', 'decide-review', 'serve-review'] as const)
      expect([act, saidTo(asked.trying(act))]).toEqual([act, 'wrong-phase']);
    expect(saidTo(accepted.trying('accept-review'))).toBe('wrong-phase');
    expect(saidTo(accepted.trying('refuse-review'))).toBe('wrong-phase');
  });
});

describe('review.decided-in-30-days', () => {
  it('runs from receipt of the request, not from acceptance', () => {
    expect(accepted.state.clocks['review-accept:r1']?.end).toBe('met');
    expect(accepted.state.clocks['review:r1']?.derivation).toMatchObject({
      from: '2026-03-12',
      statutoryDue: '2026-04-13',
    });
    expect(accepted.state.reviews.r1).toMatchObject({ phase: 'accepted', acceptedOn: '2026-03-14' });
  });

  it('a draft says the facts and the opinion, or says which is missing', () => {
    for (const field of ['facts', 'opinion'])
      expect(refusalOf(accepted.trying('draft-review', { [field]: ' ' }))).toMatchObject({
        code: 'review.decided-in-30-days',
        status: 422,
        field,
      });
  });

  it('each sending of a draft is a version; one that was returned may be sent again', () => {
    const drafted = accepted.done('draft-review');
    expect(drafted.state.reviews.r1).toMatchObject({ phase: 'drafted', draft: { version: 1, outcome: 'uphold' } });
    const returned = drafted.done('return-review-draft', {}, by('city-housing', 'head'));
    expect(returned.state.reviews.r1).toMatchObject({ phase: 'accepted', draft: { returned: true } });
    expect(returned.done('draft-review').state.reviews.r1?.draft).toMatchObject({ version: 2, returned: false });
  });

  it('no draft while a hearing has no conclusion', () => {
    const heard = accepted.done('open-hearing');
    expect(saidTo(heard.trying('draft-review'))).toBe('hearing-open');
    expect(saidTo(heard.done('conclude-hearing', { held: false }).trying('draft-review'))).toBe('yes');
  });

  it('keeps the steps of the reviewer as its file', () => {
    const noted = accepted.done('note-review', { step: 'statement' }).done('note-review', { step: 'deliberation' });
    expect(noted.state.reviews.r1?.steps).toEqual(['statement', 'deliberation']);
  });
});

describe('review.redo', () => {
  it('what does not stand names its grounds', () => {
    for (const outcome of ['revoke', 'change'] as const)
      expect(refusalOf(accepted.trying('draft-review', { outcome, grounds: [] }))).toMatchObject({
        code: 'review.redo',
        field: 'grounds',
      });
    expect(saidTo(accepted.trying('draft-review', { outcome: 'change', grounds: ['basis'] }))).toBe('yes');
  });
});

describe('supplement.no-stop', () => {
  it('papers are asked for once, and the 30 days go on', () => {
    const wanting = asked.done('ask-review-papers', { due: '2026-03-20' });
    expect(wanting.state.clocks['supplement:r1']).toMatchObject({
      holder: 'petitioner',
      derivation: { statutoryDue: '2026-03-20' },
    });
    expect(wanting.state.clocks['review:r1']).toEqual(asked.state.clocks['review:r1']);
    expect(saidTo(wanting.trying('ask-review-papers'))).toBe('asked-already');
    expect(saidTo(wanting.trying('accept-review'))).toBe('yes');
    expect(refusalOf(asked.trying('ask-review-papers', { due: '2026-03-01' }))).toMatchObject({ field: 'due' });
  });
});

describe('declining', () => {
  it('ends every clock of the request, and the answer stands as before', () => {
    const declined = asked.done('ask-review-papers').done('refuse-review', { reason: 'in-litigation' });
    expect(declined.state.reviews.r1).toMatchObject({ phase: 'refused', refusedFor: 'in-litigation' });
    expect(declined.state.phase).toBe('answered');
    for (const id of ['review:r1', 'supplement:r1']) expect(declined.state.clocks[id]?.end).toBe('void');
    expect(declined.state.clocks['review-accept:r1']?.end).toBe('met');
  });

  it('never as late what came in time; what came late with a reason may be', () => {
    expect(refusalOf(asked.trying('refuse-review', { reason: 'late' }))).toMatchObject({
      code: 'review.within-30-days',
      field: 'reason',
    });
    const late = served
      .on('2026-04-20')
      .done('record-review-request', { reviewer: 'd01-gov', excuse: content('hospital') }, by('d01-gov', 'reviewer'));
    expect(saidTo(late.trying('refuse-review', { reason: 'late' }))).toBe('yes');
  });
});
