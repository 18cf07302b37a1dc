import type { Day } from '../../../domain/days.ts';
import type { Scope } from '../../../domain/permission.ts';
import { INDICATORS, type Indicator, type IndicatorId } from '../figures.rules.ts';

/** Whose cases, and which days. Both days belong to the period. */
export interface Span {
  readonly from: Day;
  readonly to: Day;
  /** Running clocks are overdue when due before this day. */
  readonly today: Day;
  readonly scope: Scope;
  /** Narrows to one body. */
  readonly body?: string | undefined;
}

/** Collects values and names their places. */
export interface Bindings {
  readonly values: unknown[];
  bind(value: unknown): string;
}

export function bindings(): Bindings {
  const values: unknown[] = [];
  return { values, bind: (value) => `$${values.push(value)}` };
}

/**
 * The rows one indicator counts, each with the part it falls into: (part, region, number, key, body, due, ended, day).
 * Counts and lists are both made of this text, so that a number and the list behind it cannot differ. Void clocks are
 * classed, never hidden; clocks of historical packs are not `statutory` and stay out.
 */
export function countedRows(id: IndicatorId | 'received', span: Span, at: Bindings): string {
  const counts: Indicator['counts'] = id === 'received' ? { of: 'submission' } : INDICATORS[id].counts;
  const [from, to] = [at.bind(span.from), at.bind(span.to)];
  const days = `between ${from}::date and ${to}::date`;
  switch (counts.of) {
    case 'clock': {
      const today = at.bind(span.today);
      return `select case when c.outcome <> 'running' then c.outcome when c.due < ${today}::date then 'overdue' else 'not-due' end as part,
                c.region, c.stream as number, c.id as key, c.holder as body, c.due, c.ended_on as ended, c.due as day
              from clock c
              where c.kind = ${at.bind(counts.kind)} and c.due ${days} and c.statutory and ${inScope('c', 'holder', span, at)}`;
    }
    case 'acceptance-by-assessment':
      return assessedAcceptance(span, { from, to, today: at.bind(span.today) }, at);
    case 'rating': {
      const today = at.bind(span.today);
      const where = `r.side = ${at.bind(counts.side)} and ${inScope('r', 'body', span, at)}`;
      return `select r.level as part, r.region, r.matter as number, r.side as key, r.body, r.window_end as due,
                r.rated_on as ended, r.rated_on as day
              from rating r where r.rated_on ${days} and r.state = 'rated' and ${where}
              union all
              select 'expired', r.region, r.matter, r.side, r.body, r.window_end, null::date, r.window_end
              from rating r where r.window_end ${days} and r.window_end < ${today}::date and r.state = 'open' and ${where}`;
    }
    case 'submission':
      return `select s.channel_group as part, s.region, s.number, '' as key, s.body, null::date as due,
                s.received_on as ended, s.received_on as day, s.purpose, s.channel, s.petitioners, s.origin
              from submission s where s.received_on ${days} and ${inScope('s', 'body', span, at)}`;
  }
}

/**
 * Provincial assessments add 30 days to the registration and roll nothing over (law.md §4.2). Told is whoever got a
 * notice of the outcome, or an answer that closed the matter without one.
 */
function assessedAcceptance(
  span: Span,
  { from, to, today }: Record<'from' | 'to' | 'today', string>,
  at: Bindings,
): string {
  return `select case when k.ended <= k.due then 'met' when k.ended is not null then 'late'
                when k.phase = 'withdrawn' then 'void' when k.due < ${today}::date then 'overdue' else 'not-due' end as part,
            k.region, k.number, '' as key, k.body, k.due, k.ended, k.due as day
          from (
            select m.region, m.number, m.holder as body, m.phase, m.registered_on + 30 as due,
              coalesce(
                (select min(n.ended_on) from clock n where n.region = m.region and n.stream = m.number
                   and n.kind = 'notice' and n.outcome in ('met', 'late')),
                case when m.phase = 'closed' then m.closed_on end
              ) as ended
            from matter m
            where m.origin = 'here' and m.received_on <= ${to}::date - 30
              and m.registered_on between ${from}::date - 30 and ${to}::date - 30 and ${inScope('m', 'holder', span, at)}
          ) k`;
}

/** The one place where figures are limited: territory by region, anybody else its own. */
export function inScope(
  alias: string,
  bodyColumn: string,
  { scope, body }: Pick<Span, 'scope' | 'body'>,
  at: Bindings,
): string {
  if (scope.none) return 'false';
  const own =
    scope.prefix === undefined
      ? `${alias}.${bodyColumn} = ${at.bind(scope.body)}`
      : scope.prefix === ''
        ? 'true'
        : `${alias}.region like ${at.bind(`${scope.prefix}%`)}`;
  return body === undefined ? own : `${own} and ${alias}.${bodyColumn} = ${at.bind(body)}`;
}
