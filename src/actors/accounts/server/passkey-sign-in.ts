import { verifyAuthenticationResponse } from '@simplewebauthn/server';
import type { Refused } from '../../../platform/http/refused.ts';
import type { Body, Response } from '../../../platform/http/route.contract.ts';
import type { beginPasskeySignIn as beginContract, signInPasskey as signInContract } from '../passkeys.contract.ts';
import { PASSKEY_SECONDS, type PasskeyPlace } from '../passkeys.rules.ts';
import { forgetTries, takeTry } from './limits.ts';
import { makeChallenge, takeChallenge } from './passkey-challenges.ts';
import { findKnown } from './passkeys.ts';
import { refuseAccount, refuseForNow, type WaitRefused } from './refusals.ts';
import { readTicket } from './second-factor.ts';
import { openAfterSecond, type SignedIn } from './sign-in.ts';
import type { SignInTools } from './sign-in-tools.ts';

/** What the browser needs to ask a passkey of whoever holds the ticket. */
export async function beginPasskeySignIn(
  tools: SignInTools,
  { ticket, place }: { ticket: string; place: PasskeyPlace | undefined },
): Promise<Response<typeof beginContract> | Refused> {
  const account = readTicket(tools.keyring, ticket, tools.clock.now());
  if (account === undefined) return refuseAccount('ticket-over');
  if (place === undefined) return refuseAccount('passkey-needs-host');
  const known = await findKnown(tools.pool, account, place);
  if (known.length === 0) return refuseAccount('passkey-elsewhere');
  return {
    options: {
      rpId: place.host,
      challenge: await makeChallenge(tools, { account, purpose: 'sign-in' }),
      allowCredentials: known,
      timeout: PASSKEY_SECONDS * 1_000,
      userVerification: 'preferred',
    },
  };
}

/** The second step by a passkey: the ticket of the first, and what the device signed. */
export async function signInPasskey(
  tools: SignInTools,
  { ticket, credential, place }: Body<typeof signInContract> & { place: PasskeyPlace | undefined },
): Promise<SignedIn | Refused | WaitRefused> {
  const { pool, keyring, clock } = tools;
  const account = readTicket(keyring, ticket, clock.now());
  if (account === undefined) return refuseAccount('ticket-over');
  if (place === undefined) return refuseAccount('passkey-needs-host');
  const tries = { purpose: 'second-factor', who: account };
  const wait = await takeTry(pool, keyring, { ...tries, clock });
  if (wait > 0) return refuseForNow(wait);
  const challenge = await takeChallenge(tools, { account, purpose: 'sign-in' });
  if (challenge === undefined) return refuseAccount('passkey-over');
  const { rows } = await pool.query<KeptPasskey>(
    'select id, public_key, counter from passkey where account = $1 and host = $2 and credential = $3',
    [account, place.host, Buffer.from(credential.id, 'base64url')],
  );
  const [kept] = rows;
  const counter = kept && (await findCounter({ credential, kept, challenge, place }));
  if (kept === undefined || counter === undefined) return refuseAccount('passkey-wrong');
  /* Devices that do not count say 0 each time; of any other no answer is taken that does not count on (WebAuthn 7.2). */
  const taken = await pool.query(
    `update passkey set counter = $2, last_used_at = $3
     where id = $1 and (counter < $2::bigint or (counter = 0 and $2::bigint = 0))`,
    [kept.id, counter, clock.now().toISOString()],
  );
  if (taken.rowCount === 0) return refuseAccount('passkey-wrong');
  await forgetTries(pool, keyring, tries);
  return openAfterSecond(tools, account);
}

interface KeptPasskey {
  readonly id: string;
  readonly public_key: Buffer;
  readonly counter: string;
}

/** The count the device has reached, if it signed this challenge for this place with this key. */
async function findCounter({
  credential: { id, clientDataJSON, authenticatorData, signature },
  kept,
  challenge,
  place: { host, origin },
}: {
  credential: Body<typeof signInContract>['credential'];
  kept: KeptPasskey;
  challenge: string;
  place: PasskeyPlace;
}): Promise<number | undefined> {
  try {
    const { verified, authenticationInfo } = await verifyAuthenticationResponse({
      response: {
        id,
        rawId: id,
        type: 'public-key',
        clientExtensionResults: {},
        response: { clientDataJSON, authenticatorData, signature },
      },
      expectedChallenge: challenge,
      expectedOrigin: origin,
      expectedRPID: host,
      credential: { id, publicKey: new Uint8Array(kept.public_key), counter: Number(kept.counter) },
      requireUserVerification: false,
    });
    return verified ? authenticationInfo.newCounter : undefined;
  } catch {
    /* It throws at whatever is wrong with what was sent, and reads nothing else. */
    return undefined;
  }
}
