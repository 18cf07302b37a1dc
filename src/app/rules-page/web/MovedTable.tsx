import type { ReactNode } from 'react';
import type { Sentence } from '../../../platform/http/route.contract.ts';
import { useDates } from '../../../ui/staff/dates.ts';
import { WideTable } from '../../../ui/staff/WideTable.tsx';
import { useSay, useWords } from '../../../ui/staff/words.tsx';
import { RECOUNT_TEXTS } from './rules-page.texts.ts';

interface Side {
  readonly due?: string | undefined;
  readonly pack?: string | undefined;
}

export interface MovedLine {
  readonly stream: string;
  readonly clock: string;
  readonly label?: Sentence | undefined;
  readonly before: Side;
  readonly after: Side;
  readonly applied?: boolean | undefined;
}

/** Every open clock before and after. Numbers only: the administrator sees no case. */
export function MovedTable({
  label,
  rows,
}: {
  readonly label: string;
  readonly rows: readonly MovedLine[];
}): ReactNode {
  const w = useWords(RECOUNT_TEXTS);
  const say = useSay();
  return (
    <WideTable label={label}>
      <table className="list-table adm-moved">
        <caption className="gone">{label}</caption>
        <thead>
          <tr>
            <th scope="col">{w.number}</th>
            <th scope="col">{w.clock}</th>
            <th scope="col">{w.before}</th>
            <th scope="col">{w.after}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={`${row.stream} ${row.clock}`}>
              <td className="s">{row.stream}</td>
              <td>{row.label === undefined ? w.keepsNew : say(row.label)}</td>
              <td className="s">{row.before.due === undefined ? row.before.pack : <Day day={row.before.due} />}</td>
              <td className="s">
                <After row={row} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </WideTable>
  );
}

function After({ row }: { readonly row: MovedLine }): ReactNode {
  const w = useWords(RECOUNT_TEXTS);
  if (row.applied === false) return <span className="f">{w.nothingLeft}</span>;
  if (row.after.due === undefined) return row.after.pack;
  if (row.after.due === row.before.due) return <span className="f">{w.becameSure}</span>;
  return (
    <b>
      <Day day={row.after.due} />
    </b>
  );
}

function Day({ day }: { readonly day: string }): ReactNode {
  return useDates().full(day);
}
