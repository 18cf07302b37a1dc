import type { z } from 'zod';
import { PART_NAMES } from '../../accountability/figures/figures.rules.ts';
import { findAccounts, type StaffActor } from '../../actors/accounts/server/public.ts';
import { loadCategories } from '../../actors/rulebook/server/public.ts';
import { isPetitionOffice, nameOf } from '../../domain/bodies.ts';
import type { Clock } from '../../domain/clocks.ts';
import { scopeOf } from '../../domain/permission.ts';
import { isRefusal, type Refusal, type Said } from '../../domain/refusals.ts';
import { PURPOSE_LABELS } from '../../domain/vocabulary.ts';
import {
  NO_YEARLY_REPORT,
  REPORT_CLOCK,
  reportRecipients,
  type YearlyFigures,
  type YearlyReportState,
} from '../../domain/yearly-report.ts';
import { contextFor, type Ledger } from '../../ledger/ledger.ts';
import { findState, readContents } from '../../ledger/read.ts';
import { yearlyReportRef } from '../../ledger/streams.ts';
import { viewClock } from '../petition-page/clock-view.ts';
import { countYear } from './count.ts';
import type { listYearlyReports, readYearlyReport } from './yearly-report.contract.ts';
import { mayReadReport, maySubmitReport, NO_REPORT } from './yearly-report.rules.ts';

type List = z.input<typeof listYearlyReports.response>;
type Report = z.input<typeof readYearlyReport.response>;

/** Reports that stand in the viewer's books: a few a year. */
export async function viewReports(ledger: Ledger, viewer: StaffActor): Promise<List> {
  const { bodies } = ledger.reference;
  const { today } = contextFor(ledger, viewer);
  const { rows } = await ledger.pool.query<{ state: YearlyReportState }>(
    `select state from stream where region = '000000' and kind = 'yearly-report' and stream like 'yearly-report/%'
     and (state ->> 'office' = $1 or exists (
       select from jsonb_array_elements(state -> 'submitted') as s where s -> 'to' ? $1))
     order by (state ->> 'year')::int desc, state ->> 'office'`,
    [viewer.body],
  );
  const all = rows.map(({ state }) => state);
  const own = bodies.find(viewer.body);
  const names = await namesIn(ledger, all);
  const line = (state: YearlyReportState): List['own'] => {
    const clock = state.clocks[REPORT_CLOCK];
    const last = state.submitted.at(-1);
    if (clock === undefined) return [];
    return [
      {
        office: { id: state.office, name: nameOf(bodies, state.office) },
        year: state.year,
        clock: view(ledger, clock, today),
        ...(last ? { submitted: { at: last.at, by: names(last.by), version: state.submitted.length } } : {}),
      },
    ];
  };
  return {
    own: all.filter(({ office }) => office === viewer.body).flatMap(line),
    ...(own && isPetitionOffice(own) ? { running: Number(today.slice(0, 4)) } : {}),
    received: all.filter(({ office }) => office !== viewer.body).flatMap(line),
  };
}

/** One report: as submitted; or of the viewer's own office as the record stands, of the running year too. */
export async function viewReport(
  ledger: Ledger,
  viewer: StaffActor,
  given: { office: string; year: number },
): Promise<Report | Refusal> {
  const { office, year } = given;
  const { bodies } = ledger.reference;
  const { now, today } = contextFor(ledger, viewer);
  const body = bodies.find(office);
  const state = (await findState(ledger, yearlyReportRef(office, year))) ?? NO_YEARLY_REPORT;
  const running = year === Number(today.slice(0, 4)) && body !== undefined && isPetitionOffice(body);
  if (!mayReadReport(state, office, viewer) || (state.seq === 0 && !running)) return NO_REPORT;
  const last = state.submitted.at(-1);
  const figures = last?.figures ?? (await countYear(ledger, year, { scope: scopeOf(viewer, bodies), today }));
  const names = await namesIn(ledger, [state]);
  const named = (id: string) => ({ id, name: nameOf(bodies, id) });
  const recipients = reportRecipients(bodies, office);
  const refusal = maySubmitReport(bodies, state, { office, viewer });
  const clock = state.clocks[REPORT_CLOCK];
  return {
    office: named(office),
    year,
    ...(clock ? { clock: view(ledger, clock, today) } : {}),
    countedAt: last?.at ?? now,
    figures: await sayFigures(ledger, figures),
    ...(last ? { texts: await readTexts(ledger, last.content.id) } : {}),
    submitted: state.submitted.toReversed().map(({ at, by, to }) => ({ at, by: names(by), to: to.map(named) })),
    recipients: {
      level: recipients.level.map(named),
      ...(recipients.above === undefined ? {} : { above: named(recipients.above) }),
    },
    maySubmit: !isRefusal(refusal),
    ...(refusal ? { why: refusal.said } : {}),
  };
}

/** The words of a submission. */
export interface ReportTexts {
  readonly account: string;
  readonly other: string;
}

async function readTexts(ledger: Ledger, id: string): Promise<ReportTexts> {
  /* By the act that wrote it. */
  const kept = (await readContents(ledger, '000000', [id])).get(id) as ReportTexts | undefined;
  return kept ?? { account: '', other: '' };
}

function view(ledger: Ledger, clock: Clock, today: string): List['own'][number]['clock'] {
  const { bodies, packs } = ledger.reference;
  return viewClock(REPORT_CLOCK, clock, today, (body) => nameOf(bodies, body), packs.layers);
}

async function namesIn(ledger: Ledger, states: readonly YearlyReportState[]): Promise<(actor: string) => string> {
  const bare = (actor: string): string => actor.replace(/^staff:/, '');
  const accounts = await findAccounts(
    ledger.pool,
    states.flatMap(({ submitted }) => submitted.map(({ by }) => bare(by))),
  );
  return (actor) => accounts.get(bare(actor))?.name ?? actor;
}

/** Codes and ids with their names. */
async function sayFigures(ledger: Ledger, { received, passed, proposals }: YearlyFigures): Promise<Report['figures']> {
  const categories = new Map(
    (await loadCategories(ledger.pool))
      .filter(({ code }) => code.endsWith('0000'))
      .map(({ code, name }) => [code.slice(0, 2), name]),
  );
  const said = (labels: Readonly<Record<string, Said>>, counts: Readonly<Record<string, number>>) =>
    Object.entries(counts)
      .filter(([, n]) => n > 0)
      .map(([key, n]) => ({ key, name: labels[key] ?? { zh: key, en: key }, count: n }));
  return {
    received: {
      submissions: received.submissions,
      before: received.before,
      visits: received.visits,
      people: received.people,
      byChannel: said(PART_NAMES, received.byChannel),
      byPurpose: said({ ...PURPOSE_LABELS, unknown: PART_NAMES.unknown }, received.byPurpose),
      categories: received.categories.map(({ code, count }) => ({
        key: code,
        name: categories.get(code) ?? { zh: code, en: code },
        count,
      })),
      bodies: received.bodies.map(({ body, count }) => ({
        key: body,
        name: nameOf(ledger.reference.bodies, body),
        count,
      })),
    },
    passed,
    proposals: proposals.map((one) => ({ ...one, outcomes: { ...one.outcomes } })),
  };
}
