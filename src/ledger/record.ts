import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { type ActContext, type Actor, actorId } from '../domain/act.ts';
import type { ContentRef } from '../domain/facts.ts';
import { isRefusal, type Refusal, refuseState } from '../domain/refusals.ts';
import { requestHash as hashOf } from '../platform/http/idempotency.ts';
import { type Keyring, sha256 } from '../platform/secrets/keyring.ts';
import type { SealedColumn } from '../platform/secrets/reseal.ts';
import { canonical } from './canonical.ts';
import { type MadeContent, makeContent, sealContent } from './content.ts';
import { inLine } from './in-line.ts';
import { contextFor, knowPacks, type Ledger } from './ledger.ts';
import { deskDeltas } from './projections/desk-deltas.ts';
import { diffRows, type RowChanges } from './projections/rows.ts';
import { type Head, type Known, readHeads } from './read-heads.ts';
import { STREAM_KINDS, type StreamKindName, type StreamRef, type StreamTypes } from './streams.ts';
import { type HeadMove, type InsertTable, write } from './write.ts';

/** Facts for one stream, typed by its kind. */
export interface StreamFacts {
  readonly ref: StreamRef;
  /** `occurredAt` is for import alone, whose facts each have their own moment in the past. */
  readonly facts: readonly { readonly kind: string; readonly body: object; readonly occurredAt?: string }[];
}

/** Pairs facts with their stream, keeping kind and facts in step. */
export function factsFor<K extends StreamKindName>(
  ref: StreamRef<K>,
  facts: readonly StreamTypes[K]['draft'][],
): StreamFacts {
  return { ref, facts };
}

export interface CounterRef {
  readonly region: string;
  readonly name: string;
}

/** What `decide` may use. Everything it makes is written in the act's own statement, or not at all. */
export interface Tools {
  /** The state of a stream named in `streams`; the empty state of a new one. */
  read<K extends StreamKindName>(ref: StreamRef<K>): StreamTypes[K]['state'];
  /** The next number of a counter named in `counters`, without gaps. */
  draw(counter: CounterRef): number;
  /** Seals personal data or free text beside the facts. */
  content(ref: StreamRef, kind: string, value: unknown): ContentRef;
  /** Arguments of the rules; give the pack the case keeps. */
  context(pack?: string): ActContext;
}

export interface Plan<T> {
  readonly facts: readonly StreamFacts[];
  readonly rows?: Partial<Record<InsertTable, readonly object[]>>;
  readonly outbox?: readonly { readonly region: string; readonly topic: string; readonly payload: object }[];
  readonly answer: T;
}

export interface RecordRequest<T> {
  readonly actor: Actor;
  /** Audit verb, as the route declares it. */
  readonly verb: string;
  readonly streams: readonly StreamRef[];
  readonly counters?: readonly CounterRef[];
  /** Client's unique id of this request: the same key and body get the same answer; another body is refused (409). */
  readonly key?: { readonly region: string; readonly key: string; readonly request: unknown };
  /** The legal moment, only for import; otherwise it is the server's now. */
  readonly occurredAt?: string;
  decide(tools: Tools): Plan<T> | Refusal;
}

export interface Done<T> {
  readonly done: true;
  /** True when this is the stored answer of an earlier, equal request. */
  readonly repeated: boolean;
  readonly answer: T;
}

const MAX_TRIES = 12;

/**
 * The only way a stream changes. Reads the states, lets `decide` make facts or a refusal, and in one statement moves
 * each head from the seq that was read, appends the facts, projects rows, writes content, audit and outbox. When another
 * act was faster, reads and decides again.
 * @throws when the database fails; then nothing was written, or (connection lost at commit) repeating with the same key
 * tells which.
 */
export function record<T>(ledger: Ledger, request: RecordRequest<T>): Promise<Done<T> | Refusal> {
  const counters = (request.counters ?? []).map(({ region, name }) => `${region}/${name}`);
  return inLine(ledger.pool, counters, () => decideAndWrite(ledger, request));
}

async function decideAndWrite<T>(ledger: Ledger, request: RecordRequest<T>): Promise<Done<T> | Refusal> {
  const requestHash = request.key ? hashOf(request.key.request) : undefined;
  const actor = actorId(request.actor);
  for (let attempt = 0; attempt < MAX_TRIES; attempt++) {
    if (attempt > 0) await sleep(Math.min(2 ** attempt, 64) + ((attempt * 7) % 13));
    const known = await readHeads(ledger.pool, { ...request, actor });
    if (known.answer) return repeated<T>(ledger, request, known.answer, requestHash);
    await knowPacks(
      ledger,
      [...known.heads.values()].map((head) => head.state),
    );
    const outcome = decideOnce(ledger, request, known);
    if (isRefusal(outcome)) return outcome;
    try {
      if (await write(ledger.pool, withIdempotency(ledger, request, outcome, requestHash))) {
        return { done: true, repeated: false, answer: outcome.answer };
      }
    } catch (fault) {
      if (!isConflict(fault)) throw fault;
    }
  }
  return refuseState(
    'busy',
    409,
    '这件事正有人在办，请再试一次',
    'Others are at work on this just now; please try again',
  );
}

function answerContext<T>({ key, actor }: RecordRequest<T>): string {
  return answerAt([key?.region ?? '', actorId(actor), key?.key ?? '']);
}

function answerAt(key: readonly string[]): string {
  return `answer/${key.join('/')}`;
}

/** Answers kept for a repeated request. */
export const ANSWER_COLUMN: SealedColumn = {
  table: 'idempotency',
  key: ['region', 'actor', 'key'],
  column: 'answer',
  context: answerAt,
};

function repeated<T>(
  ledger: Ledger,
  request: RecordRequest<T>,
  stored: { request_hash: Buffer; answer: Buffer },
  requestHash: Buffer | undefined,
): Done<T> | Refusal {
  if (!requestHash?.equals(stored.request_hash)) {
    return refuseState(
      'key-reused',
      409,
      '这个请求编号已经用于另一个请求',
      'This idempotency key was used for a different request',
    );
  }
  /* The row was sealed by this same function for the same request, so its shape is the answer's. */
  const answer = JSON.parse(ledger.keyring.open(stored.answer, answerContext(request)).toString()) as T;
  return { done: true, repeated: true, answer };
}

/** The write set of one act, before its idempotency row. */
export interface Prepared<T> {
  readonly heads: HeadMove[];
  readonly counters: { region: string; name: string; expected: number; value: number }[];
  readonly inserts: Record<string, object[]>;
  readonly rows: RowChanges;
  readonly answer: T;
}

function decideOnce<T>(ledger: Ledger, request: RecordRequest<T>, known: Known): Prepared<T> | Refusal {
  const contents: MadeContent[] = [];
  const drawn = new Map<string, number>();
  const head = (ref: StreamRef): Head | undefined => known.heads.get(`${ref.region}/${ref.id}`);
  const context = contextFor(ledger, request.actor);
  const tools: Tools = {
    /* The state was folded by this kind's own evolve, and is only ever written from there. */
    read: <K extends StreamKindName>(ref: StreamRef<K>) =>
      (head(ref)?.state ?? STREAM_KINDS[ref.kind].empty) as StreamTypes[K]['state'],
    draw(counter) {
      const id = `${counter.region}/${counter.name}`;
      const next = (drawn.get(id) ?? known.counters.get(id) ?? 0) + 1;
      drawn.set(id, next);
      return next;
    },
    content(ref, kind, value) {
      const made = makeContent({ region: ref.region, stream: ref.id, kind }, value);
      contents.push(made.content);
      return made.ref;
    },
    context: (pack) => ({ ...contextFor(ledger, request.actor, pack), now: context.now, today: context.today }),
  };
  const plan = request.decide(tools);
  if (isRefusal(plan)) return plan;
  return prepare(request, plan, {
    head,
    now: context.now,
    keyring: ledger.keyring,
    contents,
    counters: (request.counters ?? []).flatMap((counter) => {
      const id = `${counter.region}/${counter.name}`;
      const value = drawn.get(id);
      return value === undefined ? [] : [{ ...counter, expected: known.counters.get(id) ?? 0, value }];
    }),
  });
}

/** Turns a plan into rows: folds, hashes and projects. Also the import's way, which writes many lives in one set. */
export function prepare<T>(
  request: Pick<RecordRequest<T>, 'actor' | 'verb' | 'occurredAt'>,
  plan: Plan<T>,
  given: {
    head(ref: StreamRef): Head | undefined;
    now: string;
    keyring: Keyring;
    contents: readonly MadeContent[];
    counters: Prepared<T>['counters'];
  },
): Prepared<T> {
  const actor = actorId(request.actor);
  const { body, standsInFor } = request.actor.kind === 'staff' ? request.actor : { body: null };
  const rows: RowChanges = { upserts: {}, deletes: {} };
  const inserts: Record<string, object[]> = {};
  const add = (table: InsertTable, row: object): void => {
    const list = inserts[table];
    if (list) list.push(row);
    else inserts[table] = [row];
  };
  const heads: HeadMove[] = [];
  const sealed = new Set<string>();
  for (const { ref, facts } of plan.facts) {
    if (facts.length === 0) continue;
    const before = given.head(ref);
    const moved = appendFacts(ref, before, facts, {
      actor,
      occurredAt: request.occurredAt ?? given.now,
      recordedAt: given.now,
    });
    for (const fact of moved.facts) add('fact', fact);
    add('unsealed', {
      region: ref.region,
      stream: ref.id,
      first_seq: moved.head.expected + 1,
      last_seq: moved.head.seq,
    });
    if (isSealed(moved.state)) sealed.add(ref.id);
    const rowsBefore = before === undefined ? {} : projectAny(ref, before.state);
    const rowsAfter = projectAny(ref, moved.state);
    diffRows(rowsBefore, rowsAfter, rows);
    for (const delta of deskDeltas(ref.region, rowsBefore.desk ?? [], rowsAfter.desk ?? [])) add('desk_delta', delta);
    heads.push({ ...moved.head, state: moved.state });
    add('audit', {
      region: ref.region,
      id: randomUUID(),
      at: given.now,
      actor,
      body,
      verb: request.verb,
      stream: ref.id,
      detail: {
        facts: facts.map((fact) => fact.kind),
        ...(standsInFor ? { standsInFor } : {}),
      },
    });
  }
  for (const made of given.contents) {
    const row = sealContent(given.keyring, made, sealed.has(made.stream) ? 'sealed' : 'common');
    add('content', { ...row, salt: hex(row.salt), sealed: hex(row.sealed) });
  }
  for (const [table, list] of Object.entries(plan.rows ?? {})) for (const row of list) add(table as InsertTable, row);
  for (const message of plan.outbox ?? []) add('outbox', { ...message, id: randomUUID(), created_at: given.now });
  return { heads, counters: given.counters, inserts, rows, answer: plan.answer };
}

/** A sealed report (条例 30), or the matter of one. */
function isSealed(state: unknown): boolean {
  return typeof state === 'object' && state !== null && 'sealed' in state && state.sealed === true;
}

/** Adds the row that makes a repeated request harmless. */
function withIdempotency<T>(
  ledger: Ledger,
  request: RecordRequest<T>,
  set: Prepared<T>,
  requestHash: Buffer | undefined,
): Prepared<T> {
  if (!request.key || !requestHash) return set;
  const sealed = ledger.keyring.seal(Buffer.from(JSON.stringify(set.answer)), answerContext(request));
  const row = {
    region: request.key.region,
    actor: actorId(request.actor),
    key: request.key.key,
    request_hash: hex(requestHash),
    answer: hex(sealed),
    created_at: ledger.clock.now().toISOString(),
  };
  return { ...set, inserts: { ...set.inserts, idempotency: [row] } };
}

/** 40001 and 40P01: others moved first. 23505: the same key or number was written in the same moment. */
function isConflict(fault: unknown): boolean {
  const code = typeof fault === 'object' && fault !== null && 'code' in fault ? fault.code : undefined;
  return code === '40001' || code === '40P01' || code === '23505';
}

/** Chains, hashes and folds facts onto a head. */
function appendFacts(
  ref: StreamRef,
  before: Head | undefined,
  facts: StreamFacts['facts'],
  stamp: { actor: string; occurredAt: string; recordedAt: string },
) {
  const kind = STREAM_KINDS[ref.kind];
  let state: unknown = before?.state ?? kind.empty;
  let hash = before?.hash;
  let seq = before?.seq ?? 0;
  const rows = facts.map(({ kind: name, body, occurredAt = stamp.occurredAt }) => {
    seq += 1;
    const prev = hash;
    const stamped = { ...stamp, occurredAt };
    hash = factHash({ region: ref.region, stream: ref.id, seq, kind: name, body, ...stamped }, prev);
    state = fold(ref.kind, state, { seq, fact: { kind: name, body }, ...stamped });
    return {
      region: ref.region,
      stream: ref.id,
      seq,
      kind: name,
      actor: stamp.actor,
      occurred_at: occurredAt,
      recorded_at: stamp.recordedAt,
      body,
      prev_hash: prev ? hex(prev) : null,
      hash: hex(hash),
    };
  });
  const head = {
    region: ref.region,
    stream: ref.id,
    kind: ref.kind,
    expected: before?.seq ?? 0,
    seq,
    hash: hex(hash ?? Buffer.alloc(32)),
  };
  return { facts: rows, state, head };
}

/** SHA-256 over the fact's canonical JSON, which holds the hash before it. */
export function factHash(
  fact: {
    region: string;
    stream: string;
    seq: number;
    kind: string;
    actor: string;
    occurredAt: string;
    recordedAt: string;
    body: unknown;
  },
  prev: Buffer | undefined,
): Buffer {
  return sha256(canonical({ ...fact, prev: prev ? prev.toString('hex') : null }));
}

/** Folds a fact whose kind was checked when it was decided; the registry pairs kind and evolve. */
export function fold(
  kind: StreamKindName,
  state: unknown,
  recorded: {
    seq: number;
    fact: { kind: string; body: object };
    actor: string;
    occurredAt: string;
    recordedAt: string;
  },
): unknown {
  const evolve = STREAM_KINDS[kind].evolve as (before: unknown, next: unknown) => unknown;
  return evolve(state, recorded);
}

/** The rows a state projects, whatever its kind. */
export function projectAny(ref: StreamRef, state: unknown) {
  const project = STREAM_KINDS[ref.kind].project as (
    at: StreamRef,
    of: unknown,
  ) => ReturnType<(typeof STREAM_KINDS)['matter']['project']>;
  return project(ref, state);
}

function hex(bytes: Buffer): string {
  return `\\x${bytes.toString('hex')}`;
}
