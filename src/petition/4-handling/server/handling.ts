import { contactOf, PAPER_KINDS } from '../../../alongside/documents/paper.rules.ts';
import {
  addressee,
  bodyOfActor,
  countersFor,
  issuePaper,
  readGist,
} from '../../../alongside/documents/server/public.ts';
import type { Actor } from '../../../domain/act.ts';
import { extendClock } from '../../../domain/clocks.ts';
import type { Day } from '../../../domain/days.ts';
import type { Note } from '../../../domain/particulars.ts';
import { type Refusal, refuse, refuseState } from '../../../domain/refusals.ts';
import { type Acted, actOnMatter, keyOf, NO_SUCH_MATTER } from '../../../ledger/act-on-matter.ts';
import type { Ledger } from '../../../ledger/ledger.ts';
import { findState, readContents } from '../../../ledger/read.ts';
import { matterRef } from '../../../ledger/streams.ts';
import { extensionText } from '../handling.papers.rules.ts';
import { approveExtension, askExtension, nameHandler, noteWork, refuseExtension } from '../handling.rules.ts';

interface OnTask {
  readonly matter: string;
  readonly assignment: string;
  readonly key?: string | undefined;
}

/** T19. The account must hold a handler's or head's post in the same body. */
export async function nameTheHandler(
  ledger: Ledger,
  actor: Actor,
  input: OnTask & { account: string; interested: boolean },
): Promise<Acted | Refusal> {
  const { rows } = await ledger.pool.query<{ body: string }>(
    `select body from account where id = $1 and ended_on is null and roles && array['handler', 'head']`,
    [input.account],
  );
  const body = rows[0]?.body;
  return actOnMatter(ledger, {
    actor,
    verb: 'matter.name-handler',
    matter: input.matter,
    key: keyOf(input),
    decide(tools, state) {
      const context = tools.context(state.pack);
      const refusal = nameHandler.mayBegin(state, input.assignment, context);
      if (refusal) return refusal;
      if (body === undefined || body !== state.assignments[input.assignment]?.body) {
        return refuseState(
          'no-account',
          422,
          '请从本单位的承办人里选',
          'Choose one of the handlers of this body',
          'account',
        );
      }
      return nameHandler.decide(state, input, context);
    },
  });
}

export function noteTheWork(
  ledger: Ledger,
  actor: Actor,
  input: OnTask & { on: Day; kind: 'talk' | 'visit' | 'evidence'; text: string; with?: string | undefined },
): Promise<Acted | Refusal> {
  return actOnMatter(ledger, {
    actor,
    verb: 'matter.note-work',
    matter: input.matter,
    key: keyOf(input),
    decide(tools, state, ref) {
      const context = tools.context(state.pack);
      const refusal = noteWork.mayBegin(state, input.assignment, context);
      if (refusal) return refusal;
      if (input.text.trim() === '')
        return refuseState('empty', 422, '写下说了什么、看到什么', 'Write what was said or seen', 'text');
      const note: Note = { text: input.text, ...(input.with ? { with: input.with } : {}) };
      const { assignment, on, kind } = input;
      return noteWork.decide(state, { assignment, on, kind, content: tools.content(ref, 'note', note) }, context);
    },
  });
}

export function askForExtension(
  ledger: Ledger,
  actor: Actor,
  input: OnTask & { days: number; reason: string },
): Promise<Acted | Refusal> {
  return actOnMatter(ledger, {
    actor,
    verb: 'matter.ask-extension',
    matter: input.matter,
    key: keyOf(input),
    decide(tools, state, ref) {
      const context = tools.context(state.pack);
      const refusal = askExtension.mayBegin(state, input.assignment, context);
      if (refusal) return refusal;
      if (input.reason.trim() === '') {
        return refuse(
          'extension.once-30-days-before-due',
          422,
          '写明为什么复杂，要告知信访人',
          'Say why it is complex; the petitioner is told',
          'reason',
        );
      }
      const note: Note = { text: input.reason };
      const { assignment, days } = input;
      return askExtension.decide(state, { assignment, days, content: tools.content(ref, 'note', note) }, context);
    },
  });
}

/** T20 approved: the new due date and the notice with its reason. */
export async function approveTheExtension(ledger: Ledger, actor: Actor, input: OnTask): Promise<Acted | Refusal> {
  const gist = await readGist(ledger, input.matter);
  const reason = await readAskedReason(ledger, input);
  return actOnMatter(ledger, {
    actor,
    verb: 'matter.approve-extension',
    matter: input.matter,
    key: keyOf(input),
    counters: countersFor(ledger, actor, ['extension-notice']),
    decide(tools, state, ref) {
      const context = tools.context(state.pack);
      const refusal = approveExtension.mayBegin(state, input.assignment, context);
      if (refusal) return refusal;
      const issuer = bodyOfActor(ledger, actor);
      const task = state.assignments[input.assignment];
      const clock = state.clocks[`handle:${input.assignment}`];
      const days = task?.extensionAsked?.days;
      if (!issuer || !task || !clock || days === undefined) return NO_SUCH_MATTER;
      const extended = extendClock(context, `handle:${task.id}`, clock, days);
      const due = extended.do === 'extend' ? extended.derivation.statutoryDue : clock.derivation.statutoryDue;
      const instrument = issuePaper(tools, ref, issuer, {
        kind: 'extension-notice',
        title: PAPER_KINDS['extension-notice'].zh,
        addressee: addressee(gist, state.petitioners),
        paragraphs: extensionText(ref.id, gist, days, reason, due),
        date: context.today,
        contact: contactOf(issuer),
      });
      return approveExtension.decide(state, { assignment: task.id, instrument }, context);
    },
  });
}

async function readAskedReason(ledger: Ledger, input: OnTask): Promise<string> {
  const ref = matterRef(input.matter);
  const state = await findState(ledger, ref);
  const asked = state?.assignments[input.assignment]?.extensionAsked?.content;
  if (!asked) return '';
  const contents = await readContents(ledger, ref.region, [asked.id]);
  return (contents.get(asked.id) as Note | undefined)?.text ?? '';
}

export function refuseTheExtension(
  ledger: Ledger,
  actor: Actor,
  input: OnTask & { reason: string },
): Promise<Acted | Refusal> {
  return actOnMatter(ledger, {
    actor,
    verb: 'matter.refuse-extension',
    matter: input.matter,
    key: keyOf(input),
    decide(tools, state, ref) {
      const context = tools.context(state.pack);
      const refusal = refuseExtension.mayBegin(state, input.assignment, context);
      if (refusal) return refusal;
      if (input.reason.trim() === '')
        return refuseState('empty', 422, '写明为什么不同意', 'Say why it is refused', 'reason');
      const note: Note = { text: input.reason };
      return refuseExtension.decide(
        state,
        { assignment: input.assignment, content: tools.content(ref, 'note', note) },
        context,
      );
    },
  });
}
