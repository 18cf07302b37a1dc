import { randomBytes, randomUUID } from 'node:crypto';
import type { Pool, PoolClient } from 'pg';
import type { ContentRef } from '../domain/facts.ts';
import { type Area, type Keyring, sha256 } from '../platform/secrets/keyring.ts';
import type { SealedColumn } from '../platform/secrets/reseal.ts';
import { canonical } from './canonical.ts';

/** A content row ready to be written: encrypted, with the salt its hash was made with. */
export interface ContentRow {
  readonly region: string;
  readonly id: string;
  readonly stream: string;
  readonly kind: string;
  readonly salt: Buffer;
  readonly sealed: Buffer;
}

/** A value before it is sealed: under which key depends on what its stream has become when the act is written. */
export interface MadeContent extends Omit<ContentRow, 'sealed'> {
  readonly text: string;
}

/** SQL over `t`, a row with `region` and `stream`: it belongs to a sealed report. */
export const IN_PARTITION = 'exists (select from sealed_case p where p.region = t.region and p.stream = t.stream)';

/** Makes a value ready for a stream; the reference is what the fact carries: SHA-256(salt ‖ canonical value). */
export function makeContent(
  place: { region: string; stream: string; kind: string },
  value: unknown,
): { ref: ContentRef; content: MadeContent } {
  const id = randomUUID();
  const salt = randomBytes(16);
  const text = canonical(value);
  return { ref: { id, hash: sha256(salt, text).toString('hex') }, content: { ...place, id, salt, text } };
}

/** Seals it under the key of its area. */
export function sealContent(keyring: Keyring, { text, ...row }: MadeContent, area: Area): ContentRow {
  return { ...row, sealed: keyring.seal(Buffer.from(text), contextOf(row.region, row.id), area) };
}

/** Erases whatever these histories point to, with the salt of each hash. Harmless to repeat. */
export async function eraseContents(db: Pool | PoolClient, streams: readonly string[]): Promise<void> {
  await db.query(
    `delete from content c using unnest($1::text[]) as s(stream)
     where c.region = left(s.stream, 6) and c.stream = s.stream`,
    [streams],
  );
}

/** Content rows of sealed reports lie under the key of the partition (条例 30). */
export const CONTENT_COLUMN: SealedColumn = {
  table: 'content',
  key: ['region', 'id'],
  column: 'sealed',
  context: ([region = '', id = '']) => contextOf(region, id),
  partition: IN_PARTITION,
};

function contextOf(region: string, id: string): string {
  return `${region}/${id}`;
}

/** The value of a content row. Throws when it was changed or the key is not the one it was sealed with. */
export function openContent(keyring: Keyring, row: { region: string; id: string; sealed: Buffer }): unknown {
  return JSON.parse(keyring.open(row.sealed, contextOf(row.region, row.id)).toString());
}

/** True when the row still is what the fact was hashed with. */
export function contentHolds(
  keyring: Keyring,
  row: { region: string; id: string; salt: Buffer; sealed: Buffer },
  hash: string,
): boolean {
  const text = keyring.open(row.sealed, contextOf(row.region, row.id));
  return sha256(row.salt, text).toString('hex') === hash;
}
