import { type ActContext, needPost } from '../../domain/act.ts';
import { isPastPeriod, startClock, startClockTo, stopClock, voidClocks } from '../../domain/clocks.ts';
import type { Day } from '../../domain/days.ts';
import type { ContentRef, InstrumentRef } from '../../domain/fact-parts.ts';
import { firstRefusal, isOverseer, needDay, needUnaccused, ruled } from '../../domain/guards.ts';
import { currentAssignment, type MatterState, nextName, numbered } from '../../domain/matter.ts';
import type { Order, Proposal } from '../../domain/matter-sides.ts';
import type { Adoption, OrderDefect, OrderWay, ProposalKind } from '../../domain/proceedings.ts';
import { type Refusal, refuse, refuseState } from '../../domain/refusals.ts';

interface OnMatter {
  readonly assignment?: string;
}

/** The petition office of the place, or of a place above it (条例 14, 40). */
function needOversight(act: 'supervise' | 'propose', state: MatterState, context: ActContext): Refusal | undefined {
  const { actor } = context;
  return firstRefusal(
    state.sealed ? refuse('report.sealed', 409, '检举控告件封存', 'A report of wrongdoing is sealed') : undefined,
    state.origin === 'imported'
      ? refuseState('imported', 409, '历史台账的事项不在这里督办', 'Imported matters are not supervised here')
      : undefined,
    actor.kind === 'staff' && !isOverseer(state, context.bodies.find(actor.body))
      ? refuseState(
          'other-body',
          403,
          '由当地或者上级信访部门来做',
          'This is for the petition office of the place, or above',
        )
      : undefined,
    needPost(act, undefined, context),
  );
}

export interface Supervise extends OnMatter {
  readonly to?: string;
  readonly way: OrderWay;
  readonly defect: OrderDefect;
  readonly due: Day;
  /** The submission by which it was raised above (E38), which an officer has found to be the same person's and matter. */
  readonly raisedBy?: string;
  readonly confirmedSame?: boolean;
  readonly instrument: InstrumentRef;
}

/** Whoever has it in hand: the body at work, or the petition office that has not passed it on. */
function inHandOf(state: MatterState): string {
  return currentAssignment(state)?.body ?? state.office;
}

/** T33, D25 (条例 40¶1). To the body that has it in hand; never to one's own body. */
export const supervise = ruled<Supervise>({
  id: 'supervise',
  rule: 'supervision.defects',
  mayBegin(state, _assignment, context) {
    return firstRefusal(
      needOversight('supervise', state, context),
      inHandOf(state) === bodyOf(context)
        ? refuseState('nobody-to-order', 409, '现在没有别的单位在办，不用督办', 'No other body has it in hand')
        : undefined,
    );
  },
  facts(state, act, context) {
    const by = bodyOf(context);
    const task = currentAssignment(state);
    const to = act.to ?? inHandOf(state);
    const refusal = firstRefusal(
      context.bodies.find(to) ? undefined : refuseState('no-body', 422, '没有这个单位', 'There is no such body', 'to'),
      to === by ? refuseState('same-body', 422, '不能督办自己', 'A body does not order itself', 'to') : undefined,
      needUnaccused(state, to, 'to', context),
      needDay(act.due, 'due', { from: context.today }),
      act.raisedBy === undefined ? undefined : needExpired(state, act, context),
    );
    if (refusal) return refusal;
    const order = nextName('o', state.orders);
    return [
      {
        kind: 'Supervised',
        body: {
          order,
          by,
          to,
          way: act.way,
          defect: act.defect,
          on: context.today,
          due: act.due,
          ...(task ? { assignment: task.id } : {}),
          ...(act.raisedBy === undefined ? {} : { raisedBy: act.raisedBy }),
          instrument: act.instrument,
          clocks: [
            startClockTo(context, {
              id: `supervision:${order}`,
              kind: 'supervision',
              holder: to,
              assignment: task?.id,
              from: context.today,
              to: act.due,
            }),
          ],
        },
      },
    ];
  },
});

/**
 * E38. What is raised above while the body below is within its period is declined there (条例 19¶3); past it, the matter
 * below is put under an order, and whoever raised it follows that. They learn of another's case unless it is their own.
 */
function needExpired(state: MatterState, act: Supervise, context: ActContext): Refusal | undefined {
  if (!act.confirmedSame)
    return refuse(
      'repeat.same-person-same-matter',
      422,
      '由您核对：同一信访人、同一事实和请求；核对以后，那件信才能看到这一件',
      'Confirm that person, facts and request are the same: that submission then follows this matter',
      'confirmedSame',
    );
  return isPastPeriod(state.clocks, context.today)
    ? undefined
    : refuse(
        'repeat.pending-below',
        422,
        '这一件还在办理期限内；向上提出的，按“正在办理”告知',
        'It is still within its period; what is raised above meanwhile is told that it is being handled',
        'raisedBy',
      );
}

function orderIn(state: MatterState, phase: Order['phase'], fits: (order: Order) => boolean): Order | undefined {
  return numbered(state.orders).findLast((order) => order.phase === phase && fits(order));
}

function bodyOf({ actor }: ActContext): string {
  return actor.kind === 'staff' ? actor.body : '';
}

export interface AnswerOrder extends OnMatter {
  readonly content: ContentRef;
}

export const answerOrder = ruled<AnswerOrder>({
  id: 'answer-order',
  rule: 'supervision.defects',
  mayBegin(state, _assignment, context) {
    return orderIn(state, 'open', (order) => order.to === bodyOf(context))
      ? needPost('answer-order', undefined, context)
      : refuseState('no-order', 409, '没有要回复的督办', 'There is no order to answer');
  },
  facts(state, act, context) {
    const order = orderIn(state, 'open', (one) => one.to === bodyOf(context));
    return order ? [{ kind: 'OrderAnswered', body: { order: order.id, on: context.today, content: act.content } }] : [];
  },
});

function mayJudge(act: 'close-order' | 'return-order') {
  return (state: MatterState, _assignment: string | undefined, context: ActContext): Refusal | undefined =>
    orderIn(state, 'answered', (order) => order.by === bodyOf(context))
      ? needPost(act, undefined, context)
      : refuseState('no-answer', 409, '没有等认定的督办回复', 'No answer to an order awaits you');
}

export const closeOrder = ruled<AnswerOrder>({
  id: 'close-order',
  rule: 'supervision.defects',
  mayBegin: mayJudge('close-order'),
  facts(state, act, context) {
    const order = orderIn(state, 'answered', (one) => one.by === bodyOf(context));
    return order
      ? [
          {
            kind: 'OrderClosed',
            body: {
              order: order.id,
              on: context.today,
              content: act.content,
              clocks: stopClock(state.clocks, `supervision:${order.id}`, context.today),
            },
          },
        ]
      : [];
  },
});

export interface ReturnOrder extends AnswerOrder {
  readonly due: Day;
}

/** The answer does not do; a new day is set. */
export const returnOrder = ruled<ReturnOrder>({
  id: 'return-order',
  rule: 'supervision.defects',
  mayBegin: mayJudge('return-order'),
  facts(state, act, context) {
    const order = orderIn(state, 'answered', (one) => one.by === bodyOf(context));
    if (!order) return [];
    const id = `supervision:${order.id}`;
    return (
      needDay(act.due, 'due', { from: context.today }) ?? [
        {
          kind: 'OrderReturned',
          body: {
            order: order.id,
            on: context.today,
            due: act.due,
            content: act.content,
            clocks: [
              ...voidClocks(state.clocks, context.today, (one) => one === id),
              startClockTo(context, {
                id,
                kind: 'supervision',
                holder: order.to,
                assignment: order.assignment,
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

export interface Propose extends OnMatter {
  readonly to: string;
  readonly kind: ProposalKind;
  readonly instrument: InstrumentRef;
}

/** D26 三项建议 (条例 14, 40¶2-3); whoever receives one answers in writing whether it is adopted. */
export const propose = ruled<Propose>({
  id: 'propose',
  rule: 'proposal.answered',
  mayBegin: (state, _assignment, context) => needOversight('propose', state, context),
  facts(state, act, context) {
    const by = bodyOf(context);
    const refusal = firstRefusal(
      context.bodies.find(act.to)
        ? undefined
        : refuseState(
            'no-body',
            422,
            '没有这个单位，请从名单里选',
            'There is no such body; choose one from the list',
            'to',
          ),
      act.to === by
        ? refuseState('same-body', 422, '不能向自己提建议', 'A body makes no proposal to itself', 'to')
        : undefined,
      needUnaccused(state, act.to, 'to', context),
    );
    if (refusal) return refusal;
    const proposal = nextName('p', state.proposals);
    return [
      {
        kind: 'Proposed',
        body: {
          proposal,
          kind: act.kind,
          by,
          to: act.to,
          on: context.today,
          instrument: act.instrument,
          clocks: [
            startClock(context, { id: `proposal:${proposal}`, kind: 'proposal', holder: act.to, from: context.today }),
          ],
        },
      },
    ];
  },
});

export interface AnswerProposal extends OnMatter {
  readonly adoption: Adoption;
  readonly content: ContentRef;
}

function openProposal(state: MatterState, context: ActContext): Proposal | undefined {
  return numbered(state.proposals).findLast((one) => one.adoption === undefined && one.to === bodyOf(context));
}

export const answerProposal = ruled<AnswerProposal>({
  id: 'answer-proposal',
  rule: 'proposal.answered',
  mayBegin(state, _assignment, context) {
    return openProposal(state, context)
      ? needPost('answer-proposal', undefined, context)
      : refuseState('no-proposal', 409, '没有要回复的建议', 'There is no proposal to answer');
  },
  facts(state, act, context) {
    const proposal = openProposal(state, context);
    return proposal
      ? [
          {
            kind: 'ProposalAnswered',
            body: {
              proposal: proposal.id,
              on: context.today,
              adoption: act.adoption,
              content: act.content,
              clocks: stopClock(state.clocks, `proposal:${proposal.id}`, context.today),
            },
          },
        ]
      : [];
  },
});
