import { cpus, totalmem } from 'node:os';
import type { CpuMs } from './cpu.ts';
import type { Rate } from './measure.ts';

/** What the design asks of a row, and whether it was reached. */
export interface Bar {
  readonly says: string;
  readonly met: boolean;
}

/** One line of the result. Times in milliseconds. */
export interface Row {
  /** As `--rows` names it. */
  readonly row: string;
  readonly what: string;
  readonly value: number;
  readonly unit: string;
  readonly p50?: number;
  readonly p95?: number;
  /** CPU milliseconds a piece of work, of the program and of PostgreSQL. */
  readonly cpu?: CpuMs | undefined;
  readonly bar?: Bar;
  readonly note?: string;
}

export function rateRow(
  row: string,
  what: string,
  rate: Rate,
  more: { cpu?: CpuMs | undefined; bar?: Bar; note?: string } = {},
): Row {
  const { cpu, ...rest } = more;
  const each = cpu && rate.done > 0 ? { app: cpu.app / rate.done, database: cpu.database / rate.done } : undefined;
  return { row, what, value: rate.perSecond, unit: '/s', p50: rate.p50, p95: rate.p95, cpu: each, ...rest };
}

export function atLeast(value: number, bar: number, unit: string): Bar {
  return { says: `≥ ${bar}${unit}`, met: value >= bar };
}

export function atMost(value: number, bar: number, unit: string): Bar {
  return { says: `≤ ${bar}${unit}`, met: value <= bar };
}

const HEADS = ['row', 'what', 'result', 'p50 ms', 'p95 ms', 'CPU app', 'CPU pg', 'bar', ''] as const;

/** The rows as a table for a terminal. */
export function tableOf(rows: readonly Row[]): string {
  const cells = rows.map((row) => [
    row.row,
    row.what + (row.note ? ` (${row.note})` : ''),
    `${short(row.value)} ${row.unit}`.trim(),
    short(row.p50),
    short(row.p95),
    short(row.cpu?.app),
    short(row.cpu?.database),
    row.bar?.says ?? '',
    row.bar ? (row.bar.met ? 'met' : 'NOT MET') : '',
  ]);
  const all = [[...HEADS], ...cells];
  const widths = HEADS.map((_, at) => Math.max(...all.map((line) => widthOf(line[at] ?? ''))));
  return all
    .map((line) =>
      line
        .map((cell, at) => {
          const pad = ' '.repeat((widths[at] ?? 0) - widthOf(cell));
          return at >= 2 && at <= 6 ? pad + cell : cell + pad;
        })
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

function short(value: number | undefined): string {
  if (value === undefined) return '';
  if (value >= 100) return value.toFixed(0);
  return value >= 10 ? value.toFixed(1) : value.toFixed(2);
}

/** Columns on a terminal, where Chinese characters take two. */
function widthOf(text: string): number {
  return [...text].reduce((sum, character) => sum + (/[\u2e80-\uffef]/.test(character) ? 2 : 1), 0);
}

/** What the figures were measured on. */
export function machine(): Readonly<Record<string, string | number>> {
  const [first] = cpus();
  return {
    cores: cpus().length,
    processor: first?.model ?? 'unknown',
    memoryMb: Math.round(totalmem() / 1_048_576),
    node: process.version,
    platform: process.platform,
  };
}
