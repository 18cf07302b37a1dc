import {
  createCipheriv,
  createDecipheriv,
  createHash,
  createHmac,
  createSecretKey,
  hkdfSync,
  type KeyObject,
  randomBytes,
} from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Seals and opens with AES-256-GCM, and makes keyed hashes. Keys never stand in the database. */
export interface Keyring {
  /** nonce(12) ‖ tag(16) ‖ ciphertext. `context` is bound in: a row cannot be moved to another place. */
  seal(plain: Buffer, context: string): Buffer;
  /** Throws when the key, the context or a byte is wrong. */
  open(sealed: Buffer, context: string): Buffer;
  /** HMAC-SHA-256 under a key of this purpose: for query codes, phones, names, cookies. */
  keyedHash(purpose: string, text: string): Buffer;
  /** 32 secret bytes for one purpose, such as a signing key; always the same ones. */
  seed(purpose: string): Buffer;
  /** `length` bytes for one file of this purpose, from the master key and the file's own salt (HKDF-SHA-256). */
  fileKey(purpose: string, salt: Buffer, length: number): Buffer;
}

/** A keyring over one 32-byte master key; each use has its own derived key (HKDF-SHA-256). */
export function keyringOf(master: Buffer): Keyring {
  if (master.length !== 32) throw new Error('the master key must have 32 bytes');
  const derived = new Map<string, KeyObject>();
  const keyFor = (purpose: string): KeyObject => {
    const known = derived.get(purpose);
    if (known) return known;
    const key = createSecretKey(Buffer.from(hkdfSync('sha256', master, Buffer.alloc(0), `huiying ${purpose}`, 32)));
    derived.set(purpose, key);
    return key;
  };
  return {
    seal(plain, context) {
      const nonce = randomBytes(12);
      const cipher = createCipheriv('aes-256-gcm', keyFor('content'), nonce);
      cipher.setAAD(Buffer.from(context));
      const body = Buffer.concat([cipher.update(plain), cipher.final()]);
      return Buffer.concat([nonce, cipher.getAuthTag(), body]);
    },
    open(sealed, context) {
      const cipher = createDecipheriv('aes-256-gcm', keyFor('content'), sealed.subarray(0, 12));
      cipher.setAAD(Buffer.from(context));
      cipher.setAuthTag(sealed.subarray(12, 28));
      return Buffer.concat([cipher.update(sealed.subarray(28)), cipher.final()]);
    },
    keyedHash: (purpose, text) =>
      createHmac('sha256', keyFor(`hash ${purpose}`))
        .update(text)
        .digest(),
    seed: (purpose) => Buffer.from(hkdfSync('sha256', master, Buffer.alloc(0), `huiying seed ${purpose}`, 32)),
    fileKey: (purpose, salt, length) =>
      Buffer.from(hkdfSync('sha256', master, salt, `huiying file ${purpose}`, length)),
  };
}

/**
 * The master key of an installation: HUIYING_KEY (64 hex digits), or `keys/master.key` in the data directory, made on
 * the first start and readable by its owner only. Losing it loses every content row: docs/operating says how to keep it.
 */
export function openKeyring(dataDir: string, fromEnvironment: string | undefined): Keyring {
  const known = findKeyring(dataDir, fromEnvironment);
  if (known) return known;
  const path = masterKeyPath(dataDir);
  if (!existsSync(path)) {
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
    try {
      writeFileSync(path, `${randomBytes(32).toString('hex')}\n`, { mode: 0o600, flag: 'wx' });
    } catch (cause) {
      /* Another command made it in the same moment. */
      if (!existsSync(path)) throw cause;
    }
    chmodSync(path, 0o600);
  }
  return keyringOf(Buffer.from(readFileSync(path, 'utf8').trim(), 'hex'));
}

/** The keyring of an installation that has its key already; makes none. */
export function findKeyring(dataDir: string, fromEnvironment: string | undefined): Keyring | undefined {
  if (fromEnvironment !== undefined && fromEnvironment !== '') {
    if (!/^[0-9a-f]{64}$/i.test(fromEnvironment))
      throw new Error('HUIYING_KEY must be 64 hexadecimal digits (32 bytes)');
    return keyringOf(Buffer.from(fromEnvironment, 'hex'));
  }
  const path = masterKeyPath(dataDir);
  return existsSync(path) ? keyringOf(Buffer.from(readFileSync(path, 'utf8').trim(), 'hex')) : undefined;
}

/** Where the master key stands that is not given by HUIYING_KEY. */
export function masterKeyPath(dataDir: string): string {
  return join(dataDir, 'keys', 'master.key');
}

export function sha256(...parts: readonly (Buffer | string)[]): Buffer {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest();
}
