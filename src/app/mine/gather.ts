import { findEntry } from '../../actors/accounts/server/public.ts';
import {
  type Citizen,
  countKept,
  dropKept,
  isKept,
  type Kept,
  keepPetition,
  listKept,
} from '../../actors/citizens/server/public.ts';
import { isRefusal } from '../../domain/refusals.ts';
import type { Ledger } from '../../ledger/ledger.ts';
import { type Filing, identityOf } from '../../petition/1-intake/portal/filing.rules.ts';
import { queryHash } from '../../petition/1-intake/server/intake.ts';
import type { Refused } from '../../platform/http/refused.ts';
import { checkAgain, checkCode, type GivenPass, NO_SUCH_PETITION, passFor } from '../follow/enter.ts';
import { readFollow } from '../follow/follow.ts';
import { mayTryCode, TOO_MANY_TRIES } from '../follow/routes.ts';
import { MOST_KEPT, newestFirst, type Summary, summaryOf } from './mine.rules.ts';
import { refuseMine } from './mine.texts.ts';

/** What a citizen has gathered: what still opens, and the numbers of what does not. */
export interface Gathered {
  readonly petitions: readonly Summary[];
  readonly shut: readonly string[];
}

/** Adds a petition by query code and second fact, with the same checks and limits as following it. */
export async function addWithCode(
  ledger: Ledger,
  citizen: Citizen,
  { address, ...given }: { code: string; fact: string; address: string },
): Promise<{ readonly number: string } | Refused> {
  if (!(await mayTryCode(ledger, address))) return TOO_MANY_TRIES;
  const entered = await checkCode(ledger, given);
  if (entered === undefined) return NO_SUCH_PETITION;
  return keep(ledger, citizen, { submission: entered.number, entry: entered.entry });
}

/** Adds the petition that a pass is open for, by what let its holder in. */
export async function keepFollowed(
  ledger: Ledger,
  citizen: Citizen,
  { number, pass }: { number: string; pass: string | undefined },
): Promise<{ readonly number: string } | Refused> {
  const held = await findEntry(ledger, pass);
  if (held?.submission !== number) return NO_SUCH_PETITION;
  const entered = await checkAgain(ledger, number, held.entry);
  if (entered === undefined || entered === 'gone') return NO_SUCH_PETITION;
  return keep(ledger, citizen, { submission: number, entry: held.entry });
}

/** Adds what this citizen has just filed under the phone they are signed in with, where they confirmed it there too. */
export async function keepFiled(
  ledger: Ledger,
  citizen: Citizen,
  { filing, receipt }: { filing: Filing; receipt: { readonly number: string; readonly code: string } },
): Promise<void> {
  if (filing.kind === 'report' || identityOf(filing) !== 'phone-confirmed' || filing.phone !== citizen.phone) return;
  const { number, code } = receipt;
  const entry = { fact: citizen.phone.slice(-4), queryHash: queryHash(ledger, code) };
  /* A full list is no reason to say anything but that it was sent. */
  await keep(ledger, citizen, { submission: number, entry });
}

async function keep(ledger: Ledger, { id }: Citizen, kept: Kept): Promise<{ readonly number: string } | Refused> {
  const { submission: number } = kept;
  const full = (await countKept(ledger.pool, id)) >= MOST_KEPT;
  if (full && !(await isKept(ledger.pool, id, number))) return refuseMine('mine-full');
  await keepPetition(ledger, id, kept);
  return { number };
}

/** What was gathered, each looked at anew with what let this citizen in: whoever may follow it no longer reads nothing of it. */
export async function listGathered(ledger: Ledger, citizen: Citizen): Promise<Gathered> {
  const petitions: Summary[] = [];
  const shut: string[] = [];
  for (const { submission, entry } of await listKept(ledger, citizen.id)) {
    const entered = await checkAgain(ledger, submission, entry);
    if (entered === 'gone') {
      /* Sealed since: as with every index, nothing of it stays here. */
      await dropKept(ledger.pool, citizen.id, submission);
      continue;
    }
    const limited = entered?.who === 'limited' ? { limited: true as const } : {};
    const model = entered && (await readFollow(ledger, { kind: 'petitioner', submission, ...limited }, submission));
    if (model === undefined || isRefusal(model)) shut.push(submission);
    else petitions.push(summaryOf(model));
  }
  return { petitions: newestFirst(petitions), shut };
}

/** A pass for a petition on the list, as its code and second fact would give it today. */
export async function openKept(ledger: Ledger, citizen: Citizen, number: string): Promise<GivenPass | Refused> {
  const kept = (await listKept(ledger, citizen.id)).find((one) => one.submission === number);
  if (kept === undefined) return refuseMine('mine-not-kept');
  const entered = await checkAgain(ledger, number, kept.entry);
  if (entered === 'gone') {
    await dropKept(ledger.pool, citizen.id, number);
    return refuseMine('mine-not-kept');
  }
  return entered === undefined ? refuseMine('mine-shut') : passFor(ledger, entered);
}
