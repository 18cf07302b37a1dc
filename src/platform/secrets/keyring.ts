import { createHash, createHmac, createSecretKey, hkdfSync, type KeyObject } from 'node:crypto';
import { CIPHER_NAMES, CIPHERS, type CipherName } from './cipher.ts';

/**
 * Two areas, each with master keys of its own: `sealed` is the partition of reports about wrongdoing (条例 30), `common`
 * all the rest.
 */
export const AREAS = ['common', 'sealed'] as const;
export type Area = (typeof AREAS)[number];

/** Which key and cipher sealed something. */
export interface Seal {
  readonly area: Area;
  readonly cipher: CipherName;
  /** From 1. */
  readonly version: number;
}

/** Seals and opens personal data and free text, and makes keyed hashes. Keys never stand in the database. */
export interface Keyring {
  /** header(3) ‖ what the cipher makes. `context` is bound in: a row cannot be moved to another place. */
  seal(plain: Buffer, context: string, area?: Area): Buffer;
  /** Throws when the key, the context or a byte is wrong, or the key is not among those at hand. */
  open(sealed: Buffer, context: string): Buffer;
  /** What new things of an area are sealed with. */
  current(area: Area): Seal;
  /** Versions of an area whose keys are at hand, the newest first. */
  versions(area: Area): readonly number[];
  /** What tells a key from another and says nothing about it. */
  fingerprint(area: Area, version: number): string;
  /** Keyed hash (HMAC-SHA-256; HMAC-SM3 of a key for SM4) for one purpose: query codes, phones, names, cookies. */
  keyedHash(purpose: string, text: string, version?: number): Buffer;
  /** 32 secret bytes for one purpose, such as a signing key; always the same ones. */
  seed(purpose: string): Buffer;
  /** `length` bytes for one file of this purpose, from the first key and the file's own salt (HKDF-SHA-256). */
  fileKey(purpose: string, salt: Buffer, length: number): Buffer;
  /** Reads the keys again, where they come from: true when a newer one is there. */
  reload(): boolean;
}

/** A master key: 32 bytes, and the cipher they are for. */
export interface Master {
  readonly cipher: CipherName;
  readonly bytes: Buffer;
}

/** Master keys by area, the first of version 1; a key that was taken away is undefined. The last one seals. */
export type Masters = Readonly<Record<Area, readonly (Master | undefined)[]>>;

export interface KeyringMeans {
  readonly masters: Masters;
  /** Where the keys come from, to be read again when something was sealed with a newer one. */
  readonly again?: () => Masters;
}

const HEADER = 3;
const SEALED_BIT = 0x10;

/** A keyring over master keys; each use has its own derived key (HKDF-SHA-256). */
export function keyringOf(given: Buffer | KeyringMeans): Keyring {
  const means = Buffer.isBuffer(given) ? { masters: mastersOf(given) } : given;
  let masters = checked(means.masters);
  const derived = new Map<string, KeyObject>();
  const contentKeys = new Map<string, KeyObject>();

  const masterOf = (area: Area, version: number): Master => {
    const found = masters[area][version - 1];
    if (found) return found;
    throw new Error(`key ${version} of the area ${area} is not among the keys at hand: see docs/operating/keys.md`);
  };
  const contentKey = (area: Area, version: number): KeyObject => {
    const name = `${area} ${version}`;
    const known = contentKeys.get(name);
    if (known) return known;
    const key = createSecretKey(derive(masterOf(area, version).bytes, 'content'));
    contentKeys.set(name, key);
    return key;
  };
  const hashKey = (purpose: string, version: number): KeyObject => {
    const name = `${purpose} ${version}`;
    const known = derived.get(name);
    if (known) return known;
    const key = createSecretKey(derive(masterOf('common', version).bytes, `hash ${purpose}`));
    derived.set(name, key);
    return key;
  };
  const reload = (): boolean => {
    if (!means.again) return false;
    const read = checked(means.again());
    const newer = AREAS.some((area) => read[area].length > masters[area].length);
    masters = read;
    return newer;
  };
  const current = (area: Area): Seal => {
    const version = masters[area].length;
    return { area, version, cipher: masterOf(area, version).cipher };
  };
  return {
    reload,
    current,
    versions: (area) => masters[area].flatMap((master, at) => (master ? [at + 1] : [])).reverse(),
    seal(plain, context, area = 'common') {
      const by = current(area);
      const made = CIPHERS[by.cipher].cipher.seal(contentKey(area, by.version), plain, context);
      return Buffer.concat([headerOf(by), made]);
    },
    open(sealed, context) {
      const { area, cipher: by, version } = sealOf(sealed);
      /* Sealed by another process, after the keys were changed. */
      if (version > masters[area].length) reload();
      return CIPHERS[by].cipher.open(contentKey(area, version), sealed.subarray(HEADER), context);
    },
    keyedHash(purpose, text, version = 1) {
      if (version > masters.common.length) reload();
      const digest = masterOf('common', version).cipher === 'sm4' ? 'sm3' : 'sha256';
      return createHmac(digest, hashKey(purpose, version)).update(text).digest();
    },
    fingerprint: (area, version) => derive(masterOf(area, version).bytes, 'fingerprint').toString('hex').slice(0, 16),
    seed: (purpose) => derive(masterOf('common', 1).bytes, `seed ${purpose}`),
    fileKey: (purpose, salt, length) =>
      Buffer.from(hkdfSync('sha256', masterOf('common', 1).bytes, salt, `huiying file ${purpose}`, length)),
  };
}

/** The key of the partition where it was given none of its own. */
export function partitionOf({ cipher, bytes }: Master): Master {
  return { cipher, bytes: derive(bytes, 'sealed area') };
}

/** Both areas over one key: for tests and tools that keep nothing. */
function mastersOf(master: Buffer): Masters {
  return { common: [{ cipher: 'aes', bytes: master }], sealed: [partitionOf({ cipher: 'aes', bytes: master })] };
}

function checked(masters: Masters): Masters {
  for (const area of AREAS) {
    const keys = masters[area];
    if (keys.at(-1) === undefined) throw new Error(`the area ${area} has no key`);
    if (keys.some((key) => key !== undefined && key.bytes.length !== 32))
      throw new Error('a master key must have 32 bytes');
  }
  if (masters.common[0] === undefined) throw new Error('the first key of the area common must never be taken away');
  return masters;
}

function derive(master: Buffer, use: string): Buffer {
  return Buffer.from(hkdfSync('sha256', master, Buffer.alloc(0), `huiying ${use}`, 32));
}

/** The first bytes of whatever this seals; rows under another header are those that a rotation still has to do. */
export function headerOf({ area, cipher, version }: Seal): Buffer {
  return Buffer.from([CIPHERS[cipher].number | (area === 'sealed' ? SEALED_BIT : 0), version >> 8, version & 0xff]);
}

/** Which key and cipher sealed this. @throws when it was not sealed by a keyring. */
export function sealOf(sealed: Buffer): Seal {
  const [first = 0, high = 0, low = 0] = sealed;
  const area: Area = (first & SEALED_BIT) === 0 ? 'common' : 'sealed';
  const cipher = CIPHER_NAMES.find((name) => CIPHERS[name].number === (first & ~SEALED_BIT));
  const version = high * 256 + low;
  if (cipher === undefined || version === 0 || sealed.length < HEADER)
    throw new Error('this is not sealed by a keyring');
  return { area, cipher, version };
}

export function sha256(...parts: readonly (Buffer | string)[]): Buffer {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest();
}
