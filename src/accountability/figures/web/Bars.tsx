import type { CSSProperties, ReactNode } from 'react';
import { useSay, useWords } from '../../../ui/staff/words.tsx';
import type { FiguresAnswer } from '../figures.contract.ts';
import { share } from '../figures.rules.ts';
import { FIGURES_PAGE_TEXTS } from './figures-page.texts.ts';
import { ListLink } from './ListLink.tsx';

/** Counts as a table with a bar a line, in ink: colours belong to clocks. Every count opens its list. */
export function Bars({
  title,
  bars,
}: {
  readonly title: string;
  readonly bars: FiguresAnswer['received']['byChannel'];
}): ReactNode {
  const w = useWords(FIGURES_PAGE_TEXTS);
  const say = useSay();
  const total = bars.reduce((sum, one) => sum + one.count, 0);
  const most = Math.max(1, ...bars.map((one) => one.count));
  return (
    <table className="bars">
      <caption>{title}</caption>
      <thead className="gone">
        <tr>
          <th scope="col">{title}</th>
          <th scope="col">{w.count}</th>
          <th scope="col">{w.share}</th>
        </tr>
      </thead>
      <tbody>
        {bars.map((one) => (
          <tr key={one.key}>
            <th scope="row">{say(one.name)}</th>
            <td className="n">
              <ListLink list={one.list} label={w.countOf(say(one.name), one.count)}>
                {one.count}
              </ListLink>
            </td>
            <td className="draw">
              <i style={{ '--w': one.count / most } as CSSProperties} />
              <span className="f s">{total === 0 ? w.nothing : `${(share(one.count, total) ?? 0).toFixed(1)}%`}</span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
