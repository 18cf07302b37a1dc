import { figures, WHOLE_INSTALLATION } from '../src/accountability/figures/server/figures.ts';
import { addDays, dayOf } from '../src/domain/days.ts';
import { summary } from './measure.ts';
import { atMost } from './report.ts';
import type { Measure } from './setting.ts';

/** Every indicator of one month over everything stored; a different month each time. */
export const figuresRow: Measure = async ({ city: { ledger }, cases }) => {
  const today = dayOf(ledger.clock.now().toISOString());
  const took: number[] = [];
  for (let at = 0; at < 8; at++) {
    const from = `${addDays(today, -31 * (at + 2)).slice(0, 8)}01`;
    const to = addDays(from, 27);
    const began = performance.now();
    await figures(ledger, { from, to, today, scope: WHOLE_INSTALLATION, compare: false });
    if (at > 0) took.push(performance.now() - began);
  }
  const { p50, p95 } = summary(took);
  return [
    {
      row: 'figures',
      what: 'all indicators of a month, whole installation',
      value: p95,
      unit: 'ms p95',
      p50,
      p95,
      bar: atMost(p95, 1000, ' ms'),
      note: `${cases} cases`,
    },
  ];
};
