import { randomBytes, randomUUID } from 'node:crypto';
import type { ContentRef } from '../domain/facts.ts';
import { type Keyring, sha256 } from '../platform/secrets/keyring.ts';
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

/** Seals a value for a stream; the reference is what the fact carries: SHA-256(salt ‖ canonical value). */
export function sealContent(
  keyring: Keyring,
  place: { region: string; stream: string; kind: string },
  value: unknown,
): { ref: ContentRef; row: ContentRow } {
  const id = randomUUID();
  const salt = randomBytes(16);
  const text = canonical(value);
  return {
    ref: { id, hash: sha256(salt, text).toString('hex') },
    row: { ...place, id, salt, sealed: keyring.seal(Buffer.from(text), `${place.region}/${id}`) },
  };
}

/** The value of a content row. Throws when it was changed or the key is not the one it was sealed with. */
export function openContent(keyring: Keyring, row: { region: string; id: string; sealed: Buffer }): unknown {
  return JSON.parse(keyring.open(row.sealed, `${row.region}/${row.id}`).toString());
}

/** True when the row still is what the fact was hashed with. */
export function contentHolds(
  keyring: Keyring,
  row: { region: string; id: string; salt: Buffer; sealed: Buffer },
  hash: string,
): boolean {
  const text = keyring.open(row.sealed, `${row.region}/${row.id}`);
  return sha256(row.salt, text).toString('hex') === hash;
}
