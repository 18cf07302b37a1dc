import { actWithPaper } from '../../../alongside/documents/server/public.ts';
import type { Actor } from '../../../domain/act.ts';
import { extendClock } from '../../../domain/clocks.ts';
import type { Day } from '../../../domain/days.ts';
import { clockId } from '../../../domain/matter.ts';
import type { Note } from '../../../domain/particulars.ts';
import { type Refusal, refuse, refuseState } from '../../../domain/refusals.ts';
import { type Acted, actOnMatter, actWithNote, keyOf, NO_SUCH_MATTER } from '../../../ledger/act-on-matter.ts';
import type { Ledger } from '../../../ledger/ledger.ts';
import { findState, readContents } from '../../../ledger/read.ts';
import { matterRef } from '../../../ledger/streams.ts';
import { extensionText } from '../handling.papers.rules.ts';
import { approveExtension, askExtension, nameHandler, noteWork, refuseExtension } from '../handling.rules.ts';
import { isPetitioner } from './recusal.ts';

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
  const matches = await isPetitioner(ledger, input.matter, input.account);
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
      return nameHandler.decide(state, { ...input, matches }, context);
    },
  });
}

export function noteTheWork(
  ledger: Ledger,
  actor: Actor,
  input: OnTask & { on: Day; kind: 'talk' | 'visit' | 'evidence'; text: string; with?: string | undefined },
): Promise<Acted | Refusal> {
  const { assignment, on, kind } = input;
  return actWithNote(ledger, actor, input, {
    verb: 'matter.note-work',
    rule: noteWork,
    note: { text: input.text, ...(input.with ? { with: input.with } : {}) },
    missing: refuseState('empty', 422, '写下说了什么、看到什么', 'Write what was said or seen', 'text'),
    act: (content) => ({ assignment, on, kind, content }),
  });
}

export function askForExtension(
  ledger: Ledger,
  actor: Actor,
  input: OnTask & { days: number; reason: string },
): Promise<Acted | Refusal> {
  return actWithNote(ledger, actor, input, {
    verb: 'matter.ask-extension',
    rule: askExtension,
    note: { text: input.reason },
    missing: refuse(
      'extension.once-30-days-before-due',
      422,
      '写明为什么复杂，要告知信访人',
      'Say why it is complex; the petitioner is told',
      'reason',
    ),
    act: (content) => ({ assignment: input.assignment, days: input.days, content }),
  });
}

/** T20 approved: the new due date and the notice with its reason. */
export async function approveTheExtension(ledger: Ledger, actor: Actor, input: OnTask): Promise<Acted | Refusal> {
  const reason = await readAskedReason(ledger, input);
  return actWithPaper(ledger, actor, input, {
    verb: 'matter.approve-extension',
    rule: approveExtension,
    kind: 'extension-notice',
    text({ state, task, context, number, gist }) {
      const id = task === undefined ? '' : clockId('handle', task);
      const clock = state.clocks[id];
      const days = task?.extensionAsked?.days;
      if (!clock || days === undefined) return undefined;
      const extended = extendClock(context, id, clock, days);
      const due = extended.do === 'extend' ? extended.derivation.statutoryDue : clock.derivation.statutoryDue;
      return extensionText(number, gist, days, reason, due);
    },
    act: (instrument) => (instrument ? { assignment: input.assignment, instrument } : NO_SUCH_MATTER),
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
  return actWithNote(ledger, actor, input, {
    verb: 'matter.refuse-extension',
    rule: refuseExtension,
    note: { text: input.reason },
    missing: refuseState('empty', 422, '写明为什么不同意', 'Say why it is refused', 'reason'),
    act: (content) => ({ assignment: input.assignment, content }),
  });
}
