import { CHANNELS, PURPOSES } from '../../../domain/vocabulary.ts';
import { given, isSet, oneOf, type SearchParams, textOf } from '../../../ui/staff/search-params.ts';
import { DUTIES } from '../duties.rules.ts';

/** What the address of the desk says: which list is open, and how it is narrowed. */
export function readDeskSearch(search: SearchParams) {
  return given({
    duty: oneOf(search, 'duty', DUTIES),
    mine: isSet(search, 'mine'),
    late: isSet(search, 'late'),
    soon: isSet(search, 'soon'),
    channel: oneOf(search, 'channel', CHANNELS),
    division: textOf(search, 'division', 12),
    category: textOf(search, 'category', 12),
    purpose: oneOf(search, 'purpose', PURPOSES),
  });
}
export type DeskSearch = ReturnType<typeof readDeskSearch>;
