import { randomUUID } from 'node:crypto';
import { type VerifiedRegistrationResponse, verifyRegistrationResponse } from '@simplewebauthn/server';
import type { Pool } from 'pg';
import type { Refused } from '../../../platform/http/refused.ts';
import type { Body, Response } from '../../../platform/http/route.contract.ts';
import type {
  addPasskey as addContract,
  beginPasskey as beginContract,
  listPasskeys as listContract,
} from '../passkeys.contract.ts';
import { MOST_PASSKEYS, PASSKEY_SECONDS, type PasskeyPlace } from '../passkeys.rules.ts';
import { takeOwnPassword } from './own-password.ts';
import { makeChallenge, takeChallenge } from './passkey-challenges.ts';
import { refuseAccount, type WaitRefused } from './refusals.ts';
import type { SignInTools } from './sign-in-tools.ts';

/** Signatures taken, by their COSE numbers: Ed25519, ECDSA P-256 with SHA-256, RSA with SHA-256. */
const ALGORITHMS = [-8, -7, -257];

/** A passkey as the browser is told of it, so that it asks for one of these or for none of them. */
export interface KnownPasskey {
  readonly type: 'public-key';
  readonly id: string;
  readonly transports: string[];
}

/** The passkeys that work at this host. */
export async function findKnown(pool: Pool, account: string, { host }: PasskeyPlace): Promise<KnownPasskey[]> {
  const { rows } = await pool.query<{ credential: Buffer; transports: string[] }>(
    'select credential, transports from passkey where account = $1 and host = $2 order by made_at, id',
    [account, host],
  );
  return rows.map(({ credential, transports }) => ({
    type: 'public-key',
    id: credential.toString('base64url'),
    transports,
  }));
}

export async function listPasskeys(pool: Pool, account: string): Promise<Response<typeof listContract>> {
  const { rows } = await pool.query<{
    id: string;
    label: string;
    host: string;
    made_at: string;
    last_used_at: string | null;
  }>('select id, label, host, made_at, last_used_at from passkey where account = $1 order by made_at, id', [account]);
  return {
    passkeys: rows.map(({ id, label, host, made_at, last_used_at }) => ({
      id,
      label,
      host,
      madeAt: made_at,
      lastUsedAt: last_used_at,
    })),
  };
}

/** What the browser needs to make a passkey. */
export async function beginPasskey(
  tools: SignInTools,
  account: string,
  place: PasskeyPlace | undefined,
): Promise<Response<typeof beginContract> | Refused> {
  if (place === undefined) return refuseAccount('passkey-needs-host');
  const { rows } = await tools.pool.query<{ login: string; name: string; count: string }>(
    'select login, name, (select count(*) from passkey where account = $1) as count from account where id = $1',
    [account],
  );
  const [row] = rows;
  if (row === undefined) return refuseAccount('sign-in-first');
  /* One challenge at a time stands for an account, so that none is added past this. */
  if (Number(row.count) >= MOST_PASSKEYS) return refuseAccount('passkeys-many');
  return {
    options: {
      rp: { id: place.host, name: 'Huiying 回应' },
      /* Says nothing of the person to whoever holds the device. */
      user: {
        id: tools.keyring.keyedHash('passkey holder', account).toString('base64url'),
        name: row.login,
        displayName: row.name,
      },
      challenge: await makeChallenge(tools, { account, purpose: 'add' }),
      pubKeyCredParams: ALGORITHMS.map((alg) => ({ type: 'public-key', alg })),
      timeout: PASSKEY_SECONDS * 1_000,
      excludeCredentials: await findKnown(tools.pool, account, place),
      authenticatorSelection: {
        residentKey: 'discouraged',
        requireResidentKey: false,
        userVerification: 'preferred',
      },
      attestation: 'none',
    },
  };
}

/** Keeps the passkey that was begun, once it has signed what was asked. */
export async function addPasskey(
  tools: SignInTools,
  account: string,
  { label, credential, place }: Body<typeof addContract> & { place: PasskeyPlace | undefined },
): Promise<{ id: string } | Refused> {
  if (place === undefined) return refuseAccount('passkey-needs-host');
  const challenge = await takeChallenge(tools, { account, purpose: 'add' });
  if (challenge === undefined) return refuseAccount('passkey-over');
  const made = await findMade(credential, challenge, place);
  if (made === undefined) return refuseAccount('passkey-wrong');
  const { rows } = await tools.pool.query<{ id: string }>(
    `insert into passkey (id, account, host, credential, public_key, counter, transports, label, made_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9) on conflict (credential) do nothing returning id`,
    [
      randomUUID(),
      account,
      place.host,
      Buffer.from(made.id, 'base64url'),
      Buffer.from(made.publicKey),
      made.counter,
      credential.transports,
      label,
      tools.clock.now().toISOString(),
    ],
  );
  return rows[0] ?? refuseAccount('passkey-there');
}

type Made = NonNullable<VerifiedRegistrationResponse['registrationInfo']>['credential'];

/** What the device made, if it is an answer to this challenge from this place. */
async function findMade(
  { id, clientDataJSON, attestationObject }: Body<typeof addContract>['credential'],
  challenge: string,
  { host, origin }: PasskeyPlace,
): Promise<Made | undefined> {
  try {
    const { registrationInfo } = await verifyRegistrationResponse({
      response: {
        id,
        rawId: id,
        type: 'public-key',
        clientExtensionResults: {},
        response: { clientDataJSON, attestationObject },
      },
      expectedChallenge: challenge,
      expectedOrigin: origin,
      expectedRPID: host,
      requireUserVerification: false,
      supportedAlgorithmIDs: ALGORITHMS,
    });
    return registrationInfo?.credential;
  } catch {
    /* It throws at whatever is wrong with what was sent, and reads nothing else. */
    return undefined;
  }
}

/** Puts a passkey away, with the password. Whether one may be missed is decided by then. */
export async function removePasskey(
  tools: SignInTools,
  { account, passkey, password }: { account: string; passkey: string; password: string },
): Promise<Refused | WaitRefused | undefined> {
  const refused = await takeOwnPassword(tools, account, password);
  if (refused) return refused;
  const { rowCount } = await tools.pool.query('delete from passkey where id = $1 and account = $2', [passkey, account]);
  return rowCount === 0 ? refuseAccount('no-passkey') : undefined;
}
