import type { z } from 'zod';
import { ACT_LABELS, ACT_ROLES, type ActContext, MATTER_ACTS, type MatterActId } from '../../domain/act.ts';
import { currentAssignment, type MatterState } from '../../domain/matter.ts';
import type { Refusal } from '../../domain/refusals.ts';
import { citationOf, type RuleId } from '../../domain/rules.ts';
import { mayWithdraw } from '../../petition/1-intake/intake.rules.ts';
import { agreeReturn, object, refuseReturn } from '../../petition/2-transfer/objection.rules.ts';
import { assign, forward, proposeRoute, sign } from '../../petition/2-transfer/transfer.rules.ts';
import { accept, answerDirectly, notAccept, routeOut } from '../../petition/3-acceptance/acceptance.rules.ts';
import {
  approveExtension,
  askExtension,
  nameHandler,
  noteWork,
  refuseExtension,
} from '../../petition/4-handling/handling.rules.ts';
import { draft, issue, returnDraft, serve, storeScan } from '../../petition/5-reply/reply.rules.ts';
import { rate } from '../../petition/6-evaluation/evaluation.rules.ts';
import { askReview } from '../../petition/7-review/review.rules.ts';
import { saidCitation } from './clock-view.ts';
import type { ActShape } from './petition-page.contract.ts';

interface Beginning {
  readonly rule?: RuleId;
  mayBegin(state: MatterState, assignment: string | undefined, context: ActContext): Refusal | undefined;
}

/** Every act of the life, with the rule that opens it: the same function guards the server and draws the button. */
export const MATTER_RULES: Readonly<Record<MatterActId, Beginning>> = {
  'propose-route': proposeRoute,
  forward,
  assign,
  sign,
  object,
  'agree-return': agreeReturn,
  'refuse-return': refuseReturn,
  accept,
  'not-accept': notAccept,
  'route-out': routeOut,
  'answer-directly': answerDirectly,
  'name-handler': nameHandler,
  'note-work': noteWork,
  'ask-extension': askExtension,
  'approve-extension': approveExtension,
  'refuse-extension': refuseExtension,
  draft,
  'return-draft': returnDraft,
  issue,
  serve,
  'store-scan': storeScan,
  rate,
  'ask-review': askReview,
  withdraw: {
    rule: 'withdrawal.by-petitioner',
    mayBegin: (state, _assignment, context) => mayWithdraw(state, context),
  },
};

export type ActView = z.infer<typeof ActShape>;

/** What staff may do now on this matter, and what not and why. The petitioner's own acts are not listed to staff. */
export function viewActs(state: MatterState, context: ActContext): ActView[] {
  if (state.origin === 'imported') return [];
  const task = currentAssignment(state)?.id;
  return MATTER_ACTS.filter((id) => ACT_ROLES[id] !== 'petitioner').map((id) => viewAct(id, state, task, context));
}

function viewAct(id: MatterActId, state: MatterState, task: string | undefined, context: ActContext): ActView {
  const rule = MATTER_RULES[id];
  const refusal = rule.mayBegin(state, task, context);
  const base = {
    id,
    label: ACT_LABELS[id],
    open: refusal === undefined,
    ...(task === undefined ? {} : { assignment: task }),
    ...(rule.rule ? { article: saidCitation(citationOf(rule.rule)) } : {}),
  };
  if (!refusal) return base;
  const { code, said, article } = refusal;
  return { ...base, refusal: { code, said, ...(article ? { article: saidCitation(article) } : {}) } };
}
