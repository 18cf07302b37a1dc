import { MATTER_PHASES } from '../../../domain/matter.ts';
import { CHANNELS, PURPOSES } from '../../../domain/vocabulary.ts';
import { dayIn, given, oneOf, type SearchParams, textOf } from '../../../ui/staff/search-params.ts';

/** What the address of the list of matters says: the words sought, and how the finds are narrowed. */
export function readMattersSearch(search: SearchParams) {
  return given({
    q: textOf(search, 'q'),
    phase: oneOf(search, 'phase', MATTER_PHASES),
    channel: oneOf(search, 'channel', CHANNELS),
    division: textOf(search, 'division', 12),
    category: textOf(search, 'category', 20),
    purpose: oneOf(search, 'purpose', PURPOSES),
    from: dayIn(search, 'from'),
    to: dayIn(search, 'to'),
  });
}
export type MattersSearch = ReturnType<typeof readMattersSearch>;
