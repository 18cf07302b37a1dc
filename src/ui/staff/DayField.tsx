import type { ReactNode } from 'react';

/** A day of a filter: the browser's own calendar, which every keyboard and screen reader knows. */
export function DayField({
  label,
  value,
  change,
}: {
  readonly label: string;
  readonly value: string | undefined;
  readonly change: (day: string | undefined) => void;
}): ReactNode {
  return (
    <label className="day-field">
      <span className="s q">{label}</span>
      <input
        type="date"
        value={value ?? ''}
        min="1949-10-01"
        max="2999-12-31"
        onChange={(event) => change(event.target.value === '' ? undefined : event.target.value)}
      />
    </label>
  );
}
