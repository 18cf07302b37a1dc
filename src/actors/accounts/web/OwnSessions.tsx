import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useAct } from '../../../ui/staff/act.ts';
import { call } from '../../../ui/staff/api.ts';
import { useDates } from '../../../ui/staff/dates.ts';
import { notice } from '../../../ui/staff/notice.tsx';
import { Failed, Waiting } from '../../../ui/staff/Page.tsx';
import { useWords } from '../../../ui/staff/words.tsx';
import { endOtherSessions, listSessions } from '../accounts.contract.ts';
import { SIGN_IN_TEXTS } from './sign-in.texts.ts';

/** Where one is signed in, and a way to end all but this one. */
export function OwnSessions(): ReactNode {
  const w = useWords(SIGN_IN_TEXTS);
  const dates = useDates();
  const read = useQuery({ queryKey: ['own-sessions'], queryFn: ({ signal }) => call(listSessions, { signal }) });
  const act = useAct(endOtherSessions, [['own-sessions']]);
  if (read.isPending) return <Waiting lines={3} />;
  if (read.isError) return <Failed error={read.error} retry={() => void read.refetch()} />;
  const { sessions } = read.data;
  return (
    <>
      <ul className="plain">
        {sessions.map((one) => (
          <li key={`${one.since} ${one.seenAt}`}>
            {w.since(dates.moment(one.since))} {one.here ? <b>{w.here}</b> : w.lastUse(dates.moment(one.seenAt))}
          </li>
        ))}
      </ul>
      {sessions.length > 1 && (
        <Button
          loading={act.pending}
          onClick={() =>
            void act.send({}).then((done) => {
              if (done !== undefined) notice(w.othersEnded(done.ended));
            })
          }
        >
          {w.endOthers}
        </Button>
      )}
    </>
  );
}
