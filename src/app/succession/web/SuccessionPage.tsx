import { useInfiniteQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { Button } from 'antd';
import { type ReactNode, useState } from 'react';
import { BodyPicker } from '../../../actors/bodies/web/BodyPicker.tsx';
import { useAct } from '../../../ui/staff/act.ts';
import { Segments } from '../../../ui/staff/Choice.tsx';
import { Dialog } from '../../../ui/staff/Dialog.tsx';
import { useDates } from '../../../ui/staff/dates.ts';
import { ApiErrorSummary } from '../../../ui/staff/ErrorSummary.tsx';
import { notice } from '../../../ui/staff/notice.tsx';
import { Empty, Failed, Page, Waiting } from '../../../ui/staff/Page.tsx';
import { useSay, useWords } from '../../../ui/staff/words.tsx';
import '../../rules-page/web/rules.css';
import {
  approveSuccession,
  designateSuccessor,
  discardSuccession,
  type SuccessionView,
} from '../succession.contract.ts';
import { SUCCESSION_TEXTS } from './succession.texts.ts';
import { REFRESHES, type Shown, type SuccessionPageData, successionQuery } from './succession-data.ts';

type CaseRow = SuccessionPageData['rows'][number];

/** One change with its cases, to be designated, approved or discarded; /desk/bodies/$run. */
export function SuccessionPage(): ReactNode {
  const { run: id } = useParams({ from: '/bodies/$run' });
  const w = useWords(SUCCESSION_TEXTS);
  const say = useSay();
  const [show, setShow] = useState<Shown>('all');
  const [ticked, setTicked] = useState<readonly string[]>([]);
  const list = useInfiniteQuery(successionQuery(id, show));
  const [head] = list.data?.pages ?? [];
  if (head === undefined)
    return (
      <Page title={w.bodies} className="adm">
        {list.isError ? <Failed error={list.error} retry={() => void list.refetch()} /> : <Waiting lines={10} />}
      </Page>
    );
  const { run } = head;
  const rows = list.data?.pages.flatMap((page) => page.rows) ?? [];
  const title = w.goesTo(say(run.from.name), w[run.kind], run.successors.map((one) => say(one.name)).join('、'));
  const unclear = rows.filter((row) => row.to === undefined).map((row) => row.stream);
  const chosen = ticked.filter((one) => unclear.includes(one));
  const mayDesignate = run.unclear > 0 && (run.state === 'drafted' || run.state === 'approved');
  return (
    <Page title={title} className="adm">
      <header className="adm-head">
        <Link to="/bodies" className="s q">
          {w.bodies}
        </Link>
        <h1>{title}</h1>
        <span className="tag">{w[run.state]}</span>
      </header>
      <Facts run={run} />
      <Decide run={run} />
      {mayDesignate && <Designate run={run} streams={chosen} done={() => setTicked([])} />}
      <section aria-label={w.cases}>
        <div>
          <Segments
            id="show"
            label={w.show}
            value={show}
            onChange={setShow}
            options={[
              { value: 'all', label: w.all, count: run.cases },
              { value: 'open', label: w.openCases, count: run.open },
              { value: 'unclear', label: w.unclearCases, count: run.unclear },
            ]}
          />
        </div>
        {rows.length === 0 ? (
          <Empty title={w.nothing} />
        ) : (
          <CaseTable
            label={title}
            rows={rows}
            ticked={chosen}
            tick={
              mayDesignate
                ? (stream, on) => setTicked(on ? [...chosen, stream] : chosen.filter((one) => one !== stream))
                : undefined
            }
          />
        )}
        {list.hasNextPage && (
          <Button size="small" loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
            {w.more}
          </Button>
        )}
      </section>
    </Page>
  );
}

function Facts({ run }: { readonly run: SuccessionView }): ReactNode {
  const w = useWords(SUCCESSION_TEXTS);
  const say = useSay();
  const dates = useDates();
  const said = (at: string | undefined, who: string | undefined): string =>
    at === undefined ? '' : `${dates.moment(at)} ${who ?? ''}`;
  return (
    <section aria-label={w.facts}>
      <dl className="adm-facts">
        <dt>{w.basis}</dt>
        <dd>{run.basis}</dd>
        <dt>{w.endsOn}</dt>
        <dd>{dates.full(run.endsOn)}</dd>
        <dt>{w.officers}</dt>
        <dd>{run.posts > 0 ? w.posts(run.posts, say(run.officers.name)) : say(run.officers.name)}</dd>
        <dt>{w.listed}</dt>
        <dd>{said(run.draftedAt, run.draftedBy)}</dd>
        {run.decidedAt !== undefined && (
          <>
            <dt>{w.decided}</dt>
            <dd>{said(run.decidedAt, run.decidedBy)}</dd>
          </>
        )}
      </dl>
      <p className="s q">
        {w.counts(run.cases, run.open, run.applied)} {w.sealed}
      </p>
      {run.rules.length > 0 && <p className="s">{w.rules(run.rules.map(say).join('、'))}</p>}
    </section>
  );
}

function Decide({ run }: { readonly run: SuccessionView }): ReactNode {
  const w = useWords(SUCCESSION_TEXTS);
  const say = useSay();
  const [asking, setAsking] = useState(false);
  const approve = useAct(approveSuccession, REFRESHES);
  const discard = useAct(discardSuccession, REFRESHES);
  const params = { run: run.run };
  if (run.state !== 'drafted' && run.state !== 'drafting') return null;

  async function go(): Promise<void> {
    if (await approve.send({ params })) notice(w.approvedDone);
    setAsking(false);
  }

  return (
    <section aria-label={w.decided}>
      <ApiErrorSummary error={approve.error ?? discard.error} />
      <div className="acts">
        {run.state === 'drafted' && (
          <Button type="primary" onClick={() => setAsking(true)}>
            {w.approve}
          </Button>
        )}
        <Button
          loading={discard.pending}
          onClick={() => void discard.send({ params }).then((done) => done && notice(w.discardedDone))}
        >
          {w.discard}
        </Button>
        <span className="s f">{w.discardNote}</span>
      </div>
      {asking && (
        <Dialog title={w.approve} close={() => setAsking(false)}>
          <p>{w.approveAsk(say(run.from.name), run.cases)}</p>
          <div className="acts">
            <Button type="primary" loading={approve.pending} onClick={() => void go()}>
              {w.approve}
            </Button>
          </div>
        </Dialog>
      )}
    </section>
  );
}

/** Names who goes on with the ticked cases. */
function Designate({
  run,
  streams,
  done,
}: {
  readonly run: SuccessionView;
  readonly streams: readonly string[];
  readonly done: () => void;
}): ReactNode {
  const w = useWords(SUCCESSION_TEXTS);
  const [to, setTo] = useState<string>();
  const [gap, setGap] = useState<string>();
  const act = useAct(designateSuccessor, REFRESHES);

  async function go(): Promise<void> {
    const missing = streams.length === 0 ? w.designateNeed : to === undefined ? w.designateBody : undefined;
    setGap(missing);
    if (missing !== undefined || to === undefined) return;
    if (await act.send({ params: { run: run.run }, body: { streams: [...streams], to } })) {
      notice(w.designatedDone);
      done();
    }
  }

  return (
    <section aria-label={w.designate}>
      <h2>{w.designate}</h2>
      <p className="s">{w.designateWhy(run.unclear)}</p>
      <ApiErrorSummary error={act.error} />
      <BodyPicker id="to" label={w.successor} value={to} onChange={setTo} fault={gap} />
      <div className="acts">
        <Button loading={act.pending} onClick={() => void go()}>
          {w.designateGo(streams.length)}
        </Button>
      </div>
    </section>
  );
}

function CaseTable({
  label,
  rows,
  ticked,
  tick,
}: {
  readonly label: string;
  readonly rows: readonly CaseRow[];
  readonly ticked: readonly string[];
  readonly tick: ((stream: string, on: boolean) => void) | undefined;
}): ReactNode {
  const w = useWords(SUCCESSION_TEXTS);
  const say = useSay();
  const stateOf = (row: CaseRow): string =>
    row.open ? (row.kind === 'matter' ? w.matterOpen : w.waitsForRegistration) : w.matterClosed;
  return (
    <table className="list-table">
      <caption className="gone">{label}</caption>
      <thead>
        <tr>
          <th scope="col">{w.number}</th>
          <th scope="col">{w.about}</th>
          <th scope="col">{w.state}</th>
          <th scope="col">{w.successor}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.stream}>
            <td className="nw">
              {tick !== undefined && row.to === undefined && (
                <input
                  type="checkbox"
                  aria-label={w.pick(row.stream)}
                  checked={ticked.includes(row.stream)}
                  onChange={(event) => tick(row.stream, event.target.checked)}
                />
              )}{' '}
              {row.stream}
            </td>
            <td>{row.category === undefined ? '' : say(row.category)}</td>
            <td className="s">{row.applied ? w.carried : stateOf(row)}</td>
            <td>
              {row.to === undefined ? <b>{row.unclear && say(row.unclear)}</b> : say(row.to)}
              {row.designated && <span className="tag">{w.designated}</span>}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
