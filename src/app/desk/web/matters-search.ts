import { CHANNELS, PURPOSES } from '../../../domain/vocabulary.ts';
import { dayIn, given, oneOf, type SearchParams, textOf } from '../../../ui/staff/search-params.ts';

/** The states a matter that can be found is in. */
export const FOUND_PHASES = ['open', 'answered', 'closed', 'withdrawn'] as const;

/** What the address of the list of matters says: the words sought, and how the finds are narrowed. */
export function readMattersSearch(search: SearchParams) {
  return given({
    q: textOf(search, 'q'),
    phase: oneOf(search, 'phase', FOUND_PHASES),
    origin: oneOf(search, 'origin', ['here', 'imported']),
    channel: oneOf(search, 'channel', CHANNELS),
    division: textOf(search, 'division', 12),
    category: textOf(search, 'category', 12),
    purpose: oneOf(search, 'purpose', PURPOSES),
    from: dayIn(search, 'from'),
    to: dayIn(search, 'to'),
  });
}
export type MattersSearch = ReturnType<typeof readMattersSearch>;
