/** The only source of "now". Rules never ask it: they are handed the time. */
export interface Clock {
  now(): Date;
}

export const systemClock: Clock = { now: () => new Date() };

export interface SettableClock extends Clock {
  /** Jumps to an instant, forwards or back. */
  set(instant: Date | string): void;
  /** Moves by so many milliseconds. */
  advance(milliseconds: number): void;
}

/** A clock that stands still until it is moved: for tests, and for a seed that lives through months in seconds. */
export function settableClock(start: Date | string): SettableClock {
  let instant = instantOf(start);
  return {
    now: () => new Date(instant),
    set: (to) => {
      instant = instantOf(to);
    },
    advance: (milliseconds) => {
      instant += milliseconds;
    },
  };
}

function instantOf(value: Date | string): number {
  const instant = new Date(value).getTime();
  if (Number.isNaN(instant)) throw new RangeError(`not an instant: ${String(value)}`);
  return instant;
}
