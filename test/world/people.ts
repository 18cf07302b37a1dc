import { bodies as cityBodies } from '../../src/app/seed/bodies.ts';
import type { Actor } from '../../src/domain/act.ts';
import { ACT_ROLES, type MatterActId } from '../../src/domain/acts.ts';
import { type Body, directoryOf } from '../../src/domain/bodies.ts';
import type { Role } from '../../src/domain/vocabulary.ts';

/** The bodies of the demonstration city, as rules see them. */
export const bodies = directoryOf(cityBodies.map((body): Body => ({ ...body, superiors: body.superiors ?? [] })));

/** The body of this id. Throws when the city has none. */
export function getBody(id: string): Body {
  const body = bodies.find(id);
  if (!body) throw new Error(`the city has no body ${id}`);
  return body;
}

/** An officer with these posts at a body: `by('d01-housing', 'head')`. The account is named after both. */
export function by(body: string, ...roles: readonly Role[]): Actor {
  return { kind: 'staff', account: `${body}.${roles.join('+')}`, body, roles };
}

/** Who followed a submission with its code. */
export function petitionerOf(submission: string): Actor {
  return { kind: 'petitioner', submission };
}

const LIKELY: readonly Role[] = ['handler', 'reviewer', 'dispatcher', 'head', 'clerk'];

/** The post that usually does an act, where several may. */
export function usualRole(act: MatterActId): Role | 'petitioner' | 'system' {
  const roles: readonly Role[] | 'petitioner' | 'system' = ACT_ROLES[act];
  if (roles === 'petitioner' || roles === 'system') return roles;
  return LIKELY.find((role) => roles.includes(role)) ?? roles[0] ?? 'head';
}
