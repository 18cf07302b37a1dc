import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { INDICATOR_IDS, INDICATORS, type Indicator } from '../../src/accountability/figures/figures.rules.ts';

const SRC = join(dirname(dirname(import.meta.dirname)), 'src');

describe('assessment.not-by-number', () => {
  it.each(INDICATOR_IDS)('%s measures how matters are handled, as a share, and never how many there are', (id) => {
    const indicator: Indicator = INDICATORS[id];
    expect(indicator.denominator.length).toBeGreaterThan(indicator.numerator.length - 1);
    for (const part of indicator.numerator) expect(indicator.denominator).toContain(part);
    if (indicator.counts.of === 'submission') expect(indicator.numerator).toEqual(['net']);
  });

  it('no list or export can be put in order of how often somebody petitions', () => {
    const contracts = readdirSync(SRC, { recursive: true, encoding: 'utf8' }).filter((name) =>
      name.endsWith('.contract.ts'),
    );
    expect(contracts.length).toBeGreaterThan(10);
    for (const name of contracts)
      expect([
        name,
        /\b(sort|rank|orderBy|top(?!ic)|times|frequency)\w*:/i.test(readFileSync(join(SRC, name), 'utf8')),
      ]).toEqual([name, false]);
  });
});
