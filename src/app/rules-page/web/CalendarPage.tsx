import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Button, Input } from 'antd';
import { type ReactNode, useMemo, useState } from 'react';
import { sayHoliday } from '../../../domain/calendar.ts';
import { useAct } from '../../../ui/staff/act.ts';
import { today, useDates } from '../../../ui/staff/dates.ts';
import { ApiErrorSummary, faultOf, useFaults } from '../../../ui/staff/ErrorSummary.tsx';
import { Field } from '../../../ui/staff/Field.tsx';
import { notice } from '../../../ui/staff/notice.tsx';
import { Failed, Page, Waiting } from '../../../ui/staff/Page.tsx';
import { TextArea } from '../../../ui/staff/TextArea.tsx';
import { useLanguage, useSay, useWords } from '../../../ui/staff/words.tsx';
import { publishCalendar } from '../../calendar/calendar.contract.ts';
import { readNotice } from '../../calendar/notice-text.rules.ts';
import { RunList } from './RunList.tsx';
import './rules.css';
import { calendarQuery, calendarYearQuery } from './rules-data.ts';
import { CALENDAR_TEXTS } from './rules-page.texts.ts';

const REFRESHES = [['calendar'], ['recounts']];

/** The years whose notices are entered, the form that enters one, and what it made move; /desk/calendar. */
export function CalendarPage(): ReactNode {
  const w = useWords(CALENDAR_TEXTS);
  const read = useQuery(calendarQuery);
  const [year, setYear] = useState<number>();
  const next = Number(today().slice(0, 4)) + 1;
  const years = read.data?.years ?? [];
  const missing = read.data !== undefined && !years.some((one) => one.year === next);
  return (
    <Page title={w.calendar} className="adm">
      <header className="adm-head">
        <h1>{w.calendar}</h1>
        {read.data !== undefined && <span className="s q">{w.version(read.data.version)}</span>}
        <p className="s q">{w.calendarWhy}</p>
        {missing && <p className="s">{w.nextMissing(next)}</p>}
      </header>
      {read.isPending ? (
        <Waiting lines={8} />
      ) : read.isError ? (
        <Failed error={read.error} retry={() => void read.refetch()} />
      ) : (
        <>
          <NoticeForm key={year ?? next} year={year ?? next} known={years.some((one) => one.year === (year ?? next))} />
          <RunList only="calendar" />
          <section aria-label={w.year}>
            <h2>{w.year}</h2>
            <table className="list-table">
              <caption className="gone">{w.calendar}</caption>
              <thead>
                <tr>
                  <th scope="col">{w.year}</th>
                  <th scope="col">{w.off}</th>
                  <th scope="col">{w.on}</th>
                  <th scope="col">{w.source}</th>
                </tr>
              </thead>
              <tbody>
                {years.map((one) => (
                  <tr key={one.year}>
                    <td>
                      <button type="button" className="bare link" onClick={() => setYear(one.year)}>
                        {one.year}
                      </button>
                    </td>
                    <td>{w.days(one.off)}</td>
                    <td>{w.days(one.on)}</td>
                    <td className="s">{one.source}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </section>
        </>
      )}
    </Page>
  );
}

/** Enters or corrects a year: the pasted text is read into days, shown, and only then sent. */
function NoticeForm({ year: given, known }: { readonly year: number; readonly known: boolean }): ReactNode {
  const w = useWords(CALENDAR_TEXTS);
  const say = useSay();
  const navigate = useNavigate();
  const faults = useFaults();
  const kept = useQuery({ ...calendarYearQuery(given), enabled: known });
  const before = kept.data?.status === 'published' ? kept.data : undefined;
  const [year, setYear] = useState(`${given}`);
  const [typed, setText] = useState<string>();
  const [source, setSource] = useState<string>();
  const [missing, setMissing] = useState<Readonly<Record<string, string>>>({});
  const act = useAct(publishCalendar, REFRESHES);
  const text = typed ?? (before === undefined ? '' : linesOf(before));
  const read = useMemo(() => readNotice(Number(year), text), [year, text]);
  const fault = (field: string): string | undefined => missing[field] ?? faultOf(faults(act.error), field);

  async function send(): Promise<void> {
    const from = (source ?? before?.source ?? '').trim();
    const gaps = {
      ...(/^\d{4}$/.test(year) ? {} : { year: w.yearNeed }),
      ...(read.off.length === 0 ? { text: w.textNeed } : read.faults.length > 0 ? { text: w.fix } : {}),
      ...(from === '' ? { source: w.sourceNeed } : {}),
    };
    setMissing(gaps);
    if (Object.keys(gaps).length > 0) return;
    const done = await act.send({
      params: { year: Number(year) },
      body: { off: [...read.off], on: [...read.on], names: { ...read.names }, source: from },
    });
    if (done === undefined) return;
    notice(w.saved(done.year));
    await navigate({ to: '/recount/$run', params: { run: done.run.run } });
  }

  return (
    <section aria-label={known ? w.correct(given) : w.enter}>
      <h2>{known ? w.correct(given) : w.enter}</h2>
      <form
        className="adm-notice"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void send();
        }}
      >
        <ApiErrorSummary error={act.error} />
        <Field id="year" label={w.year} fault={fault('year')}>
          {(tied) => (
            <Input
              {...tied}
              inputMode="numeric"
              maxLength={4}
              value={year}
              onChange={(event) => setYear(event.target.value)}
            />
          )}
        </Field>
        <Field id="text" label={w.text} hint={w.textHint} fault={fault('text') ?? fault('off')}>
          {(tied) => (
            <TextArea
              {...tied}
              rows={8}
              maxLength={20_000}
              value={text}
              onChange={(event) => setText(event.target.value)}
            />
          )}
        </Field>
        {text.trim() !== '' && (
          <div className="stack" role="status">
            {read.faults.map((one) => (
              <p key={one.en} className="hint fault">
                {say(one)}
              </p>
            ))}
            <DaysRead off={read.off} on={read.on} names={read.names} />
          </div>
        )}
        <Field id="source" label={w.source} hint={w.sourceHint} fault={fault('source')}>
          {(tied) => (
            <Input
              {...tied}
              maxLength={300}
              value={source ?? before?.source ?? ''}
              onChange={(event) => setSource(event.target.value)}
            />
          )}
        </Field>
        <div className="acts">
          <Button type="primary" htmlType="submit" loading={act.pending}>
            {w.save}
          </Button>
          <span className="s f">{w.saveNote}</span>
        </div>
      </form>
    </section>
  );
}

/** A year as lines the form reads again. */
function linesOf(year: {
  readonly off: readonly string[];
  readonly on: readonly string[];
  readonly names: Readonly<Record<string, string>>;
}): string {
  const lines = [
    ...year.off.map((day) => ({ day, line: `${day} 休 ${year.names[day] ?? ''}` })),
    ...year.on.map((day) => ({ day, line: `${day} 班 ${year.names[day] ?? ''}` })),
  ];
  return lines
    .sort((a, b) => (a.day < b.day ? -1 : 1))
    .map(({ line }) => line.trim())
    .join('\n');
}

function DaysRead({
  off,
  on,
  names,
}: {
  readonly off: readonly string[];
  readonly on: readonly string[];
  readonly names: Readonly<Record<string, string>>;
}): ReactNode {
  const w = useWords(CALENDAR_TEXTS);
  const dates = useDates();
  const { language } = useLanguage();
  if (off.length + on.length === 0) return null;
  const line = (day: string): string => {
    const name = names[day];
    return name === undefined ? dates.full(day) : `${dates.full(day)} ${sayHoliday(name, language)}`;
  };
  return (
    <dl className="adm-facts">
      <dt>
        {w.off} {w.days(off.length)}
      </dt>
      <dd>{off.map(line).join('；')}</dd>
      <dt>
        {w.on} {w.days(on.length)}
      </dt>
      <dd>{on.map(line).join('；')}</dd>
    </dl>
  );
}
