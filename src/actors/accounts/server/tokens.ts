import { randomBytes } from 'node:crypto';
import { sha256 } from '../../../platform/secrets/keyring.ts';

/** What a cookie or a bearer holds: 256 random bits, base64url. The database keeps only its hash. */
export function newToken(): string {
  return randomBytes(32).toString('base64url');
}

/** The key of the row that a token opens, or undefined for text that is no token and needs no query. */
export function findTokenId(token: string | undefined): Buffer | undefined {
  return token !== undefined && /^[A-Za-z0-9_-]{43}$/.test(token) ? tokenId(token) : undefined;
}

/** The key of the row for a token just made. */
export function tokenId(token: string): Buffer {
  return sha256(token);
}
