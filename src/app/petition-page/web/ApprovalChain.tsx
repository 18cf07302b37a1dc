import type { ReactNode } from 'react';
import { useWords } from '../../../ui/staff/words.tsx';
import type { PetitionPageModel } from '../petition-page.contract.ts';
import { DRAFT_PAGE_TEXTS } from './draft-page.texts.ts';
import type { Task } from './page-model.ts';

/** The way of a draft to the petitioner, and where it stands. */
export function ApprovalChain({ page, task }: { readonly page: PetitionPageModel; readonly task: Task }): ReactNode {
  const w = useWords(DRAFT_PAGE_TEXTS);
  const { draft } = task;
  const returned = draft?.returned === true;
  const waits = draft !== undefined && !returned;
  const note = returned ? page.story.findLast((one) => one.kind === 'DraftReturned')?.note : undefined;
  return (
    <>
      <h2>
        {w.approval} <span className="art">{w.notOwn}</span>
      </h2>
      <ol className="chain">
        <li className={waits ? 'done' : 'now'}>
          <b>{w.stepDraft}</b>
          <br />
          {draft === undefined ? w.writing : w.sentBefore(draft.version, draft.author)}
          {note !== undefined && (
            <>
              <br />
              {w.returned}：{note}
            </>
          )}
        </li>
        <li className={waits ? 'now' : ''}>
          <b>{w.stepIssue}</b>
          <br />
          {w.stepIssueWho}
        </li>
        <li>
          <b>{w.stepServe}</b>
          <br />
          {w.stepServeWho}
        </li>
      </ol>
    </>
  );
}
