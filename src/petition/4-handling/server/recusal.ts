import { actWithPaper } from '../../../alongside/documents/server/public.ts';
import type { Actor } from '../../../domain/act.ts';
import type { Particulars } from '../../../domain/particulars.ts';
import { type Refusal, refuseState } from '../../../domain/refusals.ts';
import { type Acted, actWithNote, NO_SUCH_MATTER } from '../../../ledger/act-on-matter.ts';
import type { Ledger } from '../../../ledger/ledger.ts';
import { findState, readContents } from '../../../ledger/read.ts';
import { matterRef, submissionRef } from '../../../ledger/streams.ts';
import { recusalText } from '../beside.papers.rules.ts';
import { type AskRecusal, askRecusal, type DeclareInterest, decideRecusal, declareInterest } from '../recusal.rules.ts';

interface On {
  readonly matter: string;
  readonly key?: string | undefined;
}

export function declareAnInterest(
  ledger: Ledger,
  actor: Actor,
  input: On & { assignment: string; text: string },
): Promise<Acted | Refusal> {
  return actWithNote<DeclareInterest>(ledger, actor, input, {
    verb: 'matter.declare-interest',
    rule: declareInterest,
    note: { text: input.text },
    missing: refuseState('empty', 422, '写明是什么关系', 'Say what the interest is', 'text'),
    act: (content) => ({ assignment: input.assignment, content }),
  });
}

/** By the petitioner, about whoever handles it. */
export function askForRecusal(ledger: Ledger, actor: Actor, input: On & { reason: string }): Promise<Acted | Refusal> {
  return actWithNote<AskRecusal>(ledger, actor, input, {
    verb: 'matter.ask-recusal',
    rule: askRecusal,
    note: { text: input.reason },
    missing: refuseState('empty', 422, '写一句为什么', 'Say why in a sentence', 'reason'),
    act: (content) => ({ content }),
  });
}

/** D34, by the head of the body; about the head, by the body above. */
export async function decideOnRecusal(
  ledger: Ledger,
  actor: Actor,
  input: On & { assignment: string; account: string; granted: boolean; reason: string },
): Promise<Acted | Refusal> {
  const { assignment, account, granted, reason } = input;
  const { rows } = await ledger.pool.query<{ name: string; roles: string[] }>(
    'select name, roles from account where id = $1',
    [account],
  );
  const who = rows[0];
  return actWithPaper(ledger, actor, input, {
    verb: 'matter.decide-recusal',
    rule: decideRecusal,
    kind: 'recusal-decision',
    missing: () =>
      reason.trim() === '' ? refuseState('empty', 422, '写明理由', 'Give the reason', 'reason') : undefined,
    text: ({ number, gist }) => recusalText({ number, gist, who: who?.name ?? account, granted, reason }),
    act: (instrument) =>
      instrument
        ? { assignment, account, granted, instrument, isHead: who?.roles.includes('head') ?? false }
        : NO_SUCH_MATTER,
  });
}

/** E50: is the officer's name or telephone that of somebody in the submission? Then the recusal is decided first. */
export async function isPetitioner(ledger: Ledger, matter: string, account: string): Promise<boolean> {
  const state = await findState(ledger, matterRef(matter));
  const submission = await findState(ledger, submissionRef(state?.submissions[0] ?? ''));
  if (!submission?.content) return false;
  const contents = await readContents(ledger, matter.slice(0, 6), [submission.content.id]);
  /* Written by the acts that take a submission in, under this kind. */
  const particulars = contents.get(submission.content.id) as Particulars | undefined;
  const { rows } = await ledger.pool.query<{ name: string; phone: string }>(
    'select name, phone from account where id = $1',
    [account],
  );
  const officer = rows[0];
  if (!officer || !particulars) return false;
  const digits = (text: string | undefined): string => (text ?? '').replace(/\D/g, '');
  const people = [...particulars.people, ...(particulars.agentFor ? [particulars.agentFor] : [])];
  return people.some(
    (person) =>
      (person.name.trim() !== '' && person.name.trim() === officer.name.trim()) ||
      (digits(person.phone).length >= 8 && digits(person.phone) === digits(officer.phone)),
  );
}
