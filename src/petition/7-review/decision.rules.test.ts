import { describe, expect, it } from 'vitest';
import { by } from '../../../test/world/people.ts';
import { aMatter, type Life, refusalOf, saidTo } from '../../../test/world/petition.ts';
import type { Actor } from '../../domain/act.ts';
import type { ReviewGround, ReviewOutcome } from '../../domain/proceedings.ts';

/* Served Monday 2 March. */
const served = aMatter({ requests: 2 })
  .registered()
  .forwardedTo('d01-housing')
  .signed()
  .accepted()
  .drafted()
  .issued()
  .served();
const accepted = served.after(10).reviewAsked('city-housing').done('accept-review');
const head = by('city-housing', 'head');
const system: Actor = { kind: 'system' };

function decided(life: Life, outcome: ReviewOutcome, grounds: readonly ReviewGround[] = []): Life {
  const reviewer = Object.values(life.state.reviews).at(-1)?.reviewer ?? '';
  return life
    .done('draft-review', { outcome, grounds })
    .done('decide-review', { grounds: outcome === 'uphold' ? [] : grounds }, by(reviewer, 'head'));
}

const upheld = decided(accepted.after(20), 'uphold').done('serve-review');
const revoked = decided(accepted.after(20), 'revoke', ['facts']);
const final = decided(upheld.after(5).done('ask-review').done('accept-review'), 'uphold').done('serve-review');

describe('review.four-eyes', () => {
  const drafted = accepted.done('draft-review', {}, head);

  it('nobody issues their own draft', () => {
    expect(refusalOf(drafted.trying('decide-review', {}, head))).toMatchObject({
      code: 'review.four-eyes',
      status: 409,
    });
    expect(saidTo(drafted.trying('decide-review', {}, by('city-housing', 'leader')))).toBe('yes');
    expect(saidTo(drafted.trying('decide-review', {}, by('city-housing', 'reviewer')))).toBe('other-post');
  });

  it('nor while a hearing ordered after the draft has no conclusion', () => {
    const heard = accepted.done('draft-review').done('open-hearing');
    expect(saidTo(heard.trying('decide-review', {}, head))).toBe('hearing-open');
    expect(saidTo(heard.done('conclude-hearing', { held: false }).trying('decide-review', {}, head))).toBe('yes');
  });
});

describe('the outcomes of a review', () => {
  it('upheld: the 30 days of the reviewer are met, the way to re-review opens on service', () => {
    expect(upheld.state.clocks['review:r1']?.end).toBe('met');
    expect(upheld.state.reviews.r1).toMatchObject({
      phase: 'served',
      decision: { outcome: 'uphold', grounds: [], reviewers: ['city-gov'] },
    });
    expect(upheld.state.clocks['apply-final:r1']).toMatchObject({ holder: 'petitioner', derivation: { n: 30 } });
    expect(upheld.state.phase).toBe('answered');
  });

  it('papers that were asked for and never came are awaited no longer', () => {
    const wanting = decided(accepted.done('ask-review-papers', { due: '2026-05-01' }), 'uphold');
    expect(wanting.state.clocks['supplement:r1']?.end).toBe('void');
  });

  it('upheld says nothing on the quality of the work, changed does', () => {
    const drafted = accepted.done('draft-review');
    expect(drafted.done('decide-review', { grounds: ['facts'] }, head).state.reviews.r1?.decision?.grounds).toEqual([]);
    const changed = decided(accepted, 'change', ['basis', 'unanswered']);
    expect(changed.state.reviews.r1?.decision).toMatchObject({ outcome: 'change', grounds: ['basis', 'unanswered'] });
    expect(changed.done('serve-review').state.clocks['apply-final:r1']).toBeDefined();
  });

  it('what does not stand is not issued without its grounds', () => {
    const drafted = accepted.done('draft-review', { outcome: 'change', grounds: ['basis'] });
    expect(refusalOf(drafted.trying('decide-review', { grounds: [] }, head))).toMatchObject({ field: 'grounds' });
  });
});

describe('review.redo', () => {
  it('a revocation goes back to the body in the time the decision sets, with its order', () => {
    expect(revoked.state.phase).toBe('open');
    expect(revoked.task).toMatchObject({ body: 'd01-housing', phase: 'handling', redo: { review: 'r1', ban: true } });
    expect(revoked.task.opinion).toBeUndefined();
    expect(revoked.state.clocks['handle:a1:r1']).toMatchObject({
      kind: 'redo',
      holder: 'd01-housing',
      derivation: { from: '2026-04-01', n: 60 },
    });
    const sooner = accepted
      .done('draft-review', { outcome: 'revoke', grounds: ['procedure'] })
      .done('decide-review', { grounds: ['procedure'], redoDays: 20 }, head);
    expect(sooner.state.clocks['handle:a1:r1']?.derivation.n).toBe(20);
    expect(sooner.task.redo?.ban).toBe(false);
  });

  it('is not issued without the order', () => {
    const drafted = accepted.done('draft-review', { outcome: 'revoke', grounds: ['facts'] });
    expect(refusalOf(drafted.trying('decide-review', { redo: undefined }, head))).toMatchObject({
      code: 'review.redo',
      field: 'redo',
    });
  });

  it('opens no way to re-review: the new answer has its own review (E40)', () => {
    const told = revoked.done('serve-review');
    expect(Object.keys(told.state.clocks).filter((id) => id.startsWith('apply-final'))).toEqual([]);
    expect(told.state.phase).toBe('open');
    const again = told.after(10).drafted().issued().after(2).served();
    expect(again.state.clocks['apply-review:a1:r1']).toMatchObject({ holder: 'petitioner', derivation: { n: 30 } });
    const asked = again.after(3).done('ask-review', { reviewer: 'd01-gov' });
    expect(asked.state.reviews.r2).toMatchObject({ level: 'review', reviewer: 'd01-gov' });
    expect(asked.state.clocks['apply-review:a1:r1']?.end).toBe('met');
  });

  it('revoked by re-review, it is handled again and is not final', () => {
    const back = decided(upheld.after(5).done('ask-review').done('accept-review'), 'revoke', ['evidence']);
    const told = back.done('serve-review');
    expect(told.state.final).toBeUndefined();
    expect(told.task).toMatchObject({ phase: 'handling', redo: { review: 'r2' } });
    const again = told.drafted().issued().served();
    expect(again.done('ask-review').state.reviews.r3?.level).toBe('review');
  });
});

describe('review.not-the-same-answer', () => {
  const ready = revoked.done('serve-review').after(5).drafted();
  const same = { verdicts: ['support', 'support'] as const };

  it('E40: revoked on facts, the same answer needs what is new', () => {
    expect(refusalOf(ready.trying('issue', { ...same, renewed: undefined }))).toMatchObject({
      code: 'review.not-the-same-answer',
      field: 'renewed',
    });
    expect(saidTo(ready.trying('issue', same))).toBe('yes');
    expect(saidTo(ready.trying('issue', { verdicts: ['support', 'explain'], renewed: undefined }))).toBe('yes');
  });

  it('E40: revoked on procedure alone, it may be the same', () => {
    const formal = decided(accepted, 'revoke', ['procedure']).done('serve-review').drafted();
    expect(saidTo(formal.trying('issue', { ...same, renewed: undefined }))).toBe('yes');
  });
});

describe('service.starts-review-window', () => {
  const issued = decided(accepted.after(20), 'uphold');

  it('no service, no window', () => {
    expect(saidTo(issued.trying('ask-review'))).toBe('asked-already');
    expect(Object.keys(issued.state.clocks)).not.toContain('apply-final:r1');
  });

  it('on a day between issue and today; left only with witnesses', () => {
    for (const on of ['2026-03-31', '2026-04-04'])
      expect(refusalOf(issued.after(2).trying('serve-review', { on }))).toMatchObject({ field: 'on' });
    expect(refusalOf(issued.trying('serve-review', { way: 'left', note: '' }))).toMatchObject({
      code: 'service.starts-review-window',
      field: 'note',
    });
    expect(saidTo(issued.trying('serve-review', { way: 'left', note: '社区工作者两人在场' }))).toBe('yes');
  });
});

describe('review.final', () => {
  it('re-review served ends the procedure', () => {
    expect(final.state).toMatchObject({ phase: 'ended', final: { by: 're-review', review: 'r2' } });
    expect(Object.values(final.state.clocks).filter((clock) => clock.kind.startsWith('apply') && !clock.end)).toEqual(
      [],
    );
    expect(refusalOf(final.trying('ask-review'))).toMatchObject({
      code: 'review.final',
      article: 'regulation:36¶3',
    });
  });

  it('so does a review above which nobody stands', () => {
    const top = aMatter({ office: 'city-petition' })
      .registered()
      .forwardedTo('city-housing')
      .signed()
      .accepted()
      .drafted()
      .issued()
      .served()
      .reviewAsked('city-gov')
      .done('accept-review');
    const ended = decided(top, 'uphold').done('serve-review');
    expect(ended.state.final).toEqual({ by: 're-review', on: ended.today, review: 'r1' });
  });

  it('is filed once, by the petition office of the place', () => {
    expect(saidTo(upheld.trying('file-termination'))).toBe('review.final');
    expect(saidTo(final.trying('file-termination', {}, by('city-gov', 'head')))).toBe('other-body');
    expect(saidTo(final.trying('file-termination', {}, by('d02-petition', 'supervisor')))).toBe('other-body');
    const filed = final.done('file-termination', {}, by('city-petition', 'supervisor'));
    expect(filed.state.terminationFiledOn).toBe(final.today);
    expect(saidTo(filed.trying('file-termination'))).toBe('filed-already');
  });
});

describe('review.lapse', () => {
  it('T30: noted by the system alone, once the last day is over', () => {
    expect(saidTo(served.on('2026-04-01').trying('lapse', {}, system))).toBe('review.lapse');
    expect(saidTo(served.on('2026-04-02').trying('lapse', {}, by('d01-housing', 'head')))).toBe('only-system');
    const lapsed = served.on('2026-04-02').done('lapse', {}, system);
    expect(lapsed.state.lapsedOn).toBe('2026-04-02');
    expect(lapsed.state.clocks['apply-review:a1']?.end).toBe('void');
    expect(saidTo(lapsed.trying('lapse', {}, system))).toBe('review.lapse');
  });

  it('of the window of re-review too', () => {
    const lapsed = upheld.after(40).done('lapse', {}, system);
    expect(lapsed.state.clocks['apply-final:r1']?.end).toBe('void');
  });

  it('bars nothing by the Regulation: with a good cause it may still be asked for', () => {
    const lapsed = served.on('2026-04-02').done('lapse', {}, system);
    expect(lapsed.state.final).toBeUndefined();
    expect(lapsed.state.phase).toBe('answered');
    const late = lapsed.on('2026-04-20').trying('record-review-request', {
      reviewer: 'd01-gov',
      excuse: { id: 'hospital', hash: '0'.repeat(64) },
    });
    expect(saidTo(late)).toBe('yes');
  });
});
