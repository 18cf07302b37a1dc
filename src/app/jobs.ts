import { personHandler, personTopic } from '../actors/persons/server/index-persons.ts';
import { eraseJobs } from '../alongside/documents/server/erase.ts';
import { indexHandler, indexTopic } from '../alongside/finding/server/index-matters.ts';
import type { Ledger } from '../ledger/ledger.ts';
import type { JobHandlers } from '../platform/jobs/handler.ts';
import { fileJobs } from './files.ts';
import { messageJobs } from './messages.ts';
import { recountJobs } from './recount/advance.ts';
import { successionJobs } from './succession/advance.ts';

/** What follows acts: search, the repeat test, files, messages. One handler a topic. */
export function cityJobs(ledger: Ledger): JobHandlers {
  return {
    [indexTopic]: indexHandler(ledger),
    [personTopic]: personHandler(ledger),
    ...fileJobs(ledger),
    ...eraseJobs(ledger),
    ...messageJobs(ledger),
    ...recountJobs(ledger),
    ...successionJobs(ledger),
  };
}
