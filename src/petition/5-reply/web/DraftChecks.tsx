import type { ReactNode } from 'react';
import { useSay, useWords } from '../../../ui/staff/words.tsx';
import type { DraftCheck } from '../draft-checks.rules.ts';
import './draft.css';
import { REPLY_FORM_TEXTS } from './reply-forms.texts.ts';

type Part = 'finding' | 'basis' | 'answer';
const UNWRITTEN = /^items\.(\d+)\.(finding|basis|answer)$/;

/** What is missing first, one line a request, each leading to its place; what holds, beneath. */
export function DraftChecks({ checks }: { readonly checks: readonly DraftCheck[] }): ReactNode {
  const w = useWords(REPLY_FORM_TEXTS);
  const say = useSay();
  const gaps = new Map<number, Part[]>();
  const others: DraftCheck[] = [];
  for (const check of checks) {
    const [, at, part] = UNWRITTEN.exec(check.field ?? '') ?? [];
    if (check.weight === 'must' && !check.holds && at !== undefined && isPart(part)) {
      gaps.set(Number(at), [...(gaps.get(Number(at)) ?? []), part]);
    } else others.push(check);
  }
  const rank = (check: DraftCheck): number => (check.holds ? 2 : check.weight === 'must' ? 0 : 1);
  return (
    <>
      <h2>
        {w.checks} <span className="art">{w.checksSub}</span>
      </h2>
      <ul className="checks">
        {[...gaps].map(([at, parts]) => (
          <li key={at} className="lacks">
            <span className="check-mark">{w.lacks}</span>
            <span>
              {w.unwritten(at + 1)}
              {parts.map((part, index) => (
                <span key={part}>
                  {index > 0 && w.comma}
                  <a href={`#items.${at}.${part}`} onClick={(event) => leadTo(event, `items.${at}.${part}`)}>
                    {w[part]}
                  </a>
                </span>
              ))}
            </span>
          </li>
        ))}
        {others
          .toSorted((a, b) => rank(a) - rank(b))
          .map((check) => {
            const kind = check.holds ? 'holds' : check.weight === 'must' ? 'lacks' : 'ought';
            const { field } = check;
            return (
              <li key={check.said.zh} className={kind}>
                <span className="check-mark">{w[kind]}</span>
                <span>
                  {say(check.said)}{' '}
                  {!check.holds && field !== undefined && field !== 'items' && (
                    <a href={`#${field}`} onClick={(event) => leadTo(event, field)}>
                      {w.lookAt}
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

function isPart(part: string | undefined): part is Part {
  return part === 'finding' || part === 'basis' || part === 'answer';
}

function leadTo(event: { preventDefault: () => void }, field: string): void {
  event.preventDefault();
  const control = document.getElementById(field);
  control?.scrollIntoView({ block: 'center' });
  control?.focus({ preventScroll: true });
}
