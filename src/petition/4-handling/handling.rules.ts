import { type ActContext, actorId, type MatterRule, needPost } from '../../domain/act.ts';
import { extendClock, isRunning } from '../../domain/clocks.ts';
import type { Day } from '../../domain/days.ts';
import { parseDay, sayDay } from '../../domain/days.ts';
import type { ContentRef, InstrumentRef } from '../../domain/facts.ts';
import { findTask, firstRefusal, IN_HAND, needNoInterest, needOpen, ruled, taskIn } from '../../domain/guards.ts';
import { clockId, type MatterState } from '../../domain/matter.ts';
import { isRefusal, type Refusal, refuse, refuseState } from '../../domain/refusals.ts';

export interface NameHandler {
  readonly assignment: string;
  /** An account of the same body with the post of handler; the server checks that it exists. */
  readonly account: string;
  /** Staff with a direct interest in the matter or the petitioner withdraw (条例 28¶3). */
  readonly interested: boolean;
  /** The officer's name or telephone is that of a petitioner: whether they are the same is decided first (E50). */
  readonly matches?: boolean;
}

/** T19. */
export const nameHandler: MatterRule<NameHandler> = {
  id: 'name-handler',
  rule: 'recusal',
  mayBegin(state, assignment, context) {
    const task = taskIn(state, assignment, ['signed', ...IN_HAND]);
    return isRefusal(task)
      ? task
      : firstRefusal(needOpen(state), needPost('name-handler', task.body, context), needNoInterest(task, context));
  },
  decide(state, act, context) {
    const refusal = this.mayBegin(state, act.assignment, context);
    if (refusal) return refusal;
    if (act.interested) {
      return refuse(
        'recusal',
        409,
        '与事项或信访人有直接利害关系的，要回避',
        'Staff with a direct interest in the matter or the petitioner must withdraw',
        'account',
      );
    }
    const task = state.assignments[act.assignment];
    /* People share names: once it is decided that they need not withdraw, the name alone stops nobody. */
    const matches = act.matches && !task?.cleared?.includes(act.account);
    if (
      matches ||
      task?.recused?.includes(act.account) ||
      task?.interests?.some((one) => one.account === act.account)
    ) {
      return refuse(
        'recusal',
        409,
        matches
          ? '承办人与信访人的姓名或者电话相同，请另选一人；只是同名的，由他本人先申报，决定不用回避以后再指定'
          : '这位同志要回避，或者利害关系还没有决定',
        matches
          ? 'The officer’s name or telephone is that of a petitioner; choose somebody else. If it is only the name, they declare it, and once it is decided that they need not withdraw they may be named'
          : 'This officer has to withdraw, or the interest is not decided on yet',
        'account',
      );
    }
    return [{ kind: 'HandlerNamed', body: { assignment: act.assignment, account: act.account } }];
  },
};

export interface NoteWork {
  readonly assignment: string;
  readonly on: Day;
  readonly kind: 'talk' | 'visit' | 'evidence';
  readonly content: ContentRef;
}

/** A talk, a visit to the place, evidence taken in. Changes no clock. */
export const noteWork: MatterRule<NoteWork> = {
  id: 'note-work',
  mayBegin(state, assignment, context) {
    const task = taskIn(state, assignment, IN_HAND);
    return isRefusal(task)
      ? task
      : firstRefusal(needOpen(state), needPost('note-work', task.body, context), needNoInterest(task, context));
  },
  decide(state, act, context) {
    const refusal = this.mayBegin(state, act.assignment, context);
    if (refusal) return refusal;
    if (!parseDay(act.on) || act.on > context.today) {
      return refuseState(
        'day-ahead',
        422,
        '日期写成年-月-日，不能晚于今天',
        'Write the day as year-month-day, not later than today',
        'on',
      );
    }
    const { assignment, on, kind, content } = act;
    return [{ kind: 'WorkNoted', body: { assignment, on, kind, content } }];
  },
};

/** Days an extension may still have: 30 in total (条例 34). */
export function extensionLeft(state: MatterState, assignment: string, context: ActContext): number {
  return context.pack.settings.extensionMaxDays - (state.assignments[assignment]?.extendedDays ?? 0);
}

function mayExtend(
  act: 'ask-extension' | 'approve-extension',
  state: MatterState,
  assignment: string | undefined,
  context: ActContext,
): Refusal | undefined {
  const task = taskIn(state, assignment, IN_HAND);
  if (isRefusal(task)) return task;
  const clock = state.clocks[clockId('handle', task)];
  if (!isRunning(clock) || clock.kind !== 'handle') {
    return refuse(
      'extension.once-30-days-before-due',
      409,
      '只有信访程序（31(6)）的60日可以延长',
      'Only the 60 days of the petition procedure (31(6)) can be extended',
    );
  }
  const due = clock.derivation.statutoryDue;
  return firstRefusal(
    needOpen(state),
    (task.extensions ?? 0) >= context.pack.settings.extensionTimes
      ? refuse('extension.once-30-days-before-due', 409, '已经延长过一次', 'It has been extended once already')
      : undefined,
    context.today > due
      ? refuse(
          'extension.once-30-days-before-due',
          409,
          `${sayDay(due, 'zh-CN')}已经到期，期满以后不能再延长`,
          `It fell due on ${sayDay(due, 'en')}; an extension after that is not possible`,
        )
      : undefined,
    needPost(act, task.body, context),
    needNoInterest(task, context),
  );
}

function needDays(days: number, state: MatterState, assignment: string, context: ActContext): Refusal | undefined {
  const left = extensionLeft(state, assignment, context);
  return Number.isInteger(days) && days >= 1 && days <= left
    ? undefined
    : refuse(
        'extension.once-30-days-before-due',
        422,
        `延长天数要在1到${left}之间，总共不超过30日`,
        `An extension is 1 to ${left} days, 30 in total`,
        'days',
      );
}

export interface AskExtension {
  readonly assignment: string;
  readonly days: number;
  readonly content: ContentRef;
}

/** T20, first half: the handler asks, with the reason why the matter is complex. */
export const askExtension: MatterRule<AskExtension> = {
  id: 'ask-extension',
  rule: 'extension.once-30-days-before-due',
  mayBegin(state, assignment, context) {
    return (
      mayExtend('ask-extension', state, assignment, context) ??
      (state.assignments[assignment ?? '']?.extensionAsked
        ? refuseState(
            'asked-already',
            409,
            '已经提请延长，等负责人批准',
            'An extension has been asked for; the head decides',
          )
        : undefined)
    );
  },
  decide(state, act, context) {
    const refusal = this.mayBegin(state, act.assignment, context) ?? needDays(act.days, state, act.assignment, context);
    if (refusal) return refusal;
    return [
      {
        kind: 'ExtensionAsked',
        body: {
          assignment: act.assignment,
          days: act.days,
          on: context.today,
          by: actorId(context.actor),
          content: act.content,
        },
      },
    ];
  },
};

export interface ApproveExtension {
  readonly assignment: string;
  readonly instrument: InstrumentRef;
}

function asked(state: MatterState, assignment: string | undefined): Refusal | undefined {
  return state.assignments[assignment ?? '']?.extensionAsked === undefined
    ? refuseState('not-asked', 409, '没有人提请延长', 'Nobody has asked for an extension')
    : undefined;
}

/** T20, second half: the head approves before the due date, and not one's own request. */
export const approveExtension: MatterRule<ApproveExtension> = {
  id: 'approve-extension',
  rule: 'extension.by-head',
  mayBegin(state, assignment, context) {
    const by = state.assignments[assignment ?? '']?.extensionAsked?.by;
    return firstRefusal(
      asked(state, assignment),
      mayExtend('approve-extension', state, assignment, context),
      by !== undefined && by === actorId(context.actor)
        ? refuse('extension.by-head', 409, '不能批准自己提请的延长', 'Nobody approves an extension of their own asking')
        : undefined,
      needConsent(state, assignment),
    );
  },
  decide(state, act, context) {
    const refusal = this.mayBegin(state, act.assignment, context);
    if (refusal) return refusal;
    const task = findTask(state, act.assignment);
    if (isRefusal(task)) return task;
    const id = clockId('handle', task);
    const clock = state.clocks[id];
    const days = task.extensionAsked?.days;
    if (!clock || days === undefined)
      return refuseState('not-asked', 409, '没有人提请延长', 'Nobody has asked for an extension');
    return [
      {
        kind: 'Extended',
        body: {
          assignment: task.id,
          days,
          on: context.today,
          instrument: act.instrument,
          clocks: [extendClock(context, id, clock, days)],
        },
      },
    ];
  },
};

/** E42: where the matter was assigned with feedback, the assigner consents first. */
function needConsent(state: MatterState, assignment: string | undefined): Refusal | undefined {
  const task = state.assignments[assignment ?? ''];
  return task?.mode === 'assign' && !task.extensionConsent
    ? refuse(
        'extension.assigner-consents',
        409,
        '交办的事项延长，要先经交办单位同意',
        'A matter assigned with feedback is extended with the assigner’s consent only',
      )
    : undefined;
}

export interface ConsentExtension {
  readonly assignment: string;
}

export const consentExtension = ruled<ConsentExtension>({
  id: 'consent-extension',
  rule: 'extension.assigner-consents',
  mayBegin(state, assignment, context) {
    const task = taskIn(state, assignment, IN_HAND);
    if (isRefusal(task)) return task;
    return firstRefusal(
      asked(state, assignment),
      needPost('consent-extension', task.from, context),
      task.mode !== 'assign'
        ? refuseState(
            'not-assigned',
            409,
            '不是交办的事项，不用同意',
            'It was not assigned with feedback; no consent is owed',
          )
        : task.extensionConsent
          ? refuseState('consented-already', 409, '已经同意', 'Consent was given already')
          : undefined,
    );
  },
  facts: (_state, act, context) => [
    {
      kind: 'ExtensionConsented',
      body: {
        assignment: act.assignment,
        on: context.today,
        by: context.actor.kind === 'staff' ? context.actor.body : '',
      },
    },
  ],
});

export interface RefuseExtension {
  readonly assignment: string;
  readonly content: ContentRef;
}

export const refuseExtension: MatterRule<RefuseExtension> = {
  id: 'refuse-extension',
  rule: 'extension.by-head',
  mayBegin(state, assignment, context) {
    const task = taskIn(state, assignment, IN_HAND);
    return isRefusal(task)
      ? task
      : firstRefusal(
          asked(state, assignment),
          needPost('refuse-extension', task.body, context),
          needNoInterest(task, context),
        );
  },
  decide(state, act, context) {
    const refusal = this.mayBegin(state, act.assignment, context);
    if (refusal) return refusal;
    return [
      { kind: 'ExtensionRefused', body: { assignment: act.assignment, on: context.today, content: act.content } },
    ];
  },
};
