import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  CHUNK_BYTES,
  HEAD_BYTES,
  SealedFileError,
  type SealMeans,
  seal,
  unseal,
} from '../../src/platform/sealed-file/sealed-file.ts';
import { keyringOf } from '../../src/platform/secrets/keyring.ts';

const means: SealMeans = { keyring: keyringOf(Buffer.alloc(32, 7)), purpose: 'test' };
const CHUNK = 16;
/** length(4) ‖ ciphertext ‖ tag(16) */
const FRAME = 4 + CHUNK + 16;

/** The same bytes in pieces of these sizes, over and over. */
async function* inPieces(bytes: Buffer, sizes: readonly number[]): AsyncGenerator<Buffer> {
  for (let at = 0, turn = 0; at < bytes.length; turn += 1) {
    const size = sizes[turn % sizes.length] ?? 1;
    yield bytes.subarray(at, at + size);
    at += size;
  }
}

async function gather(pieces: AsyncIterable<Buffer>): Promise<Buffer> {
  const held: Buffer[] = [];
  for await (const piece of pieces) held.push(piece);
  return Buffer.concat(held);
}

async function sealed(plain: Buffer, sizes: readonly number[] = [1_000], chunk = CHUNK): Promise<Buffer> {
  return gather(seal(inPieces(plain, sizes), means, chunk));
}

/** What came out before anything was found wrong, and what was. */
async function attempt(file: Buffer, using: SealMeans = means) {
  const held: Buffer[] = [];
  try {
    for await (const piece of unseal(inPieces(file, [50]), using)) held.push(piece);
  } catch (cause) {
    if (!(cause instanceof SealedFileError)) throw cause;
    return { fault: cause.fault, at: cause.at, plain: Buffer.concat(held) };
  }
  return { fault: 'none', at: 0, plain: Buffer.concat(held) };
}

const bytes = fc.uint8Array({ maxLength: 200 }).map((array) => Buffer.from(array));
const sizes = fc.array(fc.integer({ min: 1, max: 70 }), { minLength: 1, maxLength: 5 });

describe('a sealed file', () => {
  it('opens to what was put in, however either side is cut into pieces', async () => {
    await fc.assert(
      fc.asyncProperty(bytes, sizes, sizes, fc.integer({ min: 1, max: 64 }), async (plain, given, read, chunk) => {
        const file = await sealed(plain, given, chunk);
        expect((await gather(unseal(inPieces(file, read), means))).equals(plain)).toBe(true);
      }),
    );
  });

  it('with any one bit changed does not open, and hands on nothing that was not written', async () => {
    await fc.assert(
      fc.asyncProperty(bytes, fc.nat(), fc.nat(7), async (plain, where, bit) => {
        const file = await sealed(plain);
        const at = where % file.length;
        file.writeUInt8(file.readUInt8(at) ^ (1 << bit), at);
        const { fault, plain: out } = await attempt(file);
        expect(fault).not.toBe('none');
        expect(plain.subarray(0, out.length).equals(out)).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  it('cut off anywhere, also between two chunks, is found to be', async () => {
    const plain = randomBytes(5 * CHUNK);
    const file = await sealed(plain);
    for (let length = 0; length < file.length; length += 1) {
      const { fault } = await attempt(file.subarray(0, length));
      expect([length, fault]).toEqual([length, length < 8 ? 'foreign' : 'truncated']);
    }
  });

  it('with chunks exchanged, doubled, left out, or followed by something does not open', async () => {
    const count = 6;
    const plain = randomBytes(count * CHUNK);
    const file = await sealed(plain);
    expect(file.length).toBe(HEAD_BYTES + count * FRAME);
    const head = file.subarray(0, HEAD_BYTES);
    const frames = Array.from({ length: count }, (_, n) =>
      file.subarray(HEAD_BYTES + n * FRAME, HEAD_BYTES + (n + 1) * FRAME),
    );
    const order = fc.array(fc.nat(count - 1), { maxLength: count + 2 });
    const rightOrder = JSON.stringify(frames.map((_, n) => n));
    await fc.assert(
      fc.asyncProperty(order, async (numbers) => {
        fc.pre(JSON.stringify(numbers) !== rightOrder);
        const { fault } = await attempt(Buffer.concat([head, ...numbers.map((n) => frames[n] ?? Buffer.alloc(0))]));
        expect(['damaged', 'truncated']).toContain(fault);
      }),
      { numRuns: 500 },
    );
    expect((await attempt(Buffer.concat([head, ...frames]))).fault).toBe('none');
    expect((await attempt(Buffer.concat([file, Buffer.from('!')]))).fault).toBe('damaged');
  });

  it('takes no chunk of another file under the same key', async () => {
    const [one, other] = [await sealed(randomBytes(3 * CHUNK)), await sealed(randomBytes(3 * CHUNK))];
    const mixed = Buffer.concat([one.subarray(0, HEAD_BYTES + FRAME), other.subarray(HEAD_BYTES + FRAME)]);
    expect(await attempt(mixed)).toMatchObject({ fault: 'damaged', at: HEAD_BYTES + FRAME });
  });

  it('says of another key, or another purpose, that it is the wrong one', async () => {
    const file = await sealed(randomBytes(40));
    const stranger = { ...means, keyring: keyringOf(Buffer.alloc(32, 8)) };
    expect(await attempt(file, stranger)).toMatchObject({ fault: 'wrong-key' });
    expect(await attempt(file, { ...means, purpose: 'other' })).toMatchObject({ fault: 'wrong-key' });
  });

  it('shows neither its plain bytes nor twice the same', async () => {
    const plain = Buffer.from('周桂兰 13900001101'.repeat(20));
    const [one, two] = [await sealed(plain), await sealed(plain)];
    expect(one.includes('13900001101')).toBe(false);
    expect(one.equals(two)).toBe(false);
  });

  it('that asks for a chunk larger than any is not waited for', async () => {
    const file = await sealed(randomBytes(40));
    file.writeUInt32BE(CHUNK_BYTES + 1, HEAD_BYTES);
    expect(await attempt(file)).toMatchObject({ fault: 'damaged', at: HEAD_BYTES });
  });
});
