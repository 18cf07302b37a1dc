import { Button } from 'antd';
import { type ReactNode, useEffect, useRef } from 'react';
import { useWords } from '../../../ui/staff/words.tsx';
import { LIST_TEXTS } from './list.texts.ts';

/** The end of what was fetched: coming into view fetches more, and so does the button. Never page numbers. */
export function More({
  has,
  busy,
  fetch,
}: {
  readonly has: boolean;
  readonly busy: boolean;
  readonly fetch: () => void;
}): ReactNode {
  const w = useWords(LIST_TEXTS);
  const end = useRef<HTMLDivElement>(null);
  const latest = useRef(fetch);
  latest.current = fetch;
  useEffect(() => {
    const mark = end.current;
    if (!has || busy || mark === null) return;
    const watcher = new IntersectionObserver((seen) => seen.some((one) => one.isIntersecting) && latest.current(), {
      rootMargin: '200px',
    });
    watcher.observe(mark);
    return () => watcher.disconnect();
  }, [has, busy]);
  return (
    <div className="more" ref={end}>
      {has ? (
        <Button size="small" loading={busy} onClick={fetch}>
          {w.more}
        </Button>
      ) : (
        <span className="s f">{w.all}</span>
      )}
    </div>
  );
}
