import { setTimeout as sleep } from 'node:timers/promises';
import type { Log } from '../../platform/log/log.ts';
import type { Ledger } from '../ledger.ts';
import { seal } from './seal.ts';

/** Between two looks at what waits for its place in the log. */
const INTERVAL_MS = 2_000;

/** Keeps the log growing as long as this process runs. A fault is said once until it works again. */
export function startSealing(
  ledger: Ledger,
  { log, intervalMs = INTERVAL_MS }: { log: Log; intervalMs?: number },
): { stop(): Promise<void> } {
  const stopping = new AbortController();
  const run = async (): Promise<void> => {
    let told = false;
    while (!stopping.signal.aborted) {
      try {
        await seal(ledger, stopping.signal);
        told = false;
      } catch (cause) {
        if (!told) log.fault(cause, { doing: 'sealing the log' });
        told = true;
      }
      await sleep(intervalMs, undefined, { signal: stopping.signal }).catch(() => {});
    }
  };
  const running = run();
  return {
    async stop() {
      stopping.abort();
      await running;
    },
  };
}
