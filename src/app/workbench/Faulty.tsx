import type { ErrorComponentProps } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { Failed, Page } from '../../ui/staff/Page.tsx';
import { useWords } from '../../ui/staff/words.tsx';
import { SHELL_TEXTS } from './shell.texts.ts';

/** A page that broke while it was drawn; most often a part of it that could not be fetched after an update. */
export function Faulty({ error }: ErrorComponentProps): ReactNode {
  const w = useWords(SHELL_TEXTS);
  return (
    <Page title={w.faulty}>
      <Failed error={error} retry={() => location.reload()} />
    </Page>
  );
}
