import { type BodyDirectory, isAccused, keeperOf, reviewersOf } from './bodies.ts';
import type { Day } from './days.ts';
import type { MatterState } from './matter.ts';
import type { SubmissionState } from './submission.ts';
import type { Succession, Unclear } from './succession.ts';

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
