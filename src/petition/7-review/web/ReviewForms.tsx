import type { ReactNode } from 'react';
import { addDays } from '../../../domain/days.ts';
import { REVIEW_REFUSAL_LABELS, REVIEW_REFUSALS, REVIEW_STEP_LABELS } from '../../../domain/proceedings.ts';
import { SERVICE_LABELS } from '../../../domain/vocabulary.ts';
import type { ActSlot } from '../../../ui/staff/act-form.ts';
import { useDates } from '../../../ui/staff/dates.ts';
import { optionsOf, SpecForm } from '../../../ui/staff/SpecForm.tsx';
import { useWords } from '../../../ui/staff/words.tsx';
import {
  acceptReviewRoute,
  askReviewPapersRoute,
  fileTerminationRoute,
  noteReviewRoute,
  refuseReviewRoute,
  returnReviewDraftRoute,
  serveReviewRoute,
} from '../proceeding.contract.ts';
import type { ReviewFile } from '../review-file.contract.ts';
import { ReviewAbout } from './ReviewAbout.tsx';
import { REVIEW_FIELDS as f, REVIEW_ACT_WORDS, REVIEW_FORM_TEXTS } from './review-forms.texts.ts';

interface OnReview {
  readonly matter: string;
  readonly today: string;
  readonly review: ReviewFile;
  readonly slot: ActSlot;
}

export function AcceptReviewForm({ matter, review, slot }: OnReview): ReactNode {
  return (
    <SpecForm
      contract={acceptReviewRoute}
      name="accept-review"
      slot={slot}
      matter={matter}
      above={<ReviewAbout review={review} />}
      fields={[]}
      {...REVIEW_ACT_WORDS['accept-review']}
    />
  );
}

/** D18, declining; `late` only where it did come late (E14). */
export function RefuseReviewForm({ matter, review, slot }: OnReview): ReactNode {
  const reasons = REVIEW_REFUSALS.filter((one) => one !== 'late' || review.excuse !== undefined);
  return (
    <SpecForm
      contract={refuseReviewRoute}
      name="refuse-review"
      slot={slot}
      matter={matter}
      fields={[
        {
          kind: 'choice',
          name: 'reason',
          label: f.refusal,
          need: f.needRefusal,
          options: reasons.map((value) => ({ value, label: REVIEW_REFUSAL_LABELS[value] })),
        },
        { kind: 'area', name: 'explain', label: f.explain, hint: f.explainHint, need: f.needExplain },
      ]}
      {...REVIEW_ACT_WORDS['refuse-review']}
    />
  );
}

export function ReviewPapersForm({ matter, today, slot }: OnReview): ReactNode {
  return (
    <SpecForm
      contract={askReviewPapersRoute}
      name="ask-review-papers"
      slot={slot}
      matter={matter}
      fields={[
        { kind: 'area', name: 'list', label: f.list, hint: f.listHint, need: f.needList },
        { kind: 'day', name: 'due', label: f.due, need: f.needDay, initial: addDays(today, 10), min: today },
      ]}
      {...REVIEW_ACT_WORDS['ask-review-papers']}
    />
  );
}

export function NoteReviewForm({ matter, slot }: OnReview): ReactNode {
  return (
    <SpecForm
      contract={noteReviewRoute}
      name="note-review"
      slot={slot}
      matter={matter}
      fields={[
        {
          kind: 'choice',
          name: 'step',
          label: f.step,
          need: f.needStep,
          options: optionsOf(REVIEW_STEP_LABELS),
        },
        { kind: 'area', name: 'text', label: f.stepText, hint: f.stepHint, need: f.needText, rows: 3 },
      ]}
      {...REVIEW_ACT_WORDS['note-review']}
    />
  );
}

export function ReturnReviewDraftForm({ matter, slot }: OnReview): ReactNode {
  return (
    <SpecForm
      contract={returnReviewDraftRoute}
      name="return-review-draft"
      slot={slot}
      matter={matter}
      fields={[{ kind: 'area', name: 'reason', label: f.change, need: f.needChange }]}
      {...REVIEW_ACT_WORDS['return-review-draft']}
    />
  );
}

export function ServeReviewForm({ matter, today, review, slot }: OnReview): ReactNode {
  const w = useWords(REVIEW_FORM_TEXTS);
  const dates = useDates();
  const { decision } = review;
  const then =
    decision?.outcome === 'revoke'
      ? w.thenRedo
      : (decision?.reviewers.length ?? 0) > 0
        ? w.thenFinal(dates.full(addDays(today, 30)))
        : w.thenEnded;
  return (
    <SpecForm
      contract={serveReviewRoute}
      name="serve-review"
      slot={slot}
      matter={matter}
      above={<p className="s">{then}</p>}
      fields={[
        {
          kind: 'choice',
          name: 'way',
          label: f.way,
          need: f.way,
          initial: 'in-person',
          options: optionsOf(SERVICE_LABELS),
        },
        {
          kind: 'day',
          name: 'on',
          label: f.on,
          hint: f.onHint,
          need: f.needDay,
          initial: today,
          max: today,
          ...(decision ? { min: decision.on } : {}),
        },
        { kind: 'tick', name: 'signed', label: f.signed, initial: true, when: ({ way }) => way !== 'left' },
        { kind: 'line', name: 'note', label: f.note, when: ({ way }) => way !== 'left' },
        {
          kind: 'line',
          name: 'witnesses',
          label: f.witnesses,
          need: f.needWitnesses,
          when: ({ way }) => way === 'left',
        },
      ]}
      shape={({ witnesses, ...given }) =>
        witnesses === undefined ? given : { ...given, signed: false, note: witnesses }
      }
      {...REVIEW_ACT_WORDS['serve-review']}
    />
  );
}

export function FileTerminationForm({ matter, slot }: Pick<OnReview, 'matter' | 'slot'>): ReactNode {
  return (
    <SpecForm
      contract={fileTerminationRoute}
      name="file-termination"
      slot={slot}
      matter={matter}
      fields={[{ kind: 'line', name: 'remark', label: f.remark }]}
      {...REVIEW_ACT_WORDS['file-termination']}
    />
  );
}
