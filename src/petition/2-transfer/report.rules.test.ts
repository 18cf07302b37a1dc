import { describe, expect, it } from 'vitest';
import { bodies, by } from '../../../test/world/people.ts';
import { aMatter, contextOn, refusalOf, saidTo } from '../../../test/world/petition.ts';
import { letterFollows, namesAccused } from './report.rules.ts';

const report = aMatter({ purpose: 'report', accused: ['d01-housing'] }).registered();
const passed = report.done('pass-report', { to: 'city-discipline' });

describe('report.by-authority', () => {
  it('E27: a report goes to the discipline body, whose keeper has it from then on', () => {
    expect(report.state).toMatchObject({ sealed: true, keeper: 'city-petition' });
    expect(passed.state.keeper).toBe('city-discipline');
    const old = by('city-petition', 'sealed');
    expect(saidTo(passed.trying('note-report', {}, old))).toBe('other-body');
    expect(saidTo(passed.trying('note-report'))).toBe('yes');
  });

  it.each(['d01-land', 'city-gov', 'city-petition', 'city-court', 'city-hospital'])(
    'not to %s, which has no authority over the accused',
    (to) => {
      const from = report.state.keeper === to ? passed : report;
      expect(refusalOf(from.trying('pass-report', { to }))).toMatchObject({
        code: 'report.by-authority',
        article: 'regulation:22¶2',
        field: 'to',
      });
    },
  );

  it.each([
    ['city-discipline', ['city-discipline']],
    ['d01-discipline', ['city-discipline']],
    ['city-discipline', ['city-party']],
  ])('never to %s when %j is complained of', (to, accused) => {
    const life = aMatter({ purpose: 'report', accused }).registered();
    expect(refusalOf(life.trying('pass-report', { to }))).toMatchObject({
      code: 'transfer.accused-blocked',
      article: 'regulation:30¶3',
      field: 'to',
    });
  });

  it('nor, by any path, to a body under the accused', () => {
    const life = aMatter({ purpose: 'report', accused: ['city-party'] }).registered();
    for (const { id } of bodies.all()) {
      if (saidTo(life.trying('pass-report', { to: id })) !== 'yes') continue;
      expect(id.startsWith('city-party')).toBe(false);
      expect(bodies.find(id)?.parent).not.toBe('city-party');
    }
  });
});

describe('report.sealed', () => {
  it('goes only where a keeper is: it would be nobody’s to read', () => {
    expect(refusalOf(report.trying('pass-report', { to: 'd01-discipline' }))).toMatchObject({
      code: 'report.sealed',
      field: 'to',
    });
  });

  it.each(['pass-report', 'note-report', 'conclude-report'] as const)('%s is for the keeper alone', (act) => {
    for (const other of [by('city-petition', 'head'), by('city-petition', 'dispatcher'), by('d01-petition', 'clerk')])
      expect(saidTo(report.trying(act, {}, other))).not.toBe('yes');
    expect(saidTo(report.trying(act))).toBe('yes');
    expect(saidTo(aMatter().registered().trying(act))).toBe('not-sealed');
  });

  it('no act of other matters opens on it', () => {
    for (const act of ['forward', 'assign', 'answer-directly', 'not-accept'] as const)
      expect(saidTo(report.trying(act, {}, by('d01-petition', 'dispatcher', 'head')))).not.toBe('yes');
  });

  it('goes on when its writer withdraws', () => {
    const withdrawn = report.withdrawn();
    expect(saidTo(withdrawn.trying('pass-report'))).toBe('yes');
    expect(withdrawn.done('conclude-report').state.phase).toBe('closed');
  });

  it('is concluded once, under the rules of the body that keeps it', () => {
    const done = passed.after(20).done('conclude-report');
    expect(done.state).toMatchObject({ phase: 'closed', closedOn: '2026-03-22' });
    for (const act of ['pass-report', 'note-report', 'conclude-report'] as const)
      expect(saidTo(done.trying(act))).toBe('not-open');
  });
});

describe('the letter of a report', () => {
  const context = contextOn('2026-03-04', by('city-petition', 'sealed'));
  const letter = report.submission;

  it('goes along to the new keeper', () => {
    expect(letterFollows(letter, [], 'city-discipline', context)).toEqual([
      {
        kind: 'KeeperChanged',
        body: { by: 'staff:city-petition.sealed', on: '2026-03-04', to: 'city-discipline' },
      },
    ]);
  });

  it('stays while another report of it is still with the old keeper', () => {
    expect(letterFollows(letter, [report.state], 'city-discipline', context)).toEqual([]);
    expect(letterFollows(letter, [passed.state], 'city-discipline', context)).toHaveLength(1);
  });

  it('stays where it is no sealed one: it holds other matters too', () => {
    expect(letterFollows(aMatter().submission, [], 'city-discipline', context)).toEqual([]);
  });
});

describe('the remark of the covering letter', () => {
  it.each([
    ['涉及临江区住房和城乡建设局的科长', true],
    ['临江区住建局的事', true],
    ['About Linjiang District Housing and Construction Bureau', true],
    ['请尽快接收', false],
    ['', false],
  ])('%j', (remark, named) => {
    expect(namesAccused(remark, ['d01-housing'], bodies)).toBe(named);
  });
});
