import { type RefObject, useEffect, useRef, useState } from 'react';
import { COLUMNS, type Column, FIXED_COLUMNS } from './columns.rules.ts';

/** The width of an element as it changes. */
export function useRoom<E extends HTMLElement>(): { readonly ref: RefObject<E | null>; readonly room: number } {
  const ref = useRef<E>(null);
  const [room, setRoom] = useState(() => innerWidth);
  useEffect(() => {
    const element = ref.current;
    if (element === null) return;
    const watcher = new ResizeObserver(([entry]) => entry && setRoom(entry.contentRect.width));
    watcher.observe(element);
    return () => watcher.disconnect();
  }, []);
  return { ref, room };
}

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
