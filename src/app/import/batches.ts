import type { Said } from '../../domain/refusals.ts';
import type { FORMATS } from './formats.rules.ts';
import { importTexts } from './import.texts.ts';
import { isRowRefusal, type LedgerRow, type ReadRow } from './ledger-row.rules.ts';
import type { Line } from './lines.ts';

/** One non-empty line: a row to register, or why it cannot be one. */
export interface Reading {
  /** Counted from 1, empty lines included, as an editor shows it. */
  readonly line: number;
  readonly sourceId?: string;
  readonly row?: LedgerRow;
  readonly refusal?: { readonly field: string; readonly said: Said };
}

/** Lives a statement: more make the statement longer, not faster. */
const MOST_ROWS = 200;
/** Characters a batch holds at most, so that memory stays the same whatever the lines hold. */
const MOST_CHARACTERS = 4_000_000;

/** Reads lines into batches; an empty line is passed over. */
export async function* readBatches(
  lines: AsyncIterable<Line>,
  format: (typeof FORMATS)[keyof typeof FORMATS],
  now: () => string,
): AsyncGenerator<readonly Reading[]> {
  let batch: Reading[] = [];
  let characters = 0;
  let line = 0;
  for await (const text of lines) {
    line += 1;
    if (typeof text === 'string' && text.trim() === '') continue;
    batch.push({ line, ...readLine(text, format.read, format.id, now()) });
    characters += typeof text === 'string' ? text.length : 0;
    if (batch.length >= MOST_ROWS || characters >= MOST_CHARACTERS) {
      yield batch;
      batch = [];
      characters = 0;
    }
  }
  if (batch.length > 0) yield batch;
}

function readLine(text: Line, read: ReadRow, idField: string, now: string): Omit<Reading, 'line'> {
  if (typeof text !== 'string') {
    const said = text.unreadable === 'too-long' ? importTexts.tooLong : importTexts.notUtf8;
    return { refusal: { field: 'line', said } };
  }
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return { refusal: { field: 'line', said: importTexts.notJson } };
  }
  const row = read(value, now);
  if (!isRowRefusal(row)) return { row, sourceId: row.sourceId };
  const id = typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[idField] : undefined;
  return {
    refusal: { field: row.field, said: row.said },
    ...(typeof id === 'string' || typeof id === 'number' ? { sourceId: String(id).slice(0, 100) } : {}),
  };
}
