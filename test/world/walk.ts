import fc from 'fast-check';
import type { ActContext } from '../../src/domain/act.ts';
import { MATTER_ACTS, type MatterActId } from '../../src/domain/acts.ts';
import type { MatterDraft } from '../../src/domain/facts.ts';
import type { MatterState } from '../../src/domain/matter.ts';
import { isRefusal, type Refusal } from '../../src/domain/refusals.ts';
import { PURPOSES, ROLES } from '../../src/domain/vocabulary.ts';
import { by, petitionerOf } from './people.ts';
import { ACTS, contextOn, type Life, SUBMISSION } from './petition.ts';
import { usualAct, usualActor } from './usual.ts';

/** A rule as any act has it. */
export interface Rule {
  mayBegin?(state: MatterState, assignment: string | undefined, context: ActContext): Refusal | undefined;
  decide(state: MatterState, act: object, context: ActContext): readonly MatterDraft[] | Refusal;
}

const step = fc.record({
  act: fc.constantFrom(...MATTER_ACTS),
  /* Half of the steps take something that is allowed now, so that lives get on; the other half try anything. */
  nth: fc.option(fc.nat(60)),
  /* Of the former, most go along the main path and through review, where one of its acts is open. */
  onward: fc.boolean(),
  days: fc.oneof({ weight: 3, arbitrary: fc.nat(3) }, { weight: 1, arbitrary: fc.nat(70) }),
  /* Mostly who would do it, sometimes anybody. */
  actor: fc.option(
    fc.oneof(
      fc.record({
        body: fc.constantFrom('d01-petition', 'd01-housing', 'd01-land', 'city-gov'),
        role: fc.constantFrom(...ROLES),
      }),
      fc.constant('petitioner' as const),
    ),
    { freq: 6 },
  ),
  told: fc.oneof(
    { weight: 6, arbitrary: fc.constant({}) },
    { weight: 1, arbitrary: fc.record({ assignment: fc.constantFrom('a1', 'a2', 'a3', 'a99', '') }) },
    { weight: 1, arbitrary: fc.record({ to: fc.constantFrom('d01-land', 'd01-petition', 'city-court', 'nowhere') }) },
    { weight: 1, arbitrary: fc.record({ route: fc.constantFrom('29', '30', '31(1)', '31(5)', '31(6)') }) },
    { weight: 1, arbitrary: fc.record({ reason: fc.constantFrom('outside-remit', 'final', 'thanks', 'unclear', '') }) },
    {
      weight: 1,
      arbitrary: fc.record({ days: fc.integer({ min: -1, max: 40 }), side: fc.constantFrom('office', 'body') }),
    },
    { weight: 1, arbitrary: fc.constant({ instrument: undefined }) },
  ),
});
const arrived = fc.record({
  purpose: fc.constantFrom(...PURPOSES),
  office: fc.constantFrom('d01-petition', 'd01-petition', 'd01-housing'),
  channel: fc.constantFrom('letter', 'visit', 'web'),
  requests: fc.integer({ min: 1, max: 3 }),
  anonymous: fc.boolean(),
  identityClear: fc.boolean(),
  receivedOn: fc.constantFrom('2025-09-25', '2026-02-03', '2026-03-02', '2027-01-25'),
});

export interface Step {
  readonly act: MatterActId;
  readonly onward: boolean;
  readonly nth: number | null;
  readonly days: number;
  readonly actor: unknown;
  readonly told: object;
}

const ENDINGS: readonly MatterActId[] = [
  'withdraw',
  'not-accept',
  'route-out',
  'answer-directly',
  'merge',
  'end-for-procedure',
  'conclude-report',
  'archive',
  'propose-erasure',
  'erase',
];

/** Acts whose paper may be missing, where nobody can be told. */
const NOTICED: readonly MatterActId[] = ['accept', 'not-accept', 'route-out', 'answer-directly'];

export function allowedNow(life: Life): readonly MatterActId[] {
  return MATTER_ACTS.filter((act) => !ENDINGS.includes(act) && !isRefusal(life.trying(act)));
}

/** What takes a matter onward, from the office to the end of re-review. */
const ONWARD: readonly MatterActId[] = [
  'forward',
  'sign',
  'decide-competence',
  'accept',
  'draft',
  'conclude-hearing',
  'issue',
  'serve',
  'ask-review',
  'accept-review',
  'draft-review',
  'decide-review',
  'serve-review',
  'end-mediation',
  'note-performance',
];

/** Walks a life through these steps, taking what the rules allow, and shows each moment to `look`. */
export function walk(
  begun: Life,
  steps: readonly Step[],
  look: (moment: {
    life: Life;
    act: MatterActId;
    before: MatterState;
    outcome: readonly MatterDraft[] | Refusal;
    context: ActContext;
    given: object;
  }) => void,
): Life {
  let life = begun;
  for (const { act: any, nth, onward, days, actor, told: how } of steps) {
    life = life.after(days);
    const may = nth === null ? [] : allowedNow(life);
    const main = onward ? may.filter((one) => ONWARD.includes(one)) : [];
    const open = main.length > 0 ? main : may;
    const act = open[(nth ?? 0) % open.length] ?? any;
    const told = 'instrument' in how && !NOTICED.includes(act) ? {} : how;
    const who =
      actor === 'petitioner'
        ? petitionerOf(SUBMISSION)
        : isPost(actor)
          ? by(actor.body, actor.role)
          : usualActor(act, life.state);
    const context = contextOn(life.today, who);
    const given = { ...usualAct(act, life.state, context), ...told };
    const before = freeze(life.state);
    const outcome = (ACTS[act] as Rule).decide(before, given, context);
    if (!isRefusal(outcome)) life = life.done(act, told, who);
    look({ life, act, before, outcome, context, given });
  }
  return life;
}

function isPost(actor: unknown): actor is { body: string; role: (typeof ROLES)[number] } {
  return typeof actor === 'object' && actor !== null;
}

function freeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    for (const member of Object.values(value)) freeze(member);
  }
  return value;
}

/** Whole lives: how a petition arrived, and what was tried with it. */
export const lives = fc.tuple(arrived, fc.array(step, { maxLength: 40, size: 'max' }));
