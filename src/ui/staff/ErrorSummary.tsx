import { type ReactNode, useEffect, useRef } from 'react';
import type { ApiError } from './api.ts';
import { PAGE_TEXTS } from './page.texts.ts';
import { useSay, useWords } from './words.tsx';

/** One thing to mend. `field` is the id of the control, which the sentence then leads to. */
export interface Fault {
  readonly text: string;
  readonly field?: string | undefined;
}

/** Everything an answer complains of, one entry a field. */
export function useFaults(): (error: ApiError | undefined) => readonly Fault[] {
  const say = useSay();
  return (error) => {
    if (error === undefined) return [];
    const { said, field, also = [] } = error.error;
    return [{ text: say(said), field }, ...also.map((one) => ({ text: say(one.said), field: one.field }))];
  };
}

/** The complaint about one field, to stand beside it. */
export function faultOf(faults: readonly Fault[], field: string): string | undefined {
  return faults.find((one) => one.field === field)?.text;
}

/**
 * What went wrong, above the form and in ink: a thick bar and words, never a colour. It takes the focus when it appears,
 * so that a screen reader reads it, and each line leads to its field.
 */
export function ErrorSummary({
  faults,
  article,
  requestId,
}: {
  readonly faults: readonly Fault[];
  readonly article?: string | undefined;
  readonly requestId?: string | undefined;
}): ReactNode {
  const w = useWords(PAGE_TEXTS);
  const box = useRef<HTMLDivElement>(null);
  const said = faults.map((one) => one.text).join('\n');
  useEffect(() => {
    if (said !== '') box.current?.focus();
  }, [said]);
  if (faults.length === 0) return null;
  return (
    <div className="wrong" role="alert" tabIndex={-1} ref={box}>
      <h2>{faults.length > 1 ? w.mendThese(faults.length) : w.notDone}</h2>
      <ul>
        {faults.map((fault) => (
          <li key={`${fault.field ?? ''}${fault.text}`}>
            {fault.field === undefined ? fault.text : <ToField field={fault.field}>{fault.text}</ToField>}
            {article !== undefined && fault === faults[0] && <span className="art">（{article}）</span>}
          </li>
        ))}
      </ul>
      {requestId !== undefined && requestId !== '' && <p className="hint">{w.requestId(requestId)}</p>}
    </div>
  );
}

/** The same for an answer of the server. */
export function ApiErrorSummary({ error }: { readonly error: ApiError | undefined }): ReactNode {
  const faults = useFaults()(error);
  return (
    <ErrorSummary
      faults={faults}
      article={error?.error.article}
      requestId={error !== undefined && error.status >= 500 ? error.error.requestId : undefined}
    />
  );
}

function ToField({ field, children }: { readonly field: string; readonly children: ReactNode }): ReactNode {
  return (
    <a
      href={`#${field}`}
      onClick={(event) => {
        event.preventDefault();
        const control = document.getElementById(field);
        control?.scrollIntoView({ block: 'center' });
        control?.focus();
      }}
    >
      {children}
    </a>
  );
}
