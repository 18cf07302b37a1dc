import { type BodyDirectory, divisionPrefix } from '../../domain/bodies.ts';
import type { Role } from '../../domain/vocabulary.ts';
import type { AccountRefusal } from './accounts.texts.ts';

/** 三员: posts that administer, each alone in an account, and none of them sees a case (design §6). */
export const ADMINISTERING = ['admin', 'security', 'auditor'] as const satisfies readonly Role[];

export function isAdministering(role: Role): boolean {
  return ADMINISTERING.some((one) => one === role);
}

/** Whether an account may hold these posts together. */
export function refuseRoles(roles: readonly Role[]): AccountRefusal | undefined {
  if (roles.length === 0) return 'no-role';
  return roles.some(isAdministering) && roles.length > 1 ? 'roles-apart' : undefined;
}

/** A post that administers is given by two: one administrator asks, the security officer confirms. */
export function needsSecond(before: readonly Role[], after: readonly Role[]): boolean {
  return after.some((role) => isAdministering(role) && !before.includes(role));
}

/** Accounts of the bodies within the administrator's own place. */
export function mayAdminister(bodies: BodyDirectory, own: string, body: string): boolean {
  const [mine, other] = [bodies.find(own), bodies.find(body)];
  return mine !== undefined && other?.division.startsWith(divisionPrefix(mine.division)) === true;
}

/** A login: what is typed each morning, and stands in every trail. */
export function isLogin(text: string): boolean {
  return /^[a-z][a-z0-9._-]{2,31}$/.test(text);
}

const LETTERS = 'abcdefghjkmnpqrstuvwxyz23456789';

/** A first password from 16 random bytes: read over the telephone without mistaking a letter, and changed at once. */
export function sayFirstPassword(bytes: Uint8Array): string {
  const letters = [...bytes].map((byte) => LETTERS[byte % LETTERS.length]);
  return letters.join('').replace(/(.{4})(?=.)/g, '$1-');
}
