import { type Day, dayOf, parseDay, sayDay } from '../../domain/days.ts';
import { MATTER_PHASES, type MatterPhase } from '../../domain/matter.ts';
import type { Refusal } from '../../domain/refusals.ts';
import { BAD_PERIOD } from './print.texts.ts';

/** 2026年3月2日: papers write dates without the weekday; a day not yet come to is left empty. */
export function sayDate(day: Day | undefined): string {
  return day === undefined || day === '' ? '' : sayDay(day, 'zh-CN', { weekday: false });
}

/** 2026年3月2日 20:14, Shanghai time, of an ISO instant in UTC. */
export function sayMoment(instant: string): string {
  const [, hour = '0', minute = '00'] = /T(\d\d):(\d\d)/.exec(instant) ?? [];
  return `${sayDate(dayOf(instant))} ${String((Number(hour) + 8) % 24).padStart(2, '0')}:${minute}`;
}

/** The beginning of a long text, and whether anything was left off. Never splits a character of four bytes. */
export function clip(text: string, most: number): { readonly text: string; readonly cut: boolean } {
  const signs = [...text];
  return signs.length <= most ? { text, cut: false } : { text: signs.slice(0, most).join(''), cut: true };
}

/** The Chinese label of a code of one of the closed lists; imported lives may state none. */
export function labelOf(labels: Readonly<Record<string, { readonly zh: string }>>, code: string | undefined): string {
  if (code === undefined || code === '' || code === 'unknown') return '未载明';
  return (Object.hasOwn(labels, code) ? labels[code]?.zh : undefined) ?? code;
}

/** What a ledger is printed of: days of receipt, both included. */
export interface Period {
  readonly from: Day;
  readonly to: Day;
  readonly phase?: Exclude<MatterPhase, 'none'>;
}

/** Reads the period of a ledger from its address; without days it is this year so far. */
export function readPeriod(query: Readonly<Record<string, unknown>>, today: Day): Period | Refusal {
  const from = readDay(query.from, `${today.slice(0, 4)}-01-01`);
  const to = readDay(query.to, today);
  const { phase = '' } = query;
  const found = MATTER_PHASES.find((one) => one === phase);
  if (from === undefined || to === undefined || from > to) return BAD_PERIOD;
  if (phase === '') return { from, to };
  return found === undefined || found === 'none' ? BAD_PERIOD : { from, to, phase: found };
}

function readDay(given: unknown, otherwise: Day): Day | undefined {
  if (given === undefined || given === '') return otherwise;
  return typeof given === 'string' ? parseDay(given) : undefined;
}
