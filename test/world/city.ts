import { randomBytes } from 'node:crypto';
import { buildCityServer } from '../../src/app/build-server.ts';
import { cityJobs } from '../../src/app/jobs.ts';
import { type Planted, plantCity } from '../../src/app/seed/plant.ts';
import { directoryOf } from '../../src/domain/bodies.ts';
import { NATIONAL_ONLY } from '../../src/domain/packs.ts';
import type { Ledger } from '../../src/ledger/ledger.ts';
import { type SettableClock, settableClock } from '../../src/platform/clock/clock.ts';
import { markUp } from '../../src/platform/http/server.ts';
import { runOutbox } from '../../src/platform/jobs/run-outbox.ts';
import { log } from '../../src/platform/log/log.ts';
import { keyringOf } from '../../src/platform/secrets/keyring.ts';
import { openTestDatabase } from './database.ts';

export const PASSWORD = 'lantern-river-bridge-7';

/** A city on a database of its own, at a fixed moment: Wednesday 2026-03-11, 10:00 in Shanghai. */
export async function openTestCity(given: { stories?: number; now?: string } = {}): Promise<{
  readonly ledger: Ledger & { readonly clock: SettableClock };
  readonly planted: Planted;
  readonly server: Awaited<ReturnType<typeof buildCityServer>>;
  /** Carries out what acts left in the outbox, on the spot. */
  runJobs(): Promise<void>;
  /** Listens on a free port of this machine and says the address. */
  listen(): Promise<string>;
  close(): Promise<void>;
}> {
  const database = await openTestDatabase();
  const clock = settableClock(given.now ?? '2026-03-11T02:00:00Z');
  const ledger = {
    pool: database.pool,
    keyring: keyringOf(randomBytes(32)),
    clock,
    reference: {
      bodies: directoryOf([]),
      calendar: { id: 'none', version: 0, years: {} },
      packs: NATIONAL_ONLY,
    },
  };
  const planted = await plantCity(ledger, {
    password: PASSWORD,
    say: () => {},
    now: clock.now(),
    only: given.stories ?? 1,
  });
  await database.pool.query(`insert into setting (name, value) values ('planted', '"city"')`);
  const server = await buildCityServer(ledger, { version: 'test' });
  return {
    ledger,
    planted,
    server,
    runJobs: async () => {
      await runOutbox({ pool: database.pool, handlers: cityJobs(ledger), log, clock });
    },
    listen: async () => {
      const address = await server.listen({ host: '127.0.0.1', port: 0 });
      markUp(server);
      return address;
    },
    close: async () => {
      await server.close();
      await database.close();
    },
  };
}
