import { describe, expect, it } from 'vitest';
import { findIssuerFault, isLocal, loginIn } from './sign-on.rules.ts';

describe('an issuer’s address', () => {
  it.each([
    ['https://sso.example.gov', undefined],
    ['https://sso.example.gov:8443/realms/city', undefined],
    ['http://127.0.0.1:9000', undefined],
    ['http://localhost:9000/realms/x', undefined],
    ['http://sso.example.gov', 'issuer-form'],
    ['https://who:secret@sso.example.gov', 'issuer-form'],
    ['https://sso.example.gov/?x=1', 'issuer-form'],
    ['https://sso.example.gov/#x', 'issuer-form'],
    ['http://127.0.0.1.example.gov', 'issuer-form'],
    ['javascript:alert(1)', 'issuer-form'],
    ['sso.example.gov', 'issuer-form'],
  ])('%s', (issuer, fault) => {
    expect(findIssuerFault(issuer)).toBe(fault);
  });

  it('is of this machine only where it says so', () => {
    expect(['http://localhost:1', 'https://localhost:1', 'http://localhost.evil.example'].map(isLocal)).toEqual([
      true,
      false,
      false,
    ]);
  });
});

describe('the user name in what a provider says', () => {
  it.each([
    [{ preferred_username: ' ChenYan ' }, 'chenyan'],
    [{ preferred_username: '' }, undefined],
    [{ preferred_username: 7 }, undefined],
    [{}, undefined],
    [Object.create({ preferred_username: 'chenyan' }), undefined],
  ])('%j', (claims, login) => {
    expect(loginIn(claims, 'preferred_username')).toBe(login);
  });
});
