import { refuseState } from '../../domain/refusals.ts';

/** One sentence for what is not there and what is not the asker's to see: two would tell a sealed report from none (E27). */
export const NO_SUCH_SUBMISSION = refuseState(
  'no-submission',
  404,
  '没有这一件，或者您不能看',
  'There is no such submission, or it is not yours to see',
);
