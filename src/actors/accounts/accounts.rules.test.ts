import { describe, expect, it } from 'vitest';
import { findPasswordFault, placeOf, waitSeconds } from './accounts.rules.ts';

describe('a new password', () => {
  it.each([
    ['nine chars', 'k7#mQ2!xz', 'password-too-short'],
    ['nine characters outside the basic plane', '𠮷'.repeat(9), 'password-too-short'],
    ['too long', 'ab3!'.repeat(40), 'password-too-long'],
    ['the login within', 'my-ChenYan-2026', 'password-holds-login'],
    ['a common word and a year', 'Password2026', 'password-common'],
    ['the same, disguised', '!!P@ssw0rd2026', 'password-common'],
    ['in full-width letters', 'Ｐａｓｓｗｏｒｄ２０２６', 'password-common'],
    ['the system and a year', 'Huiying@2026', 'password-common'],
    ['digits only', '13977012345', 'password-common'],
    ['a run', 'qwertyuiop', 'password-common'],
    ['a run backwards', '9876543210', 'password-common'],
    ['one character', 'aaaaaaaaaaaa', 'password-common'],
    ['a short piece over and over', 'ab1ab1ab1ab1!', 'password-common'],
  ])('is refused: %s', (_why, password, code) => {
    expect(findPasswordFault(password, 'chenyan')).toBe(code);
  });

  it.each(['江边的榕树三百岁了呢', 'correct horse battery', 'k7#mQ2!xzP', '二〇二六年春天种下的树'])(
    'is accepted: %s',
    (password) => {
      expect(findPasswordFault(password, 'chenyan')).toBeUndefined();
    },
  );
});

describe('the wait after wrong passwords', () => {
  it('is none for four, then doubles, and never exceeds a minute', () => {
    expect([0, 1, 4, 5, 6, 7, 10, 11, 12, 5000].map(waitSeconds)).toEqual([0, 0, 0, 1, 2, 4, 32, 60, 60, 60]);
  });
});

describe('the place of a sign-in', () => {
  it.each([
    ['203.0.113.7', '203.0.113.7'],
    ['::ffff:203.0.113.7', '203.0.113.7'],
    ['2001:db8:0:12:aaaa::1', '2001:db8:0:12'],
    ['2001:0DB8::1', '2001:db8:0:0'],
    ['2001:db8:0:12:ffff:1:2:3', '2001:db8:0:12'],
    ['fe80::1%eth0', 'fe80:0:0:0'],
    ['::1', '0:0:0:0'],
  ])('%s is %s', (address, place) => {
    expect(placeOf(address)).toBe(place);
  });
});
