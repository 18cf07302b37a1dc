import type { ReactNode } from 'react';
import { useWords } from '../../../ui/staff/words.tsx';
import './accounts.css';
import { SIGN_IN_TEXTS } from './sign-in.texts.ts';

/** The page of one step that comes before all work. */
export function Door({
  name,
  title,
  why,
  children,
}: {
  readonly name: string;
  readonly title: string;
  readonly why: string;
  readonly children: ReactNode;
}): ReactNode {
  const w = useWords(SIGN_IN_TEXTS);
  return (
    <main className="door" id="main">
      <header>
        <p className="door-brand">{w.product}</p>
        <p className="q">{w.hello(name)}</p>
      </header>
      <h1>{title}</h1>
      <p>{why}</p>
      {children}
    </main>
  );
}
