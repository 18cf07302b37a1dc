import type { Calendar } from './calendar.ts';
import type { Day } from './days.ts';
import type { Derivation } from './due.ts';
import { deriveDue } from './due.ts';
import type { ClockKind, RulePack } from './rule-pack.ts';

/** Whose duty it is: a body's id, or the petitioner (whose windows are rights, not duties). */
export type ClockHolder = string | 'petitioner';

/** How a clock came to rest. `void`: it no longer applies (material returned, matter withdrawn) and enters no rate. */
export type ClockEnd = 'met' | 'late' | 'void';

export interface Clock {
  readonly kind: ClockKind;
  readonly holder: ClockHolder;
  /** Which assignment it belongs to; the matter's own clocks have none. */
  readonly assignment?: string;
  readonly derivation: Derivation;
  /** Pack the length came from, `id@version`. */
  readonly pack: string;
  readonly startedSeq: number;
  readonly extensions: readonly { readonly days: number; readonly seq: number }[];
  readonly endedOn?: Day;
  readonly end?: ClockEnd;
}

/** What a fact does to clocks. Derived when the fact is decided, stored in it, so that folding needs no calendar. */
export type ClockChange =
  | {
      readonly do: 'start';
      readonly id: string;
      readonly kind: ClockKind;
      readonly holder: ClockHolder;
      readonly assignment?: string;
      readonly pack: string;
      readonly derivation: Derivation;
    }
  | { readonly do: 'stop'; readonly id: string; readonly on: Day }
  | { readonly do: 'void'; readonly id: string; readonly on: Day }
  /** Counted again because a calendar arrived; nothing else of the clock changes. */
  | { readonly do: 'recount'; readonly id: string; readonly derivation: Derivation }
  | { readonly do: 'extend'; readonly id: string; readonly days: number; readonly derivation: Derivation };

export type Clocks = Readonly<Record<string, Clock>>;

/** Folds the clock changes of one fact. Total: a change to an unknown clock is ignored, as history cannot be refused. */
export function evolveClocks(clocks: Clocks, changes: readonly ClockChange[], seq: number): Clocks {
  if (changes.length === 0) return clocks;
  const next: Record<string, Clock> = { ...clocks };
  for (const change of changes) {
    if (change.do === 'start') {
      const { do: _, id, ...rest } = change;
      next[id] = { ...rest, startedSeq: seq, extensions: [] };
      continue;
    }
    const clock = next[change.id];
    if (!clock) continue;
    if (change.do === 'recount') {
      next[change.id] = { ...clock, derivation: change.derivation };
    } else if (change.do === 'extend') {
      next[change.id] = {
        ...clock,
        derivation: change.derivation,
        extensions: [...clock.extensions, { days: change.days, seq }],
      };
    } else if (change.do === 'void') {
      next[change.id] = { ...clock, endedOn: change.on, end: 'void' };
    } else {
      const end: ClockEnd = change.on > clock.derivation.statutoryDue ? 'late' : 'met';
      next[change.id] = { ...clock, endedOn: change.on, end };
    }
  }
  return next;
}

export interface ClockSetting {
  readonly calendar: Calendar;
  readonly pack: RulePack;
}

/** Starts a clock by the pack's length; `n` overrides it where an act sets the period (assignment, remainder). */
export function startClock(
  setting: ClockSetting,
  clock: { id: string; kind: ClockKind; holder: ClockHolder; from: Day; assignment?: string; n?: number },
): ClockChange {
  const rule = setting.pack.clocks[clock.kind];
  const base = {
    do: 'start',
    id: clock.id,
    kind: clock.kind,
    holder: clock.holder,
    pack: `${setting.pack.id}@${setting.pack.version}`,
    derivation: deriveDue({ from: clock.from, n: clock.n ?? rule.n, unit: rule.unit, calendar: setting.calendar }),
  } as const;
  return clock.assignment === undefined ? base : { ...base, assignment: clock.assignment };
}

/** Adds days to a running clock (条例 34): the count goes on from the original start, so nothing is counted twice. */
export function extendClock(setting: ClockSetting, id: string, clock: Clock, days: number): ClockChange {
  const extra = clock.extensions.reduce((sum, extension) => sum + extension.days, 0) + days;
  const { from, n, unit } = clock.derivation;
  return { do: 'extend', id, days, derivation: deriveDue({ from, n, unit, calendar: setting.calendar, extra }) };
}

/** Stops the named clock if it runs. */
export function stopClock(clocks: Clocks, id: string, on: Day): readonly ClockChange[] {
  const clock = clocks[id];
  return clock && clock.end === undefined ? [{ do: 'stop', id, on }] : [];
}

/** Voids every running clock that `which` picks. */
export function voidClocks(
  clocks: Clocks,
  on: Day,
  which: (id: string, clock: Clock) => boolean,
): readonly ClockChange[] {
  return Object.entries(clocks)
    .filter(([id, clock]) => clock.end === undefined && which(id, clock))
    .map(([id]) => ({ do: 'void', id, on }) as const);
}

/**
 * Counts again every running clock whose date rested on a year not yet published, now that the calendar says more.
 * Only what comes out differently is changed; ended clocks keep the date they ended under.
 */
export function recountClocks(clocks: Clocks, calendar: Calendar): readonly ClockChange[] {
  return Object.entries(clocks).flatMap(([id, clock]) => {
    if (!isRunning(clock) || clock.derivation.calendar !== 'assumed') return [];
    const { from, n, unit, extra } = clock.derivation;
    const derivation = deriveDue({ from, n, unit, extra, calendar });
    const same = derivation.calendar === 'assumed' && derivation.statutoryDue === clock.derivation.statutoryDue;
    return same ? [] : [{ do: 'recount', id, derivation } as const];
  });
}

export function isRunning(clock: Clock | undefined): clock is Clock {
  return clock !== undefined && clock.end === undefined;
}
