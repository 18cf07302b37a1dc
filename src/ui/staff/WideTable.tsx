import type { ReactNode } from 'react';

/** A table wider than its page scrolls sideways by itself, with the keyboard too. */
export function WideTable({ label, children }: { readonly label: string; readonly children: ReactNode }): ReactNode {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard (WCAG 2.1.1)
    <section className="wide-table" aria-label={label} tabIndex={0}>
      {children}
    </section>
  );
}
