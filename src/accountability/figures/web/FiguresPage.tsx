import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { Checkbox } from 'antd';
import type { ReactNode } from 'react';
import { saveCsv } from '../../../ui/staff/csv.ts';
import { today, useDates } from '../../../ui/staff/dates.ts';
import { ErrorSummary } from '../../../ui/staff/ErrorSummary.tsx';
import { notice } from '../../../ui/staff/notice.tsx';
import { Failed, Page, Waiting } from '../../../ui/staff/Page.tsx';
import { useSay, useWords } from '../../../ui/staff/words.tsx';
import type { FiguresAnswer } from '../figures.contract.ts';
import { Bars } from './Bars.tsx';
import './figures.css';
import { figuresQuery } from './figures-data.ts';
import { FIGURES_PAGE_TEXTS } from './figures-page.texts.ts';
import { readFiguresSearch } from './figures-search.ts';
import { ImportedTable } from './ImportedTable.tsx';
import { IndicatorTable } from './IndicatorTable.tsx';
import { ListLink } from './ListLink.tsx';
import { PeriodChooser } from './PeriodChooser.tsx';
import { usualPeriods } from './period.rules.ts';

/** The indicators of a period, what was received in it, and every number open into its cases. */
export function FiguresPage(): ReactNode {
  const w = useWords(FIGURES_PAGE_TEXTS);
  const navigate = useNavigate();
  const search = readFiguresSearch(useSearch({ strict: false }));
  const period = { ...usualPeriods(today()).thisMonth, ...search };
  const wrongWay = period.from > period.to;
  const figures = useQuery({
    ...figuresQuery({
      from: period.from,
      to: period.to,
      compare: search.compare === true,
      ...(search.body === undefined ? {} : { body: search.body }),
    }),
    enabled: !wrongWay,
  });
  const change = (next: Record<string, unknown>): void =>
    void navigate({ to: '/figures', search: readFiguresSearch({ ...search, ...next }), replace: true });
  const save = useSave();
  return (
    <Page title={w.title} className="figures">
      <header className="figures-head">
        <h1>{w.title}</h1>
        <PeriodChooser period={period} change={(next) => change({ from: period.from, to: period.to, ...next })} />
        <Checkbox
          checked={search.compare === true}
          onChange={(event) => change({ compare: event.target.checked ? true : undefined })}
        >
          {w.compare}
        </Checkbox>
        <span className="grow" />
        {figures.data !== undefined && (
          <button type="button" className="bare link s q" onClick={() => save(figures.data)}>
            {w.export}
          </button>
        )}
      </header>
      {wrongWay ? (
        <ErrorSummary faults={[{ text: w.wrongWay }]} />
      ) : figures.isPending ? (
        <Waiting lines={12} />
      ) : figures.isError ? (
        <Failed error={figures.error} retry={() => void figures.refetch()} />
      ) : (
        <All figures={figures.data} compared={search.compare === true} />
      )}
    </Page>
  );
}

function All({ figures, compared }: { readonly figures: FiguresAnswer; readonly compared: boolean }): ReactNode {
  const w = useWords(FIGURES_PAGE_TEXTS);
  const dates = useDates();
  const { received } = figures;
  return (
    <div className="figures-all">
      <section>
        <h2>{w.rates}</h2>
        <IndicatorTable figures={figures.indicators} compared={compared} />
        <p className="hint as-at">
          {w.asAt(dates.full(figures.asAt), dates.time(figures.readAt))}{' '}
          {figures.checkpoint !== null && w.checkpoint(figures.checkpoint.size)} {w.openHint}
        </p>
        {figures.imported.length > 0 && <ImportedTable imported={figures.imported} />}
      </section>
      <section>
        <h2>{w.received}</h2>
        <p className="received">
          <ListLink list={received.list} label={w.countOf(w.received, received.submissions)}>
            {received.submissions}
          </ListLink>{' '}
          {w.submissions}
          {received.before !== undefined && (
            <span className="q s">
              {' '}
              {w.receivedBefore(
                received.before.submissions,
                received.before.relative === null ? '—' : `${received.before.relative.toFixed(2)}%`,
              )}
            </span>
          )}
          {received.visits.batches > 0 && (
            <>
              <br />
              <span className="s q">
                <ListLink list={received.visits.list} label={w.visits(received.visits.batches, received.visits.people)}>
                  {w.visits(received.visits.batches, received.visits.people)}
                </ListLink>
              </span>
            </>
          )}
          {received.byOrigin.imported > 0 && <span className="s q"> {w.ofImported(received.byOrigin.imported)}</span>}
        </p>
        {received.submissions === 0 ? (
          <p className="q">{w.noneReceived}</p>
        ) : (
          <>
            <Bars title={w.byChannel} bars={received.byChannel} />
            <Bars title={w.byPurpose} bars={received.byPurpose} />
            <Bars title={w.byDistrict} bars={received.byDivision} />
          </>
        )}
      </section>
    </div>
  );
}

/** The sheet: each indicator with its formula, numerator and denominator, and then what was received. */
function useSave(): (figures: FiguresAnswer) => void {
  const w = useWords(FIGURES_PAGE_TEXTS);
  const say = useSay();
  return (figures) => {
    const { received } = figures;
    saveCsv(`${w.title} ${figures.from} ${figures.to}`, [
      ...(figures.checkpoint === null ? [] : [[w.checkpoint(figures.checkpoint.size), figures.checkpoint.root]]),
      [w.indicator, w.ratePercent, w.numerator, w.denominator, w.formula, w.window],
      ...figures.indicators.map((one) => [
        say(one.name),
        one.value,
        one.numerator,
        one.denominator,
        say(one.formula),
        say(one.window),
      ]),
      [],
      [w.received, received.submissions],
      ...(
        [
          [w.byChannel, received.byChannel],
          [w.byPurpose, received.byPurpose],
          [w.byDistrict, received.byDivision],
        ] as const
      ).flatMap(([title, rows]) => [[title], ...rows.map((one) => [say(one.name), one.count])]),
    ]);
    notice(w.exported);
  };
}
