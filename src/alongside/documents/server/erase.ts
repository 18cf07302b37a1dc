import { eraseContents } from '../../../ledger/content.ts';
import type { Ledger } from '../../../ledger/ledger.ts';
import type { JobHandlers } from '../../../platform/jobs/handler.ts';
import { eraseFiles } from './files.ts';

/** Outbox topic: what was written in these histories is to be erased. Payload `{ streams }`, numbers of one case. */
export const eraseTopic = 'erase';

/** Removes what was written, and the files that came with it. Harmless to repeat. */
export function eraseJobs(ledger: Ledger): JobHandlers {
  return {
    [eraseTopic]: async (payload) => {
      const { streams } = payload as { streams: readonly string[] };
      await eraseContents(ledger.pool, streams);
      await eraseFiles(ledger, streams);
    },
  };
}
