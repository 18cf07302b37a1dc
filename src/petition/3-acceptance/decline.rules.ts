import { type ActContext, type MatterRule, needPost } from '../../domain/act.ts';
import { isPastPeriod } from '../../domain/clocks.ts';
import type { InstrumentRef } from '../../domain/facts.ts';
import { stopForwarding } from '../../domain/forwarding.ts';
import { findTask, needOpen } from '../../domain/guards.ts';
import { type Assignment, isWithOffice, type MatterState } from '../../domain/matter.ts';
import { isRefusal, type Refusal, refuse, refuseState } from '../../domain/refusals.ts';
import type { NotAcceptedReason } from '../../domain/vocabulary.ts';
import { mayDecide, needNotice, stopReceipt, voidRest } from './acceptance.rules.ts';

export interface NotAccept {
  /** Absent where the petition office declines before it sends anything on. */
  readonly assignment?: string;
  readonly reason: NotAcceptedReason;
  /** The matter whose pending or final answer is cited, and how it stands; the officer has confirmed it is the same. */
  readonly cites?: { readonly matter: string; readonly state: MatterState };
  readonly confirmedSame?: boolean;
  readonly instrument?: InstrumentRef;
}

/** T15, T4, T5. In writing, with the reason, its article and where to go. The matter stays registered. */
export const notAccept: MatterRule<NotAccept> = {
  id: 'not-accept',
  rule: 'not-accepted.reasons',
  mayBegin(state, assignment, context) {
    const open = needOpen(state);
    if (open) return open;
    if (isWithOffice(state)) return state.sealed ? sealed() : needPost('not-accept', state.office, context);
    const may = mayDecide('not-accept', state, assignment, context);
    /* At a body its head decides; a dispatcher declines for the petition office alone. */
    const { actor } = context;
    return may ?? (actor.kind === 'staff' && !actor.roles.includes('head') ? headOnly() : undefined);
  },
  decide(state, act, context) {
    const refusal = this.mayBegin(state, act.assignment, context);
    if (refusal) return refusal;
    const office = isWithOffice(state);
    const task = office ? undefined : findTask(state, act.assignment);
    if (isRefusal(task)) return task;
    const unfit = reasonRefusal(state, task, act, context);
    if (unfit) return unfit;
    const unnoticed = needNotice(state, act.instrument);
    if (unnoticed) return unnoticed;
    return [
      {
        kind: 'NotAccepted',
        body: {
          ...(task ? { assignment: task.id } : { by: state.office }),
          on: context.today,
          reason: act.reason,
          ...(act.cites ? { cites: act.cites.matter } : {}),
          ...(act.instrument ? { instrument: act.instrument } : {}),
          clocks: [
            ...(task ? stopReceipt(state, task, context) : stopForwarding(state.clocks, context.today)),
            ...voidRest(state, context),
          ],
        },
      },
    ];
  },
};

function sealed(): Refusal {
  return refuse('report.sealed', 409, '检举控告件封存', 'A report of wrongdoing is sealed');
}

function headOnly(): Refusal {
  return refuseState('other-post', 403, '您的岗位没有这项职责', 'Your post does not carry this duty');
}

/** 条例 20¶1: the level that is competent, or the next above. Only from the city on may a level lie between. */
function skipsLevel(by: string, { bodies }: ActContext): boolean {
  return bodies.find(by)?.level === 'city';
}

/** Each reason with what the law asks for it; nobody is turned away as a repeat unless an officer confirmed it (个保法 24). */
function reasonRefusal(
  state: MatterState,
  task: Assignment | undefined,
  act: NotAccept,
  context: ActContext,
): Refusal | undefined {
  if (act.reason === 'skipped-level-visit' && state.channel !== 'visit') {
    return refuse(
      'not-accepted.reasons',
      422,
      '越级只说走访；来信和网上可以向任何一级提出',
      'Only visits can skip a level; letters and web petitions may go to any level',
      'reason',
    );
  }
  if (act.reason === 'skipped-level-visit' && !skipsLevel(task?.body ?? state.office, context)) {
    return refuse(
      'not-accepted.reasons',
      422,
      '走访到有权处理的本级或者上一级都可以；到区县、街道没有越级',
      'A visit may go to the competent level or the next above; at a district or a street no level is skipped',
      'reason',
    );
  }
  if (act.reason === 'outside-remit' && task?.mode !== 'own') {
    return refuse(
      'objection.within-5-workdays',
      422,
      '转来的材料不属于本单位的，要提异议退回，不能不予受理',
      'Forwarded material outside your remit is returned by objection, not declined',
      'reason',
    );
  }
  if (act.reason !== 'pending-elsewhere' && act.reason !== 'final') return undefined;
  const { cites } = act;
  if (!cites || !act.confirmedSame) {
    return refuse(
      'repeat.same-person-same-matter',
      422,
      '写明是哪一件，并且由您核对：同一信访人、同一事实和理由',
      'Name the matter, and confirm that person, facts and reasons are the same',
      cites ? 'confirmedSame' : 'cites',
    );
  }
  return act.reason === 'final' ? finalRefusal(cites.state) : pendingRefusal(cites.state, context);
}

/** 条例 36¶3: a re-review (or what a local rule puts in its place) has ended the cited matter. */
function finalRefusal(cited: MatterState): Refusal | undefined {
  return cited.final
    ? undefined
    : refuse(
        'review.final',
        422,
        '那一件还没有复核意见，不能以此不再受理；息诉、和解、承诺都不是理由',
        'That matter has no re-review yet and cannot be cited; settlement or a promise is no reason',
        'cites',
      );
}

/** 条例 19¶3: only while the lower body is within its period. Past it, the matter above is one of supervision (E38). */
function pendingRefusal(cited: MatterState, context: ActContext): Refusal | undefined {
  /* A sealed report is as if it were not there: its number says nothing to whoever cites it (条例 30¶3). */
  if (cited.phase !== 'open' || cited.sealed) {
    return refuse(
      'repeat.pending-below',
      422,
      '那一件不在办理中，不能以正在办理为由不予受理',
      'That matter is not being handled and cannot be cited as pending',
      'cites',
    );
  }
  return isPastPeriod(cited.clocks, context.today)
    ? refuse(
        'repeat.expired-is-supervision',
        409,
        '下级已经超过办理期限，不能不予受理；请督办那一件',
        'The body below is past its period, so this cannot be declined; order it by supervision instead',
        'cites',
      )
    : undefined;
}
