import type { ReactNode } from 'react';
import { useMay, useSession } from '../../actors/accounts/web/session.tsx';
import { Empty, Page } from '../../ui/staff/Page.tsx';
import { useWords } from '../../ui/staff/words.tsx';
import { ROLE_DUTIES } from '../desk/duties.rules.ts';
import { DeskPage } from '../desk/web/DeskPage.tsx';
import { SealedPage } from '../desk/web/SealedPage.tsx';
import { SHELL_TEXTS } from './shell.texts.ts';

/**
 * The desk, for posts that have duties; the sealed list for its keeper; the three administrators and the analyst deal
 * with no case, and are told so.
 */
export function Home(): ReactNode {
  const may = useMay();
  const w = useWords(SHELL_TEXTS);
  const { roles } = useSession();
  if (roles.some((role) => ROLE_DUTIES[role].length > 0)) return <DeskPage />;
  if (roles.includes('sealed')) return <SealedPage />;
  return (
    <Page title={w.desk}>
      <Empty whole title={w.noCases}>
        <p>{may('figures') ? w.noCasesFigures : w.noCasesWhy}</p>
      </Empty>
    </Page>
  );
}
