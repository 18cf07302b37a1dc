import { describe, expect, it } from 'vitest';
import { bodies, by, petitionerOf } from '../../test/world/people.ts';
import { aMatter, SUBMISSION } from '../../test/world/petition.ts';
import type { Actor } from './act.ts';
import {
  holds,
  mayRead,
  mayReadSubmission,
  PERMISSIONS,
  type Permission,
  refuseClosed,
  scopeOf,
} from './permission.ts';
import { ROLES } from './vocabulary.ts';

const REGION = '990101';
const matter = aMatter().registered().forwardedTo('d01-housing').signed();
const reads = (actor: Actor, life = matter) => mayRead(life.state, REGION, actor, bodies);
const administrators = ['admin', 'security', 'auditor'] as const;

describe('who may call a route at all', () => {
  it('nobody signed in holds nothing but what is open to anyone', () => {
    for (const permission of Object.keys(PERMISSIONS) as Permission[])
      expect(holds(undefined, permission)).toBe(permission === 'anyone');
  });

  it('the three administrators hold their own door and no case (三员分立); accounts take two of them', () => {
    const doors = { admin: ['admin', 'accounts'], security: ['openings', 'accounts', 'security'], auditor: ['audit'] };
    for (const role of administrators) {
      const held = (Object.keys(PERMISSIONS) as Permission[]).filter((one) => holds(by('d01-petition', role), one));
      expect(held).toEqual(['anyone', 'staff', ...doors[role]]);
    }
  });

  it('a petitioner is no officer, and no officer a petitioner', () => {
    expect(holds(petitionerOf(SUBMISSION), 'staff')).toBe(false);
    for (const role of ROLES) expect(holds(by('d01-petition', role), 'petitioner')).toBe(false);
  });

  it('the system and the import call no route', () => {
    for (const kind of ['system', 'import'] as const) expect(holds({ kind }, 'cases')).toBe(false);
  });
});

describe('who may read a matter', () => {
  it('whoever it was with: the office, the body', () => {
    expect(reads(by('d01-petition', 'clerk'))).toBe(true);
    expect(reads(by('d01-housing', 'handler'))).toBe(true);
  });

  it('the petition office and the leaders above, for their territory (条例 14, 38)', () => {
    expect(reads(by('city-petition', 'supervisor'))).toBe(true);
    expect(reads(by('city-gov', 'leader'))).toBe(true);
    expect(reads(by('city-gov', 'handler'))).toBe(false);
  });

  it('no neighbour, no other district, no body it never was with', () => {
    for (const body of ['d01-land', 'd01-street-01', 'city-housing', 'd02-petition', 'd02-housing'])
      for (const role of ROLES) expect([body, role, reads(by(body, role))]).toEqual([body, role, false]);
  });

  it('no administrator, wherever they sit', () => {
    for (const role of administrators)
      for (const body of ['d01-petition', 'd01-housing', 'city-gov']) expect(reads(by(body, role))).toBe(false);
  });

  it('a body it was returned by still sees what it said; the reviewer, once asked', () => {
    const returned = matter.objected().returnAgreed().forwardedTo('d01-land');
    expect(reads(by('d01-housing', 'handler'), returned)).toBe(true);
    const served = matter.accepted().drafted().issued().served();
    expect(reads(by('city-housing', 'reviewer'), served)).toBe(false);
    expect(reads(by('city-housing', 'reviewer'), served.reviewAsked('city-housing'))).toBe(true);
  });
});

describe('query.always', () => {
  it('the petitioner sees their own matter at every stage, and nobody else’s', () => {
    const lives = [aMatter().registered(), matter, matter.accepted(), matter.done('route-out'), matter.withdrawn()];
    for (const life of lives) {
      expect(reads(petitionerOf(SUBMISSION), life)).toBe(true);
      expect(reads(petitionerOf('990101-2026-000002'), life)).toBe(false);
    }
  });
});

describe('report.sealed', () => {
  const report = aMatter({ purpose: 'report', office: 'city-petition' }).registered();

  it('E27: one post at one body reads it, once opened; every other post at every body does not', () => {
    for (const { id } of bodies.all()) {
      for (const role of ROLES) {
        for (const opened of [undefined, [], ['990101-2026-000002'], [SUBMISSION]]) {
          const actor = { ...by(id, role), ...(opened === undefined ? {} : { opened }) };
          const keeps = id === 'city-petition' && role === 'sealed';
          const expected = keeps && opened?.[0] === SUBMISSION;
          expect(reads(actor, report)).toBe(expected);
          expect(mayReadSubmission(report.submission, SUBMISSION, actor, bodies)).toBe(expected);
          const told = [report.state, report.submission].map((state) => refuseClosed(state, actor)?.code);
          expect(told).toEqual(keeps ? ['report-closed', 'report-closed'] : [undefined, undefined]);
        }
      }
    }
  });

  it('and that post reads nothing else', () => {
    expect(reads(by('d01-petition', 'sealed'))).toBe(false);
  });
});

describe('what one may list', () => {
  it.each([
    [by('d01-petition', 'clerk'), { body: 'd01-petition', prefix: '990101', none: false }],
    [by('city-petition', 'analyst'), { body: 'city-petition', prefix: '9901', none: false }],
    [by('d01-housing', 'head'), { body: 'd01-housing', none: false }],
    [by('city-gov', 'leader'), { body: 'city-gov', prefix: '9901', none: false }],
    [by('city-petition', 'admin'), { body: 'city-petition', none: true }],
    [petitionerOf(SUBMISSION), { body: '', none: true }],
  ] as const)('%j: %j', (actor, scope) => {
    expect(scopeOf(actor, bodies)).toEqual(scope);
  });
});
