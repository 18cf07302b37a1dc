import { useInfiniteQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { Button } from 'antd';
import { type ReactNode, useState } from 'react';
import { useAct } from '../../../ui/staff/act.ts';
import { Dialog } from '../../../ui/staff/Dialog.tsx';
import { useDates } from '../../../ui/staff/dates.ts';
import { ApiErrorSummary } from '../../../ui/staff/ErrorSummary.tsx';
import { FilterSelect } from '../../../ui/staff/FilterSelect.tsx';
import { useKeys } from '../../../ui/staff/keys.ts';
import { notice } from '../../../ui/staff/notice.tsx';
import { Empty, Failed, Page, Waiting } from '../../../ui/staff/Page.tsx';
import { useSay, useWords } from '../../../ui/staff/words.tsx';
import { approveRecount, discardRecount, draftRecount, type RunView } from '../../recount/recount.contract.ts';
import { MovedTable } from './MovedTable.tsx';
import './rules.css';
import { recountQuery } from './rules-data.ts';
import { RECOUNT_TEXTS } from './rules-page.texts.ts';

const REFRESHES = [['recounts']];

/** One run that counts dates again: every open clock before and after, to be approved or discarded; /desk/recount/$run. */
export function RunPage(): ReactNode {
  const { run } = useParams({ from: '/recount/$run' });
  const w = useWords(RECOUNT_TEXTS);
  const say = useSay();
  const [kind, setKind] = useState<string>();
  const list = useInfiniteQuery(recountQuery(run, kind));
  const [head] = list.data?.pages ?? [];
  if (head === undefined)
    return (
      <Page title={w.runs} className="adm">
        {list.isError ? <Failed error={list.error} retry={() => void list.refetch()} /> : <Waiting lines={10} />}
      </Page>
    );
  const rows = list.data?.pages.flatMap((page) => page.rows) ?? [];
  const title = say(head.run.name);
  return (
    <Page title={title} className="adm">
      <header className="adm-head">
        <Link to={head.run.kind === 'calendar' ? '/calendar' : '/rules'} className="s q">
          {w.toList}
        </Link>
        <h1>{title}</h1>
        <span className="tag">{w[head.run.state]}</span>
        <Said run={head.run} />
      </header>
      <Decide run={head.run} />
      <section aria-label={w.dates}>
        {head.byKind.length > 1 && (
          <p>
            <FilterSelect
              label={w.allKinds}
              value={kind}
              change={setKind}
              choices={head.byKind.map((one) => ({ value: one.kind, label: `${say(one.label)} ${one.count}` }))}
            />
          </p>
        )}
        {rows.length === 0 ? (
          <Empty title={w.nothing}>{head.run.state === 'drafted' && <p>{w.nothingWhy}</p>}</Empty>
        ) : (
          <MovedTable label={title} rows={rows} />
        )}
        {head.keepNew > 0 && <p className="s q">{w.keepNew(head.keepNew)}</p>}
        {list.hasNextPage && (
          <Button size="small" loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
            {w.moreRows}
          </Button>
        )}
      </section>
    </Page>
  );
}

function Said({ run }: { readonly run: RunView }): ReactNode {
  const w = useWords(RECOUNT_TEXTS);
  const dates = useDates();
  return (
    <p className="s q">
      {w.counts(run.looked, run.cases, run.clocks)} {run.spared > 0 && w.spared(run.spared)} {w.sealed}{' '}
      {run.state === 'done' && w.changed(run.applied)} {dates.moment(run.draftedAt)} {run.draftedBy}
      {run.decidedAt !== undefined && (
        <>
          {' · '}
          {dates.moment(run.decidedAt)} {run.decidedBy}
        </>
      )}
    </p>
  );
}

/** Approve or discard what is listed; list again where it was discarded or has grown old. */
function Decide({ run }: { readonly run: RunView }): ReactNode {
  const w = useWords(RECOUNT_TEXTS);
  const [asking, setAsking] = useState(false);
  const approve = useAct(approveRecount, REFRESHES);
  const discard = useAct(discardRecount, REFRESHES);
  const again = useAct(draftRecount, REFRESHES);
  const params = { run: run.run };
  const navigate = useNavigate();
  const waits = run.state === 'drafted';
  useKeys(waits ? [{ key: 'a', label: RECOUNT_TEXTS.approve, run: () => setAsking(true) }] : []);

  async function go(): Promise<void> {
    if (await approve.send({ params })) notice(w.approvedDone);
    setAsking(false);
  }

  async function listAgain(): Promise<void> {
    const made = await again.send({ body: { kind: run.kind, about: run.about } });
    if (made !== undefined) await navigate({ to: '/recount/$run', params: { run: made.run } });
  }

  return (
    <section aria-label={w.decided}>
      <ApiErrorSummary error={approve.error ?? discard.error ?? again.error} />
      <div className="acts">
        {waits && (
          <>
            <Button type="primary" onClick={() => setAsking(true)}>
              {w.approve} <kbd>A</kbd>
            </Button>
            <Button
              loading={discard.pending}
              onClick={() => void discard.send({ params }).then((done) => done && notice(w.discardedDone))}
            >
              {w.discard}
            </Button>
            <span className="s f">{w.discardNote}</span>
          </>
        )}
        {(waits || run.state === 'discarded') && (
          <Button loading={again.pending} onClick={() => void listAgain()}>
            {w.again}
          </Button>
        )}
      </div>
      {asking && (
        <Dialog title={w.approve} close={() => setAsking(false)}>
          <p>{w.approveAsk(run.cases, run.clocks)}</p>
          <div className="acts">
            <Button type="primary" loading={approve.pending} onClick={() => void go()}>
              {w.approveGo}
            </Button>
          </div>
        </Dialog>
      )}
    </section>
  );
}
