import { parseDay } from '../../../domain/days.ts';
import { type Refusal, refuseState } from '../../../domain/refusals.ts';

/** Where a list of matters, newest first, goes on: after this row. */
export interface Place {
  readonly receivedAt: string;
  readonly region: string;
  readonly matter: string;
}

/** The place as an address carries it. */
export function writeCursor(place: Place): string {
  return Buffer.from(JSON.stringify([place.receivedAt, place.region, place.matter])).toString('base64url');
}

export const BAD_CURSOR: Refusal = refuseState(
  'cursor',
  422,
  '这一页的位置不对，请从头打开这个列表',
  'This place in the list is not valid; open the list from its beginning',
  'cursor',
);

/** Reads what `writeCursor` wrote. */
export function readCursor(cursor: string): Place | Refusal {
  const parts = readParts(cursor);
  const [receivedAt, region, matter] = parts;
  if (parts.length !== 3 || receivedAt === undefined || region === undefined || matter === undefined) return BAD_CURSOR;
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3,6}Z$/.test(receivedAt) || Number.isNaN(Date.parse(receivedAt)))
    return BAD_CURSOR;
  // What a date of JavaScript rolls over, 30 February and the year 0, the database refuses.
  if (parseDay(receivedAt.slice(0, 10)) === undefined) return BAD_CURSOR;
  return /^\d{6}$/.test(region) && /^[\d-]{1,40}$/.test(matter) ? { receivedAt, region, matter } : BAD_CURSOR;
}

/** The texts of a cursor; none where it is not one. */
export function readParts(cursor: string): readonly string[] {
  try {
    const parts: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    return Array.isArray(parts) && parts.every((part) => typeof part === 'string') ? parts : [];
  } catch {
    return [];
  }
}
