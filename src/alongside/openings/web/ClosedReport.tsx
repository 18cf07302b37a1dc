import { useInfiniteQuery } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { type FormEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import { useSession } from '../../../actors/accounts/web/session.tsx';
import { useAct } from '../../../ui/staff/act.ts';
import { useDates } from '../../../ui/staff/dates.ts';
import { ApiErrorSummary, ErrorSummary, type Fault, faultOf, useFaults } from '../../../ui/staff/ErrorSummary.tsx';
import { Field } from '../../../ui/staff/Field.tsx';
import { notice } from '../../../ui/staff/notice.tsx';
import { Failed, Waiting } from '../../../ui/staff/Page.tsx';
import { useSay, useWords } from '../../../ui/staff/words.tsx';
import { askOpening, endOpening, type OpeningRow } from '../openings.contract.ts';
import { MOST_DAYS, PURPOSE_LABELS, PURPOSES, type Purpose, USUAL_DAYS } from '../openings.rules.ts';
import './openings.css';
import { OPENINGS_TEXTS } from './openings.texts.ts';
import { OPENING_REFRESHES, openingsQuery } from './openings-data.ts';

/**
 * In place of a sealed report that its keeper has not opened: asking for it, and what became of that. `onOpen` once it
 * may be read.
 */
export function ClosedReport({ number, onOpen }: { readonly number: string; readonly onOpen: () => void }): ReactNode {
  const w = useWords(OPENINGS_TEXTS);
  const { account } = useSession();
  const list = useInfiniteQuery(openingsQuery);
  const own = (list.data?.pages ?? [])
    .flatMap(({ openings }) => openings)
    .filter(
      (one) =>
        one.account.id === account.id &&
        one.number !== undefined &&
        (one.number === number || number.startsWith(`${one.number}-`)),
    );
  const opened = own.find(({ state }) => state === 'open')?.id;
  const latest = useRef(onOpen);
  latest.current = onOpen;
  useEffect(() => {
    if (opened !== undefined) latest.current();
  }, [opened]);
  if (list.isPending) return <Waiting />;
  if (list.isError) return <Failed error={list.error} retry={() => void list.refetch()} />;
  const mine = own.find(({ state }) => state === 'waiting');
  return (
    <section className="closed-report">
      <h1>{w.closed}</h1>
      <p>{w.closedWhy}</p>
      <p className="c-number">{number}</p>
      {mine === undefined ? <Asking number={number} /> : <Waits opening={mine} again={() => list.refetch()} />}
    </section>
  );
}

function Asking({ number }: { readonly number: string }): ReactNode {
  const w = useWords(OPENINGS_TEXTS);
  const say = useSay();
  const said = useFaults();
  const act = useAct(askOpening, OPENING_REFRESHES);
  const [purpose, setPurpose] = useState<Purpose>();
  const [note, setNote] = useState('');
  const [days, setDays] = useState(String(USUAL_DAYS));
  const [gaps, setGaps] = useState<readonly Fault[]>([]);
  const faults = gaps.length > 0 ? gaps : said(act.error);

  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    const count = Number(days);
    const missing = [
      ...(purpose === undefined ? [{ field: 'purpose', text: w.needPurpose }] : []),
      ...(note.trim().length < 2 ? [{ field: 'note', text: w.needNote }] : []),
      ...(Number.isInteger(count) && count >= 1 && count <= MOST_DAYS
        ? []
        : [{ field: 'days', text: w.needDays(MOST_DAYS) }]),
    ];
    setGaps(missing);
    if (missing.length > 0 || purpose === undefined) return;
    const done = await act.send({ body: { number, purpose, note, days: count } });
    if (done !== undefined) notice(done.state === 'open' ? w.openNow : w.asked);
  }

  return (
    <form className="stack" onSubmit={submit} noValidate>
      <ErrorSummary faults={faults} />
      <Field id="purpose" label={w.purpose} fault={faultOf(faults, 'purpose')}>
        {(tied) => (
          <select
            {...tied}
            className="filter set"
            value={purpose ?? ''}
            onChange={(event) => setPurpose(PURPOSES.find((one) => one === event.target.value))}
          >
            <option value="">{w.choose}</option>
            {PURPOSES.map((one) => (
              <option key={one} value={one}>
                {say(PURPOSE_LABELS[one])}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Field id="note" label={w.note} hint={w.noteHint} fault={faultOf(faults, 'note')}>
        {(tied) => <Input {...tied} value={note} maxLength={500} onChange={(event) => setNote(event.target.value)} />}
      </Field>
      <Field id="days" label={w.days} hint={w.daysHint(MOST_DAYS)} fault={faultOf(faults, 'days')}>
        {(tied) => (
          <Input
            {...tied}
            inputMode="numeric"
            value={days}
            maxLength={2}
            onChange={(event) => setDays(event.target.value)}
          />
        )}
      </Field>
      <Button htmlType="submit" type="primary" loading={act.pending}>
        {w.ask}
      </Button>
    </form>
  );
}

function Waits({
  opening,
  again,
}: {
  readonly opening: OpeningRow;
  readonly again: () => Promise<unknown>;
}): ReactNode {
  const w = useWords(OPENINGS_TEXTS);
  const dates = useDates();
  const end = useAct(endOpening, OPENING_REFRESHES);
  return (
    <div className="stack">
      <h2>{w.waits}</h2>
      <p>{w.waitsWhy(opening.until === undefined ? '' : dates.moment(opening.until))}</p>
      <p>
        {w.code} <b className="opening-code">{opening.code}</b>
      </p>
      <ApiErrorSummary error={end.error} />
      <div className="acts">
        <Button type="primary" onClick={() => void again()}>
          {w.again}
        </Button>
        <Button
          loading={end.pending}
          onClick={() =>
            void end.send({ params: { opening: opening.id } }).then((done) => {
              if (done !== undefined) notice(w.takenBack);
            })
          }
        >
          {w.takeBack}
        </Button>
      </div>
    </div>
  );
}
