import type { Pool } from 'pg';
import type { ActContext, Actor } from '../domain/act.ts';
import type { BodyDirectory } from '../domain/bodies.ts';
import type { Calendar } from '../domain/calendar.ts';
import { dayOf } from '../domain/days.ts';
import { getPack, NATIONAL_PACK } from '../domain/rule-pack.ts';
import type { Clock } from '../platform/clock/clock.ts';
import type { Keyring } from '../platform/secrets/keyring.ts';

/** What every act needs around it. One a process; bodies and calendar are read again when they change. */
export interface Ledger {
  readonly pool: Pool;
  readonly keyring: Keyring;
  readonly clock: Clock;
  /** Reference data, small and the same on every shard; replaced as a whole when a body or calendar changes. */
  reference: { readonly bodies: BodyDirectory; readonly calendar: Calendar };
}

/** The arguments of a rule, for this actor now, under the pack the case keeps (`id@version`) or the national one. */
export function contextFor(ledger: Ledger, actor: Actor, pack?: string): ActContext {
  const now = ledger.clock.now().toISOString();
  return {
    now,
    today: dayOf(now),
    actor,
    calendar: ledger.reference.calendar,
    bodies: ledger.reference.bodies,
    pack: pack ? getPack(pack.split('@')[0] ?? '') : NATIONAL_PACK,
  };
}
