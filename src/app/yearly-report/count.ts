import type { PoolClient } from 'pg';
import type { FiguresAnswer } from '../../accountability/figures/figures.contract.ts';
import type { IndicatorId } from '../../accountability/figures/figures.rules.ts';
import { inOneReading, readFigures } from '../../accountability/figures/server/figures.ts';
import { addMonths, type Day } from '../../domain/days.ts';
import type { MatterState } from '../../domain/matter.ts';
import type { Scope } from '../../domain/permission.ts';
import { ADOPTIONS, type Adoption, PROPOSAL_KINDS } from '../../domain/proceedings.ts';
import type { Rate, YearlyFigures } from '../../domain/yearly-report.ts';
import type { Ledger } from '../../ledger/ledger.ts';

/** Fields and bodies that are named. */
const MOST = 10;

interface Span {
  readonly from: Day;
  readonly to: Day;
  readonly scope: Scope;
  readonly today: Day;
}

/** What the report on a year counts within the territory of `scope`, all of one moment. Sealed reports are in no count. */
export function countYear(
  ledger: Ledger,
  year: number,
  { scope, today }: { scope: Scope; today: Day },
): Promise<YearlyFigures> {
  const span = { from: `${year}-01-01`, to: `${year}-12-31`, scope, today };
  return inOneReading(ledger, async (client) => {
    const figures = await readFigures(ledger, client, { ...span, compare: true });
    return {
      received: { ...receivedOf(figures), ...(await readMostFrequent(client, span)) },
      passed: { ...(await readPassed(client, span)), ...ratesOf(figures) },
      proposals: await readProposals(client, span),
    };
  });
}

function receivedOf({ received }: FiguresAnswer) {
  const counts = (of: readonly { readonly key: string; readonly count: number }[]) =>
    Object.fromEntries(of.map(({ key, count }) => [key, count]));
  return {
    submissions: received.submissions,
    before: received.before?.submissions ?? 0,
    visits: received.visits.batches,
    people: received.visits.people,
    byChannel: counts(received.byChannel),
    byPurpose: counts(received.byPurpose),
  };
}

function ratesOf({ indicators }: FiguresAnswer) {
  const rate = (id: IndicatorId): Rate => {
    const { numerator = 0, denominator = 0 } = indicators.find((one) => one.id === id) ?? {};
    return { numerator, denominator };
  };
  return {
    forwardedInTime: rate('forwarded-in-time'),
    acceptedInTime: rate('accepted-in-time'),
    answeredInTime: rate('answered-in-time'),
    satisfied: rate('satisfaction-body'),
  };
}

/** The territory by its regions; an office without one has its own alone, which no report needs. */
function regionsOf({ scope }: Span): string {
  return `${scope.prefix ?? 'none'}%`;
}

/** Fields and bodies most matters of the year came to; the petition offices themselves only pass on. */
async function readMostFrequent(client: PoolClient, span: Span) {
  const { rows } = await client.query<{ category: string; body: string; petition: boolean; n: string }>(
    `select left(m.category, 2) as category, m.holder as body, b.kind = 'petition' as petition, count(*) as n
     from matter m left join body b on b.id = m.holder
     where m.origin in ('here', 'imported') and m.received_on between $1 and $2 and m.region like $3
     group by 1, 2, 3`,
    [span.from, span.to, regionsOf(span)],
  );
  const top = (key: (row: (typeof rows)[number]) => string): readonly (readonly [string, number])[] => {
    const counts = new Map<string, number>();
    for (const row of rows) counts.set(key(row), (counts.get(key(row)) ?? 0) + Number(row.n));
    counts.delete('');
    return [...counts].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1)).slice(0, MOST);
  };
  return {
    categories: top(({ category }) => category).map(([code, count]) => ({ code, count })),
    bodies: top(({ body, petition }) => (petition ? '' : body)).map(([body, count]) => ({ body, count })),
  };
}

/** Longest of the periods below, so that the index by due day narrows: an order names its own last day. */
const LONGEST_MONTHS = 36;

/** Each sending, assignment and order started a clock of its own. */
async function readPassed(client: PoolClient, span: Span) {
  const { rows } = await client.query<{ kind: string; n: string }>(
    `select kind, count(*) as n from clock
     where kind in ('sign', 'feedback', 'supervision') and due between $1 and $4
     and started_on between $1 and $2 and region like $3 group by kind`,
    [span.from, span.to, regionsOf(span), addMonths(span.to, LONGEST_MONTHS)],
  );
  const of = (kind: string): number => Number(rows.find((row) => row.kind === kind)?.n ?? 0);
  return { sent: of('sign'), assigned: of('feedback'), supervised: of('supervision') };
}

/** 三项建议 of the year and what became of them: read from the few matters that have one. */
async function readProposals(client: PoolClient, span: Span): Promise<YearlyFigures['proposals']> {
  const { rows } = await client.query<{ proposals: MatterState['proposals'] }>(
    `select s.state -> 'proposals' as proposals from (
       select distinct region, stream from clock
       where kind = 'proposal' and due between $1 and $4 and started_on between $1 and $2 and region like $3) c
     join stream s on s.region = c.region and s.stream = c.stream`,
    [span.from, span.to, regionsOf(span), addMonths(span.to, LONGEST_MONTHS)],
  );
  const all = rows.flatMap((row) => Object.values(row.proposals)).filter(({ on }) => span.from <= on && on <= span.to);
  return PROPOSAL_KINDS.map((kind) => {
    const made = all.filter((one) => one.kind === kind);
    const outcomes: Partial<Record<Adoption, number>> = {};
    for (const adoption of ADOPTIONS) {
      const n = made.filter((one) => one.adoption === adoption).length;
      if (n > 0) outcomes[adoption] = n;
    }
    return { kind, made: made.length, outcomes };
  });
}
