/**
 * Petitioners who arrive whether or not the server keeps up, in a process of their own: started as
 * `node scripts/prove-arrivals.ts <ArrivalOrders as JSON>`, it files petitions over loopback and at the end says on
 * standard output, as one JSON value, what was answered ({@link Arrived}).
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { type Answer, type Connection, openConnection } from '../bench/http-client.ts';
import { summary } from '../bench/measure.ts';
import { textOf } from '../bench/texts.ts';

/** Some seconds of arrivals. */
export interface Phase {
  readonly seconds: number;
  /** Arrivals a second, whatever becomes of those before (open loop); */
  readonly perSecond?: number;
  /** or so many clients who each wait for their answer before they ask again (closed loop). */
  readonly clients?: number;
}

export interface ArrivalOrders {
  readonly port: number;
  readonly division: string;
  /** Begins each key: no two runs ask for the same. */
  readonly name: string;
  /** The first of the loopback addresses to speak from: two runs within a minute must share none. */
  readonly firstAddress: number;
  readonly phases: readonly Phase[];
}

/** Those who arrived within one second. */
export interface Second {
  readonly done: number;
  readonly shed: number;
  /** Milliseconds until their petition was acknowledged. */
  readonly p95: number;
}

export interface PhaseArrived {
  readonly seconds: readonly Second[];
  readonly arrived: number;
  readonly done: number;
  /** Turned away with 503 and Retry-After. */
  readonly shed: number;
  /** Milliseconds until an acknowledgement; until they were turned away. */
  readonly p95: number;
  readonly shedP95: number;
  /** Every other answer, and whoever got none. */
  readonly others: number;
  /** Did not even get a connection from this process: too many were open. */
  readonly unsent: number;
}

export interface Arrived {
  readonly phases: readonly PhaseArrived[];
  /** Key and number of each petition that was acknowledged. */
  readonly acknowledged: readonly (readonly [key: string, number: string])[];
  /** The first of the others, named. */
  readonly others: readonly string[];
}

/** The limit on filing, of one address in a minute, less a few; whoever asks after that has another address. */
const FROM_ONE_ADDRESS = 500;
const MOST_OPEN = 6_000;
const TICK_MS = 4;

const orders: ArrivalOrders = JSON.parse(process.argv[2] ?? '');
const acknowledged: [string, string][] = [];
const others: string[] = [];
/** Nothing of the text matters here, and making texts up is dear: a few are sent again and again. */
const TEXTS = Array.from({ length: 50 }, (_, number) => textOf(8_000_000 + number));

interface Caller {
  readonly connection: Connection;
  used: number;
}
const idle: Caller[] = [];
let open = 0;
let addresses = orders.firstAddress;
let keys = 0;

interface Note {
  readonly second: number;
  readonly ms: number;
  readonly outcome: 'done' | 'shed' | 'other';
}

function findCaller(): Caller | undefined {
  const known = idle.pop();
  if (known) return known;
  if (open >= MOST_OPEN) return undefined;
  open += 1;
  const at = addresses++;
  const address = `127.${2 + Math.floor(at / 62_500)}.${Math.floor(at / 250) % 250}.${1 + (at % 250)}`;
  return { connection: openConnection(orders.port, process.platform === 'linux' ? address : undefined), used: 0 };
}

function leave(caller: Caller, broken: boolean): void {
  if (!broken && caller.used < FROM_ONE_ADDRESS) {
    idle.push(caller);
    return;
  }
  caller.connection.close();
  open -= 1;
}

async function file(caller: Caller): Promise<Note['outcome']> {
  const key = `${orders.name}-${keys++}`;
  const { who, title, text, requests } = TEXTS[keys % TEXTS.length] ?? textOf(0);
  caller.used += 1;
  let answer: Answer;
  try {
    answer = await caller.connection.ask({
      method: 'POST',
      path: '/api/petitions',
      headers: { 'idempotency-key': key },
      body: {
        division: orders.division,
        particulars: { people: [{ name: who, phone: '13900000000' }], title, text, requests },
      },
    });
  } catch (cause) {
    leave(caller, true);
    others.push(`${key} ${String(cause)}`);
    return 'other';
  }
  leave(caller, false);
  if (answer.status >= 200 && answer.status < 300) {
    acknowledged.push([key, String(JSON.parse(answer.body.toString()).number)]);
    return 'done';
  }
  if (answer.status === 503 && answer.retryAfter !== undefined) return 'shed';
  others.push(`${key} ${answer.status} ${answer.body.toString().slice(0, 200)}`);
  return 'other';
}

async function play({
  seconds,
  perSecond = 0,
  clients = 0,
}: Phase): Promise<{ notes: Note[]; unsent: number; ended: Promise<unknown> }> {
  const notes: Note[] = [];
  const under = new Set<Promise<void>>();
  const began = performance.now();
  const until = began + seconds * 1_000;
  let unsent = 0;
  const arrive = async (caller: Caller): Promise<void> => {
    const at = performance.now();
    const outcome = await file(caller);
    notes.push({ second: Math.floor((at - began) / 1_000), ms: performance.now() - at, outcome });
  };
  const closed = Array.from({ length: clients }, async () => {
    while (performance.now() < until) {
      const caller = findCaller();
      if (caller) await arrive(caller);
    }
  });
  let arrived = 0;
  while (performance.now() < until) {
    const due = Math.floor(((performance.now() - began) / 1_000) * perSecond);
    for (; arrived < due; arrived++) {
      const caller = findCaller();
      if (caller === undefined) {
        unsent += 1;
        continue;
      }
      const one = arrive(caller).finally(() => under.delete(one));
      under.add(one);
    }
    await sleep(TICK_MS);
  }
  /* Those who arrived last get their answer while the next phase has begun. */
  return { notes, unsent, ended: Promise.all([...closed, ...under]) };
}

function told({ notes, unsent }: { notes: readonly Note[]; unsent: number }): PhaseArrived {
  const of = (some: readonly Note[], outcome: Note['outcome']): readonly number[] =>
    some.filter((note) => note.outcome === outcome).map(({ ms }) => ms);
  const bySecond = Map.groupBy(notes, ({ second }) => second);
  const last = Math.max(-1, ...bySecond.keys());
  return {
    seconds: Array.from({ length: last + 1 }, (_, second) => {
      const some = bySecond.get(second) ?? [];
      return { done: of(some, 'done').length, shed: of(some, 'shed').length, p95: summary(of(some, 'done')).p95 };
    }),
    arrived: notes.length + unsent,
    done: of(notes, 'done').length,
    shed: of(notes, 'shed').length,
    p95: summary(of(notes, 'done')).p95,
    shedP95: summary(of(notes, 'shed')).p95,
    others: of(notes, 'other').length,
    unsent,
  };
}

const played = [];
for (const phase of orders.phases) played.push(await play(phase));
for (const { ended } of played) await ended;
const arrived: Arrived = { phases: played.map(told), acknowledged, others: others.slice(0, 20) };
process.stdout.write(`${JSON.stringify(arrived)}\n`, () => process.exit(0));
