import { describe, expect, it } from 'vitest';
import { bodies } from '../../../test/world/people.ts';
import { ROLES } from '../../domain/vocabulary.ts';
import { findPasswordFault } from './accounts.rules.ts';
import { isLogin, mayAdminister, needsSecond, refuseRoles, sayFirstPassword } from './posts.rules.ts';

describe('posts', () => {
  it('that administer stand alone: one person never holds two of the three, nor one and a case', () => {
    for (const one of ROLES)
      for (const other of ROLES) {
        const administers = [one, other].some((role) => ['admin', 'security', 'auditor'].includes(role));
        const wanted = one !== other && administers ? 'roles-apart' : undefined;
        expect([one, other, refuseRoles(one === other ? [one] : [one, other])]).toEqual([one, other, wanted]);
      }
    expect(refuseRoles([])).toBe('no-role');
  });

  it('that administer are given by two; those that work with cases by one, and any is taken away by one', () => {
    expect(needsSecond(['clerk'], ['clerk', 'head'])).toBe(false);
    expect(needsSecond(['admin'], ['clerk'])).toBe(false);
    expect(needsSecond(['admin'], ['admin'])).toBe(false);
    for (const role of ['admin', 'security', 'auditor'] as const) expect(needsSecond(['clerk'], [role])).toBe(true);
  });

  it('are given within the administrator’s own place', () => {
    expect(mayAdminister(bodies, 'city-petition', 'd01-housing')).toBe(true);
    expect(mayAdminister(bodies, 'd01-petition', 'd01-housing')).toBe(true);
    expect(mayAdminister(bodies, 'd01-petition', 'd02-housing')).toBe(false);
    expect(mayAdminister(bodies, 'd01-petition', 'city-petition')).toBe(false);
    expect(mayAdminister(bodies, 'city-petition', 'nowhere')).toBe(false);
  });
});

describe('a first password', () => {
  it('passes the rules for passwords and has no letter that is taken for another', () => {
    for (let seed = 0; seed < 200; seed++) {
      const said = sayFirstPassword(Uint8Array.from({ length: 16 }, (_, at) => (seed * 131 + at * 37) % 256));
      expect(said).toMatch(/^([a-hj-km-np-z2-9]{4}-){3}[a-hj-km-np-z2-9]{4}$/);
      expect([said, findPasswordFault(said, 'chenyan')]).toEqual([said, undefined]);
    }
  });
});

it.each([
  ['chenyan', true],
  ['chen.yan-2', true],
  ['Chenyan', false],
  ['ab', false],
  ['1chen', false],
  ['chen yan', false],
  ["x'; drop", false],
])('login %s: %s', (text, is) => {
  expect(isLogin(text)).toBe(is);
});
