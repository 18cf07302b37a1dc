import type { Pool } from 'pg';
import type { Actor } from '../../../domain/act.ts';
import type { Clock } from '../../../platform/clock/clock.ts';
import type { Keyring } from '../../../platform/secrets/keyring.ts';
import type { SealedColumn } from '../../../platform/secrets/reseal.ts';
import { PASS_HOURS } from '../accounts.rules.ts';
import { findTokenId, newToken, tokenId } from './tokens.ts';

/** What a petitioner who gave the query code and a second fact may follow: one submission. */
export interface Pass {
  readonly region: string;
  readonly submission: string;
  readonly csrf: string;
  /** An agent without authority: told that it arrived, and of no matter (E34). */
  readonly limited: boolean;
  /** Instant, ISO 8601. */
  readonly expiresAt: string;
}

/** What let somebody in: the second fact they gave, and the hash of the query code as it was then. */
export interface Entry {
  readonly fact: string;
  readonly queryHash: string;
}

function contextOf(id: Buffer): string {
  return `visit-pass/${id.toString('hex')}`;
}

export const PASS_COLUMN: SealedColumn = {
  table: 'visit_pass',
  key: ['id'],
  column: 'entry',
  // PostgreSQL writes bytes as \x and their digits.
  context: ([id = '']) => `visit-pass/${id.slice(2)}`,
};

/** Gives a pass; code and second fact have been checked by then. `cookieValue` goes into the cookie `hp`. */
export async function issuePass(
  pool: Pool,
  {
    region,
    submission,
    limited = false,
    clock,
    kept,
  }: {
    region: string;
    submission: string;
    limited?: boolean;
    clock: Clock;
    kept?: { readonly keyring: Keyring; readonly entry: Entry };
  },
): Promise<{ readonly cookieValue: string; readonly csrf: string; readonly expiresAt: string }> {
  const now = clock.now();
  const cookieValue = newToken();
  const csrf = newToken();
  const expiresAt = new Date(now.getTime() + PASS_HOURS * 3_600_000).toISOString();
  const id = tokenId(cookieValue);
  const entry = kept?.keyring.seal(Buffer.from(JSON.stringify(kept.entry)), contextOf(id));
  await pool.query(
    `insert into visit_pass (id, region, submission, csrf, created_at, expires_at, limited, entry)
     values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [id, region, submission, csrf, now.toISOString(), expiresAt, limited, entry ?? null],
  );
  return { cookieValue, csrf, expiresAt };
}

/** The pass a cookie opens, for two hours. */
export async function findPass(pool: Pool, cookieValue: string | undefined, clock: Clock): Promise<Pass | undefined> {
  const id = findTokenId(cookieValue);
  if (id === undefined) return undefined;
  const { rows } = await pool.query<{
    region: string;
    submission: string;
    csrf: string;
    expires_at: string;
    limited: boolean;
  }>({
    name: 'find_pass',
    text: 'select region, submission, csrf, expires_at, limited from visit_pass where id = $1 and expires_at > $2',
    values: [id, clock.now().toISOString()],
  });
  const [row] = rows;
  if (!row) return undefined;
  const { region, submission, csrf, limited, expires_at: expiresAt } = row;
  return { region, submission, csrf, limited, expiresAt };
}

/** What let the holder of a pass in; passes given by tools hold nothing of it. */
export async function findEntry(
  { pool, keyring, clock }: { pool: Pool; keyring: Keyring; clock: Clock },
  cookieValue: string | undefined,
): Promise<{ readonly submission: string; readonly entry: Entry } | undefined> {
  const id = findTokenId(cookieValue);
  if (id === undefined) return undefined;
  const { rows } = await pool.query<{ submission: string; entry: Buffer | null }>({
    name: 'find_entry',
    text: 'select submission, entry from visit_pass where id = $1 and expires_at > $2',
    values: [id, clock.now().toISOString()],
  });
  const [row] = rows;
  if (!row?.entry) return undefined;
  // Sealed by `issuePass` alone.
  const entry = JSON.parse(keyring.open(row.entry, contextOf(id)).toString()) as Entry;
  return { submission: row.submission, entry };
}

/** Who acts with a pass. */
export function holderOf(pass: Pass): Extract<Actor, { kind: 'petitioner' }> {
  const { submission, limited } = pass;
  return limited ? { kind: 'petitioner', submission, limited } : { kind: 'petitioner', submission };
}

/** Ends a pass: "leave" on a shared telephone. */
export async function endPass(pool: Pool, cookieValue: string | undefined): Promise<void> {
  const id = findTokenId(cookieValue);
  if (id !== undefined) await pool.query('delete from visit_pass where id = $1', [id]);
}
