import { Readable } from 'node:stream';
import type { ReactElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import type { StaffActor } from '../../actors/accounts/server/public.ts';
import { isRefusal, type Refusal } from '../../domain/refusals.ts';
import { contextFor, type Ledger } from '../../ledger/ledger.ts';
import { renderPage } from '../../platform/jsx/render.ts';
import { LedgerRow, LedgerTotal } from './LedgerSheet.tsx';
import { addToTotals, type LedgerTotals, NO_TOTALS } from './ledger-line.rules.ts';
import { findLedgerKeys, type NamedLine, readLedgerLines } from './ledger-lines.ts';
import type { Period } from './print.rules.ts';

/** Where the lines go in the page. */
const ROWS = '<tbody class="rows"></tbody>';

export interface StreamedLedger {
  readonly count: number;
  readonly page: Readable;
}

/**
 * The whole 台账 as a stream of HTML: head, lines a chunk at a time as the reader takes them, totals. A failure on the
 * way breaks the connection off; only a complete page ends with 合计 and （完）.
 */
export async function streamLedger(
  ledger: Ledger,
  actor: StaffActor,
  period: Period,
  frame: (count: number) => ReactElement,
): Promise<StreamedLedger | Refusal> {
  const keys = await findLedgerKeys(ledger, actor, period);
  if (isRefusal(keys)) return keys;
  const [head = '', tail = ''] = renderPage(frame(keys.length)).split(ROWS);
  const { today } = contextFor(ledger, actor);
  return { count: keys.length, page: Readable.from(write(head, readLedgerLines(ledger, actor, keys, today), tail)) };
}

async function* write(
  head: string,
  chunks: AsyncGenerator<readonly NamedLine[]>,
  tail: string,
): AsyncGenerator<string> {
  yield `${head}<tbody class="rows">`;
  let totals: LedgerTotals = NO_TOTALS;
  for await (const lines of chunks) {
    const first = totals.matters + 1;
    yield lines.map((line, at) => renderToStaticMarkup(<LedgerRow line={line} at={first + at} />)).join('');
    for (const line of lines) totals = addToTotals(totals, line, line.people);
  }
  yield `</tbody><tbody>${renderToStaticMarkup(<LedgerTotal totals={totals} />)}</tbody>${tail}`;
}
