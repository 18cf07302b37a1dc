import { describe, expect, it } from 'vitest';
import { by } from '../../../test/world/people.ts';
import { type Arrived, aMatter, MATTER, refusalOf, saidTo } from '../../../test/world/petition.ts';

const signedOf = (arrived: Arrived = {}) => aMatter(arrived).registered().forwardedTo('d01-housing').signed();
const signed = signedOf();
/** The same matter, in hand at a body below: accepted on 2 March, due on 6 May. */
const below = signed.accepted();
const simple = signed.done('accept', { procedure: 'simple' });
const pending = {
  reason: 'pending-elsewhere',
  cites: { matter: MATTER, state: below.state },
  confirmedSame: true,
} as const;
/** Reviewed, re-reviewed, and so ended for good. */
const ended = signed
  .accepted()
  .drafted()
  .issued()
  .served()
  .reviewAsked('city-housing')
  .done('accept-review')
  .done('draft-review')
  .done('decide-review')
  .done('serve-review')
  .reviewAsked('city-gov')
  .done('accept-review')
  .done('draft-review')
  .done('decide-review')
  .done('serve-review');
const final = { reason: 'final', cites: { matter: MATTER, state: ended.state }, confirmedSame: true } as const;

describe('not-accepted.reasons', () => {
  it.each([
    ['outside-remit', {}],
    ['pending-elsewhere', pending],
    ['final', final],
  ] as const)('%s is for the head of the body to say', (reason, told) => {
    const life = aMatter({ channel: 'visit', office: 'd01-housing' }).registered();
    expect(saidTo(life.trying('not-accept', { reason, ...told }, by('d01-housing', 'handler')))).toBe('other-post');
    const declined = life.done('not-accept', { reason, ...told });
    expect(declined.state).toMatchObject({ phase: 'closed', closedOn: '2026-03-02', notAcceptedFor: { reason } });
    expect(Object.values(declined.state.clocks).filter((clock) => clock.end === undefined)).toEqual([]);
  });

  it('the petition office declines before it sends anything on, by its dispatcher', () => {
    const office = aMatter({ channel: 'visit', office: 'city-petition' }).registered();
    const declined = office.after(3).done('not-accept', { reason: 'skipped-level-visit' });
    expect(declined.state.clocks.forward).toMatchObject({ end: 'met', endedOn: '2026-03-05' });
    expect(declined.state.phase).toBe('closed');
    expect(saidTo(office.trying('not-accept', pending, by('city-petition', 'clerk')))).toBe('other-post');
    expect(saidTo(office.trying('not-accept', { reason: 'outside-remit' }))).toBe('objection.within-5-workdays');
  });

  it('E37: only a visit can skip a level, and only from the city on; letters and the web may go to any', () => {
    const reason = 'skipped-level-visit';
    const arrivedAt = (office: string, channel: 'visit' | 'letter' | 'web' | 'phone') =>
      saidTo(aMatter({ office, channel }).registered().trying('not-accept', { reason }));
    expect(arrivedAt('city-petition', 'visit')).toBe('yes');
    for (const channel of ['letter', 'web', 'phone'] as const)
      expect(arrivedAt('city-petition', channel)).toBe('not-accepted.reasons');
    for (const office of ['d01-petition', 'd01-housing', 'd01-street-01'])
      expect(arrivedAt(office, 'visit')).toBe('not-accepted.reasons');
  });

  it('what was forwarded and lies outside the remit is returned by objection, never declined', () => {
    expect(saidTo(signed.trying('not-accept', { reason: 'outside-remit' }))).toBe('objection.within-5-workdays');
    const own = aMatter({ office: 'd01-housing' }).registered();
    expect(saidTo(own.trying('not-accept', { reason: 'outside-remit' }))).toBe('yes');
  });

  it('what was assigned with feedback is still reported on; nothing else runs for a concluded matter', () => {
    const life = aMatter().registered().assignedTo('d01-housing', '2026-05-04').signed().done('not-accept', pending);
    const running = Object.entries(life.state.clocks).filter(([, clock]) => clock.end === undefined);
    expect(running.map(([id]) => id)).toEqual(['feedback:a1']);
    expect(saidTo(life.trying('report-result'))).toBe('yes');
  });

  it('not once it has been accepted, nor for a sealed report', () => {
    expect(saidTo(below.trying('not-accept', pending))).toBe('wrong-phase');
    const report = aMatter({ purpose: 'report' }).registered();
    expect(saidTo(report.trying('not-accept', pending, by('d01-petition', 'dispatcher')))).toBe('report.sealed');
  });
});

describe('repeat.same-person-same-matter', () => {
  it.each([pending, final])('nobody is turned away as a repeat by a machine: $reason', (told) => {
    expect(refusalOf(signed.trying('not-accept', { ...told, confirmedSame: false }))).toMatchObject({
      code: 'repeat.same-person-same-matter',
      status: 422,
      field: 'confirmedSame',
    });
    expect(refusalOf(signed.trying('not-accept', { ...told, cites: undefined }))).toMatchObject({ field: 'cites' });
  });
});

describe('repeat.pending-below', () => {
  it('while the body below is within its period, the one above does not take the same matter (条例 19¶3)', () => {
    expect(saidTo(signed.on('2026-05-06').trying('not-accept', pending))).toBe('yes');
  });

  it('a matter that is answered, or was never there, or is a sealed report, is not pending', () => {
    const report = aMatter({ purpose: 'report' }).registered();
    for (const state of [ended.state, aMatter().state, report.state])
      expect(refusalOf(signed.trying('not-accept', { ...pending, cites: { matter: MATTER, state } }))).toMatchObject({
        code: 'repeat.pending-below',
        article: 'regulation:19¶3',
        field: 'cites',
      });
  });
});

describe('repeat.expired-is-supervision', () => {
  it.each([
    ['the answer is late', below.state, '2026-05-07'],
    ['the notice is late', signed.state, '2026-03-18'],
    ['the simple answer is late', simple.state, '2026-03-31'],
    ['the forwarding is late', aMatter().registered().state, '2026-03-18'],
    ['the performance of duty is late', signed.accepted('31(5)').state, '2026-05-07'],
  ])('E38: %s: then the petitioner is not turned away', (_what, state, today) => {
    const life = aMatter({ receivedOn: today }).registered();
    expect(refusalOf(life.trying('not-accept', { ...pending, cites: { matter: MATTER, state } }))).toMatchObject({
      code: 'repeat.expired-is-supervision',
      article: 'regulation:19¶3',
      status: 409,
    });
  });
});

describe('review.final', () => {
  it('only a re-review ends a matter for good (条例 36¶3): no promise, settlement or single answer does (E55)', () => {
    expect(saidTo(signed.trying('not-accept', final))).toBe('yes');
    for (const state of [below.state, below.withdrawn().state, below.drafted().issued().served().state])
      expect(refusalOf(signed.trying('not-accept', { ...final, cites: { matter: MATTER, state } }))).toMatchObject({
        code: 'review.final',
        article: 'regulation:36¶3',
        field: 'cites',
      });
  });
});
