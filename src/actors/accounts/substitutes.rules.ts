import { addDays, type Day } from '../../domain/days.ts';
import type { Role } from '../../domain/vocabulary.ts';
import type { AccountRefusal } from './accounts.texts.ts';

/** Days an absence may be covered at one time; whoever is away longer hands the post over. */
export const MOST_DAYS = 60;

/**
 * Posts that never pass to a substitute: the three that administer are kept apart (三员分立), and a report about wrongdoing
 * is opened by those who were chosen for it (条例 30¶3).
 */
const KEPT: readonly Role[] = ['admin', 'security', 'auditor', 'sealed'];

/** Whoever administers sees no case, and so stands in for nobody. */
export function mayStandIn(roles: readonly Role[]): boolean {
  return !roles.some((role) => role === 'admin' || role === 'security' || role === 'auditor');
}

/** The posts of an absent officer that a substitute holds meanwhile. */
export function lentRoles(roles: readonly Role[]): readonly Role[] {
  return roles.filter((role) => !KEPT.includes(role));
}

export interface Absence {
  readonly account: string;
  readonly substitute: string;
  /** First and last day, both included. */
  readonly from: Day;
  readonly to: Day;
}

/** Why somebody cannot stand in like this; the field to mend stands with it. */
export function findAbsenceFault(
  absence: Absence,
  given: {
    readonly today: Day;
    readonly roles: readonly Role[];
    readonly body: string;
    readonly substituteBody: string | undefined;
    readonly substituteRoles: readonly Role[];
    /** Other absences of the same officer that have not ended. */
    readonly others: readonly Absence[];
  },
): { readonly code: AccountRefusal; readonly field: string } | undefined {
  const { account, substitute, from, to } = absence;
  if (account === substitute) return { code: 'substitute-self', field: 'substitute' };
  if (given.substituteBody !== given.body) return { code: 'substitute-body', field: 'substitute' };
  if (!mayStandIn(given.substituteRoles)) return { code: 'substitute-apart', field: 'substitute' };
  if (lentRoles(given.roles).length === 0) return { code: 'substitute-none', field: 'substitute' };
  if (from < given.today) return { code: 'substitute-past', field: 'from' };
  if (to < from) return { code: 'substitute-order', field: 'to' };
  if (to >= addDays(from, MOST_DAYS)) return { code: 'substitute-long', field: 'to' };
  if (given.others.some((other) => other.from <= to && from <= other.to))
    return { code: 'substitute-twice', field: 'from' };
  return undefined;
}
