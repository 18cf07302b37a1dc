import { type ActContext, needPost } from '../../domain/act.ts';
import { resumeVoided, startClock, stopClock, voidClocks } from '../../domain/clocks.ts';
import { addDays, type Day, sayDay } from '../../domain/days.ts';
import type { ContentRef } from '../../domain/fact-parts.ts';
import { firstRefusal, needOpen, ruled } from '../../domain/guards.ts';
import { currentAssignment, type MatterState } from '../../domain/matter.ts';
import type { ExOfficioReason } from '../../domain/proceedings.ts';
import { type Refusal, refuse, refuseState } from '../../domain/refusals.ts';

interface OnMatter {
  readonly assignment?: string;
}

function holder(state: MatterState): string {
  return currentAssignment(state)?.body ?? state.office;
}

/** The last day on which a withdrawal may be taken back (E31); undefined where nothing was withdrawn. */
export function takeBackUntil(state: MatterState, days: number) {
  return state.phase === 'withdrawn' && state.closedOn !== undefined ? addDays(state.closedOn, days) : undefined;
}

function needWithdrawn(state: MatterState): Refusal | undefined {
  return state.phase === 'withdrawn'
    ? undefined
    : refuseState('not-withdrawn', 409, '没有撤回', 'It was not withdrawn');
}

export interface TakeBackWithdrawal extends OnMatter {
  readonly content: ContentRef;
}

/** E31. Whoever withdrew may take it back for some days, without a reason; clocks go on, the days between do not count. */
export const takeBackWithdrawal = ruled<TakeBackWithdrawal>({
  id: 'take-back-withdrawal',
  rule: 'withdrawal.taken-back',
  mayBegin(state, _assignment, context) {
    const until = takeBackUntil(state, context.pack.settings.withdrawalDays);
    return firstRefusal(
      needPost('take-back-withdrawal', undefined, context),
      needWithdrawn(state),
      until !== undefined && context.today > until
        ? refuse(
            'withdrawal.taken-back',
            409,
            `收回撤回到${sayDay(until, 'zh-CN')}截止；您可以重新提出，权利不受影响`,
            `Taking it back ended on ${sayDay(until, 'en')}; you may raise it anew, with all your rights`,
          )
        : undefined,
    );
  },
  facts: (state, act, context) => [
    {
      kind: 'WithdrawalTakenBack',
      body: {
        on: context.today,
        content: act.content,
        clocks: resumeVoided(context, state.clocks, state.closedOn ?? context.today, context.today, () => true),
      },
    },
  ],
});

export interface ContinueExOfficio extends OnMatter {
  readonly reason: ExOfficioReason;
  readonly content: ContentRef;
}

/** T31. What concerns the public, safety or others goes on without the petitioner; theirs alone stays ended. */
export const continueExOfficio = ruled<ContinueExOfficio>({
  id: 'continue-ex-officio',
  rule: 'withdrawal.ex-officio',
  mayBegin(state, _assignment, context) {
    return firstRefusal(
      needWithdrawn(state),
      currentAssignment(state) === undefined
        ? refuseState('no-assignment', 409, '还没有承办单位', 'No body has it in hand yet')
        : undefined,
      needPost('continue-ex-officio', holder(state), context),
    );
  },
  facts: (state, act, context) => [
    {
      kind: 'ContinuedExOfficio',
      body: {
        on: context.today,
        reason: act.reason,
        content: act.content,
        clocks: resumeVoided(
          context,
          state.clocks,
          state.closedOn ?? context.today,
          context.today,
          (_, clock) => clock.holder !== 'petitioner',
        ),
      },
    },
  ],
});

export interface NoteDeath extends OnMatter {
  readonly content: ContentRef;
}

/** E32. Nothing ends by it: heirs are waited for, and work goes on. */
export const noteDeath = ruled<NoteDeath>({
  id: 'note-death',
  rule: 'succession.continues',
  mayBegin(state, _assignment, context) {
    return firstRefusal(
      state.sealed ? refuse('report.sealed', 409, '检举控告件封存', 'A report of wrongdoing is sealed') : undefined,
      state.died ? refuseState('noted-already', 409, '已经记过', 'It was noted already') : undefined,
      state.anonymous ? refuseState('anonymous', 409, '这一件是匿名的', 'This one is anonymous') : undefined,
      needPost('note-death', holder(state), context),
    );
  },
  facts: (state, act, context) => [
    {
      kind: 'DeathNoted',
      body: {
        on: context.today,
        content: act.content,
        /* The time is theirs who may come forward, and nobody's duty; on what is concluded nothing waits for it. */
        clocks:
          state.phase === 'open'
            ? [startClock(context, { id: 'successor', kind: 'successor', holder: 'petitioner', from: context.today })]
            : [],
      },
    },
  ],
});

export interface NameSuccessor extends OnMatter {
  readonly content: ContentRef;
}

/** An heir or another successor goes on with it, with every right of the petitioner. */
export const nameSuccessor = ruled<NameSuccessor>({
  id: 'name-successor',
  rule: 'succession.continues',
  mayBegin(state, _assignment, context) {
    return firstRefusal(
      state.died && !state.died.succeeded
        ? undefined
        : refuseState('nobody-died', 409, '没有要继续的', 'Nobody is to be succeeded'),
      needPost('name-successor', holder(state), context),
    );
  },
  facts: (state, act, context) => [
    {
      kind: 'SuccessionNoted',
      body: {
        on: context.today,
        content: act.content,
        clocks: stopClock(state.clocks, 'successor', context.today),
      },
    },
  ],
});

/** The last day on which heirs are waited for. Where no clock runs for it, the days are counted plainly. */
function successorUntil(state: MatterState, { pack }: ActContext): Day | undefined {
  const { died, clocks } = state;
  return died && (clocks.successor?.derivation.statutoryDue ?? addDays(died.on, pack.clocks.successor.n));
}

/** Nobody came forward in time: it ends, and may be raised again by whoever has a right in it. */
export const endWithoutSuccessor = ruled<NoteDeath>({
  id: 'end-without-successor',
  rule: 'succession.continues',
  mayBegin(state, _assignment, context) {
    const until = successorUntil(state, context);
    return firstRefusal(
      needOpen(state),
      state.died && !state.died.succeeded
        ? undefined
        : refuseState(
            'nobody-died',
            409,
            '没有信访人去世的记录，或者已有继续人',
            'No death is on record, or somebody succeeds',
          ),
      until !== undefined && context.today <= until
        ? refuse(
            'succession.continues',
            409,
            `还要等继续人到${sayDay(until, 'zh-CN')}`,
            `A successor is waited for until ${sayDay(until, 'en')}`,
          )
        : undefined,
      needPost('end-without-successor', holder(state), context),
    );
  },
  facts: (state, act, context) => [
    {
      kind: 'EndedWithoutSuccessor',
      body: {
        on: context.today,
        content: act.content,
        clocks: voidClocks(state.clocks, context.today, () => true),
      },
    },
  ],
});
