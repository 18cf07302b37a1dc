import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  createSecretKey,
  hkdfSync,
  type KeyObject,
  randomBytes,
  timingSafeEqual,
} from 'node:crypto';

/**
 * A way to encrypt so that neither a byte nor the place it stands in can be changed unseen. Keys have 32 bytes, and are key
 * objects: Node takes three times as long over each call where it is given bytes.
 */
export interface Cipher {
  seal(key: KeyObject, plain: Buffer, context: string): Buffer;
  /** Throws when the key, the context or a byte is wrong. */
  open(key: KeyObject, sealed: Buffer, context: string): Buffer;
}

/** AES-256-GCM: nonce(12) ‖ tag(16) ‖ ciphertext; the context is its additional data. */
const aes: Cipher = {
  seal(key, plain, context) {
    const nonce = randomBytes(12);
    const cipher = createCipheriv('aes-256-gcm', key, nonce);
    cipher.setAAD(Buffer.from(context));
    const body = Buffer.concat([cipher.update(plain), cipher.final()]);
    return Buffer.concat([nonce, cipher.getAuthTag(), body]);
  },
  open(key, sealed, context) {
    const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, 12));
    decipher.setAAD(Buffer.from(context));
    decipher.setAuthTag(sealed.subarray(12, 28));
    return Buffer.concat([decipher.update(sealed.subarray(28)), decipher.final()]);
  },
};

/**
 * SM4-CTR (GB/T 32907), then HMAC-SM3 (GB/T 32905) over context and ciphertext, each under a key of its own:
 * iv(16) ‖ tag(32) ‖ ciphertext. Node's OpenSSL offers no SM4-GCM.
 */
const sm4: Cipher = {
  seal(key, plain, context) {
    const { secret, mac } = halves(key);
    const iv = randomBytes(16);
    const cipher = createCipheriv('sm4-ctr', secret, iv);
    const body = Buffer.concat([cipher.update(plain), cipher.final()]);
    return Buffer.concat([iv, tagOf(mac, context, iv, body), body]);
  },
  open(key, sealed, context) {
    const { secret, mac } = halves(key);
    const [iv, tag, body] = [sealed.subarray(0, 16), sealed.subarray(16, 48), sealed.subarray(48)];
    const wanted = tagOf(mac, context, iv, body);
    if (tag.length !== wanted.length || !timingSafeEqual(tag, wanted))
      throw new Error('sealed with another key, for another place, or changed since');
    const decipher = createDecipheriv('sm4-ctr', secret, iv);
    return Buffer.concat([decipher.update(body), decipher.final()]);
  },
};

const halvesOf = new WeakMap<KeyObject, { secret: KeyObject; mac: KeyObject }>();

function halves(key: KeyObject): { secret: KeyObject; mac: KeyObject } {
  const known = halvesOf.get(key);
  if (known) return known;
  const both = Buffer.from(hkdfSync('sm3', key, Buffer.alloc(0), 'huiying sm4', 48));
  const made = { secret: createSecretKey(both.subarray(0, 16)), mac: createSecretKey(both.subarray(16)) };
  halvesOf.set(key, made);
  return made;
}

/** The length of the context goes in as well, so that no byte can move between it and what follows. */
function tagOf(mac: KeyObject, context: string, iv: Buffer, body: Buffer): Buffer {
  const place = Buffer.from(context);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(place.length);
  return createHmac('sm3', mac).update(length).update(place).update(iv).update(body).digest();
}

/** Number of each cipher in the header of what it sealed. Numbers are never used again. */
export const CIPHERS = {
  aes: { number: 1, cipher: aes },
  sm4: { number: 2, cipher: sm4 },
} as const satisfies Record<string, { number: number; cipher: Cipher }>;
export type CipherName = keyof typeof CIPHERS;
export const CIPHER_NAMES: readonly CipherName[] = ['aes', 'sm4'];
