import { Navigate } from '@tanstack/react-router';
import { lazy, type ReactNode } from 'react';
import { useMay, useSession } from '../../actors/accounts/web/session.tsx';
import { Empty, Page } from '../../ui/staff/Page.tsx';
import { useWords } from '../../ui/staff/words.tsx';
import { ROLE_DUTIES } from '../desk/duties.rules.ts';
import { DeskPage } from '../desk/web/DeskPage.tsx';
import { SHELL_TEXTS } from './shell.texts.ts';

/** The chunk of the administrator's pages is for that post alone. */
const AdminHome = lazy(() => import('../rules-page/web/AdminHome.tsx').then((page) => ({ default: page.AdminHome })));

/**
 * The desk, for posts that have duties; the sealed list for its keeper, the figures for the analyst, and what waits for a
 * decision for the administrators; the trail for the auditor. Whoever has no post at all is told so.
 */
export function Home(): ReactNode {
  const may = useMay();
  const w = useWords(SHELL_TEXTS);
  const { roles } = useSession();
  if (roles.some((role) => ROLE_DUTIES[role].length > 0)) return <DeskPage />;
  if (roles.includes('sealed')) return <Navigate to="/sealed" replace />;
  if (may('figures')) return <Navigate to="/figures" replace />;
  if (may('admin')) return <AdminHome />;
  if (may('audit')) return <Navigate to="/audit" replace />;
  if (may('accounts')) return <Navigate to="/accounts" replace />;
  return (
    <Page title={w.desk}>
      <Empty whole title={w.noCases}>
        <p>{w.noCasesWhy}</p>
      </Empty>
    </Page>
  );
}
