import type { Sentence } from '../../../platform/http/route.contract.ts';
import type { PetitionPageModel } from '../petition-page.contract.ts';

export type Task = PetitionPageModel['assignments'][number];
export type ActView = PetitionPageModel['acts'][number];
export type ClockView = PetitionPageModel['clocks'][number];

/** The task that acts are now about: the one the server names, else the last. */
export function currentTask(page: PetitionPageModel): Task | undefined {
  const named = page.acts.find((act) => act.assignment !== undefined)?.assignment;
  return page.assignments.find((one) => one.id === named) ?? page.assignments.at(-1);
}

/** The label of a code, undefined for codes this version does not know (imported lives hold such). */
export function labelOf(labels: Readonly<Record<string, Sentence>>, code: string | undefined): Sentence | undefined {
  return code === undefined || !Object.hasOwn(labels, code) ? undefined : labels[code];
}

/** Who sends the matter on: the office that holds it, or a body that received it directly (条例 23¶1). */
export function senderOf(page: PetitionPageModel, task: Task | undefined): string {
  return task?.mode === 'own' && task.phase === 'signed' ? task.body.id : page.office.id;
}

/** Clocks that run, the next due first; then those at rest, the latest first. */
export function sortClocks(clocks: readonly ClockView[]): {
  readonly running: readonly ClockView[];
  readonly ended: readonly ClockView[];
} {
  return {
    running: clocks.filter((one) => one.outcome === 'running').toSorted((a, b) => (a.due < b.due ? -1 : 1)),
    ended: clocks
      .filter((one) => one.outcome !== 'running')
      .toSorted((a, b) => ((a.endedOn ?? '') > (b.endedOn ?? '') ? -1 : 1)),
  };
}

/** The review that is under way, from asking to service. */
export function reviewInHand(page: PetitionPageModel): PetitionPageModel['reviews'][number] | undefined {
  const review = page.reviews.at(-1);
  return review && review.phase !== 'refused' && review.phase !== 'served' ? review : undefined;
}

/** How a paper addresses the petitioner: 周桂兰, 周桂兰等22人, or 信访人 when no name was given. */
export function addresseeOf(page: PetitionPageModel): string {
  const name = page.who === '' ? '信访人' : page.who;
  return page.petitioners > 1 ? `${name}等${page.petitioners}人` : name;
}

/** The clock of handling in this round: handling again after a review has one of its own. */
export function handlingClock(page: PetitionPageModel, assignment: string): ClockView | undefined {
  const own = `handle:${assignment}`;
  return page.clocks.findLast((one) => one.id === own || one.id.startsWith(`${own}:`));
}
