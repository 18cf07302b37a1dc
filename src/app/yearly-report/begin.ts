import { isPetitionOffice } from '../../domain/bodies.ts';
import { isRefusal, refuseState } from '../../domain/refusals.ts';
import { beginReport } from '../../domain/yearly-report.ts';
import { contextFor, type Ledger } from '../../ledger/ledger.ts';
import { factsFor, record } from '../../ledger/record.ts';
import { yearlyReportRef } from '../../ledger/streams.ts';

const BEGUN = refuseState('begun', 409, '已经开始', 'It has begun already');

/**
 * Once a year has ended each petition office owes the report on it (条例 41¶1, C16), provided that something was received
 * here in that year: an installation that opened later has nothing to report of it. May be repeated.
 */
export async function beginYearlyReports(ledger: Ledger): Promise<void> {
  const { today } = contextFor(ledger, { kind: 'system' });
  const year = Number(today.slice(0, 4)) - 1;
  const { rows } = await ledger.pool.query<{ any: boolean }>(
    `select exists (select from submission where received_on between $1 and $2 and origin = 'here') as any`,
    [`${year}-01-01`, `${year}-12-31`],
  );
  if (rows[0]?.any !== true) return;
  for (const office of ledger.reference.bodies.all().filter(isPetitionOffice)) {
    const ref = yearlyReportRef(office.id, year);
    const pack = ledger.reference.packs.begin({ division: office.division, on: today });
    const done = await record(ledger, {
      actor: { kind: 'system' },
      verb: 'yearly-report.begin',
      streams: [ref],
      decide(tools) {
        if (tools.read(ref).seq > 0) return BEGUN;
        const setting = { ...tools.context(pack.kept), pack: ledger.reference.packs.forBody(pack, office) };
        const given = { office: office.id, division: office.division.slice(0, 6), year, on: today };
        return { facts: [factsFor(ref, [beginReport(setting, given)])], answer: {} };
      },
    });
    if (isRefusal(done) && done.code !== BEGUN.code)
      throw new Error(`the report of ${office.id} on ${year} could not begin: ${done.said.en}`);
  }
}
