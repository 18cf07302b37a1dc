import { type IndexPayload, indexMatters, indexTopic } from '../alongside/finding/server/index-matters.ts';
import type { Ledger } from '../ledger/ledger.ts';
import type { JobHandlers } from '../platform/jobs/handler.ts';
import { fileJobs } from './files.ts';
import { messageJobs } from './messages.ts';

/** What follows acts: search, files, messages. One handler a topic. */
export function cityJobs(ledger: Ledger): JobHandlers {
  return {
    [indexTopic]: {
      handleMany: (jobs) =>
        indexMatters(
          ledger,
          jobs.map((job) => job.payload as IndexPayload),
        ),
    },
    ...fileJobs(ledger),
    ...messageJobs(ledger),
  };
}
