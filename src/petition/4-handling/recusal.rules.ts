import { type ActContext, needPost } from '../../domain/act.ts';
import { commonSuperior } from '../../domain/bodies.ts';
import type { ContentRef, InstrumentRef } from '../../domain/fact-parts.ts';
import { findTask, firstRefusal, needNoInterest, needOpen, ruled } from '../../domain/guards.ts';
import { type Assignment, currentAssignment, type MatterState, PHASE_IS_OPEN } from '../../domain/matter.ts';
import { isRefusal, type Refusal, refuse, refuseState } from '../../domain/refusals.ts';

function openTask(state: MatterState, assignment: string | undefined): Assignment | Refusal {
  const task = findTask(state, assignment ?? currentAssignment(state)?.id);
  if (isRefusal(task)) return task;
  return PHASE_IS_OPEN[task.phase] ? task : refuseState('not-open', 409, '这件事已经办结', 'This matter is concluded');
}

/** Who decides about a head: the body above it (E50). Absent where the officer is no head, or nothing stands above. */
function deciderAbove(isHead: boolean, task: Assignment, context: ActContext): { readonly decider?: string } {
  const above = isHead ? commonSuperior(context.bodies, task.body, task.body)?.id : undefined;
  return above === undefined ? {} : { decider: above };
}

export interface DeclareInterest {
  readonly assignment: string;
  readonly content: ContentRef;
}

/** 条例 28¶3: whoever has a direct interest says so, and does nothing more until it is decided. */
export const declareInterest = ruled<DeclareInterest>({
  id: 'declare-interest',
  rule: 'recusal',
  mayBegin(state, assignment, context) {
    const task = openTask(state, assignment);
    if (isRefusal(task)) return task;
    const { actor } = context;
    const declared =
      actor.kind === 'staff' &&
      (task.recused?.includes(actor.account) || task.interests?.some((one) => one.account === actor.account));
    return firstRefusal(
      needOpen(state),
      needPost('declare-interest', task.body, context),
      declared ? refuseState('declared-already', 409, '您已经申报过', 'You have declared it already') : undefined,
    );
  },
  facts(state, act, context) {
    const task = openTask(state, act.assignment);
    const { actor, today } = context;
    if (isRefusal(task) || actor.kind !== 'staff') return [];
    return [
      {
        kind: 'InterestDeclared',
        body: {
          assignment: task.id,
          account: actor.account,
          by: 'officer',
          on: today,
          ...deciderAbove(actor.roles.includes('head'), task, context),
          content: act.content,
        },
      },
    ];
  },
});

export interface AskRecusal {
  readonly assignment?: string;
  /** Whoever handles it is the head of the body. */
  readonly isHead?: boolean;
  readonly content: ContentRef;
}

/** The petitioner asks that whoever handles it withdraw; the head decides, about the head the body above (law.md D34). */
export const askRecusal = ruled<AskRecusal>({
  id: 'ask-recusal',
  rule: 'recusal',
  mayBegin(state, assignment, context) {
    const post = needPost('ask-recusal', undefined, context);
    if (post) return post;
    const task = openTask(state, assignment);
    if (isRefusal(task)) return task;
    if (task.handler === undefined)
      return refuseState('no-handler', 409, '还没有指定承办人', 'No handler has been named yet');
    return task.interests?.some((one) => one.account === task.handler)
      ? refuseState('asked-already', 409, '已经申请过，等负责人决定', 'It has been asked for; the head decides')
      : undefined;
  },
  facts(state, act, context) {
    const task = openTask(state, act.assignment);
    if (isRefusal(task)) return task;
    return [
      {
        kind: 'InterestDeclared',
        body: {
          assignment: task.id,
          account: task.handler ?? '',
          by: 'petitioner',
          on: context.today,
          ...deciderAbove(act.isHead ?? false, task, context),
          content: act.content,
        },
      },
    ];
  },
});

export interface DecideRecusal {
  readonly assignment: string;
  readonly account: string;
  readonly granted: boolean;
  readonly instrument: InstrumentRef;
}

/** Decided by the head of the body; about the head, by the body above. Never by whom it is about. */
export const decideRecusal = ruled<DecideRecusal>({
  id: 'decide-recusal',
  rule: 'recusal',
  mayBegin(state, assignment, context) {
    const task = openTask(state, assignment);
    if (isRefusal(task)) return task;
    const open = task.interests ?? [];
    if (open.length === 0)
      return refuseState('no-interest', 409, '没有人申报或者申请回避', 'Nobody has declared or asked anything');
    const deciders = open.map((one) => one.decider ?? task.body);
    const { actor } = context;
    const mine = deciders.find((body) => actor.kind === 'staff' && actor.body === body);
    return firstRefusal(needPost('decide-recusal', mine ?? deciders[0], context), needNoInterest(task, context));
  },
  facts(state, act, context) {
    const task = openTask(state, act.assignment);
    if (isRefusal(task)) return task;
    const declared = task.interests?.find((one) => one.account === act.account);
    if (!declared)
      return refuseState(
        'no-interest',
        422,
        '没有关于这位同志的申报',
        'Nothing was declared about this officer',
        'account',
      );
    const { actor } = context;
    if (actor.kind === 'staff' && actor.body !== (declared.decider ?? task.body))
      return refuse(
        'recusal',
        403,
        declared.decider ? '负责人的回避由上一级决定' : '这位同志的回避由本单位负责人决定',
        declared.decider
          ? 'The withdrawal of a head is decided by the body above'
          : 'The withdrawal of this officer is decided by the head of the body',
        'account',
      );
    return [
      {
        kind: 'RecusalDecided',
        body: {
          assignment: task.id,
          account: act.account,
          granted: act.granted,
          on: context.today,
          instrument: act.instrument,
        },
      },
    ];
  },
});
