import { type ActContext, actorId } from '../../domain/act.ts';
import { type BodyDirectory, divisionPrefix, isAccused, isPetitionOffice } from '../../domain/bodies.ts';
import { addDays, laterBy } from '../../domain/days.ts';
import type { ContentRef, DangerKind, InstrumentRef, SubmissionDraft } from '../../domain/facts.ts';
import { type Refusal, refuse, refuseState, type Said } from '../../domain/refusals.ts';
import { isInDanger, type SubmissionState } from '../../domain/submission.ts';
import type { Role } from '../../domain/vocabulary.ts';
import { NO_SUCH_SUBMISSION } from './not-there.rules.ts';

/** Recipients outside this installation: told by the channels of the office, receipt noted by hand. */
export const OUTSIDE = {
  'outside:national': { zh: '国家信访局', en: 'National Petition Administration' },
} as const satisfies Record<string, Said>;

/**
 * Words that may mean danger to life were found in what arrived. A submission is never held back for it, and neither
 * acceptance nor a date nor a rating changes by it (条例 25; law.md C15).
 */
export function flagDanger(kinds: readonly DangerKind[], context: ActContext): readonly SubmissionDraft[] {
  if (kinds.length === 0) return [];
  const { alarmMinutes, urgentMinutes, dangerDays } = context.pack.settings;
  return [
    {
      kind: 'DangerFlagged',
      body: {
        kinds,
        by: context.actor.kind === 'staff' ? actorId(context.actor) : 'rules',
        acknowledgeBy: laterBy(context.now, alarmMinutes),
        reportBy: laterBy(context.now, urgentMinutes),
        expiresOn: addDays(context.today, dangerDays),
      },
    },
  ];
}

/**
 * C15, from when the body learned of it: reported in that time, or lifted because the head decided that no report is due;
 * undefined where no time was set. A report of before the flag is another one.
 */
export function urgentClock(
  state: SubmissionState,
  now: string,
): { readonly by: string; readonly doneAt?: string; readonly late: boolean } | undefined {
  const { danger } = state;
  if (danger?.reportBy === undefined) return undefined;
  const by = danger.reportBy;
  const reported = Object.values(state.reports ?? {}).find((report) => report.at >= danger.raisedAt)?.at;
  if (reported !== undefined) return { by, doneAt: reported, late: reported > by };
  return danger.liftedOn === undefined ? { by, late: now > by } : undefined;
}

/** Posts of the receiving office that act on an alarm, at any hour; of a sealed report, its keeper. */
const ON_DUTY: readonly Role[] = ['clerk', 'dispatcher', 'supervisor', 'head'];

export function needDuty(state: SubmissionState, { actor }: ActContext): Refusal | undefined {
  if (state.phase === 'none') return NO_SUCH_SUBMISSION;
  if (actor.kind !== 'staff')
    return refuseState('staff-only', 403, '这一步由办理单位来做', 'This is for the staff of the body');
  const body = state.sealed ? (state.keeper ?? state.body) : state.body;
  const roles: readonly string[] = state.sealed ? ['sealed'] : ON_DUTY;
  if (actor.body !== body)
    return refuseState('other-body', 403, '由收到这件的单位来做', 'This is for the body that received it');
  return actor.roles.some((role) => roles.includes(role))
    ? undefined
    : refuseState('other-post', 403, '您的岗位没有这项职责', 'Your post does not carry this duty');
}

export function mayAcknowledge(state: SubmissionState, context: ActContext): Refusal | undefined {
  const refusal = needDuty(state, context);
  if (refusal) return refusal;
  if (!isInDanger(state, context.today)) return refuseState('no-alarm', 409, '没有要处理的提醒', 'There is no alarm');
  return state.danger?.acknowledgedAt === undefined
    ? undefined
    : refuseState('acknowledged-already', 409, '已经有人处理', 'Somebody has acted on it already');
}

/** The officer on duty has called or gone there, and says what was done. */
export function acknowledge(
  state: SubmissionState,
  act: { readonly content: ContentRef },
  context: ActContext,
): readonly SubmissionDraft[] | Refusal {
  return (
    mayAcknowledge(state, context) ?? [
      { kind: 'AlarmAcknowledged', body: { by: actorId(context.actor), content: act.content } },
    ]
  );
}

export function liftDanger(
  state: SubmissionState,
  act: { readonly content: ContentRef },
  context: ActContext,
): readonly SubmissionDraft[] | Refusal {
  const refusal = needDuty(state, context);
  if (refusal) return refusal;
  if (!isInDanger(state, context.today))
    return refuseState('no-alarm', 409, '没有要解除的提醒', 'There is no alarm to lift');
  if (state.danger?.acknowledgedAt === undefined)
    return refuse(
      'urgent.changes-nothing',
      409,
      '先联系上人、记下情况，再解除',
      'Reach the person and note it before lifting the alarm',
    );
  const isHead = context.actor.kind === 'staff' && context.actor.roles.includes('head');
  const reported = urgentClock(state, context.now)?.doneAt !== undefined;
  if (state.danger.kinds.includes('grave') && !isHead && !reported && !state.sealed)
    return refuse(
      'urgent.in-parallel',
      403,
      '重大、紧急的报不报由负责人决定',
      'Whether what is grave or urgent is reported, the head decides',
    );
  return [{ kind: 'DangerLifted', body: { by: actorId(context.actor), on: context.today, content: act.content } }];
}

/**
 * 条例 25: all of them at once, at any hour. The Party committee and government of the same level, the competent body, the
 * office of the joint meeting (in the petition office), the petition office above, and the national one; of a sealed report
 * none that it is about.
 */
export function urgentRecipients(
  bodies: BodyDirectory,
  office: string,
  competent: readonly string[],
  accused: readonly string[] = [],
): readonly string[] {
  const own = bodies.find(office);
  const at = own?.division ?? '';
  const level = bodies
    .all()
    .filter((body) => body.division === at && (body.kind === 'party' || body.kind === 'government'))
    .map((body) => body.id);
  const above = bodies
    .all()
    .filter((body) => isPetitionOffice(body) && body.id !== office && at.startsWith(divisionPrefix(body.division)))
    .filter((body) => divisionPrefix(body.division).length < divisionPrefix(at).length)
    .sort((a, b) => divisionPrefix(b.division).length - divisionPrefix(a.division).length)
    .slice(0, 1)
    .map((body) => body.id);
  const meeting = bodies.all().find((body) => isPetitionOffice(body) && body.division === at)?.id;
  const all = [...level, ...(meeting === undefined ? [] : [meeting]), ...above, ...competent, ...Object.keys(OUTSIDE)];
  return [...new Set(all)].filter((id) => (id !== office || id === meeting) && !isAccused(bodies, accused, id));
}

export function mayReport(state: SubmissionState, context: ActContext): Refusal | undefined {
  const { actor } = context;
  if (state.phase === 'none') return NO_SUCH_SUBMISSION;
  if (actor.kind !== 'staff' || actor.body !== (state.sealed ? (state.keeper ?? state.body) : state.body))
    return refuseState('other-body', 403, '由收到这件的单位报告', 'The body that received it reports');
  return state.sealed || actor.roles.includes('head')
    ? undefined
    : refuse('urgent.in-parallel', 403, '紧急报告由负责人决定', 'The head decides on an urgent report');
}

/**
 * The law names the competent body among those told at once (条例 25); of a sealed report its keeper decides, and whoever it
 * is about is told nothing (条例 30¶3).
 */
export function needCompetent(
  state: SubmissionState,
  competent: readonly string[],
  accused: readonly string[],
  bodies: BodyDirectory,
): Refusal | undefined {
  if (competent.some((id) => isAccused(bodies, accused, id)))
    return refuse(
      'transfer.accused-blocked',
      409,
      '被检举控告的单位和它下面的单位，不能收到这份专报',
      'The body complained of, and any body under it, must not receive this report',
      'competent',
    );
  return state.sealed || competent.length > 0
    ? undefined
    : refuse(
        'urgent.in-parallel',
        422,
        '选主管部门：紧急专报要同时报它',
        'Choose the competent body: the urgent report goes to it at the same time',
        'competent',
      );
}

/** D32, decided by the head: one act, every recipient at once, each receipt on record. Never to the police by itself. */
export function reportUrgently(
  state: SubmissionState,
  act: { readonly to: readonly string[]; readonly instrument: InstrumentRef },
  context: ActContext,
): readonly SubmissionDraft[] | Refusal {
  const refusal = mayReport(state, context);
  if (refusal) return refusal;
  const unknown = act.to.find((id) => !context.bodies.find(id) && !Object.hasOwn(OUTSIDE, id));
  if (unknown !== undefined || act.to.length === 0)
    return refuseState(
      'no-body',
      422,
      '没有这个单位，请从名单里选',
      'There is no such body; choose one from the list',
      'competent',
    );
  return [
    {
      kind: 'UrgentReported',
      body: {
        report: `u${Object.keys(state.reports ?? {}).length + 1}`,
        by: actorId(context.actor),
        to: act.to,
        instrument: act.instrument,
      },
    },
  ];
}

/** A recipient says it has it; for one outside, the office that reported notes the receipt. */
export function receiveUrgently(
  state: SubmissionState,
  act: { readonly report: string; readonly body: string },
  context: ActContext,
): readonly SubmissionDraft[] | Refusal {
  const { actor } = context;
  const made = state.reports?.[act.report];
  if (!made?.to.includes(act.body))
    return refuseState('no-report', 404, '没有这份专报', 'There is no such report', 'report');
  const outside = Object.hasOwn(OUTSIDE, act.body);
  const may = actor.kind === 'staff' && (actor.body === act.body || (outside && actor.body === state.body));
  if (!may) return refuseState('other-body', 403, '由收到的单位确认', 'The body that received it confirms');
  if (made.receivedBy[act.body] !== undefined)
    return refuseState('received-already', 409, '已经确认收到', 'Receipt was confirmed already');
  return [{ kind: 'UrgentReceived', body: { report: made.id, body: act.body, by: actorId(actor) } }];
}
