import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';
import type { Keyring } from '../secrets/keyring.ts';
import { byteReader } from './byte-reader.ts';

/*
 * A file of any length, encrypted in chunks, each of which is authenticated before a byte of it is handed on:
 *
 *   head    magic(8) ‖ salt(32) ‖ key check(16) ‖ SHA-256 of these(32)
 *   chunk   length(4, top bit set on the last one) ‖ ciphertext ‖ tag(16)
 *
 * AES-256-GCM under a key of this file alone (HKDF over the master key and the salt), so that numbering the chunks gives
 * nonces that never repeat: last(4) ‖ number(8). The head is authenticated with every chunk. A chunk that is missing,
 * doubled, moved, shortened, from another file or wrongly called the last one therefore does not open.
 */
const MAGIC = Buffer.from('HYSEAL1\n');
const SALT = 32;
const CHECK = 16;
const DIGEST = 32;
/** Bytes before the first chunk: enough to tell whether a key is the right one. */
export const HEAD_BYTES: number = MAGIC.length + SALT + CHECK + DIGEST;
const KEY = 32;
const TAG = 16;
const LAST = 0x8000_0000;

/** Plain bytes in a chunk; the last one may hold fewer. Also the most that a reader keeps in memory of one. */
export const CHUNK_BYTES = 262_144;

export type SealedFileFault =
  /** No sealed file at all, or one of a later format. */
  | 'foreign'
  /** Sealed under another key; or, seldom, a damaged key check whose digest was damaged to fit. */
  | 'wrong-key'
  | 'damaged'
  /** Ends before its last chunk. */
  | 'truncated';

/** Why a sealed file does not open, and the byte from which on. */
export class SealedFileError extends Error {
  override readonly name = 'SealedFileError';
  readonly fault: SealedFileFault;
  readonly at: number;

  constructor(fault: SealedFileFault, at: number) {
    super(`sealed file ${fault} at byte ${at}`);
    this.fault = fault;
    this.at = at;
  }
}

/** What the keys of a sealed file are derived from, and for what purpose: files of two purposes do not open each other. */
export interface SealMeans {
  readonly keyring: Pick<Keyring, 'fileKey'>;
  readonly purpose: string;
}

/** The plain bytes as a sealed file, piece by piece. */
export async function* seal(
  plain: AsyncIterable<Buffer>,
  means: SealMeans,
  chunkBytes: number = CHUNK_BYTES,
): AsyncGenerator<Buffer> {
  const salt = randomBytes(SALT);
  const { key, check } = keysFor(means, salt);
  const named = Buffer.concat([MAGIC, salt, check]);
  const head = Buffer.concat([named, digestOf(named)]);
  yield head;
  const reader = byteReader(plain);
  for (let number = 0, last = false; !last; number += 1) {
    const chunk = await reader.take(chunkBytes);
    last = await reader.atEnd();
    const cipher = createCipheriv('aes-256-gcm', key, nonceOf(number, last));
    cipher.setAAD(head);
    const body = Buffer.concat([cipher.update(chunk), cipher.final()]);
    const length = Buffer.alloc(4);
    length.writeUInt32BE((last ? LAST : 0) + body.length);
    yield Buffer.concat([length, body, cipher.getAuthTag()]);
  }
}

/**
 * The plain bytes of a sealed file, each chunk only after it was found whole and in its place.
 * @throws SealedFileError
 */
export async function* unseal(sealed: AsyncIterable<Buffer>, means: SealMeans): AsyncGenerator<Buffer> {
  const reader = byteReader(sealed);
  const head = await reader.take(HEAD_BYTES);
  const key = openHead(head, means);
  let at = HEAD_BYTES;
  for (let number = 0, last = false; !last; number += 1) {
    const start = await reader.take(4);
    if (start.length < 4) throw new SealedFileError('truncated', at);
    const word = start.readUInt32BE();
    last = word >= LAST;
    const length = last ? word - LAST : word;
    if (length > CHUNK_BYTES) throw new SealedFileError('damaged', at);
    const body = await reader.take(length + TAG);
    if (body.length < length + TAG) throw new SealedFileError('truncated', at);
    const decipher = createDecipheriv('aes-256-gcm', key, nonceOf(number, last));
    decipher.setAAD(head);
    decipher.setAuthTag(body.subarray(length));
    yield opened(() => Buffer.concat([decipher.update(body.subarray(0, length)), decipher.final()]), at);
    at += 4 + length + TAG;
  }
  if (!(await reader.atEnd())) throw new SealedFileError('damaged', at);
}

/**
 * The key of a file by its first `HEAD_BYTES`.
 * @throws SealedFileError unless it is a sealed file, whole so far, and sealed under this master key.
 */
export function openHead(head: Buffer, means: SealMeans): Buffer {
  if (!head.subarray(0, MAGIC.length).equals(MAGIC)) throw new SealedFileError('foreign', 0);
  if (head.length < HEAD_BYTES) throw new SealedFileError('truncated', head.length);
  const named = head.subarray(0, HEAD_BYTES - DIGEST);
  if (!digestOf(named).equals(head.subarray(HEAD_BYTES - DIGEST))) throw new SealedFileError('damaged', 0);
  const { key, check } = keysFor(means, named.subarray(MAGIC.length, MAGIC.length + SALT));
  if (!check.equals(named.subarray(MAGIC.length + SALT))) throw new SealedFileError('wrong-key', 0);
  return key;
}

/** The key check tells which key it was without telling the key: another part of the same derivation. */
function keysFor({ keyring, purpose }: SealMeans, salt: Buffer): { key: Buffer; check: Buffer } {
  const derived = keyring.fileKey(purpose, salt, KEY + CHECK);
  return { key: derived.subarray(0, KEY), check: derived.subarray(KEY) };
}

function nonceOf(number: number, last: boolean): Buffer {
  const nonce = Buffer.alloc(12);
  nonce.writeUInt32BE(last ? 1 : 0);
  nonce.writeBigUInt64BE(BigInt(number), 4);
  return nonce;
}

function digestOf(bytes: Buffer): Buffer {
  return createHash('sha256').update(bytes).digest();
}

function opened(open: () => Buffer, at: number): Buffer {
  try {
    return open();
  } catch {
    throw new SealedFileError('damaged', at);
  }
}
