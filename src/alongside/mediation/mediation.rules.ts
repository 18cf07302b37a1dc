import { type ActContext, needPost } from '../../domain/act.ts';
import type { MatterActId } from '../../domain/acts.ts';
import { startClock, startClockTo, stopClock, voidClocks } from '../../domain/clocks.ts';
import type { Day } from '../../domain/days.ts';
import type { ContentRef, InstrumentRef } from '../../domain/fact-parts.ts';
import { firstRefusal, IN_HAND, needDay, needNoInterest, needOpen, ruled, taskIn } from '../../domain/guards.ts';
import { type MatterState, nextName, numbered, openMediation } from '../../domain/matter.ts';
import type { Mediation } from '../../domain/matter-sides.ts';
import type { MediationKind } from '../../domain/proceedings.ts';
import { isRefusal, type Refusal, refuse, refuseState } from '../../domain/refusals.ts';

export interface BeginMediation {
  readonly assignment: string;
  readonly kind: MediationKind;
  /** Both sides agree to mediate; either may end it at any time (条例 33, 人民调解法 17). */
  readonly consentPetitioner: boolean;
  readonly consentOther: boolean;
  /** Parties, mediators, experts. */
  readonly content: ContentRef;
}

/** T22. Inside handling; no clock stops (the Regulation names no stop), no other remedy is closed. */
export const beginMediation = ruled<BeginMediation>({
  id: 'begin-mediation',
  rule: 'mediation.both-consent',
  mayBegin(state, assignment, context) {
    const task = taskIn(state, assignment, IN_HAND);
    return isRefusal(task)
      ? task
      : firstRefusal(
          needOpen(state),
          openMediation(state) ? refuseState('mediation-open', 409, '正在调解', 'Mediation is under way') : undefined,
          needPost('begin-mediation', task.body, context),
          needNoInterest(task, context),
        );
  },
  facts(state, act, context) {
    if (!act.consentPetitioner || !act.consentOther) {
      return refuse(
        'mediation.both-consent',
        422,
        '调解要双方都同意',
        'Mediation needs the consent of both sides',
        act.consentPetitioner ? 'consentOther' : 'consentPetitioner',
      );
    }
    return [
      {
        kind: 'MediationBegun',
        body: {
          mediation: nextName('m', state.mediations),
          assignment: act.assignment,
          kind: act.kind,
          on: context.today,
          content: act.content,
        },
      },
    ];
  },
});

export interface EndMediation {
  readonly assignment?: string;
  readonly agreed: boolean;
  /** Day of each promise of the agreement. */
  readonly promises: readonly Day[];
  readonly content: ContentRef;
  /** D23, signed by both. */
  readonly instrument?: InstrumentRef;
}

/** Agreed: each promise has its day, and both sides have 30 days to ask the court's confirmation together (C13). */
export const endMediation = ruled<EndMediation>({
  id: 'end-mediation',
  rule: 'mediation.both-consent',
  mayBegin(state, _assignment, context) {
    const mediation = openMediation(state);
    if (!mediation) return refuseState('no-mediation', 409, '没有在进行的调解', 'No mediation is under way');
    return needPost('end-mediation', state.assignments[mediation.assignment]?.body, context);
  },
  facts(state, act, context) {
    const mediation = openMediation(state);
    if (!mediation) return [];
    const holder = state.assignments[mediation.assignment]?.body ?? state.office;
    const refusal = act.agreed
      ? firstRefusal(
          act.promises.length === 0
            ? refuse('mediation.both-consent', 422, '写明每项约定的履行日期', 'Give each promise its day', 'promises')
            : undefined,
          ...act.promises.map((day, at) => needDay(day, `promises.${at}`, { from: context.today })),
          act.instrument
            ? undefined
            : refuse(
                'mediation.both-consent',
                422,
                '达成一致的，要有调解协议书',
                'An agreement is put in writing',
                'agreement',
              ),
        )
      : undefined;
    if (refusal) return refusal;
    const clock = { assignment: mediation.assignment, from: context.today } as const;
    return [
      {
        kind: 'MediationEnded',
        body: {
          mediation: mediation.id,
          on: context.today,
          agreed: act.agreed,
          promises: act.agreed ? act.promises : [],
          content: act.content,
          ...(act.agreed && act.instrument ? { instrument: act.instrument } : {}),
          clocks: act.agreed
            ? [
                /* Confirmation is for agreements made through a lawful mediation body (law.md §7.6). */
                ...(mediation.kind === 'administrative'
                  ? []
                  : [
                      startClock(context, {
                        id: `judicial-confirm:${mediation.id}`,
                        kind: 'judicial-confirm',
                        holder: 'petitioner',
                        ...clock,
                      }),
                    ]),
                ...act.promises.map((to, at) =>
                  startClockTo(context, {
                    id: `agreement:${mediation.id}:${at}`,
                    kind: 'agreement',
                    holder,
                    to,
                    ...clock,
                  }),
                ),
              ]
            : [],
        },
      },
    ];
  },
});

/** The agreement whose promises are followed. */
function agreedMediation(state: MatterState): Mediation | undefined {
  return numbered(state.mediations).findLast((one) => one.phase === 'agreed' || one.phase === 'broken');
}

/** The newest agreement: the court may confirm it also when it was kept at once. */
function newestAgreement(state: MatterState): Mediation | undefined {
  return numbered(state.mediations).findLast((one) => one.phase !== 'open' && one.phase !== 'failed');
}

function mayFollow(act: MatterActId, find: (state: MatterState) => Mediation | undefined) {
  return (state: MatterState, _assignment: string | undefined, context: ActContext): Refusal | undefined => {
    const mediation = find(state);
    if (!mediation) return refuseState('no-agreement', 409, '没有要跟的协议', 'There is no agreement to follow');
    return needPost(act, state.assignments[mediation.assignment]?.body, context);
  };
}

export interface NotePerformance {
  readonly assignment?: string;
  /** Which promise, from 0. */
  readonly promise: number;
  readonly kept: boolean;
  readonly content: ContentRef;
}

export const notePerformance = ruled<NotePerformance>({
  id: 'note-performance',
  rule: 'mediation.both-consent',
  mayBegin: mayFollow('note-performance', agreedMediation),
  facts(state, act, context) {
    const mediation = agreedMediation(state);
    if (!mediation?.promises[act.promise])
      return refuseState('no-promise', 422, '没有这一项约定', 'There is no such promise', 'promise');
    return [
      {
        kind: 'PerformanceNoted',
        body: {
          mediation: mediation.id,
          promise: act.promise,
          kept: act.kept,
          on: context.today,
          content: act.content,
          clocks: act.kept ? stopClock(state.clocks, `agreement:${mediation.id}:${act.promise}`, context.today) : [],
        },
      },
    ];
  },
});

export interface NoteConfirmation {
  readonly assignment?: string;
  readonly step: 'applied' | 'confirmed' | 'refused';
  readonly content: ContentRef;
}

/** D24, C13: both sides jointly, within 30 days of effect. */
export const noteConfirmation = ruled<NoteConfirmation>({
  id: 'note-confirmation',
  rule: 'mediation.confirmation',
  mayBegin: mayFollow('note-confirmation', newestAgreement),
  facts(state, act, context) {
    const mediation = newestAgreement(state);
    if (!mediation) return [];
    const id = `judicial-confirm:${mediation.id}`;
    const due = state.clocks[id]?.derivation.statutoryDue;
    if (due === undefined) {
      return refuse(
        'mediation.confirmation',
        409,
        '行政调解的协议不能直接申请司法确认',
        'An administrative mediation agreement is not for judicial confirmation',
      );
    }
    if (act.step === 'applied' && context.today > due) {
      return refuse(
        'mediation.confirmation',
        409,
        '协议生效已满30日，不能再申请司法确认',
        'The 30 days to ask for confirmation are over',
        'step',
      );
    }
    return [
      {
        kind: 'ConfirmationNoted',
        body: {
          mediation: mediation.id,
          on: context.today,
          step: act.step,
          content: act.content,
          clocks: act.step === 'applied' ? stopClock(state.clocks, id, context.today) : [],
        },
      },
    ];
  },
});

export interface Settle {
  readonly assignment: string;
  readonly content: ContentRef;
}

/** T32. Concluded once every promise was kept. It never rests on a promise not to petition, and bars nothing (E55). */
export const settle = ruled<Settle>({
  id: 'settle',
  rule: 'settlement.keeps-rights',
  mayBegin(state, assignment, context) {
    const task = taskIn(state, assignment, IN_HAND);
    if (isRefusal(task)) return task;
    const kept = numbered(state.mediations).some((one) => one.assignment === task.id && one.phase === 'performed');
    return firstRefusal(
      needOpen(state),
      needPost('settle', task.body, context),
      kept
        ? undefined
        : refuse(
            'settlement.keeps-rights',
            409,
            '协议全部履行以后，才能和解办结',
            'It is concluded as settled once every promise of the agreement was kept',
          ),
    );
  },
  facts: (state, act, context) => [
    {
      kind: 'Settled',
      body: {
        assignment: act.assignment,
        on: context.today,
        content: act.content,
        clocks: [
          ...Object.entries(state.clocks)
            .filter(
              ([, clock]) =>
                clock.assignment === act.assignment &&
                (clock.kind === 'handle' || clock.kind === 'redo' || clock.kind === 'simple-handle'),
            )
            .flatMap(([id]) => stopClock(state.clocks, id, context.today)),
          ...voidClocks(
            state.clocks,
            context.today,
            (_, clock) =>
              clock.assignment === act.assignment &&
              clock.kind !== 'handle' &&
              clock.kind !== 'redo' &&
              clock.kind !== 'simple-handle' &&
              clock.kind !== 'feedback' &&
              clock.kind !== 'judicial-confirm',
          ),
        ],
      },
    },
  ],
});
