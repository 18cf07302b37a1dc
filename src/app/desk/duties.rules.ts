import type { Actor } from '../../domain/act.ts';
import type { Role } from '../../domain/vocabulary.ts';

/** The working lists, in the order in which a desk shows them: the order of a petition's life. */
export const DUTIES = [
  'alarm',
  'urgent',
  'to-register',
  'to-forward',
  'returned',
  'to-settle',
  'to-sign',
  'to-accept',
  'to-arbitrate',
  'in-hand',
  'contribution',
  'hearing',
  'to-approve',
  'to-serve',
  'to-execute',
  'to-report',
  'report-came',
  'order',
  'order-answered',
  'proposal',
  'watching',
  'review-asked',
  'review-in-hand',
  'review-to-approve',
  'review-to-serve',
  'imported-open',
] as const;
export type Duty = (typeof DUTIES)[number];

const HANDLING = [
  'to-sign',
  'to-accept',
  'in-hand',
  'contribution',
  'hearing',
  'to-serve',
  'to-execute',
  'to-report',
  'order',
] as const satisfies readonly Duty[];

/** Which lists each post is shown. Supervisors and leaders see all of their body's and act on none. */
export const ROLE_DUTIES = {
  clerk: ['alarm', 'to-register', 'to-sign', 'to-serve'],
  dispatcher: [
    'alarm',
    'to-register',
    'to-forward',
    'returned',
    'to-settle',
    'to-approve',
    'watching',
    'report-came',
    'imported-open',
  ],
  handler: HANDLING,
  head: ['alarm', 'urgent', ...HANDLING, 'to-approve', 'to-arbitrate', 'proposal', 'report-came', 'review-to-approve'],
  supervisor: DUTIES,
  leader: DUTIES,
  reviewer: ['review-asked', 'review-in-hand', 'hearing', 'review-to-serve'],
  analyst: [],
  admin: [],
  security: [],
  auditor: [],
  sealed: [],
} as const satisfies Record<Role, readonly Duty[]>;

/** The lists of this officer, in the fixed order; none for who has no desk. */
export function dutiesOf(actor: Actor): readonly Duty[] {
  if (actor.kind !== 'staff') return [];
  const shown = new Set<Duty>(actor.roles.flatMap((role): readonly Duty[] => ROLE_DUTIES[role]));
  return DUTIES.filter((duty) => shown.has(duty));
}
