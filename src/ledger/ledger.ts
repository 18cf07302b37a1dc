import type { Pool } from 'pg';
import type { ActContext, Actor } from '../domain/act.ts';
import type { BodyDirectory } from '../domain/bodies.ts';
import type { Calendar } from '../domain/calendar.ts';
import { dayOf } from '../domain/days.ts';
import type { Packs } from '../domain/packs.ts';
import { NATIONAL_PACK } from '../domain/rule-pack.ts';
import type { Clock } from '../platform/clock/clock.ts';
import type { Keyring } from '../platform/secrets/keyring.ts';

/** What every act needs around it. One a process; bodies and calendar are read again when they change. */
export interface Ledger {
  readonly pool: Pool;
  readonly keyring: Keyring;
  readonly clock: Clock;
  /** Reference data, small and the same on every shard; replaced as a whole when a body or calendar changes. */
  reference: { readonly bodies: BodyDirectory; readonly calendar: Calendar; readonly packs: Packs };
  /** Reads the reference data again; absent where nothing else can change it. */
  readonly renew?: () => Promise<void>;
}

/**
 * Another process may have published the rules that a case keeps a moment ago: they are read before anything is decided
 * or shown of it.
 */
export async function knowPacks(ledger: Ledger, states: Iterable<unknown>): Promise<void> {
  for (const state of states) {
    if (typeof state !== 'object' || state === null || !('pack' in state) || typeof state.pack !== 'string') continue;
    if (state.pack === '' || ledger.reference.packs.knows(state.pack)) continue;
    await ledger.renew?.();
    return;
  }
}

/**
 * The arguments of a rule, for this actor now: under the pack the case keeps, or the national one, with what binds the
 * body that acts (a sector's rules) on top.
 */
export function contextFor(ledger: Ledger, actor: Actor, pack?: string): ActContext {
  const now = ledger.clock.now().toISOString();
  const today = dayOf(now);
  const { bodies, packs } = ledger.reference;
  const kept = pack ? packs.get(pack) : NATIONAL_PACK;
  return {
    now,
    today,
    actor,
    calendar: ledger.reference.calendar,
    bodies,
    pack: actor.kind === 'staff' ? packs.forBody(kept, bodies.find(actor.body)) : kept,
  };
}
