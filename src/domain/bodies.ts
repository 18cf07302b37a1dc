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
  /** The body whose post keeps the sealed reports that come in here (条例 30¶3); absent: that of the body above. */
  readonly keeper?: string;
  readonly phone: string;
  readonly address: Said;
  readonly hours: Said;
}

/** A body that was merged, split or abolished: it is named in what it did, and nothing new is sent to it. */
export type FormerBody = Pick<Body, 'id' | 'name' | 'short' | 'code'>;

export interface BodyDirectory {
  /** A body at work today. */
  find(id: string): Body | undefined;
  all(): readonly Body[];
  findFormer(id: string): FormerBody | undefined;
}

export function directoryOf(bodies: readonly Body[], former: readonly FormerBody[] = []): BodyDirectory {
  const byId = new Map(bodies.map((body) => [body.id, body]));
  const formerById = new Map(former.map((body) => [body.id, body]));
  return { find: (id) => byId.get(id), all: () => bodies, findFormer: (id) => formerById.get(id) };
}

/**
 * The tree once `from` has ended: what stood under it stands under `to`, and whoever it kept reports for, or was a
 * superior of, turns to `to` (条例 24¶2). `from` itself is only known by name.
 */
export function treeWithout(bodies: BodyDirectory, { from, to }: { from: string; to: string }): BodyDirectory {
  const ended = bodies.find(from);
  const after = (id: string): string => (id === from ? to : id);
  const rest = bodies
    .all()
    .filter(({ id }) => id !== from)
    .map((body): Body => {
      const parent = body.id === to && body.parent === from ? ended?.parent : body.parent;
      const { parent: _p, keeper, ...plain } = body;
      return {
        ...plain,
        ...(parent === undefined ? {} : { parent: after(parent) }),
        ...(keeper === undefined ? {} : { keeper: after(keeper) }),
        superiors: [...new Set(body.superiors.map(after))].filter((id) => id !== body.id),
      };
    });
  return directoryOf(rest, ended ? [ended] : []);
}

/** The name of a body, also of one that has ended; of an id nobody knows, the id. */
export function nameOf(bodies: BodyDirectory, id: string): Said {
  return (bodies.find(id) ?? bodies.findFormer(id))?.name ?? { zh: id, en: id };
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

function ancestors(bodies: BodyDirectory, id: string): readonly Body[] {
  const found: Body[] = [];
  let at = bodies.find(id)?.parent;
  for (let steps = 0; at !== undefined && steps < 12; steps++) {
    const body = bodies.find(at);
    if (!body) break;
    found.push(body);
    at = body.parent;
  }
  return found;
}

/** The nearest body above both (条例 24¶1); undefined where they have none, and the joint meeting coordinates. */
export function commonSuperior(bodies: BodyDirectory, a: string, b: string): Body | undefined {
  const above = new Set(ancestors(bodies, b).map((body) => body.id));
  return ancestors(bodies, a).find((body) => above.has(body.id));
}

/** The petition office of the level at which two bodies without a common superior meet: the seat of the joint meeting. */
export function jointMeetingOffice(bodies: BodyDirectory, a: string, b: string): Body | undefined {
  const [one, other] = [bodies.find(a)?.division ?? '', bodies.find(b)?.division ?? ''];
  return bodies
    .all()
    .filter(isPetitionOffice)
    .filter((office) => {
      const prefix = divisionPrefix(office.division);
      return one.startsWith(prefix) && other.startsWith(prefix);
    })
    .sort((x, y) => divisionPrefix(y.division).length - divisionPrefix(x.division).length)[0];
}

/** Is this body accused, or under one that is? Nothing about the matter may reach it (条例 30¶3, 46(5)). */
export function isAccused(bodies: BodyDirectory, accused: readonly string[], id: string): boolean {
  return accused.some((one) => isUnder(bodies, id, one));
}

/**
 * Whose post keeps a sealed report that came in at `id`: the keeper of the nearest body that names one, walking up; where
 * it is accused itself, any other keeper that is not. Undefined only in a city without a keeper.
 */
export function keeperOf(bodies: BodyDirectory, id: string, accused: readonly string[] = []): string | undefined {
  const own = bodies.find(id);
  const near = [...(own ? [own] : []), ...ancestors(bodies, id)].flatMap((body) => (body.keeper ? [body.keeper] : []));
  const all = [...new Set([...near, ...bodies.all().flatMap((body) => (body.keeper ? [body.keeper] : []))])];
  return all.find((keeper) => !isAccused(bodies, accused, keeper));
}

/** A Party-and-government petition office (信访部门), which forwards within 15 days (条例 22). */
export function isPetitionOffice(body: Body): boolean {
  return body.kind === 'petition';
}
