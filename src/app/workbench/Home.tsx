import { Navigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useMay, useSession } from '../../actors/accounts/web/session.tsx';
import { Empty, Page } from '../../ui/staff/Page.tsx';
import { useWords } from '../../ui/staff/words.tsx';
import { ROLE_DUTIES } from '../desk/duties.rules.ts';
import { DeskPage } from '../desk/web/DeskPage.tsx';
import { SHELL_TEXTS } from './shell.texts.ts';

/**
 * The desk, for posts that have duties; the sealed list for its keeper and the figures for the analyst; the three
 * administrators deal with no case, and are told so.
 */
export function Home(): ReactNode {
  const may = useMay();
  const w = useWords(SHELL_TEXTS);
  const { roles } = useSession();
  if (roles.some((role) => ROLE_DUTIES[role].length > 0)) return <DeskPage />;
  if (roles.includes('sealed')) return <Navigate to="/sealed" replace />;
  if (may('figures')) return <Navigate to="/figures" replace />;
  return (
    <Page title={w.desk}>
      <Empty whole title={w.noCases}>
        <p>{w.noCasesWhy}</p>
      </Empty>
    </Page>
  );
}
