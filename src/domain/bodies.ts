import type { Said } from './refusals.ts';

/** Any organ: Party, government, court, state enterprise (条例 2). */
export const BODY_KINDS = [
  'party',
  'government',
  'department',
  'petition',
  'court',
  'procuratorate',
  'discipline',
  'street',
  'soe',
  'institution',
] as const;
export type BodyKind = (typeof BODY_KINDS)[number];

export interface Body {
  readonly id: string;
  readonly parent?: string;
  readonly kind: BodyKind;
  readonly level: 'city' | 'district' | 'street';
  /** Division code it serves; a prefix of the codes of all places within. */
  readonly division: string;
  readonly name: Said;
  readonly short: Said;
  /** 机关代字, the first part of every 文号. */
  readonly code: string;
  /** Category codes it is competent for; a 2-digit code covers its whole first level. */
  readonly subjects: readonly string[];
  /** Higher bodies of its own line of work, beside `parent`. */
  readonly superiors: readonly string[];
  readonly phone: string;
  readonly address: Said;
  readonly hours: Said;
}

export interface BodyDirectory {
  find(id: string): Body | undefined;
  all(): readonly Body[];
}

export function directoryOf(bodies: readonly Body[]): BodyDirectory {
  const byId = new Map(bodies.map((body) => [body.id, body]));
  return { find: (id) => byId.get(id), all: () => bodies };
}

/** The body or the id itself, for sentences about bodies since abolished. */
export function nameOf(bodies: BodyDirectory, id: string): Said {
  return bodies.find(id)?.name ?? { zh: id, en: id };
}

/** True when `id` is `above` or stands anywhere under it in the tree. */
export function isUnder(bodies: BodyDirectory, id: string, above: string): boolean {
  let at: string | undefined = id;
  for (let steps = 0; at !== undefined && steps < 12; steps++) {
    if (at === above) return true;
    at = bodies.find(at)?.parent;
  }
  return false;
}

/** A division code without the zeros that only fill it up: 990100 -> 9901, 990101 -> 990101. */
export function divisionPrefix(code: string): string {
  const county = code.slice(0, 6);
  const rest = code.slice(6).replace(/(000)+$/, '');
  return rest === '' ? county.replace(/(00)+$/, '') : county + rest;
}

/**
 * Who reviews an opinion of this body (条例 35; law.md §7.4): a government's goes to the next higher government; a
 * department's to its own government or the higher department, as the petitioner chooses; a street office's to the
 * government that set it up. Empty where the ladder ends.
 */
export function reviewersOf(bodies: BodyDirectory, id: string): readonly Body[] {
  const body = bodies.find(id);
  if (!body) return [];
  return [body.parent, ...body.superiors]
    .filter((candidate): candidate is string => candidate !== undefined)
    .map((candidate) => bodies.find(candidate))
    .filter((candidate): candidate is Body => candidate !== undefined && candidate.id !== id)
    .filter((candidate, at, all) => all.indexOf(candidate) === at);
}

/** A Party-and-government petition office (信访部门), which forwards within 15 days (条例 22). */
export function isPetitionOffice(body: Body): boolean {
  return body.kind === 'petition';
}
