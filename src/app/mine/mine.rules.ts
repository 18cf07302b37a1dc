import type { Day } from '../../domain/days.ts';
import type { ReviewLevel } from '../../domain/proceedings.ts';
import type { Said } from '../../domain/refusals.ts';
import type { FollowMatter, FollowModel } from '../follow/follow.contract.ts';
import { openingOf } from '../portal/follow-opening.texts.ts';

/** Petitions that one list holds at most [our choice]. */
export const MOST_KEPT = 50;

/** Something that waits for the citizen, and its last day. */
export interface Waiting {
  readonly what: 'rate' | ReviewLevel;
  readonly until?: Day;
}

/** Where a matter of a petition stands, in a line or two. */
export interface Standing {
  readonly title: string;
  readonly headline: Said;
  readonly late: boolean;
  /** The last day of what is waited for now. */
  readonly next?: Day;
  readonly waits: readonly Waiting[];
}

/** A petition on the list: one standing, or one of each matter it became. */
export interface Summary {
  readonly number: string;
  readonly title: string;
  readonly receivedOn: Day;
  readonly receivedAt: string;
  readonly headline: Said;
  readonly standings: readonly Standing[];
}

/** What the list tells of a petition: the same words as its own page. */
export function summaryOf(model: FollowModel): Summary {
  const { number, title, receivedOn, receivedAt, matters } = model;
  const [only, ...more] = matters;
  const headline = only !== undefined && more.length === 0 ? only.headline : openingOf(model);
  const standings =
    only === undefined ? [arrived(model, headline)] : matters.map((matter) => standingOf(matter, model.today));
  return { number, title, receivedOn, receivedAt, headline, standings };
}

function arrived({ title, registerClock }: FollowModel, headline: Said): Standing {
  const next = nextOf(registerClock);
  const late = registerClock?.outcome === 'running' && registerClock.level === 'overdue';
  return { title, headline, late, waits: [], ...(next === undefined ? {} : { next }) };
}

function standingOf(matter: FollowMatter, today: Day): Standing {
  const { title, headline, late } = matter;
  const next = nextOf(matter.clock);
  return { title, headline, late, waits: waitsOf(matter, today), ...(next === undefined ? {} : { next }) };
}

/** A day that is over is told by the headline, as late. */
function nextOf(clock: FollowMatter['clock']): Day | undefined {
  return clock?.outcome === 'running' && clock.level !== 'overdue' && clock.suspendedOn === undefined
    ? clock.due
    : undefined;
}

/** The office alone can be rated from the first day on, which presses nobody; once the answer is there, rating waits. */
function waitsOf({ can, review, rateUntil }: FollowMatter, today: Day): readonly Waiting[] {
  const rate: Waiting = { what: 'rate', ...(rateUntil === undefined || rateUntil < today ? {} : { until: rateUntil }) };
  return [
    ...(can.askReview && review !== undefined ? [{ what: review.level, until: review.until }] : []),
    ...(can.rate.includes('body') ? [rate] : []),
  ];
}

/** The latest to arrive stands first. */
export function newestFirst(summaries: readonly Summary[]): readonly Summary[] {
  return [...summaries].sort((a, b) => (a.receivedAt < b.receivedAt ? 1 : a.receivedAt > b.receivedAt ? -1 : 0));
}
