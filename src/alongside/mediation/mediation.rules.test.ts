import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { by } from '../../../test/world/people.ts';
import { aMatter, refusalOf, saidTo } from '../../../test/world/petition.ts';
import { addDays } from '../../domain/days.ts';
import { IN_HAND } from '../../domain/guards.ts';
import { MEDIATION_KINDS } from '../../domain/proceedings.ts';

const signed = aMatter().registered().forwardedTo('d01-housing').signed();
const inHand = signed.accepted();
const mediating = inHand.done('begin-mediation');
/* Agreed on Monday 2 March, two promises. */
const agreed = mediating.done('end-mediation', { promises: ['2026-03-20', '2026-04-10'] });
const kept = agreed.done('note-performance').done('note-performance', { promise: 1 });

describe('mediation.both-consent', () => {
  it('begins in handling, with the consent of both sides, asked apart', () => {
    for (const [consentPetitioner, consentOther, field] of [
      [false, true, 'consentPetitioner'],
      [true, false, 'consentOther'],
      [false, false, 'consentPetitioner'],
    ] as const) {
      expect(refusalOf(inHand.trying('begin-mediation', { consentPetitioner, consentOther }))).toMatchObject({
        code: 'mediation.both-consent',
        article: 'regulation:33',
        field,
      });
    }
    expect(saidTo(signed.trying('begin-mediation'))).toBe('wrong-phase');
    expect(IN_HAND).toContain(mediating.task.phase);
  });

  it.each(MEDIATION_KINDS)('three kinds work together: %s', (kind) => {
    expect(inHand.done('begin-mediation', { kind }).state.mediations.m1).toMatchObject({ kind, phase: 'open' });
  });

  it('stops no clock and closes no other way', () => {
    expect(mediating.state.clocks).toEqual(inHand.state.clocks);
    expect(saidTo(mediating.trying('draft'))).toBe('yes');
    expect(saidTo(mediating.trying('withdraw'))).toBe('yes');
  });

  it('is for the body at work, one at a time', () => {
    expect(refusalOf(inHand.trying('begin-mediation', {}, by('d01-land', 'head'))).status).toBe(403);
    expect(refusalOf(inHand.trying('begin-mediation', {}, by('d01-petition', 'supervisor'))).status).toBe(403);
    expect(saidTo(mediating.trying('begin-mediation'))).toBe('mediation-open');
    expect(saidTo(inHand.trying('end-mediation'))).toBe('no-mediation');
  });

  it('failed, handling goes on and it may be tried again', () => {
    const failed = mediating.done('end-mediation', { agreed: false, promises: [], instrument: undefined });
    expect(failed.state.mediations.m1?.phase).toBe('failed');
    expect(failed.state.clocks).toEqual(inHand.state.clocks);
    expect(saidTo(failed.trying('note-performance'))).toBe('no-agreement');
    expect(saidTo(failed.trying('begin-mediation'))).toBe('yes');
  });

  it('an agreement is in writing, and each promise has its day', () => {
    expect(refusalOf(mediating.trying('end-mediation', { promises: [] })).field).toBe('promises');
    expect(refusalOf(mediating.trying('end-mediation', { instrument: undefined })).code).toBe('mediation.both-consent');
    expect(refusalOf(mediating.trying('end-mediation', { promises: ['2026-03-09', '2026-03-01'] })).field).toBe(
      'promises.1',
    );
    expect(refusalOf(mediating.trying('end-mediation', { promises: ['soon'] })).field).toBe('promises.0');
    expect(agreed.state.clocks['agreement:m1:0']).toMatchObject({ holder: 'd01-housing' });
    expect(agreed.state.clocks['agreement:m1:1']?.derivation.rawEnd).toBe('2026-04-10');
  });

  it('each promise is noted: kept ends its day, not kept leaves it running, and it may still be kept', () => {
    expect(refusalOf(agreed.trying('note-performance', { promise: 2 })).field).toBe('promise');
    const broken = agreed.on('2026-03-23').done('note-performance', { kept: false });
    expect(broken.state.mediations.m1).toMatchObject({ phase: 'broken', promises: [{ kept: false }, {}] });
    expect(broken.state.clocks['agreement:m1:0']?.end).toBeUndefined();
    const late = broken.done('note-performance');
    expect(late.state.clocks['agreement:m1:0']?.end).toBe('late');
    expect(late.state.mediations.m1?.phase).toBe('agreed');
    expect(late.done('note-performance', { promise: 1 }).state.mediations.m1?.phase).toBe('performed');
  });
});

describe('mediation.confirmation', () => {
  it('C13: both have 30 days together from the agreement, and no longer', () => {
    /* 30 days from 2 March end on Wednesday 1 April. */
    expect(agreed.state.clocks['judicial-confirm:m1']).toMatchObject({
      holder: 'petitioner',
      derivation: { statutoryDue: '2026-04-01' },
    });
    expect(agreed.on('2026-04-01').done('note-confirmation').state.clocks['judicial-confirm:m1']?.end).toBe('met');
    expect(refusalOf(agreed.on('2026-04-02').trying('note-confirmation'))).toMatchObject({
      code: 'mediation.confirmation',
      article: 'mediation:33',
      status: 409,
    });
  });

  it('the court answers when it does', () => {
    const applied = agreed.done('note-confirmation');
    for (const step of ['confirmed', 'refused'] as const) {
      const told = applied.on('2026-05-20').done('note-confirmation', { step });
      expect(told.state.mediations.m1?.confirmation).toBe(step);
    }
  });

  it('C13: on whatever day it is agreed, the window is 30 days and ends on no day off', () => {
    fc.assert(
      fc.property(fc.nat(50), (wait) => {
        const life = mediating.after(wait).done('end-mediation');
        const due = life.state.clocks['judicial-confirm:m1']?.derivation;
        expect(due?.rawEnd).toBe(addDays(life.today, 30));
        expect(saidTo(life.on(due?.statutoryDue ?? '').trying('note-confirmation'))).toBe('yes');
        expect(saidTo(life.on(addDays(due?.statutoryDue ?? '', 1)).trying('note-confirmation'))).toBe(
          'mediation.confirmation',
        );
      }),
      { numRuns: 50 },
    );
  });

  it('not of an agreement made in administrative mediation', () => {
    const administrative = inHand.done('begin-mediation', { kind: 'administrative' }).done('end-mediation');
    expect(administrative.state.clocks['judicial-confirm:m1']).toBeUndefined();
    expect(saidTo(administrative.trying('note-confirmation'))).toBe('mediation.confirmation');
  });
});

describe('settlement.keeps-rights', () => {
  it('T32: only once every promise was kept, by the head', () => {
    for (const life of [inHand, mediating, agreed, agreed.done('note-performance')])
      expect(saidTo(life.trying('settle'))).toBe('settlement.keeps-rights');
    expect(refusalOf(kept.trying('settle', {}, by('d01-housing', 'handler'))).status).toBe(403);
    expect(saidTo(kept.trying('settle'))).toBe('yes');
  });

  it('ends the period as met, leaves the court its own, and opens no review', () => {
    const settled = kept.done('settle');
    expect(settled.state).toMatchObject({ phase: 'settled', closedOn: '2026-03-02' });
    expect(settled.state.clocks['handle:a1']?.end).toBe('met');
    expect(settled.state.clocks['judicial-confirm:m1']?.end).toBeUndefined();
    expect(saidTo(settled.trying('note-confirmation'))).toBe('yes');
    expect(saidTo(settled.trying('note-performance'))).toBe('no-agreement');
  });

  it('E55: what was promised never bars a new petition: only re-review does', () => {
    const settled = kept.done('settle');
    const anew = aMatter({ receivedOn: '2026-06-01' }).registered();
    const cites = { matter: '990101-2026-000001-1', state: settled.state };
    for (const [reason, code] of [
      ['final', 'review.final'],
      ['pending-elsewhere', 'repeat.pending-below'],
    ] as const) {
      expect(refusalOf(anew.trying('not-accept', { reason, cites, confirmedSame: true }))).toMatchObject({ code });
    }
    expect(settled.state.final).toBeUndefined();
  });
});
