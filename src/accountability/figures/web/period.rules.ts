import { addDays, type Day } from '../../../domain/days.ts';

export interface Period {
  readonly from: Day;
  readonly to: Day;
}

/** The periods that are asked for most, as at `today`. Both days belong to them. */
export function usualPeriods(today: Day): {
  readonly thisMonth: Period;
  readonly lastMonth: Period;
  readonly thisYear: Period;
} {
  const first = `${today.slice(0, 7)}-01`;
  const end = addDays(first, -1);
  return {
    thisMonth: { from: first, to: today },
    lastMonth: { from: `${end.slice(0, 7)}-01`, to: end },
    thisYear: { from: `${today.slice(0, 4)}-01-01`, to: today },
  };
}
