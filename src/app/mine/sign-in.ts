import { randomUUID } from 'node:crypto';
import { hitLimit } from '../../actors/accounts/server/public.ts';
import {
  type Asking,
  checkCodeOf,
  comeIn,
  openCitizenSession,
  sendCodeTo,
  type TellCode,
} from '../../actors/citizens/server/public.ts';
import type { Ledger } from '../../ledger/ledger.ts';
import { plainPhone } from '../../petition/1-intake/portal/filing.rules.ts';
import type { Refused } from '../../platform/http/refused.ts';
import { refuseMine } from './mine.texts.ts';

/** How long one may go on with a number that was given: to type its code, or to have another sent. */
const ASK_MINUTES = 60;
const CONTEXT = 'mine-ask';

interface Ask extends Asking {
  readonly until: string;
}

interface Means {
  readonly address: string;
  readonly tell: TellCode;
}

/**
 * Sends a code to a mobile number. Nothing is looked up by the number, so the answer is the same whether anybody ever came
 * in with it. `ask` holds the number, sealed, for the step that follows.
 */
export async function askForCode(
  ledger: Ledger,
  typed: string,
  means: Means,
): Promise<{ readonly ask: string; readonly phone: string } | Refused> {
  const asking = { holder: `mine-${randomUUID()}`, phone: plainPhone(typed) };
  const refused = await send(ledger, asking, means);
  if (refused !== undefined) return refused;
  const until = new Date(ledger.clock.now().getTime() + ASK_MINUTES * 60_000).toISOString();
  const sealed = ledger.keyring.seal(Buffer.from(JSON.stringify({ ...asking, until } satisfies Ask)), CONTEXT);
  return { ask: sealed.toString('base64url'), phone: asking.phone };
}

/** Sends another code to the same number; the one before it ends. */
export async function askAgain(ledger: Ledger, asking: Asking, means: Means): Promise<Refused | undefined> {
  return send(ledger, asking, means);
}

async function send(ledger: Ledger, asking: Asking, means: Means): Promise<Refused | undefined> {
  const told = await sendCodeTo(ledger, asking, means);
  return told === 'sent' ? undefined : refuseMine(told === 'not-mobile' ? 'mine-not-mobile' : 'mine-too-many');
}

/** Who asked for a code, or undefined for what we did not seal or is over. */
export function findAsk({ keyring, clock }: Ledger, text: string | undefined): Asking | undefined {
  if (text === undefined || text.length > 1000) return undefined;
  try {
    // Sealed by `askForCode` alone.
    const ask = JSON.parse(keyring.open(Buffer.from(text, 'base64url'), CONTEXT).toString()) as Ask;
    return ask.until > clock.now().toISOString() ? ask : undefined;
  } catch {
    // Anybody can send anything here; what does not open was not ours.
    return undefined;
  }
}

/** Signs in with the code as it was typed: sixty tries in ten minutes for one address, five for one code. */
export async function signInWithCode(
  ledger: Ledger,
  { asking, typed, address }: { asking: Asking | undefined; typed: string; address: string },
): Promise<{ readonly cookieValue: string; readonly csrf: string; readonly expiresAt: string } | Refused> {
  const { pool, keyring, clock } = ledger;
  const tries = { purpose: 'mine-code', who: address, limit: 60, windowSeconds: 600, clock };
  if (!(await hitLimit(pool, keyring, tries))) return refuseMine('mine-too-many');
  if (asking === undefined) return refuseMine('mine-over');
  const told = await checkCodeOf(ledger, asking, typed);
  if (told !== 'right') return refuseMine(told === 'wrong' ? 'mine-wrong' : 'mine-over');
  return openCitizenSession(pool, { citizen: await comeIn(ledger, asking.phone), clock });
}
