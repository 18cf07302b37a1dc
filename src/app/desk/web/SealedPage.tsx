import { useInfiniteQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { OpeningsRecord, OpeningsToDecide } from '../../../alongside/openings/web/Openings.tsx';
import { useDates } from '../../../ui/staff/dates.ts';
import { Empty, Failed, Page, Waiting } from '../../../ui/staff/Page.tsx';
import { useWords } from '../../../ui/staff/words.tsx';
import type { SealedRow } from '../desk.contract.ts';
import './desk.css';
import { sealedQuery } from './desk-data.ts';
import { DESK_PAGE_TEXTS } from './desk-page.texts.ts';
import { FINDS_TEXTS } from './finds.texts.ts';
import { LIST_TEXTS } from './list.texts.ts';
import { useListKeys } from './list-keys.ts';
import { More } from './More.tsx';

const PHASES = ['received', 'registered', 'open', 'answered', 'closed', 'withdrawn'] as const;

/** Reports of wrongdoing, for the one post that keeps them (条例 30). It exports nothing. */
export function SealedPage(): ReactNode {
  const w = useWords(FINDS_TEXTS);
  const l = useWords(LIST_TEXTS);
  const navigate = useNavigate();
  const list = useInfiniteQuery(sealedQuery);
  const rows = list.data?.pages.flatMap((page) => page.rows) ?? [];
  const [picked, setPicked] = useState<string>();
  function open(number: string): void {
    const row = rows.find((one) => one.number === number);
    if (row?.kind === 'matter') void navigate({ to: '/matter/$matter', params: { matter: number } });
    else if (row !== undefined) void navigate({ to: '/submission/$number', params: { number } });
  }
  const body = useListKeys<HTMLTableSectionElement>({
    keys: rows.map((row) => row.number),
    current: picked,
    pick: setPicked,
    open,
  });
  return (
    <Page title={w.sealedTitle} className="finds-page" scrolls={false}>
      <header className="desk-head">
        <div className="head">
          <h1>{w.sealedTitle}</h1>
        </div>
        <p className="filt s q">{w.sealedWhy}</p>
      </header>
      <div className="scroll" data-scroll-restoration-id="sealed">
        <OpeningsToDecide />
        {list.isPending ? (
          <Waiting />
        ) : list.isError && list.data === undefined ? (
          <Failed error={list.error} retry={() => void list.refetch()} />
        ) : rows.length === 0 ? (
          <Empty title={w.sealedNone}>
            <p>{w.sealedNoneWhy}</p>
          </Empty>
        ) : (
          <>
            <table className="list-table desk-table">
              <caption className="gone">{w.sealedTitle}</caption>
              <colgroup>
                <col width={190} />
                <col />
                <col width={100} />
                <col width={110} />
              </colgroup>
              <thead>
                <tr>
                  <th scope="col">{l.number}</th>
                  <th scope="col">{l.title}</th>
                  <th scope="col">{l.received}</th>
                  <th scope="col">{w.state}</th>
                </tr>
              </thead>
              <tbody ref={body}>
                {rows.map((row) => (
                  <SealedLine key={row.number} row={row} current={row.number === picked} />
                ))}
              </tbody>
            </table>
            <More
              has={list.hasNextPage}
              busy={list.isFetchingNextPage}
              fetch={() => void list.fetchNextPage({ cancelRefetch: false })}
            />
          </>
        )}
        <OpeningsRecord />
      </div>
    </Page>
  );
}

function SealedLine({ row, current }: { readonly row: SealedRow; readonly current: boolean }): ReactNode {
  const w = useWords(FINDS_TEXTS);
  const d = useWords(DESK_PAGE_TEXTS);
  const dates = useDates();
  const phase = PHASES.find((one) => one === row.phase);
  const shared = { className: 'plain', 'data-row': row.number, preload: false } as const;
  return (
    <tr aria-current={current ? 'true' : undefined}>
      <td className="c-number">
        {row.kind === 'matter' ? (
          <Link to="/matter/$matter" params={{ matter: row.number }} {...shared}>
            {row.number}
          </Link>
        ) : (
          <Link to="/submission/$number" params={{ number: row.number }} {...shared}>
            {row.number}
          </Link>
        )}
      </td>
      <td className="c-title rq">
        {row.opened ? (row.title ?? d.erased) : <span className="q">{w.sealedClosed}</span>}
      </td>
      <td className="c-received s">{dates.short(row.receivedOn)}</td>
      <td className="c-duty s">{phase === undefined ? row.phase : w[phase]}</td>
    </tr>
  );
}
