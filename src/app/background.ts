import { renewCitizenKeys } from '../actors/citizens/server/public.ts';
import { renewPersonKeys } from '../actors/persons/server/index-persons.ts';
import { sealFileNames } from '../alongside/documents/server/files.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { startSealing } from '../ledger/log/sealing.ts';
import { startJobs } from '../platform/jobs/jobs.ts';
import type { Log } from '../platform/log/log.ts';
import { createPool } from '../platform/postgres/pool.ts';
import { passDays } from './daily.ts';
import { cityJobs } from './jobs.ts';

/** What a server does besides answering. */
export interface Background {
  /** Lets work under way finish and starts no more. */
  stop(): Promise<void>;
}

/**
 * Carries out what acts left in the outbox, seals the log and does the work of each day, on connections of its own: work
 * does not queue behind requests. In any number of processes.
 */
export async function startBackground({
  ledger,
  url,
  log,
}: {
  ledger: Ledger;
  /** Of the ledger's database. */
  url: string;
  log: Log;
}): Promise<Background> {
  const pool = createPool(url, { max: 5 });
  try {
    const jobs = await startJobs({
      pool,
      handlers: cityJobs(ledger),
      log,
      daily: (signal) => daily(ledger, signal, log),
    });
    const sealing = startSealing({ ...ledger, pool }, { log });
    return {
      stop: async () => {
        await sealing.stop();
        await jobs.stop();
        await pool.end();
      },
    };
  } catch (cause) {
    await pool.end();
    throw cause;
  }
}

async function daily(ledger: Ledger, signal: AbortSignal, log: Log): Promise<void> {
  const { lapsed } = await passDays(ledger, signal);
  if (lapsed > 0) log.info('windows for review ended unused', { lapsed });
  if (!signal.aborted) await renewPersonKeys(ledger);
  if (!signal.aborted) await renewCitizenKeys(ledger);
  if (!signal.aborted) await sealFileNames(ledger);
}
