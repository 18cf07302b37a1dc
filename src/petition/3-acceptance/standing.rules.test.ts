import { describe, expect, it } from 'vitest';
import { aMatter } from '../../../test/world/petition.ts';
import { standingOf } from './standing.rules.ts';

const registered = aMatter().registered();
const sent = registered.forwardedTo('d01-housing');
const signed = sent.signed();
const accepted = signed.accepted();

describe('E38: how the matter below stands', () => {
  it.each([
    ['with the office that registered it', registered, { body: 'd01-petition', step: 'registered' }],
    ['on its way', sent, { body: 'd01-housing', step: 'sent' }],
    ['received, with the last day of the notice', signed, { body: 'd01-housing', step: 'signed', until: '2026-03-17' }],
    [
      'accepted, with the last day of the answer',
      accepted,
      { body: 'd01-housing', step: 'accepted', until: '2026-05-06' },
    ],
  ] as const)('%s', (_, life, standing) => {
    expect(standingOf(life.state)).toEqual({ ...standing, on: '2026-03-02' });
  });

  it('nothing is said of what is answered, nor of a sealed report', () => {
    expect(standingOf(accepted.drafted().issued().served().state)).toBeUndefined();
    const report = aMatter({ purpose: 'report' }).registered();
    expect([report.state.phase, report.state.sealed]).toEqual(['open', true]);
    expect(standingOf(report.state)).toBeUndefined();
  });
});
