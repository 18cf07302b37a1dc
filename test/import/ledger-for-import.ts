import { randomBytes } from 'node:crypto';
import type { Pool } from 'pg';
import { directoryOf } from '../../src/domain/bodies.ts';
import { nationalCalendar } from '../../src/domain/national-calendar.ts';
import { NATIONAL_ONLY } from '../../src/domain/packs.ts';
import type { Ledger } from '../../src/ledger/ledger.ts';
import { settableClock } from '../../src/platform/clock/clock.ts';
import { keyringOf } from '../../src/platform/secrets/keyring.ts';

/** A ledger on an empty database, on a fixed day. */
export function ledgerOn(pool: Pool, now = '2026-11-22T04:00:00.000Z'): Ledger {
  return {
    pool,
    keyring: keyringOf(randomBytes(32)),
    clock: settableClock(now),
    reference: { bodies: directoryOf([]), calendar: nationalCalendar, packs: NATIONAL_ONLY },
  };
}

export const CITY_OFFICE = { id: 'city-petition', division: '990100' } as const;

export async function* linesOf(rows: readonly unknown[]): AsyncGenerator<string> {
  for (const row of rows) yield typeof row === 'string' ? row : JSON.stringify(row);
}
