import { randomUUID } from 'node:crypto';
import * as client from 'openid-client';
import type { Pool } from 'pg';
import { noteAudit } from '../../../ledger/audit.ts';
import type { Ledger } from '../../../ledger/ledger.ts';
import type { Refused } from '../../../platform/http/refused.ts';
import type { SealedColumn } from '../../../platform/secrets/reseal.ts';
import { findIssuerFault, isLocal, type Provider } from '../sign-on.rules.ts';
import type { StaffActor } from './authorise.ts';
import { refuseAccount } from './refusals.ts';

/** Seconds the provider may take to answer. */
const PATIENCE = 5;

const contextOf = (id: string): string => `sign-on-provider/${id}`;

export const SIGN_ON_COLUMN: SealedColumn = {
  table: 'sign_on_provider',
  key: ['id'],
  column: 'secret',
  context: ([id = '']) => contextOf(id),
};

export interface KnownProvider extends Provider {
  readonly id: string;
  readonly secret: Buffer;
  /** Who entered it, and when: `staff:…`, an instant. */
  readonly by: string;
  readonly at: string;
}

async function find(pool: Pool, where: string): Promise<KnownProvider | undefined> {
  const { rows } = await pool.query<{
    id: string;
    issuer: string;
    client_id: string;
    secret: Buffer;
    claim: string;
    label_zh: string;
    label_en: string;
    proposed_by: string;
    proposed_at: string;
  }>(
    `select id, issuer, client_id, secret, claim, label_zh, label_en, proposed_by, proposed_at from sign_on_provider
     where ended_at is null and ${where} order by proposed_at desc, id limit 1`,
  );
  const [row] = rows;
  return (
    row && {
      id: row.id,
      issuer: row.issuer,
      clientId: row.client_id,
      secret: row.secret,
      claim: row.claim,
      label: { zh: row.label_zh, en: row.label_en },
      by: row.proposed_by,
      at: row.proposed_at,
    }
  );
}

export const findProvider = (pool: Pool): Promise<KnownProvider | undefined> => find(pool, 'confirmed_at is not null');
export const findWaiting = (pool: Pool): Promise<KnownProvider | undefined> => find(pool, 'confirmed_at is null');

/** Reads what the provider says of itself; throws where it does not answer, or is not who it was said to be. */
export function discover({ issuer, clientId }: Provider, secret: string): Promise<client.Configuration> {
  return client.discovery(new URL(issuer), clientId, secret, undefined, {
    timeout: PATIENCE,
    /* By itself the package trusts the connection and leaves the signature of an identity token unchecked. */
    execute: [client.enableNonRepudiationChecks, ...(isLocal(issuer) ? [client.allowInsecureRequests] : [])],
  });
}

export function openSecret({ keyring }: Ledger, { id, secret }: KnownProvider): string {
  return keyring.open(secret, contextOf(id)).toString();
}

/** Enters a provider in place of one that waits; it must answer as what it is said to be. */
export async function propose(
  ledger: Ledger,
  actor: StaffActor,
  { secret, ...provider }: Provider & { readonly secret: string },
): Promise<{ id: string } | Refused> {
  if (findIssuerFault(provider.issuer)) return refuseAccount('issuer-form', 'issuer');
  try {
    await discover(provider, secret);
  } catch {
    return refuseAccount('issuer-silent', 'issuer');
  }
  const id = randomUUID();
  const at = ledger.clock.now().toISOString();
  const by = `staff:${actor.account}`;
  await ledger.pool.query(
    'update sign_on_provider set ended_by = $1, ended_at = $2 where ended_at is null and confirmed_at is null',
    [by, at],
  );
  await ledger.pool.query(
    `insert into sign_on_provider (id, issuer, client_id, secret, claim, label_zh, label_en, proposed_by, proposed_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [
      id,
      provider.issuer,
      provider.clientId,
      ledger.keyring.seal(Buffer.from(secret), contextOf(id)),
      provider.claim,
      provider.label.zh,
      provider.label.en,
      by,
      at,
    ],
  );
  await noteSignOn(ledger, actor, 'sign-on.propose', id, { issuer: provider.issuer, clientId: provider.clientId });
  return { id };
}

/** The security officer says yes, and it takes the place of the one in use; or no. Never whoever entered it. */
export async function decide(
  ledger: Ledger,
  actor: StaffActor,
  { id, confirm }: { id: string; confirm: boolean },
): Promise<{ id: string } | Refused> {
  const waiting = await findWaiting(ledger.pool);
  if (waiting?.id !== id) return refuseAccount('no-order');
  if (waiting.by === `staff:${actor.account}`) return refuseAccount('second-person');
  const at = ledger.clock.now().toISOString();
  await ledger.pool.query(
    confirm
      ? `update sign_on_provider set confirmed_by = case when id = $1 then $2 else confirmed_by end,
           confirmed_at = case when id = $1 then $3 else confirmed_at end,
           ended_by = case when id = $1 then null else $2 end, ended_at = case when id = $1 then null else $3 end
         where ended_at is null`
      : 'update sign_on_provider set ended_by = $2, ended_at = $3 where id = $1',
    [id, `staff:${actor.account}`, at],
  );
  await noteSignOn(ledger, actor, confirm ? 'sign-on.confirm' : 'sign-on.refuse', id, {});
  return { id };
}

/** Out of use at once: the way back in is the password. */
export async function endProvider(ledger: Ledger, actor: StaffActor): Promise<{ ended: boolean }> {
  const { rows } = await ledger.pool.query<{ id: string }>(
    'update sign_on_provider set ended_by = $1, ended_at = $2 where ended_at is null returning id',
    [`staff:${actor.account}`, ledger.clock.now().toISOString()],
  );
  for (const { id } of rows) await noteSignOn(ledger, actor, 'sign-on.end', id, {});
  return { ended: rows.length > 0 };
}

function noteSignOn(ledger: Ledger, actor: StaffActor, verb: string, id: string, detail: object): Promise<void> {
  const { account, body } = actor;
  const at = ledger.clock.now().toISOString();
  return noteAudit(ledger.pool, { at, actor: `staff:${account}`, body, verb, stream: `sign-on/${id}`, detail });
}
