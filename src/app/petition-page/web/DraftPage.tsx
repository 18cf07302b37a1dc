import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { Empty, Failed, Page, Waiting } from '../../../ui/staff/Page.tsx';
import { useWords } from '../../../ui/staff/words.tsx';
import { matterQuery } from '../../desk/web/desk-data.ts';
import { DraftEditor } from './DraftEditor.tsx';
import { DRAFT_PAGE_TEXTS } from './draft-page.texts.ts';
import { currentTask } from './page-model.ts';

/** Where an opinion is written, at /desk/matter/$matter/draft. */
export function DraftPage(): ReactNode {
  const { matter } = useParams({ from: '/matter/$matter/draft' });
  const w = useWords(DRAFT_PAGE_TEXTS);
  const read = useQuery({ ...matterQuery(matter), refetchOnWindowFocus: false });
  const page = read.data;
  const task = page === undefined ? undefined : currentTask(page);
  if (page !== undefined && task !== undefined)
    return <DraftEditor key={`${matter} ${task.id}`} page={page} task={task} />;
  return (
    <Page title={matter}>
      {page !== undefined ? (
        <Empty title={w.nothing}>
          <p>{w.nothingWhy}</p>
        </Empty>
      ) : read.isError ? (
        <Failed error={read.error} retry={() => void read.refetch()} />
      ) : (
        <Waiting lines={12} />
      )}
    </Page>
  );
}
