import { type ActContext, actorId } from '../../domain/act.ts';
import type { ContentRef, SubmissionDraft } from '../../domain/facts.ts';
import { type Refusal, refuse, refuseState } from '../../domain/refusals.ts';
import type { SubmissionState } from '../../domain/submission.ts';
import { NO_SUCH_SUBMISSION } from './not-there.rules.ts';

/** The counter of the body that received it, or of one that has it in hand (`inHand`). */
function needCounter(state: SubmissionState, inHand: boolean, { actor }: ActContext): Refusal | undefined {
  if (state.phase === 'none') return NO_SUCH_SUBMISSION;
  if (actor.kind !== 'staff')
    return refuseState('staff-only', 403, '这一步由办理单位来做', 'This is for the staff of the body');
  if (actor.body !== state.body && !inHand)
    return refuseState(
      'other-body',
      403,
      '由收到或者办理这件的单位来做',
      'This is for the body that received it or has it in hand',
    );
  return actor.roles.some((role) => role === 'clerk' || role === 'dispatcher' || role === 'handler' || role === 'head')
    ? undefined
    : refuseState('other-post', 403, '您的岗位没有这项职责', 'Your post does not carry this duty');
}

/** May this viewer note an authority? Open at the counter of the body that received it. */
export function mayShowAuthority(state: SubmissionState, context: ActContext, inHand = false): Refusal | undefined {
  const refusal = needCounter(state, inHand, context);
  if (refusal) return refusal;
  if (state.agent === undefined)
    return refuseState('no-agent', 409, '这一件不是代理人写的', 'Nobody writes for another here');
  return state.agent === 'shown'
    ? refuseState('shown-already', 409, '委托书已经核对过', 'The authority was seen already')
    : undefined;
}

/** E34. The written authority of an agent was seen; from now on they are told what the petitioner is told. */
export function showAuthority(
  state: SubmissionState,
  act: { readonly content: ContentRef; readonly inHand: boolean },
  context: ActContext,
): readonly SubmissionDraft[] | Refusal {
  const refusal = mayShowAuthority(state, context, act.inHand);
  if (refusal) return refusal;
  return [
    {
      kind: 'AuthorityShown',
      body: { by: actorId(context.actor), on: context.today, content: act.content },
    },
  ];
}

export function mayAddPeople(state: SubmissionState, context: ActContext, inHand = false): Refusal | undefined {
  const refusal = needCounter(state, inHand, context);
  if (refusal) return refusal;
  return state.sealed || state.origin === 'imported'
    ? refuseState('no-code', 409, '这一件没有查询码', 'This one has no query code')
    : undefined;
}

/** E18. Others of a group leave their names if they wish: each may then follow and rate with the same code. */
export function addPeople(
  state: SubmissionState,
  act: { readonly count: number; readonly content: ContentRef; readonly inHand: boolean },
  context: ActContext,
): readonly SubmissionDraft[] | Refusal {
  const refusal = mayAddPeople(state, context, act.inHand);
  if (refusal) return refusal;
  if (act.count < 1)
    return refuse('visit.five-representatives', 422, '至少写一个人的姓名', 'Give at least one name', 'people');
  return [
    {
      kind: 'PeopleAdded',
      body: { by: actorId(context.actor), on: context.today, count: act.count, content: act.content },
    },
  ];
}
