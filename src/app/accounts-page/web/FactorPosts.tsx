import { useQuery } from '@tanstack/react-query';
import { Button, Checkbox } from 'antd';
import { type ReactNode, useState } from 'react';
import { readFactorPosts, setFactorPosts } from '../../../actors/accounts/accounts.contract.ts';
import { useMay } from '../../../actors/accounts/web/session.tsx';
import { ROLE_LABELS, ROLES, type Role } from '../../../domain/vocabulary.ts';
import { useAct } from '../../../ui/staff/act.ts';
import { call } from '../../../ui/staff/api.ts';
import { ApiErrorSummary } from '../../../ui/staff/ErrorSummary.tsx';
import { notice } from '../../../ui/staff/notice.tsx';
import { Failed, Waiting } from '../../../ui/staff/Page.tsx';
import { useSay, useWords } from '../../../ui/staff/words.tsx';
import { ACCOUNTS_TEXTS } from './accounts-page.texts.ts';

const KEY = ['factor-posts'];

/** Which posts take a second factor: said by the security officer, seen by the administrator. */
export function FactorPosts(): ReactNode {
  const w = useWords(ACCOUNTS_TEXTS);
  const say = useSay();
  const may = useMay();
  const read = useQuery({ queryKey: KEY, queryFn: ({ signal }) => call(readFactorPosts, { signal }) });
  if (read.isPending) return <Waiting lines={2} />;
  if (read.isError) return <Failed error={read.error} retry={() => void read.refetch()} />;
  const { posts } = read.data;
  return (
    <section aria-label={w.factorPosts}>
      <h2>{w.factorPosts}</h2>
      <p className="s q">{w.factorPostsWhy}</p>
      {may('security') ? (
        <Choosing posts={posts} key={posts.join()} />
      ) : (
        <p>{posts.length === 0 ? w.factorNone : posts.map((role) => say(ROLE_LABELS[role])).join(w.comma)}</p>
      )}
    </section>
  );
}

function Choosing({ posts }: { readonly posts: readonly Role[] }): ReactNode {
  const w = useWords(ACCOUNTS_TEXTS);
  const say = useSay();
  const act = useAct(setFactorPosts, [KEY]);
  const [chosen, setChosen] = useState<readonly Role[]>(posts);
  return (
    <>
      <ApiErrorSummary error={act.error} />
      <fieldset className="choice">
        <legend className="gone">{w.factorPosts}</legend>
        <div className="choice-list">
          {ROLES.map((role) => (
            <Checkbox
              key={role}
              checked={chosen.includes(role)}
              onChange={(event) =>
                setChosen(event.target.checked ? [...chosen, role] : chosen.filter((other) => other !== role))
              }
            >
              {say(ROLE_LABELS[role])}
            </Checkbox>
          ))}
        </div>
      </fieldset>
      <Button
        loading={act.pending}
        onClick={() =>
          void act.send({ body: { posts: [...chosen] } }).then((done) => {
            if (done !== undefined) notice(w.factorPostsSaved);
          })
        }
      >
        {w.factorPostsSave}
      </Button>
    </>
  );
}
