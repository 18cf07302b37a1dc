import { Button } from 'antd';
import type { ReactNode } from 'react';
import { decideOrder } from '../../../actors/accounts/accounts.contract.ts';
import { ROLE_LABELS } from '../../../domain/vocabulary.ts';
import { useAct } from '../../../ui/staff/act.ts';
import { useDates } from '../../../ui/staff/dates.ts';
import { ApiErrorSummary } from '../../../ui/staff/ErrorSummary.tsx';
import { notice } from '../../../ui/staff/notice.tsx';
import { WideTable } from '../../../ui/staff/WideTable.tsx';
import { useSay, useWords } from '../../../ui/staff/words.tsx';
import type { Told } from './AccountForm.tsx';
import { type Order, REFRESHES } from './accounts-data.ts';
import { ACCOUNTS_TEXTS } from './accounts-page.texts.ts';

/** What one administrator asked for and another decides. */
export function Orders({
  orders,
  told,
}: {
  readonly orders: readonly Order[];
  readonly told: (one: Told) => void;
}): ReactNode {
  const w = useWords(ACCOUNTS_TEXTS);
  const say = useSay();
  const dates = useDates();
  const act = useAct(decideOrder, REFRESHES);

  async function decide(order: Order, confirm: boolean): Promise<void> {
    const done = await act.send({ params: { order: order.id }, body: { confirm } });
    if (done === undefined) return;
    notice(confirm ? w.confirmed : w.refused);
    if (done.password !== undefined) told({ name: order.account.name, password: done.password });
  }

  return (
    <section aria-label={w.waiting}>
      <h2>{w.waiting}</h2>
      <ApiErrorSummary error={act.error} />
      {orders.length === 0 ? (
        <p className="s f">{w.nothingWaits}</p>
      ) : (
        <WideTable label={w.waiting}>
          <table className="list-table">
            <caption className="gone">{w.waiting}</caption>
            <thead>
              <tr>
                <th scope="col">{w.who}</th>
                <th scope="col">{w.what}</th>
                <th scope="col">{w.askedBy}</th>
                <th scope="col">{w.confirm}</th>
              </tr>
            </thead>
            <tbody>
              {orders.map((order) => (
                <tr key={order.id}>
                  <td>
                    {order.account.name}{' '}
                    <span className="s f">{`${order.account.login} · ${say(order.account.body)}`}</span>
                  </td>
                  <td>
                    {order.kind === 'reset'
                      ? w.reset
                      : w.rolesTo((order.roles ?? []).map((role) => say(ROLE_LABELS[role])).join('、'))}
                  </td>
                  <td className="s">{`${order.askedBy} ${dates.moment(order.askedAt)}`}</td>
                  <td>
                    {order.mine ? (
                      <span className="acts">
                        <Button size="small" type="primary" onClick={() => void decide(order, true)}>
                          {w.confirm}
                        </Button>
                        <Button size="small" onClick={() => void decide(order, false)}>
                          {w.refuse}
                        </Button>
                      </span>
                    ) : (
                      <span className="s f">{w.notYours}</span>
                    )}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </WideTable>
      )}
    </section>
  );
}
