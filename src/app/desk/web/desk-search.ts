import { CHANNELS, PURPOSES } from '../../../domain/vocabulary.ts';
import { given, isSet, oneOf, type SearchParams, textOf } from '../../../ui/staff/search-params.ts';

/** What the address of the desk says: which duty is open, and how its list is narrowed. */
export function readDeskSearch(search: SearchParams) {
  return given({
    duty: textOf(search, 'duty', 30),
    mine: isSet(search, 'mine'),
    late: isSet(search, 'late'),
    soon: isSet(search, 'soon'),
    channel: oneOf(search, 'channel', CHANNELS),
    division: textOf(search, 'division', 12),
    category: textOf(search, 'category', 20),
    purpose: oneOf(search, 'purpose', PURPOSES),
  });
}
export type DeskSearch = ReturnType<typeof readDeskSearch>;
