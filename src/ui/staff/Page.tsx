import { Button } from 'antd';
import { type ReactNode, useEffect, useRef } from 'react';
import { ApiError } from './api.ts';
import { PAGE_TEXTS } from './page.texts.ts';
import { useSay, useWords } from './words.tsx';

/**
 * The frame of one page: its name in the window's title, and the landmark that the skip link and a change of page lead
 * to. `className` lays out what is inside; `scrolls` false for pages whose panes scroll by themselves.
 */
export function Page({
  title,
  className = '',
  scrolls = true,
  children,
}: {
  readonly title: string;
  readonly className?: string;
  readonly scrolls?: boolean;
  readonly children: ReactNode;
}): ReactNode {
  const w = useWords(PAGE_TEXTS);
  const main = useRef<HTMLElement>(null);
  useEffect(() => {
    document.title = `${title} · ${w.product}`;
  }, [title, w.product]);
  useEffect(() => {
    main.current?.focus({ preventScroll: true });
  }, []);
  return (
    <main id="main" tabIndex={-1} ref={main} className={`${scrolls ? 'page' : 'panes'} ${className}`}>
      {children}
    </main>
  );
}

/** The shape of what is coming, so that nothing jumps when it comes. Appears only after 200 ms. */
export function Waiting({ lines = 6 }: { readonly lines?: number }): ReactNode {
  const w = useWords(PAGE_TEXTS);
  return (
    <div className="waiting" role="status" aria-label={w.waiting}>
      {Array.from({ length: lines }, (_, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the lines are all alike and never move
        <i key={at} />
      ))}
    </div>
  );
}

/** Something that could not be read, in words, with what to do. */
export function Failed({ error, retry }: { readonly error: unknown; readonly retry?: () => void }): ReactNode {
  const say = useSay();
  const w = useWords(PAGE_TEXTS);
  return (
    <div className="wrong" role="alert">
      <h2>{w.notRead}</h2>
      <p>{error instanceof ApiError ? say(error.error.said) : w.fault}</p>
      {error instanceof ApiError && error.status >= 500 && error.error.requestId !== '' && (
        <p className="hint">{w.requestId(error.error.requestId)}</p>
      )}
      {retry !== undefined && <Button onClick={retry}>{w.again}</Button>}
    </div>
  );
}

/** Nothing here: what that means, and what to do next. `whole` where that is all there is on the page. */
export function Empty({
  title,
  whole,
  children,
}: {
  readonly title: string;
  readonly whole?: true;
  readonly children?: ReactNode;
}): ReactNode {
  return (
    <div className="empty">
      {whole ? <h1>{title}</h1> : <h2>{title}</h2>}
      {children}
    </div>
  );
}
