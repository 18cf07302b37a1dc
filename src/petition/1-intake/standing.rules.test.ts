import { describe, expect, it } from 'vitest';
import { aMatter, saidTo } from '../../../test/world/petition.ts';
import { isRunning } from '../../domain/clocks.ts';

const inHand = aMatter().registered().forwardedTo('d01-housing').signed().accepted().handlerNamed();

describe('withdrawal.ex-officio', () => {
  const withdrawn = inHand.after(10).withdrawn();

  it('what was withdrawn goes on where the public or others are concerned: the days between count for nobody', () => {
    const goesOn = withdrawn.after(4).done('continue-ex-officio', { reason: 'safety' });
    expect(goesOn.state.phase).toBe('open');
    const was = inHand.state.clocks['handle:a1']?.derivation;
    const now = goesOn.state.clocks['handle:a1'];
    expect(now && isRunning(now)).toBe(true);
    expect((now?.derivation.rawEnd ?? '') > (was?.rawEnd ?? '')).toBe(true);
    expect(now?.derivation.skipped).toHaveLength(4);
  });

  it('only what was withdrawn, and only where a body has it in hand', () => {
    expect(saidTo(inHand.trying('continue-ex-officio', { reason: 'safety' }))).not.toBe('yes');
    const early = aMatter().registered().withdrawn();
    expect(saidTo(early.trying('continue-ex-officio', { reason: 'safety' }))).toBe('no-assignment');
  });

  it('opens none of the petitioner’s own windows', () => {
    const goesOn = withdrawn.after(4).done('continue-ex-officio', { reason: 'safety' });
    expect(Object.values(goesOn.state.clocks).filter((one) => one.holder === 'petitioner' && isRunning(one))).toEqual(
      [],
    );
  });
});

describe('succession.continues', () => {
  const dead = inHand.after(5).done('note-death');

  it('gives heirs 60 days to come forward, a right of theirs, while work goes on', () => {
    expect(dead.state.clocks.successor).toMatchObject({
      holder: 'petitioner',
      statutory: false,
      derivation: { n: 60, unit: 'day', rawEnd: '2026-05-06', statutoryDue: '2026-05-06' },
    });
    expect(dead.state.clocks['handle:a1']?.end).toBeUndefined();
    expect(dead.after(20).done('name-successor').state.clocks.successor).toMatchObject({ end: 'met' });
  });

  it('ends the matter only after the last of them, and not by itself', () => {
    expect(saidTo(dead.after(60).trying('end-without-successor'))).toBe('succession.continues');
    const late = dead.after(61);
    expect(late.state.phase).toBe('open');
    expect(late.done('name-successor').state.clocks.successor).toMatchObject({ end: 'late' });
    expect(late.done('end-without-successor').state).toMatchObject({
      phase: 'closed',
      clocks: { successor: { end: 'void' } },
    });
  });

  it('waits for nobody on what is concluded, nor on what was taken back', () => {
    expect(inHand.after(5).withdrawn().done('note-death').state.clocks.successor).toBeUndefined();
  });
});
