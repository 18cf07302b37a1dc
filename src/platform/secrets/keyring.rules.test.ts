import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { CIPHER_NAMES } from './cipher.ts';
import { parseKeys } from './key-source.ts';
import { AREAS, headerOf, keyringOf, type Master, type Masters, sealOf } from './keyring.ts';

const master = (cipher: Master['cipher'] = 'aes'): Master => ({ cipher, bytes: randomBytes(32) });
const plain = Buffer.from('家住绿洲花园3栋，电话13900001101');

describe.each(CIPHER_NAMES)('what %s sealed', (cipher) => {
  const masters: Masters = { common: [master(cipher)], sealed: [master(cipher)] };
  const keyring = keyringOf({ masters });

  it.each(AREAS)('opens in its place, in the area %s, and says under which key it lies', (area) => {
    const sealed = keyring.seal(plain, 'content/1', area);
    expect(keyring.open(sealed, 'content/1')).toEqual(plain);
    expect(sealOf(sealed)).toEqual({ area, cipher, version: 1 });
    expect(sealed.subarray(0, 3)).toEqual(headerOf(keyring.current(area)));
    expect(sealed.includes(plain.subarray(0, 6))).toBe(false);
  });

  it('is another text each time', () => {
    expect(keyring.seal(plain, 'a').equals(keyring.seal(plain, 'a'))).toBe(false);
  });

  it('opens nowhere else, under no other key, and with no byte changed', () => {
    const sealed = keyring.seal(plain, 'content/1');
    expect(() => keyring.open(sealed, 'content/2')).toThrow();
    expect(() => keyringOf({ masters: { ...masters, common: [master(cipher)] } }).open(sealed, 'content/1')).toThrow();
    for (let at = 3; at < sealed.length; at++) {
      const changed = Buffer.from(sealed);
      changed[at] = (changed[at] ?? 0) ^ 1;
      expect(() => keyring.open(changed, 'content/1')).toThrow();
    }
    expect(() => keyring.open(sealed.subarray(0, sealed.length - 1), 'content/1')).toThrow();
    expect(() => keyring.open(Buffer.alloc(2), 'content/1')).toThrow('not sealed by a keyring');
  });

  it('of the partition does not open with the common key alone', () => {
    const sealed = keyring.seal(plain, 'content/1', 'sealed');
    const other = keyringOf({ masters: { ...masters, sealed: [master(cipher)] } });
    expect(() => other.open(sealed, 'content/1')).toThrow();
  });
});

describe('a newer key', () => {
  const [first, second] = [master(), master('sm4')];
  const before = keyringOf({ masters: { common: [first], sealed: [first] } });
  let at: Masters = { common: [first], sealed: [first] };
  const running = keyringOf({ masters: at, again: () => at });
  const sealedBefore = before.seal(plain, 'x');

  it('seals from then on, and what the older one sealed still opens', () => {
    const after = keyringOf({ masters: { common: [first, second], sealed: [first] } });
    expect(after.open(sealedBefore, 'x')).toEqual(plain);
    expect(sealOf(after.seal(plain, 'x'))).toEqual({ area: 'common', cipher: 'sm4', version: 2 });
    expect(sealOf(after.seal(plain, 'x', 'sealed')).version).toBe(1);
    expect(after.versions('common')).toEqual([2, 1]);
  });

  it('is looked for when something was sealed with it elsewhere', () => {
    at = { common: [first, second], sealed: [first] };
    const elsewhere = keyringOf({ masters: at }).seal(plain, 'x');
    expect(running.current('common').version).toBe(1);
    expect(running.open(elsewhere, 'x')).toEqual(plain);
    expect(running.current('common').version).toBe(2);
  });

  it('that is nowhere to be found is named', () => {
    const elsewhere = keyringOf({ masters: { common: [first, second, master()], sealed: [first] } }).seal(plain, 'x');
    expect(() => running.open(elsewhere, 'x')).toThrow('key 3 of the area common');
  });

  it('changes neither query codes, nor signatures, nor what a backup is encrypted with', () => {
    const after = keyringOf({ masters: { common: [first, second], sealed: [first] } });
    expect(after.keyedHash('query-code', '1')).toEqual(before.keyedHash('query-code', '1'));
    expect(after.keyedHash('query-code', '1', 2)).not.toEqual(before.keyedHash('query-code', '1'));
    expect(after.seed('log')).toEqual(before.seed('log'));
    expect(after.fileKey('backup', Buffer.alloc(8), 64)).toEqual(before.fileKey('backup', Buffer.alloc(8), 64));
  });

  it('may take the place of any but the first', () => {
    expect(() => keyringOf({ masters: { common: [undefined, second], sealed: [first] } })).toThrow('first key');
    const without = keyringOf({ masters: { common: [first, undefined, second], sealed: [undefined, first] } });
    expect(without.versions('common')).toEqual([3, 1]);
    expect(without.versions('sealed')).toEqual([2]);
  });
});

describe('keys as they are written', () => {
  const hex = 'ab'.repeat(32);

  it('stand a line or a comma apart, with their cipher, and keep their number when one is taken away', () => {
    const bytes = Buffer.from(hex, 'hex');
    expect(parseKeys(`${hex}\n-\n sm4:${hex} \n`, 'F')).toEqual([
      { cipher: 'aes', bytes },
      undefined,
      { cipher: 'sm4', bytes },
    ]);
    expect(parseKeys(`${hex},aes:${hex}`, 'F')).toHaveLength(2);
  });

  it.each(['', hex.slice(1), `des:${hex}`, `${hex} ${hex}`, 'zz'.repeat(32)])(
    '%s is refused, and not repeated',
    (text) => {
      expect(() => parseKeys(text, 'HUIYING_KEY')).toThrow(/HUIYING_KEY/);
      try {
        parseKeys(text, 'HUIYING_KEY');
      } catch (cause) {
        if (text !== '') expect(String(cause)).not.toContain(text);
      }
    },
  );
});
