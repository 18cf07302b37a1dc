import { useInfiniteQuery } from '@tanstack/react-query';
import { Link, useParams, useSearch } from '@tanstack/react-router';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useMay } from '../../../actors/accounts/web/session.tsx';
import { saveCsv } from '../../../ui/staff/csv.ts';
import { today, useDates } from '../../../ui/staff/dates.ts';
import { notice } from '../../../ui/staff/notice.tsx';
import { Empty, Failed, Page, Waiting } from '../../../ui/staff/Page.tsx';
import { WideTable } from '../../../ui/staff/WideTable.tsx';
import { useSay, useWords } from '../../../ui/staff/words.tsx';
import type { FigureRow } from '../figures.contract.ts';
import { INDICATORS, PART_NAMES } from '../figures.rules.ts';
import './figures.css';
import { figureListQuery, findListed, type Listed } from './figures-data.ts';
import { FIGURES_PAGE_TEXTS } from './figures-page.texts.ts';
import { type FigureListSearch, readFigureListSearch, readFiguresSearch } from './figures-search.ts';
import { usualPeriods } from './period.rules.ts';

/** Number of a matter; a submission's has one part less. */
const MATTER = /^\d{6}-\d{4}-\d{6,9}-\d{1,3}$/;

/** The cases behind a number: the same rows it was counted from. */
export function FigureListPage(): ReactNode {
  const w = useWords(FIGURES_PAGE_TEXTS);
  const { indicator } = useParams({ strict: false });
  const search = readFigureListSearch(useSearch({ strict: false }));
  const listed = findListed(indicator);
  if (listed === undefined) {
    return (
      <Page title={w.title}>
        <Empty whole title={w.noSuchFigure}>
          <p>
            <Link to="/figures" className="do">
              {w.back}
            </Link>
          </p>
        </Empty>
      </Page>
    );
  }
  return <List listed={listed} search={search} />;
}

function List({ listed, search }: { readonly listed: Listed; readonly search: FigureListSearch }): ReactNode {
  const w = useWords(FIGURES_PAGE_TEXTS);
  const say = useSay();
  const dates = useDates();
  const { from, to } = { ...usualPeriods(today()).thisMonth, ...search };
  const list = useInfiniteQuery(figureListQuery(listed, { from, to }, search));
  const rows = list.data?.pages.flatMap((page) => page.rows) ?? [];
  const name = listed === 'received' ? w.received : say(INDICATORS[listed].name);
  const title = w.listOf(name);
  function save(): void {
    saveCsv(`${name} ${from} ${to}`, [
      [w.number, w.request, w.part, w.body, w.due, w.day],
      ...rows.map((row) => [row.number, row.title, say(PART_NAMES[row.part]), say(row.bodyName), row.due, row.ended]),
    ]);
    notice(w.exportedRows(rows.length));
  }
  return (
    <Page title={title} className="figures">
      <header className="figures-head">
        <div>
          <Link to="/figures" search={readFiguresSearch({ from, to, body: search.body })} className="s q">
            {w.back}
          </Link>
          <h1>{title}</h1>
          <p className="s q">
            {dates.full(from)} {w.to} {dates.full(to)}
            {search.part !== undefined && ` · ${w.part}${partName(search.part, w, say)}`}
          </p>
        </div>
        <span className="grow" />
        <button type="button" className="bare link s q" onClick={save}>
          {w.export}
        </button>
      </header>
      {list.isPending ? (
        <Waiting />
      ) : list.isError && list.data === undefined ? (
        <Failed error={list.error} retry={() => void list.refetch()} />
      ) : rows.length === 0 ? (
        <Empty title={w.emptyList}>
          <p>{w.emptyListWhy}</p>
        </Empty>
      ) : (
        <>
          <WideTable label={title}>
            <table className="list-table behind">
              <caption className="gone">{title}</caption>
              <colgroup>
                <col width={180} />
                <col />
                <col width={120} />
                <col width={200} />
                <col width={100} />
                <col width={100} />
              </colgroup>
              <thead>
                <tr>
                  <th scope="col">{w.number}</th>
                  <th scope="col">{w.request}</th>
                  <th scope="col">{w.part}</th>
                  <th scope="col">{w.body}</th>
                  <th scope="col">{w.due}</th>
                  <th scope="col">{w.day}</th>
                </tr>
              </thead>
              <tbody>
                {rows.map((row) => (
                  <Line key={`${row.number}${row.part}${row.body}${row.due}`} row={row} />
                ))}
              </tbody>
            </table>
          </WideTable>
          <p className="more-rows">
            {list.hasNextPage ? (
              <Button size="small" loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
                {w.more}
              </Button>
            ) : (
              <span className="s f">{w.allRows(rows.length)}</span>
            )}
          </p>
        </>
      )}
    </Page>
  );
}

function Line({ row }: { readonly row: FigureRow }): ReactNode {
  const w = useWords(FIGURES_PAGE_TEXTS);
  const say = useSay();
  const dates = useDates();
  // An analyst counts cases and may not read them.
  const mayRead = useMay()('cases');
  return (
    <tr>
      <td>
        {!mayRead ? (
          row.number
        ) : MATTER.test(row.number) ? (
          <Link to="/matter/$matter" params={{ matter: row.number }} className="plain" preload={false}>
            {row.number}
          </Link>
        ) : (
          <Link to="/submission/$number" params={{ number: row.number }} className="plain" preload={false}>
            {row.number}
          </Link>
        )}
      </td>
      <td title={row.title ?? w.erased}>{row.title ?? w.erased}</td>
      <td className="s">{say(PART_NAMES[row.part])}</td>
      <td className="s">{say(row.bodyName)}</td>
      <td className="s">{row.due === null ? '' : dates.short(row.due)}</td>
      <td className="s">{row.ended === null ? '' : dates.short(row.ended)}</td>
    </tr>
  );
}

function partName(
  part: NonNullable<FigureListSearch['part']>,
  w: { readonly numerator: string; readonly denominator: string },
  say: ReturnType<typeof useSay>,
): string {
  return part === 'numerator' || part === 'denominator' ? w[part] : say(PART_NAMES[part]);
}
