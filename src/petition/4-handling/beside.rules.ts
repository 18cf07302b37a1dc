import { needPost } from '../../domain/act.ts';
import { startClock, startClockTo, stopClock, voidClocks } from '../../domain/clocks.ts';
import type { Day } from '../../domain/days.ts';
import type { ContentRef, InstrumentRef } from '../../domain/fact-parts.ts';
import {
  findTask,
  firstRefusal,
  IN_HAND,
  needDay,
  needNoInterest,
  needOpen,
  needUnaccused,
  ruled,
  taskIn,
} from '../../domain/guards.ts';
import { clockId, tasksOf } from '../../domain/matter.ts';
import { isRefusal, refuse, refuseState } from '../../domain/refusals.ts';

interface OnTask {
  readonly assignment: string;
}

export interface AskSupplement extends OnTask {
  readonly due: Day;
  readonly instrument: InstrumentRef;
}

/** T18, D12: one full list, once. No clock stops: the Regulation names no stop. */
export const askSupplement = ruled<AskSupplement>({
  id: 'ask-supplement',
  rule: 'supplement.no-stop',
  mayBegin(state, assignment, context) {
    const task = taskIn(state, assignment, ['signed', ...IN_HAND]);
    if (isRefusal(task)) return task;
    return firstRefusal(
      needOpen(state),
      needPost('ask-supplement', task.body, context),
      needNoInterest(task, context),
      task.supplement
        ? refuseState('asked-already', 409, '已经通知过，等信访人补来', 'Papers have been asked for; they are awaited')
        : undefined,
      state.identityClear
        ? undefined
        : refuseState(
            'unreachable',
            409,
            '姓名、地址不清，通知不到信访人',
            'Name or address is unclear; nobody can be asked',
          ),
    );
  },
  facts(_state, act, context) {
    return (
      needDay(act.due, 'due', { from: context.today }) ?? [
        {
          kind: 'SupplementAsked',
          body: {
            assignment: act.assignment,
            on: context.today,
            due: act.due,
            instrument: act.instrument,
            clocks: [
              startClockTo(context, {
                id: `supplement:${act.assignment}`,
                kind: 'supplement',
                holder: 'petitioner',
                assignment: act.assignment,
                from: context.today,
                to: act.due,
              }),
            ],
          },
        },
      ]
    );
  },
});

export interface NoteSupplement extends OnTask {
  readonly content?: ContentRef;
}

export const noteSupplement = ruled<NoteSupplement>({
  id: 'note-supplement',
  mayBegin(state, assignment, context) {
    const task = findTask(state, assignment);
    if (isRefusal(task)) return task;
    return task.supplement
      ? needPost('note-supplement', task.body, context)
      : refuseState('not-asked', 409, '没有在等补充材料', 'No papers are awaited');
  },
  facts: (state, act, context) => [
    {
      kind: 'SupplementCame',
      body: {
        assignment: act.assignment,
        on: context.today,
        ...(act.content ? { content: act.content } : {}),
        clocks: stopClock(state.clocks, `supplement:${act.assignment}`, context.today),
      },
    },
  ],
});

export interface ToOrdinary extends OnTask {
  readonly content: ContentRef;
}

/** E43. Not simple after all: the ordinary 60 days count from the first acceptance. */
export const toOrdinary = ruled<ToOrdinary>({
  id: 'to-ordinary',
  rule: 'simple.conditions',
  mayBegin(state, assignment, context) {
    const task = taskIn(state, assignment, IN_HAND);
    if (isRefusal(task)) return task;
    return firstRefusal(
      needOpen(state),
      task.procedure === 'simple'
        ? undefined
        : refuseState('ordinary', 409, '本来就是普通程序', 'It is in the ordinary procedure already'),
      needPost('to-ordinary', task.body, context),
      needNoInterest(task, context),
    );
  },
  facts(state, act, context) {
    const task = findTask(state, act.assignment);
    if (isRefusal(task)) return task;
    const id = clockId('handle', task);
    const kind = task.route === '29' ? 'suggestion' : 'handle';
    return [
      {
        kind: 'RevertedToOrdinary',
        body: {
          assignment: task.id,
          on: context.today,
          content: act.content,
          clocks: [
            ...voidClocks(state.clocks, context.today, (one) => one === id),
            startClock(context, {
              id,
              kind,
              holder: task.body,
              assignment: task.id,
              from: task.acceptedOn ?? context.today,
            }),
          ],
        },
      },
    ];
  },
});

export interface AskContribution extends OnTask {
  readonly body: string;
  readonly due: Day;
  readonly instrument: InstrumentRef;
}

/** Several bodies: one leads and answers, the others contribute by a day (条例 24¶1). */
export const askContribution = ruled<AskContribution>({
  id: 'ask-contribution',
  rule: 'joint.lead-and-contributors',
  mayBegin(state, assignment, context) {
    const task = taskIn(state, assignment, IN_HAND);
    return isRefusal(task)
      ? task
      : firstRefusal(needOpen(state), needPost('ask-contribution', task.body, context), needNoInterest(task, context));
  },
  facts(state, act, context) {
    const task = findTask(state, act.assignment);
    if (isRefusal(task)) return task;
    const refusal = firstRefusal(
      context.bodies.find(act.body)
        ? undefined
        : refuseState(
            'no-body',
            422,
            '没有这个单位，请从名单里选',
            'There is no such body; choose one from the list',
            'body',
          ),
      act.body === task.body
        ? refuseState('same-body', 422, '不能请自己协办', 'A body does not contribute to itself', 'body')
        : undefined,
      needUnaccused(state, act.body, 'body', context),
      task.contributors?.[act.body] && task.contributors[act.body]?.givenOn === undefined
        ? refuseState('asked-already', 422, '已经请过这个单位', 'This body has been asked already', 'body')
        : undefined,
      needDay(act.due, 'due', { from: context.today }),
    );
    if (refusal) return refusal;
    return [
      {
        kind: 'ContributionAsked',
        body: {
          assignment: task.id,
          body: act.body,
          on: context.today,
          due: act.due,
          instrument: act.instrument,
          clocks: [
            startClockTo(context, {
              id: `contribution:${task.id}:${act.body}`,
              kind: 'contribution',
              holder: act.body,
              assignment: task.id,
              from: context.today,
              to: act.due,
            }),
          ],
        },
      },
    ];
  },
});

export interface Contribute {
  readonly assignment?: string;
  readonly content: ContentRef;
}

/** By the body that was asked, on whichever task it was. */
export const contribute = ruled<Contribute>({
  id: 'contribute',
  rule: 'joint.lead-and-contributors',
  mayBegin(state, _assignment, context) {
    return firstRefusal(
      needOpen(state),
      asked(state, context.actor) === undefined
        ? refuseState('not-asked', 409, '没有请本单位协办', 'Your body has not been asked to contribute')
        : undefined,
      needPost('contribute', undefined, context),
    );
  },
  facts(state, act, context) {
    const found = asked(state, context.actor);
    if (!found) return [];
    return [
      {
        kind: 'Contributed',
        body: {
          assignment: found.assignment,
          body: found.body,
          on: context.today,
          content: act.content,
          clocks: stopClock(state.clocks, `contribution:${found.assignment}:${found.body}`, context.today),
        },
      },
    ];
  },
});

function asked(state: Parameters<typeof tasksOf>[0], actor: Parameters<typeof needPost>[2]['actor']) {
  if (actor.kind !== 'staff') return undefined;
  const task = tasksOf(state).findLast((one) => {
    const given = one.contributors?.[actor.body];
    return given !== undefined && given.givenOn === undefined;
  });
  return task && { assignment: task.id, body: actor.body };
}

export interface EndForProcedure extends OnTask {
  readonly route: '31(1)' | '31(2)' | '31(4)';
  readonly instrument?: InstrumentRef;
}

/** E22. Found to be in court, arbitration or reconsideration: handling ends with a notice, and its clock is not late. */
export const endForProcedure = ruled<EndForProcedure>({
  id: 'end-for-procedure',
  rule: 'litigation.separate',
  mayBegin(state, assignment, context) {
    const task = taskIn(state, assignment, IN_HAND);
    return isRefusal(task)
      ? task
      : firstRefusal(needOpen(state), needPost('end-for-procedure', task.body, context), needNoInterest(task, context));
  },
  facts(state, act, context) {
    if (act.instrument === undefined && state.identityClear && !state.anonymous)
      return refuse(
        'notice.within-15-days',
        422,
        '要书面告知信访人',
        'The petitioner is told in writing',
        'instrument',
      );
    return [
      {
        kind: 'EndedForProcedure',
        body: {
          assignment: act.assignment,
          route: act.route,
          on: context.today,
          ...(act.instrument ? { instrument: act.instrument } : {}),
          clocks: voidClocks(
            state.clocks,
            context.today,
            (_, clock) =>
              clock.assignment === act.assignment && clock.kind !== 'supervision' && clock.kind !== 'feedback',
          ),
        },
      },
    ];
  },
});
