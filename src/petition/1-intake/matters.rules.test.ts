import { describe, expect, it } from 'vitest';
import { by } from '../../../test/world/people.ts';
import { aMatter, contextOn, MATTER, refusalOf, saidTo } from '../../../test/world/petition.ts';
import { isRunning } from '../../domain/clocks.ts';
import { partsOf, type Split } from './matters.rules.ts';

const atOffice = aMatter({ requests: 2 }).registered();
const inHand = atOffice.forwardedTo('d01-housing').signed();
const part = {
  id: `${MATTER.slice(0, -1)}2`,
  purpose: 'claim',
  category: '030400',
  requests: 1,
  accused: [],
  content: { id: 'part', hash: '0'.repeat(64) },
} as const;

describe('matters.split-and-merge', () => {
  it('both the matter that stays and each part have something asked for', () => {
    expect(refusalOf(atOffice.trying('split', { requests: 0 }))).toMatchObject({
      code: 'matters.split-and-merge',
      field: 'into',
    });
    expect(saidTo(atOffice.trying('split', { into: [{ ...part, requests: 0 }] }))).toBe('matters.split-and-merge');
    expect(saidTo(atOffice.trying('split', { into: [] }))).toBe('matters.split-and-merge');
    expect(saidTo(atOffice.trying('split', { into: [part] }))).toBe('yes');
  });

  it('a part runs from the same receipt, with whoever holds the matter', () => {
    const act: Split = { into: [part], requests: 1, content: part.content };
    const opened = (life: typeof atOffice, body: string) =>
      partsOf(MATTER, life.state, act, contextOn('2026-03-06', by(body, 'dispatcher')))[0]?.[0]?.body;
    expect(opened(atOffice, 'd01-petition')).toMatchObject({
      office: 'd01-petition',
      receivedOn: '2026-03-02',
      clocks: [{ id: 'forward' }, { id: 'hop' }],
    });
    expect(opened(inHand, 'd01-housing')).toMatchObject({ office: 'd01-housing', own: 'a1', splitFrom: MATTER });
  });

  it('a part that reports wrongdoing is sealed, and its keeper is not told of by a clock', () => {
    const act: Split = {
      into: [{ ...part, purpose: 'report', accused: ['d01-land'], keeper: 'city-discipline' }],
      requests: 1,
      content: part.content,
    };
    const context = contextOn('2026-03-06', by('d01-petition', 'dispatcher'));
    expect(partsOf(MATTER, atOffice.state, act, context)[0]?.[0]?.body).toMatchObject({
      sealed: true,
      keeper: 'city-discipline',
      clocks: [],
    });
  });

  it('merging ends its clocks, taking it apart starts them where they stood', () => {
    const merged = inHand.after(2).done('merge');
    expect([merged.state.phase, Object.values(merged.state.clocks).some(isRunning)]).toEqual(['merged', false]);
    const apart = merged.after(3).done('unmerge');
    expect(apart.state.phase).toBe('open');
    expect(apart.state.clocks['notice:a1']?.derivation.statutoryDue).toBe('2026-03-20');
  });

  it('only when the other has been answered it stays merged', () => {
    const merged = inHand.done('merge');
    const receiver = { ...inHand.state, phase: 'closed' as const };
    expect(saidTo(merged.trying('unmerge', { receiver }))).toBe('not-open');
  });
});
