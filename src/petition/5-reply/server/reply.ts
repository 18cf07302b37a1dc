import { contactOf, PAPER_KINDS } from '../../../alongside/documents/paper.contract.ts';
import {
  addressee,
  bodyOfActor,
  countersFor,
  issuePaper,
  readGist,
} from '../../../alongside/documents/server/public.ts';
import type { Actor } from '../../../domain/act.ts';
import { reviewersOf } from '../../../domain/bodies.ts';
import type { Day } from '../../../domain/days.ts';
import type { ContentRef } from '../../../domain/facts.ts';
import type { Note } from '../../../domain/particulars.ts';
import { type Refusal, refuseState } from '../../../domain/refusals.ts';
import type { ServiceWay } from '../../../domain/vocabulary.ts';
import {
  type Acted,
  actOnMatter,
  actWithNote,
  keyOf,
  NO_SUCH_MATTER,
  tellPetitioner,
} from '../../../ledger/act-on-matter.ts';
import type { Ledger } from '../../../ledger/ledger.ts';
import { findState, readContents, readFacts } from '../../../ledger/read.ts';
import { matterRef } from '../../../ledger/streams.ts';
import { opinionText, replyKind } from '../reply.papers.rules.ts';
import { draft, issue, type OpinionItem, returnDraft, storeScan } from '../reply.rules.ts';
import { type Renewal, renewalOf } from '../same-answer.rules.ts';
import { serve } from '../service.rules.ts';

interface OnTask {
  readonly matter: string;
  readonly assignment: string;
  readonly key?: string | undefined;
}

/** Content of a draft (kind `draft`). */
export interface DraftContent {
  readonly items: readonly OpinionItem[];
}

export function draftOpinion(
  ledger: Ledger,
  actor: Actor,
  input: OnTask & { items: readonly OpinionItem[] },
): Promise<Acted | Refusal> {
  return actOnMatter(ledger, {
    actor,
    verb: 'matter.draft',
    matter: input.matter,
    key: keyOf(input),
    decide(tools, state, ref) {
      const content = tools.content(ref, 'draft', { items: input.items } satisfies DraftContent);
      return draft.decide(
        state,
        { assignment: input.assignment, items: input.items, content },
        tools.context(state.pack),
      );
    },
  });
}

export function returnTheDraft(
  ledger: Ledger,
  actor: Actor,
  input: OnTask & { reason: string },
): Promise<Acted | Refusal> {
  return actWithNote(ledger, actor, input, {
    verb: 'matter.return-draft',
    rule: returnDraft,
    note: { text: input.reason },
    missing: refuseState('empty', 422, '写明要改什么', 'Say what needs changing', 'reason'),
    act: (content) => ({ assignment: input.assignment, content }),
  });
}

/** Reads the draft that lies before the head. */
export async function readDraft(
  ledger: Ledger,
  matter: string,
  content: ContentRef | undefined,
): Promise<DraftContent | undefined> {
  if (!content) return undefined;
  const contents = await readContents(ledger, matterRef(matter).region, [content.id]);
  return contents.get(content.id) as DraftContent | undefined;
}

/** T23: the head's approval numbers the paper and freezes its text. */
export async function issueOpinion(
  ledger: Ledger,
  actor: Actor,
  input: OnTask & { renewed?: string | undefined },
): Promise<Acted | Refusal> {
  if (!/^\d{6}-/.test(input.matter)) return NO_SUCH_MATTER;
  const gist = await readGist(ledger, input.matter);
  const before = await findState(ledger, matterRef(input.matter));
  const task = before?.assignments[input.assignment];
  const seen = task?.draft;
  const drafted = await readDraft(ledger, input.matter, seen?.content);
  const renewed = input.renewed?.trim() ?? '';
  const renewal = task?.redo?.ban && drafted ? await renewalOn(ledger, input, drafted, renewed) : undefined;
  return actOnMatter(ledger, {
    actor,
    verb: 'matter.issue',
    matter: input.matter,
    key: keyOf(input),
    counters: countersFor(ledger, actor, ['opinion', 'suggestion-reply', 'duty-reply']),
    decide(tools, state, ref) {
      const context = tools.context(state.pack);
      const refusal = issue.mayBegin(state, input.assignment, context);
      if (refusal) return refusal;
      const issuer = bodyOfActor(ledger, actor);
      const task = state.assignments[input.assignment];
      if (!issuer || !task) return NO_SUCH_MATTER;
      if (task.draft?.version !== seen?.version || !drafted) {
        return refuseState(
          'draft-moved',
          409,
          '拟稿刚刚改过，请重新看一遍再签发',
          'The draft has just changed; read it again before approving',
        );
      }
      const kind = replyKind(task.route);
      const sender = task.mode === 'own' ? undefined : ledger.reference.bodies.find(task.from)?.name.zh;
      const instrument = issuePaper(tools, ref, issuer, {
        kind,
        title:
          kind === 'opinion' ? `关于${addressee(gist, state.petitioners)}信访事项的处理意见` : PAPER_KINDS[kind].zh,
        addressee: addressee(gist, state.petitioners),
        paragraphs: opinionText({
          number: ref.id,
          title: gist.title,
          receivedOn: task.signedOn ?? state.receivedOn,
          sender,
          acceptedOn: task.acceptedOn ?? context.today,
          extendedDays: task.extendedDays,
          route: task.route,
          items: drafted.items,
          reviewers: reviewersOf(context.bodies, issuer.id),
        }),
        date: context.today,
        contact: contactOf(issuer),
      });
      return issue.decide(
        state,
        {
          assignment: task.id,
          verdicts: drafted.items.map((item) => item.verdict),
          instrument,
          ...executionOf(drafted.items),
          ...(renewed === '' ? {} : { renewed: tools.content(ref, 'note', { text: renewed } satisfies Note) }),
          ...(renewal ? { renewal } : {}),
        },
        context,
      );
    },
  });
}

/** How the draft compares with the answer that was revoked: the last one issued for this assignment. */
async function renewalOn(
  ledger: Ledger,
  { matter, assignment }: OnTask,
  drafted: DraftContent,
  said: string,
): Promise<Renewal | undefined> {
  const facts = (await readFacts(ledger, matterRef(matter))).map(({ fact }) => fact);
  const issuedAt = facts.findLastIndex((fact) => fact.kind === 'OpinionIssued' && fact.body.assignment === assignment);
  const text = facts.findLast(
    (fact, at) => at < issuedAt && fact.kind === 'Drafted' && fact.body.assignment === assignment,
  );
  const revoked = text?.kind === 'Drafted' ? await readDraft(ledger, matter, text.body.content) : undefined;
  return revoked && renewalOf(revoked.items, drafted.items, said);
}

/** The last day by which something that was granted is to be carried out. */
function executionOf(items: readonly OpinionItem[]): { executeBy?: Day } {
  const days = items.flatMap((item) => (item.verdict === 'support' && item.executeBy ? [item.executeBy] : []));
  const last = days.sort().at(-1);
  return last === undefined ? {} : { executeBy: last };
}

export function serveOpinion(
  ledger: Ledger,
  actor: Actor,
  input: OnTask & {
    way: ServiceWay;
    on: Day;
    signed: boolean;
    view: 'agrees' | 'disagrees' | 'none';
    note: string;
    consented?: boolean;
  },
): Promise<Acted | Refusal> {
  return actOnMatter(ledger, {
    actor,
    verb: 'matter.serve',
    matter: input.matter,
    key: keyOf(input),
    decide(tools, state, ref) {
      const { assignment, way, on, signed, view, note, consented = false } = input;
      const content = note.trim() === '' ? undefined : tools.content(ref, 'note', { text: note } satisfies Note);
      return serve.decide(
        state,
        { assignment, way, on, signed, view, note, consented, ...(content ? { content } : {}) },
        tools.context(state.pack),
      );
    },
    also: () => tellPetitioner(input.matter, 'served'),
  });
}

/** The stamped sheet, uploaded before as `file`. */
export function storeTheScan(
  ledger: Ledger,
  actor: Actor,
  input: { matter: string; instrument: string; file: string; key?: string | undefined },
): Promise<Acted | Refusal> {
  return actOnMatter(ledger, {
    actor,
    verb: 'matter.store-scan',
    matter: input.matter,
    key: keyOf(input),
    decide: (tools, state) =>
      storeScan.decide(state, { instrument: input.instrument, file: input.file }, tools.context(state.pack)),
  });
}
