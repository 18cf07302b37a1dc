import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { guidedLives } from '../../test/world/guided.ts';
import { LENGTHS, oracle } from '../../test/world/oracle.ts';
import { ACTS, aMatter, foldAll, type Life, SUBMISSION } from '../../test/world/petition.ts';
import { lives, type Rule, walk } from '../../test/world/walk.ts';
import { projectMatter } from '../ledger/projections/matter.ts';
import { PROJECTED, type ProjectedTable, rowKey } from '../ledger/projections/rows.ts';
import type { MatterActId } from './acts.ts';
import { isRunning } from './clocks.ts';
import { evolveMatter } from './evolve-matter.ts';
import {
  ASSIGNMENT_PHASES,
  type AssignmentPhase,
  bodiesOf,
  currentAssignment,
  isWithOffice,
  MATTER_PHASES,
  NO_MATTER,
} from './matter.ts';
import { nationalCalendar } from './national-calendar.ts';
import { isRefusal } from './refusals.ts';
import type { ClockKind } from './rule-pack.ts';

const IN_HAND = ['accepted', 'handling', 'drafted'] as const;

/**
 * Where the law puts each act, said once more and apart from the rules: `office` while the office holds the matter, `open`
 * whatever the task is in, `after` once it was answered or ended, `any` where only its own subject counts.
 */
const PHASES_OF = {
  'propose-route': ['office'],
  forward: ['office', 'signed'],
  assign: ['office', 'signed'],
  split: ['office', 'signed'],
  merge: ['office', 'signed'],
  unmerge: 'after',
  relate: 'open',
  sign: ['sent'],
  object: ['signed'],
  'agree-return': ['objected'],
  'refuse-return': ['objected'],
  'raise-dispute': ['signed'],
  'decide-competence': ['disputed'],
  accept: ['signed'],
  'not-accept': ['office', 'signed'],
  'route-out': ['signed'],
  'answer-directly': ['office', 'signed'],
  'ask-supplement': ['signed', ...IN_HAND],
  'note-supplement': 'any',
  'to-ordinary': IN_HAND,
  'name-handler': ['signed', ...IN_HAND],
  'declare-interest': 'open',
  'ask-recusal': 'any',
  'decide-recusal': 'any',
  'note-work': IN_HAND,
  'ask-contribution': IN_HAND,
  contribute: 'open',
  'open-hearing': 'any',
  'hold-hearing': 'any',
  'conclude-hearing': 'any',
  'begin-mediation': IN_HAND,
  'end-mediation': 'any',
  'note-performance': 'any',
  'note-confirmation': 'any',
  settle: IN_HAND,
  'ask-extension': IN_HAND,
  'consent-extension': IN_HAND,
  'approve-extension': IN_HAND,
  'refuse-extension': IN_HAND,
  'end-for-procedure': IN_HAND,
  draft: IN_HAND,
  'return-draft': ['drafted'],
  issue: ['drafted'],
  serve: ['decided'],
  'correct-remedy': 'after',
  'report-execution': 'any',
  'report-result': 'any',
  'accept-report': 'any',
  'return-report': 'any',
  'store-scan': 'any',
  rate: 'any',
  rehandle: 'after',
  'reopen-rating': 'any',
  revisit: 'after',
  'ask-review': 'after',
  'record-review-request': 'after',
  'ask-review-papers': 'any',
  'accept-review': 'any',
  'refuse-review': 'any',
  'note-review': 'any',
  'draft-review': 'any',
  'return-review-draft': 'any',
  'decide-review': 'any',
  'serve-review': 'any',
  lapse: 'any',
  'file-termination': 'after',
  supervise: 'any',
  'answer-order': 'any',
  'close-order': 'any',
  'return-order': 'any',
  propose: 'any',
  'answer-proposal': 'any',
  withdraw: 'open',
  'take-back-withdrawal': 'after',
  'continue-ex-officio': 'after',
  'note-death': 'any',
  'name-successor': 'any',
  'end-without-successor': 'open',
  'pass-report': 'any',
  'note-report': 'any',
  'conclude-report': 'any',
  archive: 'after',
  'propose-erasure': 'after',
  'keep-longer': 'after',
  erase: 'after',
} as const satisfies Record<MatterActId, readonly (AssignmentPhase | 'office')[] | 'any' | 'open' | 'after'>;

/** Clocks that may run on once a matter is no longer open: windows of the petitioner, and what is owed after the answer. */
const AFTER: readonly string[] = [
  'apply-review',
  'apply-final',
  'rating',
  'review-accept',
  'review',
  'final',
  'execution',
  'feedback',
  'supervision',
  'proposal',
  'agreement',
  'judicial-confirm',
  'supplement',
  'successor',
];

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
  for (const [how, steps] of fc.sample(lives, { numRuns: 900, seed: 2026 })) {
    walk(aMatter(how).registered(), steps, ({ life: { state } }) => {
      seen.add(state.phase);
      for (const { phase } of Object.values(state.assignments)) seen.add(phase);
    });
  }
  /* Settling takes four acts in a row, archiving that nothing runs, and refusing is one act of many: chance seldom makes them. */
  const accepted = aMatter().registered().forwardedTo('d01-housing').signed().accepted();
  const settled = accepted.done('begin-mediation').done('end-mediation').done('note-performance').done('settle').state;
  seen.add(settled.phase);
  const led = aMatter().registered().forwardedTo('d01-housing').signed().done('route-out');
  seen.add(led.done('archive').state.phase);
  const refused = aMatter().registered().forwardedTo('d01-housing').signed().done('not-accept').state;
  for (const { assignments } of [settled, led.state, refused])
    for (const { phase } of Object.values(assignments)) seen.add(phase);
  return seen;
}

/** Acts on whoever has the matter now; an assignment named beside them is not read. */
const OF_THE_MATTER: readonly MatterActId[] = ['propose-route', 'forward', 'assign', 'split', 'merge'];

const runs = { numRuns: 200 };

describe('whatever is tried, in whatever order', () => {
  it('lives come through every phase there is', () => {
    const seen = phasesSeen();
    for (const phase of [...ASSIGNMENT_PHASES, ...MATTER_PHASES.filter((one) => one !== 'none')])
      expect(seen).toContain(phase);
  });

  it('no act succeeds outside its phase', () => {
    fc.assert(
      fc.property(lives, ([how, steps]) => {
        walk(aMatter(how).registered(), steps, ({ act, before, outcome, given }) => {
          if (isRefusal(outcome)) return;
          const phases: readonly string[] | 'any' | 'open' | 'after' = PHASES_OF[act];
          if (phases === 'any') return;
          if (phases === 'after') {
            expect([act, before.phase === 'open']).toEqual([act, false]);
            return;
          }
          expect([act, before.phase]).toEqual([act, 'open']);
          if (phases === 'open') return;
          const named =
            !OF_THE_MATTER.includes(act) && 'assignment' in given && typeof given.assignment === 'string'
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
            if (state.phase !== 'open') expect(AFTER).toContain(clock.kind);
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

  it('due dates of every kind of clock are those of the law, as a walk from day to day finds them', () => {
    const seen = new Set<ClockKind>();
    const check = ({ state, submission }: Pick<Life, 'state' | 'submission'>): void => {
      const clocks = [...Object.values(state.clocks), ...Object.values(submission.clocks)];
      for (const { kind, derivation, extensions, excluded } of clocks) {
        seen.add(kind);
        const { from, n, unit, rawEnd, statutoryDue, assessmentDue, calendar } = derivation;
        const extra = extensions.reduce((sum, { days }) => sum + days, 0);
        expect(extra).toBeLessThanOrEqual(kind === 'handle' ? 30 : 0);
        expect([kind, { rawEnd, statutoryDue, assessmentDue, calendar }]).toEqual([
          kind,
          oracle({ from, n, unit, extra, calendar: nationalCalendar, ...(excluded ? { excluded } : {}) }),
        ]);
        const length: 'set' | { n: number; unit: string; rest?: true } = LENGTHS[kind];
        if (length === 'set') expect([kind, unit]).toEqual([kind, 'day']);
        else if (length.rest) expect([kind, unit, n <= length.n]).toEqual([kind, length.unit, true]);
        else expect([kind, n, unit]).toEqual([kind, length.n, length.unit]);
      }
    };
    fc.assert(
      fc.property(lives, ([how, steps]) => check(walk(aMatter(how).registered(), steps, () => {}))),
      { numRuns: 600, seed: 2026 },
    );
    for (const life of guidedLives()) check(life);
    const unseen = Object.keys(LENGTHS).filter((kind) => !seen.has(kind as ClockKind));
    /* Described, not run. */
    expect(unseen.filter((kind) => kind !== 'yearly-report')).toEqual([]);
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
