import type { ReactNode } from 'react';
import { useSay, useWords } from '../../../ui/staff/words.tsx';
import type { Packs } from './rules-data.ts';
import { RULES_TEXTS } from './rules-page.texts.ts';

/** Every value that holds where no local or sector rule says otherwise, each with its article or as ours. */
export function NationalTable({ national }: { readonly national: Packs['national'] }): ReactNode {
  const w = useWords(RULES_TEXTS);
  const say = useSay();
  return (
    <section aria-label={w.national}>
      <h2>{w.national}</h2>
      <p className="s q">{w.nationalWhy}</p>
      <table className="list-table">
        <caption className="gone">{w.national}</caption>
        <thead>
          <tr>
            <th scope="col">{w.value}</th>
            <th scope="col">{w.law}</th>
            <th scope="col">{w.ground}</th>
            <th scope="col">{w.may}</th>
          </tr>
        </thead>
        <tbody>
          {national.clocks.map((clock) => (
            <tr key={clock.field}>
              <td>{say(clock.label)}</td>
              <td>
                {clock.n} {w[clock.unit]}
              </td>
              <td className="s">{clock.ours ? <span title={w.oursWhy}>{w.ours}</span> : say(clock.article)}</td>
              <td className="s q">{w[clock.limit]}</td>
            </tr>
          ))}
          {national.settings.map((setting) => (
            <tr key={setting.field}>
              <td>{say(setting.label)}</td>
              <td>{typeof setting.value === 'boolean' ? (setting.value ? w.yes : w.no) : setting.value}</td>
              <td className="s">{setting.ours ? <span title={w.oursWhy}>{w.ours}</span> : say(setting.article)}</td>
              <td className="s q">
                {setting.min === undefined || setting.max === undefined
                  ? w.open
                  : setting.min === setting.max
                    ? w.exact
                    : `${setting.min}–${setting.max}`}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
