import { useState } from 'react';

/** The columns of a working list, in their order. Number, request and clock always stand. */
export const COLUMNS = [
  'number',
  'title',
  'who',
  'place',
  'category',
  'channel',
  'received',
  'duty',
  'clock',
  'hands',
] as const;
export type Column = (typeof COLUMNS)[number];
export const FIXED_COLUMNS: readonly Column[] = ['number', 'title', 'clock'];
const AT_FIRST: readonly Column[] = ['number', 'title', 'who', 'place', 'category', 'channel', 'clock', 'hands'];

const KEPT_AS = 'huiying.desk.columns';

/** Which columns this browser shows. */
export function useColumns(): { readonly shown: readonly Column[]; readonly toggle: (column: Column) => void } {
  const [shown, setShown] = useState<readonly Column[]>(kept);
  function toggle(column: Column): void {
    const next = COLUMNS.filter((one) => (one === column ? !shown.includes(one) : shown.includes(one)));
    setShown(next);
    try {
      localStorage.setItem(KEPT_AS, next.join(' '));
    } catch {
      // It holds until the page is left.
    }
  }
  return { shown, toggle };
}

function kept(): readonly Column[] {
  try {
    const names = localStorage.getItem(KEPT_AS)?.split(' ');
    if (names !== undefined) return COLUMNS.filter((one) => names.includes(one) || FIXED_COLUMNS.includes(one));
  } catch {
    // As at first.
  }
  return AT_FIRST;
}
