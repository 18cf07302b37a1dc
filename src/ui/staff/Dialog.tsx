import { type ReactNode, useEffect, useId, useRef } from 'react';
import { PAGE_TEXTS } from './page.texts.ts';
import { useWords } from './words.tsx';

/**
 * A dialog above the page: the browser's own, which keeps the focus inside, closes on Esc and gives the focus back.
 * (antd's Modal writes a style element without the nonce that our content security policy asks for.) Without `close`
 * it cannot be put away. Popups of antd inside need `getPopupContainer={(control) => control.parentElement ?? document.body}`.
 */
export function Dialog({
  title,
  close,
  children,
}: {
  readonly title: string;
  readonly close?: (() => void) | undefined;
  readonly children: ReactNode;
}): ReactNode {
  const w = useWords(PAGE_TEXTS);
  const heading = useId();
  const box = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const dialog = box.current;
    dialog?.showModal();
    return () => dialog?.close();
  }, []);
  return (
    <dialog
      ref={box}
      className="dialog"
      aria-labelledby={heading}
      onCancel={(event) => {
        // Esc: the page decides, so that what React draws and what the browser shows stay the same.
        event.preventDefault();
        close?.();
      }}
      onKeyDown={(event) => {
        // A second Esc would close it without asking.
        if (event.key !== 'Escape') return;
        event.preventDefault();
        close?.();
      }}
    >
      <div className="dialog-head">
        <h2 id={heading}>{title}</h2>
        {close !== undefined && (
          <button type="button" className="bare" onClick={close}>
            {w.close}
          </button>
        )}
      </div>
      {children}
    </dialog>
  );
}
