import type { Calendar } from './calendar.ts';
import { addDays, type Day, daysBetween } from './days.ts';
import { type DayRange, type Derivation, deriveDue } from './due.ts';
import { type ClockKind, NATIONAL_PACK, type RulePack } from './rule-pack.ts';

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
  /** The article its length rests on, and whether a miss breaks the law; absent in clocks of before packs had layers. */
  readonly article?: string;
  readonly statutory?: boolean;
  readonly startedSeq: number;
  /** Since when it stands still; its last day is known once it goes on. */
  readonly suspendedOn?: Day;
  /** Days that are not counted. */
  readonly excluded?: readonly DayRange[];
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
      readonly article?: string;
      readonly statutory?: boolean;
      readonly derivation: Derivation;
    }
  /** Stands still from this day on: a hearing in re-review (条例 36¶2). */
  | { readonly do: 'suspend'; readonly id: string; readonly on: Day }
  /** Goes on: after standing still, or after having been void. `excluded` are all the days it does not count. */
  | {
      readonly do: 'resume';
      readonly id: string;
      readonly excluded: readonly DayRange[];
      readonly derivation: Derivation;
    }
  | { readonly do: 'stop'; readonly id: string; readonly on: Day }
  | { readonly do: 'void'; readonly id: string; readonly on: Day }
  /**
   * Counted again because a calendar arrived, or under rules that count running cases again: then with the pack its
   * length now comes from. Extensions and days not counted stay.
   */
  | {
      readonly do: 'recount';
      readonly id: string;
      readonly derivation: Derivation;
      readonly pack?: string;
      readonly article?: string;
      readonly statutory?: boolean;
    }
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
    if (change.do === 'suspend') {
      next[change.id] = { ...clock, suspendedOn: change.on };
    } else if (change.do === 'resume') {
      const { suspendedOn: _s, endedOn: _e, end: _w, ...rest } = clock;
      next[change.id] = { ...rest, excluded: change.excluded, derivation: change.derivation };
    } else if (change.do === 'recount') {
      const { do: _d, id: _i, ...counted } = change;
      next[change.id] = { ...clock, ...counted };
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
  clock: {
    id: string;
    kind: ClockKind;
    holder: ClockHolder;
    from: Day;
    assignment?: string | undefined;
    n?: number | undefined;
  },
): ClockChange {
  const rule = setting.pack.clocks[clock.kind];
  const base = {
    do: 'start',
    id: clock.id,
    kind: clock.kind,
    holder: clock.holder,
    pack: setting.pack.key,
    article: rule.article,
    statutory: rule.statutory && !setting.pack.historical,
    derivation: deriveDue({ from: clock.from, n: clock.n ?? rule.n, unit: rule.unit, calendar: setting.calendar }),
  } as const;
  return clock.assignment === undefined ? base : { ...base, assignment: clock.assignment };
}

/** Starts a clock that ends on a day somebody set: the count is of calendar days up to it. */
export function startClockTo(
  setting: ClockSetting,
  clock: { id: string; kind: ClockKind; holder: ClockHolder; from: Day; to: Day; assignment?: string | undefined },
): ClockChange {
  const { to, ...rest } = clock;
  const rule = { ...setting.pack.clocks[clock.kind], unit: 'day' as const };
  const pack = { ...setting.pack, clocks: { ...setting.pack.clocks, [clock.kind]: rule } };
  return startClock({ ...setting, pack }, { ...rest, n: Math.max(0, daysBetween(clock.from, to)) });
}

/** The article a clock's length rests on. */
export function articleOf(clock: Clock): string {
  return clock.article ?? NATIONAL_PACK.clocks[clock.kind].article;
}

/** Whether missing it breaks the law, rather than a target this installation set itself. */
export function isStatutory(clock: Clock): boolean {
  return clock.statutory ?? NATIONAL_PACK.clocks[clock.kind].statutory;
}

/** Adds days to a running clock (条例 34): the count goes on from the original start, so nothing is counted twice. */
export function extendClock(setting: ClockSetting, id: string, clock: Clock, days: number): ClockChange {
  const extra = clock.extensions.reduce((sum, extension) => sum + extension.days, 0) + days;
  const { from, n, unit } = clock.derivation;
  const { excluded } = clock;
  return {
    do: 'extend',
    id,
    days,
    derivation: deriveDue({ from, n, unit, calendar: setting.calendar, extra, excluded }),
  };
}

/** Lets a clock stand still from today. */
export function suspendClock(clocks: Clocks, id: string, on: Day): readonly ClockChange[] {
  return isRunning(clocks[id]) && clocks[id]?.suspendedOn === undefined ? [{ do: 'suspend', id, on }] : [];
}

/** Lets clocks go on that stood still, or had been void: none of the days since `since`, up to and with `until`, counts. */
export function resumeClock(setting: ClockSetting, id: string, clock: Clock, since: Day, until: Day): ClockChange {
  const { from, n, unit, extra } = clock.derivation;
  const excluded = since > until ? (clock.excluded ?? []) : [...(clock.excluded ?? []), { from: since, to: until }];
  return {
    do: 'resume',
    id,
    excluded,
    derivation: deriveDue({ from, n, unit, extra, calendar: setting.calendar, excluded }),
  };
}

/**
 * What a clock stood still for is over today. One that was voided meanwhile stays void, and goes on with these days left
 * out should it ever go on.
 */
export function endStandstill(setting: ClockSetting, id: string, clock: Clock, today: Day): readonly ClockChange[] {
  if (clock.suspendedOn === undefined || clock.end === 'met' || clock.end === 'late') return [];
  const resumed = resumeClock(setting, id, clock, clock.suspendedOn, today);
  return clock.endedOn === undefined ? [resumed] : [resumed, { do: 'void', id, on: clock.endedOn }];
}

/**
 * The clocks that this day voided go on; the days between do not count (E31). What stood still, and still has reason to,
 * stands still again from today.
 */
export function resumeVoided(
  setting: ClockSetting,
  clocks: Clocks,
  voidedOn: Day,
  today: Day,
  which: (id: string, clock: Clock) => boolean,
): readonly ClockChange[] {
  return Object.entries(clocks)
    .filter(([id, clock]) => clock.end === 'void' && clock.endedOn === voidedOn && which(id, clock))
    .flatMap(([id, clock]) =>
      clock.suspendedOn === undefined
        ? [resumeClock(setting, id, clock, addDays(voidedOn, 1), today)]
        : [resumeClock(setting, id, clock, clock.suspendedOn, today), { do: 'suspend', id, on: today } as const],
    );
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

/** The clocks of a task that leaves its body, save one that ends otherwise; an order about it is still to be answered. */
export function endTask(clocks: Clocks, on: Day, assignment: string, save: string): readonly ClockChange[] {
  return voidClocks(
    clocks,
    on,
    (id, clock) => clock.assignment === assignment && clock.kind !== 'supervision' && id !== save,
  );
}

/** What was asked of others for a task ends with it: contributions and papers that are still awaited. */
export function endAwaited(clocks: Clocks, on: Day, assignment: string): readonly ClockChange[] {
  return voidClocks(
    clocks,
    on,
    (_, clock) => clock.assignment === assignment && (clock.kind === 'contribution' || clock.kind === 'supplement'),
  );
}

/**
 * Counts again every running clock by this calendar: those that rested on a year not yet published, and those whose year
 * was corrected. Only what comes out differently is changed; ended clocks keep the date they ended under.
 */
export function recountClocks(clocks: Clocks, calendar: Calendar): readonly ClockChange[] {
  return Object.entries(clocks).flatMap(([id, clock]) => {
    if (!isRunning(clock)) return [];
    const { from, n, unit, extra } = clock.derivation;
    const derivation = deriveDue({ from, n, unit, extra, calendar, excluded: clock.excluded });
    return endsAlike(derivation, clock.derivation) ? [] : [{ do: 'recount', id, derivation } as const];
  });
}

function endsAlike(a: Derivation, b: Derivation): boolean {
  return a.rawEnd === b.rawEnd && a.statutoryDue === b.statutoryDue && a.calendar === b.calendar;
}

export function isRunning(clock: Clock | undefined): clock is Clock {
  return clock !== undefined && clock.end === undefined;
}

/** The periods in which a body owes the petitioner its next step. */
const PERIODS: readonly ClockKind[] = ['forward', 'notice', 'handle', 'simple-handle', 'redo', 'duty'];

/**
 * Whether a body has let such a period pass (条例 19¶3, E38): until then what is raised above is declined there, and from
 * then on it is put under an order. One that stands still has no last day yet.
 */
export function isPastPeriod(clocks: Clocks, today: Day): boolean {
  return Object.values(clocks).some(
    (clock) =>
      PERIODS.includes(clock.kind) &&
      isRunning(clock) &&
      clock.suspendedOn === undefined &&
      clock.derivation.statutoryDue < today,
  );
}
