import { treeWithout } from '../../domain/bodies.ts';
import { isRunning } from '../../domain/clocks.ts';
import { bodiesOf, type MatterState } from '../../domain/matter.ts';
import type { SubmissionState } from '../../domain/submission.ts';
import { succeedMatter, succeedSubmission } from '../../domain/succeed.ts';
import {
  type Succession,
  type SuccessionPlan,
  successorFor,
  successorsOf,
  type Unclear,
} from '../../domain/succession.ts';
import type { SuccessionState } from '../../domain/succession-stream.ts';
import { canonical } from '../../ledger/canonical.ts';
import type { Ledger } from '../../ledger/ledger.ts';
import { fold } from '../../ledger/record.ts';
import { BATCH, type Candidate, type Stage } from '../runs/walk.ts';

/** Every matter the body ever had in hand or a say in. */
const ITS_MATTERS = `
  select s.region, s.stream, s.kind, s.state from (
    select region, matter from matter_body where body = $3 and (region, matter) > ($1, $2)
    order by region, matter limit ${BATCH}) c
  join stream s on s.region = c.region and s.stream = c.matter order by s.region, s.stream`;

/** Matters still at work that are about it: from now on they are about its successors too. */
const ABOUT_IT = `
  select s.region, s.stream, s.kind, s.state from matter m
  join stream s on s.region = m.region and s.stream = m.number
  where (m.region, m.number) > ($1, $2) and m.phase in ('open', 'in-review', 'settled') and s.state -> 'accused' ? $3
  order by m.region, m.number limit ${BATCH}`;

/** What it received or took over, and urgent reports sent to it. */
const ITS_SUBMISSIONS = `
  select s.region, s.stream, s.kind, s.state from submission m
  join stream s on s.region = m.region and s.stream = m.number
  where (m.region, m.number) > ($1, $2) and (m.body = $3 or s.state ->> 'body' = $3
    or jsonb_path_exists(s.state, '$.reports.*.to[*] ? (@ == $of)', jsonb_build_object('of', $3::text)))
  order by m.region, m.number limit ${BATCH}`;

/** Sealed reports that it keeps, that are about it, or that a successor keeps and may now be about it. */
const SEALED = `
  select s.region, s.stream, s.kind, s.state from sealed_case m
  join stream s on s.region = m.region and s.stream = m.stream
  where (m.region, m.stream) > ($1, $2) and (m.body = any($3) or s.state -> 'accused' ? $4)
  order by m.region, m.stream limit ${BATCH}`;

/** What a succession looks at. */
export function stagesOf(plan: SuccessionPlan): readonly Stage[] {
  return [
    { text: ITS_MATTERS, bounds: [plan.from] },
    { text: ABOUT_IT, bounds: [plan.from] },
    { text: ITS_SUBMISSIONS, bounds: [plan.from] },
    { text: SEALED, bounds: [[plan.from, ...successorsOf(plan)], plan.from] },
  ];
}

/** One case of a run: whom it goes to, or why somebody must be designated. */
export interface Row {
  readonly stream: string;
  readonly kind: 'matter' | 'submission';
  readonly sealed: boolean;
  readonly open: boolean;
  readonly category: string | null;
  readonly division: string;
  readonly successor: string | null;
  readonly unclear: Unclear | null;
}

/** What becomes of a case by the plan. Sealed reports follow the officers, or whoever else may keep them; nobody is asked. */
export function rowOf(ledger: Ledger, { plan, endsOn }: SuccessionState, { stream, kind, state }: Candidate): Row {
  /* The kind of the stream says which state it is. */
  const matter = kind === 'matter' ? (state as MatterState) : undefined;
  const open =
    matter === undefined
      ? (state as SubmissionState).phase === 'received'
      : matter.phase === 'open' || matter.phase === 'in-review' || Object.values(matter.clocks).some(isRunning);
  const row = {
    stream,
    kind,
    sealed: state.sealed,
    open,
    category: matter?.category ?? null,
    division: state.division,
    successor: null,
    unclear: null,
  };
  /* What nobody has in hand any more goes with the archive, and that with the officers. */
  if (state.sealed || matter === undefined || !open || !bodiesOf(matter).includes(plan.from)) {
    const named = matter === undefined ? successorFor(plan, state) : undefined;
    return { ...row, successor: named ?? plan.officers };
  }
  const to = successorFor(plan, matter);
  if (to === undefined) return { ...row, unclear: 'no-part' };
  const bodies = treeWithout(ledger.reference.bodies, { from: plan.from, to: plan.officers });
  const change = succeedMatter(matter, { from: plan.from, to, on: endsOn, bodies, handlersLeft: false });
  return typeof change === 'string' ? { ...row, unclear: change } : { ...row, successor: to };
}

/**
 * The facts of a case that goes to this body, in order; empty where nothing is left to change. What is sealed, or only
 * about the old body, is about every successor from now on.
 */
export function factsOf(
  ledger: Ledger,
  { plan, endsOn: on }: SuccessionState,
  given: { candidate: Omit<Candidate, 'stream'>; to: string; accused: readonly string[] },
): readonly Succession[] | Unclear {
  const { bodies } = ledger.reference;
  const { kind } = given.candidate;
  let { state } = given.candidate;
  const matter = kind === 'matter' ? (state as MatterState) : undefined;
  const involved = matter !== undefined && bodiesOf(matter).includes(plan.from);
  const alone = !state.sealed && (involved || matter === undefined);
  const heirs = alone ? [given.to] : [...new Set([plan.officers, ...successorsOf(plan)])];
  const facts: Succession[] = [];
  for (const to of heirs) {
    const of = { from: plan.from, to, on, bodies };
    const change =
      kind === 'matter'
        ? succeedMatter(state as MatterState, { ...of, handlersLeft: involved && to !== plan.officers })
        : succeedSubmission(state as SubmissionState, { ...of, accused: given.accused });
    if (typeof change === 'string') return change;
    const fact = { kind: 'BodySucceeded', body: change };
    const at = { actor: '', occurredAt: '', recordedAt: '' };
    /* The fold of the kind keeps its state. */
    const next = fold(kind, state, { seq: state.seq, fact, ...at }) as typeof state;
    if (canonical(next) === canonical(state)) continue;
    state = next;
    facts.push(change);
  }
  return facts;
}
