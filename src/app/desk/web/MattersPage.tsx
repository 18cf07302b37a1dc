import { useInfiniteQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { saveCsv } from '../../../ui/staff/csv.ts';
import { DayField } from '../../../ui/staff/DayField.tsx';
import { today, useDates } from '../../../ui/staff/dates.ts';
import { FilterSelect } from '../../../ui/staff/FilterSelect.tsx';
import { Marked } from '../../../ui/staff/Marked.tsx';
import { notice } from '../../../ui/staff/notice.tsx';
import { Empty, Failed, Page, Waiting } from '../../../ui/staff/Page.tsx';
import { useWords } from '../../../ui/staff/words.tsx';
import type { MatterRow } from '../desk.contract.ts';
import { useChannelName, useParty } from './cells.ts';
import './desk.css';
import { mattersQuery } from './desk-data.ts';
import { DESK_PAGE_TEXTS } from './desk-page.texts.ts';
import { FINDS_TEXTS } from './finds.texts.ts';
import { LIST_TEXTS } from './list.texts.ts';
import { useListKeys } from './list-keys.ts';
import { More } from './More.tsx';
import { FOUND_PHASES, type MattersSearch, readMattersSearch } from './matters-search.ts';
import { Folded, Narrow } from './Narrow.tsx';
import { useBodyNames, useCategoryNames, usePlaceNames } from './names.ts';
import { keepWalk } from './walk.ts';

/** All matters within the scope of the post, or those that hold the words sought, newest first. */
export function MattersPage(): ReactNode {
  const search = readMattersSearch(useSearch({ strict: false }));
  return <Finds key={search.q ?? ''} search={search} />;
}

function Finds({ search }: { readonly search: MattersSearch }): ReactNode {
  const w = useWords(FINDS_TEXTS);
  const l = useWords(LIST_TEXTS);
  const navigate = useNavigate();
  const list = useInfiniteQuery(mattersQuery(search));
  const rows = list.data?.pages.flatMap((page) => page.rows) ?? [];
  const words = useMatterWords(rows);
  const [picked, setPicked] = useState<string>();
  const open = (matter: string): void => void navigate({ to: '/matter/$matter', params: { matter } });
  const ref = useListKeys<HTMLUListElement>({
    keys: rows.map((row) => row.matter),
    current: picked,
    pick: setPicked,
    open,
  });
  const narrow = (change: Record<string, unknown>): void =>
    void navigate({ to: '/matters', search: readMattersSearch({ ...search, ...change }), replace: true });
  const title = search.q === undefined ? w.title : w.found(search.q);

  function save(): void {
    saveCsv(`${title} ${today()}`, [
      [l.number, l.title, l.who, l.place, l.category, l.channel, l.received, w.phase, w.heldBy],
      ...rows.map((row) => {
        const c = words(row);
        return [row.matter, c.title, c.who, c.place, c.category, c.channel, row.receivedOn, c.phase, c.holder];
      }),
    ]);
    notice(l.exported(rows.length));
  }

  return (
    <Page title={title} className="finds-page" scrolls={false}>
      <header className="desk-head">
        <div className="head">
          <h1>{title}</h1>
          {search.q === undefined && <span className="s q">{w.newest}</span>}
        </div>
        <div className="filt">
          <Folded label={l.narrow} set={Object.keys(search).some((name) => name !== 'q')}>
            <FilterSelect
              label={w.phase}
              value={search.phase}
              change={(phase) => narrow({ phase })}
              choices={FOUND_PHASES.map((one) => ({ value: one, label: w[one] }))}
            />
            <Narrow value={search} change={narrow} />
            <FilterSelect
              label={w.origin}
              value={search.origin}
              change={(origin) => narrow({ origin })}
              choices={(['here', 'imported'] as const).map((one) => ({ value: one, label: w[one] }))}
            />
            <DayField label={w.from} value={search.from} change={(from) => narrow({ from })} />
            <DayField label={w.to} value={search.to} change={(to) => narrow({ to })} />
          </Folded>
          <span className="grow" />
          <button type="button" className="bare link s q" onClick={save}>
            {l.export}
          </button>
        </div>
      </header>
      <div className="scroll" data-scroll-restoration-id="matters">
        {list.isPending ? (
          <Waiting lines={12} />
        ) : list.isError && list.data === undefined ? (
          <Failed error={list.error} retry={() => void list.refetch()} />
        ) : rows.length === 0 ? (
          <Empty title={search.q === undefined ? w.noMatters : w.noneFound(search.q)}>
            <p>{search.q === undefined ? w.noMattersWhy : w.howToFind}</p>
          </Empty>
        ) : (
          <>
            <ul className="finds" ref={ref} aria-label={title}>
              {rows.map((row) => (
                <Find
                  key={row.matter}
                  row={row}
                  words={words(row)}
                  current={row.matter === picked}
                  follow={() => keepWalk(rows.map((one) => ({ kind: 'matter', item: one.matter })))}
                />
              ))}
            </ul>
            <More
              has={list.hasNextPage}
              busy={list.isFetchingNextPage}
              fetch={() => void list.fetchNextPage({ cancelRefetch: false })}
            />
          </>
        )}
      </div>
    </Page>
  );
}

interface MatterWords {
  readonly title: string;
  readonly who: string;
  readonly place: string;
  readonly category: string;
  readonly channel: string;
  readonly phase: string;
  readonly holder: string;
}

function useMatterWords(rows: readonly MatterRow[]): (row: MatterRow) => MatterWords {
  const w = useWords(FINDS_TEXTS);
  const d = useWords(DESK_PAGE_TEXTS);
  const party = useParty();
  const channel = useChannelName();
  const place = usePlaceNames(rows.map((row) => row.division));
  const category = useCategoryNames();
  const body = useBodyNames();
  return (row) => {
    const phase = FOUND_PHASES.find((one) => one === row.phase);
    return {
      title: row.title ?? d.erased,
      who: party(row),
      place: place(row.division),
      category: category(row.category),
      channel: channel(row.channel),
      phase: phase === undefined ? '' : w[phase],
      holder: body(row.holder),
    };
  };
}

function Find({
  row,
  words,
  current,
  follow,
}: {
  readonly row: MatterRow;
  readonly words: MatterWords;
  readonly current: boolean;
  readonly follow: () => void;
}): ReactNode {
  const w = useWords(FINDS_TEXTS);
  const d = useWords(DESK_PAGE_TEXTS);
  const dates = useDates();
  // Found in the title itself: it is marked there, not said twice.
  const inTitle = row.snippet?.text === row.title ? row.snippet : undefined;
  const about = [row.matter, words.who, words.place, words.category, words.channel].filter(Boolean).join(' · ');
  return (
    <li className="find-row" aria-current={current ? 'true' : undefined}>
      <Link
        to="/matter/$matter"
        params={{ matter: row.matter }}
        preload={false}
        className="plain title cut"
        data-row={row.matter}
        onClick={follow}
      >
        {inTitle ? <Marked {...inTitle} /> : words.title}
      </Link>
      {row.snippet !== undefined && inTitle === undefined && row.snippet.ranges.length > 0 && (
        <p className="about">
          <Marked {...row.snippet} />
        </p>
      )}
      <p className="about cut">
        {about} · {d.received(dates.short(row.receivedOn))}
      </p>
      <p className="state">
        <span>{words.phase}</span>{' '}
        <span>{row.answeredOn === null ? words.holder : w.answeredOn(dates.short(row.answeredOn))}</span>
      </p>
    </li>
  );
}
