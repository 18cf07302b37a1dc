import { describe, expect, it } from 'vitest';
import { bodies } from '../../../test/world/people.ts';
import { maySecond, type Opening, opensUntil, refuseDecision, refuseEnd, stateOf } from './openings.rules.ts';

const asked: Opening = {
  submission: '990101-2026-000001',
  account: 'keeper',
  body: 'city-petition',
  days: 5,
  urgent: false,
  askedAt: '2026-03-02T02:00:00.000Z',
  refused: false,
};
const opened: Opening = {
  ...asked,
  openedAt: '2026-03-02T03:00:00.000Z',
  until: '2026-03-07T03:00:00.000Z',
  second: 'other',
};

describe('report.sealed: an opening', () => {
  it.each([
    ['waits for the second person', asked, '2026-03-02T02:00:01.000Z', 'waiting'],
    ['waits for three days', asked, '2026-03-05T01:59:59.000Z', 'waiting'],
    ['and lapses then', asked, '2026-03-05T02:00:00.000Z', 'lapsed'],
    ['is open once confirmed', opened, '2026-03-07T02:59:59.000Z', 'open'],
    ['is over at its end', opened, '2026-03-07T03:00:00.000Z', 'over'],
    [
      'ends earlier when ended',
      { ...opened, endedAt: '2026-03-03T00:00:00.000Z' },
      '2026-03-04T00:00:00.000Z',
      'ended',
    ],
    ['is refused', { ...asked, refused: true, second: 'other' }, '2026-03-02T05:00:00.000Z', 'refused'],
  ])('%s', (_name, opening, now, state) => {
    expect(stateOf(opening, now)).toBe(state);
  });

  it('lasts whole days of 24 hours', () => {
    expect(opensUntil('2026-02-27T23:30:00.000Z', 2)).toBe('2026-03-01T23:30:00.000Z');
  });

  it.each([
    ['another keeper of the body', { account: 'b', body: 'city-petition', roles: ['sealed'] }, [], true],
    ['never whoever asked', { account: 'keeper', body: 'city-petition', roles: ['sealed', 'security'] }, [], false],
    ['no keeper of another body', { account: 'b', body: 'city-discipline', roles: ['sealed'] }, [], false],
    ['no other post of the body', { account: 'b', body: 'city-petition', roles: ['head', 'dispatcher'] }, [], false],
    ['a security officer of the place', { account: 's', body: 'city-gov', roles: ['security'] }, [], true],
    ['not where that body is accused', { account: 's', body: 'city-gov', roles: ['security'] }, ['city-gov'], false],
    ['not one of a district, for the city', { account: 's', body: 'd01-gov', roles: ['security'] }, [], false],
    ['no administrator', { account: 's', body: 'city-gov', roles: ['admin', 'auditor'] }, [], false],
  ] as const)('has as second person %s', (_name, decider, accused, may) => {
    expect(maySecond(asked, decider, { accused, bodies })).toBe(may);
  });

  it('is decided once; an urgent one is looked at while it is open', () => {
    const now = '2026-03-02T04:00:00.000Z';
    const urgent = { ...opened, urgent: true };
    const { second: _, ...unseen } = urgent;
    expect(refuseDecision(asked, now)).toBeUndefined();
    expect(refuseDecision(unseen, now)).toBeUndefined();
    expect(refuseDecision(opened, now)).toMatchObject({ code: 'opening-decided' });
    expect(refuseDecision(urgent, now)).toMatchObject({ code: 'opening-decided' });
    expect(refuseDecision(asked, '2026-03-06T00:00:00.000Z')).toMatchObject({ code: 'opening-decided' });
  });

  it('is taken back by whoever asked, and ended by any keeper while it is open', () => {
    expect(refuseEnd(asked, 'keeper', '2026-03-02T04:00:00.000Z')).toBeUndefined();
    expect(refuseEnd(asked, 'b', '2026-03-02T04:00:00.000Z')).toMatchObject({ code: 'opening-over' });
    expect(refuseEnd(opened, 'b', '2026-03-02T04:00:00.000Z')).toBeUndefined();
    expect(refuseEnd(opened, 'b', '2026-03-08T04:00:00.000Z')).toMatchObject({ code: 'opening-over' });
  });
});
