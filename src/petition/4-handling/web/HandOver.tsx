import { useQuery } from '@tanstack/react-query';
import { Button, Checkbox } from 'antd';
import { type FormEvent, type ReactNode, useState } from 'react';
import { useAct } from '../../../ui/staff/act.ts';
import { call } from '../../../ui/staff/api.ts';
import { ErrorSummary, type Fault, faultOf, useFaults } from '../../../ui/staff/ErrorSummary.tsx';
import { Field } from '../../../ui/staff/Field.tsx';
import { Failed, Waiting } from '../../../ui/staff/Page.tsx';
import { useSay, useWords } from '../../../ui/staff/words.tsx';
import { handOver, readHandover } from '../handover.contract.ts';
import { HANDOVER_TEXTS } from './handover.texts.ts';

const KEY = ['handover'];

/** For the head of a body: everything an officer handles goes to another. */
export function HandOver(): ReactNode {
  const w = useWords(HANDOVER_TEXTS);
  const say = useSay();
  const said = useFaults();
  const read = useQuery({ queryKey: KEY, queryFn: ({ signal }) => call(readHandover, { signal }) });
  const act = useAct(handOver, [KEY, ['desk'], ['matter']]);
  const [from, setFrom] = useState('');
  const [to, setTo] = useState('');
  const [unrelated, setUnrelated] = useState(false);
  const [gaps, setGaps] = useState<readonly Fault[]>([]);
  const [done, setDone] = useState<Awaited<ReturnType<typeof act.send>>>();
  const faults = gaps.length > 0 ? gaps : said(act.error);
  if (read.isPending) return <Waiting lines={3} />;
  if (read.isError) return <Failed error={read.error} retry={() => void read.refetch()} />;
  const { people } = read.data;
  const unasked = faultOf(faults, 'unrelated');
  const holders = people.filter(({ id, inHand }) => inHand > 0 || id === from);

  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    const missing = [
      ...(from === '' ? [{ field: 'from', text: w.needFrom }] : []),
      ...(to === '' ? [{ field: 'to', text: w.needTo }] : []),
      ...(unrelated ? [] : [{ field: 'unrelated', text: w.needUnrelated }]),
    ];
    setGaps(missing);
    setDone(undefined);
    if (missing.length === 0) setDone(await act.send({ body: { from, to, unrelated: true } }));
  }

  return (
    <div className="stack">
      <p className="soft">{w.why}</p>
      {done !== undefined && (
        <div role="status">
          <p>
            <b>{w.moved(done.moved)}</b> {done.left > 0 && w.left(done.left)}
          </p>
          {done.refused.length > 0 && (
            <>
              <p>{w.refused(done.refused.length)}</p>
              <ul>
                {done.refused.map(({ matter, said: why }) => (
                  <li key={matter}>
                    <a href={`/desk/matter/${matter}`}>{matter}</a> {say(why)}
                  </li>
                ))}
              </ul>
            </>
          )}
        </div>
      )}
      {holders.length === 0 ? (
        <p>{w.nothing}</p>
      ) : (
        <form className="stack" onSubmit={submit} noValidate>
          <ErrorSummary faults={faults} />
          <Field id="from" label={w.from} fault={faultOf(faults, 'from')}>
            {(tied) => (
              <select {...tied} className="filter set" value={from} onChange={(event) => setFrom(event.target.value)}>
                <option value="">{w.choose}</option>
                {holders.map(({ id, name, inHand }) => (
                  <option key={id} value={id}>
                    {w.inHand(name, inHand)}
                  </option>
                ))}
              </select>
            )}
          </Field>
          <Field id="to" label={w.to} fault={faultOf(faults, 'to')}>
            {(tied) => (
              <select {...tied} className="filter set" value={to} onChange={(event) => setTo(event.target.value)}>
                <option value="">{w.choose}</option>
                {people
                  .filter(({ id, mayTake }) => mayTake && id !== from)
                  .map(({ id, name, inHand }) => (
                    <option key={id} value={id}>
                      {w.inHand(name, inHand)}
                    </option>
                  ))}
              </select>
            )}
          </Field>
          <div className={unasked === undefined ? 'fld' : 'fld bad'}>
            <Checkbox
              id="unrelated"
              aria-describedby={unasked === undefined ? undefined : 'unrelated-fault'}
              checked={unrelated}
              onChange={(event) => setUnrelated(event.target.checked)}
            >
              {w.unrelated}
            </Checkbox>
            {unasked !== undefined && (
              <p className="hint fault" id="unrelated-fault">
                {unasked}
              </p>
            )}
          </div>
          <Button htmlType="submit" type="primary" loading={act.pending}>
            {w.go}
          </Button>
        </form>
      )}
    </div>
  );
}
