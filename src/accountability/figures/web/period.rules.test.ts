import { expect, it } from 'vitest';
import { usualPeriods } from './period.rules.ts';

it('last month ends where this month begins, over a turn of the year and in leap years', () => {
  expect(usualPeriods('2026-01-15')).toEqual({
    thisMonth: { from: '2026-01-01', to: '2026-01-15' },
    lastMonth: { from: '2025-12-01', to: '2025-12-31' },
    thisYear: { from: '2026-01-01', to: '2026-01-15' },
  });
  expect(usualPeriods('2028-03-01').lastMonth).toEqual({ from: '2028-02-01', to: '2028-02-29' });
});
