import type { Actor } from '../domain/act.ts';
import { nameOf } from '../domain/bodies.ts';
import { articleOf, type Clock, isStatutory } from '../domain/clocks.ts';
import { type Day, dayOf } from '../domain/days.ts';
import { CLOCK_LABELS, explainClock, sayPetitioner } from '../domain/explain.ts';
import { currentAssignment, type MatterState, openReview } from '../domain/matter.ts';
import { keyOf, layerOf } from '../domain/packs.ts';
import { mayRead, mayReadSubmission } from '../domain/permission.ts';
import type { Refusal, Said } from '../domain/refusals.ts';
import { NATIONAL_PACK } from '../domain/rule-pack.ts';
import type { SubmissionState } from '../domain/submission.ts';
import { ROLES, type Role } from '../domain/vocabulary.ts';
import { NO_SUCH_MATTER } from '../ledger/act-on-matter.ts';
import { contextFor, type Ledger } from '../ledger/ledger.ts';
import { findState, logReading, readFacts } from '../ledger/read.ts';
import { matterRef, submissionRef } from '../ledger/streams.ts';
import { type ActView, viewActs } from './petition-page/acts.ts';
import { saidCitation } from './petition-page/clock-view.ts';

/** Who asks: a post, whose acts are explained. */
export interface Post {
  readonly body: string;
  readonly roles: readonly Role[];
}

/** A clock with everything its date rests on, for a program and for a person. */
export interface ExplainedClock {
  readonly id: string;
  readonly kind: string;
  readonly label: Said;
  readonly rule: string;
  readonly article: Said & { readonly cite: string };
  readonly statutory: boolean;
  readonly holder: Said;
  readonly outcome: string;
  readonly endedOn?: Day;
  readonly suspendedOn?: Day;
  readonly start: { readonly seq: number; readonly fact: string; readonly day: Day };
  readonly n: number;
  readonly unit: string;
  readonly rawEnd: Day;
  readonly due: Day;
  readonly assessmentDue: Day;
  /** Days passed over up to the last day counted, and after it to the first working day, each with why. */
  readonly skipped: Clock['derivation']['skipped'];
  readonly rolled: Clock['derivation']['rolled'];
  readonly extensions: readonly { readonly days: number; readonly seq: number; readonly day: Day }[];
  readonly excluded: readonly { readonly from: Day; readonly to: Day }[];
  readonly calendar: { readonly id: string; readonly version: number; readonly status: string };
  readonly pack: { readonly key: string; readonly layer?: string; readonly basis?: Said };
  readonly why: { readonly zh: readonly string[]; readonly en: readonly string[] };
}

export interface Explained {
  readonly number: string;
  readonly today: Day;
  readonly phase: string;
  /** The rules the case keeps. */
  readonly pack: string;
  readonly as: Post;
  readonly clocks: readonly ExplainedClock[];
  readonly acts: readonly ActView[];
}

const MATTER = /^\d{6}-\d{4}-\d{6,9}-\d{1,3}$/;
const SUBMISSION = /^\d{6}-\d{4}-\d{6,9}$/;

/** Why each date of a case is that date, and why each act is open or not, for a post; by default any of who has it. */
export async function explainCase(ledger: Ledger, number: string, post?: Post): Promise<Explained | Refusal> {
  if (MATTER.test(number)) return explainMatter(ledger, number, post);
  if (SUBMISSION.test(number)) return explainSubmission(ledger, number, post);
  return NO_SUCH_MATTER;
}

async function explainMatter(ledger: Ledger, number: string, post: Post | undefined): Promise<Explained | Refusal> {
  const ref = matterRef(number);
  const state = await findState(ledger, ref);
  if (!state) return NO_SUCH_MATTER;
  const as = post ?? anyPostOf(holderOf(state));
  const actor = actorOf(as);
  if (!mayRead(state, ref.region, actor, ledger.reference.bodies)) return NO_SUCH_MATTER;
  const context = contextFor(ledger, actor, state.pack);
  const facts = await readFacts(ledger, ref);
  await logReading(ledger, {
    region: ref.region,
    actor: 'system',
    body: as.body,
    verb: 'matter.explain',
    stream: ref.id,
  });
  return {
    number,
    today: context.today,
    phase: state.phase,
    pack: state.pack,
    as,
    clocks: clocksOf(ledger, state, facts),
    /* The table of acts also holds who may do each; that is answered by `open`. */
    acts: viewActs(state, context).map(({ label: { zh, en }, ...act }) => ({ ...act, label: { zh, en } })),
  };
}

async function explainSubmission(ledger: Ledger, number: string, post: Post | undefined): Promise<Explained | Refusal> {
  const ref = submissionRef(number);
  const state = await findState(ledger, ref);
  if (!state) return NO_SUCH_MATTER;
  const as = post ?? anyPostOf(state.body);
  const actor = actorOf(as);
  if (!mayReadSubmission(state, ref.id, actor, ledger.reference.bodies)) return NO_SUCH_MATTER;
  const facts = await readFacts(ledger, ref);
  await logReading(ledger, {
    region: ref.region,
    actor: 'system',
    body: as.body,
    verb: 'submission.explain',
    stream: ref.id,
  });
  return {
    number,
    today: contextFor(ledger, actor).today,
    phase: state.phase,
    pack: state.pack,
    as,
    clocks: clocksOf(ledger, state, facts),
    acts: [],
  };
}

/** Every post a body may have, but the one that keeps sealed reports: that one is to be named. */
function anyPostOf(body: string): Post {
  return { body, roles: ROLES.filter((role) => role !== 'sealed') };
}

function actorOf({ body, roles }: Post): Actor {
  return { kind: 'staff', account: 'explain', body, roles };
}

function holderOf(state: MatterState): string {
  const review = openReview(state);
  const task = currentAssignment(state);
  return (review && review.phase !== 'decided' ? review.reviewer : undefined) ?? task?.body ?? state.office;
}

type Facts = readonly { readonly seq: number; readonly fact: { readonly kind: string }; readonly occurredAt: string }[];

function clocksOf(ledger: Ledger, state: MatterState | SubmissionState, facts: Facts): readonly ExplainedClock[] {
  const bySeq = new Map(facts.map((fact) => [fact.seq, fact]));
  const dayAt = (seq: number): Day => {
    const fact = bySeq.get(seq);
    return fact === undefined ? '' : dayOf(fact.occurredAt);
  };
  const { layers } = ledger.reference.packs;
  return Object.entries(state.clocks)
    .sort(([, a], [, b]) => a.startedSeq - b.startedSeq)
    .map(([id, clock]) => {
      const { derivation } = clock;
      const cite = articleOf(clock);
      const layer = layerOf(layers, clock.pack, clock.kind);
      return {
        id,
        kind: clock.kind,
        label: CLOCK_LABELS[clock.kind],
        rule: NATIONAL_PACK.clocks[clock.kind].id,
        article: { cite, ...saidCitation(cite) },
        statutory: isStatutory(clock),
        holder:
          clock.holder === 'petitioner' ? sayPetitioner(clock.kind) : nameOf(ledger.reference.bodies, clock.holder),
        outcome: clock.end ?? 'running',
        ...(clock.endedOn === undefined ? {} : { endedOn: clock.endedOn }),
        ...(clock.suspendedOn === undefined ? {} : { suspendedOn: clock.suspendedOn }),
        start: { seq: clock.startedSeq, fact: bySeq.get(clock.startedSeq)?.fact.kind ?? '', day: derivation.from },
        n: derivation.n,
        unit: derivation.unit,
        rawEnd: derivation.rawEnd,
        due: derivation.statutoryDue,
        assessmentDue: derivation.assessmentDue,
        skipped: derivation.skipped,
        rolled: derivation.rolled,
        extensions: clock.extensions.map(({ days, seq }) => ({ days, seq, day: dayAt(seq) })),
        excluded: clock.excluded ?? [],
        calendar: { id: derivation.calendarId, version: derivation.calendarVersion, status: derivation.calendar },
        pack: { key: clock.pack, ...(layer ? { layer: keyOf(layer), basis: layer.basis } : {}) },
        why: { zh: explainClock(clock, 'zh-CN', layers), en: explainClock(clock, 'en', layers) },
      };
    });
}
