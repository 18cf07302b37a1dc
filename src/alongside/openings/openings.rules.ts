import { type BodyDirectory, divisionPrefix, isAccused } from '../../domain/bodies.ts';
import { laterBy } from '../../domain/days.ts';
import { type Refusal, refuseState, type Said } from '../../domain/refusals.ts';
import type { Role } from '../../domain/vocabulary.ts';

/** What a sealed report is opened for. */
export const PURPOSES = ['register', 'pass-on', 'handle', 'answer', 'ordered'] as const;
export type Purpose = (typeof PURPOSES)[number];

export const PURPOSE_LABELS = {
  register: { zh: '登记', en: 'To register it' },
  'pass-on': { zh: '按管理权限移交', en: 'To pass it to the competent body' },
  handle: { zh: '办理、核查', en: 'To work on it' },
  answer: { zh: '答复检举人', en: 'To answer whoever reported' },
  ordered: { zh: '有权机关依法调阅', en: 'For a body that may lawfully see it' },
} as const satisfies Record<Purpose, Said>;

/** Days an opening may last, and those offered at first. */
export const MOST_DAYS = 30;
export const USUAL_DAYS = 5;
/** Hours a request waits for the second person. */
export const WAIT_HOURS = 72;

/** One request to open a report, and what became of it. Instants are ISO 8601. */
export interface Opening {
  readonly submission: string;
  readonly account: string;
  readonly body: string;
  readonly days: number;
  /** Danger to life was flagged: it is open at once, and the second person looks at it afterwards. */
  readonly urgent: boolean;
  readonly askedAt: string;
  readonly openedAt?: string;
  readonly until?: string;
  readonly second?: string;
  readonly refused: boolean;
  readonly endedAt?: string;
}

export type OpeningState = 'waiting' | 'open' | 'over' | 'lapsed' | 'refused' | 'ended';

/** Where it stands at `now`. */
export function stateOf(opening: Opening, now: string): OpeningState {
  if (opening.refused) return 'refused';
  if (opening.endedAt !== undefined) return 'ended';
  if (opening.openedAt === undefined || opening.until === undefined)
    return now < waitsUntil(opening.askedAt) ? 'waiting' : 'lapsed';
  return now < opening.until ? 'open' : 'over';
}

/** Until when a request waits: an instant, ISO 8601. */
export function waitsUntil(askedAt: string): string {
  return laterBy(askedAt, WAIT_HOURS * 60);
}

/** Until when a report opened at `from` stays open: an instant, ISO 8601. */
export function opensUntil(from: string, days: number): string {
  return laterBy(from, days * 24 * 60);
}

/** Who decides on a request: an officer with their posts. */
export interface Decider {
  readonly account: string;
  readonly body: string;
  readonly roles: readonly Role[];
}

/**
 * May this officer be the second person? Another keeper at the same body, or a security officer of its place, who learns
 * neither number nor content; never whoever asked, and nobody of a body the report is about (条例 30¶3).
 */
export function maySecond(
  opening: Pick<Opening, 'account' | 'body'>,
  decider: Decider,
  { accused, bodies }: { readonly accused: readonly string[]; readonly bodies: BodyDirectory },
): boolean {
  if (decider.account === opening.account) return false;
  if (decider.roles.includes('sealed') && decider.body === opening.body) return true;
  const own = bodies.find(decider.body);
  const place = bodies.find(opening.body)?.division ?? '';
  return (
    decider.roles.includes('security') &&
    own !== undefined &&
    place.startsWith(divisionPrefix(own.division)) &&
    !isAccused(bodies, accused, decider.body)
  );
}

export const DECIDED = refuseState(
  'opening-decided',
  409,
  '这份申请已经有了结果',
  'This request has been decided already',
);

/** Why a decision cannot be taken now: it was, or waited too long. An urgent one waits for its second look while it is open. */
export function refuseDecision(opening: Opening, now: string): Refusal | undefined {
  const state = stateOf(opening, now);
  const waits = opening.second === undefined && (state === 'waiting' || (opening.urgent && state === 'open'));
  return waits ? undefined : DECIDED;
}

/** Why `account`, a keeper of the body, cannot end it: it is not open. What waits, whoever asked takes back. */
export function refuseEnd(opening: Opening, account: string, now: string): Refusal | undefined {
  const state = stateOf(opening, now);
  return state === 'open' || (state === 'waiting' && account === opening.account)
    ? undefined
    : refuseState('opening-over', 409, '这次开启已经结束', 'This opening is over already');
}
