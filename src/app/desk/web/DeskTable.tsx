import { Link } from '@tanstack/react-router';
import type { ReactNode, RefObject } from 'react';
import { Clock } from '../../../ui/staff/Clock.tsx';
import { useDates } from '../../../ui/staff/dates.ts';
import { useLanguage, useWords } from '../../../ui/staff/words.tsx';
import type { DeskRow } from '../desk.contract.ts';
import type { Cells } from './cells.ts';
import { type Column, columnWidth } from './columns.rules.ts';
import { DESK_PAGE_TEXTS } from './desk-page.texts.ts';
import { LIST_TEXTS } from './list.texts.ts';
import type { SteadyRow } from './steady.rules.ts';
import { rowKey } from './steady.rules.ts';

/** A working list. Clicking a row picks it where there is a preview, and opens it where there is none. */
export function DeskTable(props: {
  readonly rows: readonly SteadyRow[];
  readonly cells: (row: DeskRow) => Cells;
  readonly columns: readonly Column[];
  readonly current: string | undefined;
  readonly pick: (row: DeskRow) => void;
  readonly body: RefObject<HTMLTableSectionElement | null>;
  readonly caption: string;
}): ReactNode {
  const w = useWords(DESK_PAGE_TEXTS);
  const l = useWords(LIST_TEXTS);
  const { language } = useLanguage();
  return (
    <table className="list-table desk-table">
      <caption className="gone">{props.caption}</caption>
      <colgroup>
        {props.columns.map((column) => (
          <col key={column} width={columnWidth(column, language)} />
        ))}
      </colgroup>
      <thead>
        <tr>
          {props.columns.map((column) => (
            <th key={column} scope="col" aria-sort={column === 'clock' ? 'ascending' : undefined}>
              {column === 'clock' ? (
                <>
                  <b>{l.clock} ↑</b> {w.sorted}
                </>
              ) : (
                l[column]
              )}
            </th>
          ))}
        </tr>
      </thead>
      <tbody ref={props.body}>
        {props.rows.map(({ row, left }) => (
          <tr
            key={rowKey(row)}
            aria-current={props.current === rowKey(row) ? 'true' : undefined}
            className={left ? 'left' : undefined}
            onClick={(event) => {
              if (event.target instanceof Element && event.target.closest('a') === null) props.pick(row);
            }}
          >
            {props.columns.map((column) => (
              <Cell key={column} column={column} row={row} cells={props.cells(row)} left={left} />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Cell({
  column,
  row,
  cells,
  left,
}: {
  readonly column: Column;
  readonly row: DeskRow;
  readonly cells: Cells;
  readonly left: boolean;
}): ReactNode {
  const w = useWords(DESK_PAGE_TEXTS);
  const l = useWords(LIST_TEXTS);
  const dates = useDates();
  switch (column) {
    case 'number':
      return (
        <td className="c-number s">
          <CaseLink row={row} label={`${row.item} ${cells.title}`}>
            <span className="f">{row.item.slice(0, 7)}</span>
            {row.item.slice(7)}
          </CaseLink>
        </td>
      );
    case 'title':
      return (
        <td className="c-title rq" title={cells.title}>
          {left && <span className="tag">{w.left}</span>} {cells.title}
        </td>
      );
    case 'clock':
      return (
        <td className="c-clock">
          <Clock due={row.due} startedOn={row.startedOn} level={row.level} daysLeft={row.daysLeft} />
        </td>
      );
    case 'received':
      return <td className="c-received s">{dates.short(row.receivedOn)}</td>;
    case 'hands':
      return <td className="c-hands s">{cells.hands === '' ? <span className="f">{l.unnamed}</span> : cells.hands}</td>;
    case 'who':
      return <td className="c-who">{cells.who}</td>;
    default:
      return (
        <td className={`c-${column} s`} title={cells[column]}>
          {cells[column]}
        </td>
      );
  }
}

/** To the page of the case a row stands for. */
function CaseLink({
  row,
  label,
  children,
}: {
  readonly row: DeskRow;
  readonly label: string;
  readonly children: ReactNode;
}): ReactNode {
  const shared = {
    className: 'plain',
    title: row.item,
    'aria-label': label,
    'data-row': rowKey(row),
    preload: false,
  } as const;
  return row.kind === 'matter' ? (
    <Link to="/matter/$matter" params={{ matter: row.item }} {...shared}>
      {children}
    </Link>
  ) : (
    <Link to="/submission/$number" params={{ number: row.item }} {...shared}>
      {children}
    </Link>
  );
}
