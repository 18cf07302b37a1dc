import type { ReactNode } from 'react';
import { useSay, useWords } from '../../../ui/staff/words.tsx';
import type { DraftCheck } from '../draft-checks.rules.ts';
import './draft.css';
import { REPLY_FORM_TEXTS } from './reply-forms.texts.ts';

/** What is missing first, each leading to its place; what holds, beneath. */
export function DraftChecks({ checks }: { readonly checks: readonly DraftCheck[] }): ReactNode {
  const w = useWords(REPLY_FORM_TEXTS);
  const say = useSay();
  const rank = (check: DraftCheck): number => (check.holds ? 2 : check.weight === 'must' ? 0 : 1);
  const sorted = checks.toSorted((a, b) => rank(a) - rank(b));
  return (
    <>
      <h2>
        {w.checks} <span className="art">{w.checksSub}</span>
      </h2>
      <ul className="checks">
        {sorted.map((check) => {
          const kind = check.holds ? 'holds' : check.weight === 'must' ? 'lacks' : 'ought';
          return (
            <li key={check.said.zh} className={kind}>
              <span className="check-mark">{w[kind]}</span>
              <span>
                {say(check.said)}{' '}
                {!check.holds && check.field !== undefined && check.field !== 'items' && (
                  <a href={`#${check.field}`} onClick={(event) => leadTo(event, check.field ?? '')}>
                    {kind === 'lacks' ? w.goTo : w.lookAt}
                  </a>
                )}
              </span>
            </li>
          );
        })}
      </ul>
    </>
  );
}

function leadTo(event: { preventDefault: () => void }, field: string): void {
  event.preventDefault();
  const control = document.getElementById(field);
  control?.scrollIntoView({ block: 'center' });
  control?.focus({ preventScroll: true });
}
