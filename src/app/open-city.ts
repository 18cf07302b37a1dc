import type { Pool } from 'pg';
import { loadDirectory } from '../actors/bodies/server/public.ts';
import { loadCalendar, loadPacks } from '../actors/rulebook/server/public.ts';
import { openReadyDatabase } from '../db/database.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { refold } from '../ledger/refold.ts';
import { type Clock, systemClock } from '../platform/clock/clock.ts';
import { inOperatorLanguage } from '../platform/config/operator-words.ts';
import { readProcessSettings } from '../platform/config/process-settings.ts';
import { openKeyring } from '../platform/secrets/key-source.ts';
import { AREAS } from '../platform/secrets/keyring.ts';
import type { OptionValues } from './commands.ts';
import { checkKeys, readKnownKeys } from './known-keys.ts';

/** An installation ready for work: database, keys, and the reference data every act needs. */
export interface City {
  readonly ledger: Ledger;
  readonly url: string;
  readonly dataDir: string;
  close(): Promise<void>;
}

/** Opens what the options name (data folder or outside database), brings the schema up to date, reads bodies, calendar and rules. */
export async function openCity(given: {
  values: OptionValues;
  say: (line: string) => void;
  clock?: Clock;
  max?: number;
}): Promise<City> {
  const settings = readProcessSettings({ env: process.env, options: given.values });
  const ready = await openReadyDatabase({
    dataDir: settings.dataDir,
    databaseUrl: settings.databaseUrl?.reveal(),
    say: given.say,
    ...(given.max === undefined ? {} : { max: given.max }),
  });
  try {
    await refold(ready.pool, (done) =>
      given.say(
        inOperatorLanguage({
          zh: `按新版本重新整理 ${done} 段经过`,
          en: `Folded ${done} histories again for this version`,
        }),
      ),
    );
    const known = await readKnownKeys(ready.pool);
    const keyring = openKeyring(
      { dataDir: settings.dataDir, env: process.env },
      AREAS.filter((area) => known[area] !== undefined),
    );
    await checkKeys(ready.pool, keyring);
    const ledger: Ledger = {
      pool: ready.pool,
      keyring,
      clock: given.clock ?? systemClock,
      reference: await readReference(ready.pool),
      renew: async () => {
        ledger.reference = await readReference(ready.pool);
      },
    };
    return { ledger, url: ready.url, dataDir: settings.dataDir, close: () => ready.close() };
  } catch (cause) {
    /* Nobody else would give the database back, and the command would wait for it for good. */
    await ready.close();
    throw cause;
  }
}

export async function readReference(pool: Pool): Promise<Ledger['reference']> {
  const [bodies, calendar, packs] = await Promise.all([loadDirectory(pool), loadCalendar(pool), loadPacks(pool)]);
  return { bodies, calendar, packs };
}
