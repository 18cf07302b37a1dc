import type { Pool } from 'pg';
import type { Clock } from '../../../platform/clock/clock.ts';
import type { Keyring } from '../../../platform/secrets/keyring.ts';

/** What signing in needs around it; the ledger has it all. */
export interface SignInTools {
  readonly pool: Pool;
  readonly keyring: Keyring;
  readonly clock: Clock;
}
