import { CHANNELS, PURPOSES } from '../../../domain/vocabulary.ts';
import { dayIn, given, isSet, oneOf, type SearchParams, textOf } from '../../../ui/staff/search-params.ts';
import { CLOCK_PARTS, RATING_PARTS, RECEIVED_PARTS } from '../figures.rules.ts';

const PARTS = [...CLOCK_PARTS, ...RATING_PARTS, ...RECEIVED_PARTS, 'numerator', 'denominator'] as const;

/** What the address of the figures says: the period, the body where it is only one, and whether to compare. */
export function readFiguresSearch(search: SearchParams) {
  return given({
    from: dayIn(search, 'from'),
    to: dayIn(search, 'to'),
    body: textOf(search, 'body', 64),
    compare: isSet(search, 'compare'),
  });
}
export type FiguresSearch = ReturnType<typeof readFiguresSearch>;

/** What the address of the list behind a number says. */
export function readFigureListSearch(search: SearchParams) {
  const region = textOf(search, 'region', 6);
  return given({
    from: dayIn(search, 'from'),
    to: dayIn(search, 'to'),
    body: textOf(search, 'body', 64),
    part: oneOf(search, 'part', PARTS),
    purpose: oneOf(search, 'purpose', [...PURPOSES, 'unknown']),
    channel: oneOf(search, 'channel', [...CHANNELS, 'unknown']),
    region: region !== undefined && /^\d{6}$/.test(region) ? region : undefined,
  });
}
export type FigureListSearch = ReturnType<typeof readFigureListSearch>;
