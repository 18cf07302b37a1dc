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
import {
  ConcludeReportForm,
  DecideCompetenceForm,
  NoteReportForm,
  PassReportForm,
  RaiseDisputeForm,
} from '../../../petition/2-transfer/web/DisputeForms.tsx';
import { DISPUTE_WORDS } from '../../../petition/2-transfer/web/dispute-forms.texts.ts';
import {
  AskContributionForm,
  AskSupplementForm,
  ConsentExtensionForm,
  ContributeForm,
  DecideRecusalForm,
  DeclareInterestForm,
  EndForProcedureForm,
  NoteSupplementForm,
  ToOrdinaryForm,
} from '../../../petition/4-handling/web/BesideForms.tsx';
import {
  AcceptReportForm,
  CorrectRemedyForm,
  ReportExecutionForm,
  ReportResultForm,
  ReturnReportForm,
} from '../../../petition/5-reply/web/AfterReplyForms.tsx';
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
import { AROUND_FORMS } from './ActFormsAround.tsx';
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

/** What forms about one task need: the matter, the task, today. */
function on({ page, assignment, slot }: MoreProps) {
  return { matter: page.matter, assignment, today: page.today, slot };
}

function accusedIn(page: PetitionPageModel): readonly string[] {
  return page.accused.map((one) => one.id);
}

/** What was last written of a kind. */
function lastNote(page: PetitionPageModel, kind: string): string | undefined {
  return page.story.findLast((one) => one.kind === kind)?.note;
}

function lastPaper(page: PetitionPageModel, kind: string): string | undefined {
  return page.instruments.findLast((paper) => paper.kind === kind)?.href;
}

/** What was said of this officer's interest. */
function noteAbout(page: PetitionPageModel, name: string): string | undefined {
  return page.story.findLast((one) => one.kind === 'InterestDeclared' && one.title.zh.includes(name))?.note;
}

function partiesOf(task: Task | undefined) {
  return [
    ...(task ? [{ id: task.body.id, why: DISPUTE_WORDS.holds }] : []),
    ...(task?.dispute ? [{ id: task.dispute.suggests.id, why: DISPUTE_WORDS.suggested }] : []),
  ];
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
  'raise-dispute': (props) => <RaiseDisputeForm {...on(props)} accused={accusedIn(props.page)} />,
  'decide-competence': (props) => (
    <DecideCompetenceForm
      {...on(props)}
      accused={accusedIn(props.page)}
      parties={partiesOf(props.task)}
      reasons={lastNote(props.page, 'DisputeRaised')}
    />
  ),
  'pass-report': ({ page, slot }) => <PassReportForm matter={page.matter} accused={accusedIn(page)} slot={slot} />,
  'note-report': ({ page, slot }) => <NoteReportForm matter={page.matter} slot={slot} />,
  'conclude-report': ({ page, slot }) => <ConcludeReportForm matter={page.matter} slot={slot} />,
  'ask-supplement': (props) => <AskSupplementForm {...on(props)} />,
  'note-supplement': (props) => <NoteSupplementForm {...on(props)} />,
  'to-ordinary': (props) => <ToOrdinaryForm {...on(props)} />,
  'ask-contribution': (props) => (
    <AskContributionForm {...on(props)} body={props.task?.body.id ?? ''} accused={accusedIn(props.page)} />
  ),
  contribute: (props) => <ContributeForm {...on(props)} />,
  'end-for-procedure': (props) => <EndForProcedureForm {...on(props)} />,
  'declare-interest': (props) => <DeclareInterestForm {...on(props)} />,
  'decide-recusal': (props) => (
    <DecideRecusalForm
      {...on(props)}
      interests={(props.task?.interests ?? [])
        .filter((one) => one.yours)
        .map((one) => ({ ...one, note: noteAbout(props.page, one.name) }))}
    />
  ),
  'consent-extension': (props) => <ConsentExtensionForm {...on(props)} asked={props.task?.extensionAsked} />,
  'correct-remedy': (props) => <CorrectRemedyForm {...on(props)} />,
  'report-execution': (props) => <ReportExecutionForm {...on(props)} />,
  'report-result': (props) => <ReportResultForm {...on(props)} />,
  'accept-report': (props) => <AcceptReportForm {...on(props)} report={lastPaper(props.page, 'result-report')} />,
  'return-report': (props) => <ReturnReportForm {...on(props)} report={lastPaper(props.page, 'result-report')} />,
  'file-termination': ({ page, slot }) => <FileTerminationForm matter={page.matter} slot={slot} />,
  ...AROUND_FORMS,
};
