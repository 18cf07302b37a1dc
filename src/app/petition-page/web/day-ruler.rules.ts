import { type Day, dayFromNumber, dayNumber, isWeekend } from '../../../domain/days.ts';

/** One day of a period as it is drawn: low when nobody works, dark when gone. */
export interface RulerDay {
  readonly day: Day;
  readonly off: boolean;
  readonly place: 'start' | 'gone' | 'today' | 'left' | 'due';
}

/** Longer periods would be a grey bar, and are not drawn day by day. */
const MOST_DAYS = 140;

/**
 * The days of a period from the day it began, which does not count, to its last day. Undefined where there is nothing to
 * see: an empty period, one turned about, or one of more than 140 days.
 */
export function rulerDays({
  from,
  due,
  now,
  isOff,
}: {
  from: Day;
  due: Day;
  /** Today, or the day the clock came to rest. */
  now: Day;
  isOff: (day: Day) => boolean;
}): readonly RulerDay[] | undefined {
  const [first, last, at] = [dayNumber(from), dayNumber(due), dayNumber(now)];
  const count = last - first + 1;
  if (count < 2 || count > MOST_DAYS) return undefined;
  return Array.from({ length: count }, (_, step) => {
    const number = first + step;
    const day = dayFromNumber(number);
    const place =
      number === at ? 'today' : number === first ? 'start' : number === last ? 'due' : number < at ? 'gone' : 'left';
    return { day, off: isOff(day), place };
  });
}

/** Whether a day is off by a published notice; without one, by the week. */
export function offBy(
  notice: { readonly off: readonly Day[]; readonly on: readonly Day[] } | undefined,
): (day: Day) => boolean {
  const [off, on] = [new Set(notice?.off), new Set(notice?.on)];
  return (day) => off.has(day) || (isWeekend(day) && !on.has(day));
}
