import type { Actor } from '../../domain/act.ts';
import { isRefusal, type Refusal } from '../../domain/refusals.ts';
import type { Ledger } from '../../ledger/ledger.ts';
import { factsFor, record, type Tools } from '../../ledger/record.ts';
import type { StreamRef, StreamTypes } from '../../ledger/streams.ts';

/** Work over many cases that an administrator decides on and a job carries out; its topic is the kind of its stream. */
export type RunKind = 'recount' | 'succession';

/** Records what is decided on a run; where it `goesOn`, the work of it is put into the outbox in the same statement. */
export async function decideOn<K extends RunKind>(
  ledger: Ledger,
  actor: Actor,
  ref: StreamRef<K>,
  given: {
    verb: string;
    key?: string | undefined;
    request?: object;
    decide(state: StreamTypes[K]['state'], today: string, tools: Tools): readonly StreamTypes[K]['draft'][] | Refusal;
    goesOn: boolean;
  },
): Promise<{ readonly run: string } | Refusal> {
  const run = ref.id.slice(ref.kind.length + 1);
  const done = await record<{ run: string }>(ledger, {
    actor,
    verb: given.verb,
    streams: [ref],
    ...(given.key === undefined ? {} : { key: { region: ref.region, key: given.key, request: given.request } }),
    decide(tools) {
      const facts = given.decide(tools.read(ref), tools.context().today, tools);
      if (isRefusal(facts)) return facts;
      return {
        facts: [factsFor(ref, facts)],
        ...(given.goesOn ? { outbox: [{ region: ref.region, topic: ref.kind, payload: { run } }] } : {}),
        answer: { run },
      };
    },
  });
  return isRefusal(done) ? done : done.answer;
}

/** Whose name the facts of an approved run stand under: whoever approved it. */
export function approverOf(run: { readonly decidedBy?: string; readonly decidedBody?: string }): Actor {
  const account = run.decidedBy?.startsWith('staff:') ? run.decidedBy.slice('staff:'.length) : undefined;
  return account === undefined || run.decidedBody === undefined
    ? { kind: 'system' }
    : { kind: 'staff', account, body: run.decidedBody, roles: ['admin'] };
}
