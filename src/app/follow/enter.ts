import { timingSafeEqual } from 'node:crypto';
import { type Entry, issuePass } from '../../actors/accounts/server/public.ts';
import { findQueryCode } from '../../domain/ids.ts';
import type { Particulars, Person } from '../../domain/particulars.ts';
import { type Refusal, refuseState } from '../../domain/refusals.ts';
import type { SubmissionState } from '../../domain/submission.ts';
import type { Ledger } from '../../ledger/ledger.ts';
import { findState, readContents } from '../../ledger/read.ts';
import { submissionRef } from '../../ledger/streams.ts';
import { queryHash } from '../../petition/1-intake/server/intake.ts';

/** One answer for a wrong code, a wrong second fact and an unknown petition: nothing can be tried out. */
export const NO_SUCH_PETITION = refuseState(
  'follow',
  404,
  '查询码或第二项信息不对，请对照回执再看一遍；忘了查询码，请打信访局电话或带证件到现场补办',
  'The query code or the second fact is not right; please compare with your receipt. A lost code is replaced at the counter or by phone',
  'code',
);

/**
 * Opens a petition by query code and a second fact: the last four digits of the phone, or the name where no phone was
 * given. The caller limits the rate. Both facts are compared in constant time.
 */
export async function enterWithCode(
  ledger: Ledger,
  given: { code: string; fact: string },
): Promise<{ number: string; pass: GivenPass } | Refusal> {
  const entered = await checkCode(ledger, given);
  if (entered === undefined) return NO_SUCH_PETITION;
  return { number: entered.number, pass: await passFor(ledger, entered) };
}

/** Somebody who may follow a petition, and what let them in. */
export interface Entered {
  readonly region: string;
  readonly number: string;
  readonly who: 'full' | 'limited';
  readonly entry: Entry;
}

export interface GivenPass {
  readonly cookie: string;
  readonly csrf: string;
  readonly expiresAt: string;
}

/** Whom code and second fact let in. The caller limits the rate. */
export async function checkCode(
  ledger: Ledger,
  { code, fact }: { code: string; fact: string },
): Promise<Entered | undefined> {
  const hash = queryHash(ledger, findQueryCode(code) ?? 'none');
  const { rows } = await ledger.pool.query<Found>({
    name: 'find_by_query_code',
    text: 'select region, number, content_id from submission where query_hash = $1',
    values: [hash],
  });
  /* Sealed reports have no row here: they are followed by word of mouth with the post that keeps them. */
  const [found] = rows;
  return found && admit(ledger, found, { fact, queryHash: hash });
}

/**
 * Whether what let somebody in once still does: the code was not replaced, and the second fact still is that of somebody
 * who may follow. `gone` where there is nothing to be followed by anybody, as with what was sealed since.
 */
export async function checkAgain(ledger: Ledger, number: string, entry: Entry): Promise<Entered | 'gone' | undefined> {
  const { rows } = await ledger.pool.query<Found & { query_hash: string | null }>({
    name: 'find_by_number',
    text: 'select region, number, content_id, query_hash from submission where region = $1 and number = $2',
    values: [submissionRef(number).region, number],
  });
  const [found] = rows;
  if (!found) return 'gone';
  return found.query_hash === entry.queryHash ? admit(ledger, found, entry) : undefined;
}

/** A pass for whoever was let in. */
export async function passFor(ledger: Ledger, { region, number, who, entry }: Entered): Promise<GivenPass> {
  const { cookieValue, csrf, expiresAt } = await issuePass(ledger.pool, {
    region,
    submission: number,
    limited: who === 'limited',
    clock: ledger.clock,
    kept: { keyring: ledger.keyring, entry },
  });
  return { cookie: cookieValue, csrf, expiresAt };
}

interface Found {
  readonly region: string;
  readonly number: string;
  readonly content_id: string;
}

async function admit(ledger: Ledger, found: Found, entry: Entry): Promise<Entered | undefined> {
  const contents = await readContents(ledger, found.region, [found.content_id]);
  const particulars = contents.get(found.content_id) as Particulars | undefined;
  const state = await findState(ledger, submissionRef(found.number));
  if (!particulars || !state || state.sealed) return undefined;
  const added = await readContents(
    ledger,
    found.region,
    [...(state.joinedPeople ?? []), ...(state.successor ? [state.successor] : [])].map((one) => one.id),
  );
  const who = whoEnters(particulars, state, added, entry.fact);
  return who && { region: found.region, number: found.number, who, entry };
}

/**
 * Whoever may follow: the petitioner, everyone of a group who gave their name, a principal, a successor; an agent too, but
 * told of no matter until the authority was shown (E18, E32, E34). All are compared, whichever fits.
 */
function whoEnters(
  particulars: Particulars,
  state: SubmissionState,
  added: ReadonlyMap<string, unknown>,
  fact: string,
): 'full' | 'limited' | undefined {
  const { people, agentFor, form } = particulars;
  const limited = form === 'agent' && state.agent === 'missing' ? people.slice(0, 1) : [];
  /* Content rows of these kinds are written by the acts that name people. */
  const later = (state.joinedPeople ?? []).flatMap((ref) => (added.get(ref.id) as readonly Person[] | undefined) ?? []);
  const successor = state.successor && (added.get(state.successor.id) as Person | undefined);
  const full = [
    ...(limited.length > 0 ? people.slice(1) : people),
    ...(agentFor ? [agentFor] : []),
    ...later,
    ...(successor ? [successor] : []),
  ];
  const fits = (all: readonly Person[]): boolean => all.map((person) => factMatches(person, fact)).includes(true);
  const [asFull, asLimited] = [fits(full), fits(limited)];
  return asFull ? 'full' : asLimited ? 'limited' : undefined;
}

function factMatches(person: Person, fact: string): boolean {
  const phone = (person.phone ?? '').replace(/\D/g, '');
  const wanted = phone.length >= 4 ? phone.slice(-4) : person.name.normalize('NFKC').replace(/\s/g, '');
  const typed = fact.normalize('NFKC').replace(/\s/g, '');
  if (wanted === '') return typed === '匿名' || typed.toLowerCase() === 'anonymous';
  const a = Buffer.alloc(256);
  const b = Buffer.alloc(256);
  a.write(wanted);
  b.write(phone.length >= 4 ? typed.replace(/\D/g, '').slice(-4) : typed);
  return timingSafeEqual(a, b);
}
