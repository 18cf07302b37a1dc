import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto';

/** What the server asks a device, as far as the device reads it. */
interface Asked {
  readonly challenge: string;
  readonly host: string;
}

/** What a device may get wrong, or a thief may try. */
interface Twist {
  readonly origin?: string;
  readonly host?: string;
  readonly challenge?: string;
  readonly counter?: number;
  readonly present?: boolean;
}

/** A device that holds one passkey, in software: what a browser and a security key do together. */
export interface PasskeyDevice {
  readonly id: string;
  create(asked: Asked, twist?: Twist): { id: string; clientDataJSON: string; attestationObject: string };
  get(
    asked: Asked,
    twist?: Twist,
  ): { id: string; clientDataJSON: string; authenticatorData: string; signature: string };
}

const PRESENT = 0x01;
const VERIFIED = 0x04;
const HAS_CREDENTIAL = 0x40;

export function passkeyDevice({ origin = 'http://localhost', counts = true } = {}): PasskeyDevice {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const { x = '', y = '' } = publicKey.export({ format: 'jwk' });
  const id = randomBytes(16);
  let used = 0;

  const clientData = (type: string, asked: Asked, twist: Twist): Buffer =>
    Buffer.from(
      JSON.stringify({
        type,
        challenge: twist.challenge ?? asked.challenge,
        origin: twist.origin ?? origin,
        crossOrigin: false,
      }),
    );

  const authData = (flags: number, asked: Asked, twist: Twist): Buffer => {
    used += counts ? 1 : 0;
    const count = Buffer.alloc(4);
    count.writeUInt32BE(twist.counter ?? used);
    const seen = twist.present === false ? 0 : PRESENT | VERIFIED;
    return Buffer.concat([sha256(Buffer.from(twist.host ?? asked.host)), Buffer.from([flags | seen]), count]);
  };

  return {
    id: id.toString('base64url'),
    create: (asked, twist = {}) => {
      const key = cborMap([
        [cborInt(1), cborInt(2)],
        [cborInt(3), cborInt(-7)],
        [cborInt(-1), cborInt(1)],
        [cborInt(-2), cborBytes(Buffer.from(x, 'base64url'))],
        [cborInt(-3), cborBytes(Buffer.from(y, 'base64url'))],
      ]);
      const made = [Buffer.alloc(16), Buffer.from([0, id.length]), id, key];
      const attestation = cborMap([
        [cborText('fmt'), cborText('none')],
        [cborText('attStmt'), cborMap([])],
        [cborText('authData'), cborBytes(Buffer.concat([authData(HAS_CREDENTIAL, asked, twist), ...made]))],
      ]);
      return {
        id: id.toString('base64url'),
        clientDataJSON: clientData('webauthn.create', asked, twist).toString('base64url'),
        attestationObject: attestation.toString('base64url'),
      };
    },
    get: (asked, twist = {}) => {
      const client = clientData('webauthn.get', asked, twist);
      const data = authData(0, asked, twist);
      return {
        id: id.toString('base64url'),
        clientDataJSON: client.toString('base64url'),
        authenticatorData: data.toString('base64url'),
        signature: sign('sha256', Buffer.concat([data, sha256(client)]), privateKey).toString('base64url'),
      };
    },
  };
}

const sha256 = (bytes: Buffer): Buffer => createHash('sha256').update(bytes).digest();

/* As much of CBOR (RFC 8949) as an attestation takes. */

function cborHead(major: number, size: number): Buffer {
  if (size < 24) return Buffer.from([(major << 5) | size]);
  if (size < 256) return Buffer.from([(major << 5) | 24, size]);
  return Buffer.from([(major << 5) | 25, size >> 8, size & 255]);
}

const cborInt = (value: number): Buffer => (value < 0 ? cborHead(1, -1 - value) : cborHead(0, value));
const cborBytes = (bytes: Buffer): Buffer => Buffer.concat([cborHead(2, bytes.length), bytes]);
const cborText = (text: string): Buffer => Buffer.concat([cborHead(3, Buffer.byteLength(text)), Buffer.from(text)]);
const cborMap = (entries: readonly (readonly [Buffer, Buffer])[]): Buffer =>
  Buffer.concat([cborHead(5, entries.length), ...entries.flat()]);
