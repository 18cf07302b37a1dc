import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { Button } from 'antd';
import { type ReactNode, useState } from 'react';
import { ACT_LABELS, type MatterActId } from '../../../domain/acts.ts';
import type { ActSlot } from '../../../ui/staff/act-form.ts';
import { ApiError } from '../../../ui/staff/api.ts';
import { useKeys } from '../../../ui/staff/keys.ts';
import { Page, Waiting } from '../../../ui/staff/Page.tsx';
import { useSay, useWords } from '../../../ui/staff/words.tsx';
import { matterQuery, sealedQuery } from '../../desk/web/desk-data.ts';
import { findNeighbours, type WalkItem } from '../../desk/web/walk.ts';
import type { PetitionPageModel } from '../petition-page.contract.ts';
import { ActsColumn, type DoneAct } from './ActsColumn.tsx';
import { ClockRow } from './Clocks.tsx';
import { NextActs } from './NextActs.tsx';
import { isClosed, NotRead } from './NotRead.tsx';
import { Original } from './Original.tsx';
import { Papers } from './Papers.tsx';
import { PetitionHead } from './PetitionHead.tsx';
import type { ActView } from './page-model.ts';
import './petition-page.css';
import { Proceedings } from './Proceedings.tsx';
import { countProceedings } from './page-proceedings.ts';
import { PETITION_PAGE_TEXTS } from './petition-page.texts.ts';
import { Reviews } from './Reviews.tsx';
import { Story } from './Story.tsx';
import { panelId, Tabs, tabId } from './Tabs.tsx';

/** One matter whole, at /desk/matter/$matter. */
export function PetitionPage(): ReactNode {
  const { matter } = useParams({ from: '/matter/$matter' });
  const read = useQuery(matterQuery(matter));
  if (read.data !== undefined && !isClosed(read.error)) return <Matter key={matter} page={read.data} />;
  return (
    <Page title={matter}>
      {read.isError ? (
        <NotRead number={matter} error={read.error} retry={() => void read.refetch()} />
      ) : (
        <Waiting lines={12} />
      )}
    </Page>
  );
}

type TabKey = 'story' | 'original' | 'papers' | 'reviews' | 'proceedings';

function Matter({ page }: { readonly page: PetitionPageModel }): ReactNode {
  const w = useWords(PETITION_PAGE_TEXTS);
  const say = useSay();
  const client = useQueryClient();
  const [tab, setTab] = useState<TabKey>('story');
  const [done, setDone] = useState<DoneAct>();
  const [finishing, setFinishing] = useState<MatterActId>();
  const [asked, setAsked] = useState<{ readonly act: MatterActId }>();
  const [seen, setSeen] = useState(page.seq);

  const navigate = useNavigate();

  /** The matter as it now is; where it went out of one's hands and sight, back to the list it came from. */
  async function readAgain(): Promise<PetitionPageModel | undefined> {
    const { queryKey } = matterQuery(page.matter);
    await client.invalidateQueries({ queryKey });
    const error = client.getQueryState(queryKey)?.error;
    if (error instanceof ApiError && error.status === 404) {
      client.removeQueries({ queryKey: sealedQuery.queryKey });
      await navigate({ to: page.sealed ? '/sealed' : '/' });
      client.removeQueries({ queryKey });
      return undefined;
    }
    void client.invalidateQueries({ queryKey: ['desk'] });
    void client.invalidateQueries({ queryKey: ['matters'] });
    return client.getQueryData(queryKey);
  }

  /** One form's way back to the page: say that it is done and show what follows, or show what changed meanwhile. */
  function slotOf(act: Pick<ActView, 'id' | 'label'>): ActSlot {
    return {
      onDone: (more) => {
        setFinishing(act.id);
        void readAgain().then((fresh) => {
          const seq = fresh?.seq ?? page.seq;
          setSeen(seq);
          setDone({ id: act.id, label: say(act.label), seq, more });
          setFinishing(undefined);
        });
      },
      onConflict: () => void readAgain(),
    };
  }

  const beside = countProceedings(page);
  useTabKeys(setTab, page.reviews.length > 0, beside > 0);
  useActKeys(page, (act) => setAsked({ act }));
  const news = page.story.filter((one) => one.stream === 'matter' && one.seq > seen);
  const storing = { id: 'store-scan', label: ACT_LABELS['store-scan'] } as const;

  return (
    <Page title={`${page.matter} ${page.title}`} className="pp" scrolls={false}>
      <header className="pp-head">
        <PetitionHead page={page} />
        <NextActs next={page.next} />
        <ClockRow clocks={page.clocks} today={page.today} />
      </header>
      <ActsColumn page={page} slotOf={slotOf} done={done} finishing={finishing} asked={asked} />
      <Tabs
        label={w.tabs}
        value={tab}
        onChange={setTab}
        tabs={[
          { key: 'story', label: w.story, count: page.story.length },
          { key: 'original', label: w.original },
          { key: 'papers', label: w.papers, count: page.instruments.length },
          ...(page.reviews.length === 0
            ? []
            : [{ key: 'reviews' as const, label: w.reviews, count: page.reviews.length }]),
          ...(beside === 0 ? [] : [{ key: 'proceedings' as const, label: w.proceedings, count: beside }]),
        ]}
      />
      <section className="pp-main" role="tabpanel" id={panelId(tab)} aria-labelledby={tabId(tab)} tabIndex={-1}>
        {news.length > 0 && (
          <div className="pp-news" role="status">
            <p>
              {w.newSince(news.length)}
              {news.map((one) => `${say(one.title)}${w.by(say(one.who))}`).join(w.semicolon)}
            </p>
            <Button size="small" onClick={() => setSeen(page.seq)}>
              {w.gotIt}
            </Button>
          </div>
        )}
        {tab === 'story' && <Story page={page} />}
        {tab === 'original' && <Original page={page} />}
        {tab === 'papers' && <Papers page={page} slot={slotOf(storing)} />}
        {tab === 'reviews' && <Reviews page={page} />}
        {tab === 'proceedings' && <Proceedings page={page} />}
      </section>
    </Page>
  );
}

function useTabKeys(setTab: (tab: TabKey) => void, hasReviews: boolean, hasBeside: boolean): void {
  useKeys([
    { key: '1', label: PETITION_PAGE_TEXTS.story, run: () => setTab('story') },
    { key: '2', label: PETITION_PAGE_TEXTS.original, run: () => setTab('original') },
    { key: '3', label: PETITION_PAGE_TEXTS.papers, run: () => setTab('papers') },
    ...(hasReviews ? [{ key: '4', label: PETITION_PAGE_TEXTS.reviews, run: () => setTab('reviews') }] : []),
    ...(hasBeside ? [{ key: '5', label: PETITION_PAGE_TEXTS.proceedings, run: () => setTab('proceedings') }] : []),
  ]);
}

function useActKeys(page: PetitionPageModel, ask: (act: MatterActId) => void): void {
  const navigate = useNavigate();
  const { before, after } = findNeighbours(page.matter);
  const isOpen = (id: MatterActId): boolean => page.acts.some((act) => act.id === id && act.open);

  function go({ kind, item }: WalkItem): void {
    if (kind === 'matter') void navigate({ to: '/matter/$matter', params: { matter: item } });
    else void navigate({ to: '/submission/$number', params: { number: item } });
  }

  useKeys([
    ...(before ? [{ key: '[', label: PETITION_PAGE_TEXTS.before, run: () => go(before) }] : []),
    ...(after ? [{ key: ']', label: PETITION_PAGE_TEXTS.after, run: () => go(after) }] : []),
    ...(isOpen('draft')
      ? [
          {
            key: 'e',
            label: PETITION_PAGE_TEXTS.keyDraft,
            run: () => void navigate({ to: '/matter/$matter/draft', params: { matter: page.matter } }),
          },
        ]
      : []),
    ...(isOpen('note-work') ? [{ key: 'n', label: PETITION_PAGE_TEXTS.keyNote, run: () => ask('note-work') }] : []),
  ]);
}
