import { needPost } from '../../domain/act.ts';
import { resumeClock, startClock, stopClock, voidClocks } from '../../domain/clocks.ts';
import { addDays } from '../../domain/days.ts';
import type { ContentRef, InstrumentRef } from '../../domain/fact-parts.ts';
import { findTask, firstRefusal, ruled, taskIn } from '../../domain/guards.ts';
import { type Assignment, clockId, type MatterState } from '../../domain/matter.ts';
import { isRefusal, type Refusal, refuse, refuseState } from '../../domain/refusals.ts';

export interface AcceptReport {
  readonly assignment: string;
}

export interface CorrectRemedy extends AcceptReport {
  readonly instrument: InstrumentRef;
}

/**
 * E13. The paper that was served named no reviewer, or no period: the petitioner's 30 days run from the notice that does,
 * by analogy with 行政复议法 20, at most a year after service.
 */
export const correctRemedy = ruled<CorrectRemedy>({
  id: 'correct-remedy',
  rule: 'remedy.corrected',
  mayBegin(state, assignment, context) {
    const task = taskIn(state, assignment, ['served']);
    if (isRefusal(task)) return task;
    const served = task.service?.on;
    return firstRefusal(
      needPost('correct-remedy', task.body, context),
      task.route === '31(6)'
        ? undefined
        : refuse('review.within-30-days', 409, '这类答复没有复查', 'Answers of this kind have no review'),
      Object.keys(state.reviews).length > 0
        ? refuseState('asked-already', 409, '已经申请过复查', 'Review has been asked for already')
        : undefined,
      served !== undefined && addDays(served, 365) < context.today
        ? refuse('remedy.corrected', 409, '送达已经超过一年', 'It was served more than a year ago')
        : undefined,
    );
  },
  facts(state, act, context) {
    const task = findTask(state, act.assignment);
    if (isRefusal(task)) return task;
    const id = clockId('apply-review', task);
    return [
      {
        kind: 'RemedyCorrected',
        body: {
          assignment: task.id,
          on: context.today,
          instrument: act.instrument,
          clocks: [
            ...voidClocks(state.clocks, context.today, (one) => one === id),
            startClock(context, {
              id,
              kind: 'apply-review',
              holder: 'petitioner',
              assignment: task.id,
              from: context.today,
            }),
          ],
        },
      },
    ];
  },
});

export interface ReportExecution extends AcceptReport {
  readonly done: boolean;
  readonly content: ContentRef;
}

/** T25. The opinion in favour is carried out, or how far it is (条例 32¶2). */
export const reportExecution = ruled<ReportExecution>({
  id: 'report-execution',
  rule: 'opinion.execution',
  mayBegin(state, assignment, context) {
    const task = taskIn(state, assignment, ['decided', 'served']);
    if (isRefusal(task)) return task;
    return firstRefusal(
      needPost('report-execution', task.body, context),
      task.opinion?.executeBy === undefined
        ? refuse('opinion.execution', 409, '意见里没有要落实的事项', 'The opinion names nothing to carry out')
        : undefined,
      task.execution?.done
        ? refuseState('done-already', 409, '已经报过落实', 'It has been reported as carried out')
        : undefined,
    );
  },
  facts: (state, act, context) => [
    {
      kind: 'ExecutionReported',
      body: {
        assignment: act.assignment,
        on: context.today,
        done: act.done,
        content: act.content,
        clocks: act.done ? stopClock(state.clocks, executionClock(state, act.assignment), context.today) : [],
      },
    },
  ],
});

function executionClock(state: MatterState, assignment: string): string {
  const task = state.assignments[assignment];
  return task ? clockId('execution', task) : '';
}

/** The opinion was issued on a matter that was assigned with feedback: the assigner awaits the report (T7, C6). */
function assigned(task: Assignment): Refusal | undefined {
  return task.mode === 'assign'
    ? undefined
    : refuseState(
        'not-assigned',
        409,
        '不是交办的事项，不用报结果',
        'It was not assigned with feedback; no report is owed',
      );
}

export interface ReportResult extends AcceptReport {
  readonly instrument: InstrumentRef;
}

/** D9 办结报告, signed by the head; the answer goes with it. It ends the assigner's period unless it is returned. */
export const reportResult = ruled<ReportResult>({
  id: 'report-result',
  rule: 'assign.result-report',
  mayBegin(state, assignment, context) {
    const task = taskIn(state, assignment, ['decided', 'served', 'routed-out', 'not-accepted', 'settled', 'ended']);
    if (isRefusal(task)) return task;
    return firstRefusal(
      needPost('report-result', task.body, context),
      assigned(task),
      task.report !== undefined && task.report.state !== 'returned'
        ? refuseState('reported-already', 409, '已经报过结果', 'The result has been reported already')
        : undefined,
    );
  },
  facts: (state, act, context) => [
    {
      kind: 'ResultReported',
      body: {
        assignment: act.assignment,
        on: context.today,
        instrument: act.instrument,
        clocks: stopClock(state.clocks, `feedback:${act.assignment}`, context.today),
      },
    },
  ],
});

function mayJudge(act: 'accept-report' | 'return-report') {
  return (state: MatterState, assignment: string | undefined, context: Parameters<typeof needPost>[2]) => {
    const task = findTask(state, assignment);
    if (isRefusal(task)) return task;
    return firstRefusal(
      needPost(act, task.from, context),
      assigned(task),
      task.report?.state === 'reported'
        ? undefined
        : refuseState('no-report', 409, '还没有收到办结报告', 'No report has come yet'),
    );
  };
}

export const acceptReport = ruled<AcceptReport>({
  id: 'accept-report',
  rule: 'assign.result-report',
  mayBegin: mayJudge('accept-report'),
  facts: (_state, act, context) => [
    {
      kind: 'ReportAccepted',
      body: {
        assignment: act.assignment,
        on: context.today,
        by: context.actor.kind === 'staff' ? context.actor.body : '',
        clocks: [],
      },
    },
  ],
});

export interface ReturnReport extends AcceptReport {
  readonly content: ContentRef;
}

/** The report does not do: the assigner's period runs on from where it began, as if nothing had been sent. */
export const returnReport = ruled<ReturnReport>({
  id: 'return-report',
  rule: 'assign.result-report',
  mayBegin: mayJudge('return-report'),
  facts(state, act, context) {
    const id = `feedback:${act.assignment}`;
    const clock = state.clocks[id];
    return [
      {
        kind: 'ReportReturned',
        body: {
          assignment: act.assignment,
          on: context.today,
          content: act.content,
          clocks: clock ? [resumeClock(context, id, clock, context.today, addDays(context.today, -1))] : [],
        },
      },
    ];
  },
});
