import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { by } from '../../../test/world/people.ts';
import {
  ACTS,
  allowed,
  aMatter,
  content,
  contextOn,
  foldAll,
  type Life,
  paper,
  refusalOf,
  saidTo,
} from '../../../test/world/petition.ts';
import { usualAct, usualActor } from '../../../test/world/usual.ts';
import type { Rule } from '../../../test/world/walk.ts';
import { type Clock, extendClock } from '../../domain/clocks.ts';
import { addDays, daysBetween } from '../../domain/days.ts';
import { NATIONAL_PACK, type PackSettings } from '../../domain/rule-pack.ts';
import { concludeHearing, orderHearing, standsStill } from './hearings.rules.ts';

const signed = aMatter().registered().forwardedTo('d01-housing').signed();
const inHand = signed.accepted();
const inReview = inHand.drafted().issued().served().reviewAsked().done('accept-review');
const inFinal = inReview
  .done('draft-review')
  .done('decide-review')
  .done('serve-review')
  .reviewAsked()
  .done('accept-review');

/** A hearing from its order to its conclusion, with what a local rule says of its days. */
function heard(life: Life, days: number, settings: Partial<PackSettings> = {}): Life['state'] {
  const pack = { ...NATIONAL_PACK, settings: { ...NATIONAL_PACK.settings, ...settings } };
  const at = (after: number) => {
    const review = Object.values(life.state.reviews).at(-1);
    return { ...contextOn(addDays(life.today, after), by(review?.reviewer ?? 'd01-housing', 'head')), pack };
  };
  const assignment = life.task.id;
  const act = { assignment, heldOn: addDays(life.today, 7), members: 5, instrument: paper('hearing') };
  const ordered = foldAll(life, allowed(orderHearing.decide(life.state, act, at(0))), at(0));
  const ended = concludeHearing.decide(ordered.state, { held: false, content: content('why') }, at(days));
  return foldAll(ordered, allowed(ended), at(days)).state;
}

function clockOf(state: Life['state'], id: string): Clock {
  const clock = state.clocks[id];
  if (!clock) throw new Error(`no clock ${id}`);
  return clock;
}

describe('hearing.for-complex', () => {
  it('for matters of 31(6), between acceptance and issue', () => {
    expect(saidTo(inHand.trying('open-hearing'))).toBe('yes');
    expect(saidTo(inHand.drafted().trying('open-hearing'))).toBe('yes');
    expect(saidTo(signed.trying('open-hearing'))).toBe('wrong-phase');
    expect(saidTo(inHand.drafted().issued().trying('open-hearing'))).toBe('wrong-phase');
    const suggestion = aMatter({ purpose: 'suggestion' }).registered().forwardedTo('d01-housing').signed();
    expect(refusalOf(suggestion.accepted('29').trying('open-hearing'))).toMatchObject({
      code: 'hearing.for-complex',
      article: 'regulation:31(6)',
    });
  });

  it('is ordered by the body at work, or by the reviewer, and by nobody else', () => {
    for (const role of ['handler', 'head'] as const)
      expect(saidTo(inHand.trying('open-hearing', {}, by('d01-housing', role)))).toBe('yes');
    for (const other of [by('d01-petition', 'dispatcher'), by('d01-land', 'head'), by('d01-housing', 'clerk')])
      expect(refusalOf(inHand.trying('open-hearing', {}, other)).status).toBe(403);
    expect(saidTo(inReview.trying('open-hearing', {}, by('d01-housing', 'head')))).toBe('other-body');
    expect(inReview.done('open-hearing').state.hearings.h1).toMatchObject({ review: 'r1', by: 'd01-gov' });
  });

  it('an officer who must withdraw orders none', () => {
    const told = inHand.done('declare-interest', {}, by('d01-housing', 'handler'));
    expect(saidTo(told.trying('open-hearing', {}, by('d01-housing', 'handler')))).toBe('recusal');
  });

  it('one at a time; with notice, and an odd number of members', () => {
    expect(saidTo(inHand.done('open-hearing').trying('open-hearing'))).toBe('hearing-open');
    expect(refusalOf(inHand.trying('open-hearing', { heldOn: addDays(inHand.today, 6) })).field).toBe('heldOn');
    expect(saidTo(inHand.trying('open-hearing', { heldOn: addDays(inHand.today, 7) }))).toBe('yes');
    for (const members of [1, 3, 4, 6]) {
      expect(refusalOf(inHand.trying('open-hearing', { members }))).toMatchObject({
        code: 'hearing.for-complex',
        field: 'members',
      });
    }
    for (const members of [5, 7]) expect(saidTo(inHand.trying('open-hearing', { members }))).toBe('yes');
  });

  it('has its minutes before its conclusion, once', () => {
    const ordered = inHand.done('open-hearing');
    expect(saidTo(ordered.trying('conclude-hearing', { held: true }))).toBe('not-held');
    expect(saidTo(inHand.trying('hold-hearing'))).toBe('no-hearing');
    expect(refusalOf(ordered.trying('hold-hearing', { on: addDays(ordered.today, -1) })).field).toBe('on');
    expect(refusalOf(ordered.trying('hold-hearing', { on: addDays(ordered.today, 1) })).field).toBe('on');
    const held = ordered.after(10).done('hold-hearing');
    expect(saidTo(held.trying('hold-hearing'))).toBe('held-already');
    expect(refusalOf(held.trying('conclude-hearing', { instrument: undefined })).field).toBe('conclusion');
    const concluded = held.done('conclude-hearing');
    expect(concluded.state.hearings.h1).toMatchObject({ heldOn: '2026-03-12', concludedOn: '2026-03-12' });
    expect(saidTo(concluded.trying('conclude-hearing'))).toBe('no-hearing');
    expect(saidTo(concluded.trying('open-hearing'))).toBe('yes');
  });

  it('ends by majority of its members', () => {
    const held = inHand.done('open-hearing').after(10).done('hold-hearing');
    for (const agreeing of [0, 2, 6]) {
      expect(refusalOf(held.trying('conclude-hearing', { agreeing }))).toMatchObject({
        code: 'hearing.for-complex',
        field: 'agreeing',
      });
    }
    for (const agreeing of [3, 5]) expect(saidTo(held.trying('conclude-hearing', { agreeing }))).toBe('yes');
  });

  it('an opinion waits for the conclusion of its hearing', () => {
    const ordered = inHand.drafted().done('open-hearing');
    expect(saidTo(ordered.trying('issue'))).not.toBe('yes');
    expect(saidTo(ordered.done('conclude-hearing').trying('issue'))).toBe('yes');
  });
});

describe('hearing.excluded-in-final', () => {
  it('E6: from the order to the conclusion the 30 days of re-review stand still, and the days are given back', () => {
    const before = clockOf(inFinal.state, 'final:r2');
    const ordered = inFinal.done('open-hearing');
    expect(clockOf(ordered.state, 'final:r2').suspendedOn).toBe('2026-03-02');
    const after = ordered.after(10).done('hold-hearing').after(4).done('conclude-hearing');
    const clock = clockOf(after.state, 'final:r2');
    expect(clock).toMatchObject({ excluded: [{ from: '2026-03-02', to: '2026-03-16' }] });
    expect(clock.suspendedOn).toBeUndefined();
    expect(before.derivation.statutoryDue).toBe('2026-04-01');
    /* The 14 days from the 3rd to the 16th do not count: 1 April becomes 15 April. */
    expect(clock.derivation.statutoryDue).toBe('2026-04-15');
  });

  it('E6: neither the 60 days nor the 30 of review stand still, unless a local rule says so', () => {
    for (const [life, id, local] of [
      [inHand, 'handle:a1', { excludeHearingInHandling: true }],
      [inReview, 'review:r1', { excludeHearingInReview: true }],
    ] as const) {
      const before = clockOf(life.state, id);
      expect(clockOf(heard(life, 12), id)).toEqual(before);
      const due = clockOf(heard(life, 12, local), id).derivation.rawEnd;
      expect(daysBetween(before.derivation.rawEnd, due)).toBe(12);
      for (const other of ['excludeHearingInHandling', 'excludeHearingInReview'] as const)
        if (!(other in local)) expect(clockOf(heard(life, 12, { [other]: true }), id)).toEqual(before);
    }
    expect([inHand, inReview, inFinal].map((life) => standsStill(life.state, 'a1', at(life)))).toEqual([
      false,
      false,
      true,
    ]);
  });

  it('E6: whatever a hearing lasts, its days are excluded in re-review and nowhere else', () => {
    fc.assert(
      fc.property(fc.nat(20), fc.nat(120), (wait, days) => {
        const [handled, reviewed, final] = [inHand, inReview, inFinal].map((life) => life.after(wait));
        const before = clockOf(inFinal.state, 'final:r2').derivation.rawEnd;
        const after = final && clockOf(heard(final, days), 'final:r2').derivation.rawEnd;
        /* The day a period starts on is not counted anyway. */
        expect(daysBetween(before, after ?? '')).toBe(days + (wait > 0 ? 1 : 0));
        expect(handled && heard(handled, days).clocks).toEqual(inHand.state.clocks);
        expect(reviewed && heard(reviewed, days).clocks).toEqual(inReview.state.clocks);
      }),
      { numRuns: 60 },
    );
  });

  it('where a local rule leaves out its days in handling, an extension is on top of them and never over 30 days', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 50 }), fc.integer({ min: 1, max: 30 }), (days, more) => {
        const state = heard(inHand, days, { excludeHearingInHandling: true });
        const clock = clockOf(state, 'handle:a1');
        const change = extendClock(contextOn(inHand.today, by('d01-housing', 'head')), 'handle:a1', clock, more);
        const before = clockOf(inHand.state, 'handle:a1').derivation.rawEnd;
        expect(change.do === 'extend' && daysBetween(before, change.derivation.rawEnd)).toBe(days + more);
      }),
      { numRuns: 60 },
    );
    const heardAndExtended = inHand.done('open-hearing').done('conclude-hearing').extensionAsked(30).extended();
    expect(heardAndExtended.task.extendedDays).toBe(30);
    expect(saidTo(heardAndExtended.trying('ask-extension', { days: 1 }))).not.toBe('yes');
  });

  it('where it leaves them out, withdrawing during a hearing loses none of its days, and its end revives nothing', () => {
    const pack = { ...NATIONAL_PACK, settings: { ...NATIONAL_PACK.settings, excludeHearingInHandling: true } };
    type At = Pick<Life, 'state' | 'facts' | 'today'>;
    const act = (life: At, id: 'open-hearing' | 'conclude-hearing' | 'withdraw' | 'take-back-withdrawal'): At => {
      const actor = usualActor(id, life.state);
      const context = { ...contextOn(life.today, actor), pack };
      const given = usualAct(id, life.state, context);
      const rule = ACTS[id] as Rule;
      return { ...life, ...foldAll(life, allowed(rule.decide(life.state, given, context)), context) };
    };
    const later = (life: At, days: number): At => ({ ...life, today: addDays(life.today, days) });
    const end = clockOf(inHand.state, 'handle:a1').derivation.rawEnd;
    const heard = (acts: readonly ('conclude-hearing' | 'withdraw' | 'take-back-withdrawal')[]) =>
      acts.reduce<At>((life, id) => act(later(life, 3), id), act(later(inHand, 2), 'open-hearing'));
    const over = heard(['withdraw', 'conclude-hearing']);
    expect(clockOf(over.state, 'handle:a1')).toMatchObject({ end: 'void' });
    for (const acts of [
      ['withdraw', 'conclude-hearing', 'take-back-withdrawal'],
      ['withdraw', 'take-back-withdrawal', 'conclude-hearing'],
    ] as const) {
      const clock = clockOf(heard(acts).state, 'handle:a1');
      expect(clock).not.toHaveProperty('suspendedOn');
      /* From the order of the hearing to the last of the three, both days included, nothing is counted. */
      expect([clock.end, daysBetween(end, clock.derivation.rawEnd)]).toEqual([undefined, 10]);
    }
  });

  it('called off, the clock goes on the same way', () => {
    const off = inFinal.done('open-hearing').after(3).done('conclude-hearing', { held: false });
    expect(clockOf(off.state, 'final:r2')).toMatchObject({ excluded: [{ from: '2026-03-02', to: '2026-03-05' }] });
    expect(off.state.hearings.h1?.heldOn).toBeUndefined();
  });
});

function at(life: Life) {
  const review = Object.values(life.state.reviews).at(-1);
  return contextOn(life.today, by(review?.reviewer ?? 'd01-housing', 'head'));
}
