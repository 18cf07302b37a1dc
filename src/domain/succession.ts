import { type BodyDirectory, divisionPrefix, isAccused, isUnder, keeperOf, reviewersOf } from './bodies.ts';
import type { Clocks } from './clocks.ts';
import type { Day } from './days.ts';
import type { MatterState } from './matter.ts';
import type { SubmissionState } from './submission.ts';

/** Which matters of a body that was split go to one of its successors; an empty list asks nothing. */
export interface SuccessionPart {
  readonly to: string;
  /** Category codes; a first-level code covers everything under it. */
  readonly categories: readonly string[];
  readonly divisions: readonly string[];
}

/** What becomes of the matters of a body that was merged, split or abolished (条例 24¶2). */
export interface SuccessionPlan {
  readonly from: string;
  /** Who carries its powers on; absent where a split leaves none in general, and what fits no part is designated. */
  readonly to?: string;
  readonly parts: readonly SuccessionPart[];
  /** The successor that its officers' posts go to. */
  readonly officers: string;
}

/**
 * Why no successor follows from the plan, so that Party committee and government, or whom they name, must designate one
 * (条例 24¶2): nobody was named for such a matter; it is about the successor; or the successor would review its own
 * opinion, decide its own dispute, or watch over its own handling.
 */
export const UNCLEAR = ['no-part', 'accused', 'own-review', 'own-dispute', 'own-order'] as const;
export type Unclear = (typeof UNCLEAR)[number];

/** Every body that the plan names as a successor. */
export function successorsOf({ to, parts }: SuccessionPlan): readonly string[] {
  return [...new Set([...(to === undefined ? [] : [to]), ...parts.map((part) => part.to)])];
}

/** The successor for a case of this content and place: the first part that fits, else whoever takes the rest. */
export function successorFor(
  plan: SuccessionPlan,
  of: { readonly category?: string; readonly division: string },
): string | undefined {
  const part = plan.parts.find(
    ({ categories, divisions }) =>
      (categories.length === 0 || categories.some((code) => of.category?.startsWith(code) ?? false)) &&
      (divisions.length === 0 || divisions.some((code) => of.division.startsWith(divisionPrefix(code)))),
  );
  return part?.to ?? plan.to;
}

/** What the fact of a succession holds beside its basis. */
export interface Succession {
  readonly from: string;
  readonly to: string;
  readonly on: Day;
  /** Who keeps a sealed report from now on, where the old body kept it. */
  readonly keeper?: string;
  /** Who may review from now on, by assignment or review, where that changes. */
  readonly reviewers?: Readonly<Record<string, readonly string[]>>;
  /** The officers went elsewhere: whoever handled it for the old body no longer does. */
  readonly handlersLeft?: boolean;
}

/** The succession of one matter, or why a successor must be designated. `bodies` is the tree as it stands afterwards. */
export function succeedMatter(
  state: MatterState,
  given: { from: string; to: string; on: Day; bodies: BodyDirectory; handlersLeft: boolean },
): Succession | Unclear {
  const { from, to, on, bodies, handlersLeft } = given;
  const unclear = state.sealed ? undefined : findUnclear(state, { from, to, bodies });
  if (unclear !== undefined) return unclear;
  const keeper = keeperAfter(keeperNow(state, state.office), state.accused, { from, to, bodies });
  const reviewers = reviewersAfter(state, { from, to, bodies });
  return {
    from,
    to,
    on,
    ...(keeper === undefined ? {} : { keeper }),
    ...(Object.keys(reviewers).length === 0 ? {} : { reviewers }),
    ...(handlersLeft ? { handlersLeft } : {}),
  };
}

/** The succession of one submission; `accused` are those its matters are about, `bodies` the tree afterwards. */
export function succeedSubmission(
  state: SubmissionState,
  given: { from: string; to: string; on: Day; bodies: BodyDirectory; accused: readonly string[] },
): Succession {
  const { from, to, on, bodies, accused } = given;
  const keeper = keeperAfter(keeperNow(state, state.body), accused, { from, to, bodies });
  return { from, to, on, ...(keeper === undefined ? {} : { keeper }) };
}

interface Change {
  readonly from: string;
  readonly to: string;
  readonly bodies: BodyDirectory;
}

/** Who keeps it: a sealed report that names nobody, the body it came to. */
function keeperNow(state: { sealed: boolean; keeper?: string }, body: string): string | undefined {
  return state.keeper ?? (state.sealed ? body : undefined);
}

/** A report about the successor, or about the old body now standing in it, never comes to it (条例 30¶3). */
function keeperAfter(
  keeper: string | undefined,
  accused: readonly string[],
  { from, to, bodies }: Change,
): string | undefined {
  if (keeper === undefined) return undefined;
  const about = accused.includes(from) ? [...accused, to] : accused;
  const next = keeper === from ? to : keeper;
  if (!isAccused(bodies, about, next)) return next === keeper ? undefined : next;
  return keeperOf(bodies, to, about);
}

function findUnclear(state: MatterState, { from, to, bodies }: Change): Unclear | undefined {
  if (isAccused(bodies, state.accused, to)) return 'accused';
  const tasks = Object.values(state.assignments);
  const after = (id: string): string => (id === from ? to : id);
  const moves = (...ids: readonly string[]): boolean => ids.includes(from);
  for (const review of Object.values(state.reviews)) {
    const body = state.assignments[review.assignment]?.body ?? '';
    const done = review.phase === 'served' || review.phase === 'refused';
    if (!done && moves(review.reviewer, body) && after(review.reviewer) === after(body)) return 'own-review';
  }
  for (const { body, dispute, phase } of tasks) {
    if (dispute && phase === 'disputed' && moves(dispute.arbiter, body) && after(dispute.arbiter) === after(body))
      return 'own-dispute';
  }
  for (const one of [...Object.values(state.orders).filter(({ phase }) => phase !== 'closed')]) {
    if (moves(one.by, one.to) && after(one.by) === after(one.to)) return 'own-order';
  }
  return undefined;
}

/** Nobody reviews an opinion of its own: a reviewer that became one with the body falls away, or the ladder is read anew. */
function reviewersAfter(state: MatterState, { from, to, bodies }: Change): Record<string, readonly string[]> {
  const changed: Record<string, readonly string[]> = {};
  const note = (id: string, body: string, reviewers: readonly string[] | undefined): void => {
    if (reviewers === undefined || (body !== from && !reviewers.includes(from))) return;
    const of = body === from ? to : body;
    const moved = [...new Set(reviewers.map((one) => (one === from ? to : one)))].filter((one) => one !== of);
    const next = moved.length > 0 ? moved : reviewersOf(bodies, of).map(({ id: one }) => one);
    if (next.join() !== reviewers.join()) changed[id] = next.filter((one) => one !== from);
  };
  for (const task of Object.values(state.assignments)) note(task.id, task.body, task.opinion?.reviewers);
  for (const review of Object.values(state.reviews)) note(review.id, review.reviewer, review.decision?.reviewers);
  return changed;
}

/** May this body take over from that one? It must stand, be another, and not hang below what ends. */
export function standsApart(bodies: BodyDirectory, from: string, to: string): boolean {
  return bodies.find(to) !== undefined && to !== from && !isUnder(bodies, to, from);
}

/** Accusations against the old body are against the one it became part of. */
export function accusedAfter(accused: readonly string[], { from, to }: Succession): readonly string[] {
  return accused.includes(from) && !accused.includes(to) ? [...accused, to] : accused;
}

/** A running clock that the old body held is held by the new one: same id, same start, same days. */
export function clocksAfter(clocks: Clocks, { from, to, on }: Succession): Clocks {
  const next: Record<string, Clocks[string]> = {};
  for (const [id, clock] of Object.entries(clocks)) {
    if (clock.end !== undefined || clock.holder !== from) {
      next[id] ??= clock;
      continue;
    }
    const moved = { ...clock, holder: to };
    /* What was asked of one contributor bears its name. */
    const named = clock.kind === 'contribution' && id.endsWith(`:${from}`);
    const renamed = named ? `${id.slice(0, -from.length)}${to}` : id;
    const own = clocks[renamed];
    if (renamed === id || own === undefined) next[renamed] = moved;
    else next[id] = { ...moved, endedOn: on, end: 'void' };
  }
  return next;
}
