import type { Actor } from '../../domain/act.ts';
import { ROLES, type Role } from '../../domain/vocabulary.ts';
import type { Ledger } from '../../ledger/ledger.ts';
import { people } from './people.ts';
import type { Story } from './stories-shape.ts';

/** Posts a body needs to live through a story, where nobody named holds them. */
export const SEED_ROLES = [
  { role: 'dispatcher', title: { zh: '分拨员', en: 'Dispatcher' } },
  { role: 'handler', title: { zh: '承办人', en: 'Handler' } },
  { role: 'head', title: { zh: '负责人', en: 'Head' } },
  { role: 'reviewer', title: { zh: '复查复核员', en: 'Reviewer' } },
] as const satisfies readonly { role: Role; title: { zh: string; en: string } }[];

export function seedAccount(body: string, role: Role): string {
  return `${body}.${role}`;
}

/** Whoever holds this post: the named officer, or the account of a body that has none. */
export function staff(body: string, role: Role): Actor {
  const named = people.find((one) => one.body === body && one.roles.includes(role));
  if (!named) return { kind: 'staff', account: seedAccount(body, role), body, roles: [role] };
  return {
    kind: 'staff',
    account: named.login,
    body,
    roles: ROLES.filter((one) => named.roles.some((held) => held === one)),
  };
}

/** Whoever approves at a body: its head, or the leader who stands in for one. */
export function approver(body: string): Actor {
  const leads = people.some((one) => one.body === body && one.roles.includes('leader'));
  return staff(body, leads ? 'leader' : 'head');
}

/** What a life has come to while it is lived. */
export interface Life {
  readonly story: Story;
  readonly office: string;
  number: string;
  code: string;
  matter: string;
  /** The matter that a refusal of this one cites. */
  cites?: Life;
  /** Lived through to the end of re-review. */
  readonly toTheEnd?: true;
}

export interface Step {
  readonly at: number;
  readonly run: (ledger: Ledger, life: Life) => Promise<unknown>;
}

/** The assignment that carries it. */
export function task(life: Life): { matter: string; assignment: string } {
  return { matter: life.matter, assignment: 'a1' };
}
