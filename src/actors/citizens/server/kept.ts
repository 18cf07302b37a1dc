import type { Pool } from 'pg';
import type { SealedColumn } from '../../../platform/secrets/reseal.ts';
import type { Entry } from '../../accounts/server/public.ts';
import type { CodeStore } from './phone-codes.ts';

/** A petition that a citizen added, with what let them in when they did. */
export interface Kept {
  readonly submission: string;
  readonly entry: Entry;
}

function contextOf(citizen: string, submission: string): string {
  return `citizen-petition/${citizen}/${submission}`;
}

export const KEPT_COLUMN: SealedColumn = {
  table: 'citizen_petition',
  key: ['citizen', 'submission'],
  column: 'entry',
  context: ([citizen = '', submission = '']) => contextOf(citizen, submission),
};

/** Adds a petition that this citizen has just shown to be theirs to follow; added again, it is kept as shown last. */
export async function keepPetition(
  { pool, keyring, clock }: CodeStore,
  citizen: string,
  { submission, entry }: Kept,
): Promise<void> {
  await pool.query(
    `insert into citizen_petition (citizen, submission, entry, added_at) values ($1, $2, $3, $4)
     on conflict (citizen, submission) do update set entry = excluded.entry`,
    [
      citizen,
      submission,
      keyring.seal(Buffer.from(JSON.stringify(entry)), contextOf(citizen, submission)),
      clock.now().toISOString(),
    ],
  );
}

/** What a citizen has added, the last first. */
export async function listKept(
  { pool, keyring }: Pick<CodeStore, 'pool' | 'keyring'>,
  citizen: string,
): Promise<readonly Kept[]> {
  const { rows } = await pool.query<{ submission: string; entry: Buffer }>({
    name: 'list_kept',
    text: 'select submission, entry from citizen_petition where citizen = $1 order by added_at desc, submission',
    values: [citizen],
  });
  return rows.map(({ submission, entry }) => ({
    submission,
    // Sealed by `keepPetition` alone.
    entry: JSON.parse(keyring.open(entry, contextOf(citizen, submission)).toString()) as Entry,
  }));
}

/** Takes a petition from the list; the petition itself is untouched. */
export async function dropKept(pool: Pool, citizen: string, submission: string): Promise<void> {
  await pool.query('delete from citizen_petition where citizen = $1 and submission = $2', [citizen, submission]);
}

/** Whether a citizen has this petition on the list. */
export async function isKept(pool: Pool, citizen: string, submission: string): Promise<boolean> {
  const { rowCount } = await pool.query('select 1 from citizen_petition where citizen = $1 and submission = $2', [
    citizen,
    submission,
  ]);
  return rowCount === 1;
}

/** How many petitions a citizen has on the list. */
export async function countKept(pool: Pool, citizen: string): Promise<number> {
  const { rows } = await pool.query<{ n: number }>(
    'select count(*)::int as n from citizen_petition where citizen = $1',
    [citizen],
  );
  return rows[0]?.n ?? 0;
}
