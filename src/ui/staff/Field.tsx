import type { ReactNode } from 'react';

/** What a control must carry to belong to its label, hint and fault. */
export interface FieldProps {
  readonly id: string;
  readonly 'aria-describedby'?: string;
  readonly 'aria-invalid'?: true;
}

/**
 * A labelled control. `children` is given what ties the control to its words:
 * `<Field id="reason" label={w.reason}>{(tied) => <Input {...tied} value={...} />}</Field>`.
 * `id` is the path of the field in the request, so that the error summary leads to it.
 */
export function Field({
  id,
  label,
  hint,
  fault,
  beside,
  children,
}: {
  readonly id: string;
  readonly label: string;
  readonly hint?: ReactNode;
  readonly fault?: string | undefined;
  /** At the right of the label: an article, a counter. */
  readonly beside?: ReactNode;
  readonly children: (tied: FieldProps) => ReactNode;
}): ReactNode {
  const words = [hint === undefined ? '' : `${id}-hint`, fault === undefined ? '' : `${id}-fault`].filter(Boolean);
  const tied: FieldProps = {
    id,
    ...(words.length > 0 ? { 'aria-describedby': words.join(' ') } : {}),
    ...(fault === undefined ? {} : { 'aria-invalid': true }),
  };
  return (
    <div className={fault === undefined ? 'fld' : 'fld bad'}>
      <div className="fld-head">
        <label htmlFor={id}>{label}</label>
        {beside !== undefined && <span className="art">{beside}</span>}
      </div>
      {children(tied)}
      {fault !== undefined && (
        <p className="hint fault" id={`${id}-fault`}>
          {fault}
        </p>
      )}
      {hint !== undefined && (
        <p className="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
    </div>
  );
}
