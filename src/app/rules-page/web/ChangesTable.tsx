import type { ReactNode } from 'react';
import { useSay, useWords } from '../../../ui/staff/words.tsx';
import type { Layer } from './rules-data.ts';
import { RULES_TEXTS } from './rules-page.texts.ts';

/** Values as a version changes them: old, new, and what each rests on. */
export function ChangesTable({ changes }: { readonly changes: Layer['changes'] }): ReactNode {
  const w = useWords(RULES_TEXTS);
  const say = useSay();
  return (
    <table className="list-table">
      <caption className="gone">{w.changes}</caption>
      <thead>
        <tr>
          <th scope="col">{w.value}</th>
          <th scope="col">{w.before}</th>
          <th scope="col">{w.after}</th>
          <th scope="col">{w.ground}</th>
        </tr>
      </thead>
      <tbody>
        {changes.map((change) => (
          <tr key={change.field}>
            <td>{say(change.label)}</td>
            <td className="s">{say(change.before)}</td>
            <td>{change.before.zh === change.after.zh ? say(change.after) : <b>{say(change.after)}</b>}</td>
            <td className="s">{say(change.article)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
