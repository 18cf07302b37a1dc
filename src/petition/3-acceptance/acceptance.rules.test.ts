import { describe, expect, it } from 'vitest';
import { by } from '../../../test/world/people.ts';
import { type Arrived, aMatter, refusalOf, saidTo } from '../../../test/world/petition.ts';
import { ANSWERED_REASONS, NOT_ACCEPTED_REASONS, ROUTES } from '../../domain/vocabulary.ts';

const signedOf = (arrived: Arrived = {}) => aMatter(arrived).registered().forwardedTo('d01-housing').signed();
const signed = signedOf();

describe('handle.within-60-days', () => {
  it('E8: the 60 days run from the day of acceptance, day 1 being the next', () => {
    const life = signed.on('2025-08-04').accepted();
    expect(life.state.clocks['handle:a1']).toMatchObject({
      kind: 'handle',
      holder: 'd01-housing',
      derivation: { from: '2025-08-04', rawEnd: '2025-10-03', statutoryDue: '2025-10-09', assessmentDue: '2025-10-03' },
    });
  });

  it('acceptance is the notice: the 15 days stop, and the right to object is over', () => {
    const { clocks } = signed.after(2).accepted().state;
    expect(clocks['notice:a1']).toMatchObject({ end: 'met', endedOn: '2026-03-04' });
    expect(clocks['objection:a1']?.end).toBe('void');
  });

  it('late notice is late, and the 60 days still start with it', () => {
    const { clocks } = signed.on('2026-03-18').accepted().state;
    expect(clocks['notice:a1']?.end).toBe('late');
    expect(clocks['handle:a1']?.derivation.from).toBe('2026-03-18');
  });
});

describe('acceptance.route-decides-clock', () => {
  it('31(5): two months of 行政诉讼法 47, from the receipt of the application', () => {
    const life = signed.on('2026-03-10').accepted('31(5)');
    expect(life.state.clocks['handle:a1']).toMatchObject({
      kind: 'duty',
      derivation: { from: '2026-03-02', n: 2, unit: 'month', rawEnd: '2026-05-02', statutoryDue: '2026-05-06' },
    });
  });

  it.each(['30', '31(1)', '31(2)', '31(3)', '31(4)'] as const)(
    '%s has a door of its own and is not accepted here',
    (route) => {
      expect(refusalOf(signed.trying('accept', { route }))).toMatchObject({
        code: 'acceptance.route-decides-clock',
        status: 422,
        field: 'route',
      });
    },
  );

  it('a claim is not handled as a suggestion, to be rid of its clock', () => {
    for (const purpose of ['claim', 'appeal'] as const)
      expect(saidTo(signedOf({ purpose }).trying('accept', { route: '29' }))).toBe('acceptance.route-decides-clock');
    expect(saidTo(signedOf({ purpose: 'other' }).trying('accept', { route: '29' }))).toBe('yes');
  });

  it('every route is either accepted or refused, none falls through', () => {
    const accepted = ROUTES.filter((route) => saidTo(signed.trying('accept', { route })) === 'yes');
    const led = ROUTES.filter((route) => saidTo(signed.trying('route-out', { route })) === 'yes');
    expect(accepted).toEqual(['31(5)', '31(6)']);
    expect(led).toEqual(['31(1)', '31(2)', '31(3)', '31(4)']);
  });
});

describe('suggestion.no-60-days', () => {
  it('E9: a suggestion has a service target and no statutory clock', () => {
    const life = signedOf({ purpose: 'suggestion' }).accepted('29');
    expect(life.state.clocks['handle:a1']).toMatchObject({ kind: 'suggestion' });
    expect(Object.values(life.state.clocks).some((clock) => clock.kind === 'handle')).toBe(false);
    expect(saidTo(life.trying('ask-extension'))).toBe('extension.once-30-days-before-due');
  });
});

describe('notice.within-15-days', () => {
  it.each(['accept', 'not-accept', 'route-out', 'answer-directly'] as const)(
    'whoever can be told is told in writing: %s',
    (act) => {
      expect(refusalOf(signed.trying(act, { instrument: undefined }))).toMatchObject({
        code: 'notice.within-15-days',
        article: 'regulation:23¶2',
        field: 'instrument',
      });
    },
  );
});

describe('notice.waived-if-unclear', () => {
  it.each([
    ['E29: an anonymous letter', { anonymous: true }],
    ['a name without an address', { identityClear: false }],
  ])('%s needs no notice, and is decided all the same', (_who, arrived) => {
    const life = signedOf(arrived);
    for (const act of ['accept', 'not-accept', 'route-out'] as const)
      expect(saidTo(life.trying(act, { instrument: undefined }))).toBe('yes');
    const accepted = life.done('accept', { instrument: undefined });
    expect(accepted.state.clocks['notice:a1']?.end).toBe('met');
    expect(accepted.state.clocks['handle:a1']?.derivation.n).toBe(60);
  });
});

describe('acceptance.by-competent-organ', () => {
  it.each([
    ['before signing', aMatter().registered().forwardedTo('d01-housing').trying('accept'), 'wrong-phase'],
    ['twice', signed.accepted().trying('accept'), 'wrong-phase'],
    ['while the objection is open', signed.objected().trying('accept'), 'wrong-phase'],
    ['by the office', signed.trying('accept', {}, by('d01-petition', 'head')), 'other-body'],
    ['by a clerk', signed.trying('accept', {}, by('d01-housing', 'clerk')), 'other-post'],
    ['after withdrawal', signed.withdrawn().trying('accept'), 'wrong-phase'],
    ['of nothing', signed.trying('accept', { assignment: undefined }), 'no-assignment'],
  ])('is refused %s', (_when, outcome, code) => {
    expect(saidTo(outcome)).toBe(code);
  });
});

describe('not-accepted.reasons', () => {
  it.each(NOT_ACCEPTED_REASONS)('%s is for the head to say', (reason) => {
    const life = aMatter({ channel: 'visit', office: 'd01-housing' }).registered();
    expect(saidTo(life.trying('not-accept', { reason }, by('d01-housing', 'handler')))).toBe('other-post');
    const declined = life.done('not-accept', { reason });
    expect(declined.state).toMatchObject({ phase: 'closed', closedOn: '2026-03-02' });
    expect(Object.values(declined.state.clocks).filter((clock) => clock.end === undefined)).toEqual([]);
  });

  it('E37: only a visit can skip a level; letters and the web may go to any', () => {
    for (const channel of ['letter', 'web', 'phone'] as const)
      expect(saidTo(signedOf({ channel }).trying('not-accept', { reason: 'skipped-level-visit' }))).toBe(
        'not-accepted.reasons',
      );
    expect(saidTo(signedOf({ channel: 'visit' }).trying('not-accept', { reason: 'skipped-level-visit' }))).toBe('yes');
  });

  it('what was forwarded and lies outside the remit is returned by objection, never declined', () => {
    expect(saidTo(signed.trying('not-accept', { reason: 'outside-remit' }))).toBe('objection.within-5-workdays');
    const own = aMatter({ office: 'd01-housing' }).registered();
    expect(saidTo(own.trying('not-accept', { reason: 'outside-remit' }))).toBe('yes');
  });

  it('takes its assignment’s feedback along, so that nothing runs for a concluded matter', () => {
    const life = aMatter().registered().assignedTo('d01-housing', '2026-05-04').signed().done('not-accept');
    expect(life.state.clocks['feedback:a1']?.end).toBe('void');
  });
});

describe('route-out.names-procedure', () => {
  it.each(['31(1)', '31(2)', '31(3)', '31(4)'] as const)(
    'E22: %s leads into its procedure and ends the clocks here',
    (route) => {
      const life = signed.after(5).done('route-out', { route });
      expect(life.task).toMatchObject({ phase: 'routed-out', route });
      expect(life.state.clocks['notice:a1']?.end).toBe('met');
      expect(Object.values(life.state.clocks).filter((clock) => clock.end === undefined)).toEqual([]);
    },
  );

  it.each(['29', '30', '31(5)', '31(6)'] as const)('%s is not led away', (route) => {
    expect(saidTo(signed.trying('route-out', { route }))).toBe('route-out.names-procedure');
  });
});

describe('file-directly.unclear-or-consultation', () => {
  it.each(ANSWERED_REASONS)('%s ends what the office or the body has to do', (reason) => {
    for (const life of [aMatter({ anonymous: true }).registered(), signedOf({ anonymous: true })]) {
      const answered = life.done('answer-directly', { reason, instrument: undefined });
      expect(answered.state.phase).toBe('closed');
      expect(Object.values(answered.state.clocks).filter((clock) => clock.end === undefined)).toEqual([]);
    }
  });

  it('E29: only an anonymous letter is filed for being anonymous', () => {
    expect(saidTo(signed.trying('answer-directly', { reason: 'anonymous-without-facts' }))).toBe('not-anonymous');
  });

  it('not once it has been accepted', () => {
    expect(saidTo(signed.accepted().trying('answer-directly'))).toBe('wrong-phase');
  });
});
