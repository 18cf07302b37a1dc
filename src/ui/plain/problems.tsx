import type { ReactElement } from 'react';
import type { Lang, Worded } from './language.ts';
import { PLAIN_TEXTS } from './plain.texts.ts';
import { Seams } from './seams.tsx';

/** Something to mend in one field; `field` is the id of the control. */
export interface Problem {
  readonly field: string;
  readonly said: Worded;
}

export function problemOf(problems: readonly Problem[], field: string): Worded | undefined {
  return problems.find((problem) => problem.field === field)?.said;
}

/** What is to be mended, at the top of the page and focused, each line leading to its field. Draws nothing when all is well. */
export function ProblemSummary({
  problems,
  lang,
  cautions = false,
}: {
  problems: readonly Problem[];
  lang: Lang;
  /** These are doubts, not errors: pressing on again passes them. */
  cautions?: boolean;
}): ReactElement | null {
  if (problems.length === 0) return null;
  const words = PLAIN_TEXTS[lang];
  return (
    // biome-ignore lint/a11y/noAutofocus: after a failed send the reader must land on what is to be mended
    <div className="problems" role="alert" aria-labelledby="problems" tabIndex={-1} autoFocus>
      <h2 id="problems" className="seams">
        <Seams>{cautions ? words.cautions : words.problems(problems.length)}</Seams>
      </h2>
      <ul>
        {problems.map(({ field, said }) => (
          <li key={field + said.zh}>
            <a href={`#${field}`}>{said[lang]}</a>
          </li>
        ))}
      </ul>
      <p className="small">{words.kept}</p>
    </div>
  );
}

/** The prefix of a page's title when something is to be mended: what a screen reader says first. */
export function titleWith(title: string, problems: readonly Problem[], lang: Lang): string {
  return problems.length === 0 ? title : PLAIN_TEXTS[lang].fixTitle(problems.length) + title;
}
