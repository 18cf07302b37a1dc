import { type ActContext, actorId, type MatterRule, needPost } from '../../domain/act.ts';
import { isAccused, isPetitionOffice } from '../../domain/bodies.ts';
import { startClock, stopClock, voidClocks } from '../../domain/clocks.ts';
import { type Day, daysBetween, parseDay } from '../../domain/days.ts';
import type { InstrumentRef, MatterDraft } from '../../domain/facts.ts';
import { startForwarding, stopForwarding } from '../../domain/forwarding.ts';
import { findTask, firstRefusal, needNear, needOpen, taskIn } from '../../domain/guards.ts';
import { currentAssignment, isWithOffice, type MatterState } from '../../domain/matter.ts';
import { isRefusal, type Refusal, refuse, refuseState } from '../../domain/refusals.ts';
import type { Route } from '../../domain/vocabulary.ts';

/**
 * Who may send the matter on now: the office while it holds it, a petition office it was forwarded to (条例 22), or a body
 * that received it directly (条例 23¶1).
 */
function sender(state: MatterState, context: ActContext): string | undefined {
  if (isWithOffice(state)) return state.office;
  const task = currentAssignment(state);
  if (task?.phase !== 'signed') return undefined;
  const body = context.bodies.find(task.body);
  return task.mode === 'own' || (body !== undefined && isPetitionOffice(body)) ? task.body : undefined;
}

function maySend(act: 'forward' | 'assign', state: MatterState, context: ActContext): Refusal | undefined {
  return firstRefusal(
    needOpen(state),
    state.sealed
      ? refuse(
          'report.sealed',
          409,
          '检举控告件封存，不能转出',
          'A report of wrongdoing is sealed and is not forwarded',
        )
      : undefined,
    sender(state, context) === undefined
      ? refuseState('with-body', 409, '已经转出，现在由承办单位办理', 'It has been sent; a body has it in hand')
      : undefined,
    needPost(act, sender(state, context) ?? state.office, context),
  );
}

function target(state: MatterState, to: string, from: string, context: ActContext): Refusal | undefined {
  const body = context.bodies.find(to);
  if (!body)
    return refuseState(
      'no-body',
      422,
      '没有这个单位，请从名单里选',
      'There is no such body; choose one from the list',
      'to',
    );
  if (to === from) return refuseState('same-body', 422, '不能转给自己', 'A body cannot forward to itself', 'to');
  if (isAccused(context.bodies, state.accused, to)) {
    return refuse(
      'transfer.accused-blocked',
      409,
      '被检举控告的单位和它下面的单位，不能收到这件材料',
      'The body complained of, and any body under it, must not receive this material',
      'to',
    );
  }
  return undefined;
}

export interface ProposeRoute {
  readonly assignment?: string;
  readonly route: Route;
}

/** The petition office may attach a suggested route when it forwards; the competent organ decides it (law.md §1.5 a). */
export const proposeRoute: MatterRule<ProposeRoute> = {
  id: 'propose-route',
  rule: 'acceptance.by-competent-organ',
  mayBegin(state, _assignment, context) {
    return firstRefusal(
      needOpen(state),
      isWithOffice(state)
        ? undefined
        : refuseState(
            'with-body',
            409,
            '已经转出，途径由承办单位决定',
            'It has been sent; the competent body decides the route',
          ),
      needPost('propose-route', state.office, context),
    );
  },
  decide(state, act, context) {
    return (
      this.mayBegin(state, undefined, context) ?? [
        { kind: 'RouteProposed', body: { route: act.route, by: actorId(context.actor) } },
      ]
    );
  },
};

export interface Forward {
  readonly assignment?: string;
  readonly to: string;
  /** T7 only: the day feedback is due, written in the letter. */
  readonly feedbackDue?: Day;
  /** The sender thinks the simple procedure fits (简易办法 4). */
  readonly simple?: boolean;
  readonly instrument: InstrumentRef;
  /** D3 to the petitioner, owed by a body that received the matter directly. */
  readonly notice?: InstrumentRef;
}

/** A body other than a petition office tells the petitioner where the matter went, where name and address are clear. */
export function destinationIsOwed(state: MatterState): boolean {
  return currentAssignment(state)?.mode === 'own' && state.identityClear && !state.anonymous;
}

function send(
  mode: 'forward' | 'assign',
  state: MatterState,
  act: Forward,
  context: ActContext,
): readonly MatterDraft[] | Refusal {
  const from = sender(state, context);
  const refusal = maySend(mode, state, context);
  if (refusal || from === undefined) return refusal ?? refuseState('with-body', 409, '已经转出', 'It has been sent');
  const blocked = target(state, act.to, from, context);
  if (blocked) return blocked;
  if (mode === 'assign') {
    if (act.feedbackDue === undefined || !parseDay(act.feedbackDue) || act.feedbackDue <= context.today) {
      return refuse(
        'assign.feedback-due',
        422,
        '交办要写明反馈期限，而且要在今天以后',
        'An assignment names a feedback date after today',
        'feedbackDue',
      );
    }
    const far = needNear(act.feedbackDue, 'feedbackDue', context.today);
    if (far) return far;
  }
  if (destinationIsOwed(state) && act.notice === undefined) {
    return refuse(
      'direct.tell-destination',
      422,
      '要书面告知信访人转到了哪里',
      'The petitioner is told in writing where it went',
      'notice',
    );
  }
  const assignment = nextAssignment(state);
  const feedback =
    mode === 'assign' && act.feedbackDue !== undefined
      ? [
          startClock(context, {
            id: `feedback:${assignment}`,
            kind: 'feedback',
            holder: act.to,
            assignment,
            from: context.today,
            n: daysBetween(context.today, act.feedbackDue),
          }),
        ]
      : [];
  return [
    {
      kind: 'Forwarded',
      body: {
        assignment,
        from,
        to: act.to,
        mode,
        on: context.today,
        instrument: act.instrument,
        ...(act.notice ? { notice: act.notice } : {}),
        ...(act.simple ? { simple: true } : {}),
        ...(mode === 'assign' && act.feedbackDue !== undefined ? { feedbackDue: act.feedbackDue } : {}),
        clocks: [
          ...stopForwarding(state.clocks, context.today),
          ...noticeGiven(state, context.today),
          ...voidClocks(state.clocks, context.today, (_, clock) => clock.kind === 'objection' && clock.holder === from),
          startClock(context, {
            id: `sign:${assignment}`,
            kind: 'sign',
            holder: act.to,
            assignment,
            from: context.today,
          }),
          ...feedback,
        ],
      },
    },
  ];
}

/** The body told the petitioner where the matter went (条例 23¶1): its own notice is given. */
function noticeGiven(state: MatterState, on: Day) {
  return Object.values(state.assignments)
    .filter((task) => task.mode === 'own')
    .flatMap((task) => stopClock(state.clocks, `notice:${task.id}`, on));
}

/** a1, a2, ... in the order they were made. */
export function nextAssignment(state: MatterState): string {
  return `a${Object.keys(state.assignments).length + 1}`;
}

/** T6 转送. */
export const forward: MatterRule<Forward> = {
  id: 'forward',
  rule: 'transfer.within-15-days',
  mayBegin: (state, _assignment, context) => maySend('forward', state, context),
  decide: (state, act, context) => send('forward', state, act, context),
};

/** T7 交办: important, with a date for the report back. */
export const assign: MatterRule<Forward> = {
  id: 'assign',
  rule: 'assign.feedback-due',
  mayBegin: (state, _assignment, context) => maySend('assign', state, context),
  decide: (state, act, context) => send('assign', state, act, context),
};

export interface Sign {
  readonly assignment: string;
}

/** T9. The organ's receipt: its 5 working days and its 15 days run from here. */
export const sign: MatterRule<Sign> = {
  id: 'sign',
  rule: 'sign.receipt-starts-clocks',
  mayBegin(state, assignment, context) {
    const task = taskIn(state, assignment, ['sent']);
    return isRefusal(task) ? task : firstRefusal(needOpen(state), needPost('sign', task.body, context));
  },
  decide(state, act, context) {
    const refusal = this.mayBegin(state, act.assignment, context);
    if (refusal) return refusal;
    const task = findTask(state, act.assignment);
    if (isRefusal(task)) return task;
    const clock = { holder: task.body, assignment: task.id, from: context.today };
    const office = context.bodies.find(task.body);
    const named = task.mode === 'designated';
    return [
      {
        kind: 'Signed',
        body: {
          assignment: task.id,
          on: context.today,
          clocks: [
            ...stopClock(state.clocks, `sign:${task.id}`, context.today),
            /* Whom a superior named may not object again (条例 24¶1). */
            ...(named ? [] : [startClock(context, { id: `objection:${task.id}`, kind: 'objection', ...clock })]),
            ...(task.simpleSuggested
              ? [startClock(context, { id: `simple-accept:${task.id}`, kind: 'simple-accept', ...clock })]
              : []),
            /* A petition office has 15 days to pass it on (条例 22), any other body 15 to give notice (条例 23¶3). */
            ...(office !== undefined && isPetitionOffice(office)
              ? startForwarding(context, office, clock)
              : [startClock(context, { id: `notice:${task.id}`, kind: 'notice', ...clock })]),
          ],
        },
      },
    ];
  },
};
