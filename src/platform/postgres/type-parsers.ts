import { types } from 'pg';

type Parser = (text: string) => unknown;

/** PostgreSQL's numbers for its types (pg_type.oid). */
const OID = {
  int8Array: 1016,
  date: 1082,
  timestamp: 1114,
  dateArray: 1182,
  timestamptz: 1184,
  timestamptzArray: 1185,
  interval: 1186,
  numericArray: 1231,
  textArray: 1009,
} satisfies Record<string, number>;

/** pg's own reader of arrays. */
const parseTextArray: (text: string) => (string | null)[] = types.getTypeParser(OID.textArray);

const asText: Parser = (text) => text;

const parsers: ReadonlyMap<number, Parser> = new Map<number, Parser>([
  [OID.date, asText],
  [OID.timestamp, asText],
  [OID.interval, asText],
  [OID.timestamptz, isoInstant],
  [OID.dateArray, (text) => textArray(text)],
  [OID.timestamptzArray, (text) => textArray(text).map((item) => (item === null ? null : isoInstant(item)))],
  // pg would make floats of these, and lose digits.
  [OID.int8Array, (text) => textArray(text)],
  [OID.numericArray, (text) => textArray(text)],
]);

/** For pg's `types` option: ours first, then pg's own (which already leaves int8 and numeric as strings). */
export const typeParsers = {
  getTypeParser(oid: number, format?: 'text' | 'binary'): Parser {
    const own = format === 'binary' ? undefined : parsers.get(oid);
    return own ?? types.getTypeParser(oid, format ?? 'text');
  },
};

/**
 * `2026-11-22 18:57:56.12+00` as `2026-11-22T18:57:56.120Z`: three decimals, as JavaScript writes them, so that what is
 * hashed before writing equals what is read back; all six where the database itself set finer ones.
 */
export function isoInstant(text: string): string {
  const found = /^(\d{4,}-\d\d-\d\d) (\d\d:\d\d:\d\d)(?:\.(\d+))?\+00$/.exec(text);
  if (found === null) return foreignInstant(text);
  const [, day, time, decimals = ''] = found;
  return `${day}T${time}.${decimals.padEnd(decimals.length > 3 ? 6 : 3, '0')}Z`;
}

/** Another zone than UTC, `infinity`, or a year BC: rare enough to take the slow way. */
function foreignInstant(text: string): string {
  const instant = new Date(text.replace(' ', 'T').replace(/([+-]\d\d)$/, '$1:00'));
  return Number.isNaN(instant.getTime()) ? text : instant.toISOString();
}

function textArray(text: string): (string | null)[] {
  return parseTextArray(text);
}
