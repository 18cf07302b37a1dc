import { type Clock, isRunning } from '../../domain/clocks.ts';
import {
  type Assignment,
  currentAssignment,
  isWithOffice,
  type MatterState,
  PHASE_IS_OPEN,
} from '../../domain/matter.ts';
import { dueColumns } from './clocks.ts';
import type { Place, Row } from './rows.ts';

/** One thing a body owes now. */
interface Duty {
  readonly duty: string;
  readonly body: string;
  readonly assignment: string;
  readonly clock?: Clock | undefined;
  readonly account?: string | undefined;
}

/** The working lists: one row a duty, with the clock that is due first. */
export function deskRows(ref: Place, state: MatterState): readonly Row[] {
  return dutiesOf(state).map((duty) => ({
    region: ref.region,
    item: ref.id,
    assignment: duty.assignment,
    duty: duty.duty,
    body: duty.body,
    account: duty.account ?? null,
    ...dueColumns(duty.clock),
    received_at: state.openedAt,
    channel: state.channel,
    division: state.division,
    category: state.category,
    purpose: state.purpose,
    petitioners: state.petitioners,
    content_id: state.content?.id ?? null,
  }));
}

function dutiesOf(state: MatterState): readonly Duty[] {
  if (state.origin === 'imported') {
    return state.phase === 'open' ? [{ duty: 'imported-open', body: state.office, assignment: '' }] : [];
  }
  if (isWithOffice(state)) {
    const bounced = Object.keys(state.assignments).length > 0;
    const clock = Object.values(state.clocks).findLast((one) => one.kind === 'forward' && isRunning(one));
    return [{ duty: bounced ? 'returned' : 'to-forward', body: state.office, assignment: '', clock }];
  }
  const task = currentAssignment(state);
  if (!task) return [];
  const duties = taskDuties(state, task);
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
    case 'accepted':
    case 'handling': {
      const due = firstDue(clock('handle'), clock('feedback'));
      const hand: Duty = { ...own, duty: 'in-hand', clock: due };
      return task.extensionAsked ? [hand, { ...own, duty: 'to-approve', clock: clock('handle') }] : [hand];
    }
    case 'drafted':
      return [{ ...own, duty: 'to-approve', clock: firstDue(clock('handle'), clock('feedback')) }];
    case 'decided':
      return [{ ...own, duty: 'to-serve' }];
    case 'served':
      return state.reviewAsked
        ? [{ duty: 'review-asked', body: state.reviewAsked.reviewer, assignment: task.id, clock: clock('review') }]
        : [];
    case 'returned':
    case 'passed-on':
    case 'not-accepted':
    case 'routed-out':
    case 'answered':
    case 'withdrawn':
      return [];
  }
}

/** A petition office passes on what it signed for; any other body gives notice. */
function signedDuty(state: MatterState, task: Assignment, own: Omit<Duty, 'duty'>): Duty {
  const forward = Object.values(state.clocks).find(
    (one) => one.kind === 'forward' && one.holder === task.body && isRunning(one),
  );
  if (!forward) return { ...own, duty: 'to-accept', clock: state.clocks[`notice:${task.id}`] };
  const bounced = Object.values(state.assignments).some((one) => one.from === task.body && one.phase === 'returned');
  return { ...own, duty: bounced ? 'returned' : 'to-forward', clock: forward };
}

function firstDue(...clocks: readonly (Clock | undefined)[]): Clock | undefined {
  return clocks.filter(isRunning).sort((a, b) => (a.derivation.statutoryDue < b.derivation.statutoryDue ? -1 : 1))[0];
}
