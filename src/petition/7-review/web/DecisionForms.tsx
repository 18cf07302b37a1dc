import type { ReactNode } from 'react';
import { REVIEW_GROUND_LABELS, REVIEW_OUTCOME_LABELS, REVIEW_OUTCOMES } from '../../../domain/proceedings.ts';
import { NATIONAL_PACK } from '../../../domain/rule-pack.ts';
import type { ActSlot } from '../../../ui/staff/act-form.ts';
import { optionsOf, SpecForm } from '../../../ui/staff/SpecForm.tsx';
import { useWords } from '../../../ui/staff/words.tsx';
import { decideReviewRoute, draftReviewRoute } from '../proceeding.contract.ts';
import type { ReviewFile } from '../review-file.contract.ts';
import { ReviewAbout } from './ReviewAbout.tsx';
import { ReviewPaper, type ReviewPaperProps } from './ReviewPaper.tsx';
import { REVIEW_FIELDS as f, OUTCOME_MEANS, REVIEW_ACT_WORDS, REVIEW_FORM_TEXTS } from './review-forms.texts.ts';

/** T27, first half: outcome, what is wrong with the opinion, facts and opinion; a returned draft is gone on with. */
export function DraftReviewForm({
  matter,
  review,
  slot,
}: {
  readonly matter: string;
  readonly review: ReviewFile;
  readonly slot: ActSlot;
}): ReactNode {
  const w = useWords(REVIEW_FORM_TEXTS);
  const { draft, level } = review;
  return (
    <SpecForm
      contract={draftReviewRoute}
      name="draft-review"
      slot={slot}
      matter={matter}
      above={
        <>
          <ReviewAbout review={review} />
          {draft?.returned !== undefined && (
            <div>
              <p className="s">{w.returned}</p>
              <blockquote className="said">{draft.returned}</blockquote>
            </div>
          )}
        </>
      }
      fields={[
        {
          kind: 'area',
          name: 'facts',
          label: f.facts,
          hint: f.factsHint,
          need: f.needFacts,
          rows: 5,
          ...begun(draft?.facts),
        },
        {
          kind: 'area',
          name: 'opinion',
          label: f.opinion,
          hint: f.opinionHint,
          need: f.needOpinion,
          rows: 5,
          ...begun(draft?.opinion),
        },
        {
          kind: 'choice',
          name: 'outcome',
          label: f.outcome,
          need: f.needOutcome,
          options: REVIEW_OUTCOMES.map((value) => ({
            value,
            label: REVIEW_OUTCOME_LABELS[value],
            more: OUTCOME_MEANS[value][level],
          })),
          ...begun(draft?.outcome),
        },
        {
          kind: 'many',
          name: 'grounds',
          label: f.grounds,
          need: f.needGrounds,
          options: optionsOf(REVIEW_GROUND_LABELS),
          initial: draft?.grounds ?? [],
          when: ({ outcome }) => outcome === 'revoke' || outcome === 'change',
        },
        {
          kind: 'number',
          name: 'redoDays',
          label: f.redoDays,
          initial: draft?.redoDays ?? NATIONAL_PACK.clocks.redo.n,
          min: 1,
          max: 180,
          when: ({ outcome }) => outcome === 'revoke',
        },
      ]}
      {...REVIEW_ACT_WORDS['draft-review']}
    />
  );
}

function begun(initial: string | undefined): { initial?: string } {
  return initial === undefined ? {} : { initial };
}

/** T27, T29: the head reads the paper as it will leave the house, and issues that very draft. */
export function DecideReviewForm({
  slot,
  ...paper
}: Omit<ReviewPaperProps, 'draft'> & { readonly slot: ActSlot }): ReactNode {
  const w = useWords(REVIEW_FORM_TEXTS);
  const { draft } = paper.review;
  if (draft === undefined) return null;
  return (
    <SpecForm
      contract={decideReviewRoute}
      name="decide-review"
      slot={slot}
      matter={paper.matter}
      fixed={{ version: draft.version }}
      above={
        <>
          <p>
            <b>{w.version(draft.version, draft.author)}</b> {w.read}
          </p>
          <ReviewPaper {...paper} draft={draft} />
          <p className="q">{w.fourEyes}</p>
        </>
      }
      fields={[]}
      {...REVIEW_ACT_WORDS['decide-review']}
    />
  );
}
