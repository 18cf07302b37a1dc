import type { PetitionPageModel } from '../petition-page.contract.ts';
import type { Proceedings } from '../proceedings.contract.ts';

const NONE: Proceedings = { hearings: [], mediations: [], orders: [], proposals: [], ratings: [], rehandled: [] };

export function proceedingsOf(page: PetitionPageModel): Proceedings {
  return page.proceedings ?? NONE;
}

/** How many there are to show; a single rating is no proceeding. */
export function countProceedings(page: PetitionPageModel): number {
  const { hearings, mediations, orders, proposals, ratings, rehandled } = proceedingsOf(page);
  const again = ratings.some((one) => one.reopened !== undefined) || rehandled.length > 0 ? 1 : 0;
  return hearings.length + mediations.length + orders.length + proposals.length + again;
}
