import { describe, expect, it } from 'vitest';
import { findPasskeyPlace, kindsOf, refuseRemoval } from './passkeys.rules.ts';

describe('where passkeys work', () => {
  it.each([
    ['https://city.example', 'city.example', 'https://city.example'],
    ['https://City.Example:443', 'city.example', 'https://city.example'],
    ['https://city.example:8443', 'city.example', 'https://city.example:8443'],
    ['http://localhost:8080', 'localhost', 'http://localhost:8080'],
    ['http://localhost:80', 'localhost', 'http://localhost'],
    ['http://desk.localhost', 'desk.localhost', 'http://desk.localhost'],
    ['https://3com.example', '3com.example', 'https://3com.example'],
  ])('%s', (address, host, origin) => {
    expect(findPasskeyPlace(address)).toEqual({ host, origin });
  });

  it.each([
    'http://127.0.0.1:8080',
    'https://192.0.2.7',
    'https://2130706433',
    'https://0x7f.1',
    'https://192.0.2.0x7',
    'https://[2001:db8::1]:8443',
    'http://city.example',
    'http://notlocalhost',
    'https://city.example/path',
    'https://a@city.example',
    'ftp://city.example',
    '',
  ])('not at %s', (address) => {
    expect(findPasskeyPlace(address)).toBeUndefined();
  });
});

describe('putting one away', () => {
  it('leaves one where a post takes one, of whichever kind', () => {
    expect(refuseRemoval({ code: true, passkeys: 0 }, true)).toBe('factor-demanded');
    expect(refuseRemoval({ code: false, passkeys: 1 }, true)).toBe('factor-demanded');
    expect(refuseRemoval({ code: true, passkeys: 1 }, true)).toBeUndefined();
    expect(refuseRemoval({ code: false, passkeys: 2 }, true)).toBeUndefined();
  });

  it('may leave none where no post takes one', () => {
    expect(refuseRemoval({ code: true, passkeys: 0 }, false)).toBeUndefined();
    expect(refuseRemoval({ code: false, passkeys: 1 }, false)).toBeUndefined();
  });
});

it('kinds stand in the order they are offered', () => {
  expect(kindsOf({ code: true, passkeys: 3 })).toEqual(['code', 'passkey']);
  expect(kindsOf({ code: false, passkeys: 1 })).toEqual(['passkey']);
  expect(kindsOf({ code: false, passkeys: 0 })).toEqual([]);
});
