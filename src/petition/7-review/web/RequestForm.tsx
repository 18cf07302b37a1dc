import type { ReactNode } from 'react';
import type { z } from 'zod';
import { REVIEW_LEVEL_LABELS } from '../../../domain/proceedings.ts';
import type { ActSlot } from '../../../ui/staff/act-form.ts';
import { useDates } from '../../../ui/staff/dates.ts';
import { SpecForm } from '../../../ui/staff/SpecForm.tsx';
import { useSay, useWords } from '../../../ui/staff/words.tsx';
import { recordReviewRequestRoute } from '../proceeding.contract.ts';
import type { ReviewWindowShape } from '../review-file.contract.ts';
import { REVIEW_FIELDS as f, REVIEW_ACT_WORDS, REVIEW_FORM_TEXTS } from './review-forms.texts.ts';

/** T26 for a request on paper or at the counter: in time if it reached any body in time (E16). */
export function RequestForm({
  matter,
  today,
  window,
  slot,
}: {
  readonly matter: string;
  readonly today: string;
  readonly window: z.infer<typeof ReviewWindowShape> | undefined;
  readonly slot: ActSlot;
}): ReactNode {
  const w = useWords(REVIEW_FORM_TEXTS);
  const say = useSay();
  const dates = useDates();
  if (window === undefined) return null;
  const { reviewers, due, from } = window;
  const [only] = reviewers;
  return (
    <SpecForm
      contract={recordReviewRequestRoute}
      name="record-review-request"
      slot={slot}
      matter={matter}
      above={<p className="s">{w.windowOf(say(REVIEW_LEVEL_LABELS[window.level]), dates.full(due))}</p>}
      fields={[
        {
          kind: 'choice',
          name: 'reviewer',
          label: f.reviewer,
          need: f.needReviewer,
          options: reviewers.map((one) => ({ value: one.id, label: one.name })),
          ...(reviewers.length === 1 && only ? { initial: only.id } : {}),
        },
        {
          kind: 'day',
          name: 'filedOn',
          label: f.filedOn,
          hint: f.filedHint,
          need: f.needDay,
          initial: today,
          min: from,
          max: today,
        },
        {
          kind: 'area',
          name: 'reason',
          label: f.reason,
          hint: REVIEW_FORM_TEXTS.newHint,
          need: f.needReason,
          rows: 4,
        },
        {
          kind: 'area',
          name: 'excuse',
          label: f.excuse,
          need: f.needExcuse,
          when: ({ filedOn }) => typeof filedOn === 'string' && filedOn > due,
        },
      ]}
      {...REVIEW_ACT_WORDS['record-review-request']}
    />
  );
}
