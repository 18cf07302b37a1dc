import { type ActContext, type MatterRule, needPost } from '../../domain/act.ts';
import { type ClockChange, startClock, stopClock, voidClocks } from '../../domain/clocks.ts';
import type { Day } from '../../domain/days.ts';
import type { ContentRef, InstrumentRef } from '../../domain/facts.ts';
import { stopForwarding } from '../../domain/forwarding.ts';
import { findTask, firstRefusal, needNoInterest, needOpen, taskIn } from '../../domain/guards.ts';
import { type Assignment, isWithOffice, type MatterState, noticeIsDue } from '../../domain/matter.ts';
import type { Procedure } from '../../domain/proceedings.ts';
import { isRefusal, type Refusal, refuse, refuseState } from '../../domain/refusals.ts';
import type { ClockKind } from '../../domain/rule-pack.ts';
import { type AnsweredReason, purposeClass, type Route } from '../../domain/vocabulary.ts';

export function needNotice(state: MatterState, instrument: InstrumentRef | undefined): Refusal | undefined {
  if (instrument !== undefined || !noticeIsDue(state)) return undefined;
  return refuse(
    'notice.within-15-days',
    422,
    '姓名地址清楚的，要书面告知信访人',
    'Where name and address are clear, a written notice is owed',
    'instrument',
  );
}

export function mayDecide(
  act: 'accept' | 'not-accept' | 'route-out',
  state: MatterState,
  assignment: string | undefined,
  context: ActContext,
) {
  const task = taskIn(state, assignment, ['signed']);
  return isRefusal(task)
    ? task
    : firstRefusal(needOpen(state), needPost(act, task.body, context), needNoInterest(task, context));
}

/** Notice given and the time to object over: both clocks of receipt stop. */
export function stopReceipt(state: MatterState, task: Assignment, context: ActContext): readonly ClockChange[] {
  return [
    ...stopClock(state.clocks, `notice:${task.id}`, context.today),
    ...stopClock(state.clocks, `simple-accept:${task.id}`, context.today),
    ...stopForwarding(state.clocks, context.today, (holder) => holder === task.body),
    ...voidClocks(state.clocks, context.today, (id) => id === `objection:${task.id}`),
  ];
}

export interface Accept {
  readonly assignment: string;
  readonly route: Route;
  readonly procedure?: Procedure;
  readonly instrument?: InstrumentRef;
}

/**
 * What the simple procedure is not for (简易办法 4, 5): it is for first matters with clear facts; not for the routes of
 * 31(1)-(5), what was assigned with feedback, collective matters, or several bodies.
 */
export function simpleRefusal(
  state: MatterState,
  task: Assignment,
  route: Route,
  context: ActContext,
): Refusal | undefined {
  const no = (zh: string, en: string): Refusal => refuse('simple.conditions', 422, zh, en, 'procedure');
  if (route !== '31(6)' && route !== '29')
    return no('条例31(1)到31(5)的事项不能简易办理', 'Matters of 31(1) to 31(5) are not for the simple procedure');
  if (task.mode === 'assign')
    return no('交办的事项不能简易办理', 'A matter assigned with feedback is not for the simple procedure');
  if (state.first === false || state.submissions.length > 1)
    return no('简易办理只用于初次信访事项', 'The simple procedure is for first matters only');
  if (state.petitioners >= context.pack.settings.collectiveFrom)
    return no('联名、集体的事项不能简易办理', 'Collective matters are not for the simple procedure');
  if (Object.keys(task.contributors ?? {}).length > 0)
    return no('涉及几个单位的，不能简易办理', 'What concerns several bodies is not for the simple procedure');
  return undefined;
}

/** E8: no notice by the end of its 15 days counts as acceptance on that day; the miss stays on its own clock. */
export function acceptedOn(state: MatterState, task: Assignment, context: ActContext): Day {
  const due = state.clocks[`notice:${task.id}`]?.derivation.rawEnd;
  return context.pack.settings.deemAcceptance && due !== undefined && due < context.today ? due : context.today;
}

/**
 * The clock acceptance starts: 60 days only for 31(6) (条例 34); for 31(5) the two months of 行政诉讼法 47 from the
 * application, in which the body performs its duty or answers; suggestions get a service target, nothing statutory.
 */
export function acceptanceClock(
  state: MatterState,
  task: Assignment,
  route: Route,
  context: ActContext,
  procedure: Procedure = 'ordinary',
): ClockChange | undefined {
  const clock = { holder: task.body, assignment: task.id, from: acceptedOn(state, task, context) };
  if (procedure === 'simple' && (route === '31(6)' || route === '29'))
    return startClock(context, { id: `handle:${task.id}`, kind: 'simple-handle', ...clock });
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
    const { procedure = 'ordinary' } = act;
    const unfit = procedure === 'simple' ? simpleRefusal(state, task, act.route, context) : undefined;
    if (unfit) return unfit;
    const started = acceptanceClock(state, task, act.route, context, procedure);
    return [
      {
        kind: 'Accepted',
        body: {
          assignment: task.id,
          route: act.route,
          on: acceptedOn(state, task, context),
          procedure,
          ...(act.instrument ? { instrument: act.instrument } : {}),
          clocks: [...stopReceipt(state, task, context), ...(started ? [started] : [])],
        },
      },
    ];
  },
};

const VOIDED: readonly ClockKind[] = ['sign', 'contribution', 'supplement'];

/** What still ran for a concluded matter enters no rate. Whoever assigned it still awaits the report (C6). */
export function voidRest(state: MatterState, context: ActContext): readonly ClockChange[] {
  return voidClocks(state.clocks, context.today, (_, clock) => VOIDED.includes(clock.kind));
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
    const kinds = ['forward', 'hop', 'notice'];
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
