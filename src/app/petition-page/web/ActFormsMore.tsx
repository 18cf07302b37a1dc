import type { ReactNode } from 'react';
import type { MatterActId } from '../../../domain/acts.ts';
import {
  ContinueForm,
  EndWithoutSuccessorForm,
  MergeForm,
  NameSuccessorForm,
  NoteDeathForm,
  RelateForm,
  UnmergeForm,
} from '../../../petition/1-intake/web/MatterActForms.tsx';
import { SplitForm } from '../../../petition/1-intake/web/SplitForm.tsx';
import { DecideReviewForm, DraftReviewForm } from '../../../petition/7-review/web/DecisionForms.tsx';
import { RequestForm } from '../../../petition/7-review/web/RequestForm.tsx';
import {
  AcceptReviewForm,
  FileTerminationForm,
  NoteReviewForm,
  RefuseReviewForm,
  ReturnReviewDraftForm,
  ReviewPapersForm,
  ServeReviewForm,
} from '../../../petition/7-review/web/ReviewForms.tsx';
import type { ActSlot } from '../../../ui/staff/act-form.ts';
import type { PetitionPageModel } from '../petition-page.contract.ts';
import { type ActView, addresseeOf, reviewInHand, type Task } from './page-model.ts';

/** What a form beside the main path may know of the page. */
export interface MoreProps {
  readonly page: PetitionPageModel;
  readonly act: ActView;
  readonly task: Task | undefined;
  readonly assignment: string;
  readonly slot: ActSlot;
}

/** A form about the review that is under way; none where there is none. */
function onReview(
  draw: (on: OnReview, page: PetitionPageModel) => ReactNode,
): (props: Pick<MoreProps, 'page' | 'slot'>) => ReactNode {
  return ({ page, slot }) => {
    const review = reviewInHand(page);
    return review === undefined ? null : draw({ matter: page.matter, today: page.today, review, slot }, page);
  };
}

interface OnReview {
  readonly matter: string;
  readonly today: string;
  readonly review: PetitionPageModel['reviews'][number];
  readonly slot: ActSlot;
}

/** The forms of the proceedings beside the main path, each drawn by its slice. */
export const MORE_FORMS: Partial<Record<MatterActId, (props: MoreProps) => ReactNode>> = {
  split: ({ page, slot }) => (
    <SplitForm
      matter={page.matter}
      purpose={page.purpose}
      title={page.title}
      text={page.text}
      requests={page.requests}
      {...slot}
    />
  ),
  merge: ({ page, slot }) => <MergeForm matter={page.matter} slot={slot} />,
  unmerge: ({ page, slot }) => <UnmergeForm matter={page.matter} slot={slot} />,
  relate: ({ page, slot }) => <RelateForm matter={page.matter} slot={slot} />,
  'continue-ex-officio': ({ page, slot }) => <ContinueForm matter={page.matter} slot={slot} />,
  'note-death': ({ page, slot }) => <NoteDeathForm matter={page.matter} slot={slot} />,
  'name-successor': ({ page, slot }) => <NameSuccessorForm matter={page.matter} slot={slot} />,
  'end-without-successor': ({ page, slot }) => <EndWithoutSuccessorForm matter={page.matter} slot={slot} />,
  'record-review-request': ({ page, slot }) => (
    <RequestForm matter={page.matter} today={page.today} window={page.reviewWindow} slot={slot} />
  ),
  'ask-review-papers': onReview((on) => <ReviewPapersForm {...on} />),
  'accept-review': onReview((on) => <AcceptReviewForm {...on} />),
  'refuse-review': onReview((on) => <RefuseReviewForm {...on} />),
  'note-review': onReview((on) => <NoteReviewForm {...on} />),
  'draft-review': onReview((on) => <DraftReviewForm {...on} />),
  'return-review-draft': onReview((on) => <ReturnReviewDraftForm {...on} />),
  'decide-review': onReview((on, page) => (
    <DecideReviewForm {...on} title={page.title} applicant={addresseeOf(page)} requests={page.requests} />
  )),
  'serve-review': onReview((on) => <ServeReviewForm {...on} />),
  'file-termination': ({ page, slot }) => <FileTerminationForm matter={page.matter} slot={slot} />,
};
