import type { ReactNode } from 'react';
import { REVISIT_LABELS } from '../../../domain/proceedings.ts';
import { type RatedSide, SIDE_LABELS } from '../../../domain/vocabulary.ts';
import type { ActSlot } from '../../../ui/staff/act-form.ts';
import { optionsOf, SpecForm } from '../../../ui/staff/SpecForm.tsx';
import { needText, pastDay } from '../../../ui/staff/spec-fields.ts';
import { rehandleRoute, reopenRatingRoute, revisitRoute } from '../after-rating.contract.ts';
import { AFTER_RATING_WORDS as w } from './after-rating-forms.texts.ts';

interface On {
  readonly matter: string;
  readonly today: string;
  readonly slot: ActSlot;
}

/** S8: what the petitioner was not satisfied with, and what more was done. */
export function RehandleForm({ matter, said, slot }: On & { readonly said: string | undefined }): ReactNode {
  return (
    <SpecForm
      contract={rehandleRoute}
      name="rehandle"
      slot={slot}
      matter={matter}
      above={said === undefined ? null : <blockquote className="said">{said}</blockquote>}
      fields={[needText('text', w.more, w.needMore)]}
      button={w.note}
    />
  );
}

/** E48. */
export function ReopenRatingForm({ matter, sides, slot }: On & { readonly sides: readonly RatedSide[] }): ReactNode {
  return (
    <SpecForm
      contract={reopenRatingRoute}
      name="reopen-rating"
      slot={slot}
      matter={matter}
      fields={[
        {
          kind: 'choice',
          name: 'side',
          label: w.side,
          options: sides.map((value) => ({ value, label: SIDE_LABELS[value] })),
          need: w.needSide,
          ...(sides.length === 1 && sides[0] ? { initial: sides[0] } : {}),
        },
        needText('reason', w.why, w.needWhy),
      ]}
      button={w.reopen}
      note={w.reopenNote}
    />
  );
}

/** T35. */
export function RevisitForm({ matter, today, slot }: On): ReactNode {
  return (
    <SpecForm
      contract={revisitRoute}
      name="revisit"
      slot={slot}
      matter={matter}
      fields={[
        pastDay('on', w.on, w.needOn, today),
        { kind: 'choice', name: 'way', label: w.way, options: optionsOf(REVISIT_LABELS), need: w.needWay },
        { kind: 'tick', name: 'reached', label: w.reached, initial: true },
        {
          kind: 'choice',
          name: 'carriedOut',
          label: w.carriedOut,
          options: (['yes', 'partly', 'no', 'unknown'] as const).map((value) => ({ value, label: w[value] })),
          initial: 'unknown',
          when: ({ reached }) => reached === true,
        },
        needText('text', w.asked, w.needAsked, w.askedHint),
      ]}
      button={w.note}
    />
  );
}
