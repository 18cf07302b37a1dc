import { divisionPrefix } from '../../domain/bodies.ts';
import type { Said } from '../../domain/refusals.ts';

/** What is known of a body where one is to be chosen: GET /api/bodies. */
export interface Candidate {
  readonly id: string;
  readonly parent?: string | undefined;
  readonly kind: string;
  readonly level: 'city' | 'district' | 'street';
  readonly division: string;
  readonly subjects: readonly string[];
}

export interface Suggestion {
  readonly id: string;
  readonly reasons: readonly Said[];
}

interface Weighed extends Suggestion {
  readonly subject: number;
  readonly place: number;
}

const MOST = 5;

const SUBJECT_REASONS: Readonly<Record<number, Said>> = {
  3: { zh: '主管这一类事', en: 'competent for this category' },
  2: { zh: '主管这一大类', en: 'competent for this group of categories' },
  1: { zh: '管这一类里的一部分', en: 'competent for part of this category' },
};
const PLACE_REASONS = {
  street: { zh: '问题就发生在这个街道、乡镇', en: 'it happened in this street or township' },
  district: { zh: '问题发生在这个区县', en: 'it happened in this district' },
  city: { zh: '管全市', en: 'serves the whole city' },
} as const satisfies Record<Candidate['level'], Said>;
const LOCAL_OFFICE: Said = {
  zh: '属地的信访部门，可再转到街道',
  en: 'the local petition office, which can pass it on',
};

/**
 * The bodies a matter of this category and place most likely belongs to (条例 5: 属地管理、分级负责，谁主管、谁负责), the
 * likeliest first, each with its reasons. First those competent for the subject, the nearest to the place before the
 * higher; then, for the place alone, the street office and the local petition office. Never one that `isClosed`.
 */
export function suggestBodies({
  bodies,
  category,
  division,
  isClosed,
}: {
  bodies: readonly Candidate[];
  category: string;
  division: string;
  isClosed: (id: string) => boolean;
}): readonly Suggestion[] {
  return bodies
    .filter((body) => !isClosed(body.id) && division.startsWith(divisionPrefix(body.division)))
    .map((body) => weigh(body, category))
    .filter((one) => one.reasons.length > 0)
    .sort((a, b) => b.subject - a.subject || b.place - a.place || (a.id < b.id ? -1 : 1))
    .slice(0, MOST)
    .map(({ id, reasons }) => ({ id, reasons }));
}

function weigh(body: Candidate, category: string): Weighed {
  const subject = Math.max(0, ...body.subjects.map((code) => subjectFit(code, category)));
  const place = divisionPrefix(body.division).length;
  const why = SUBJECT_REASONS[subject];
  if (why) return { id: body.id, subject, place, reasons: [why, PLACE_REASONS[body.level]] };
  if (body.kind === 'street') return { id: body.id, subject, place, reasons: [PLACE_REASONS.street] };
  if (body.kind === 'petition' && body.level !== 'city')
    return { id: body.id, subject, place, reasons: [LOCAL_OFFICE] };
  return { id: body.id, subject, place, reasons: [] };
}

/** 3 the same category, 2 its first level, 1 a part of it, 0 neither. */
function subjectFit(code: string, category: string): number {
  const [stem, wanted] = [stemOf(code), stemOf(category)];
  if (stem === '' || wanted === '') return 0;
  if (stem === wanted) return 3;
  if (wanted.startsWith(stem)) return 2;
  return stem.startsWith(wanted) ? 1 : 0;
}

/** 030400 -> 0304: codes are three pairs of digits, zeros fill up. */
function stemOf(code: string): string {
  return code.replace(/(00)+$/, '');
}

/** True when `id` is one of `above` or stands anywhere beneath one (条例 30¶3: the accused and whatever is under it). */
export function standsUnder(bodies: readonly Candidate[], id: string, above: readonly string[]): boolean {
  const parents = new Map(bodies.map((body) => [body.id, body.parent]));
  let at: string | undefined = id;
  for (let steps = 0; at !== undefined && steps < 12; steps++) {
    if (above.includes(at)) return true;
    at = parents.get(at);
  }
  return false;
}
