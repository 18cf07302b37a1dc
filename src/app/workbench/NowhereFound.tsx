import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { Empty, Page } from '../../ui/staff/Page.tsx';
import { useWords } from '../../ui/staff/words.tsx';
import { SHELL_TEXTS } from './shell.texts.ts';

/** An address that leads nowhere. */
export function NowhereFound(): ReactNode {
  const w = useWords(SHELL_TEXTS);
  return (
    <Page title={w.nowhere}>
      <Empty whole title={w.nowhere}>
        <p>{w.nowhereWhy}</p>
        <p>
          <Link to="/" className="do">
            {w.toDesk}
          </Link>
        </p>
      </Empty>
    </Page>
  );
}
