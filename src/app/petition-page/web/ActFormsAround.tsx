import type { ReactNode } from 'react';
import {
  ArchiveForm,
  EraseForm,
  KeepLongerForm,
  ProposeErasureForm,
} from '../../../alongside/documents/web/ArchiveForm.tsx';
import {
  ConcludeHearingForm,
  HoldHearingForm,
  OpenHearingForm,
} from '../../../alongside/hearings/web/HearingForms.tsx';
import { EndMediationForm } from '../../../alongside/mediation/web/EndMediationForm.tsx';
import {
  BeginMediationForm,
  NoteConfirmationForm,
  NotePerformanceForm,
  SettleForm,
} from '../../../alongside/mediation/web/MediationForms.tsx';
import {
  AnswerOrderForm,
  AnswerProposalForm,
  CloseOrderForm,
  type Pending,
  ProposeForm,
  ReturnOrderForm,
  SuperviseForm,
} from '../../../alongside/oversight/web/OversightForms.tsx';
import type { MatterActId } from '../../../domain/acts.ts';
import { ORDER_DEFECT_LABELS, PROPOSAL_LABELS } from '../../../domain/proceedings.ts';
import { RehandleForm, ReopenRatingForm, RevisitForm } from '../../../petition/6-evaluation/web/AfterRatingForms.tsx';
import type { ActSlot } from '../../../ui/staff/act-form.ts';
import type { PetitionPageModel } from '../petition-page.contract.ts';
import { proceedingsOf } from './page-proceedings.ts';

interface AroundProps {
  readonly page: PetitionPageModel;
  readonly assignment: string;
  readonly slot: ActSlot;
}

/** What the forms of one matter need: the matter, the task, today. */
function on({ page, assignment, slot }: AroundProps) {
  return { matter: page.matter, assignment, today: page.today, slot };
}

function openHearing(page: PetitionPageModel) {
  return proceedingsOf(page).hearings.findLast((one) => one.ended === undefined);
}

/** The newest order in this phase: the rules answer and judge the newest first. */
function pendingOrder(page: PetitionPageModel, phase: 'open' | 'answered'): Pending | undefined {
  const order = proceedingsOf(page).orders.findLast((one) => one.phase === phase);
  return (
    order && {
      title: ORDER_DEFECT_LABELS[order.defect],
      from: order.by.name,
      due: order.due,
      href: order.paper.href,
      said: phase === 'answered' ? order.steps.findLast(({ step }) => step === 'answered')?.text : undefined,
    }
  );
}

function pendingProposal(page: PetitionPageModel): Pending | undefined {
  const proposal = proceedingsOf(page).proposals.findLast((one) => one.answer === undefined);
  const due = page.clocks.find(({ id }) => id === proposal?.clock)?.due ?? '';
  return proposal && { title: PROPOSAL_LABELS[proposal.kind], from: proposal.by.name, due, href: proposal.paper.href };
}

/** The forms of what stands around the handling: hearings, mediation, supervision, ratings, the file. */
export const AROUND_FORMS = {
  'open-hearing': (props) => <OpenHearingForm {...on(props)} />,
  'hold-hearing': (props) => <HoldHearingForm {...on(props)} hearing={openHearing(props.page)} />,
  'conclude-hearing': (props) => <ConcludeHearingForm {...on(props)} hearing={openHearing(props.page)} />,
  'begin-mediation': (props) => <BeginMediationForm {...on(props)} />,
  'end-mediation': (props) => <EndMediationForm {...on(props)} />,
  'note-performance': (props) => (
    <NotePerformanceForm
      {...on(props)}
      promises={
        proceedingsOf(props.page).mediations.findLast(({ phase }) => phase === 'agreed' || phase === 'broken')
          ?.promises ?? []
      }
    />
  ),
  'note-confirmation': (props) => <NoteConfirmationForm {...on(props)} />,
  settle: (props) => <SettleForm {...on(props)} />,
  rehandle: (props) => (
    <RehandleForm
      {...on(props)}
      said={proceedingsOf(props.page).ratings.findLast(({ side }) => side === 'body')?.reason}
    />
  ),
  'reopen-rating': (props) => (
    <ReopenRatingForm
      {...on(props)}
      sides={props.page.ratings.filter(({ level }) => level === 'unsatisfied').map(({ side }) => side)}
    />
  ),
  revisit: (props) => <RevisitForm {...on(props)} />,
  supervise: (props) => <SuperviseForm {...on(props)} />,
  'answer-order': (props) => <AnswerOrderForm {...on(props)} pending={pendingOrder(props.page, 'open')} />,
  'close-order': (props) => <CloseOrderForm {...on(props)} pending={pendingOrder(props.page, 'answered')} />,
  'return-order': (props) => <ReturnOrderForm {...on(props)} pending={pendingOrder(props.page, 'answered')} />,
  propose: (props) => <ProposeForm {...on(props)} accused={props.page.accused.map(({ id }) => id)} />,
  'answer-proposal': (props) => <AnswerProposalForm {...on(props)} pending={pendingProposal(props.page)} />,
  archive: (props) => <ArchiveForm {...on(props)} />,
  'propose-erasure': (props) => <ProposeErasureForm {...on(props)} />,
  'keep-longer': (props) => <KeepLongerForm {...on(props)} />,
  erase: (props) => <EraseForm {...on(props)} />,
} as const satisfies Partial<Record<MatterActId, (props: AroundProps) => ReactNode>>;
