import { loadDirectory } from '../../actors/bodies/server/directory.ts';
import { loadCalendar } from '../../actors/rulebook/server/calendars.ts';
import { openReadyDatabase } from '../../db/database.ts';
import { nationalCalendar } from '../../domain/national-calendar.ts';
import type { Ledger } from '../../ledger/ledger.ts';
import { systemClock } from '../../platform/clock/clock.ts';
import { readProcessSettings } from '../../platform/config/process-settings.ts';
import { openKeyring } from '../../platform/secrets/keyring.ts';
import type { OptionValues } from '../commands.ts';

/**
 * The ledger of this installation for a command that ends by itself: server up, schema current, bodies and calendar
 * read once. Works beside a running `serve`.
 * @throws OperatorError for anything the operator must put right.
 */
export async function openLedger({
  values,
  say,
  max,
}: {
  values: OptionValues;
  say: (line: string) => void;
  max: number;
}): Promise<{ readonly ledger: Ledger; close(): Promise<void> }> {
  const { dataDir, databaseUrl } = readProcessSettings({ env: process.env, options: values });
  const database = await openReadyDatabase({ dataDir, databaseUrl: databaseUrl?.reveal(), say, max });
  try {
    const [bodies, entered] = await Promise.all([loadDirectory(database.pool), loadCalendar(database.pool)]);
    /* An installation whose calendar nobody has entered yet counts by the one that comes with the program. */
    const calendar = Object.keys(entered.years).length > 0 ? entered : nationalCalendar;
    const keyring = openKeyring(dataDir, process.env.HUIYING_KEY);
    return {
      ledger: { pool: database.pool, keyring, clock: systemClock, reference: { bodies, calendar } },
      close: () => database.close(),
    };
  } catch (cause) {
    await database.close();
    throw cause;
  }
}
