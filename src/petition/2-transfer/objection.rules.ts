import { type ActContext, type MatterRule, needPost } from '../../domain/act.ts';
import { isPetitionOffice } from '../../domain/bodies.ts';
import { type ClockChange, endTask, startClock, stopClock } from '../../domain/clocks.ts';
import { daysBetween, sayDay } from '../../domain/days.ts';
import type { ContentRef, InstrumentRef } from '../../domain/facts.ts';
import { findTask, firstRefusal, needOpen, taskIn } from '../../domain/guards.ts';
import { type Assignment, type MatterState, tasksOf } from '../../domain/matter.ts';
import { isRefusal, refuse, refuseState } from '../../domain/refusals.ts';

export interface ObjectTo {
  readonly assignment: string;
  readonly suggests?: string;
  readonly instrument: InstrumentRef;
}

/** T10. Within 5 working days of receipt, with reasons; on day six the right is lost (E5). */
export const object: MatterRule<ObjectTo> = {
  id: 'object',
  rule: 'objection.within-5-workdays',
  mayBegin(state, assignment, context) {
    const task = taskIn(state, assignment, ['signed']);
    if (isRefusal(task)) return task;
    const clock = state.clocks[`objection:${task.id}`];
    const due = clock?.derivation.statutoryDue;
    return firstRefusal(
      needOpen(state),
      task.mode === 'own'
        ? refuseState(
            'own',
            409,
            '这件是本单位直接收到的，没有转出单位可退',
            'This body received it directly; there is no sender to return it to',
          )
        : undefined,
      task.objectionRefused
        ? refuse(
            'objection.agreed-by-sender',
            409,
            '异议已经答复过，转出单位不同意退回',
            'The objection was answered; the sender refused the return',
          )
        : undefined,
      due !== undefined && context.today > due
        ? refuse(
            'objection.within-5-workdays',
            409,
            `5个工作日到${sayDay(due, 'zh-CN')}已满，不能再提异议`,
            `The five working days ended on ${sayDay(due, 'en')}; an objection is no longer possible`,
          )
        : undefined,
      needPost('object', task.body, context),
    );
  },
  decide(state, act, context) {
    const refusal = this.mayBegin(state, act.assignment, context);
    if (refusal) return refusal;
    const task = findTask(state, act.assignment);
    if (isRefusal(task)) return task;
    return [
      {
        kind: 'Objected',
        body: {
          assignment: task.id,
          on: context.today,
          instrument: act.instrument,
          ...(act.suggests === undefined ? {} : { suggests: act.suggests }),
          clocks: [
            ...stopClock(state.clocks, `objection:${task.id}`, context.today),
            startClock(context, {
              id: `objection-decision:${task.id}`,
              kind: 'objection-decision',
              holder: task.from,
              assignment: task.id,
              from: context.today,
            }),
          ],
        },
      },
    ];
  },
};

function mayAnswerObjection(
  act: 'agree-return' | 'refuse-return',
  state: MatterState,
  assignment: string | undefined,
  context: ActContext,
) {
  const task = taskIn(state, assignment, ['objected']);
  return isRefusal(task) ? task : firstRefusal(needOpen(state), needPost(act, task.from, context));
}

export interface AgreeReturn {
  readonly assignment: string;
}

/**
 * T11. The receiver's clocks are void; the sender's 15 days go on with what was left of them (E4). The same
 * holds for the rest of the notice period of a body that had passed on what it received directly.
 */
export const agreeReturn: MatterRule<AgreeReturn> = {
  id: 'agree-return',
  rule: 'objection.agreed-by-sender',
  mayBegin: (state, assignment, context) => mayAnswerObjection('agree-return', state, assignment, context),
  decide(state, act, context) {
    const refusal = this.mayBegin(state, act.assignment, context);
    if (refusal) return refusal;
    const task = findTask(state, act.assignment);
    if (isRefusal(task)) return task;
    return [
      {
        kind: 'ObjectionAgreed',
        body: {
          assignment: task.id,
          on: context.today,
          clocks: [
            ...stopClock(state.clocks, `objection-decision:${task.id}`, context.today),
            ...endTask(state.clocks, context.today, task.id, `objection-decision:${task.id}`),
            resumedClock(state, task, context),
          ],
        },
      },
    ];
  },
};

/** What was left of the sender's time goes on: to forward, or, for a body that received it directly, to give notice. */
function resumedClock(state: MatterState, task: Assignment, context: ActContext): ClockChange {
  const held = tasksOf(state).findLast((one) => one.body === task.from && one.phase === 'passed-on');
  const office = context.bodies.find(task.from);
  const clock = { holder: task.from, from: context.today, n: remainingToForward(state, task) };
  if (held && !(office && isPetitionOffice(office))) {
    return startClock(context, { id: `notice:${held.id}`, kind: 'notice', assignment: held.id, ...clock });
  }
  const forward = { id: `forward:${task.id}`, kind: 'forward', ...clock } as const;
  return startClock(context, held ? { ...forward, assignment: held.id } : forward);
}

/** Days the sender had left when it sent the matter, by the clock that sending stopped; none if it was late already. */
function remainingToForward(state: MatterState, task: Assignment): number {
  const last = Object.values(state.clocks)
    .sort((a, b) => a.startedSeq - b.startedSeq)
    .findLast(
      (clock) =>
        clock.holder === task.from &&
        clock.endedOn === task.sentOn &&
        (clock.kind === 'forward' || clock.kind === 'notice'),
    );
  return last === undefined ? 0 : Math.max(0, daysBetween(task.sentOn, last.derivation.rawEnd));
}

export interface RefuseReturn {
  readonly assignment: string;
  readonly content: ContentRef;
}

/** T12. The receiver keeps it; its 15 days have been running since its receipt. */
export const refuseReturn: MatterRule<RefuseReturn> = {
  id: 'refuse-return',
  rule: 'objection.agreed-by-sender',
  mayBegin: (state, assignment, context) => mayAnswerObjection('refuse-return', state, assignment, context),
  decide(state, act, context) {
    const refusal = this.mayBegin(state, act.assignment, context);
    if (refusal) return refusal;
    return [
      {
        kind: 'ObjectionRefused',
        body: {
          assignment: act.assignment,
          on: context.today,
          content: act.content,
          clocks: stopClock(state.clocks, `objection-decision:${act.assignment}`, context.today),
        },
      },
    ];
  },
};
