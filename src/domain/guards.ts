import type { Assignment, AssignmentPhase, MatterState } from './matter.ts';
import { isRefusal, type Refusal, refuseState } from './refusals.ts';

export const PHASE_LABELS = {
  sent: { zh: '待签收', en: 'to be signed for' },
  signed: { zh: '已签收，待受理', en: 'signed for, to be accepted' },
  objected: { zh: '已提异议，待转出单位答复', en: 'objected, awaiting the sender' },
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
  return refuseState('not-open', 409, '这件事已经办结', 'This matter is concluded');
}

/** Refuses an empty text, naming the field. */
export function needText(text: string | undefined, field: string, zh: string, en: string): Refusal | undefined {
  return text === undefined || text.trim() === '' ? refuseState('empty', 422, zh, en, field) : undefined;
}

/** The first refusal, in order. */
export function firstRefusal(...checks: readonly (Refusal | undefined)[]): Refusal | undefined {
  return checks.find((check) => check !== undefined);
}
