import type { ReactNode } from 'react';
import { WideTable } from '../../../ui/staff/WideTable.tsx';
import { useWords } from '../../../ui/staff/words.tsx';
import type { FiguresAnswer } from '../figures.contract.ts';
import { FIGURES_PAGE_TEXTS } from './figures-page.texts.ts';

const days = (value: number | null): string => (value === null ? '—' : value.toFixed(1));
const percent = (value: number | null): string => (value === null ? '—' : `${value.toFixed(1)}%`);

/** How long earlier ledgers took to answer. They are counted in days only: no breach is asserted of them. */
export function ImportedTable({ imported }: { readonly imported: FiguresAnswer['imported'] }): ReactNode {
  const w = useWords(FIGURES_PAGE_TEXTS);
  return (
    <div>
      <WideTable label={w.imported}>
        <table className="by-body">
          <caption>{w.imported}</caption>
          <thead>
            <tr>
              <th scope="col">{w.source}</th>
              <th scope="col" className="n">
                {w.stored}
              </th>
              <th scope="col" className="n">
                {w.answered}
              </th>
              <th scope="col" className="n">
                {w.median}
              </th>
              <th scope="col" className="n">
                {w.mean}
              </th>
              <th scope="col" className="n">
                {w.within(15)}
              </th>
              <th scope="col" className="n">
                {w.within(60)}
              </th>
            </tr>
          </thead>
          <tbody>
            {imported.map((one) => (
              <tr key={one.source}>
                <th scope="row">{one.source}</th>
                <td className="n">{one.stored}</td>
                <td className="n">{one.answered}</td>
                <td className="n">{days(one.daysToAnswer.p50)}</td>
                <td className="n">{days(one.daysToAnswer.mean)}</td>
                <td className="n">{percent(one.answeredWithinShare.d15)}</td>
                <td className="n">{percent(one.answeredWithinShare.d60)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </WideTable>
      <p className="hint">{w.importedWhy}</p>
    </div>
  );
}
