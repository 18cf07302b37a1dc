import { type BodyDirectory, isPetitionOffice } from '../../domain/bodies.ts';
import { type Refusal, refuse, refuseState } from '../../domain/refusals.ts';
import type { Role } from '../../domain/vocabulary.ts';
import type { YearlyReportState } from '../../domain/yearly-report.ts';

interface Viewer {
  readonly body: string;
  readonly roles: readonly Role[];
}

export const NO_REPORT = refuseState('no-report', 404, '没有这份年度报告', 'There is no such report');

/** A report is read by the office that makes it, in work too, and once it is submitted by those it was made to. */
export function mayReadReport(state: YearlyReportState, office: string, viewer: Viewer): boolean {
  return viewer.body === office || state.submitted.some(({ to }) => to.includes(viewer.body));
}

/** The head submits it, once the year has ended; a report that was submitted may be corrected by a later one. */
export function maySubmitReport(
  bodies: BodyDirectory,
  state: YearlyReportState,
  given: { office: string; viewer: Viewer },
): Refusal | undefined {
  const office = bodies.find(given.office);
  if (office === undefined || !isPetitionOffice(office))
    return refuse('yearly-report', 422, '年度报告由信访部门编报', 'The yearly report is made by a petition office');
  if (given.viewer.body !== given.office)
    return refuse('yearly-report', 403, '由本单位编报', 'The office itself makes its report');
  if (!given.viewer.roles.includes('head'))
    return refuse('yearly-report', 403, '由单位负责人签发报送', 'The head of the office submits it');
  if (state.seq === 0) return refuse('yearly-report', 409, '这一年还没有结束', 'That year has not ended yet', 'year');
  return undefined;
}

/** Words are owed where figures say nothing: what stood out and what is proposed (条例 41¶1). */
export function refuseEmpty(account: string): Refusal | undefined {
  return account.trim().length >= 10
    ? undefined
    : refuseState(
        'empty',
        422,
        '写一段话：突出问题、处理情况和对策建议，不少于10个字',
        'Write what stood out, what was done and what is proposed, ten characters at least',
        'account',
      );
}
