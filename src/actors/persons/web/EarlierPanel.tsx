import { type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { Failed, Waiting } from '../../../ui/staff/Page.tsx';
import { useWords } from '../../../ui/staff/words.tsx';
import type { EarlierAnswer } from '../persons.contract.ts';
import { EarlierOne } from './EarlierOne.tsx';
import { mayCompare, namesIn, type Open, useEarlier } from './earlier.ts';
import { EARLIER_PANEL_TEXTS } from './earlier-panel.texts.ts';
import './persons.css';

/** Shown at once; older ones when asked for, so that the form beside stays in sight. */
const FIRST = 3;

/**
 * Earlier submissions of whoever is in the open one, with the passages that say the same; what an officer says is the same
 * matter gives the five scopes of 初次. `otherwise` stands where nobody can be compared. With `asked`, nobody is looked up
 * before the officer asks: for those who only read.
 */
export function EarlierPanel({
  open,
  otherwise,
  asked = false,
  onSame,
}: {
  readonly open: Open;
  readonly otherwise?: ReactNode;
  readonly asked?: boolean;
  /** Told which matter an officer says is the same, and when nothing is any more. */
  readonly onSame?: (matter: string | undefined) => void;
}): ReactNode {
  const w = useWords(EARLIER_PANEL_TEXTS);
  const heading = useId();
  const names = namesIn(open);
  const [chosen, setChosen] = useState<{ readonly of: string; readonly matter: string | undefined }>();
  const same = chosen?.of === names ? chosen.matter : undefined;
  /* Of other people than those typed now nothing is the same any more. */
  useEffect(() => onSame?.(same), [onSame, same]);
  const section = useRef<HTMLElement>(null);
  const [isAsked, setAsked] = useState(!asked);
  const read = useEarlier(open, { same, ask: isAsked });
  const may = mayCompare(open);
  const compared = may && read.data?.compared !== false;
  const earlier = compared ? (read.data?.earlier ?? []) : [];
  const rows = (some: EarlierAnswer['earlier']): ReactNode => (
    <ul>
      {some.map((one) => (
        <EarlierOne
          key={one.number}
          one={one}
          same={same}
          flags={read.data?.flags}
          choose={(matter) => setChosen({ of: names, matter })}
        />
      ))}
    </ul>
  );

  function ask(): void {
    setAsked(true);
    /* The button goes; whoever pressed it stays where they were. */
    section.current?.focus();
  }

  return (
    <section className="ep" ref={section} tabIndex={-1} aria-labelledby={heading}>
      <h2 className="ep-head" id={heading}>
        {w.title} <span className="art">{w.logged}</span>
      </h2>
      {!isAsked && (
        <button type="button" className="ep-same" onClick={ask}>
          {w.ask}
        </button>
      )}
      {compared && read.isError && <Failed error={read.error} retry={() => void read.refetch()} />}
      {compared && read.isLoading && <Waiting lines={2} />}
      <div role="status">
        {!compared && <p className="hint">{may ? w.cannot : w.tooLittle}</p>}
        {compared && read.isSuccess && earlier.length === 0 && <p className="hint">{w.none}</p>}
      </div>
      {!compared && otherwise}
      {earlier.length > 0 && (
        <>
          {rows(earlier.slice(0, FIRST))}
          {earlier.length > FIRST && (
            <details className="fold">
              <summary>{w.older}</summary>
              {rows(earlier.slice(FIRST))}
            </details>
          )}
          <p className="hint">{w.decides}</p>
          {earlier.some((one) => !one.within) && <p className="hint">{w.outside}</p>}
        </>
      )}
    </section>
  );
}
