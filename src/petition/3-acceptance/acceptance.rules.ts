import { type ActContext, type MatterRule, needPost } from '../../domain/act.ts';
import { type ClockChange, startClock, stopClock, voidClocks } from '../../domain/clocks.ts';
import type { ContentRef, InstrumentRef } from '../../domain/facts.ts';
import { findTask, firstRefusal, needOpen, taskIn } from '../../domain/guards.ts';
import { type Assignment, isWithOffice, type MatterState } from '../../domain/matter.ts';
import { isRefusal, type Refusal, refuse, refuseState } from '../../domain/refusals.ts';
import { type AnsweredReason, type NotAcceptedReason, purposeClass, type Route } from '../../domain/vocabulary.ts';

/** Written notice falls away only where name or address is unclear (条例 23¶2); registration and the decision never do. */
export function noticeIsDue(state: MatterState): boolean {
  return state.identityClear && !state.anonymous;
}

function needNotice(state: MatterState, instrument: InstrumentRef | undefined): Refusal | undefined {
  if (instrument !== undefined || !noticeIsDue(state)) return undefined;
  return refuse(
    'notice.within-15-days',
    422,
    '姓名地址清楚的，要书面告知信访人',
    'Where name and address are clear, a written notice is owed',
    'instrument',
  );
}

function mayDecide(
  act: 'accept' | 'not-accept' | 'route-out',
  state: MatterState,
  assignment: string | undefined,
  context: ActContext,
) {
  const task = taskIn(state, assignment, ['signed']);
  return isRefusal(task) ? task : firstRefusal(needOpen(state), needPost(act, task.body, context));
}

/** Notice given and the time to object over: both clocks of receipt stop. */
function stopReceipt(state: MatterState, task: Assignment, context: ActContext): readonly ClockChange[] {
  return [
    ...stopClock(state.clocks, `notice:${task.id}`, context.today),
    ...Object.entries(state.clocks)
      .filter(([, clock]) => clock.kind === 'forward' && clock.holder === task.body)
      .flatMap(([id]) => stopClock(state.clocks, id, context.today)),
    ...voidClocks(state.clocks, context.today, (id) => id === `objection:${task.id}`),
  ];
}

export interface Accept {
  readonly assignment: string;
  readonly route: Route;
  readonly instrument?: InstrumentRef;
}

/**
 * The clock acceptance starts: 60 days only for 31(6) (条例 34); for 31(5) the two months of 行政诉讼法 47 from the
 * application, in which the body performs its duty or answers; suggestions get a service target, nothing statutory.
 */
export function acceptanceClock(task: Assignment, route: Route, context: ActContext): ClockChange | undefined {
  const clock = { holder: task.body, assignment: task.id, from: context.today };
  if (route === '31(6)') return startClock(context, { id: `handle:${task.id}`, kind: 'handle', ...clock });
  if (route === '29') return startClock(context, { id: `handle:${task.id}`, kind: 'suggestion', ...clock });
  if (route === '31(5)') {
    return startClock(context, {
      id: `handle:${task.id}`,
      kind: 'duty',
      ...clock,
      from: task.signedOn ?? context.today,
    });
  }
  return undefined;
}

/** Routes a body accepts and answers itself; the other four are doors to other procedures. */
export const ACCEPTED_ROUTES = ['29', '31(5)', '31(6)'] as const satisfies readonly Route[];
export const LED_ROUTES = ['31(1)', '31(2)', '31(3)', '31(4)'] as const satisfies readonly Route[];

/** T14. The competent organ decides the route; 31(1)-(4) and 30 have doors of their own. */
export const accept: MatterRule<Accept> = {
  id: 'accept',
  rule: 'acceptance.by-competent-organ',
  mayBegin: (state, assignment, context) => mayDecide('accept', state, assignment, context),
  decide(state, act, context) {
    const refusal = this.mayBegin(state, act.assignment, context);
    if (refusal) return refusal;
    const task = findTask(state, act.assignment);
    if (isRefusal(task)) return task;
    if (!ACCEPTED_ROUTES.some((route) => route === act.route)) {
      return refuse(
        'acceptance.route-decides-clock',
        422,
        '受理用于建议意见（29）、履行职责（31(5)）和信访程序（31(6)）；其他请用“导入法定途径”',
        'Acceptance is for suggestions (29), performance of duty (31(5)) and the petition procedure (31(6)); lead other matters into their procedure',
        'route',
      );
    }
    const purpose = state.purpose === 'unknown' ? 'other' : state.purpose;
    if (act.route === '29' && purposeClass(purpose) === '31' && purpose !== 'other') {
      return refuse(
        'acceptance.route-decides-clock',
        422,
        '申诉求决不能按建议意见办理',
        'A claim cannot be handled as a suggestion',
        'route',
      );
    }
    const unnoticed = needNotice(state, act.instrument);
    if (unnoticed) return unnoticed;
    const started = acceptanceClock(task, act.route, context);
    return [
      {
        kind: 'Accepted',
        body: {
          assignment: task.id,
          route: act.route,
          on: context.today,
          ...(act.instrument ? { instrument: act.instrument } : {}),
          clocks: [...stopReceipt(state, task, context), ...(started ? [started] : [])],
        },
      },
    ];
  },
};

export interface NotAccept {
  readonly assignment: string;
  readonly reason: NotAcceptedReason;
  readonly instrument?: InstrumentRef;
}

/** T15. In writing, with the reason, its article and where to go. The matter stays registered. */
export const notAccept: MatterRule<NotAccept> = {
  id: 'not-accept',
  rule: 'not-accepted.reasons',
  mayBegin: (state, assignment, context) => mayDecide('not-accept', state, assignment, context),
  decide(state, act, context) {
    const refusal = this.mayBegin(state, act.assignment, context);
    if (refusal) return refusal;
    const task = findTask(state, act.assignment);
    if (isRefusal(task)) return task;
    if (act.reason === 'skipped-level-visit' && state.channel !== 'visit') {
      return refuse(
        'not-accepted.reasons',
        422,
        '越级只说走访；来信和网上可以向任何一级提出',
        'Only visits can skip a level; letters and web petitions may go to any level',
        'reason',
      );
    }
    if (act.reason === 'outside-remit' && task.mode !== 'own') {
      return refuse(
        'objection.within-5-workdays',
        422,
        '转来的材料不属于本单位的，要提异议退回，不能不予受理',
        'Forwarded material outside your remit is returned by objection, not declined',
        'reason',
      );
    }
    const unnoticed = needNotice(state, act.instrument);
    if (unnoticed) return unnoticed;
    return [
      {
        kind: 'NotAccepted',
        body: {
          assignment: task.id,
          on: context.today,
          reason: act.reason,
          ...(act.instrument ? { instrument: act.instrument } : {}),
          clocks: [...stopReceipt(state, task, context), ...voidRest(state, context)],
        },
      },
    ];
  },
};

/** What still ran for a concluded matter enters no rate. */
function voidRest(state: MatterState, context: ActContext): readonly ClockChange[] {
  return voidClocks(state.clocks, context.today, (_, clock) => clock.kind === 'feedback' || clock.kind === 'sign');
}

export interface RouteOut {
  readonly assignment: string;
  readonly route: Route;
  readonly instrument?: InstrumentRef;
}

/** T16. 31(1)-(4): the notice names body, time limit and papers. */
export const routeOut: MatterRule<RouteOut> = {
  id: 'route-out',
  rule: 'route-out.names-procedure',
  mayBegin: (state, assignment, context) => mayDecide('route-out', state, assignment, context),
  decide(state, act, context) {
    const refusal = this.mayBegin(state, act.assignment, context);
    if (refusal) return refusal;
    const task = findTask(state, act.assignment);
    if (isRefusal(task)) return task;
    if (!LED_ROUTES.some((route) => route === act.route)) {
      return refuse(
        'route-out.names-procedure',
        422,
        '导入的法定途径是31(1)到31(4)；31(5)由本单位受理并履行职责',
        'The procedures to lead into are 31(1) to 31(4); a matter of 31(5) is accepted and the duty performed',
        'route',
      );
    }
    const unnoticed = needNotice(state, act.instrument);
    if (unnoticed) return unnoticed;
    return [
      {
        kind: 'RoutedOut',
        body: {
          assignment: task.id,
          route: act.route,
          on: context.today,
          ...(act.instrument ? { instrument: act.instrument } : {}),
          clocks: [...stopReceipt(state, task, context), ...voidRest(state, context)],
        },
      },
    ];
  },
};

export interface AnswerDirectly {
  readonly assignment?: string;
  readonly reason: AnsweredReason;
  readonly instrument?: InstrumentRef;
  readonly note?: ContentRef;
}

/** T17 存/直接回复: questions, thanks, and what is too unclear or too bare to act on. Never a claim with facts in it. */
export const answerDirectly: MatterRule<AnswerDirectly> = {
  id: 'answer-directly',
  rule: 'file-directly.unclear-or-consultation',
  mayBegin(state, assignment, context) {
    const open = needOpen(state);
    if (open) return open;
    if (state.sealed) return refuse('report.sealed', 409, '检举控告件封存', 'A report of wrongdoing is sealed');
    if (isWithOffice(state)) return needPost('answer-directly', state.office, context);
    const task = taskIn(state, assignment, ['signed']);
    return isRefusal(task) ? task : needPost('answer-directly', task.body, context);
  },
  decide(state, act, context) {
    const refusal = this.mayBegin(state, act.assignment, context);
    if (refusal) return refusal;
    const by = isWithOffice(state) ? state.office : (state.assignments[act.assignment ?? '']?.body ?? state.office);
    const owed =
      act.reason === 'consultation' || act.reason === 'thanks' ? needNotice(state, act.instrument) : undefined;
    if (owed) return owed;
    if (act.reason === 'anonymous-without-facts' && !state.anonymous) {
      return refuseState('not-anonymous', 422, '这一件不是匿名的', 'This one is not anonymous', 'reason');
    }
    const kinds = ['forward', 'notice'];
    return [
      {
        kind: 'AnsweredDirectly',
        body: {
          by,
          on: context.today,
          reason: act.reason,
          ...(act.assignment === undefined || isWithOffice(state) ? {} : { assignment: act.assignment }),
          ...(act.instrument ? { instrument: act.instrument } : {}),
          ...(act.note ? { note: act.note } : {}),
          clocks: [
            ...Object.entries(state.clocks)
              .filter(([, clock]) => kinds.includes(clock.kind))
              .flatMap(([id]) => stopClock(state.clocks, id, context.today)),
            ...voidClocks(state.clocks, context.today, (_, clock) => !kinds.includes(clock.kind)),
          ],
        },
      },
    ];
  },
};
