import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { by, petitionerOf } from '../../test/world/people.ts';
import {
  ACTS,
  aMatter,
  contextOn,
  foldAll,
  type Life,
  SUBMISSION,
  usualAct,
  usualActor,
} from '../../test/world/petition.ts';
import { projectMatter } from '../ledger/projections/matter.ts';
import { PROJECTED, type ProjectedTable, rowKey } from '../ledger/projections/rows.ts';
import type { ActContext } from './act.ts';
import { MATTER_ACTS, type MatterActId } from './acts.ts';
import { isRunning } from './clocks.ts';
import { deriveDue } from './due.ts';
import { evolveMatter } from './evolve-matter.ts';
import type { MatterDraft } from './facts.ts';
import {
  ASSIGNMENT_PHASES,
  type AssignmentPhase,
  bodiesOf,
  currentAssignment,
  isWithOffice,
  type MatterState,
  NO_MATTER,
} from './matter.ts';
import { nationalCalendar } from './national-calendar.ts';
import { isRefusal, type Refusal } from './refusals.ts';
import { PURPOSES, ROLES } from './vocabulary.ts';

/** Where the law puts each act, said once more and apart from the rules: `office` while the office holds the matter. */
const PHASES_OF = {
  'propose-route': ['office'],
  forward: ['office', 'signed'],
  assign: ['office', 'signed'],
  sign: ['sent'],
  object: ['signed'],
  'agree-return': ['objected'],
  'refuse-return': ['objected'],
  accept: ['signed'],
  'not-accept': ['signed'],
  'route-out': ['signed'],
  'answer-directly': ['office', 'signed'],
  'name-handler': ['signed', 'accepted', 'handling', 'drafted'],
  'note-work': ['accepted', 'handling', 'drafted'],
  'ask-extension': ['accepted', 'handling', 'drafted'],
  'approve-extension': ['accepted', 'handling', 'drafted'],
  'refuse-extension': ['accepted', 'handling', 'drafted'],
  draft: ['accepted', 'handling', 'drafted'],
  'return-draft': ['drafted'],
  issue: ['drafted'],
  serve: ['decided'],
  'store-scan': 'any',
  rate: 'any',
  'ask-review': ['served'],
  withdraw: 'open',
} as const satisfies Record<MatterActId, readonly (AssignmentPhase | 'office')[] | 'any' | 'open'>;

interface Rule {
  mayBegin?(state: MatterState, assignment: string | undefined, context: ActContext): Refusal | undefined;
  decide(state: MatterState, act: object, context: ActContext): readonly MatterDraft[] | Refusal;
}

const step = fc.record({
  act: fc.constantFrom(...MATTER_ACTS),
  /* Half of the steps take something that is allowed now, so that lives get on; the other half try anything. */
  nth: fc.option(fc.nat(20)),
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

interface Step {
  readonly act: MatterActId;
  readonly nth: number | null;
  readonly days: number;
  readonly actor: unknown;
  readonly told: object;
}

const ENDINGS: readonly MatterActId[] = ['withdraw', 'not-accept', 'route-out', 'answer-directly'];

/** Acts whose paper may be missing, where nobody can be told. */
const NOTICED: readonly MatterActId[] = ['accept', 'not-accept', 'route-out', 'answer-directly'];

function allowedNow(life: Life): readonly MatterActId[] {
  return MATTER_ACTS.filter((act) => !ENDINGS.includes(act) && !isRefusal(life.trying(act)));
}

/** Walks a life through these steps, taking what the rules allow, and shows each moment to `look`. */
function walk(
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
  for (const { act: any, nth, days, actor, told: how } of steps) {
    life = life.after(days);
    const open = nth === null ? [] : allowedNow(life);
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

/** As jsonb gives a state back: keys by length, then by their bytes. */
function asStored<T>(value: T): T {
  return JSON.parse(
    JSON.stringify(value, (_, member: unknown) =>
      typeof member === 'object' && member !== null && !Array.isArray(member)
        ? Object.fromEntries(Object.entries(member).sort(([a], [b]) => a.length - b.length || (a < b ? -1 : 1)))
        : member,
    ),
  ) as T;
}

/** Every phase that these lives pass through, to see that they get anywhere. */
function phasesSeen(): ReadonlySet<string> {
  const seen = new Set<string>();
  for (const [how, steps] of fc.sample(lives, { numRuns: 300, seed: 2026 })) {
    walk(aMatter(how).registered(), steps, ({ life: { state } }) => {
      seen.add(state.phase);
      for (const { phase } of Object.values(state.assignments)) seen.add(phase);
    });
  }
  return seen;
}

const lives = fc.tuple(arrived, fc.array(step, { maxLength: 40, size: 'max' }));
const runs = { numRuns: 200 };

describe('whatever is tried, in whatever order', () => {
  it('lives come through every phase there is', () => {
    const seen = phasesSeen();
    for (const phase of [...ASSIGNMENT_PHASES, 'open', 'answered', 'closed', 'withdrawn'])
      expect(seen).toContain(phase);
  });

  it('no act succeeds outside its phase', () => {
    fc.assert(
      fc.property(lives, ([how, steps]) => {
        walk(aMatter(how).registered(), steps, ({ act, before, outcome, given }) => {
          if (isRefusal(outcome)) return;
          const phases: readonly string[] | 'any' | 'open' = PHASES_OF[act];
          if (phases === 'any') return;
          if (act !== 'ask-review') expect(before.phase).toBe('open');
          if (phases === 'open') return;
          const named =
            'assignment' in given && typeof given.assignment === 'string'
              ? before.assignments[given.assignment]
              : undefined;
          const task = named ?? currentAssignment(before);
          expect(phases).toContain(isWithOffice(before) ? 'office' : task?.phase);
        });
      }),
      runs,
    );
  });

  it('no clock runs without a holder, and none of a body runs on for a concluded matter', () => {
    fc.assert(
      fc.property(lives, ([how, steps]) => {
        walk(aMatter(how).registered(), steps, ({ life: { state } }) => {
          for (const [id, clock] of Object.entries(state.clocks).filter(([, one]) => isRunning(one))) {
            const holder = clock.holder === 'petitioner' || bodiesOf(state).includes(clock.holder);
            expect([id, clock.holder, holder]).toEqual([id, clock.holder, true]);
            if (state.phase !== 'open') expect(['apply-review', 'rating', 'review']).toContain(clock.kind);
          }
        });
      }),
      runs,
    );
  });

  it('as long as it is open somebody has it on their desk, and a day by which', () => {
    fc.assert(
      fc.property(lives, ([how, steps]) => {
        walk(aMatter(how).registered(), steps, ({ life: { state } }) => {
          if (state.phase !== 'open' || state.sealed) return;
          const rows = projectMatter({ region: '990101', id: `${SUBMISSION}-1` }, state).desk ?? [];
          expect(rows.length).toBeGreaterThan(0);
          const task = currentAssignment(state);
          if (task?.phase !== 'decided') expect(rows[0]?.due).toMatch(/^\d{4}-\d\d-\d\d$/);
        });
      }),
      runs,
    );
  });

  it('rows have each their own key, and a sealed report leaves none but its keeper’s', () => {
    fc.assert(
      fc.property(lives, ([how, steps]) => {
        walk(aMatter(how).registered(), steps, ({ life: { state } }) => {
          const rows = projectMatter({ region: '990101', id: `${SUBMISSION}-1` }, state);
          if (state.sealed) expect(Object.keys(rows)).toEqual(['sealed_case']);
          for (const table of Object.keys(rows) as ProjectedTable[]) {
            const keys = (rows[table] ?? []).map((row) => rowKey(table, row));
            expect(new Set(keys).size).toBe(keys.length);
            expect(PROJECTED[table].length).toBeGreaterThan(0);
          }
        });
      }),
      runs,
    );
  });

  it('a rule changes nothing it is shown, says the same twice, and the same of a state read back from the database', () => {
    fc.assert(
      fc.property(lives, ([how, steps]) => {
        walk(aMatter(how).registered(), steps, ({ life, act, before, outcome, context, given }) => {
          const rule = ACTS[act] as Rule;
          expect(rule.decide(before, given, context)).toEqual(outcome);
          const stored = rule.decide(asStored(before), given, context);
          if (isRefusal(outcome) || isRefusal(stored)) expect(stored).toEqual(outcome);
          else expect(foldAll({ state: before, facts: [] }, stored, context).state).toEqual(life.state);
        });
      }),
      { numRuns: 80 },
    );
  });

  it('what draws the button opens the act: where `mayBegin` refuses, `decide` refuses alike', () => {
    fc.assert(
      fc.property(lives, ([how, steps]) => {
        walk(aMatter(how).registered(), steps, ({ act, before, outcome, context, given }) => {
          const assignment =
            'assignment' in given && typeof given.assignment === 'string' ? given.assignment : undefined;
          const begin = (ACTS[act] as Rule).mayBegin?.(before, assignment, context);
          if (begin && act !== 'rate') expect(outcome).toEqual(begin);
          if (begin && act === 'rate') expect(isRefusal(outcome)).toBe(true);
        });
      }),
      runs,
    );
  });

  it('due dates are those of the law, counted from the clock’s own start', () => {
    fc.assert(
      fc.property(lives, ([how, steps]) => {
        const { state } = walk(aMatter(how).registered(), steps, () => {});
        for (const { derivation, extensions } of Object.values(state.clocks)) {
          const { from, n, unit } = derivation;
          const extra = extensions.reduce((sum, { days }) => sum + days, 0);
          expect(extra).toBeLessThanOrEqual(30);
          expect(derivation).toEqual(deriveDue({ from, n, unit, extra, calendar: nationalCalendar }));
        }
      }),
      runs,
    );
  });
});

describe('folding', () => {
  it('the same facts give the same state', () => {
    fc.assert(
      fc.property(lives, ([how, steps]) => {
        const { facts, state } = walk(aMatter(how).registered(), steps, () => {});
        expect(facts.reduce(evolveMatter, NO_MATTER)).toEqual(state);
        expect(facts.map(({ seq }) => seq)).toEqual(facts.map((_, at) => at + 1));
      }),
      { numRuns: 80 },
    );
  });

  it('history is never refused: facts in any order, with any missing, fold without a fault', () => {
    fc.assert(
      fc.property(lives, fc.infiniteStream(fc.nat(1000)), ([how, steps], chance) => {
        const { facts } = walk(aMatter(how).registered(), steps, () => {});
        const order = facts.map((fact) => [chance.next().value ?? 0, fact] as const).sort(([a], [b]) => a - b);
        const some = order.filter(([weight]) => weight % 5 !== 0).map(([, fact]) => fact);
        expect(() => projectMatter({ region: '990101', id: 'x' }, some.reduce(evolveMatter, NO_MATTER))).not.toThrow();
      }),
      { numRuns: 80 },
    );
  });

  it('a fact about an assignment that is not there changes nothing but its number', () => {
    const { state } = aMatter().registered();
    const stamp = { actor: '', occurredAt: '2026-03-02T02:00:00.000Z', recordedAt: '2026-03-02T02:00:00.000Z' };
    const fact = { kind: 'Signed', body: { assignment: 'a9', on: '2026-03-02', clocks: [] } } as const;
    expect(evolveMatter(state, { seq: 2, fact, ...stamp })).toEqual({ ...state, seq: 2 });
  });
});
