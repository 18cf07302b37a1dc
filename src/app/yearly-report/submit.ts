import type { StaffActor } from '../../actors/accounts/server/public.ts';
import { actorId } from '../../domain/act.ts';
import { scopeOf } from '../../domain/permission.ts';
import { isRefusal, type Refusal } from '../../domain/refusals.ts';
import { NO_YEARLY_REPORT, reportRecipients, submitReport } from '../../domain/yearly-report.ts';
import { contextFor, type Ledger } from '../../ledger/ledger.ts';
import { findState } from '../../ledger/read.ts';
import { factsFor, record } from '../../ledger/record.ts';
import { yearlyReportRef } from '../../ledger/streams.ts';
import { countYear } from './count.ts';
import type { ReportTexts } from './read.ts';
import { maySubmitReport, refuseEmpty } from './yearly-report.rules.ts';

interface Submitted {
  readonly office: string;
  readonly year: number;
  /** How often it was submitted, this time included. */
  readonly version: number;
}

/** Counts the year as the record stands, and keeps figures and words as submitted: neither moves afterwards. */
export async function submitYear(
  ledger: Ledger,
  actor: StaffActor,
  given: ReportTexts & { office: string; year: number; key?: string | undefined },
): Promise<Submitted | Refusal> {
  const { office, year, account, other, key } = given;
  const { bodies } = ledger.reference;
  const ref = yearlyReportRef(office, year);
  const before = (await findState(ledger, ref)) ?? NO_YEARLY_REPORT;
  const refusal = maySubmitReport(bodies, before, { office, viewer: actor }) ?? refuseEmpty(account);
  if (refusal) return refusal;
  const { today } = contextFor(ledger, actor);
  const figures = await countYear(ledger, year, { scope: scopeOf(actor, bodies), today });
  const { level, above } = reportRecipients(bodies, office);
  const done = await record<Submitted>(ledger, {
    actor,
    verb: 'yearly-report.submit',
    streams: [ref],
    ...(key === undefined ? {} : { key: { region: ref.region, key, request: { office, year, account, other } } }),
    decide(tools) {
      const state = tools.read(ref);
      const late = maySubmitReport(bodies, state, { office, viewer: actor });
      if (late) return late;
      const fact = submitReport(state, {
        by: actorId(actor),
        on: tools.context().today,
        to: [...level, ...(above === undefined ? [] : [above])],
        figures,
        content: tools.content(ref, 'yearly-report', { account: account.trim(), other: other.trim() }),
      });
      return { facts: [factsFor(ref, [fact])], answer: { office, year, version: state.submitted.length + 1 } };
    },
  });
  return isRefusal(done) ? done : done.answer;
}
