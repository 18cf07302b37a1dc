import type { Day } from '../domain/days.ts';
import { contextFor, type Ledger } from '../ledger/ledger.ts';
import { lapseWindows } from '../petition/7-review/server/lapse.ts';
import { draftDueRuns } from './recount/daily.ts';
import { saveSetting } from './save-setting.ts';
import { resumeSuccessions } from './succession/advance.ts';
import { listRuns } from './succession/runs.ts';
import { beginYearlyReports } from './yearly-report/begin.ts';

const MEMO = 'daily-done-on';

/**
 * What the passing of days does to cases: once for each day, whichever process comes to it, and however long nobody did.
 * Told by the signal to end, it leaves the rest for the next time. Says what was done; nothing where the day is done
 * already.
 */
export async function passDays(ledger: Ledger, signal?: AbortSignal): Promise<{ readonly lapsed: number }> {
  const { today } = contextFor(ledger, { kind: 'system' });
  const { rows } = await ledger.pool.query<{ value: Day }>('select value from setting where name = $1', [MEMO]);
  const since = rows[0]?.value;
  if (since !== undefined && since >= today) return { lapsed: 0 };
  const lapsed = await lapseWindows(ledger, since, signal);
  if (signal?.aborted) return { lapsed };
  await beginYearlyReports(ledger);
  await draftDueRuns(ledger);
  await resumeSuccessions(ledger, await listRuns(ledger));
  await saveSetting(ledger.pool, MEMO, today);
  return { lapsed };
}
