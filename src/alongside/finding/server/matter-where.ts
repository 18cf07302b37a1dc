import { divisionPrefix } from '../../../domain/bodies.ts';
import { addDays, startOfDay } from '../../../domain/days.ts';
import type { Scope } from '../../../domain/permission.ts';
import { escapeLike } from '../search-terms.rules.ts';
import type { Place } from './cursor.ts';

/** Narrows a list of matters. Days are of the day received, both included. */
export interface MatterFilters {
  readonly phase?: string | undefined;
  readonly origin?: string | undefined;
  readonly channel?: string | undefined;
  /** A place and all within it. */
  readonly division?: string | undefined;
  /** A category and all under it. */
  readonly category?: string | undefined;
  readonly purpose?: string | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  /** A body the matter has been with. */
  readonly body?: string | undefined;
}

/** Collects the values of a statement; answers the placeholder of each. */
export interface Bindings {
  readonly values: unknown[];
  bind(value: unknown): string;
}

export function bindings(): Bindings {
  const values: unknown[] = [];
  return { values, bind: (value) => `$${values.push(value)}` };
}

/** The part of a list that is asked for: after this row, and nothing that was opened before this instant. */
export interface Window {
  readonly after?: Place | undefined;
  readonly since?: string | undefined;
}

/**
 * All matters this scope may list, newest first, as rows `region, matter, received_at`; a limit may follow. Those within
 * the division of a territorial post, and those that were with its body: the same rule as `mayRead`. Each arm is ordered
 * by itself, which its index does for nothing; asked only of the whole, PostgreSQL 18 sorts all rows. Most rows of a
 * petition office stand in both arms, side by side, so the doubles are dropped in passing; keeping them out of one arm
 * would mean reading all of it.
 */
export function scopeRows(scope: Scope, window: Window, at: Bindings): string {
  if (scope.none) return 'select region, matter, received_at from matter_body where false';
  const order = 'order by received_at desc, region, matter';
  const own = `select region, matter, received_at from matter_body
    where body = ${at.bind(scope.body)} and ${windowCondition(window, 'matter', at)}`;
  if (scope.prefix === undefined) return `${own} ${order}`;
  return `select distinct on (received_at, region, matter) region, matter, received_at from (
    (select region, number as matter, received_at from matter
      where ${regionRange(scope.prefix, 'region', at)} and ${windowCondition(window, 'number', at)} ${order})
    union all (${own} ${order})) k ${order}`;
}

/** All regions that begin with the prefix, as a range: the planner knows how many rows a range holds. */
export function regionRange(prefix: string, region: string, { bind }: Bindings): string {
  return `${region} between ${bind(prefix.padEnd(6, '0'))} and ${bind(prefix.padEnd(6, '9'))}`;
}

/** Conditions on a table's `region`, `received_at` and this column for the matter's number. */
export function windowCondition({ after, since }: Window, number: string, { bind }: Bindings, table = ''): string {
  const found: string[] = [];
  const [receivedAt, region] = [`${table}received_at`, `${table}region`];
  if (since !== undefined) found.push(`${receivedAt} >= ${bind(since)}`);
  if (after) {
    const instant = bind(after.receivedAt);
    const key = `(${bind(after.region)}, ${bind(after.matter)})`;
    found.push(
      `${receivedAt} <= ${instant} and (${receivedAt} < ${instant} or (${region}, ${table}${number}) > ${key})`,
    );
  }
  return found.length === 0 ? 'true' : found.join(' and ');
}

/** A matter is opened on the day it was received or later, so a first day bounds the walk; a day is left for doubt. */
export function openedSince(filters: MatterFilters): string | undefined {
  return filters.from === undefined ? undefined : startOfDay(addDays(filters.from, -1));
}

/** Conditions on a row `m` of `matter`; empty when nothing narrows. */
export function filterConditions(filters: MatterFilters, at: Bindings): readonly string[] {
  const { phase, origin, channel, purpose, from, to, body } = filters;
  const { bind } = at;
  const found: string[] = [...prefixConditions(filters, 'm.', at)];
  if (phase !== undefined) found.push(`m.phase = ${bind(phase)}`);
  if (origin !== undefined) found.push(`m.origin = ${bind(origin)}`);
  if (channel !== undefined) found.push(`m.channel = ${bind(channel)}`);
  if (purpose !== undefined) found.push(`m.purpose = ${bind(purpose)}`);
  if (from !== undefined) found.push(`m.received_on >= ${bind(from)}`);
  if (to !== undefined) found.push(`m.received_on <= ${bind(to)}`);
  if (body !== undefined) {
    found.push(
      `exists (select from matter_body f where f.region = m.region and f.matter = m.number and f.body = ${bind(body)})`,
    );
  }
  return found;
}

/** A place with all within it, a category with all under it: both are codes that grow to the right. */
export function prefixConditions(
  { division, category }: Pick<MatterFilters, 'division' | 'category'>,
  table: 'm.' | '',
  { bind }: Bindings,
): readonly string[] {
  const like = (prefix: string): string => bind(`${escapeLike(prefix)}%`);
  return [
    ...(division === undefined ? [] : [`${table}division like ${like(divisionPrefix(division))}`]),
    ...(category === undefined ? [] : [`${table}category like ${like(category.replace(/(00)+$/, ''))}`]),
  ];
}
