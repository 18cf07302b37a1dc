import type { ReactNode } from 'react';
import type { previewPack } from '../../../actors/rulebook/packs.contract.ts';
import type { Received } from '../../../platform/http/route.contract.ts';
import { useDates } from '../../../ui/staff/dates.ts';
import { useSay, useWords } from '../../../ui/staff/words.tsx';
import { ChangesTable } from './ChangesTable.tsx';
import { MovedTable } from './MovedTable.tsx';
import { RULES_TEXTS } from './rules-page.texts.ts';

/** What a layer would change: what speaks against it, its values, and the open dates that would move. */
export function PreviewPanel({
  seen,
  from,
}: {
  readonly seen: Received<typeof previewPack>;
  readonly from: string;
}): ReactNode {
  const w = useWords(RULES_TEXTS);
  const say = useSay();
  const dates = useDates();
  const more = seen.complete ? '' : w.more;
  if (seen.problems.length > 0)
    return (
      <div className="wrong" role="alert">
        <h2>{w.problems}</h2>
        <ul>
          {seen.problems.map((one) => (
            <li key={`${one.field}${one.said.en}`}>
              <a
                href={`#${one.field}`}
                onClick={(event) => {
                  event.preventDefault();
                  document.getElementById(one.field)?.focus();
                }}
              >
                {say(one.said)}
              </a>
              {one.article !== undefined && <span className="art">（{say(one.article)}）</span>}
            </li>
          ))}
        </ul>
      </div>
    );
  return (
    <div className="stack" role="status">
      <h2>{w.previewTitle}</h2>
      <ChangesTable changes={seen.changes} />
      <p>{w.newFrom(dates.full(from))}</p>
      {seen.running === 'keep' ? (
        <p>{w.keeps(seen.open, more)}</p>
      ) : (
        <>
          <p>{w.moves(seen.cases, seen.clocks, more)}</p>
          {seen.spared > 0 && <p className="s q">{w.spared(seen.spared)}</p>}
          {seen.byKind.length > 0 && (
            <p className="s">{seen.byKind.map((one) => `${say(one.label)} ${one.count}`).join(' · ')}</p>
          )}
          {seen.rows.length > 0 && <MovedTable label={w.previewTitle} rows={seen.rows} />}
          {seen.rows.length >= 200 && <p className="s f">{w.first200}</p>}
        </>
      )}
    </div>
  );
}
