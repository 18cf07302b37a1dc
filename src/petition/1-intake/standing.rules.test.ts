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
