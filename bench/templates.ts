import type { MatterState } from '../src/domain/matter.ts';
import { openContent } from '../src/ledger/content.ts';
import type { Ledger } from '../src/ledger/ledger.ts';
import { lapseWindows } from '../src/petition/7-review/server/lapse.ts';
import { settableClock } from '../src/platform/clock/clock.ts';
import { type LifeAct, live, type Place } from './lives.ts';
import { textOf } from './texts.ts';

/** What differs between the copies of a life stands in its rows as one of these. */
export const NUMBER = '#number#';
export const TAIL = 'cccccccccccc';
export const MOMENT = '22:22.222';

/** All rows of one real life, by table, as JSON text with the marks above. */
export interface Template {
  readonly region: string;
  readonly year: string;
  readonly rows: Readonly<Record<string, string>>;
  /** Content rows are sealed for each copy, so their values are kept. */
  readonly contents: readonly {
    readonly id: string;
    readonly stream: string;
    readonly kind: string;
    readonly value: unknown;
  }[];
  /** Of the matter; a submission that waits to be registered has none. */
  readonly state: MatterState | undefined;
  /** What its desk rows add to the counters. */
  readonly duties: readonly { readonly body: string; readonly duty: string }[];
}

/** Tables of a life and the column that names its stream. */
const TABLES = {
  stream: 'stream',
  fact: 'stream',
  audit: 'stream',
  submission: 'number',
  matter: 'number',
  matter_body: 'matter',
  clock: 'stream',
  rating: 'matter',
  desk: 'item',
} as const;

/** Days between the acts of a life, after the law's periods: forwarded within 15, answered within 60. */
const DAYS_BEFORE: Readonly<Record<LifeAct, number>> = {
  file: 0,
  register: 0,
  forward: 3,
  sign: 1,
  accept: 5,
  draft: 25,
  issue: 1,
  serve: 1,
  rate: 4,
};

const DAY = 86_400_000;

/** Lives one petition by the product's own acts, `daysAgo` days before now, and takes its rows as a template. */
export async function makeTemplate(
  ledger: Ledger,
  given: { place: Place; until: LifeAct; daysAgo: number; number: number },
): Promise<Template> {
  const today = Math.floor(ledger.clock.now().getTime() / DAY) * DAY;
  const moment = today - given.daysAgo * DAY + Date.parse('1970-01-01T02:22:22.222Z');
  const clock = settableClock(new Date(moment));
  const { number, matter } = await live(
    { ...ledger, clock },
    { ...given, text: textOf(given.number), tick: (act) => given.daysAgo > 0 && clock.advance(DAYS_BEFORE[act] * DAY) },
  );
  /* What has ended unused is noted, as in any register of some years; else the first minutes would measure that. */
  await lapseWindows(ledger);
  return takeTemplate(ledger, number, matter);
}

async function takeTemplate(ledger: Ledger, number: string, matter: string): Promise<Template> {
  const region = number.slice(0, 6);
  const rows: Record<string, string> = {};
  const marks = markerOf(number);
  let duties: Template['duties'] = [];
  for (const [table, column] of Object.entries(TABLES)) {
    const found = await ledger.pool.query<{ row: Record<string, unknown> }>(
      `select to_jsonb(t) as row from ${table} t where region = $1 and ${column} = any($2)`,
      [region, [number, matter]],
    );
    if (found.rows.length === 0) continue;
    rows[table] = marks(JSON.stringify(found.rows.map(({ row }) => row)));
    if (table === 'desk') {
      duties = found.rows.map(({ row }) => ({ body: String(row.body), duty: String(row.duty) }));
    }
  }
  const contents = await ledger.pool.query<{
    region: string;
    id: string;
    stream: string;
    kind: string;
    sealed: Buffer;
  }>('select region, id, stream, kind, sealed from content where region = $1 and stream = any($2)', [
    region,
    [number, matter],
  ]);
  const state = await ledger.pool.query<{ state: MatterState }>(
    'select state from stream where region = $1 and stream = $2',
    [region, matter],
  );
  return {
    region,
    year: number.slice(7, 11),
    rows,
    contents: contents.rows.map((row) => ({
      id: marks(row.id),
      stream: marks(row.stream),
      kind: row.kind,
      value: openContent(ledger.keyring, row),
    })),
    state: state.rows[0]?.state,
    duties,
  };
}

let ids = 0;

/** Puts marks in place of the number, of every id, and of the hash of the query code. */
function markerOf(number: string): (text: string) => string {
  const known = new Map<string, string>();
  return (text) =>
    text
      .replaceAll(number, NUMBER)
      .replaceAll(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g, (id) => {
        const marked = known.get(id) ?? `${(++ids).toString(16).padStart(8, '0')}-0000-4000-8000-${TAIL}`;
        known.set(id, marked);
        return marked;
      })
      .replaceAll(/("query_?[hH]ash": ?")[0-9a-f]{12}/g, `$1${TAIL}`);
}
