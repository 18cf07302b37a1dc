import type { Keyring } from '../../../platform/secrets/keyring.ts';

/** The versions of the key that may stand in the table, the newest first: while a rotation is under way all are tried. */
export function versionsOf(keyring: Keyring): readonly [now: number, ...before: number[]] {
  const [now = 1, ...before] = keyring.versions('common');
  return [now, ...before];
}

/** A thing that a person is known by, as it is kept. */
export function hashOf(keyring: Keyring, version: number, text: string): Buffer {
  return keyring.keyedHash(`person ${version}`, text, version);
}
