import { type BodyDirectory, divisionPrefix, isPetitionOffice, isUnder } from '../../domain/bodies.ts';
import { addDays, type Day, daysBetween } from '../../domain/days.ts';
import type { MatterState } from '../../domain/matter.ts';
import { type Refusal, refuse, refuseState } from '../../domain/refusals.ts';
import type { SubmissionState } from '../../domain/submission.ts';
import { type Mark, INSPECTION_REFUSALS as said } from './inspection.texts.ts';

/** Days an export may span: five years, the round of an inspection. */
export const LONGEST_DAYS = 1_830;
/** From how many people on a matter is a collective one. */
const GROUP_FROM = 5;

/**
 * 条例 41¶2: the petition office supplies what was raised about the body inspected and its duties, at the team's request. An
 * office makes none about itself or about what stands above it: the office above does.
 */
export function mayExport(
  bodies: BodyDirectory,
  office: string,
  wanted: { readonly inspected: string; readonly from: Day; readonly to: Day },
): Refusal | undefined {
  const own = bodies.find(office);
  const inspected = bodies.find(wanted.inspected);
  if (own === undefined || !isPetitionOffice(own))
    return refuse('inspection.scope', 403, said.office.zh, said.office.en);
  if (inspected === undefined) return refuseState('no-body', 422, said.noBody.zh, said.noBody.en, 'inspected');
  if (isUnder(bodies, office, inspected.id))
    return refuse('inspection.scope', 403, said.itself.zh, said.itself.en, 'inspected');
  if (!inspected.division.startsWith(divisionPrefix(own.division)))
    return refuse('inspection.scope', 403, said.elsewhere.zh, said.elsewhere.en, 'inspected');
  if (wanted.to < wanted.from) return refuseState('period', 422, said.order.zh, said.order.en, 'to');
  if (daysBetween(wanted.from, wanted.to) > LONGEST_DAYS)
    return refuseState('period', 422, said.long.zh, said.long.en, 'to');
  return undefined;
}

/** The body inspected and everything under it. */
export function inspectedBodies(bodies: BodyDirectory, inspected: string): readonly string[] {
  return bodies.all().flatMap(({ id }) => (isUnder(bodies, id, inspected) ? [id] : []));
}

/** The period of the same length before. */
export function periodBefore({ from, to }: { from: Day; to: Day }): { from: Day; to: Day } {
  const days = daysBetween(from, to);
  return { from: addDays(from, -days - 1), to: addDays(from, -1) };
}

/** What is a report, or may tell of one, goes through the discipline channel alone (条例 30¶3). */
export function isForDiscipline(state: MatterState): boolean {
  return state.sealed || state.accused.length > 0;
}

/** A title without who wrote it: names become 某某, and long numbers, of telephones or documents, go. */
export function withoutPeople(title: string, names: readonly string[]): string {
  const known = [...new Set(names.map((name) => name.trim()).filter((name) => name.length >= 2))];
  const named = known.sort((a, b) => b.length - a.length).reduce((text, name) => text.replaceAll(name, '某某'), title);
  return named.replaceAll(/\d[\d\s-]{5,}[\dXx]/g, '[号码]');
}

/** Why a matter counts as an important one (条例 41¶2). */
export function marksOf(state: MatterState, submission: SubmissionState | undefined, today: Day): readonly Mark[] {
  const late = Object.values(state.clocks).some(
    (clock) =>
      clock.statutory === true &&
      clock.holder !== 'petitioner' &&
      (clock.end === 'late' || (clock.end === undefined && clock.derivation.statutoryDue < today)),
  );
  return [
    ...(Object.keys(state.orders).length > 0 ? (['supervised'] as const) : []),
    ...(state.petitioners >= GROUP_FROM ? (['group'] as const) : []),
    ...(Object.keys(submission?.reports ?? {}).length > 0 ? (['urgent'] as const) : []),
    ...(late ? (['late'] as const) : []),
  ];
}
