import { randomBytes } from 'node:crypto';
import { hash, type Options, verify } from '@node-rs/argon2';

/** argon2id (the library's default kind), 19 MiB, two passes: some 30 ms a password on a small machine. */
const COST: Options = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** The PHC string to store. One form of each character, so that a password typed on another keyboard is the same. */
export function hashPassword(password: string): Promise<string> {
  return hash(password.normalize('NFKC'), COST);
}

let hashOfNobody: Promise<string> | undefined;

/**
 * Whether the password is the stored one. Without a stored one it takes as long and says no, so that the time of an
 * answer does not tell which logins exist.
 */
export async function isPassword(password: string, stored: string | undefined): Promise<boolean> {
  hashOfNobody ??= hashPassword(randomBytes(16).toString('hex'));
  const matches = await verify(stored ?? (await hashOfNobody), password.normalize('NFKC'));
  return matches && stored !== undefined;
}
