import { type ReactNode, useState } from 'react';
import { Segments } from '../../../ui/staff/Choice.tsx';
import { useDates } from '../../../ui/staff/dates.ts';
import { useSay, useWords } from '../../../ui/staff/words.tsx';
import type { PetitionPageModel } from '../petition-page.contract.ts';
import { FileLinks } from './FileLinks.tsx';
import { PETITION_PAGE_TEXTS } from './petition-page.texts.ts';

const GROUPS = ['fact', 'paper', 'talk', 'internal'] as const;
type Shown = 'all' | (typeof GROUPS)[number];
type Told = PetitionPageModel['story'][number];

/** Everything that happened, the newest first, as one readable thread. */
export function Story({ page }: { readonly page: PetitionPageModel }): ReactNode {
  const w = useWords(PETITION_PAGE_TEXTS);
  const [shown, setShown] = useState<Shown>('all');
  const count = (group: Told['group']): number => page.story.filter((one) => one.group === group).length;
  const items = page.story.filter((one) => shown === 'all' || one.group === shown).toReversed();
  return (
    <>
      <div className="pp-filter">
        <Segments
          id="story-filter"
          label={w.filter}
          value={shown}
          onChange={setShown}
          options={[
            { value: 'all' as const, label: w.all, count: page.story.length },
            ...GROUPS.map((group) => ({ value: group, label: w[group], count: count(group) })),
          ]}
        />
        <button type="button" className="bare link s q pp-print" onClick={() => print()}>
          {w.print}
        </button>
      </div>
      {items.length === 0 && <p className="q">{w.noStory}</p>}
      <ol className="pp-story">
        {items.map((one) => (
          <StoryItem key={`${one.stream}-${one.seq}`} told={one} page={page} />
        ))}
      </ol>
    </>
  );
}

function StoryItem({ told, page }: { readonly told: Told; readonly page: PetitionPageModel }): ReactNode {
  const w = useWords(PETITION_PAGE_TEXTS);
  const say = useSay();
  const dates = useDates();
  const paper = page.instruments.find((one) => one.id === told.instrument);
  return (
    <li className="pp-item">
      <div className="pp-when">
        {dates.short(told.day)} <br />
        {dates.time(told.at)}
      </div>
      <div>
        <span className="tag">{w[`one-${told.group}`]}</span>
      </div>
      <div className="pp-told">
        <p>
          <b>{say(told.title)}</b> <span className="f">{say(told.who)}</span>
        </p>
        {told.detail !== undefined && <p className="q">{say(told.detail)}</p>}
        {told.note !== undefined && told.note !== '' && <blockquote className="said">{told.note}</blockquote>}
        {paper !== undefined && (
          <p>
            <a href={paper.href} target="_blank" rel="noreferrer">
              {w.openPaper} {paper.number ?? say(paper.title)}
            </a>
          </p>
        )}
        {told.files !== undefined && <FileLinks files={told.files} />}
      </div>
    </li>
  );
}
