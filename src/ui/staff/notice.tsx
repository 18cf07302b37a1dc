import type { ReactNode } from 'react';
import { useEffect, useSyncExternalStore } from 'react';

const SHOWN_FOR_MS = 10_000;
let text = '';
const watchers = new Set<() => void>();

/** Says in one sentence what was done (已转送云岭县生态环境局), at the foot of the page and to screen readers. */
export function notice(sentence: string): void {
  text = sentence;
  for (const watcher of watchers) watcher();
}

/** Where notices are read; once a page, in its foot. */
export function NoticeLine(): ReactNode {
  const shown = useSyncExternalStore(watch, () => text);
  useEffect(() => {
    if (shown === '') return;
    const timer = setTimeout(() => notice(''), SHOWN_FOR_MS);
    return () => clearTimeout(timer);
  }, [shown]);
  return (
    <output className="notice cut" aria-live="polite">
      {shown}
    </output>
  );
}

function watch(watcher: () => void): () => void {
  watchers.add(watcher);
  return () => watchers.delete(watcher);
}
