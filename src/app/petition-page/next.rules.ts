import { ACT_ROLES, type MatterActId } from '../../domain/acts.ts';
import { articleOf, type Clock, isRunning } from '../../domain/clocks.ts';
import { sayDay } from '../../domain/days.ts';
import { type Duty, dutiesOf } from '../../domain/duties.ts';
import { currentAssignment, type MatterState, numbered, openReview } from '../../domain/matter.ts';
import type { Said } from '../../domain/refusals.ts';
import { citationOf, type RuleId } from '../../domain/rules.ts';
import { AT_REST } from './next.texts.ts';

/** An act that is owed: what, by whom, by when, and the article it rests on. */
export interface NextAct {
  readonly act: MatterActId;
  readonly body: string;
  readonly due?: string;
  /** `law:article`, of the period where one runs, else of the act. */
  readonly article: string;
  /** The clock that says the day. */
  readonly clock?: string;
}

/** What each duty asks for first. `watching` asks for nothing: another body is at work. */
const ACT_OF = {
  'to-forward': 'forward',
  returned: 'forward',
  'to-settle': 'agree-return',
  'to-sign': 'sign',
  'to-accept': 'accept',
  'to-arbitrate': 'decide-competence',
  'in-hand': 'draft',
  contribution: 'contribute',
  hearing: 'hold-hearing',
  'to-serve': 'serve',
  'to-execute': 'report-execution',
  'to-report': 'report-result',
  'report-came': 'accept-report',
  order: 'answer-order',
  'order-answered': 'close-order',
  proposal: 'answer-proposal',
  'review-asked': 'accept-review',
  'review-in-hand': 'draft-review',
  'review-to-approve': 'decide-review',
  'review-to-serve': 'serve-review',
} as const satisfies Record<string, MatterActId>;

/** The article of an act whose duty runs on no clock. */
const RULE_OF: Partial<Record<MatterActId, RuleId>> = {
  serve: 'service.starts-review-window',
  'serve-review': 'review.decided-in-30-days',
  'hold-hearing': 'hearing.for-complex',
  'conclude-hearing': 'hearing.for-complex',
  'accept-report': 'assign.result-report',
  'report-result': 'assign.result-report',
  'report-execution': 'opinion.execution',
  'close-order': 'supervision.defects',
  'decide-recusal': 'recusal',
  'end-mediation': 'mediation.both-consent',
  issue: 'opinion.not-approved-by-author',
  draft: 'opinion.request-by-request',
  'approve-extension': 'extension.by-head',
  'consent-extension': 'extension.assigner-consents',
  'agree-return': 'objection.agreed-by-sender',
};

/**
 * What is to be done next on a matter, by whom and by when, the most pressing first; where nobody owes anything, why. A
 * sealed report keeps its own counsel: it has no clock here.
 */
export function nextOf(state: MatterState): { readonly acts: readonly NextAct[]; readonly rest?: Said } {
  if (state.sealed)
    return state.phase === 'open'
      ? {
          acts: [
            { act: 'pass-report', body: state.keeper ?? state.office, article: citationOf('report.by-authority') },
          ],
        }
      : { acts: [], rest: AT_REST.concluded };
  const acts = dutiesOf(state).flatMap((duty): NextAct[] => {
    const act = actOf(state, duty);
    return act === undefined ? [] : [nextAct(state, act, duty)];
  });
  const sorted = [...acts].sort((a, b) => ((a.due ?? '9') < (b.due ?? '9') ? -1 : 1));
  return sorted.length > 0 ? { acts: sorted } : { acts: [], rest: restOf(state) };
}

function actOf(state: MatterState, { duty, body, assignment }: Duty): MatterActId | undefined {
  /* While it is in dispute who is competent, the body that holds it waits (law.md E24). */
  if (duty === 'to-accept' && state.assignments[assignment]?.phase === 'disputed') return undefined;
  if (duty === 'to-approve') return approvalOf(state, { body, assignment });
  if (duty === 'hearing') {
    const hearing = numbered(state.hearings).find((one) => one.concludedOn === undefined);
    return hearing?.heldOn === undefined ? 'hold-hearing' : 'conclude-hearing';
  }
  return Object.hasOwn(ACT_OF, duty) ? ACT_OF[duty as keyof typeof ACT_OF] : undefined;
}

/** An approval is of a draft, of more time, or of whether somebody withdraws. */
function approvalOf(state: MatterState, { body, assignment }: { body: string; assignment: string }): MatterActId {
  const task = state.assignments[assignment.split('-')[0] ?? ''] ?? currentAssignment(state);
  if (task?.phase === 'drafted' && body === task.body) return 'issue';
  if ((task?.interests ?? []).some((one) => (one.decider ?? task?.body) === body)) return 'decide-recusal';
  if (task?.extensionAsked !== undefined) return body === task.body ? 'approve-extension' : 'consent-extension';
  return 'issue';
}

function nextAct(state: MatterState, act: MatterActId, { body, clock }: Duty): NextAct {
  const rule = RULE_OF[act];
  /* A target of our own says less than the article that asks for the act. */
  const length = clock ? articleOf(clock) : undefined;
  const ours = length === undefined || length.startsWith('house');
  const article = ours && rule ? citationOf(rule) : (length ?? citationOf('handle.within-60-days'));
  const base = { act, body, article };
  if (!clock || !isRunning(clock) || clock.suspendedOn !== undefined) return base;
  const id = Object.entries(state.clocks).find(([, one]) => one === clock)?.[0];
  return { ...base, due: clock.derivation.statutoryDue, ...(id === undefined ? {} : { clock: id }) };
}

function restOf(state: MatterState): Said {
  if (state.origin === 'imported') return AT_REST.imported;
  if (state.phase === 'archived') return AT_REST.archived;
  if (state.phase === 'merged') return AT_REST.merged(state.mergedInto ?? '');
  if (state.phase === 'withdrawn') return AT_REST.withdrawn;
  if (state.final) return AT_REST.final;
  const ofPetitioner = Object.values(state.clocks).filter(
    (clock) => isRunning(clock) && clock.holder === 'petitioner' && clock.suspendedOn === undefined,
  );
  const of = (...kinds: readonly Clock['kind'][]) => ofPetitioner.find((clock) => kinds.includes(clock.kind));
  const said = (clock: Clock, text: (day: string) => Said): Said => ({
    zh: text(sayDay(clock.derivation.statutoryDue, 'zh-CN')).zh,
    en: text(sayDay(clock.derivation.statutoryDue, 'en')).en,
  });
  const window = of('apply-review', 'apply-final');
  if (window) return said(window, AT_REST.window);
  const rating = of('rating');
  if (rating) return said(rating, AT_REST.rating);
  if (Object.values(state.mediations).some((one) => one.phase === 'agreed')) return AT_REST.agreement;
  return openReview(state) === undefined ? AT_REST.concluded : AT_REST.final;
}

/** Whether one of these posts, at this body, does the act. */
export function isFor(act: MatterActId, body: string, post: { body: string; roles: readonly string[] }): boolean {
  const roles = ACT_ROLES[act];
  return (
    body === post.body && typeof roles !== 'string' && post.roles.some((role) => roles.some((one) => one === role))
  );
}
