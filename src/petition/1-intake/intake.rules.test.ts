import { describe, expect, it } from 'vitest';
import { by } from '../../../test/world/people.ts';
import { allowed, aMatter, content, contextOn, refusalOf, SUBMISSION, saidTo } from '../../../test/world/petition.ts';
import { NO_SUBMISSION } from '../../domain/submission.ts';
import { CHANNELS, IDENTITY_GRADES, PURPOSES } from '../../domain/vocabulary.ts';
import { projectMatter } from '../../ledger/projections/matter.ts';
import { projectSubmission } from '../../ledger/projections/submission.ts';
import { type Receive, receive, register } from './intake.rules.ts';

const letter: Receive = {
  channel: 'letter',
  purpose: 'claim',
  division: '990101001',
  body: 'd01-petition',
  receivedOn: '2026-03-02',
  petitioners: 1,
  identity: 'claimed',
  identityClear: true,
  mayPublish: false,
  content: content('particulars'),
};
const clerk = contextOn('2026-03-02', by('d01-petition', 'clerk'));

describe('register.never-refused', () => {
  it.each(CHANNELS.flatMap((channel) => PURPOSES.map((purpose) => [channel, purpose] as const)))(
    'a petition by %s about %s is taken in and registered',
    (channel, purpose) => {
      const life = aMatter({ channel, purpose }).registered();
      expect(life.submission).toMatchObject({ phase: 'registered', registeredOn: '2026-03-02' });
      expect(life.state.phase).toBe('open');
    },
  );

  it.each(IDENTITY_GRADES)('whoever wrote it: %s', (identity) => {
    expect(aMatter({ identity, identityClear: false }).registered().submission.phase).toBe('registered');
  });

  it.each(['court', 'soe', 'institution'])('at a body of any kind (条例 2): %s', (kind) => {
    const office = { court: 'd01-court', soe: 'city-bus', institution: 'city-hospital' }[kind] ?? '';
    expect(aMatter({ office }).registered().state.phase).toBe('open');
  });

  it('E37: a visit that skipped a level is registered all the same', () => {
    expect(aMatter({ office: 'city-petition', channel: 'visit' }).registered().state.phase).toBe('open');
  });

  it.each([
    ['a day that is none', { receivedOn: '2026-02-30' }, 'day', 'receivedOn'],
    ['a day that has not come', { receivedOn: '2026-03-03' }, 'day-ahead', 'receivedOn'],
    ['nobody', { petitioners: 0 }, 'petitioners', 'petitioners'],
    ['half a person', { petitioners: 1.5 }, 'petitioners', 'petitioners'],
    ['a body that is none', { body: 'nowhere' }, 'no-body', 'body'],
  ])('only a field that cannot be is turned back: %s', (_what, wrong, code, field) => {
    const refusal = refusalOf(receive(NO_SUBMISSION, { ...letter, ...wrong }, clerk));
    expect(refusal).toMatchObject({ code, field, status: 422 });
  });

  it('is done once', () => {
    const life = aMatter();
    expect(saidTo(receive(life.submission, letter, clerk))).toBe('received-already');
    const registered = life.registered().submission;
    const one = { purpose: 'claim', category: '', requests: 1, accused: [], content: content('gist') } as const;
    expect(saidTo(register(SUBMISSION, registered, { matters: [one] }, clerk))).toBe('registered-already');
  });

  it.each([
    ['a clerk of another body', by('d02-petition', 'clerk'), 'other-body'],
    ['a handler', by('d01-petition', 'handler'), 'other-post'],
    ['the system', { kind: 'system' } as const, 'staff-only'],
  ])('and by the clerks of the body that received it, not by %s', (_who, actor, code) => {
    const one = { purpose: 'claim', category: '', requests: 1, accused: [], content: content('gist') } as const;
    const context = contextOn('2026-03-02', actor);
    expect(saidTo(register(SUBMISSION, aMatter().submission, { matters: [one] }, context))).toBe(code);
  });

  it('E19: one letter with three things becomes three matters, each with its own clock', () => {
    const one = { purpose: 'claim', category: '', requests: 1, accused: [], content: content('gist') } as const;
    const opened = allowed(register(SUBMISSION, aMatter().submission, { matters: [one, one, one] }, clerk));
    expect(opened.ids).toEqual([`${SUBMISSION}-1`, `${SUBMISSION}-2`, `${SUBMISSION}-3`]);
    for (const facts of opened.matters) {
      expect(facts.map(({ kind }) => kind)).toEqual(['Opened']);
      expect(facts[0]).toMatchObject({ body: { clocks: [{ do: 'start', kind: 'forward' }, { kind: 'hop' }] } });
    }
  });

  it.each([0, 21])('%i matters in one submission are too few or too many', (count) => {
    const one = { purpose: 'claim', category: '', requests: 1, accused: [], content: content('gist') } as const;
    const matters = Array.from({ length: count }, () => one);
    expect(saidTo(register(SUBMISSION, aMatter().submission, { matters }, clerk))).toBe('matters');
  });
});

describe('register.oral-recorded', () => {
  it.each(['visit', 'phone', 'video'] as const)('what is said by %s is taken in like what is written', (channel) => {
    expect(aMatter({ channel }).registered().state).toMatchObject({ channel, phase: 'open' });
  });
});

describe('channel.open-list', () => {
  it('takes every way in, those the Regulation does not name included', () => {
    expect(CHANNELS).toEqual(expect.arrayContaining(['letter', 'visit', 'web', 'phone', 'fax', 'wechat', 'hotline']));
  });
});

describe('the clocks of taking in', () => {
  it('E51: registering is due on the next working day, counted from the day it reached the body', () => {
    const { clocks } = aMatter({ receivedOn: '2025-09-30' }).submission;
    expect(clocks.register?.derivation).toMatchObject({ from: '2025-09-30', statutoryDue: '2025-10-09' });
  });

  it('stops when it is registered, in time or late', () => {
    expect(aMatter().after(1).registered().submission.clocks.register?.end).toBe('met');
    expect(aMatter().after(2).registered().submission.clocks.register?.end).toBe('late');
  });

  it('E1: the 15 days of a petition office roll over the holidays, the days it is assessed by do not', () => {
    const { clocks } = aMatter({ receivedOn: '2025-09-16' }).registered().state;
    expect(clocks.forward?.derivation).toMatchObject({ statutoryDue: '2025-10-09', assessmentDue: '2025-10-01' });
  });

  it('any other body owes the notice itself: an assignment of its own, already signed for (条例 23¶1-2)', () => {
    const life = aMatter({ office: 'd01-housing' }).after(1).registered();
    expect(life.task).toMatchObject({ mode: 'own', phase: 'signed', body: 'd01-housing', signedOn: '2026-03-02' });
    expect(Object.keys(life.state.clocks)).toEqual(['notice:a1']);
    expect(life.state.clocks['notice:a1']?.derivation.from).toBe('2026-03-02');
  });
});

describe('report.sealed', () => {
  const report = aMatter({ purpose: 'report', accused: ['d01-housing'] });

  it('E27: is sealed from its first moment and leaves one row, for its keeper', () => {
    expect(report.submission.sealed).toBe(true);
    const rows = projectSubmission({ region: '990101', id: SUBMISSION }, report.submission);
    expect(Object.keys(rows)).toEqual(['sealed_case']);
    const matter = report.registered();
    expect(Object.keys(projectMatter({ region: '990101', id: `${SUBMISSION}-1` }, matter.state))).toEqual([
      'sealed_case',
    ]);
  });

  it('is registered by the post that keeps reports and by no clerk', () => {
    const one = { purpose: 'report', category: '', requests: 1, accused: [], content: content('gist') } as const;
    const refusal = refusalOf(register(SUBMISSION, report.submission, { matters: [one] }, clerk));
    expect(refusal).toMatchObject({ code: 'report.sealed', status: 403, article: 'regulation:30¶3' });
    expect(report.registered().state.sealed).toBe(true);
  });

  it('E28: a report found in a letter with a claim is a sealed matter of its own', () => {
    const base = { category: '', requests: 1, accused: [], content: content('gist') };
    const matters = [
      { ...base, purpose: 'claim' },
      { ...base, purpose: 'report' },
    ] as const;
    const opened = allowed(register(SUBMISSION, aMatter().submission, { matters }, clerk));
    expect(opened.matters.map(([fact]) => fact?.kind === 'Opened' && fact.body.sealed)).toEqual([false, true]);
  });

  it('never becomes a task of the body that received it, as any other matter would', () => {
    expect(aMatter({ purpose: 'report', office: 'd01-housing' }).registered().state.assignments).toEqual({});
  });
});

describe('withdrawal.by-petitioner', () => {
  const stages = {
    'at the office': aMatter().registered(),
    sent: aMatter().registered().forwardedTo('d01-housing'),
    signed: aMatter().registered().forwardedTo('d01-housing').signed(),
    objected: aMatter().registered().forwardedTo('d01-housing').signed().objected(),
    accepted: aMatter().registered().forwardedTo('d01-housing').signed().accepted(),
    drafted: aMatter().registered().forwardedTo('d01-housing').signed().accepted().drafted(),
    issued: aMatter().registered().forwardedTo('d01-housing').signed().accepted().drafted().issued(),
  };

  it.each(Object.entries(stages))('voids every clock that ran: %s', (_stage, life) => {
    const before = Object.values(life.state.clocks).filter((clock) => clock.end === undefined).length;
    const { state } = life.withdrawn();
    expect(state.phase).toBe('withdrawn');
    expect(Object.values(state.clocks).filter((clock) => clock.end === undefined)).toEqual([]);
    const voided = Object.values(state.clocks).filter((clock) => clock.end === 'void').length;
    expect(voided).toBeGreaterThanOrEqual(before);
  });

  it('no officer withdraws for them', () => {
    for (const role of ['clerk', 'dispatcher', 'head', 'admin'] as const) {
      expect(saidTo(stages.signed.trying('withdraw', {}, by('d01-housing', role)))).toBe('only-petitioner');
    }
  });

  it('ends with the answer, and once', () => {
    expect(saidTo(stages.issued.served().trying('withdraw'))).toBe('not-open');
    expect(saidTo(stages.signed.withdrawn().trying('withdraw'))).toBe('not-open');
  });

  it('E55: takes no right to petition again: what they file next is registered', () => {
    expect(saidTo(receive(NO_SUBMISSION, letter, clerk))).toBe('yes');
  });
});
