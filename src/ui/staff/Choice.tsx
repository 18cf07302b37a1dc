import type { ReactNode } from 'react';
import './act-form.css';

export interface Option<V extends string> {
  readonly value: V;
  readonly label: string;
  /** What follows from it, beneath. */
  readonly more?: ReactNode;
  /** Why it cannot be chosen. */
  readonly closed?: string | undefined;
}

/** One of a few, each with what follows from it; plain radio buttons, so arrows and screen readers work as ever. */
export function Choice<V extends string>({
  id,
  label,
  options,
  value,
  onChange,
  fault,
  inline = false,
}: {
  readonly id: string;
  readonly label: string;
  readonly options: readonly Option<V>[];
  readonly value: V | undefined;
  readonly onChange: (value: V) => void;
  readonly fault?: string | undefined;
  readonly inline?: boolean;
}): ReactNode {
  const first = options.findIndex((option) => option.closed === undefined);
  return (
    <fieldset
      className={`choice${inline ? ' inline' : ''}${fault === undefined ? '' : ' bad'}`}
      aria-describedby={fault === undefined ? undefined : `${id}-fault`}
    >
      <legend>{label}</legend>
      {fault !== undefined && (
        <p className="hint fault" id={`${id}-fault`}>
          {fault}
        </p>
      )}
      <div className="choice-list">
        {options.map((option, at) => (
          <label key={option.value} className={option.closed === undefined ? 'choice-one' : 'choice-one closed'}>
            <input
              type="radio"
              id={at === first ? id : `${id}-${option.value}`}
              name={id}
              value={option.value}
              checked={option.value === value}
              disabled={option.closed !== undefined}
              onChange={() => onChange(option.value)}
            />
            <span>
              <span className="choice-name">{option.label}</span>
              {(option.closed ?? option.more) !== undefined && (
                <span className="hint choice-more">{option.closed ?? option.more}</span>
              )}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

/** The same as a row of joined buttons, for two to five short words. */
export function Segments<V extends string>({
  id,
  label,
  options,
  value,
  onChange,
}: {
  readonly id: string;
  /** Read aloud; `shown` elsewhere. */
  readonly label: string;
  readonly options: readonly { readonly value: V; readonly label: string; readonly count?: number }[];
  readonly value: V | undefined;
  readonly onChange: (value: V) => void;
}): ReactNode {
  return (
    <div className="seg" role="radiogroup" aria-label={label}>
      {options.map((option, at) => (
        <label key={option.value}>
          <input
            type="radio"
            id={at === 0 ? id : `${id}-${option.value}`}
            name={id}
            value={option.value}
            checked={option.value === value}
            onChange={() => onChange(option.value)}
          />
          <span>
            {option.label}
            {option.count !== undefined && <i>{option.count}</i>}
          </span>
        </label>
      ))}
    </div>
  );
}
