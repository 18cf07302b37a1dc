import { useQueries } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { call } from '../../../ui/staff/api.ts';
import { Field } from '../../../ui/staff/Field.tsx';
import { useSay, useWords } from '../../../ui/staff/words.tsx';
import { listDivisions } from '../bodies.contract.ts';
import './bodies.css';
import { BODY_PICKER_TEXTS } from './body-picker.texts.ts';

/** Every code that may stand above a code, and itself: 990103002 -> 990000, 990100, 990103, 990103002. */
function pathOf(code: string): readonly string[] {
  return [
    `${code.slice(0, 2)}0000`,
    `${code.slice(0, 4)}00`,
    code.slice(0, 6),
    code.slice(0, 9),
    code.slice(0, 12),
  ].filter((one, at, all) => one.length >= 6 && one.length <= code.length && all.indexOf(one) === at);
}

/** Where it happened: city, district, street, village; each narrower list appears once the wider one is chosen. */
export function DivisionPicker({
  id,
  label,
  value,
  onChange,
  fault,
}: {
  readonly id: string;
  readonly label: string;
  readonly value: string;
  readonly onChange: (code: string) => void;
  readonly fault?: string | undefined;
}): ReactNode {
  const w = useWords(BODY_PICKER_TEXTS);
  const say = useSay();
  const path = value === '' ? [] : pathOf(value);
  const parents = ['', ...path];
  const levels = useQueries({
    queries: parents.map((parent) => ({
      queryKey: ['divisions', parent],
      queryFn: () => call(listDivisions, { query: parent === '' ? {} : { parent } }),
      staleTime: 3_600_000,
    })),
  });
  const shown = parents.flatMap((parent, at) => {
    const options = levels[at]?.data?.divisions ?? [];
    const chosen = options.find((one) => path.includes(one.code))?.code ?? '';
    return options.length === 0 ? [] : [{ parent, options, chosen }];
  });
  return (
    <Field id={id} label={label} fault={fault} hint={w.division}>
      {(tied) => (
        <span className="places">
          {shown.map(({ parent, options, chosen }, at) => (
            <select
              key={parent}
              {...(at === 0 ? tied : { 'aria-label': `${label} ${w.level(at + 1)}` })}
              className="in"
              value={chosen}
              onChange={(event) => onChange(event.target.value === '' ? parent : event.target.value)}
            >
              <option value="">{w.whole}</option>
              {options.map((one) => (
                <option key={one.code} value={one.code}>
                  {say(one.name)}
                </option>
              ))}
            </select>
          ))}
        </span>
      )}
    </Field>
  );
}
