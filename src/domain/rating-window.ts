import type { Clock } from './clocks.ts';
import { clockId, currentAssignment, type MatterState } from './matter.ts';
import type { RatedSide, RatingLevel } from './vocabulary.ts';

/** The name of the window in which a side is rated again (E48): its own, so that the other side's stays as it was. */
export function reratingId(state: MatterState, side: RatedSide): string | undefined {
  const task = currentAssignment(state);
  return task && `${clockId('rating', task)}:${side}`;
}

/** The window a side is rated in: its own once it was opened again, else that which service opened. */
export function ratingWindow(
  state: MatterState,
  side: RatedSide,
): { readonly id: string; readonly clock: Clock } | undefined {
  const task = currentAssignment(state);
  const ids = task ? [`${clockId('rating', task)}:${side}`, clockId('rating', task)] : [];
  return ids.flatMap((id) => {
    const clock = state.clocks[id];
    return clock ? [{ id, clock }] : [];
  })[0];
}

/**
 * The rating that counts: the one given last. Opening it again takes nothing away: until the petitioner rates anew, what
 * they said before stands.
 */
export function countedRating(
  state: MatterState,
  side: RatedSide,
): { readonly level: RatingLevel; readonly on: string } | undefined {
  return state.ratings[side] ?? state.earlierRatings?.findLast((one) => one.side === side);
}
