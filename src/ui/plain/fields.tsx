import type { ReactElement, ReactNode } from 'react';
import type { Lang } from './language.ts';
import { PLAIN_TEXTS } from './plain.texts.ts';
import { type Problem, problemOf } from './problems.tsx';

/** What every control needs: its name is also its id. */
interface FieldBase {
  readonly name: string;
  readonly label: ReactNode;
  readonly lang: Lang;
  readonly problems: readonly Problem[];
  readonly hint?: ReactNode;
  readonly optional?: boolean;
}

/** In the brackets of the language. */
export function Aside({ lang, children }: { lang: Lang; children: ReactNode }): ReactElement {
  return (
    <span className="soft">
      {lang === 'zh' ? '（' : ' ('}
      {children}
      {lang === 'zh' ? '）' : ')'}
    </span>
  );
}

function describedBy(name: string, hint: ReactNode, wrong: boolean): string | undefined {
  const ids = [hint === undefined ? '' : `${name}-hint`, wrong ? `${name}-wrong` : ''].filter((id) => id !== '');
  return ids.length === 0 ? undefined : ids.join(' ');
}

function Wrong({ name, lang, problems }: Pick<FieldBase, 'name' | 'lang' | 'problems'>): ReactElement | null {
  const said = problemOf(problems, name);
  return said === undefined ? null : (
    <p id={`${name}-wrong`} className="say">
      <span className="vh">{PLAIN_TEXTS[lang].fix}</span>
      {said[lang]}
    </p>
  );
}

function Label({ name, label, lang, optional }: Pick<FieldBase, 'name' | 'label' | 'lang' | 'optional'>): ReactElement {
  return (
    <label className="label" htmlFor={name}>
      {label}
      {optional === true && <Aside lang={lang}>{PLAIN_TEXTS[lang].optional}</Aside>}
    </label>
  );
}

/** One line of text. */
export function TextField({
  value,
  maxLength,
  inputMode,
  autoComplete,
  short,
  bare,
  ...base
}: FieldBase & {
  value: string;
  maxLength: number;
  inputMode?: 'text' | 'numeric' | 'tel' | 'search';
  autoComplete?: string;
  /** Only as wide as a code. */
  short?: boolean;
  /** The label is drawn elsewhere, pointing at this name. */
  bare?: boolean;
}): ReactElement {
  const { name, hint, problems, lang } = base;
  const wrong = problemOf(problems, name) !== undefined;
  return (
    <div className={wrong ? 'field wrong' : 'field'}>
      {bare !== true && <Label {...base} />}
      {hint !== undefined && (
        <p id={`${name}-hint`} className="hint">
          {hint}
        </p>
      )}
      <Wrong name={name} lang={lang} problems={problems} />
      <input
        type="text"
        id={name}
        name={name}
        defaultValue={value}
        maxLength={maxLength}
        inputMode={inputMode}
        autoComplete={autoComplete}
        className={short === true ? 'short' : undefined}
        aria-invalid={wrong || undefined}
        aria-describedby={describedBy(name, hint, wrong)}
      />
    </div>
  );
}

/** The digits of a code that was sent to a phone; the phone may fill them in by itself. */
export function SentCode(props: Omit<FieldBase, 'name'>): ReactElement {
  const attributes = { maxLength: 12, inputMode: 'numeric', autoComplete: 'one-time-code', short: true } as const;
  return <TextField {...props} {...attributes} name="code" value="" />;
}

/** Several lines of text. */
export function AreaField({
  value,
  maxLength,
  rows,
  bare,
  ...base
}: FieldBase & { value: string; maxLength: number; rows: number; bare?: boolean }): ReactElement {
  const { name, hint, problems, lang } = base;
  const wrong = problemOf(problems, name) !== undefined;
  return (
    <div className={wrong ? 'field wrong' : 'field'}>
      {bare !== true && <Label {...base} />}
      {hint !== undefined && (
        <div id={`${name}-hint`} className="hint">
          {hint}
        </div>
      )}
      <Wrong name={name} lang={lang} problems={problems} />
      <textarea
        id={name}
        name={name}
        rows={rows}
        maxLength={maxLength}
        defaultValue={value}
        aria-invalid={wrong || undefined}
        aria-describedby={describedBy(name, hint, wrong)}
      />
    </div>
  );
}

export interface Option {
  readonly value: string;
  readonly text: ReactNode;
  readonly hint?: ReactNode;
}

/** One of several. The first radio carries the bare name as its id, so that the error summary leads to it. */
export function PickOne({
  options,
  value,
  across,
  ...base
}: FieldBase & { options: readonly Option[]; value: string; across?: boolean }): ReactElement {
  const { name, label, hint, problems, lang, optional } = base;
  const wrong = problemOf(problems, name) !== undefined;
  return (
    <fieldset className={wrong ? 'field wrong' : 'field'} aria-describedby={describedBy(name, hint, wrong)}>
      <legend>
        {label}
        {optional === true && <Aside lang={lang}>{PLAIN_TEXTS[lang].optional}</Aside>}
      </legend>
      {hint !== undefined && (
        <p id={`${name}-hint`} className="hint">
          {hint}
        </p>
      )}
      <Wrong name={name} lang={lang} problems={problems} />
      <div className={across === true ? 'across' : undefined}>
        {options.map((option, at) => (
          <label className="pick" key={option.value}>
            <input
              type="radio"
              id={at === 0 ? name : undefined}
              name={name}
              value={option.value}
              defaultChecked={option.value === value}
            />
            <span>
              {option.text}
              {option.hint !== undefined && <span className="hint">{option.hint}</span>}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

/** Any of several. */
export function PickMany({
  options,
  values,
  ...base
}: FieldBase & { options: readonly Option[]; values: readonly string[] }): ReactElement {
  const { name, label, hint, lang, optional } = base;
  return (
    <fieldset className="field" aria-describedby={describedBy(name, hint, false)}>
      <legend>
        {label}
        {optional === true && <Aside lang={lang}>{PLAIN_TEXTS[lang].optional}</Aside>}
      </legend>
      {hint !== undefined && (
        <p id={`${name}-hint`} className="hint">
          {hint}
        </p>
      )}
      {options.map((option) => (
        <Tick key={option.value} name={name} value={option.value} on={values.includes(option.value)}>
          {option.text}
        </Tick>
      ))}
    </fieldset>
  );
}

/** One box to tick. */
export function Tick({
  name,
  value,
  on,
  id,
  hintId,
  children,
}: {
  name: string;
  value: string;
  on: boolean;
  id?: string;
  hintId?: string;
  children: ReactNode;
}): ReactElement {
  return (
    <label className="pick">
      <input type="checkbox" id={id} name={name} value={value} defaultChecked={on} aria-describedby={hintId} />
      <span>{children}</span>
    </label>
  );
}

/** Year, month and day typed in three boxes: quicker and surer than any calendar. */
export function DayField({
  parts,
  ...base
}: FieldBase & { parts: { readonly y: string; readonly m: string; readonly d: string } }): ReactElement {
  const { name, label, hint, problems, lang } = base;
  const words = PLAIN_TEXTS[lang];
  const wrong = problemOf(problems, name) !== undefined;
  const box = (part: 'y' | 'm' | 'd', text: string): ReactElement => (
    <label>
      <input
        type="text"
        inputMode="numeric"
        id={part === 'y' ? name : undefined}
        name={`${name}-${part}`}
        maxLength={part === 'y' ? 4 : 2}
        className={part === 'y' ? 'y' : undefined}
        defaultValue={parts[part]}
        aria-invalid={wrong || undefined}
        aria-describedby={wrong ? `${name}-wrong` : undefined}
      />{' '}
      {text}
    </label>
  );
  return (
    <fieldset className={wrong ? 'field wrong' : 'field'} aria-describedby={describedBy(name, hint, wrong)}>
      <legend>{label}</legend>
      {hint !== undefined && (
        <p id={`${name}-hint`} className="hint">
          {hint}
        </p>
      )}
      <Wrong name={name} lang={lang} problems={problems} />
      <div className="ymd">
        {box('y', words.year)}
        {box('m', words.month)}
        {box('d', words.day)}
      </div>
    </fieldset>
  );
}

/** A form that posts. `token` goes back in the hidden field that keeps foreign pages out. */
export function Form({
  action,
  token,
  id,
  files,
  hidden = {},
  children,
}: {
  action: string;
  id?: string;
  token: string;
  files?: boolean;
  hidden?: Readonly<Record<string, string>>;
  children: ReactNode;
}): ReactElement {
  return (
    <form
      method="post"
      id={id}
      action={action}
      encType={files === true ? 'multipart/form-data' : undefined}
      noValidate
      acceptCharset="utf-8"
    >
      <input type="hidden" name="_csrf" value={token} />
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {children}
    </form>
  );
}

/**
 * What Enter in a field presses: browsers take the first button of the form in the page, which may be the one that goes
 * back. Put it before that one.
 */
export function EnterPresses({ form, name, value }: { form: string; name: string; value: string }): ReactElement {
  return <button className="vh" type="submit" form={form} name={name} value={value} tabIndex={-1} aria-hidden="true" />;
}

/** A button that sends its form. */
export function Send({
  children,
  quiet,
  name,
  value,
  action,
}: {
  children: ReactNode;
  quiet?: boolean;
  name?: string;
  value?: string;
  action?: string;
}): ReactElement {
  return (
    <button
      className={quiet === true ? 'btn quiet' : 'btn'}
      type="submit"
      name={name}
      value={value}
      formAction={action}
    >
      {children}
    </button>
  );
}
