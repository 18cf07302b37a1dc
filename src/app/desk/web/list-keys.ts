import { type RefObject, useRef } from 'react';
import { useKeys } from '../../../ui/staff/keys.ts';
import { LIST_TEXTS } from './list.texts.ts';

/**
 * J and K go down and up a list, O and Enter open. The link of the row takes the focus, so that screen readers read it
 * and the browser keeps it in view. Links carry `data-row={key}` inside the element of the returned ref.
 */
export function useListKeys<E extends HTMLElement>({
  keys,
  current,
  pick,
  open,
}: {
  readonly keys: readonly string[];
  readonly current: string | undefined;
  readonly pick: (key: string) => void;
  readonly open: (key: string) => void;
}): RefObject<E | null> {
  const list = useRef<E>(null);
  function move(step: 1 | -1): void {
    const at = current === undefined ? -1 : keys.indexOf(current);
    const next = keys[at < 0 ? 0 : Math.min(keys.length - 1, Math.max(0, at + step))];
    if (next === undefined) return;
    pick(next);
    const link = [...(list.current?.querySelectorAll<HTMLElement>('[data-row]') ?? [])].find(
      (one) => one.dataset.row === next,
    );
    link?.focus({ preventScroll: true });
    link?.closest('tr, li')?.scrollIntoView({ block: 'nearest' });
  }
  useKeys([
    { key: 'j', label: LIST_TEXTS.next, run: () => move(1) },
    { key: 'k', label: LIST_TEXTS.previous, run: () => move(-1) },
    { key: 'o', label: LIST_TEXTS.open, run: () => current !== undefined && open(current) },
    { key: 'Enter', label: LIST_TEXTS.open, run: () => current !== undefined && open(current), quiet: true },
  ]);
  return list;
}
