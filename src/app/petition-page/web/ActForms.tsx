import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { ObjectForm } from '../../../petition/2-transfer/web/ObjectForm.tsx';
import { ProposeRouteForm } from '../../../petition/2-transfer/web/ProposeRouteForm.tsx';
import { AgreeReturnForm, RefuseReturnForm } from '../../../petition/2-transfer/web/ReturnForms.tsx';
import { AssignForm, ForwardForm, type Sending } from '../../../petition/2-transfer/web/SendForm.tsx';
import { SignForm } from '../../../petition/2-transfer/web/SignForm.tsx';
import { AcceptForm } from '../../../petition/3-acceptance/web/AcceptForm.tsx';
import { AnswerDirectlyForm } from '../../../petition/3-acceptance/web/AnswerDirectlyForm.tsx';
import { NotAcceptForm } from '../../../petition/3-acceptance/web/NotAcceptForm.tsx';
import { RouteOutForm } from '../../../petition/3-acceptance/web/RouteOutForm.tsx';
import { SortingGuide } from '../../../petition/3-acceptance/web/SortingGuide.tsx';
import {
  ApproveExtensionForm,
  AskExtensionForm,
  RefuseExtensionForm,
} from '../../../petition/4-handling/web/ExtensionForms.tsx';
import { NameHandlerForm } from '../../../petition/4-handling/web/NameHandlerForm.tsx';
import { NoteWorkForm } from '../../../petition/4-handling/web/NoteWorkForm.tsx';
import { cameOnline } from '../../../petition/5-reply/service.rules.ts';
import { IssueForm } from '../../../petition/5-reply/web/IssueForm.tsx';
import { ReturnDraftForm } from '../../../petition/5-reply/web/ReturnDraftForm.tsx';
import { ServeForm } from '../../../petition/5-reply/web/ServeForm.tsx';
import type { ActSlot } from '../../../ui/staff/act-form.ts';
import { useWords } from '../../../ui/staff/words.tsx';
import type { PetitionPageModel } from '../petition-page.contract.ts';
import { MORE_FORMS } from './ActFormsMore.tsx';
import { paperOf } from './opinion-paper.ts';
import { type ActView, currentTask, handlingClock, senderOf } from './page-model.ts';
import { PETITION_PAGE_TEXTS } from './petition-page.texts.ts';

/** The form of one act. Each stage draws its own; this only tells them what the page knows. */
export function ActFormOf({
  act,
  page,
  slot,
}: {
  readonly act: ActView;
  readonly page: PetitionPageModel;
  readonly slot: ActSlot;
}): ReactNode {
  const task = currentTask(page);
  const { matter, today } = page;
  const assignment = act.assignment ?? task?.id ?? '';
  const on = { matter, assignment, ...slot };
  const sending: Sending = {
    matter,
    today,
    from: senderOf(page, task),
    accused: page.accused.map((one) => one.id),
    category: page.category.id,
    division: page.division.id,
    ...slot,
  };
  const decided = { ...on, proposed: page.proposedRoute, handler: task?.handler };
  switch (act.id) {
    case 'propose-route':
      return (
        <ProposeRouteForm
          matter={matter}
          proposed={page.proposedRoute}
          guide={(use) => <SortingGuide use={({ route }) => use(route)} />}
          {...slot}
        />
      );
    case 'forward':
      return <ForwardForm {...sending} />;
    case 'assign':
      return <AssignForm {...sending} />;
    case 'sign':
      return <SignForm {...on} />;
    case 'object':
      return <ObjectForm {...on} />;
    case 'agree-return':
      return <AgreeReturnForm {...on} objection={latestPaper(page, 'objection')} />;
    case 'refuse-return':
      return <RefuseReturnForm {...on} objection={latestPaper(page, 'objection')} />;
    case 'accept':
      return (
        <AcceptForm
          {...decided}
          purpose={page.purpose}
          receivedOn={task?.signedOn ?? page.receivedOn}
          today={today}
          acceptsOn={task?.acceptsOn ?? today}
          simple={task?.simple ?? { suggested: false }}
          noticeOwed={page.identityClear}
        />
      );
    case 'not-accept':
      return (
        <NotAcceptForm
          {...on}
          assignment={act.assignment}
          channel={page.channel}
          own={task?.mode === 'own'}
          handler={task?.handler}
        />
      );
    case 'route-out':
      return <RouteOutForm {...decided} />;
    case 'answer-directly':
      return (
        <AnswerDirectlyForm
          matter={matter}
          assignment={act.assignment}
          anonymous={page.identity === 'anonymous'}
          {...slot}
        />
      );
    case 'name-handler':
      return <NameHandlerForm {...on} body={task?.body.id ?? page.holder.id} />;
    case 'note-work':
      return <NoteWorkForm {...on} today={today} />;
    case 'ask-extension':
      return <AskExtensionForm {...on} left={page.extensionLeft} rawEnd={handlingClock(page, assignment)?.rawEnd} />;
    case 'approve-extension':
      return <ApproveExtensionForm {...on} asked={task?.extensionAsked} />;
    case 'refuse-extension':
      return <RefuseExtensionForm {...on} asked={task?.extensionAsked} />;
    case 'draft':
      return <DraftDoor page={page} />;
    case 'return-draft':
      return <ReturnDraftForm {...on} />;
    case 'issue':
      return (
        <IssueForm
          {...on}
          draft={task?.draft}
          paper={task ? paperOf(page, task, task.draft?.items ?? []) : undefined}
          redo={task?.redo}
        />
      );
    case 'serve':
      return (
        <ServeForm
          {...on}
          issuedOn={task?.opinion?.issuedOn}
          today={today}
          reviewable={task?.route === '31(6)'}
          online={cameOnline(page.channel)}
        />
      );
    default: {
      const More = MORE_FORMS[act.id];
      return More === undefined ? null : <More page={page} act={act} task={task} assignment={assignment} slot={slot} />;
    }
  }
}

function latestPaper(page: PetitionPageModel, kind: string): string | undefined {
  const told = page.story.findLast((one) =>
    page.instruments.some((paper) => paper.id === one.instrument && paper.kind === kind),
  );
  return page.instruments.find((paper) => paper.id === told?.instrument)?.href;
}

/** The way to the editor, with what the head said of the last draft. */
function DraftDoor({ page }: { readonly page: PetitionPageModel }): ReactNode {
  const w = useWords(PETITION_PAGE_TEXTS);
  const draft = currentTask(page)?.draft;
  const returned = draft?.returned ? page.story.findLast((one) => one.kind === 'DraftReturned')?.note : undefined;
  return (
    <div className="actform">
      {returned !== undefined && (
        <div>
          <p className="s">{w.draftReturned}</p>
          <blockquote className="said">{returned}</blockquote>
        </div>
      )}
      {draft !== undefined && !draft.returned && <p>{w.draftWaits(draft.version)}</p>}
      <p>
        <Link className="go" to="/matter/$matter/draft" params={{ matter: page.matter }}>
          {draft === undefined ? w.goDraft : w.goOnDraft(draft.version + 1)} <kbd>E</kbd>
        </Link>
      </p>
    </div>
  );
}
