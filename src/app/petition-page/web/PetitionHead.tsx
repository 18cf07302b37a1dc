import type { ReactNode } from 'react';
import { maskName } from '../../../domain/ids.ts';
import { ROUTE_LABELS } from '../../../domain/vocabulary.ts';
import { useDates } from '../../../ui/staff/dates.ts';
import { useSay, useWords } from '../../../ui/staff/words.tsx';
import type { PetitionPageModel } from '../petition-page.contract.ts';
import { currentTask, labelOf } from './page-model.ts';
import { PETITION_PAGE_TEXTS } from './petition-page.texts.ts';

/** What the matter is, in two lines: number and request; who, where, which route, and in whose hands since when. */
export function PetitionHead({ page }: { readonly page: PetitionPageModel }): ReactNode {
  const w = useWords(PETITION_PAGE_TEXTS);
  const say = useSay();
  const dates = useDates();
  const task = currentTask(page);
  const who = w.andOthers(page.who === '' ? w.anonymous : maskName(page.who), page.petitioners);
  const decided = labelOf(ROUTE_LABELS, page.route);
  const proposed = labelOf(ROUTE_LABELS, page.proposedRoute);
  const route = decided ? say(decided) : proposed ? w.routeProposed(say(proposed)) : w.routeOpen;
  return (
    <>
      <div className="pp-title">
        <span className="pp-number">{page.matter}</span>
        <h1>{page.erasedOn === undefined ? page.title : w.erasedTitle}</h1>
        {page.petitioners > 1 && <span className="tag">{w.joint(page.petitioners)}</span>}
        {page.assignments.some((one) => one.mode === 'assign') && <span className="tag">{w.assigned}</span>}
        {page.origin === 'imported' && <span className="tag">{w.imported}</span>}
        {page.sealed && <span className="tag">{w.sealed}</span>}
        {page.phase === 'answered' && <span className="tag">{w.answered}</span>}
        {page.phase === 'in-review' && <span className="tag">{w.inReview}</span>}
        {page.phase === 'ended' && <span className="tag">{w.endedForGood}</span>}
        {page.phase === 'closed' && <span className="tag">{w.closed}</span>}
        {page.phase === 'withdrawn' && <span className="tag">{w.withdrawn}</span>}
      </div>
      <dl className="pp-meta">
        <div>
          <dt>{w.who}</dt>
          <dd>{page.erasedOn === undefined ? who : w.erasedTitle}</dd>
        </div>
        <div>
          <dt>{w.place}</dt>
          <dd>{say(page.division.name)}</dd>
        </div>
        <div>
          <dt>{w.category}</dt>
          <dd>{say(page.category.name)}</dd>
        </div>
        <div>
          <dt>{w.route}</dt>
          <dd>{route}</dd>
        </div>
        <div>
          <dt>{w.holder}</dt>
          <dd>
            {say(page.holder.name)}
            {task?.handler !== undefined && page.holder.id === task.body.id && w.handler(task.handler)}
            <span className="q"> {w.since(dates.short(page.holderSince))}</span>
          </dd>
        </div>
      </dl>
    </>
  );
}
