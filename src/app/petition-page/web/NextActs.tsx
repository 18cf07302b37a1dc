import type { ReactNode } from 'react';
import { useDates } from '../../../ui/staff/dates.ts';
import { useSay, useWords } from '../../../ui/staff/words.tsx';
import type { PetitionPageModel } from '../petition-page.contract.ts';
import { PETITION_PAGE_TEXTS } from './petition-page.texts.ts';

/** What is to be done next, by whom and by when; where nobody owes anything, why. */
export function NextActs({ next }: { readonly next: PetitionPageModel['next'] }): ReactNode {
  const w = useWords(PETITION_PAGE_TEXTS);
  const say = useSay();
  const dates = useDates();
  return (
    <section className="pp-next" aria-label={w.next}>
      <b>{w.next}</b>
      {next.rest !== undefined && <span className="q">{say(next.rest)}</span>}
      <ol>
        {next.acts.map((one) => (
          <li key={`${one.act} ${one.body.id} ${one.clock ?? ''}`}>
            <span className={one.mine ? 'mine' : ''}>{say(one.label)}</span> {say(one.body.name)}
            {one.due !== undefined && <> {w.nextBy(dates.short(one.due))}</>}{' '}
            <span className="art">{say(one.article)}</span>
          </li>
        ))}
      </ol>
    </section>
  );
}
