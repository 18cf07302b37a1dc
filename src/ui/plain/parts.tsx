import { Fragment, type ReactElement, type ReactNode } from 'react';
import { Aside } from './fields.tsx';
import type { Lang } from './language.ts';
import { PLAIN_TEXTS } from './plain.texts.ts';

/** A date as it is said, with its machine form. */
export function When({ day, children }: { day: string; children: ReactNode }): ReactElement {
  return <time dateTime={day}>{children}</time>;
}

export interface Pair {
  readonly term: ReactNode;
  readonly said: ReactNode;
  /** Where to change it, and what that changes, for those who hear only the link. */
  readonly edit?: { readonly href: string; readonly text: string; readonly of: string };
  /** As typed, with its lines. */
  readonly asTyped?: boolean;
}

/** Names and values, one pair under the other, ruled. */
export function Pairs({ pairs }: { pairs: readonly Pair[] }): ReactElement {
  const answers = pairs.some((pair) => pair.edit !== undefined);
  return (
    <dl className={answers ? 'pairs answers' : 'pairs'}>
      {pairs.map((pair, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: fixed rows, drawn once
        <div key={at}>
          <dt>{pair.term}</dt>
          <dd className={pair.asTyped === true ? 'said' : undefined}>{pair.said}</dd>
          {pair.edit !== undefined && (
            <dd className="edit">
              <a href={pair.edit.href}>
                {pair.edit.text}
                <span className="vh">：{pair.edit.of}</span>
              </a>
            </dd>
          )}
        </div>
      ))}
    </dl>
  );
}

export interface Step {
  readonly id: string;
  readonly name: string;
  readonly state: 'done' | 'now' | 'ahead';
}

/**
 * How far one is: bars to see, a list to open. Steps that are done are buttons of the form named `form`, with the value
 * `step:id`, so that going there saves what was typed.
 */
export function Steps({ steps, lang, form }: { steps: readonly Step[]; lang: Lang; form: string }): ReactElement {
  const words = PLAIN_TEXTS[lang];
  const now = steps.findIndex((step) => step.state === 'now');
  return (
    <>
      <div className="bars" aria-hidden="true">
        {steps.map((step) => (
          <i key={step.id} className={step.state} />
        ))}
      </div>
      <details className="steps">
        <summary>{words.steps(now + 1, steps.length)}</summary>
        <ol>
          {steps.map((step) => (
            <li key={step.id} aria-current={step.state === 'now' ? 'step' : undefined}>
              {step.state === 'now' ? (
                <>
                  <b>{step.name}</b>
                  <Aside lang={lang}>{words.here}</Aside>
                </>
              ) : step.state === 'done' ? (
                <>
                  <button className="link" type="submit" form={form} name="go" value={`step:${step.id}`}>
                    {step.name}
                  </button>
                  <Aside lang={lang}>{words.done}</Aside>
                </>
              ) : (
                step.name
              )}
            </li>
          ))}
        </ol>
      </details>
    </>
  );
}

/** A period as a line, with how much of it has gone; drawn in rem and per cent, so it grows with the text. */
export function Ruler({ share, late }: { share: number; late: boolean }): ReactElement {
  const at = `${Math.round(Math.min(1, Math.max(0, share)) * 990) / 10}%`;
  return (
    <svg className="ruler" height="1.6em" aria-hidden="true" focusable="false">
      <line className="bg" x1="0" x2="100%" y1=".8em" y2=".8em" strokeWidth="1" />
      <line x1="0" x2={late ? '100%' : at} y1=".8em" y2=".8em" strokeWidth="5" />
      <line x1="99.5%" x2="99.5%" y1=".2em" y2="1.4em" strokeWidth="2" />
      <circle cx={late ? '99%' : at} cy=".8em" r="7" />
    </svg>
  );
}

/** Something to do: its name as a link, and what it means. */
export interface Doing {
  readonly href: string;
  readonly name: string;
  readonly means: ReactNode;
}

export function Doings({ doings, label }: { doings: readonly Doing[]; label?: string }): ReactElement {
  return (
    <ul className="acts" aria-label={label}>
      {doings.map((doing) => (
        <li key={doing.href + doing.name}>
          <a href={doing.href}>
            <b>{doing.name}</b>
            <span>{doing.means}</span>
          </a>
        </li>
      ))}
    </ul>
  );
}

/** The way back, always in words. */
export function Back({ href, children }: { href: string; children: ReactNode }): ReactElement {
  return (
    <a className="back" href={href}>
      ‹ {children}
    </a>
  );
}

/** The way back as a button of the form named `form`, so that it saves what was typed. */
export function BackSaving({ form, children }: { form: string; children: ReactNode }): ReactElement {
  return (
    <button className="back link" type="submit" form={form} name="go" value="back">
      ‹ {children}
    </button>
  );
}

/** A telephone number that can be tapped, and never breaks. */
export function Phone({ number }: { number: string }): ReactElement {
  const digits = number.replace(/[^\d+]/g, '');
  return (
    <a className="keep" href={`tel:${digits}`}>
      {number}
    </a>
  );
}

/** Text with line ends kept as lines. */
export function Lines({ children }: { children: string }): ReactElement {
  return (
    <>
      {children.split('\n').map((line, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: fixed lines, drawn once
        <Fragment key={at}>
          {at > 0 && <br />}
          {line}
        </Fragment>
      ))}
    </>
  );
}
