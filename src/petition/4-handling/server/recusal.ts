import { actWithPaper } from '../../../alongside/documents/server/public.ts';
import type { Actor } from '../../../domain/act.ts';
import { currentAssignment } from '../../../domain/matter.ts';
import type { Particulars, Person } from '../../../domain/particulars.ts';
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
export async function askForRecusal(
  ledger: Ledger,
  actor: Actor,
  input: On & { reason: string },
): Promise<Acted | Refusal> {
  const handler = await findHandler(ledger, input.matter);
  return actWithNote<AskRecusal>(ledger, actor, input, {
    verb: 'matter.ask-recusal',
    rule: askRecusal,
    note: { text: input.reason },
    missing: refuseState('empty', 422, '写一句为什么', 'Say why in a sentence', 'reason'),
    act: (content) => ({ content, isHead: handler?.roles.includes('head') ?? false }),
  });
}

interface Officer {
  readonly name: string;
  readonly phone: string;
  readonly roles: readonly string[];
}

async function findOfficer(ledger: Ledger, account: string): Promise<Officer | undefined> {
  const { rows } = await ledger.pool.query<Officer>('select name, phone, roles from account where id = $1', [account]);
  return rows[0];
}

async function findHandler(ledger: Ledger, matter: string): Promise<Officer | undefined> {
  if (!/^\d{6}-/.test(matter)) return undefined;
  const state = await findState(ledger, matterRef(matter));
  const handler = state && currentAssignment(state)?.handler;
  return handler === undefined ? undefined : findOfficer(ledger, handler);
}

/** D34, by the head of the body; about the head, by the body above. */
export async function decideOnRecusal(
  ledger: Ledger,
  actor: Actor,
  input: On & { assignment: string; account: string; granted: boolean; reason: string },
): Promise<Acted | Refusal> {
  const { assignment, account, granted, reason } = input;
  const who = await findOfficer(ledger, account);
  return actWithPaper(ledger, actor, input, {
    verb: 'matter.decide-recusal',
    rule: decideRecusal,
    kind: 'recusal-decision',
    tell: 'recusal',
    missing: () =>
      reason.trim() === '' ? refuseState('empty', 422, '写明理由', 'Give the reason', 'reason') : undefined,
    text: ({ number, gist }) => recusalText({ number, gist, who: who?.name ?? account, granted, reason }),
    act: (instrument) => (instrument ? { assignment, account, granted, instrument } : NO_SUCH_MATTER),
  });
}

/** E50: is the officer's name or telephone that of somebody who raised the matter? Then it is decided first. */
export async function isPetitioner(ledger: Ledger, matter: string, account: string): Promise<boolean> {
  if (!/^\d{6}-/.test(matter)) return false;
  const state = await findState(ledger, matterRef(matter));
  const officer = await findOfficer(ledger, account);
  if (!state || !officer) return false;
  const people = await Promise.all(state.submissions.map((submission) => readPeople(ledger, submission)));
  return people.flat().some((person) => isSame(person, officer));
}

/** Everybody named in a submission: who wrote, for whom, who gave their names later, and who goes on with it. */
async function readPeople(ledger: Ledger, submission: string): Promise<readonly Person[]> {
  const ref = submissionRef(submission);
  const state = await findState(ledger, ref);
  if (!state) return [];
  const joined = (state.joinedPeople ?? []).map((content) => content.id);
  const ids = [state.content?.id, state.successor?.id, ...joined].flatMap((id) => id ?? []);
  const contents = await readContents(ledger, ref.region, ids);
  /* Content rows are written by the acts that name them in the state, each under its kind. */
  const particulars = contents.get(state.content?.id ?? '') as Particulars | undefined;
  const successor = contents.get(state.successor?.id ?? '') as Person | undefined;
  const added = joined.flatMap((id) => (contents.get(id) as readonly Person[] | undefined) ?? []);
  return [
    ...(particulars?.people ?? []),
    ...(particulars?.agentFor ? [particulars.agentFor] : []),
    ...added,
    ...(successor ? [successor] : []),
  ];
}

function isSame(person: Person, officer: Officer): boolean {
  const bare = (text: string | undefined): string => (text ?? '').replace(/\s/g, '');
  const digits = (text: string | undefined): string => (text ?? '').replace(/\D/g, '');
  const named = bare(person.name) !== '' && bare(person.name) === bare(officer.name);
  return named || (digits(person.phone).length >= 8 && digits(person.phone) === digits(officer.phone));
}
