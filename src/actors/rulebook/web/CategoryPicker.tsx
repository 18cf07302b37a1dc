import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { Received } from '../../../platform/http/route.contract.ts';
import { call } from '../../../ui/staff/api.ts';
import { Field } from '../../../ui/staff/Field.tsx';
import { useSay, useWords } from '../../../ui/staff/words.tsx';
import { listCategories } from '../rulebook.contract.ts';
import { RULEBOOK_WEB_TEXTS } from './rulebook-web.texts.ts';

export type Category = Received<typeof listCategories>['categories'][number];
const NONE: readonly Category[] = [];

/** The content categories; empty until they are read. */
export function useCategories(): readonly Category[] {
  const read = useQuery({ queryKey: ['categories'], queryFn: () => call(listCategories, {}), staleTime: 3_600_000 });
  return read.data?.categories ?? NONE;
}

/** A content category: first levels head the groups, the second level is chosen. Typing jumps to a name, as in any list. */
export function CategoryPicker({
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
  const w = useWords(RULEBOOK_WEB_TEXTS);
  const say = useSay();
  const categories = useCategories();
  const firsts = categories.filter((one) => one.parent === undefined);
  const first = firsts.find((one) => one.code === value || value.slice(0, 2) === one.code.slice(0, 2))?.code ?? '';
  const seconds = categories.filter((one) => one.parent !== undefined && one.parent === first);
  return (
    <Field id={id} label={label} fault={fault}>
      {(tied) => (
        <span className="places">
          <select {...tied} className="in" value={first} onChange={(event) => onChange(event.target.value)}>
            <option value="">{w.choose}</option>
            {firsts.map((one) => (
              <option key={one.code} value={one.code}>
                {say(one.name)}
              </option>
            ))}
          </select>
          {seconds.length > 0 && (
            <select
              className="in"
              aria-label={w.second(label)}
              value={value}
              onChange={(event) => onChange(event.target.value)}
            >
              <option value={first}>{w.notNarrower}</option>
              {seconds.map((one) => (
                <option key={one.code} value={one.code}>
                  {say(one.name)}
                </option>
              ))}
            </select>
          )}
        </span>
      )}
    </Field>
  );
}
