import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readNote, readVerifierKey, signerOf, writeNote } from './note.ts';

const signer = signerOf(Buffer.alloc(32, 3));
const other = signerOf(Buffer.alloc(32, 4), signer.origin);
const root = Buffer.alloc(32, 9);

describe('a checkpoint', () => {
  it('is a signed note: name, size, root, empty line, signature', () => {
    const lines = writeNote({ origin: signer.origin, size: 12, root }, signer).split('\n');
    expect(lines.slice(0, 4)).toEqual([signer.origin, '12', root.toString('base64'), '']);
    expect(lines[4]).toMatch(new RegExp(`^— ${signer.origin} [A-Za-z0-9+/]+=*$`));
    expect(lines.slice(5)).toEqual(['']);
  });

  it('is read back by whoever has the public key', () => {
    fc.assert(
      fc.property(fc.maxSafeNat(), fc.uint8Array({ minLength: 32, maxLength: 32 }), (size, bytes) => {
        const checkpoint = { origin: signer.origin, size: Math.min(size, 10 ** 15), root: Buffer.from(bytes) };
        expect(readNote(writeNote(checkpoint, signer), signer.verifierKey)).toEqual(checkpoint);
      }),
    );
  });

  it('does not hold once a character is another, or under another key', () => {
    const note = writeNote({ origin: signer.origin, size: 12, root }, signer);
    fc.assert(
      fc.property(fc.nat(note.length - 2), fc.constantFrom('A', '7', '\n', ' '), (at, character) => {
        const changed = note.slice(0, at) + character + note.slice(at + 1);
        if (changed !== note) expect(readNote(changed, signer.verifierKey)).toHaveProperty('wrong');
      }),
      { numRuns: 500 },
    );
    expect(readNote(note, other.verifierKey)).toHaveProperty('wrong');
    expect(readNote(writeNote({ origin: signer.origin, size: 12, root }, other), signer.verifierKey)).toHaveProperty(
      'wrong',
    );
  });

  it('may carry signatures of others, which say nothing to us', () => {
    const note = writeNote({ origin: signer.origin, size: 12, root }, signer);
    const witnessed = `${note}— witness.example/1 ${Buffer.alloc(68, 1).toString('base64')}\n`;
    expect(readNote(witnessed, signer.verifierKey)).toMatchObject({ size: 12 });
  });
});

describe('a verifier key', () => {
  it('is refused where its id is not that of name and key', () => {
    expect(readVerifierKey(signer.verifierKey)?.name).toBe(signer.origin);
    expect(readVerifierKey(signer.verifierKey.replace('huiying', 'another'))).toBeUndefined();
    expect(readVerifierKey('huiying+00000000+AAAA')).toBeUndefined();
  });
});
