import { setTimeout as sleep } from 'node:timers/promises';
import { type ImportedFigures, importedFigures } from '../../accountability/figures/server/imported.ts';
import type { Actor } from '../../domain/act.ts';
import { matterNumber } from '../../domain/ids.ts';
import { type MadeContent, makeContent } from '../../ledger/content.ts';
import type { Ledger } from '../../ledger/ledger.ts';
import { drawSubmissionNumbers } from '../../ledger/numbers.ts';
import { type Plan, prepare } from '../../ledger/record.ts';
import { matterRef, submissionRef } from '../../ledger/streams.ts';
import { write } from '../../ledger/write.ts';
import { inOperatorLanguage } from '../../platform/config/operator-words.ts';
import { type Reading, readBatches } from './batches.ts';
import { FORMATS, type FormatName } from './formats.rules.ts';
import { importTexts } from './import.texts.ts';
import type { LedgerRow } from './ledger-row.rules.ts';
import { contentsOf, lifeOf, type Place } from './life.rules.ts';
import type { Line } from './lines.ts';
import { findStoredLives, isSameLife, type StoredLife } from './stored-lives.ts';

/** What became of one row. */
export interface RowResult {
  readonly line: number;
  readonly sourceId: string | null;
  readonly outcome: 'registered' | 'already' | 'refused';
  /** Number of the submission, of rows that are in the register. */
  readonly number?: string;
  readonly field?: string;
  readonly reason?: string;
}

/** `rows` to `refused` are of this run; the figures are of everything stored from this source, so a second run prints the same. */
export interface Summary extends ImportedFigures {
  readonly source: string;
  readonly rows: number;
  readonly registered: number;
  readonly already: number;
  readonly refused: number;
}

export interface ImportRequest {
  readonly ledger: Ledger;
  readonly lines: AsyncIterable<Line>;
  readonly as: FormatName;
  /** The body whose register it was; `region` is its city or district. */
  readonly body: { readonly id: string; readonly division: string };
  /** Name of the ledger, part of the natural key of every row. The format's name where not given. */
  readonly source?: string;
  /** Codes of districts by the name sources write. */
  readonly divisions?: ReadonlyMap<string, string>;
  readonly say: (line: string) => void;
  readonly report?: (result: RowResult) => void | Promise<void>;
}

const IMPORT: Actor = { kind: 'import' };
const PROGRESS_MS = 2_000;
const SHOWN_REFUSALS = 20;
const MAX_TRIES = 8;
/** From here on the planner must learn of the new rows at once, or the first lists and figures after it crawl. */
const MANY = 500;

/**
 * Takes over a ledger kept elsewhere: whole lives under the historical pack, many in one statement, each with its
 * natural key (region, source, id of the row), so that a run that was killed is simply run again. Memory does not grow
 * with the file.
 * @throws when the database fails; everything written before stands.
 */
export async function importLedger(request: ImportRequest): Promise<Summary> {
  const { ledger, say } = request;
  const source = request.source ?? request.as;
  const counts = { rows: 0, registered: 0, already: 0, refused: 0 };
  const began = performance.now();
  let told = began;
  const perSecond = (): number => Math.round((counts.rows * 1000) / Math.max(1, performance.now() - began));

  const finish = async (results: readonly RowResult[]): Promise<void> => {
    for (const result of results) {
      counts.rows += 1;
      counts[result.outcome] += 1;
      if (result.outcome === 'refused' && counts.refused <= SHOWN_REFUSALS) {
        say(inOperatorLanguage(importTexts.refused(result.line, result.reason ?? '')));
      }
      await request.report?.(result);
    }
    if (performance.now() - told >= PROGRESS_MS) {
      told = performance.now();
      say(inOperatorLanguage(importTexts.progress(counts.rows, counts.registered, perSecond())));
    }
  };

  /* One batch is read, checked and sealed while the one before it is written. */
  let ahead: { readonly ids: ReadonlySet<string>; readonly done: Promise<void> } | undefined;
  try {
    for await (const batch of readBatches(request.lines, FORMATS[request.as], () => ledger.clock.now().toISOString())) {
      const before = ahead;
      const ids = new Set(batch.flatMap(({ sourceId }) => (sourceId === undefined ? [] : [sourceId])));
      /* A row of the batch before may be stated again in this one: then that one goes first. */
      if (before && [...ids].some((id) => before.ids.has(id))) await before.done;
      const stored = storeBatch(request, source, batch);
      stored.catch(() => {});
      await before?.done;
      const done = stored.then(finish);
      done.catch(() => {});
      ahead = { ids, done };
    }
  } finally {
    await ahead?.done;
  }
  if (counts.refused > SHOWN_REFUSALS) {
    say(inOperatorLanguage(importTexts.moreRefused(counts.refused - SHOWN_REFUSALS)));
  }
  say(inOperatorLanguage(importTexts.notTaken(FORMATS[request.as].notTaken.join(', '))));
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  say(inOperatorLanguage(importTexts.done(counts.rows, seconds, perSecond())));
  if (counts.registered >= MANY) await ledger.pool.query('analyze submission, matter, matter_body');
  return { source, ...counts, ...(await importedFigures(ledger, { source })) };
}

/** Registers the rows of a batch that are not there yet, all in one statement. */
async function storeBatch(
  request: ImportRequest,
  source: string,
  batch: readonly Reading[],
): Promise<readonly RowResult[]> {
  const numbers = new Map<string, string>();
  const home = request.body.division.slice(0, 6);
  const keys = batch.flatMap(({ row }) =>
    row ? [{ sourceId: row.sourceId, region: placeOf(request, source, row).region }] : [],
  );
  for (let attempt = 0; attempt < MAX_TRIES; attempt++) {
    if (attempt > 0) await sleep(20 * 2 ** attempt);
    const stored = await findStoredLives(request.ledger.pool, source, keys, home);
    const fresh = new Map<string, LedgerRow>();
    for (const { row } of batch) {
      if (row && !stored.has(row.sourceId) && !fresh.has(row.sourceId)) fresh.set(row.sourceId, row);
    }
    await numberRows(request, source, fresh, numbers);
    if (fresh.size > 0 && !(await writeLives(request, source, fresh, numbers))) continue;
    return batch.map((reading) => resultOf(request, source, reading, { stored, fresh, numbers }));
  }
  throw new Error('import: others register from the same source at the same moment; run it again');
}

/** Draws a number for each row that has none yet; a row keeps its number when its batch is written again. */
async function numberRows(
  request: ImportRequest,
  source: string,
  rows: ReadonlyMap<string, LedgerRow>,
  numbers: Map<string, string>,
): Promise<void> {
  const without = [...rows].filter(([sourceId]) => !numbers.has(sourceId));
  const drawn = await drawSubmissionNumbers(
    request.ledger,
    without.map(([, row]) => ({
      region: placeOf(request, source, row).region,
      year: row.received.on.slice(0, 4),
    })),
  );
  for (const [at, [sourceId]] of without.entries()) {
    const number = drawn[at];
    if (number !== undefined) numbers.set(sourceId, number);
  }
}

/** What became of a row, now that its batch stands. */
function resultOf(
  request: ImportRequest,
  source: string,
  { line, sourceId: named, row, refusal }: Reading,
  batch: {
    readonly stored: ReadonlyMap<string, StoredLife>;
    readonly fresh: ReadonlyMap<string, LedgerRow>;
    readonly numbers: ReadonlyMap<string, string>;
  },
): RowResult {
  const sourceId = named ?? null;
  if (!row) {
    const { field = 'line', said } = refusal ?? {};
    return { line, sourceId, outcome: 'refused', field, reason: `${field}: ${said?.zh} / ${said?.en}` };
  }
  const known = batch.stored.get(row.sourceId);
  const number = known?.number ?? batch.numbers.get(row.sourceId) ?? '';
  if (!known && batch.fresh.get(row.sourceId) === row) return { line, sourceId, outcome: 'registered', number };
  const same = known
    ? isSameLife(row, known, placeOf(request, source, row))
    : JSON.stringify(row) === JSON.stringify(batch.fresh.get(row.sourceId));
  if (same) return { line, sourceId, outcome: 'already', number };
  const { zh, en } = importTexts.different(number);
  const field = FORMATS[request.as].id;
  return { line, sourceId, outcome: 'refused', number, field, reason: `${field}: ${zh} / ${en}` };
}

/** False where some of the rows were registered by another run in the same moment; then nothing was written. */
async function writeLives(
  { ledger, ...rest }: ImportRequest,
  source: string,
  rows: ReadonlyMap<string, LedgerRow>,
  numbers: ReadonlyMap<string, string>,
): Promise<boolean> {
  const contents: MadeContent[] = [];
  const facts: Plan<undefined>['facts'][number][] = [];
  const keys: object[] = [];
  const outbox: { region: string; topic: string; payload: object }[] = [];
  for (const [sourceId, row] of rows) {
    const place = placeOf({ ledger, ...rest }, source, row);
    const number = numbers.get(sourceId);
    if (number === undefined) throw new Error(`import: row ${sourceId} has no number`);
    const matter = matterNumber(number, 1);
    const seal = (stream: string, kind: string, value: unknown) => {
      const made = makeContent({ region: place.region, stream, kind }, value);
      contents.push(made.content);
      return made.ref;
    };
    const { particulars, gist, reply } = contentsOf(row);
    const life = lifeOf(
      row,
      place,
      { submission: number, matter },
      {
        particulars: seal(number, 'particulars', particulars),
        gist: seal(matter, 'gist', gist),
        ...(reply ? { reply: seal(matter, 'reply', reply) } : {}),
      },
    );
    facts.push({ ref: submissionRef(number), facts: life.submission }, { ref: matterRef(matter), facts: life.matter });
    keys.push({ region: place.region, source, source_id: sourceId, submission: number });
    outbox.push({ region: place.region, topic: 'index-matter', payload: { region: place.region, matter } });
  }
  const set = prepare(
    { actor: IMPORT, verb: 'import' },
    { facts, rows: { import_source: keys }, outbox, answer: undefined },
    {
      head: () => undefined,
      now: ledger.clock.now().toISOString(),
      keyring: ledger.keyring,
      contents,
      counters: [],
    },
  );
  try {
    return await write(ledger.pool, set);
  } catch (fault) {
    /* 23505: the natural key was written by another run; 40001 and 40P01: it moved in between. */
    const code = typeof fault === 'object' && fault !== null && 'code' in fault ? fault.code : undefined;
    if (code === '23505' || code === '40001' || code === '40P01') return false;
    throw fault;
  }
}

function placeOf({ body, divisions }: ImportRequest, source: string, row: LedgerRow): Place {
  const division = (row.district === undefined ? undefined : divisions?.get(row.district)) ?? body.division;
  return { source, body: body.id, division, region: division.slice(0, 6) };
}
