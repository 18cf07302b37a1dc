import { describe, expect, it } from 'vitest';
import { by } from '../../../test/world/people.ts';
import { type Arrived, aMatter, contextOn, refusalOf, saidTo } from '../../../test/world/petition.ts';
import { ANSWERED_REASONS, ROUTES, type Route } from '../../domain/vocabulary.ts';
import { simpleRefusal } from './acceptance.rules.ts';

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
});

describe('acceptance.deemed', () => {
  it('E8: no notice by day 15 counts as acceptance on that day, and the miss shows on its own clock', () => {
    const late = signed.on('2026-03-20').accepted();
    expect(late.task.acceptedOn).toBe('2026-03-17');
    expect(late.state.clocks['notice:a1']).toMatchObject({ end: 'late', endedOn: '2026-03-20' });
    expect(late.state.clocks['handle:a1']?.derivation).toMatchObject({ from: '2026-03-17', rawEnd: '2026-05-16' });
  });

  it('E8: on day 15 itself it is an acceptance like any other', () => {
    const last = signed.on('2026-03-17').accepted();
    expect(last.task.acceptedOn).toBe('2026-03-17');
    expect(last.state.clocks['notice:a1']?.end).toBe('met');
  });

  it('E8: a day 15 without work is still day 15, however late the notice may come', () => {
    /* Signed on Sunday 8 February: day 15 is Monday 23 February, in the Spring Festival; the notice is due on the 24th. */
    const over = aMatter({ receivedOn: '2026-02-06' })
      .registered()
      .forwardedTo('d01-housing')
      .on('2026-02-08')
      .signed();
    const accepted = over.on('2026-02-24').accepted();
    expect(accepted.state.clocks['notice:a1']?.end).toBe('met');
    expect(accepted.task.acceptedOn).toBe('2026-02-23');
  });
});

describe('simple.limits', () => {
  const simple = signed.done('accept', { procedure: 'simple' });

  it('ten working days from acceptance (简易办法)', () => {
    expect(simple.task.procedure).toBe('simple');
    expect(simple.state.clocks['handle:a1']).toMatchObject({
      kind: 'simple-handle',
      derivation: { n: 10, unit: 'workday', statutoryDue: '2026-03-16' },
    });
  });

  it('where the sender thought it fits, three working days to say so; any acceptance ends them', () => {
    const suggested = aMatter().registered().done('forward', { to: 'd01-housing', simple: true }).signed();
    expect(suggested.state.clocks['simple-accept:a1']).toMatchObject({
      holder: 'd01-housing',
      derivation: { n: 3, unit: 'workday', statutoryDue: '2026-03-05' },
    });
    const ordinary = suggested.accepted();
    expect(ordinary.task.procedure).toBe('ordinary');
    expect(ordinary.state.clocks['simple-accept:a1']?.end).toBe('met');
    expect(signed.state.clocks['simple-accept:a1']).toBeUndefined();
  });

  it('has no extension: what turns out complex goes back to the ordinary procedure', () => {
    expect(saidTo(simple.trying('ask-extension'))).toBe('extension.once-30-days-before-due');
  });
});

describe('simple.conditions', () => {
  const asked = (life: typeof signed, route: Route = '31(6)') =>
    saidTo(life.trying('accept', { procedure: 'simple', route }));

  it('E44: not for what was assigned with feedback, nor for what came again', () => {
    const assigned = aMatter().registered().assignedTo('d01-housing', '2026-05-04').signed();
    expect(refusalOf(assigned.trying('accept', { procedure: 'simple' }))).toMatchObject({
      code: 'simple.conditions',
      article: 'simple-procedure:4',
      field: 'procedure',
    });
    const again = { ...signed.state, submissions: [...signed.state.submissions, '990101-2026-000009'] };
    const task = signed.task;
    const context = contextOn('2026-03-03', by('d01-housing', 'handler'));
    for (const state of [again, { ...signed.state, first: false }])
      expect(saidTo(simpleRefusal(state, task, '31(6)', context))).toBe('simple.conditions');
    expect(saidTo(simpleRefusal(signed.state, task, '31(6)', context))).toBe('yes');
  });

  it('not for performance of a duty, nor for many people at once; yes for few', () => {
    expect(asked(signed, '31(5)')).toBe('simple.conditions');
    expect(asked(signedOf({ petitioners: 5 }))).toBe('simple.conditions');
    expect(asked(signedOf({ petitioners: 4 }))).toBe('yes');
    expect(asked(signedOf({ purpose: 'suggestion' }), '29')).toBe('yes');
  });

  it('E43: an answer that grants nothing is not for it', () => {
    const drafted = signed.done('accept', { procedure: 'simple' }).drafted();
    expect(refusalOf(drafted.trying('issue', { verdicts: ['not-support'] }))).toMatchObject({
      code: 'simple.conditions',
      status: 409,
    });
    expect(saidTo(drafted.trying('issue'))).toBe('yes');
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
