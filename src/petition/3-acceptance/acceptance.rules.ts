import { type ActContext, type MatterRule, needPost } from '../../domain/act.ts';
import { type ClockChange, startClock, stopClock, voidClocks } from '../../domain/clocks.ts';
import type { Day } from '../../domain/days.ts';
import type { ContentRef, InstrumentRef } from '../../domain/facts.ts';
import { findTask, firstRefusal, needNoInterest, needOpen, taskIn } from '../../domain/guards.ts';
import { type Assignment, isWithOffice, type MatterState } from '../../domain/matter.ts';
import type { Procedure } from '../../domain/proceedings.ts';
import { isRefusal, type Refusal, refuse, refuseState } from '../../domain/refusals.ts';
import type { ClockKind } from '../../domain/rule-pack.ts';
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
  return isRefusal(task)
    ? task
    : firstRefusal(needOpen(state), needPost(act, task.body, context), needNoInterest(task, context));
}

/** Notice given and the time to object over: both clocks of receipt stop. */
function stopReceipt(state: MatterState, task: Assignment, context: ActContext): readonly ClockChange[] {
  return [
    ...stopClock(state.clocks, `notice:${task.id}`, context.today),
    ...stopClock(state.clocks, `simple-accept:${task.id}`, context.today),
    ...Object.entries(state.clocks)
      .filter(([, clock]) => clock.kind === 'forward' && clock.holder === task.body)
      .flatMap(([id]) => stopClock(state.clocks, id, context.today)),
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

export interface NotAccept {
  /** Absent where the petition office declines before it sends anything on. */
  readonly assignment?: string;
  readonly reason: NotAcceptedReason;
  /** The matter whose pending or final answer is cited, and how it stands; the officer has confirmed it is the same. */
  readonly cites?: { readonly matter: string; readonly state: MatterState };
  readonly confirmedSame?: boolean;
  readonly instrument?: InstrumentRef;
}

/** T15, T4, T5. In writing, with the reason, its article and where to go. The matter stays registered. */
export const notAccept: MatterRule<NotAccept> = {
  id: 'not-accept',
  rule: 'not-accepted.reasons',
  mayBegin(state, assignment, context) {
    const open = needOpen(state);
    if (open) return open;
    if (isWithOffice(state)) return state.sealed ? sealed() : needPost('not-accept', state.office, context);
    const may = mayDecide('not-accept', state, assignment, context);
    /* At a body its head decides; a dispatcher declines for the petition office alone. */
    const { actor } = context;
    return may ?? (actor.kind === 'staff' && !actor.roles.includes('head') ? headOnly() : undefined);
  },
  decide(state, act, context) {
    const refusal = this.mayBegin(state, act.assignment, context);
    if (refusal) return refusal;
    const office = isWithOffice(state);
    const task = office ? undefined : findTask(state, act.assignment);
    if (isRefusal(task)) return task;
    const unfit = reasonRefusal(state, task, act, context);
    if (unfit) return unfit;
    const unnoticed = needNotice(state, act.instrument);
    if (unnoticed) return unnoticed;
    return [
      {
        kind: 'NotAccepted',
        body: {
          ...(task ? { assignment: task.id } : { by: state.office }),
          on: context.today,
          reason: act.reason,
          ...(act.cites ? { cites: act.cites.matter } : {}),
          ...(act.instrument ? { instrument: act.instrument } : {}),
          clocks: [
            ...(task ? stopReceipt(state, task, context) : stopForwarding(state, context)),
            ...voidRest(state, context),
          ],
        },
      },
    ];
  },
};

function sealed(): Refusal {
  return refuse('report.sealed', 409, '检举控告件封存', 'A report of wrongdoing is sealed');
}

function headOnly(): Refusal {
  return refuseState('other-post', 403, '您的岗位没有这项职责', 'Your post does not carry this duty');
}

function stopForwarding(state: MatterState, context: ActContext): readonly ClockChange[] {
  return Object.entries(state.clocks)
    .filter(([, clock]) => clock.kind === 'forward')
    .flatMap(([id]) => stopClock(state.clocks, id, context.today));
}

/** Each reason with what the law asks for it; nobody is turned away as a repeat unless an officer confirmed it (个保法 24). */
function reasonRefusal(
  state: MatterState,
  task: Assignment | undefined,
  act: NotAccept,
  context: ActContext,
): Refusal | undefined {
  if (act.reason === 'skipped-level-visit' && state.channel !== 'visit') {
    return refuse(
      'not-accepted.reasons',
      422,
      '越级只说走访；来信和网上可以向任何一级提出',
      'Only visits can skip a level; letters and web petitions may go to any level',
      'reason',
    );
  }
  if (act.reason === 'outside-remit' && task?.mode !== 'own') {
    return refuse(
      'objection.within-5-workdays',
      422,
      '转来的材料不属于本单位的，要提异议退回，不能不予受理',
      'Forwarded material outside your remit is returned by objection, not declined',
      'reason',
    );
  }
  if (act.reason !== 'pending-elsewhere' && act.reason !== 'final') return undefined;
  const { cites } = act;
  if (!cites || !act.confirmedSame) {
    return refuse(
      'repeat.same-person-same-matter',
      422,
      '写明是哪一件，并且由您核对：同一信访人、同一事实和理由',
      'Name the matter, and confirm that person, facts and reasons are the same',
      cites ? 'confirmedSame' : 'cites',
    );
  }
  return act.reason === 'final' ? finalRefusal(cites.state) : pendingRefusal(cites.state, context);
}

/** 条例 36¶3: a re-review (or what a local rule puts in its place) has ended the cited matter. */
function finalRefusal(cited: MatterState): Refusal | undefined {
  return cited.final
    ? undefined
    : refuse(
        'review.final',
        422,
        '那一件还没有复核意见，不能以此不再受理；息诉、和解、承诺都不是理由',
        'That matter has no re-review yet and cannot be cited; settlement or a promise is no reason',
        'cites',
      );
}

/** 条例 19¶3: only while the lower body is within its period. Past it, the matter above is one of supervision (E38). */
function pendingRefusal(cited: MatterState, context: ActContext): Refusal | undefined {
  if (cited.phase !== 'open') {
    return refuse(
      'repeat.pending-below',
      422,
      '那一件不在办理中，不能以正在办理为由不予受理',
      'That matter is not being handled and cannot be cited as pending',
      'cites',
    );
  }
  const overdue = Object.values(cited.clocks).some(
    (clock) =>
      clock.end === undefined &&
      clock.holder !== 'petitioner' &&
      (clock.kind === 'handle' || clock.kind === 'redo' || clock.kind === 'notice' || clock.kind === 'duty') &&
      clock.derivation.statutoryDue < context.today,
  );
  return overdue
    ? refuse(
        'repeat.expired-is-supervision',
        409,
        '下级已经超过办理期限，不能不予受理；请督办那一件',
        'The body below is past its period, so this cannot be declined; order it by supervision instead',
        'cites',
      )
    : undefined;
}

const VOIDED: readonly ClockKind[] = ['feedback', 'sign', 'contribution', 'supplement'];

/** What still ran for a concluded matter enters no rate. */
function voidRest(state: MatterState, context: ActContext): readonly ClockChange[] {
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
