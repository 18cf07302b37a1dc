import { createPrivateKey, createPublicKey, type KeyObject, sign, verify } from 'node:crypto';
import { sha256 } from '../../platform/secrets/keyring.ts';

/** The state of the log at one size: all its entries are fixed by `root` (C2SP tlog-checkpoint). */
export interface Checkpoint {
  /** The log's name, unique to it. */
  readonly origin: string;
  readonly size: number;
  readonly root: Buffer;
}

/** Whoever signs the checkpoints of one log: Ed25519, named as its origin. */
export interface Signer {
  readonly origin: string;
  /** `name+id+key`, as C2SP signed-note writes a verifier key. Public. */
  readonly verifierKey: string;
  sign(text: string): Buffer;
}

/** Ed25519 in signed-note (the byte before the key). */
const ALGORITHM = 1;
const PKCS8 = Buffer.from('302e020100300506032b657004220420', 'hex');
const SPKI = Buffer.from('302a300506032b6570032100', 'hex');

/** A signer from 32 secret bytes; without a name it is called after its key. */
export function signerOf(seed: Buffer, origin?: string): Signer {
  const secret = createPrivateKey({ key: Buffer.concat([PKCS8, seed]), format: 'der', type: 'pkcs8' });
  const key = createPublicKey(secret).export({ format: 'der', type: 'spki' }).subarray(SPKI.length);
  const name = origin ?? `huiying/${sha256(key).toString('hex').slice(0, 16)}`;
  const id = keyId(name, key).toString('hex');
  return {
    origin: name,
    verifierKey: `${name}+${id}+${Buffer.concat([Buffer.of(ALGORITHM), key]).toString('base64')}`,
    sign: (text) => sign(null, Buffer.from(text), secret),
  };
}

function keyId(name: string, key: Buffer): Buffer {
  return sha256(name, '\n', Buffer.of(ALGORITHM), key).subarray(0, 4);
}

interface Verifier {
  readonly name: string;
  readonly id: Buffer;
  readonly key: KeyObject;
}

/** Reads a verifier key; undefined where it is not one, or its id is not that of its name and key. */
export function readVerifierKey(text: string): Verifier | undefined {
  const [, name = '', id = '', encoded = ''] = /^([^+\s]+)\+([0-9a-f]{8})\+([A-Za-z0-9+/=]+)$/.exec(text.trim()) ?? [];
  const bytes = Buffer.from(encoded, 'base64');
  if (bytes.length !== 33 || bytes[0] !== ALGORITHM) return undefined;
  const raw = bytes.subarray(1);
  if (keyId(name, raw).toString('hex') !== id) return undefined;
  return {
    name,
    id: Buffer.from(id, 'hex'),
    key: createPublicKey({ key: Buffer.concat([SPKI, raw]), format: 'der', type: 'spki' }),
  };
}

/** The checkpoint as a signed note: origin, size, root, an empty line, the signature. */
export function writeNote({ origin, size, root }: Checkpoint, signer: Signer): string {
  const text = `${origin}\n${size}\n${root.toString('base64')}\n`;
  const { id } = readVerifierKey(signer.verifierKey) ?? {};
  if (id === undefined) throw new Error('the signer has no key of its own');
  return `${text}\n— ${signer.origin} ${Buffer.concat([id, signer.sign(text)]).toString('base64')}\n`;
}

/** Reads a note and checks its signature; says what is wrong with it otherwise. */
export function readNote(note: string, verifierKey: string): Checkpoint | { readonly wrong: string } {
  const end = note.indexOf('\n\n');
  if (end < 0) return { wrong: 'it has no signature' };
  const text = note.slice(0, end + 1);
  const [origin = '', size = '', root = ''] = text.split('\n');
  const by = readVerifierKey(verifierKey);
  if (by === undefined) return { wrong: 'the verifier key cannot be read' };
  if (origin !== by.name) return { wrong: `it is of the log ${origin}, not of ${by.name}` };
  if (!/^(0|[1-9]\d{0,15})$/.test(size)) return { wrong: 'its size is not a number' };
  const hash = Buffer.from(root, 'base64');
  if (hash.length !== 32 || hash.toString('base64') !== root) return { wrong: 'its root is not a hash' };
  const signed = note
    .slice(end + 2)
    .split('\n')
    .some((line) => isSigned(line, text, by));
  return signed ? { origin, size: Number(size), root: hash } : { wrong: 'its signature is not that of the log' };
}

function isSigned(line: string, text: string, { name, id, key }: Verifier): boolean {
  const [, signer, encoded = ''] = /^— (\S+) ([A-Za-z0-9+/=]+)$/.exec(line) ?? [];
  const bytes = Buffer.from(encoded, 'base64');
  if (
    signer !== name ||
    bytes.length !== 68 ||
    bytes.toString('base64') !== encoded ||
    !bytes.subarray(0, 4).equals(id)
  )
    return false;
  return verify(null, Buffer.from(text), key, bytes.subarray(4));
}
