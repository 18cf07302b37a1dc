import { type ActContext, actorId, needPost } from '../../domain/act.ts';
import type { MatterActId } from '../../domain/acts.ts';
import { type BodyDirectory, type BodyKind, isAccused, keeperOf } from '../../domain/bodies.ts';
import type { ContentRef, InstrumentRef } from '../../domain/fact-parts.ts';
import type { SubmissionDraft } from '../../domain/facts.ts';
import { firstRefusal, ruled } from '../../domain/guards.ts';
import type { MatterState } from '../../domain/matter.ts';
import { type Refusal, refuse, refuseState } from '../../domain/refusals.ts';
import type { SubmissionState } from '../../domain/submission.ts';

/** Who may take a report: discipline inspection and supervision, the Party committee, the procuratorate (条例 22¶2, 30). */
const COMPETENT: readonly BodyKind[] = ['discipline', 'party', 'procuratorate'];

/** Only the post that keeps the report, at the body that keeps it now. */
export function needKeeper(act: MatterActId) {
  return (state: MatterState, _assignment: string | undefined, context: ActContext): Refusal | undefined =>
    firstRefusal(
      state.sealed
        ? undefined
        : refuseState('not-sealed', 409, '这一件不是检举控告', 'This is not a report of wrongdoing'),
      /* A report goes on whatever its writer wishes meanwhile (E31). */
      state.phase === 'open' || state.phase === 'withdrawn'
        ? undefined
        : refuseState('not-open', 409, '这件事已经办结', 'This matter is concluded'),
      needPost(act, state.keeper ?? state.office, context),
    );
}

interface OnReport {
  readonly assignment?: string;
}

export interface PassReport extends OnReport {
  readonly to: string;
  readonly instrument: InstrumentRef;
}

/** E27. To the body competent for the accused, with a keeper of its own; never to the accused, nor to what is under it. */
export const passReport = ruled<PassReport>({
  id: 'pass-report',
  rule: 'report.by-authority',
  mayBegin: needKeeper('pass-report'),
  facts(state, act, context) {
    const from = state.keeper ?? state.office;
    const to = context.bodies.find(act.to);
    if (!to)
      return refuseState(
        'no-body',
        422,
        '没有这个单位，请从名单里选',
        'There is no such body; choose one from the list',
        'to',
      );
    const refusal = firstRefusal(
      isAccused(context.bodies, state.accused, to.id)
        ? refuse(
            'transfer.accused-blocked',
            409,
            '被检举控告的单位和它下面的单位，不能收到这件材料',
            'The body complained of, and any body under it, must not receive this material',
            'to',
          )
        : undefined,
      COMPETENT.includes(to.kind)
        ? undefined
        : refuse(
            'report.by-authority',
            422,
            '检举控告按干部管理权限移交纪检监察机关、党委或者检察机关',
            'A report goes to the discipline and supervision body, the Party committee or the procuratorate competent for the accused',
            'to',
          ),
      to.id === from
        ? refuseState('same-body', 422, '不能移交给自己', 'A body cannot pass it to itself', 'to')
        : undefined,
    );
    if (refusal) return refusal;
    const keeper = to.keeper === to.id ? to.id : keeperOf(context.bodies, to.id, state.accused);
    if (keeper !== to.id) {
      return refuse(
        'report.sealed',
        409,
        '这个单位没有检举件专管员，不能接收',
        'This body has no keeper of sealed reports and cannot take it',
        'to',
      );
    }
    return [{ kind: 'ReportPassed', body: { from, to: to.id, on: context.today, instrument: act.instrument } }];
  },
});

/** Does the remark of the covering letter name a body complained of? That letter passes through more hands than the report. */
export function namesAccused(remark: string, accused: readonly string[], bodies: BodyDirectory): boolean {
  const text = remark.toLowerCase();
  return accused
    .flatMap((id) => bodies.find(id) ?? [])
    .flatMap(({ name, short }) => [name.zh, name.en, short.zh, short.en])
    .some((name) => name !== '' && text.includes(name.toLowerCase()));
}

/**
 * The letter goes along with the report: whoever passed it on reads it no longer, unless another report of the same letter
 * is still theirs. A letter that holds other matters too is no sealed one, and stays where it is.
 */
export function letterFollows(
  letter: SubmissionState,
  others: readonly MatterState[],
  to: string,
  { actor, today }: ActContext,
): readonly SubmissionDraft[] {
  const from = letter.keeper ?? letter.body;
  const stays = others.some((one) => one.sealed && (one.keeper ?? one.office) === from);
  return letter.sealed && !stays && from !== to
    ? [{ kind: 'KeeperChanged', body: { by: actorId(actor), on: today, to } }]
    : [];
}

export interface NoteReport extends OnReport {
  readonly content: ContentRef;
}

export const noteReport = ruled<NoteReport>({
  id: 'note-report',
  rule: 'report.sealed',
  mayBegin: needKeeper('note-report'),
  facts: (_state, act, context) => [{ kind: 'ReportNoted', body: { on: context.today, content: act.content } }],
});

/** Handled and fed back under the rules of the body that keeps it (条例 30¶1). */
export const concludeReport = ruled<NoteReport>({
  id: 'conclude-report',
  rule: 'report.sealed',
  mayBegin: needKeeper('conclude-report'),
  facts: (_state, act, context) => [{ kind: 'ReportConcluded', body: { on: context.today, content: act.content } }],
});
