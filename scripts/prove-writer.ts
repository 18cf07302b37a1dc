/**
 * One of the processes that `prove` kills: lives petitions, several at one time, each act under a key of its own, and
 * says on standard output what it is about to do and what was acknowledged. An act whose answer was lost is asked again
 * under the same key until there is one. Started as `node scripts/prove-writer.ts <WriterOrders as JSON>`; on standard
 * input `go N` allows N acts more, and `end` means that no new one is to be begun.
 */
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Answered, doAct, LIFE_ACTS, type LifeAct, type Lived, type Place } from '../bench/lives.ts';
import { textOf } from '../bench/texts.ts';
import { type City, openCity } from '../src/app/open-city.ts';
import { isRefusal } from '../src/domain/refusals.ts';
import type { Ledger } from '../src/ledger/ledger.ts';
import { NO_DATABASE } from './prove-exit.ts';

/** An act under its key; with these words it can be asked for again by another process. */
export interface Try {
  readonly key: string;
  readonly act: LifeAct;
  readonly place: Place;
  readonly life: Lived;
  /** Number of the made-up text. */
  readonly text: number;
}

export interface WriterOrders {
  readonly dataDir: string;
  readonly name: string;
  readonly place: Place;
  /** Lives at one time. */
  readonly lives: number;
  /** Acts whose writers were killed before an answer came. */
  readonly open: readonly Try[];
}

/** What a writer says, one JSON object a line. */
export type WriterLine =
  | { readonly ready: true }
  | { readonly about: Try }
  | { readonly done: string; readonly answer: Answered }
  | { readonly refused: string; readonly code: string };

const tell = (line: WriterLine): void => {
  process.stdout.write(`${JSON.stringify(line)}\n`);
};

/** Acts that may still be begun, and lives that wait for more. */
const allowance = { left: 0, ending: false, waiting: [] as (() => void)[] };

createInterface({ input: process.stdin }).on('line', (line) => {
  if (line === 'end') allowance.ending = true;
  else allowance.left += Number(line.replace('go ', ''));
  for (const wake of allowance.waiting.splice(0)) wake();
});

/** Whether one act more may be begun; waits until it may, or until the end. */
async function mayBegin(): Promise<boolean> {
  while (!allowance.ending && allowance.left <= 0) {
    await new Promise<void>((wake) => allowance.waiting.push(wake));
  }
  if (allowance.ending) return false;
  allowance.left -= 1;
  return true;
}

async function write(orders: WriterOrders): Promise<void> {
  let city: City;
  try {
    city = await openCity({ values: { 'data-dir': orders.dataDir }, say: () => {}, max: orders.lives + 2 });
  } catch (cause) {
    process.stderr.write(`${String(cause)}\n`);
    process.exit(NO_DATABASE);
  }
  tell({ ready: true });
  for (const one of orders.open) await ask(city.ledger, one);
  await Promise.all(Array.from({ length: orders.lives }, (_, at) => liveOn(city.ledger, orders, at)));
  await city.close();
}

/** One life after another. */
async function liveOn(ledger: Ledger, { name, place }: WriterOrders, at: number): Promise<void> {
  for (let nth = 0; !allowance.ending; nth++) {
    const text = (at * 100_000 + nth) % 1_000_000;
    let life: Lived = { number: '', matter: '' };
    for (const act of LIFE_ACTS) {
      if (!(await mayBegin())) return;
      const one: Try = { key: `${name}-${at}-${nth}-${act}`, act, place, life, text };
      tell({ about: one });
      const answer = await ask(ledger, one);
      if (answer === undefined) break;
      if (act === 'file' && 'number' in answer) life = { number: answer.number, matter: `${answer.number}-1` };
    }
  }
}

/** Asks until there is an answer; of what was done already, the answer is that of the first time. */
async function ask(ledger: Ledger, one: Try): Promise<Answered | undefined> {
  for (let tries = 0; ; tries++) {
    if (tries > 0) await sleep(50 + Math.random() * 100);
    try {
      const answer = await doAct(ledger, one.act, { ...one, text: textOf(one.text) });
      if (!isRefusal(answer)) {
        tell({ done: one.key, answer });
        return answer;
      }
      if (answer.code === 'busy') continue;
      tell({ refused: one.key, code: answer.code });
      return undefined;
    } catch (cause) {
      /* The database was killed, or is starting: nobody knows what became of the act, and the key will tell. */
      if (tries > 600) throw cause;
    }
  }
}

write(JSON.parse(process.argv[2] ?? '')).then(
  () => process.exit(0),
  (cause) => {
    process.stderr.write(`${cause instanceof Error ? (cause.stack ?? cause.message) : String(cause)}\n`);
    process.exit(1);
  },
);
