import { needPost } from '../../domain/act.ts';
import { commonSuperior, jointMeetingOffice } from '../../domain/bodies.ts';
import { endTask, startClock, stopClock, voidClocks } from '../../domain/clocks.ts';
import type { ContentRef, InstrumentRef } from '../../domain/fact-parts.ts';
import { findTask, firstRefusal, needOpen, needUnaccused, ruled, taskIn } from '../../domain/guards.ts';
import { nextName } from '../../domain/matter.ts';
import { isRefusal, refuse, refuseState } from '../../domain/refusals.ts';

export interface RaiseDispute {
  readonly assignment: string;
  /** The body that is thought competent. */
  readonly suggests: string;
  readonly content: ContentRef;
}

/**
 * T13 (条例 24¶1). Two bodies each say it is not theirs: the common superior decides, or where they have none the joint
 * meeting. Meanwhile whoever received it last holds it, and its clocks run (E24). Open once objecting is over (E5).
 */
export const raiseDispute = ruled<RaiseDispute>({
  id: 'raise-dispute',
  rule: 'dispute.common-superior',
  mayBegin(state, assignment, context) {
    const task = taskIn(state, assignment, ['signed']);
    if (isRefusal(task)) return task;
    const objection = state.clocks[`objection:${task.id}`];
    const mayObject =
      task.mode !== 'own' &&
      !task.objectionRefused &&
      objection?.end === undefined &&
      objection !== undefined &&
      context.today <= objection.derivation.statutoryDue;
    return firstRefusal(
      needOpen(state),
      needPost('raise-dispute', task.body, context),
      mayObject
        ? refuse(
            'objection.within-5-workdays',
            409,
            '还在5个工作日的异议期内，先向转出单位提异议',
            'The five working days to object are not over; object to the sender first',
          )
        : undefined,
      task.mode === 'designated'
        ? refuse('dispute.common-superior', 409, '上级已经指定由本单位受理', 'The superior has named this body')
        : undefined,
    );
  },
  facts(state, act, context) {
    const task = findTask(state, act.assignment);
    if (isRefusal(task)) return task;
    if (!context.bodies.find(act.suggests))
      return refuseState(
        'no-body',
        422,
        '没有这个单位，请从名单里选',
        'There is no such body; choose one from the list',
        'suggests',
      );
    if (act.suggests === task.body)
      return refuseState('same-body', 422, '请选认为有权处理的另一个单位', 'Choose the other body', 'suggests');
    const accused = needUnaccused(state, act.suggests, 'suggests', context);
    if (accused) return accused;
    const arbiter =
      commonSuperior(context.bodies, task.body, act.suggests)?.id ??
      jointMeetingOffice(context.bodies, task.body, act.suggests)?.id;
    if (arbiter === undefined) {
      return refuse(
        'dispute.common-superior',
        409,
        '找不到共同的上一级，请管理员核对机构',
        'No common superior is on record; ask the administrator',
      );
    }
    /* Whoever settles it reads it. */
    const reached = needUnaccused(state, arbiter, 'suggests', context);
    if (reached) return reached;
    return [
      {
        kind: 'DisputeRaised',
        body: {
          assignment: task.id,
          on: context.today,
          arbiter,
          suggests: act.suggests,
          content: act.content,
          clocks: [
            /* The time to object is over, or was never given: it is no longer shown as missed. */
            ...voidClocks(state.clocks, context.today, (id) => id === `objection:${task.id}`),
            startClock(context, {
              id: `dispute:${task.id}`,
              kind: 'dispute',
              holder: arbiter,
              assignment: task.id,
              from: context.today,
            }),
          ],
        },
      },
    ];
  },
});

export interface DecideCompetence {
  readonly assignment: string;
  readonly to: string;
  readonly instrument: InstrumentRef;
}

/** D11. Whoever is named takes it; it may neither object nor dispute again. */
export const decideCompetence = ruled<DecideCompetence>({
  id: 'decide-competence',
  rule: 'dispute.common-superior',
  mayBegin(state, assignment, context) {
    const task = taskIn(state, assignment, ['disputed']);
    return isRefusal(task)
      ? task
      : firstRefusal(needOpen(state), needPost('decide-competence', task.dispute?.arbiter, context));
  },
  facts(state, act, context) {
    const task = findTask(state, act.assignment);
    if (isRefusal(task)) return task;
    if (!context.bodies.find(act.to))
      return refuseState(
        'no-body',
        422,
        '没有这个单位，请从名单里选',
        'There is no such body; choose one from the list',
        'to',
      );
    const accused = needUnaccused(state, act.to, 'to', context);
    if (accused) return accused;
    const by = task.dispute?.arbiter ?? '';
    const stays = act.to === task.body;
    const next = nextName('a', state.assignments);
    return [
      {
        kind: 'CompetenceDecided',
        body: {
          assignment: task.id,
          on: context.today,
          by,
          to: act.to,
          ...(stays ? {} : { next }),
          instrument: act.instrument,
          clocks: [
            ...stopClock(state.clocks, `dispute:${task.id}`, context.today),
            ...(stays
              ? []
              : [
                  ...endTask(state.clocks, context.today, task.id, `dispute:${task.id}`),
                  startClock(context, {
                    id: `sign:${next}`,
                    kind: 'sign',
                    holder: act.to,
                    assignment: next,
                    from: context.today,
                  }),
                ]),
          ],
        },
      },
    ];
  },
});
