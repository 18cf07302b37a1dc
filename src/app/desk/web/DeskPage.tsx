import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { saveCsv } from '../../../ui/staff/csv.ts';
import { today } from '../../../ui/staff/dates.ts';
import { useKeys } from '../../../ui/staff/keys.ts';
import { useMedia } from '../../../ui/staff/media.ts';
import { notice } from '../../../ui/staff/notice.tsx';
import { Empty, Failed, Page, Waiting } from '../../../ui/staff/Page.tsx';
import { useLanguage, useSay, useWords } from '../../../ui/staff/words.tsx';
import type { DeskRow } from '../desk.contract.ts';
import { DUTY_LABELS } from '../desk.texts.ts';
import { useCells } from './cells.ts';
import { fitColumns } from './columns.rules.ts';
import { useColumns, useRoom } from './columns.ts';
import { DeskHead } from './DeskHead.tsx';
import { DeskTable } from './DeskTable.tsx';
import { DutyRail } from './DutyRail.tsx';
import { deskCountsQuery, deskQuery } from './desk-data.ts';
import { DESK_PAGE_TEXTS, DUTY_LESSONS } from './desk-page.texts.ts';
import { type DeskSearch, readDeskSearch } from './desk-search.ts';
import { rowKey } from './steady.rules.ts';
import './desk.css';
import { LIST_TEXTS } from './list.texts.ts';
import { useListKeys } from './list-keys.ts';
import { More } from './More.tsx';
import { Preview } from './Preview.tsx';
import { useSteadyRows } from './steady.ts';
import { keepWalk } from './walk.ts';

/** The row last opened from here, so that coming back finds the place again. */
let lastOpened: string | undefined;

/** The desk: the duties of the post, one list of them, first due first, and a look at the one picked. */
export function DeskPage(): ReactNode {
  const search = readDeskSearch(useSearch({ strict: false }));
  const narrowed = JSON.stringify(search);
  return <OneList key={narrowed} search={search} />;
}

function OneList({ search }: { readonly search: DeskSearch }): ReactNode {
  const l = useWords(LIST_TEXTS);
  const navigate = useNavigate();
  const beside = useMedia('(min-width: 1280px)');
  const list = useInfiniteQuery(deskQuery(search));
  const pages = list.data?.pages;
  const fresh = useFlat(pages);
  const steady = useSteadyRows(fresh, String(pages?.length ?? 0), !list.hasNextPage);
  const rows = steady.rows.map((one) => one.row);
  const cells = useCells(rows);
  const columns = useColumns();
  const { language } = useLanguage();
  const { ref: pane, room } = useRoom<HTMLDivElement>();
  const cards = useMedia('(max-width: 760px)');
  const [picked, setPicked] = useState(lastOpened);
  const current = rows.find((row) => rowKey(row) === picked);
  const title = useListTitle(search);
  const counts = useQuery(deskCountsQuery).data;

  function open(row: DeskRow): void {
    lastOpened = rowKey(row);
    keepWalk(rows.map(({ kind, item }) => ({ kind, item })));
    void (row.kind === 'matter'
      ? navigate({ to: '/matter/$matter', params: { matter: row.item } })
      : navigate({ to: '/submission/$number', params: { number: row.item } }));
  }
  const openKey = (key: string): void => {
    const row = rows.find((one) => rowKey(one) === key);
    if (row !== undefined) open(row);
  };
  const narrow = (change: Record<string, unknown>): void =>
    void navigate({ to: '/', search: readDeskSearch({ ...search, ...change }), replace: true });
  function save(): void {
    saveCsv(`${title} ${today()}`, [
      [l.number, l.title, l.who, l.place, l.category, l.channel, l.received, l.duty, l.due, l.days, l.hands],
      ...rows.map((row) => {
        const c = cells(row);
        return [
          c.number,
          c.title,
          c.who,
          c.place,
          c.category,
          c.channel,
          c.received,
          c.duty,
          row.due,
          row.daysLeft,
          c.hands,
        ];
      }),
    ]);
    notice(l.exported(rows.length));
  }

  const body = useListKeys<HTMLTableSectionElement>({
    keys: rows.map(rowKey),
    current: picked,
    pick: setPicked,
    open: openKey,
  });
  useKeys([
    { key: 'u', label: DESK_PAGE_TEXTS.updateKey, run: steady.adopt },
    {
      key: 'm',
      label: DESK_PAGE_TEXTS.mineKey,
      run: () => narrow({ mine: search.mine ? undefined : true }),
      quiet: true,
    },
  ]);

  return (
    <Page title={title} className="desk" scrolls={false}>
      <DutyRail search={search} />
      <section className="list" aria-label={title}>
        <DeskHead
          title={title}
          count={countOf(search, counts)}
          search={search}
          narrow={narrow}
          changes={steady.changes}
          update={steady.adopt}
          updatedAt={list.dataUpdatedAt}
          columns={columns.shown}
          toggle={columns.toggle}
          save={save}
        />
        <div className="scroll" ref={pane} data-scroll-restoration-id="desk-list">
          {list.isPending ? (
            <Waiting lines={14} />
          ) : list.isError && pages === undefined ? (
            <Failed error={list.error} retry={() => void list.refetch()} />
          ) : rows.length === 0 ? (
            <NothingHere search={search} title={title} />
          ) : (
            <>
              <DeskTable
                rows={steady.rows}
                cells={cells}
                columns={cards ? columns.shown : fitColumns(columns.shown, room, language)}
                current={picked}
                pick={(row) => (beside ? setPicked(rowKey(row)) : open(row))}
                body={body}
                caption={title}
              />
              <More
                has={list.hasNextPage}
                busy={list.isFetchingNextPage}
                fetch={() => void list.fetchNextPage({ cancelRefetch: false })}
              />
            </>
          )}
        </div>
      </section>
      {beside && <Preview row={current} open={open} />}
    </Page>
  );
}

type Pages = readonly { readonly rows: readonly DeskRow[] }[];

/** The rows of all pages, the same array as long as nothing was fetched. A row that moved between two pages counts once. */
function useFlat(pages: Pages | undefined): readonly DeskRow[] | undefined {
  const [flat, setFlat] = useState<{ of: Pages | undefined; rows: readonly DeskRow[] | undefined }>();
  if (flat !== undefined && flat.of === pages) return flat.rows;
  const once = new Map(pages?.flatMap((page) => page.rows.map((row) => [rowKey(row), row] as const)));
  const next = { of: pages, rows: pages === undefined ? undefined : [...once.values()] };
  setFlat(next);
  return next.rows;
}

function useListTitle({ duty, late, soon }: DeskSearch): string {
  const say = useSay();
  const w = useWords(DESK_PAGE_TEXTS);
  if (duty !== undefined) return say(DUTY_LABELS[duty]);
  return late ? w.late : soon ? w.soon : w.everything;
}

/** The counter of the list, where the list is not narrowed in a way that no counter counts. */
function countOf(
  search: DeskSearch,
  counts:
    | {
        duties: readonly { duty: string; count: number }[];
        late: { count: number; more: boolean };
        soon: { count: number; more: boolean };
      }
    | undefined,
): string {
  const { duty, late, soon, ...rest } = search;
  if (counts === undefined || Object.keys(rest).length > 0) return '';
  if (duty !== undefined)
    return late || soon ? '' : String(counts.duties.find((one) => one.duty === duty)?.count ?? '');
  const one = late ? counts.late : soon ? counts.soon : undefined;
  return one === undefined ? '' : `${one.count}${one.more ? '+' : ''}`;
}

function NothingHere({ search, title }: { readonly search: DeskSearch; readonly title: string }): ReactNode {
  const w = useWords(DESK_PAGE_TEXTS);
  const l = useWords(LIST_TEXTS);
  const say = useSay();
  const { duty, late, soon, ...rest } = search;
  const plain: DeskSearch = { ...(duty ? { duty } : {}), ...(late ? { late } : {}), ...(soon ? { soon } : {}) };
  const lesson = duty !== undefined ? say(DUTY_LESSONS[duty]) : late ? w.noneLate : soon ? w.noneSoon : w.noneAll;
  const filtered = Object.keys(rest).length > 0;
  return (
    <Empty title={filtered ? l.none : w.noneTitle(title)}>
      <p>{filtered ? w.noneNarrowed : lesson}</p>
      {filtered && (
        <p>
          <Link to="/" search={plain} className="do">
            {l.clear}
          </Link>
        </p>
      )}
    </Empty>
  );
}
