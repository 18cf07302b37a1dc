import { dayIn, given, type SearchParams, textOf } from '../../../ui/staff/search-params.ts';

/** What the address of the figures says: the period, and the body where it is not one's own. */
export function readFiguresSearch(search: SearchParams) {
  return given({ from: dayIn(search, 'from'), to: dayIn(search, 'to'), body: textOf(search, 'body', 64) });
}
export type FiguresSearch = ReturnType<typeof readFiguresSearch>;
