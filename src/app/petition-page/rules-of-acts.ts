import { archive, erase, keepLonger, proposeErasure } from '../../alongside/documents/archive.rules.ts';
import { concludeHearing, holdHearing, orderHearing } from '../../alongside/hearings/hearings.rules.ts';
import {
  beginMediation,
  endMediation,
  noteConfirmation,
  notePerformance,
  settle,
} from '../../alongside/mediation/mediation.rules.ts';
import {
  answerOrder,
  answerProposal,
  closeOrder,
  propose,
  returnOrder,
  supervise,
} from '../../alongside/oversight/oversight.rules.ts';
import type { ActContext } from '../../domain/act.ts';
import type { MatterActId } from '../../domain/acts.ts';
import type { MatterState } from '../../domain/matter.ts';
import type { Refusal } from '../../domain/refusals.ts';
import type { RuleId } from '../../domain/rules.ts';
import { mayWithdraw } from '../../petition/1-intake/intake.rules.ts';
import { merge, relate, split, unmerge } from '../../petition/1-intake/matters.rules.ts';
import {
  continueExOfficio,
  endWithoutSuccessor,
  nameSuccessor,
  noteDeath,
  takeBackWithdrawal,
} from '../../petition/1-intake/standing.rules.ts';
import { decideCompetence, raiseDispute } from '../../petition/2-transfer/dispute.rules.ts';
import { agreeReturn, object, refuseReturn } from '../../petition/2-transfer/objection.rules.ts';
import { concludeReport, noteReport, passReport } from '../../petition/2-transfer/report.rules.ts';
import { assign, forward, proposeRoute, sign } from '../../petition/2-transfer/transfer.rules.ts';
import { accept, answerDirectly, routeOut } from '../../petition/3-acceptance/acceptance.rules.ts';
import { notAccept } from '../../petition/3-acceptance/decline.rules.ts';
import {
  askContribution,
  askSupplement,
  contribute,
  endForProcedure,
  noteSupplement,
  toOrdinary,
} from '../../petition/4-handling/beside.rules.ts';
import {
  approveExtension,
  askExtension,
  consentExtension,
  nameHandler,
  noteWork,
  refuseExtension,
} from '../../petition/4-handling/handling.rules.ts';
import { askRecusal, decideRecusal, declareInterest } from '../../petition/4-handling/recusal.rules.ts';
import {
  acceptReport,
  correctRemedy,
  reportExecution,
  reportResult,
  returnReport,
} from '../../petition/5-reply/after-reply.rules.ts';
import { draft, issue, returnDraft, storeScan } from '../../petition/5-reply/reply.rules.ts';
import { serve } from '../../petition/5-reply/service.rules.ts';
import { rehandle, reopenRating, revisit } from '../../petition/6-evaluation/after-rating.rules.ts';
import { rate } from '../../petition/6-evaluation/evaluation.rules.ts';
import { askReview, recordReviewRequest } from '../../petition/7-review/asking.rules.ts';
import {
  decideReview,
  fileTermination,
  lapse,
  returnReviewDraft,
  serveReview,
} from '../../petition/7-review/decision.rules.ts';
import {
  acceptReview,
  askReviewPapers,
  draftReview,
  noteReview,
  refuseReview,
} from '../../petition/7-review/review.rules.ts';

interface Beginning {
  readonly rule?: RuleId;
  mayBegin(state: MatterState, assignment: string | undefined, context: ActContext): Refusal | undefined;
}

/** Every act on a matter, with the rule that opens it: the same function guards the server and draws the button. */
export const MATTER_RULES = {
  'propose-route': proposeRoute,
  forward,
  assign,
  split,
  merge,
  unmerge,
  relate,
  sign,
  object,
  'agree-return': agreeReturn,
  'refuse-return': refuseReturn,
  'raise-dispute': raiseDispute,
  'decide-competence': decideCompetence,
  accept,
  'not-accept': notAccept,
  'route-out': routeOut,
  'answer-directly': answerDirectly,
  'ask-supplement': askSupplement,
  'note-supplement': noteSupplement,
  'to-ordinary': toOrdinary,
  'name-handler': nameHandler,
  'declare-interest': declareInterest,
  'ask-recusal': askRecusal,
  'decide-recusal': decideRecusal,
  'note-work': noteWork,
  'ask-contribution': askContribution,
  contribute,
  'open-hearing': orderHearing,
  'hold-hearing': holdHearing,
  'conclude-hearing': concludeHearing,
  'begin-mediation': beginMediation,
  'end-mediation': endMediation,
  'note-performance': notePerformance,
  'note-confirmation': noteConfirmation,
  settle,
  'ask-extension': askExtension,
  'consent-extension': consentExtension,
  'approve-extension': approveExtension,
  'refuse-extension': refuseExtension,
  'end-for-procedure': endForProcedure,
  draft,
  'return-draft': returnDraft,
  issue,
  serve,
  'correct-remedy': correctRemedy,
  'report-execution': reportExecution,
  'report-result': reportResult,
  'accept-report': acceptReport,
  'return-report': returnReport,
  'store-scan': storeScan,
  rate,
  rehandle,
  'reopen-rating': reopenRating,
  revisit,
  'ask-review': askReview,
  'record-review-request': recordReviewRequest,
  'ask-review-papers': askReviewPapers,
  'accept-review': acceptReview,
  'refuse-review': refuseReview,
  'note-review': noteReview,
  'draft-review': draftReview,
  'return-review-draft': returnReviewDraft,
  'decide-review': decideReview,
  'serve-review': serveReview,
  lapse,
  'file-termination': fileTermination,
  supervise,
  'answer-order': answerOrder,
  'close-order': closeOrder,
  'return-order': returnOrder,
  propose,
  'answer-proposal': answerProposal,
  withdraw: {
    rule: 'withdrawal.by-petitioner',
    mayBegin: (state: MatterState, _assignment: string | undefined, context: ActContext) => mayWithdraw(state, context),
  },
  'take-back-withdrawal': takeBackWithdrawal,
  'continue-ex-officio': continueExOfficio,
  'note-death': noteDeath,
  'name-successor': nameSuccessor,
  'end-without-successor': endWithoutSuccessor,
  'pass-report': passReport,
  'note-report': noteReport,
  'conclude-report': concludeReport,
  archive,
  'propose-erasure': proposeErasure,
  'keep-longer': keepLonger,
  erase,
} as const satisfies Record<MatterActId, Beginning>;
