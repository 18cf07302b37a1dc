import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { type ReactNode, useState } from 'react';
import { askReset, endAccount, endSessions } from '../../../actors/accounts/accounts.contract.ts';
import { useMay } from '../../../actors/accounts/web/session.tsx';
import { BodyPicker } from '../../../actors/bodies/web/BodyPicker.tsx';
import { SecondPerson } from '../../../alongside/openings/web/SecondPerson.tsx';
import { ROLE_LABELS } from '../../../domain/vocabulary.ts';
import { useAct } from '../../../ui/staff/act.ts';
import { Dialog } from '../../../ui/staff/Dialog.tsx';
import { useDates } from '../../../ui/staff/dates.ts';
import { ApiErrorSummary } from '../../../ui/staff/ErrorSummary.tsx';
import { notice } from '../../../ui/staff/notice.tsx';
import { Empty, Failed, Page, Waiting } from '../../../ui/staff/Page.tsx';
import { WideTable } from '../../../ui/staff/WideTable.tsx';
import { useSay, useWords } from '../../../ui/staff/words.tsx';
import { AccountForm, type Told } from './AccountForm.tsx';
import './accounts-page.css';
import { type Administered, accountsQuery, REFRESHES } from './accounts-data.ts';
import { ACCOUNTS_TEXTS } from './accounts-page.texts.ts';
import { FactorPosts } from './FactorPosts.tsx';
import { Orders } from './Orders.tsx';
import { SignOnSettings } from './SignOnSettings.tsx';

/** Where accounts are made, changed and ended; /desk/accounts. */
export function AccountsPage(): ReactNode {
  const w = useWords(ACCOUNTS_TEXTS);
  const may = useMay();
  const [body, setBody] = useState<string>();
  const [told, setTold] = useState<Told>();
  const read = useQuery(accountsQuery(body));
  return (
    <Page title={w.title} className="acc">
      <header>
        <h1>{w.title}</h1>
        <p className="s q">{w.why}</p>
      </header>
      {told !== undefined && <Password told={told} close={() => setTold(undefined)} />}
      {read.isPending ? (
        <Waiting lines={8} />
      ) : read.isError ? (
        <Failed error={read.error} retry={() => void read.refetch()} />
      ) : (
        <Orders orders={read.data.orders} told={setTold} />
      )}
      <div className="acc-parts">
        <BodyPicker id="body" label={w.body} value={body} onChange={setBody} />
        <section aria-label={w.title}>
          {body === undefined ? (
            <Empty title={w.chooseBody}>
              <p>{w.chooseBodyWhy}</p>
            </Empty>
          ) : (
            <>
              {read.data !== undefined && read.data.accounts.length === 0 && (
                <Empty title={w.none}>
                  <p>{w.noneWhy}</p>
                </Empty>
              )}
              {read.data !== undefined && read.data.accounts.length > 0 && (
                <Accounts accounts={read.data.accounts} body={body} told={setTold} />
              )}
              {may('admin') && (
                <details className="acc-new">
                  <summary>{w.made}</summary>
                  <AccountForm key={body} body={body} told={setTold} />
                </details>
              )}
            </>
          )}
        </section>
      </div>
      <FactorPosts />
      <SignOnSettings />
      {may('security') && <SecondPerson />}
    </Page>
  );
}

function Password({ told, close }: { readonly told: Told; readonly close: () => void }): ReactNode {
  const w = useWords(ACCOUNTS_TEXTS);
  return (
    <section className="acc-told" role="status" aria-label={w.told(told.name)}>
      <p>{w.told(told.name)}</p>
      <p className="acc-password">{told.password}</p>
      <p className="s q">{w.toldWhy}</p>
      <Button size="small" onClick={close}>
        {w.toldDone}
      </Button>
    </section>
  );
}

function Accounts({
  accounts,
  body,
  told,
}: {
  readonly accounts: readonly Administered[];
  readonly body: string;
  readonly told: (one: Told) => void;
}): ReactNode {
  const w = useWords(ACCOUNTS_TEXTS);
  const [changing, setChanging] = useState<Administered>();
  const [ending, setEnding] = useState<Administered>();
  const end = useAct(endAccount, REFRESHES);
  const reset = useAct(askReset, REFRESHES);
  const sessions = useAct(endSessions, REFRESHES);
  const params = (one: Administered) => ({ params: { account: one.id } });

  async function finish(one: Administered): Promise<void> {
    setEnding(undefined);
    if ((await end.send(params(one))) !== undefined) notice(w.endedNow);
  }

  return (
    <>
      <ApiErrorSummary error={end.error ?? reset.error ?? sessions.error} />
      <WideTable label={w.title}>
        <table className="list-table">
          <caption className="gone">{w.title}</caption>
          <thead>
            <tr>
              <th scope="col">{w.name}</th>
              <th scope="col">{w.post}</th>
              <th scope="col">{w.roles}</th>
              <th scope="col" className="n">
                {w.inHand}
              </th>
              <th scope="col">{w.sessions}</th>
              <th scope="col">{w.change}</th>
            </tr>
          </thead>
          <tbody>
            {accounts.map((one) => (
              <Line
                key={one.id}
                one={one}
                change={() => setChanging(one)}
                end={() => setEnding(one)}
                reset={async () => {
                  if ((await reset.send(params(one))) !== undefined) notice(w.asked);
                }}
                leave={async () => {
                  const done = await sessions.send(params(one));
                  if (done !== undefined) notice(w.sessionsEnded(done.ended));
                }}
              />
            ))}
          </tbody>
        </table>
      </WideTable>
      {changing !== undefined && (
        <Dialog title={`${w.change} · ${changing.name}`} close={() => setChanging(undefined)}>
          <AccountForm body={body} account={changing} told={told} close={() => setChanging(undefined)} />
        </Dialog>
      )}
      {ending !== undefined && (
        <Dialog title={w.end} close={() => setEnding(undefined)}>
          <p>{w.endAsk(ending.name)}</p>
          <div className="acts">
            <Button type="primary" onClick={() => void finish(ending)}>
              {w.end}
            </Button>
            <Button onClick={() => setEnding(undefined)}>{w.cancel}</Button>
          </div>
        </Dialog>
      )}
    </>
  );
}

function Line({
  one,
  change,
  end,
  reset,
  leave,
}: {
  readonly one: Administered;
  readonly change: () => void;
  readonly end: () => void;
  readonly reset: () => Promise<void>;
  readonly leave: () => Promise<void>;
}): ReactNode {
  const w = useWords(ACCOUNTS_TEXTS);
  const say = useSay();
  const dates = useDates();
  const may = useMay();
  const act = (label: string, run: () => void): ReactNode => (
    <button type="button" className="bare link s" onClick={run}>
      {label}
      <span className="gone"> {one.name}</span>
    </button>
  );
  return (
    <tr className={one.endedOn === null ? undefined : 'acc-ended'}>
      <td>
        {one.name} <span className="s f">{one.login}</span>
      </td>
      <td className="s">{say(one.title)}</td>
      <td className="s">
        {one.roles.length === 0 ? w.noRoles : one.roles.map((role) => say(ROLE_LABELS[role])).join('、')}
      </td>
      <td className="n">{one.inHand}</td>
      <td className="s">
        {one.endedOn !== null ? (
          w.ended(one.endedOn)
        ) : (
          <>
            {one.sessions}
            {one.seenAt !== null && ` · ${w.seen(dates.moment(one.seenAt))}`}
            {one.mustChange && ` · ${w.first}`}
            {one.secondFactor && ` · ${w.factor}`}
          </>
        )}
      </td>
      <td className="nw">
        {one.endedOn === null && (
          <span className="acc-acts">
            {may('admin') && act(w.change, change)}
            {may('admin') && act(w.askReset, () => void reset())}
            {one.sessions > 0 && act(w.endSessions, () => void leave())}
            {may('admin') && act(w.end, end)}
          </span>
        )}
      </td>
    </tr>
  );
}
