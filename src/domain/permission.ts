import type { Actor } from './act.ts';
import { type BodyDirectory, divisionPrefix } from './bodies.ts';
import { bodiesOf, type MatterState } from './matter.ts';
import { type Refusal, refuseState } from './refusals.ts';
import type { SubmissionState } from './submission.ts';
import type { Role } from './vocabulary.ts';

/** What a route asks of whoever calls it. Deny by default: a route names one of these or does not compile. */
export const PERMISSIONS = {
  /** Anybody, signed in or not. */
  anyone: 'anyone',
  /** A petitioner who gave the query code and a second fact, for that submission. */
  petitioner: 'petitioner',
  /** Any signed-in officer. */
  staff: [
    'clerk',
    'dispatcher',
    'handler',
    'head',
    'supervisor',
    'leader',
    'reviewer',
    'analyst',
    'admin',
    'security',
    'auditor',
    'sealed',
  ],
  intake: ['clerk', 'dispatcher', 'sealed'],
  /** Reading and acting on cases; which cases, and which acts, the rules decide. */
  cases: ['clerk', 'dispatcher', 'handler', 'head', 'supervisor', 'leader', 'reviewer', 'sealed'],
  figures: ['supervisor', 'leader', 'analyst', 'head', 'dispatcher'],
  inspections: ['supervisor', 'leader'],
  /** The yearly report of a petition office: whoever makes it, and whom it is made to. */
  'yearly-reports': ['head', 'supervisor', 'leader', 'analyst'],
  /** Sealed reports: who keeps them; opening one takes a second person, who may be the security officer. */
  sealed: ['sealed'],
  openings: ['sealed', 'security'],
  admin: ['admin'],
  /** Accounts: an administrator asks, and decides what takes one; the security officer confirms what takes two. */
  accounts: ['admin', 'security'],
  security: ['security'],
  audit: ['auditor'],
} as const satisfies Record<string, 'anyone' | 'petitioner' | readonly Role[]>;
export type Permission = keyof typeof PERMISSIONS;

/** May this actor call a route of this permission at all? */
export function holds(actor: Actor | undefined, permission: Permission): boolean {
  const wanted: 'anyone' | 'petitioner' | readonly Role[] = PERMISSIONS[permission];
  if (wanted === 'anyone') return true;
  if (wanted === 'petitioner') return actor?.kind === 'petitioner';
  return actor?.kind === 'staff' && actor.roles.some((role) => wanted.includes(role));
}

/**
 * Which cases a staff actor may list: those its body had in hand, and for petition offices and governments (whose work
 * is the whole territory: 条例 14, 38) all within their division. `prefix` is of the region, undefined for none.
 * Administrators of any of the three kinds see no case.
 */
export interface Scope {
  readonly body: string;
  readonly prefix?: string;
  readonly none: boolean;
}

const TERRITORIAL: readonly Role[] = ['clerk', 'dispatcher', 'head', 'supervisor', 'leader', 'analyst'];
const CASE_ROLES: readonly Role[] = [
  'clerk',
  'dispatcher',
  'handler',
  'head',
  'supervisor',
  'leader',
  'reviewer',
  'analyst',
];

export function scopeOf(actor: Actor, bodies: BodyDirectory): Scope {
  if (actor.kind !== 'staff') return { body: '', none: true };
  const none = !actor.roles.some((role) => CASE_ROLES.includes(role));
  const body = bodies.find(actor.body);
  const territorial =
    !none &&
    body !== undefined &&
    ((body.kind === 'petition' && actor.roles.some((role) => TERRITORIAL.includes(role))) ||
      ((body.kind === 'government' || body.kind === 'party') &&
        actor.roles.some((role) => role === 'leader' || role === 'supervisor' || role === 'analyst')));
  return territorial
    ? { body: actor.body, prefix: divisionPrefix(body.division).slice(0, 6), none }
    : { body: actor.body, none };
}

/** Does this officer hold the post that keeps this report, at the body it is kept at? (条例 30¶3) */
export function keepsReport(
  state: { readonly sealed: boolean; readonly keeper?: string },
  office: string,
  actor: Actor,
): boolean {
  return (
    state.sealed && actor.kind === 'staff' && actor.roles.includes('sealed') && actor.body === (state.keeper ?? office)
  );
}

const hasOpened = (actor: Actor, submissions: readonly string[]): boolean =>
  actor.kind === 'staff' && submissions.some((one) => actor.opened?.includes(one) === true);

/** To whoever keeps it, and has not opened it. */
const REPORT_CLOSED = refuseState(
  'report-closed',
  403,
  '这件检举控告材料封存着：先写明用途，由第二个人确认，再打开',
  'This report is sealed: state the purpose and have a second person confirm it, then open it',
);

/** What its keeper hears of a report that is not opened; undefined for everybody else, to whom it is not there. */
export function refuseClosed(state: MatterState | SubmissionState | undefined, actor: Actor): Refusal | undefined {
  if (state === undefined) return undefined;
  return keepsReport(state, 'office' in state ? state.office : state.body, actor) ? REPORT_CLOSED : undefined;
}

/** May this actor read this matter? Sealed reports only by the post that keeps them, once opened. */
export function mayRead(state: MatterState, region: string, actor: Actor, bodies: BodyDirectory): boolean {
  if (actor.kind === 'petitioner') return !actor.limited && state.submissions.includes(actor.submission);
  if (actor.kind !== 'staff') return false;
  if (state.sealed) return keepsReport(state, state.office, actor) && hasOpened(actor, state.submissions);
  const scope = scopeOf(actor, bodies);
  if (scope.none) return false;
  return bodiesOf(state).includes(actor.body) || (scope.prefix !== undefined && region.startsWith(scope.prefix));
}

/** The same for a submission, which before it is registered has no matter. `number` is its own. */
export function mayReadSubmission(
  state: SubmissionState,
  number: string,
  actor: Actor,
  bodies: BodyDirectory,
): boolean {
  if (actor.kind !== 'staff') return false;
  if (state.sealed) return keepsReport(state, state.body, actor) && hasOpened(actor, [number]);
  const scope = scopeOf(actor, bodies);
  if (scope.none) return false;
  /* Whoever was sent an urgent report reads what it is about. */
  if (Object.values(state.reports ?? {}).some((report) => report.to.includes(actor.body))) return true;
  return state.body === actor.body || (scope.prefix !== undefined && number.startsWith(scope.prefix));
}
