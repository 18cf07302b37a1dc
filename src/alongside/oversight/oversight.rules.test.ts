import { describe, expect, it } from 'vitest';
import { by } from '../../../test/world/people.ts';
import { aMatter, refusalOf, SUBMISSION, saidTo } from '../../../test/world/petition.ts';
import { ORDER_DEFECTS, ORDER_WAYS, PROPOSAL_KINDS } from '../../domain/proceedings.ts';

const registered = aMatter().registered();
const signed = registered.forwardedTo('d01-housing').signed();
const inHand = signed.accepted();
const ordered = inHand.done('supervise');
const answered = ordered.done('answer-order');
const city = by('city-petition', 'supervisor');
const NEW = '990100-2026-000009';

describe('supervision.defects', () => {
  it.each(ORDER_WAYS.flatMap((way) => ORDER_DEFECTS.map((defect) => [way, defect] as const)))(
    'T33: %s, for %s',
    (way, defect) => {
      const { state } = inHand.done('supervise', { way, defect });
      expect(state.orders.o1).toMatchObject({ way, defect, by: 'd01-petition', to: 'd01-housing', phase: 'open' });
      expect(state.clocks['supervision:o1']).toMatchObject({ holder: 'd01-housing' });
    },
  );

  it('by the petition office of the place, or of a place above it, and by its supervisor', () => {
    expect(saidTo(inHand.trying('supervise', {}, city))).toBe('yes');
    for (const other of [by('d02-petition', 'supervisor'), by('d01-gov', 'supervisor'), by('d01-housing', 'head')])
      expect(refusalOf(inHand.trying('supervise', {}, other)).status).toBe(403);
    expect(refusalOf(inHand.trying('supervise', {}, by('d01-petition', 'dispatcher'))).status).toBe(403);
  });

  it('E41: also once it has answered: a supporting opinion that is not carried out', () => {
    const served = inHand.drafted().issued().served();
    const late = served.after(40);
    expect(late.state.clocks['handle:a1']?.end).toBe('met');
    expect(late.state.clocks['execution:a1']?.end).toBeUndefined();
    expect(late.done('supervise', { defect: 'execution' }).state.orders.o1).toMatchObject({ to: 'd01-housing' });
    expect(saidTo(late.trying('propose', { kind: 'accountability', to: 'd01-gov' }))).toBe('yes');
  });

  it('a petition office that does not pass it on is ordered by the one above, and no body orders itself', () => {
    expect(saidTo(registered.trying('supervise'))).toBe('nobody-to-order');
    expect(registered.done('supervise', {}, city).state.orders.o1?.to).toBe('d01-petition');
    expect(refusalOf(inHand.trying('supervise', { to: 'd01-petition' })).field).toBe('to');
    expect(refusalOf(inHand.trying('supervise', { to: 'nowhere' })).field).toBe('to');
    expect(refusalOf(inHand.trying('supervise', { due: '2026-03-01' })).field).toBe('due');
  });

  it('a sealed report, or what it is about, reaches nobody by an order', () => {
    const sealed = aMatter({ purpose: 'report', accused: ['d01-land'] }).registered();
    expect(saidTo(sealed.trying('supervise'))).toBe('report.sealed');
    const accused = aMatter({ accused: ['d01-land'] })
      .registered()
      .forwardedTo('d01-housing')
      .signed();
    expect(saidTo(accused.trying('supervise', { to: 'd01-land' }))).toBe('transfer.accused-blocked');
    expect(saidTo(accused.trying('propose', { to: 'd01-land' }))).toBe('transfer.accused-blocked');
  });

  it('is answered by the body it went to, judged by the office it came from, and ends with that', () => {
    expect(refusalOf(ordered.trying('answer-order', {}, by('d01-land', 'head'))).status).toBe(409);
    expect(saidTo(ordered.trying('close-order'))).toBe('no-answer');
    expect(saidTo(answered.trying('close-order', {}, city))).toBe('no-answer');
    expect(saidTo(answered.trying('close-order'))).toBe('yes');
    const closed = answered.on('2026-03-10').done('close-order');
    expect(closed.state.orders.o1?.phase).toBe('closed');
    expect(closed.state.clocks['supervision:o1']?.end).toBe('met');
    expect(saidTo(closed.trying('answer-order'))).toBe('no-order');
  });

  it('an answer that does not do comes back with a new day', () => {
    expect(refusalOf(answered.trying('return-order', { due: '2026-03-01' })).field).toBe('due');
    const back = answered.on('2026-03-05').done('return-order', { due: '2026-03-12' });
    expect(back.state.orders.o1).toMatchObject({ phase: 'open', due: '2026-03-12' });
    expect(back.state.clocks['supervision:o1']).toMatchObject({ derivation: { rawEnd: '2026-03-12' } });
    expect(saidTo(back.done('answer-order').trying('close-order'))).toBe('yes');
  });

  it('two orders stand beside each other; the newest is answered first', () => {
    const two = ordered.done('supervise', { defect: 'execution' });
    const one = two.done('answer-order');
    expect([one.state.orders.o1?.phase, one.state.orders.o2?.phase]).toEqual(['open', 'answered']);
    expect(one.done('answer-order').state.orders.o1?.phase).toBe('answered');
  });
});

describe('repeat.expired-is-supervision', () => {
  /* Accepted on 2 March: the 60 days end on 6 May (days off over the holidays of May). */
  const late = inHand.on('2026-05-07');
  const raised = { raisedBy: NEW, confirmedSame: true };

  it('E38: past the period, who raised it above follows the matter under order', () => {
    const { state } = late.done('supervise', raised, city);
    expect(state.orders.o1).toMatchObject({ raisedBy: NEW, by: 'city-petition' });
    expect(state.submissions).toEqual([SUBMISSION, NEW]);
    expect(late.done('supervise', raised, city).done('supervise', raised, city).state.submissions).toHaveLength(2);
  });

  it('E38: in the period it is told there that it is being handled (repeat.pending-below)', () => {
    expect(refusalOf(inHand.on('2026-05-06').trying('supervise', raised, city))).toMatchObject({
      code: 'repeat.pending-below',
      article: 'regulation:19¶3',
      field: 'raisedBy',
    });
  });

  it('E38: nobody follows another’s matter: an officer confirms that it is the same person and matter', () => {
    expect(refusalOf(late.trying('supervise', { raisedBy: NEW }, city))).toMatchObject({
      code: 'repeat.same-person-same-matter',
      field: 'confirmedSame',
    });
  });

  it('E38: the same officer is refused to decline it, and told to supervise', () => {
    const anew = aMatter({ office: 'city-petition', receivedOn: '2026-05-07' }).registered();
    const cites = { matter: `${SUBMISSION}-1`, state: late.state };
    expect(saidTo(anew.trying('not-accept', { reason: 'pending-elsewhere', cites, confirmedSame: true }))).toBe(
      'repeat.expired-is-supervision',
    );
  });
});

describe('proposal.answered', () => {
  it.each(PROPOSAL_KINDS)('three kinds, each with its clock: %s', (kind) => {
    const { state } = inHand.done('propose', { kind, to: 'd01-gov' });
    expect(state.proposals.p1).toMatchObject({ kind, by: 'd01-petition', to: 'd01-gov' });
    expect(state.clocks['proposal:p1']).toMatchObject({ holder: 'd01-gov', derivation: { rawEnd: '2026-04-01' } });
  });

  it('is made by the petition office, to another body', () => {
    expect(refusalOf(inHand.trying('propose', { to: 'd01-petition' })).field).toBe('to');
    expect(refusalOf(inHand.trying('propose', { to: 'nowhere' })).field).toBe('to');
    expect(refusalOf(inHand.trying('propose', {}, by('d01-housing', 'head'))).status).toBe(403);
    expect(saidTo(inHand.trying('propose', { to: 'd01-gov' }, by('d01-petition', 'head')))).toBe('yes');
  });

  it('is answered in writing by the head of the body it went to, adopted or not, once', () => {
    const proposed = inHand.done('propose', { to: 'd01-gov' });
    expect(saidTo(proposed.trying('answer-proposal', {}, by('d01-housing', 'head')))).toBe('no-proposal');
    expect(refusalOf(proposed.trying('answer-proposal', {}, by('d01-gov', 'handler'))).status).toBe(403);
    for (const adoption of ['adopted', 'partly', 'not-adopted'] as const) {
      const told = proposed.done('answer-proposal', { adoption });
      expect(told.state.proposals.p1?.adoption).toBe(adoption);
      expect(told.state.clocks['proposal:p1']?.end).toBe('met');
      expect(saidTo(told.trying('answer-proposal', {}, by('d01-gov', 'head')))).toBe('no-proposal');
    }
  });
});
