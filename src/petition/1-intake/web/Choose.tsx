import type { ReactNode } from 'react';
import type { Sentence } from '../../../platform/http/route.contract.ts';
import { Field } from '../../../ui/staff/Field.tsx';
import { useSay } from '../../../ui/staff/words.tsx';

/** One of a closed list, in the browser's own control. */
export function Choose<V extends string>({
  id,
  label,
  values,
  labels,
  value,
  onChange,
  hint,
  fault,
}: {
  readonly id: string;
  readonly label: string;
  readonly values: readonly V[];
  readonly labels: Readonly<Record<V, Sentence>>;
  readonly value: V;
  readonly onChange: (value: V) => void;
  readonly hint?: string | undefined;
  readonly fault?: string | undefined;
}): ReactNode {
  const say = useSay();
  return (
    <Field id={id} label={label} fault={fault} {...(hint === undefined ? {} : { hint })}>
      {(tied) => (
        <select
          {...tied}
          className="in"
          value={value}
          onChange={(event) => {
            const chosen = values.find((one) => one === event.target.value);
            if (chosen !== undefined) onChange(chosen);
          }}
        >
          {values.map((one) => (
            <option key={one} value={one}>
              {say(labels[one])}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}
