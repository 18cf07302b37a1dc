import { actWithPaper } from '../../../alongside/documents/server/public.ts';
import type { Actor } from '../../../domain/act.ts';
import { nameOf } from '../../../domain/bodies.ts';
import type { Day } from '../../../domain/days.ts';
import { noticeIsDue } from '../../../domain/matter.ts';
import { type Refusal, refuseState } from '../../../domain/refusals.ts';
import { type Acted, actOnMatter, actWithNote, keyOf, NO_SUCH_MATTER } from '../../../ledger/act-on-matter.ts';
import type { Ledger } from '../../../ledger/ledger.ts';
import { contributionText, endText, supplementText } from '../beside.papers.rules.ts';
import {
  askContribution,
  askSupplement,
  type Contribute,
  contribute,
  endForProcedure,
  noteSupplement,
  type ToOrdinary,
  toOrdinary,
} from '../beside.rules.ts';
import { consentExtension } from '../handling.rules.ts';

interface OnTask {
  readonly matter: string;
  readonly assignment: string;
  readonly key?: string | undefined;
}

function empty(field: string, zh: string, en: string): Refusal {
  return refuseState('empty', 422, zh, en, field);
}

/** T18 with D12: the list goes to the petitioner. */
export function askForPapers(
  ledger: Ledger,
  actor: Actor,
  input: OnTask & { list: string; due: Day },
): Promise<Acted | Refusal> {
  const { assignment, list, due } = input;
  return actWithPaper(ledger, actor, input, {
    verb: 'matter.ask-supplement',
    rule: askSupplement,
    kind: 'supplement-notice',
    tell: 'supplement',
    missing: () => (list.trim() === '' ? empty('list', '写明要补哪些材料', 'Say which papers are needed') : undefined),
    text: ({ number, gist }) => supplementText({ number, gist, list, due }),
    act: (instrument) => (instrument ? { assignment, due, instrument } : NO_SUCH_MATTER),
  });
}

export function noteThePapers(
  ledger: Ledger,
  actor: Actor,
  input: OnTask & { text: string },
): Promise<Acted | Refusal> {
  return actOnMatter(ledger, {
    actor,
    verb: 'matter.note-supplement',
    matter: input.matter,
    key: keyOf(input),
    decide(tools, state, ref) {
      const text = input.text.trim();
      const content = text === '' ? {} : { content: tools.content(ref, 'note', { text }) };
      return noteSupplement.decide(state, { assignment: input.assignment, ...content }, tools.context(state.pack));
    },
  });
}

export function backToOrdinary(
  ledger: Ledger,
  actor: Actor,
  input: OnTask & { reason: string },
): Promise<Acted | Refusal> {
  return actWithNote<ToOrdinary>(ledger, actor, input, {
    verb: 'matter.to-ordinary',
    rule: toOrdinary,
    tell: 'to-ordinary',
    note: { text: input.reason },
    missing: empty('reason', '写明为什么不适合简易办理', 'Say why it is not for the simple procedure'),
    act: (content) => ({ assignment: input.assignment, content }),
  });
}

export function askToContribute(
  ledger: Ledger,
  actor: Actor,
  input: OnTask & { body: string; ask: string; due: Day },
): Promise<Acted | Refusal> {
  const { assignment, body, ask, due } = input;
  return actWithPaper(ledger, actor, input, {
    verb: 'matter.ask-contribution',
    rule: askContribution,
    kind: 'contribution-request',
    missing: () => (ask.trim() === '' ? empty('ask', '写明请对方做什么', 'Say what is asked') : undefined),
    head: () => ({ addressee: nameOf(ledger.reference.bodies, body).zh }),
    text: ({ number, gist }) => contributionText({ number, gist, ask, due }),
    act: (instrument) => (instrument ? { assignment, body, due, instrument } : NO_SUCH_MATTER),
  });
}

export function giveContribution(
  ledger: Ledger,
  actor: Actor,
  input: { matter: string; text: string; key?: string | undefined },
): Promise<Acted | Refusal> {
  return actWithNote<Contribute>(ledger, actor, input, {
    verb: 'matter.contribute',
    rule: contribute,
    note: { text: input.text },
    missing: empty('text', '写明协办意见', 'Give the contribution'),
    act: (content) => ({ content }),
  });
}

/** E22, with the notice where somebody can be told. */
export function endForTheProcedure(
  ledger: Ledger,
  actor: Actor,
  input: OnTask & { route: '31(1)' | '31(2)' | '31(4)'; explain: string; body: string },
): Promise<Acted | Refusal> {
  const { assignment, route, explain, body } = input;
  return actWithPaper(ledger, actor, input, {
    verb: 'matter.end-for-procedure',
    rule: endForProcedure,
    kind: 'end-notice',
    tell: 'ended',
    missing: () =>
      explain.trim() === ''
        ? empty('explain', '写明在哪里、进到哪一步', 'Say where it is and how far')
        : body.trim() === ''
          ? empty('body', '写明由哪个机关处理', 'Name the body that deals with it')
          : undefined,
    text: ({ state, number, gist }) =>
      noticeIsDue(state) ? endText({ number, gist, route, explain, body }) : undefined,
    act: (instrument) => ({ assignment, route, ...(instrument ? { instrument } : {}) }),
  });
}

export function consentToExtension(ledger: Ledger, actor: Actor, input: OnTask): Promise<Acted | Refusal> {
  return actOnMatter(ledger, {
    actor,
    verb: 'matter.consent-extension',
    matter: input.matter,
    key: keyOf(input),
    decide: (tools, state) =>
      consentExtension.decide(state, { assignment: input.assignment }, tools.context(state.pack)),
  });
}
