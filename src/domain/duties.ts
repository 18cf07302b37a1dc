import { type Clock, isRunning } from './clocks.ts';
import { IN_HAND } from './guards.ts';
import {
  type Assignment,
  clockId,
  currentAssignment,
  isWithOffice,
  type MatterState,
  numbered,
  openHearing,
  openReview,
  PHASE_IS_OPEN,
} from './matter.ts';
import type { Review } from './matter-sides.ts';

/** One thing a body owes now. */
export interface Duty {
  readonly duty: string;
  readonly body: string;
  readonly assignment: string;
  readonly clock?: Clock | undefined;
  readonly account?: string | undefined;
}

/** What is owed on a matter now and by which body, with the clock that is due first. */
export function dutiesOf(state: MatterState): readonly Duty[] {
  if (state.origin === 'imported') {
    return state.phase === 'open' ? [{ duty: 'imported-open', body: state.office, assignment: '' }] : [];
  }
  /* Nothing is owed on what went into another matter, was taken back, or is put away. */
  if (state.phase === 'merged' || state.phase === 'withdrawn' || state.phase === 'archived') return [];
  const around = aroundDuties(state);
  if (isWithOffice(state)) {
    const bounced = Object.keys(state.assignments).length > 0;
    const clock = Object.values(state.clocks).findLast((one) => one.kind === 'forward' && isRunning(one));
    return [...around, { duty: bounced ? 'returned' : 'to-forward', body: state.office, assignment: '', clock }];
  }
  const task = currentAssignment(state);
  if (!task) return around;
  const duties = [...taskDuties(state, task), ...interestDuties(task), ...around].filter(isFirst);
  /* 首办负责: whoever sent it on keeps watching it to the end. */
  if (PHASE_IS_OPEN[task.phase] && task.body !== state.office && task.phase !== 'objected') {
    return [...duties, { duty: 'watching', body: state.office, assignment: task.id, clock: duties[0]?.clock }];
  }
  return duties;
}

function taskDuties(state: MatterState, task: Assignment): readonly Duty[] {
  const own = { body: task.body, assignment: task.id, account: task.handler };
  const clock = (kind: string): Clock | undefined => state.clocks[`${kind}:${task.id}`];
  switch (task.phase) {
    case 'sent':
      return [{ ...own, duty: 'to-sign', clock: clock('sign') }];
    case 'signed':
      return [signedDuty(state, task, own)];
    case 'objected':
      return [{ duty: 'to-settle', body: task.from, assignment: task.id, clock: clock('objection-decision') }];
    case 'disputed':
      return [
        { ...own, duty: 'to-accept', clock: clock('notice') },
        { duty: 'to-arbitrate', body: task.dispute?.arbiter ?? '', assignment: task.id, clock: clock('dispute') },
      ];
    case 'accepted':
    case 'handling': {
      const due = firstDue(state.clocks[clockId('handle', task)], clock('feedback'));
      const hand: Duty = { ...own, duty: 'in-hand', clock: due };
      if (task.extensionAsked === undefined) return [hand];
      /* What was assigned with feedback is extended with the assigner's consent (E42): it is asked first. */
      const asked =
        task.mode === 'assign' && !task.extensionConsent
          ? { duty: 'to-approve', body: task.from, assignment: at(task, task.from), clock: due }
          : { ...own, duty: 'to-approve', clock: due };
      return [hand, asked];
    }
    case 'drafted':
      return [
        { ...own, duty: 'to-approve', clock: firstDue(state.clocks[clockId('handle', task)], clock('feedback')) },
      ];
    case 'decided':
      return [{ ...own, duty: 'to-serve' }, ...afterReply(state, task)];
    case 'served':
    case 'not-accepted':
    case 'routed-out':
    case 'settled':
    case 'ended':
      return afterReply(state, task);
    case 'returned':
    case 'passed-on':
    case 'answered':
    case 'withdrawn':
      return [];
  }
}

/** A duty of another body than the one at work: told apart, as an assignment has one row a duty. */
function at(task: Assignment, body: string): string {
  return `${task.id}-${body}`;
}

function isFirst(one: Duty, nth: number, all: readonly Duty[]): boolean {
  return all.findIndex((other) => other.assignment === one.assignment && other.duty === one.duty) === nth;
}

/** Whether somebody withdraws is decided by the head of the body; about the head, by the body above (条例 28¶3). */
function interestDuties(task: Assignment): readonly Duty[] {
  if (!PHASE_IS_OPEN[task.phase]) return [];
  return (task.interests ?? []).map(({ decider = task.body }) => ({
    duty: 'to-approve',
    body: decider,
    assignment: decider === task.body ? task.id : at(task, decider),
  }));
}

/** What a body still owes once it has answered: to carry the answer out, and to report to whoever assigned the matter. */
function afterReply(state: MatterState, task: Assignment): readonly Duty[] {
  const duties: Duty[] = [];
  if (task.opinion?.executeBy !== undefined && !task.execution?.done && task.phase === 'served')
    duties.push({
      duty: 'to-execute',
      body: task.body,
      assignment: task.id,
      clock: state.clocks[clockId('execution', task)],
    });
  if (task.mode === 'assign') {
    const clock = state.clocks[`feedback:${task.id}`];
    if (task.report === undefined || task.report.state === 'returned')
      duties.push({ duty: 'to-report', body: task.body, assignment: task.id, clock });
    else if (task.report.state === 'reported')
      duties.push({ duty: 'report-came', body: task.from, assignment: task.id });
  }
  return duties;
}

/** Reviews, orders, proposals and contributions: owed whatever phase the task is in. */
function aroundDuties(state: MatterState): readonly Duty[] {
  const review = openReview(state);
  const hearing = openHearing(state);
  return [
    ...(review ? [reviewDuty(state, review)] : []),
    ...(hearing ? [{ duty: 'hearing', body: hearing.by, assignment: hearing.assignment }] : []),
    ...numbered(state.orders).flatMap((order): Duty[] => {
      const clock = state.clocks[`supervision:${order.id}`];
      if (order.phase === 'open') return [{ duty: 'order', body: order.to, assignment: order.id, clock }];
      return order.phase === 'answered'
        ? [{ duty: 'order-answered', body: order.by, assignment: order.id, clock }]
        : [];
    }),
    ...numbered(state.proposals).flatMap((one): Duty[] =>
      one.adoption === undefined
        ? [{ duty: 'proposal', body: one.to, assignment: one.id, clock: state.clocks[`proposal:${one.id}`] }]
        : [],
    ),
    ...Object.values(state.assignments)
      .filter(isAtWork)
      .flatMap((task) =>
        Object.entries(task.contributors ?? {}).flatMap(([body, given]): Duty[] =>
          given.givenOn === undefined
            ? [
                {
                  duty: 'contribution',
                  body,
                  assignment: at(task, body),
                  clock: state.clocks[`contribution:${task.id}:${body}`],
                },
              ]
            : [],
        ),
      ),
  ];
}

function isAtWork({ phase }: Assignment): boolean {
  return IN_HAND.includes(phase);
}

const REVIEW_DUTIES = {
  asked: 'review-asked',
  accepted: 'review-in-hand',
  drafted: 'review-to-approve',
  decided: 'review-to-serve',
  served: 'review-in-hand',
  refused: 'review-in-hand',
} as const satisfies Record<Review['phase'], string>;

function reviewDuty(state: MatterState, review: Review): Duty {
  const clock = firstDue(state.clocks[`review-accept:${review.id}`], state.clocks[`${review.level}:${review.id}`]);
  return { duty: REVIEW_DUTIES[review.phase], body: review.reviewer, assignment: review.assignment, clock };
}

/** A petition office passes on what it signed for; any other body gives notice. */
function signedDuty(state: MatterState, task: Assignment, own: Omit<Duty, 'duty'>): Duty {
  const forward = Object.values(state.clocks).find(
    (one) => one.kind === 'forward' && one.holder === task.body && isRunning(one),
  );
  if (!forward)
    return {
      ...own,
      duty: 'to-accept',
      clock: firstDue(state.clocks[`simple-accept:${task.id}`], state.clocks[`notice:${task.id}`]),
    };
  const bounced = Object.values(state.assignments).some((one) => one.from === task.body && one.phase === 'returned');
  return { ...own, duty: bounced ? 'returned' : 'to-forward', clock: forward };
}

function firstDue(...clocks: readonly (Clock | undefined)[]): Clock | undefined {
  return clocks.filter(isRunning).sort((a, b) => (a.derivation.statutoryDue < b.derivation.statutoryDue ? -1 : 1))[0];
}
