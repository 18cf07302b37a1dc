import type { ActContext, MatterDecision, MatterRule } from './act.ts';
import type { MatterActId } from './acts.ts';
import { type Body, divisionPrefix, isAccused, isPetitionOffice } from './bodies.ts';
import { addDays, type Day, parseDay } from './days.ts';
import { longestPeriod } from './due.ts';
import type { Assignment, AssignmentPhase, MatterState } from './matter.ts';
import { isRefusal, type Refusal, refuse, refuseState } from './refusals.ts';
import type { RuleId } from './rules.ts';

export const PHASE_LABELS = {
  sent: { zh: '待签收', en: 'to be signed for' },
  signed: { zh: '已签收，待受理', en: 'signed for, to be accepted' },
  objected: { zh: '已提异议，待转出单位答复', en: 'objected, awaiting the sender' },
  disputed: { zh: '归谁管有争议，待上级指定', en: 'competence disputed, awaiting the superior' },
  returned: { zh: '已退回', en: 'returned' },
  'passed-on': { zh: '已转出', en: 'passed on' },
  accepted: { zh: '已受理', en: 'accepted' },
  handling: { zh: '办理中', en: 'being handled' },
  drafted: { zh: '意见待签发', en: 'opinion awaiting approval' },
  decided: { zh: '意见已签发，待送达', en: 'opinion issued, to be served' },
  served: { zh: '已送达', en: 'served' },
  'not-accepted': { zh: '不予受理', en: 'not accepted' },
  'routed-out': { zh: '已导入法定途径', en: 'led into a legal procedure' },
  answered: { zh: '已直接回复', en: 'answered directly' },
  settled: { zh: '已和解办结', en: 'settled' },
  ended: { zh: '已终止', en: 'ended' },
  withdrawn: { zh: '信访人已撤回', en: 'withdrawn' },
} as const satisfies Record<AssignmentPhase, { zh: string; en: string }>;

/** The assignment an act is about, or why there is none. */
export function findTask(state: MatterState, id: string | undefined): Assignment | Refusal {
  const task = id === undefined ? undefined : state.assignments[id];
  return task ?? refuseState('no-assignment', 404, '没有这个办理单元', 'There is no such assignment', 'assignment');
}

/** The assignment if it stands in one of these phases. */
export function taskIn(
  state: MatterState,
  id: string | undefined,
  phases: readonly AssignmentPhase[],
): Assignment | Refusal {
  const task = findTask(state, id);
  if (isRefusal(task) || phases.includes(task.phase)) return task;
  const now = PHASE_LABELS[task.phase];
  const then = phases.map((phase) => PHASE_LABELS[phase]);
  return refuseState(
    'wrong-phase',
    409,
    `这一步在“${then.map((one) => one.zh).join('”“')}”时做；现在是“${now.zh}”`,
    `This step is for when it is ${then.map((one) => one.en).join(' or ')}; it is now ${now.en}`,
  );
}

/** Refuses when the matter is no longer open. */
export function needOpen(state: MatterState): Refusal | undefined {
  if (state.phase === 'open') return undefined;
  if (state.phase === 'withdrawn')
    return refuseState('withdrawn', 409, '信访人已经撤回', 'The petitioner has withdrawn it');
  if (state.phase === 'merged')
    return refuseState('merged', 409, '已经并入另一事项', 'It was merged into another matter');
  return refuseState('not-open', 409, '这件事已经办结', 'This matter is concluded');
}

/** Refuses an empty text, naming the field. */
export function needText(text: string | undefined, field: string, zh: string, en: string): Refusal | undefined {
  return text === undefined || text.trim() === '' ? refuseState('empty', 422, zh, en, field) : undefined;
}

/** Phases in which a body is at work on what it accepted. */
export const IN_HAND: readonly AssignmentPhase[] = ['accepted', 'handling', 'drafted'];

/** Refuses an officer who must withdraw from this task, or whose interest is not decided on yet (条例 28¶3). */
export function needNoInterest(task: Assignment, { actor }: ActContext): Refusal | undefined {
  if (actor.kind !== 'staff') return undefined;
  if (task.recused?.includes(actor.account))
    return refuse('recusal', 403, '您已经回避，这件由别人办', 'You have withdrawn; somebody else handles this one');
  return task.interests?.some((one) => one.account === actor.account)
    ? refuse(
        'recusal',
        403,
        '利害关系还没有决定，先不要办',
        'Your interest is not decided on yet; do nothing meanwhile',
      )
    : undefined;
}

/** Is this officer's body the petition office whose territory the matter lies in (条例 14, 40)? */
export function isOverseer(state: MatterState, body: Body | undefined): boolean {
  return body !== undefined && isPetitionOffice(body) && state.division.startsWith(divisionPrefix(body.division));
}

/** Refuses a body that is accused in this matter, or stands under one: nothing about it may reach it (条例 30¶3, 46(5)). */
export function needUnaccused(
  state: MatterState,
  to: string,
  field: string,
  { bodies }: ActContext,
): Refusal | undefined {
  return isAccused(bodies, state.accused, to)
    ? refuse(
        'transfer.accused-blocked',
        409,
        '被检举控告的单位和它下面的单位，不能收到这件材料',
        'The body complained of, and any body under it, must not receive this material',
        field,
      )
    : undefined;
}

/** Refuses a day so far after `from` that no clock counts to it, naming the field. */
export function needNear(day: Day, field: string, from: Day): Refusal | undefined {
  const last = addDays(from, longestPeriod);
  if (day <= last) return undefined;
  return refuseState('day', 422, `日期太远，不晚于${last}`, `The day is too far off; not after ${last}`, field);
}

/** Refuses a day that is none, or lies outside what is given, naming the field; without a last day, one not countable. */
export function needDay(day: Day, field: string, limits: { from?: Day; to?: Day }): Refusal | undefined {
  const { from, to } = limits;
  if (parseDay(day) && (from === undefined || day >= from) && (to === undefined || day <= to))
    return from === undefined || to !== undefined ? undefined : needNear(day, field, from);
  const zh = [from ? `不早于${from}` : '', to ? `不晚于${to}` : ''].filter((part) => part !== '').join('，');
  const en = [from ? `not before ${from}` : '', to ? `not after ${to}` : ''].filter((part) => part !== '').join(', ');
  return refuseState(
    'day',
    422,
    `日期写成年-月-日${zh === '' ? '' : `，${zh}`}`,
    `Write the day as year-month-day${en === '' ? '' : `, ${en}`}`,
    field,
  );
}

/** A rule from its two halves: `decide` asks `mayBegin` first, always. */
export function ruled<A extends { readonly assignment?: string }>(given: {
  readonly id: MatterActId;
  readonly rule?: RuleId;
  mayBegin(state: MatterState, assignment: string | undefined, context: ActContext): Refusal | undefined;
  facts(state: MatterState, act: A, context: ActContext): MatterDecision;
}): MatterRule<A> {
  const { id, rule, mayBegin, facts } = given;
  const begins: typeof mayBegin = (state, assignment, context) =>
    state.erasedOn === undefined
      ? mayBegin(state, assignment, context)
      : refuse('file.erased', 409, '保管期满，内容已经销毁', 'Its term is over; what was written has been erased');
  return {
    id,
    ...(rule ? { rule } : {}),
    mayBegin: begins,
    decide: (state, act, context) => begins(state, act.assignment, context) ?? facts(state, act, context),
  };
}

/** The first refusal, in order. */
export function firstRefusal(...checks: readonly (Refusal | undefined)[]): Refusal | undefined {
  return checks.find((check) => check !== undefined);
}
