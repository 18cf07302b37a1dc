import type { Body } from './bodies.ts';
import { type ClockChange, type ClockHolder, type ClockSetting, type Clocks, startClock, stopClock } from './clocks.ts';
import type { Day } from './days.ts';
import { HOP_DAYS, type HopLevel } from './rule-pack.ts';

/** Which level's days to pass a matter on an office has. A street's are those of the county it belongs to. */
const HOP_LEVEL = { city: 'city', district: 'county', street: 'county' } as const satisfies Record<
  Body['level'],
  HopLevel
>;

/**
 * A petition office has received a matter: the law's 15 days to pass it on (条例 22, C2), and the days this system gives
 * its level for that (C2b), a target that breaks no law. Both run from the same day.
 */
export function startForwarding(
  setting: ClockSetting,
  office: Body | undefined,
  clock: { holder: ClockHolder; from: Day; assignment?: string },
): readonly ClockChange[] {
  const id = (kind: string): string => (clock.assignment === undefined ? kind : `${kind}:${clock.assignment}`);
  const hop = setting.pack.clocks.hop;
  return [
    startClock(setting, { id: id('forward'), kind: 'forward', ...clock }),
    startClock(setting, {
      id: id('hop'),
      kind: 'hop',
      ...clock,
      ...(hop.byLevel && office ? { n: HOP_DAYS[HOP_LEVEL[office.level]] } : {}),
    }),
  ];
}

/** It went on, or was answered: what ran for passing it on stops, whichever round of forwarding it belongs to. */
export function stopForwarding(
  clocks: Clocks,
  on: Day,
  of: (holder: ClockHolder) => boolean = () => true,
): readonly ClockChange[] {
  return Object.entries(clocks)
    .filter(([, clock]) => (clock.kind === 'forward' || clock.kind === 'hop') && of(clock.holder))
    .flatMap(([id]) => stopClock(clocks, id, on));
}
