import type { ReactNode } from 'react';

/** One choice; `group` gathers choices under a heading. */
export interface Choice<V extends string> {
  readonly value: V;
  readonly label: string;
  readonly group?: string;
}

/**
 * What a list is narrowed by: the browser's own list, small, which every keyboard, phone and screen reader knows. Its
 * first line is its name and means "all".
 */
export function FilterSelect<V extends string>({
  label,
  value,
  choices,
  change,
}: {
  readonly label: string;
  readonly value: V | undefined;
  readonly choices: readonly Choice<V>[];
  readonly change: (value: V | undefined) => void;
}): ReactNode {
  const groups = [...new Set(choices.map((one) => one.group))];
  const option = (one: Choice<V>): ReactNode => (
    <option key={one.value} value={one.value}>
      {one.label}
    </option>
  );
  return (
    <select
      className={value === undefined ? 'filter' : 'filter set'}
      aria-label={label}
      value={value ?? ''}
      onChange={(event) => change(choices.find((one) => one.value === event.target.value)?.value)}
    >
      <option value="">{label}</option>
      {groups.map((group) => {
        const within = choices.filter((one) => one.group === group);
        return group === undefined ? (
          within.map(option)
        ) : (
          <optgroup key={group} label={group}>
            {within.map(option)}
          </optgroup>
        );
      })}
    </select>
  );
}
