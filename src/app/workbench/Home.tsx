import type { ReactNode } from 'react';
import { useMay } from '../../actors/accounts/web/session.tsx';
import { Empty, Page } from '../../ui/staff/Page.tsx';
import { useWords } from '../../ui/staff/words.tsx';
import { DeskPage } from '../desk/web/DeskPage.tsx';
import { SHELL_TEXTS } from './shell.texts.ts';

/** The desk, for posts that deal with cases; the three administrators and the analyst see none, and are told so. */
export function Home(): ReactNode {
  const may = useMay();
  const w = useWords(SHELL_TEXTS);
  if (may('cases')) return <DeskPage />;
  return (
    <Page title={w.desk}>
      <Empty title={w.noCases}>
        <p>{may('figures') ? w.noCasesFigures : w.noCasesWhy}</p>
      </Empty>
    </Page>
  );
}
