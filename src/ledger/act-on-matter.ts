import type { Actor, MatterRule } from '../domain/act.ts';
import type { ContentRef, MatterDraft } from '../domain/facts.ts';
import { type MatterState, NO_MATTER } from '../domain/matter.ts';
import type { Note } from '../domain/particulars.ts';
import { mayRead, refuseClosed } from '../domain/permission.ts';
import { isRefusal, type Refusal, refuseState } from '../domain/refusals.ts';
import type { Ledger } from './ledger.ts';
import { type CounterRef, factsFor, type Plan, record, type StreamFacts, type Tools } from './record.ts';
import { matterRef, type StreamRef } from './streams.ts';

/** The answer of every act on a matter: where its history now stands. */
export interface Acted {
  readonly matter: string;
  readonly seq: number;
  readonly facts: string[];
}

export interface MatterAct {
  readonly actor: Actor;
  readonly verb: string;
  readonly matter: string;
  /** Idempotency key of the client and the request it stands for. */
  readonly key?: { readonly key: string; readonly request: unknown } | undefined;
  readonly counters?: readonly CounterRef[];
  decide(tools: Tools, state: MatterState, ref: StreamRef<'matter'>): readonly MatterDraft[] | Refusal;
  /** What the act says of others in the same statement: of a submission that now belongs to the matter. */
  readonly beside?:
    | { readonly streams: readonly StreamRef[]; facts(tools: Tools, ref: StreamRef<'matter'>): readonly StreamFacts[] }
    | undefined;
  /** Rows and messages that go with the facts. */
  also?(tools: Tools, state: MatterState, facts: readonly MatterDraft[]): Pick<Plan<unknown>, 'rows' | 'outbox'>;
}

/** The idempotency key of an input and the request it stands for: the rest of the input. */
export function keyOf(input: { readonly key?: string | undefined }): { key: string; request: unknown } | undefined {
  const { key, ...request } = input;
  return key === undefined ? undefined : { key, request };
}

/** A text message to the petitioner that something awaits them, sent once the act is done; `what` chooses its words. */
export function tellPetitioner(matter: string, what: string): Pick<Plan<unknown>, 'outbox'> {
  return { outbox: [{ region: matter.slice(0, 6), topic: 'tell-petitioner', payload: { matter, what } }] };
}

export const NO_SUCH_MATTER = refuseState(
  'no-matter',
  404,
  '没有这件事项，或者您不能看',
  'There is no such matter, or it is not yours to see',
);

/** Acts on one matter, for those who may read it; one who may not learns nothing, not even that it exists. */
export async function actOnMatter(ledger: Ledger, act: MatterAct): Promise<Acted | Refusal> {
  if (!/^\d{6}-\d{4}-\d{6,9}-\d{1,3}$/.test(act.matter)) return NO_SUCH_MATTER;
  const ref = matterRef(act.matter);
  const done = await record<Acted>(ledger, {
    actor: act.actor,
    verb: act.verb,
    streams: [ref, ...(act.beside?.streams ?? [])],
    ...(act.counters ? { counters: act.counters } : {}),
    ...(act.key ? { key: { region: ref.region, ...act.key } } : {}),
    decide(tools) {
      const state = tools.read(ref);
      const known = state.seq > NO_MATTER.seq;
      if (!known || !mayRead(state, ref.region, act.actor, ledger.reference.bodies))
        return (known ? refuseClosed(state, act.actor) : undefined) ?? NO_SUCH_MATTER;
      const facts = act.decide(tools, state, ref);
      if (isRefusal(facts)) return facts;
      return {
        facts: [factsFor(ref, facts), ...(act.beside?.facts(tools, ref) ?? [])],
        ...act.also?.(tools, state, facts),
        answer: { matter: ref.id, seq: state.seq + facts.length, facts: facts.map((fact) => fact.kind) },
      };
    },
  });
  return isRefusal(done) ? done : done.answer;
}

/** An act whose substance is somebody's own words: may it begin, is something written, then its rule decides. */
export function actWithNote<A extends { readonly assignment?: string }>(
  ledger: Ledger,
  actor: Actor,
  input: { readonly matter: string; readonly assignment?: string | undefined; readonly key?: string | undefined },
  given: {
    readonly verb: string;
    readonly rule: MatterRule<A>;
    readonly note: Note;
    /** What is said where nothing is written. */
    readonly missing: Refusal;
    /** What the petitioner is told of by text message. */
    readonly tell?: string;
    /** `note` seals a further text of the same act. */
    readonly act: (content: ContentRef, note: (text: string) => ContentRef) => A;
  },
): Promise<Acted | Refusal> {
  return actOnMatter(ledger, {
    actor,
    verb: given.verb,
    matter: input.matter,
    key: keyOf(input),
    ...(given.tell === undefined ? {} : { also: () => tellPetitioner(input.matter, given.tell ?? '') }),
    decide(tools, state, ref) {
      const context = tools.context(state.pack);
      const refusal = given.rule.mayBegin(state, input.assignment, context);
      if (refusal) return refusal;
      if (given.note.text.trim() === '') return given.missing;
      const content = tools.content(ref, 'note', given.note);
      const act = given.act(content, (text) => tools.content(ref, 'note', { text } satisfies Note));
      return given.rule.decide(state, act, context);
    },
  });
}
