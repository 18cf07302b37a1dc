import { readGist } from '../../../alongside/documents/server/public.ts';
import type { Actor } from '../../../domain/act.ts';
import { actorId } from '../../../domain/act.ts';
import { keeperOf } from '../../../domain/bodies.ts';
import { matterNumber } from '../../../domain/ids.ts';
import { type MatterState, NO_MATTER } from '../../../domain/matter.ts';
import type { Gist } from '../../../domain/particulars.ts';
import { mayRead, refuseClosed } from '../../../domain/permission.ts';
import { isRefusal, type Refusal, refuseState } from '../../../domain/refusals.ts';
import type { SubmissionState } from '../../../domain/submission.ts';
import type { Purpose } from '../../../domain/vocabulary.ts';
import { type Acted, keyOf, NO_SUCH_MATTER } from '../../../ledger/act-on-matter.ts';
import type { Ledger } from '../../../ledger/ledger.ts';
import { findState } from '../../../ledger/read.ts';
import { factsFor, record, type StreamFacts, type Tools } from '../../../ledger/record.ts';
import { matterRef, type StreamRef, submissionRef } from '../../../ledger/streams.ts';
import { merge, partsOf, relate, type Split, split, takenIn, unmerge } from '../matters.rules.ts';

interface On {
  readonly matter: string;
  readonly key?: string | undefined;
}

const NUMBER = /^\d{6}-\d{4}-\d{6,9}-\d{1,3}$/;

interface Part {
  readonly purpose: Purpose;
  readonly category: string;
  readonly title: string;
  readonly text: string;
  readonly requests: readonly string[];
  readonly accused: readonly string[];
}

function indexed(matters: readonly string[]) {
  return matters.map((matter) => ({
    region: matter.slice(0, 6),
    topic: 'index-matter',
    payload: { region: matter.slice(0, 6), matter },
  }));
}

/** The matters a submission belongs to, after some joined or left. */
function changed(ref: StreamRef<'submission'>, actor: Actor, on: string, matters: readonly string[]): StreamFacts {
  return factsFor(ref, [{ kind: 'MattersChanged', body: { by: actorId(actor), on, matters: [...new Set(matters)] } }]);
}

/** E19, E28: parts of a matter become matters of their own, of the same submission, in one step. */
export async function splitMatter(
  ledger: Ledger,
  actor: Actor,
  input: On & { title: string; text: string; requests: readonly string[]; into: readonly Part[] },
): Promise<Acted | Refusal> {
  if (!NUMBER.test(input.matter)) return NO_SUCH_MATTER;
  const ref = matterRef(input.matter);
  const before = await findState(ledger, ref);
  if (!before || !mayRead(before, ref.region, actor, ledger.reference.bodies))
    return refuseClosed(before, actor) ?? NO_SUCH_MATTER;
  const source = submissionRef(before.submissions[0] ?? '');
  const submission = await findState(ledger, source);
  const { who } = await readGist(ledger, input.matter);
  const numbers = partNumbers(source.id, submission, input.into.length);
  const refs = numbers.map((number) => matterRef(number));
  const key = keyOf(input);
  const done = await record<Acted>(ledger, {
    actor,
    verb: 'matter.split',
    streams: [ref, source, ...refs],
    ...(key ? { key: { region: ref.region, ...key } } : {}),
    decide(tools) {
      const state = tools.read(ref);
      const context = tools.context(state.pack);
      if (refs.some((part) => tools.read(part).phase !== 'none')) return movedOn();
      const act: Split = {
        requests: input.requests.length,
        content: gistOf(tools, ref, { title: input.title, who, text: input.text, requests: input.requests }),
        into: input.into.map((part, at) => splitPart(ledger, tools, refs[at] ?? ref, part, who, state)),
      };
      const facts = split.decide(state, act, context);
      if (isRefusal(facts)) return facts;
      const parts = partsOf(ref.id, state, act, context);
      const open = refs.filter((_, at) => input.into[at]?.purpose !== 'report').map((part) => part.id);
      return {
        facts: [
          factsFor(ref, facts),
          ...refs.map((part, at) => factsFor(part, parts[at] ?? [])),
          changed(source, actor, context.today, [...tools.read(source).matters, ...numbers]),
        ],
        outbox: indexed([ref.id, ...open]),
        answer: { matter: ref.id, seq: state.seq + facts.length, facts: facts.map(({ kind }) => kind) },
      };
    },
  });
  return isRefusal(done) ? done : done.answer;
}

function movedOn(): Refusal {
  return refuseState(
    'busy',
    409,
    '这件信刚刚又分立过，请重新看一遍',
    'This letter has just been split again; please look at it anew',
  );
}

/** The next free numbers of the submission's matters: none is used twice, also of those merged away. */
function partNumbers(submission: string, state: SubmissionState | undefined, count: number): readonly string[] {
  const used = (state?.matters ?? [])
    .filter((id) => id.startsWith(`${submission}-`))
    .map((id) => Number(id.split('-')[3]));
  const last = Math.max(0, ...used, state?.highest ?? 0);
  return Array.from({ length: count }, (_, at) => matterNumber(submission, last + at + 1));
}

function gistOf(tools: Tools, ref: StreamRef, gist: Gist) {
  return tools.content(ref, 'gist', gist);
}

function splitPart(
  ledger: Ledger,
  tools: Tools,
  ref: StreamRef,
  part: Part,
  who: string,
  state: MatterState,
): Split['into'][number] {
  const { purpose, category, accused, title, text, requests } = part;
  const keeper = purpose === 'report' ? keeperOf(ledger.reference.bodies, state.office, accused) : undefined;
  return {
    id: ref.id,
    purpose,
    category,
    accused,
    requests: requests.length,
    content: gistOf(tools, ref, { title, who, text, requests }),
    ...(keeper === undefined ? {} : { keeper }),
  };
}

/** E20: a matter joins another of the same person, facts and request; its submission stays counted and is followed there. */
export async function mergeMatter(
  ledger: Ledger,
  actor: Actor,
  input: On & { into: string; confirmedSame: boolean; reason: string },
): Promise<Acted | Refusal> {
  const seen = await openPair(ledger, actor, input.matter, input.into);
  if (isRefusal(seen)) return seen;
  const { ref, other, source } = seen;
  const [leaving, staying] = await Promise.all([readGist(ledger, ref.id), readGist(ledger, other.id)]);
  const key = keyOf(input);
  const done = await record<Acted>(ledger, {
    actor,
    verb: 'matter.merge',
    streams: [ref, other, source],
    ...(key ? { key: { region: ref.region, ...key } } : {}),
    decide(tools) {
      const state = tools.read(ref);
      const receiver = tools.read(other);
      const context = tools.context(state.pack);
      const refusal = merge.mayBegin(state, undefined, context) ?? needReason(input.reason);
      if (refusal) return refusal;
      const content = tools.content(ref, 'note', { text: input.reason });
      const facts = merge.decide(
        state,
        { into: other.id, receiver, confirmedSame: input.confirmedSame, content },
        context,
      );
      if (isRefusal(facts)) return facts;
      /* What was split off brings its requests back; a repeat asks nothing new. */
      const back =
        state.splitFrom === other.id
          ? {
              requests: state.requests,
              content: gistOf(tools, other, {
                ...staying,
                text: `${staying.text}\n\n${leaving.text}`,
                requests: [...staying.requests, ...leaving.requests],
              }),
            }
          : {};
      return {
        facts: [
          factsFor(ref, facts),
          factsFor(other, takenIn(ref.id, state, back, context)),
          changed(source, actor, context.today, [
            ...tools.read(source).matters.filter((id) => id !== ref.id),
            other.id,
          ]),
        ],
        outbox: indexed([ref.id, other.id]),
        answer: { matter: ref.id, seq: state.seq + facts.length, facts: facts.map(({ kind }) => kind) },
      };
    },
  });
  return isRefusal(done) ? done : done.answer;
}

/** Undoes it: the submission has its own matter again. */
export async function unmergeMatter(
  ledger: Ledger,
  actor: Actor,
  input: On & { reason: string },
): Promise<Acted | Refusal> {
  const before = NUMBER.test(input.matter) ? await findState(ledger, matterRef(input.matter)) : undefined;
  const seen = await openPair(ledger, actor, input.matter, before?.mergedInto ?? input.matter);
  if (isRefusal(seen)) return seen;
  const { ref, other, source } = seen;
  const [leaving, staying] = await Promise.all([readGist(ledger, ref.id), readGist(ledger, other.id)]);
  const key = keyOf(input);
  const done = await record<Acted>(ledger, {
    actor,
    verb: 'matter.unmerge',
    streams: [ref, source, ...(other.id === ref.id ? [] : [other])],
    ...(key ? { key: { region: ref.region, ...key } } : {}),
    decide(tools) {
      const state = tools.read(ref);
      const receiver = other.id === ref.id ? NO_MATTER : tools.read(other);
      const context = tools.context(state.pack);
      const refusal = unmerge.mayBegin(state, undefined, context) ?? needReason(input.reason);
      if (refusal) return refusal;
      const content = tools.content(ref, 'note', { text: input.reason });
      const facts = unmerge.decide(state, { receiver, content }, context);
      if (isRefusal(facts)) return facts;
      const brought = receiver.merged?.[ref.id]?.requests ?? 0;
      const requests = staying.requests.slice(0, Math.max(1, staying.requests.length - brought));
      const body = {
        submission: source.id,
        on: context.today,
        matter: ref.id,
        ...(brought > 0
          ? {
              requests: brought,
              content: gistOf(tools, other, {
                ...staying,
                text: staying.text.replace(`\n\n${leaving.text}`, ''),
                requests,
              }),
            }
          : {}),
      };
      const others = tools
        .read(source)
        .matters.filter((id) => id !== other.id || receiver.submissions[0] === source.id);
      return {
        facts: [
          factsFor(ref, facts),
          factsFor(other, [{ kind: 'Parted', body }]),
          changed(source, actor, context.today, [...others, ref.id]),
        ],
        outbox: indexed([ref.id, other.id]),
        answer: { matter: ref.id, seq: state.seq + facts.length, facts: facts.map(({ kind }) => kind) },
      };
    },
  });
  return isRefusal(done) ? done : done.answer;
}

/** E21: both histories name the other; nobody's rights change. */
export async function relateMatters(
  ledger: Ledger,
  actor: Actor,
  input: On & { other: string; reason: string },
): Promise<Acted | Refusal> {
  const seen = await openPair(ledger, actor, input.matter, input.other);
  if (isRefusal(seen)) return seen;
  const { ref, other } = seen;
  if (other.id === ref.id)
    return refuseState('same-matter', 422, '不能与自己关联', 'A matter is not linked with itself', 'other');
  const key = keyOf(input);
  const done = await record<Acted>(ledger, {
    actor,
    verb: 'matter.relate',
    streams: [ref, other],
    ...(key ? { key: { region: ref.region, ...key } } : {}),
    decide(tools) {
      const state = tools.read(ref);
      const context = tools.context(state.pack);
      const refusal = relate.mayBegin(state, undefined, context) ?? needReason(input.reason);
      if (refusal) return refusal;
      const facts = relate.decide(
        state,
        { other: other.id, content: tools.content(ref, 'note', { text: input.reason }) },
        context,
      );
      if (isRefusal(facts)) return facts;
      const there = tools.read(other).related?.includes(ref.id)
        ? []
        : [
            factsFor(other, [
              {
                kind: 'Related',
                body: {
                  other: ref.id,
                  on: context.today,
                  content: tools.content(other, 'note', { text: input.reason }),
                },
              },
            ]),
          ];
      return {
        facts: [factsFor(ref, facts), ...there],
        answer: { matter: ref.id, seq: state.seq + facts.length, facts: facts.map(({ kind }) => kind) },
      };
    },
  });
  return isRefusal(done) ? done : done.answer;
}

function needReason(reason: string): Refusal | undefined {
  return reason.trim() === ''
    ? refuseState('empty', 422, '写一句为什么', 'Say why in a sentence', 'reason')
    : undefined;
}

/** Two matters, both of which this officer may read, and the submission the first began with. */
async function openPair(
  ledger: Ledger,
  actor: Actor,
  matter: string,
  into: string,
): Promise<{ ref: StreamRef<'matter'>; other: StreamRef<'matter'>; source: StreamRef<'submission'> } | Refusal> {
  if (!NUMBER.test(matter)) return NO_SUCH_MATTER;
  const { bodies } = ledger.reference;
  const ref = matterRef(matter);
  const state = await findState(ledger, ref);
  if (!state || !mayRead(state, ref.region, actor, bodies)) return refuseClosed(state, actor) ?? NO_SUCH_MATTER;
  const other = matterRef(into);
  const receiver = NUMBER.test(into) ? await findState(ledger, other) : undefined;
  if (!receiver || !mayRead(receiver, other.region, actor, bodies)) {
    return refuseState(
      'no-other-matter',
      422,
      '没有这个编号的事项，或者您不能看',
      'There is no matter of this number, or it is not yours to see',
      'into',
    );
  }
  return { ref, other, source: submissionRef(state.submissions[0] ?? '') };
}
