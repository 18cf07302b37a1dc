import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { Button } from 'antd';
import { type ReactNode, useEffect, useState } from 'react';
import { useSession } from '../../../actors/accounts/web/session.tsx';
import { useAct } from '../../../ui/staff/act.ts';
import { today, useDates } from '../../../ui/staff/dates.ts';
import { ApiErrorSummary, faultOf, useFaults } from '../../../ui/staff/ErrorSummary.tsx';
import { Field } from '../../../ui/staff/Field.tsx';
import { findKept, forget, keep } from '../../../ui/staff/kept.ts';
import { notice } from '../../../ui/staff/notice.tsx';
import { Failed, Page, Waiting } from '../../../ui/staff/Page.tsx';
import { TextArea } from '../../../ui/staff/TextArea.tsx';
import { useSay, useWords } from '../../../ui/staff/words.tsx';
import { ClockRow } from '../../petition-page/web/Clocks.tsx';
import { submitYearlyReport } from '../yearly-report.contract.ts';
import { PassedPart, ProposalsPart, ReceivedPart } from './ReportFigures.tsx';
import './yearly-report.css';
import { type ReportData, reportQuery } from './yearly-data.ts';
import { YEARLY_TEXTS } from './yearly-report.texts.ts';

/** One yearly report: read, written, submitted and printed; /desk/yearly-reports/$office/$year. */
export function YearlyReportPage(): ReactNode {
  const { office, year } = useParams({ from: '/yearly-reports/$office/$year' });
  const w = useWords(YEARLY_TEXTS);
  const say = useSay();
  const dates = useDates();
  const read = useQuery(reportQuery(office, year));
  if (read.data === undefined)
    return (
      <Page title={w.title} className="yearly">
        {read.isError ? <Failed error={read.error} retry={() => void read.refetch()} /> : <Waiting lines={12} />}
      </Page>
    );
  const report = read.data;
  const title = w.reportOf(say(report.office.name), report.year);
  const moment = dates.moment(report.countedAt);
  return (
    <Page title={title} className="yearly">
      <header className="yearly-head">
        <Link to="/yearly-reports" className="s q no-print">
          {w.title}
        </Link>
        <h1>{title}</h1>
        <p className="s q">
          {report.submitted.length > 0 ? w.frozen(moment) : w.counted(moment)}{' '}
          <Button size="small" className="no-print" onClick={() => window.print()}>
            {w.print}
          </Button>
        </p>
      </header>
      {report.clock !== undefined && (
        <div className="no-print">
          <ClockRow clocks={[report.clock]} today={today()} />
        </div>
      )}
      <section>
        <h2>{w.one}</h2>
        <ReceivedPart received={report.figures.received} />
      </section>
      <section>
        <h2>{w.two}</h2>
        <PassedPart passed={report.figures.passed} />
      </section>
      <section>
        <h2>{w.three}</h2>
        <ProposalsPart proposals={report.figures.proposals} />
      </section>
      {report.texts !== undefined && (
        <section>
          <h2>{w.four}</h2>
          <p className="yearly-words">{report.texts.account}</p>
          {report.texts.other !== '' && (
            <>
              <h2>{w.five}</h2>
              <p className="yearly-words">{report.texts.other}</p>
            </>
          )}
        </section>
      )}
      <Recipients report={report} />
      {report.maySubmit ? (
        report.submitted.length === 0 ? (
          <SubmitForm report={report} />
        ) : (
          <details key={report.submitted.length} className="no-print">
            <summary>{w.correct}</summary>
            <SubmitForm report={report} />
          </details>
        )
      ) : (
        report.why !== undefined && report.submitted.length === 0 && <p className="s f no-print">{say(report.why)}</p>
      )}
      <Submissions report={report} />
    </Page>
  );
}

function Recipients({ report }: { readonly report: ReportData }): ReactNode {
  const w = useWords(YEARLY_TEXTS);
  const say = useSay();
  const { level, above } = report.recipients;
  const named = [...level, ...(above === undefined ? [] : [above])];
  return (
    <p>
      {w.to}：{named.map((one) => say(one.name)).join('、')}
      {above === undefined && <span className="s f"> {w.aboveOutside}</span>}
    </p>
  );
}

/** The words, kept in the browser until they are submitted. */
function SubmitForm({ report }: { readonly report: ReportData }): ReactNode {
  const w = useWords(YEARLY_TEXTS);
  const { account } = useSession();
  const place = `huiying.yearly.${account.id}.${report.office.id}.${report.year}`;
  const act = useAct(submitYearlyReport, [['yearly-reports']]);
  const faults = useFaults();
  const [texts, setTexts] = useState(() => textsIn(findKept(place)) ?? report.texts ?? { account: '', other: '' });
  const [kept, setKept] = useState(true);
  const [gap, setGap] = useState<string>();
  const [changed, setChanged] = useState(false);
  useEffect(() => {
    if (changed) setKept(keep(place, texts));
  }, [changed, place, texts]);

  async function go(): Promise<void> {
    if (texts.account.trim().length < 10) {
      setGap(w.needAccount);
      document.getElementById('account')?.focus();
      return;
    }
    setGap(undefined);
    const params = { office: report.office.id, year: String(report.year) };
    if ((await act.send({ params, body: texts })) === undefined) return;
    setChanged(false);
    forget(place);
    notice(w.done);
  }

  const field = (name: 'account' | 'other', label: string, hint: string, rows: number): ReactNode => (
    <Field
      id={name}
      label={label}
      hint={hint}
      fault={(name === 'account' ? gap : undefined) ?? faultOf(faults(act.error), name)}
    >
      {(tied) => (
        <TextArea
          {...tied}
          rows={rows}
          maxLength={20_000}
          value={texts[name]}
          onChange={(event) => {
            setChanged(true);
            setTexts({ ...texts, [name]: event.target.value });
          }}
        />
      )}
    </Field>
  );

  return (
    <form
      className="stack no-print"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void go();
      }}
    >
      <ApiErrorSummary error={act.error} />
      {field('account', w.four, w.accountHint, 8)}
      {field('other', w.five, w.otherHint, 3)}
      <p className="s f">{kept ? w.kept : w.notKept}</p>
      <div className="acts">
        <Button type="primary" htmlType="submit" loading={act.pending}>
          {report.submitted.length === 0 ? w.submit : w.correct}
        </Button>
        <span className="s f">{w.submitNote}</span>
      </div>
    </form>
  );
}

function textsIn(kept: unknown): { account: string; other: string } | undefined {
  if (typeof kept !== 'object' || kept === null) return undefined;
  const { account, other }: { account?: unknown; other?: unknown } = kept;
  return typeof account === 'string' && typeof other === 'string' ? { account, other } : undefined;
}

function Submissions({ report }: { readonly report: ReportData }): ReactNode {
  const w = useWords(YEARLY_TEXTS);
  const say = useSay();
  const dates = useDates();
  if (report.submitted.length === 0) return null;
  return (
    <section>
      <h2>{w.sentTo}</h2>
      <ul className="plain">
        {report.submitted.map(({ at, by, to }) => (
          <li key={at} className="s">
            {w.at(dates.moment(at), by)} → {to.map((one) => say(one.name)).join('、')}
          </li>
        ))}
      </ul>
    </section>
  );
}
