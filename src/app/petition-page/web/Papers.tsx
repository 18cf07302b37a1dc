import type { ReactNode } from 'react';
import { useSession } from '../../../actors/accounts/web/session.tsx';
import { ScanField } from '../../../petition/5-reply/web/ScanField.tsx';
import type { ActSlot } from '../../../ui/staff/act-form.ts';
import { useDates } from '../../../ui/staff/dates.ts';
import { Empty } from '../../../ui/staff/Page.tsx';
import { useSay, useWords } from '../../../ui/staff/words.tsx';
import type { PetitionPageModel } from '../petition-page.contract.ts';
import { PETITION_PAGE_TEXTS } from './petition-page.texts.ts';

/** The papers of a matter, newest first, each to be opened, printed and, once stamped, stored. */
export function Papers({ page, slot }: { readonly page: PetitionPageModel; readonly slot: ActSlot }): ReactNode {
  const w = useWords(PETITION_PAGE_TEXTS);
  const say = useSay();
  const dates = useDates();
  const { body } = useSession();
  const mayStore = page.acts.some((act) => act.id === 'store-scan' && act.open);
  if (page.instruments.length === 0) {
    return (
      <Empty title={w.noPapers}>
        <p>{w.noPapersWhy}</p>
      </Empty>
    );
  }
  return (
    <ul className="pp-papers">
      {newestFirst(page).map((paper) => (
        <li key={paper.id}>
          <div className="pp-paper-head">
            <h2>{say(paper.title)}</h2>
            <span>{paper.number}</span>
            <span className="tag">{paper.sealed ? w.stamped : w.unstamped}</span>
          </div>
          <p className="q s">
            {dates.full(paper.issuedOn)} · {say(paper.issuer)}
          </p>
          <p className="acts">
            <a href={paper.href} target="_blank" rel="noreferrer">
              {w.openPaper}
              <span className="gone"> {paper.number ?? say(paper.title)}</span>
            </a>
            {paper.scan !== undefined && (
              <a href={paper.scan.href} target="_blank" rel="noreferrer">
                {w.openScan}
                <span className="gone"> {paper.number ?? say(paper.title)}</span>
              </a>
            )}
          </p>
          {/* The issuer stores its own sheets; the server decides, this only leaves out what it would refuse. */}
          {mayStore && paper.issuerId === body.id && (
            <ScanField matter={page.matter} instrument={paper.id} stored={paper.sealed} {...slot} />
          )}
        </li>
      ))}
    </ul>
  );
}

/** By the place of each paper in the story, as several may bear one date. */
function newestFirst(page: PetitionPageModel): PetitionPageModel['instruments'] {
  const at = (id: string): number => page.story.findIndex((one) => one.instrument === id);
  return page.instruments.toSorted((a, b) => at(b.id) - at(a.id));
}
