import { useQuery } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { type FormEvent, type ReactNode, useState } from 'react';
import { useAct } from '../../../ui/staff/act.ts';
import { call } from '../../../ui/staff/api.ts';
import { useDates } from '../../../ui/staff/dates.ts';
import { ErrorSummary, type Fault, faultOf, useFaults } from '../../../ui/staff/ErrorSummary.tsx';
import { Field } from '../../../ui/staff/Field.tsx';
import { notice } from '../../../ui/staff/notice.tsx';
import { Failed, Waiting } from '../../../ui/staff/Page.tsx';
import { useWords } from '../../../ui/staff/words.tsx';
import { endSubstitute, nameSubstitute, readSubstitutes } from '../substitutes.contract.ts';
import { useSession } from './session.tsx';
import { SUBSTITUTE_TEXTS } from './substitutes.texts.ts';

const KEY = ['substitutes'];

/** Who stands in for whom at one's body, and naming somebody for the days one is away. */
export function Substitutes(): ReactNode {
  const w = useWords(SUBSTITUTE_TEXTS);
  const dates = useDates();
  const session = useSession();
  const read = useQuery({ queryKey: KEY, queryFn: ({ signal }) => call(readSubstitutes, { signal }) });
  const ending = useAct(endSubstitute, [KEY]);
  if (read.isPending) return <Waiting lines={3} />;
  if (read.isError) return <Failed error={read.error} retry={() => void read.refetch()} />;
  const { absences, colleagues } = read.data;
  const mine = (id: string): boolean => id === session.account.id;
  const mayEnd = (one: (typeof absences)[number]): boolean =>
    mine(one.account.id) || mine(one.substitute.id) || session.roles.includes('head');
  return (
    <div className="stack">
      <p className="soft">{w.why}</p>
      {absences.length === 0 ? (
        <p>{w.none}</p>
      ) : (
        <ul className="plain">
          {absences.map((one) => (
            <li key={one.id}>
              {w.line(one.account.name, one.substitute.name, w.days(dates.full(one.from), dates.full(one.to)))}{' '}
              {mayEnd(one) && (
                <Button
                  size="small"
                  loading={ending.pending}
                  onClick={() =>
                    void ending.send({ params: { absence: one.id } }).then((done) => {
                      if (done !== undefined) notice(w.ended);
                    })
                  }
                >
                  {w.end}
                </Button>
              )}
            </li>
          ))}
        </ul>
      )}
      {colleagues.length === 0 ? <p>{w.nobody}</p> : <Naming colleagues={colleagues} />}
    </div>
  );
}

function Naming({ colleagues }: { readonly colleagues: readonly { id: string; name: string }[] }): ReactNode {
  const w = useWords(SUBSTITUTE_TEXTS);
  const said = useFaults();
  const dates = useDates();
  const session = useSession();
  const act = useAct(nameSubstitute, [KEY]);
  const [away, setAway] = useState(session.account.id);
  const [substitute, setSubstitute] = useState('');
  const [from, setFrom] = useState('');
  const [to, setTo] = useState('');
  const [gaps, setGaps] = useState<readonly Fault[]>([]);
  const faults = gaps.length > 0 ? gaps : said(act.error);
  const everybody = [{ id: session.account.id, name: w.mine }, ...colleagues];
  const option = ({ id, name }: (typeof everybody)[number]): ReactNode => (
    <option key={id} value={id}>
      {name}
    </option>
  );

  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    const missing = [
      ...(substitute === '' ? [{ field: 'substitute', text: w.needSubstitute }] : []),
      ...(from === '' ? [{ field: 'from', text: w.needFrom }] : []),
      ...(to === '' ? [{ field: 'to', text: w.needTo }] : []),
    ];
    setGaps(missing);
    if (missing.length > 0) return;
    const done = await act.send({ body: { account: away, substitute, from, to } });
    if (done === undefined) return;
    notice(w.named);
    setSubstitute('');
  }

  return (
    <form className="stack" onSubmit={submit} noValidate>
      <ErrorSummary faults={faults} />
      {session.roles.includes('head') && (
        <Field id="account" label={w.away} fault={faultOf(faults, 'account')}>
          {(tied) => (
            <select {...tied} className="filter set" value={away} onChange={(event) => setAway(event.target.value)}>
              {everybody.map(option)}
            </select>
          )}
        </Field>
      )}
      <Field id="substitute" label={w.substitute} fault={faultOf(faults, 'substitute')}>
        {(tied) => (
          <select
            {...tied}
            className="filter set"
            value={substitute}
            onChange={(event) => setSubstitute(event.target.value)}
          >
            <option value="">{w.choose}</option>
            {everybody.filter(({ id }) => id !== away).map(option)}
          </select>
        )}
      </Field>
      {(
        [
          ['from', w.from, from, setFrom],
          ['to', w.to, to, setTo],
        ] as const
      ).map(([id, label, day, set]) => (
        <Field
          key={id}
          id={id}
          label={label}
          fault={faultOf(faults, id)}
          {...(day === '' ? {} : { hint: dates.full(day) })}
        >
          {(tied) => <Input {...tied} type="date" value={day} onChange={(event) => set(event.target.value)} />}
        </Field>
      ))}
      <Button htmlType="submit" type="primary" loading={act.pending}>
        {w.name}
      </Button>
    </form>
  );
}
