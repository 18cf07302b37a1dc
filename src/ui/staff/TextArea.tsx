import { type ComponentProps, type ReactNode, useLayoutEffect, useRef } from 'react';
import './text-area.css';

/** Taller than this it scrolls, so that the button beneath stays in reach. */
const MOST_ROWS = 16;

/**
 * Text of several lines that grows as it is written. The browser's own control: antd's measures itself with a style
 * attribute, which the content security policy refuses. `grows` false where the page gives it its height; `plain` without
 * a frame, for text within a form's own lines.
 */
export function TextArea({
  rows = 2,
  grows = true,
  plain = false,
  className = '',
  ...rest
}: Omit<ComponentProps<'textarea'>, 'ref'> & { readonly grows?: boolean; readonly plain?: boolean }): ReactNode {
  const area = useRef<HTMLTextAreaElement>(null);
  const { value } = rest;
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new text is the occasion to measure
  useLayoutEffect(() => {
    const { current } = area;
    // Where the browser sizes by content there is nothing to measure.
    if (current === null || !grows || CSS.supports('field-sizing', 'content')) return;
    current.style.height = 'auto';
    current.style.height = `${current.scrollHeight + 2}px`;
  }, [value, grows]);
  const kind = `${grows ? ' grows' : ''}${plain ? ' plain' : ''}`;
  return <textarea {...rest} rows={rows} ref={area} className={`area${kind} ${className}`} style={sizes(rows)} />;
}

function sizes(rows: number): Record<string, number> {
  return { '--rows': rows, '--most': MOST_ROWS };
}
