import { type BodyDirectory, divisionPrefix, isUnder } from './bodies.ts';
import type { Clocks } from './clocks.ts';
import type { Day } from './days.ts';

/** Which matters of a body that was split go to one of its successors; an empty list asks nothing. */
export interface SuccessionPart {
  readonly to: string;
  /** Category codes; a first-level code covers everything under it. */
  readonly categories: readonly string[];
  readonly divisions: readonly string[];
}

/** What becomes of the matters of a body that was merged, split or abolished (条例 24¶2). */
export interface SuccessionPlan {
  readonly from: string;
  /** Who carries its powers on; absent where a split leaves none in general, and what fits no part is designated. */
  readonly to?: string;
  readonly parts: readonly SuccessionPart[];
  /** The successor that its officers' posts go to. */
  readonly officers: string;
}

/**
 * Why no successor follows from the plan, so that Party committee and government, or whom they name, must designate one
 * (条例 24¶2): nobody was named for such a matter; it is about the successor; or the successor would review its own
 * opinion, decide its own dispute, or watch over its own handling.
 */
export const UNCLEAR = ['no-part', 'accused', 'own-review', 'own-dispute', 'own-order'] as const;
export type Unclear = (typeof UNCLEAR)[number];

/** Every body that the plan names as a successor. */
export function successorsOf({ to, parts }: SuccessionPlan): readonly string[] {
  return [...new Set([...(to === undefined ? [] : [to]), ...parts.map((part) => part.to)])];
}

/** The successor for a case of this content and place: the first part that fits, else whoever takes the rest. */
export function successorFor(
  plan: SuccessionPlan,
  of: { readonly category?: string; readonly division: string },
): string | undefined {
  const part = plan.parts.find(
    ({ categories, divisions }) =>
      (categories.length === 0 || categories.some((code) => of.category?.startsWith(code) ?? false)) &&
      (divisions.length === 0 || divisions.some((code) => of.division.startsWith(divisionPrefix(code)))),
  );
  return part?.to ?? plan.to;
}

/** What the fact of a succession holds beside its basis. */
export interface Succession {
  readonly from: string;
  readonly to: string;
  readonly on: Day;
  /** Who keeps a sealed report from now on, where the old body kept it. */
  readonly keeper?: string;
  /** Who may review from now on, by assignment or review, where that changes. */
  readonly reviewers?: Readonly<Record<string, readonly string[]>>;
  /** The officers went elsewhere: whoever handled it for the old body no longer does. */
  readonly handlersLeft?: boolean;
}

/** May this body take over from that one? It must stand, be another, and not hang below what ends. */
export function standsApart(bodies: BodyDirectory, from: string, to: string): boolean {
  return bodies.find(to) !== undefined && to !== from && !isUnder(bodies, to, from);
}

/** Accusations against the old body are against the one it became part of. */
export function accusedAfter(accused: readonly string[], { from, to }: Succession): readonly string[] {
  return accused.includes(from) && !accused.includes(to) ? [...accused, to] : accused;
}

/** A running clock that the old body held is held by the new one: same id, same start, same days. */
export function clocksAfter(clocks: Clocks, { from, to, on }: Succession): Clocks {
  const next: Record<string, Clocks[string]> = {};
  for (const [id, clock] of Object.entries(clocks)) {
    if (clock.end !== undefined || clock.holder !== from) {
      next[id] ??= clock;
      continue;
    }
    const moved = { ...clock, holder: to };
    /* What was asked of one contributor bears its name. */
    const named = clock.kind === 'contribution' && id.endsWith(`:${from}`);
    const renamed = named ? `${id.slice(0, -from.length)}${to}` : id;
    const own = clocks[renamed];
    if (renamed === id || own === undefined) next[renamed] = moved;
    else next[id] = { ...moved, endedOn: on, end: 'void' };
  }
  return next;
}
