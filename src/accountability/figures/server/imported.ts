import type { Pool, PoolClient } from 'pg';
import type { Ledger } from '../../../ledger/ledger.ts';
import { ANSWER_BOUNDS, share } from '../figures.rules.ts';

/** How long answers took that were imported, counted from the stored rows. Days are whole days after the day of receipt. */
export interface ImportedFigures {
  /** Lives stored from the source. */
  readonly stored: number;
  /** Of these, those whose answer has a day. */
  readonly answered: number;
  /** Of these, those without one: not answered, or answered on a day the source does not state. */
  readonly answerUnknown: number;
  /** Null where nothing is answered. The percentiles are interpolated (percentile_cont), two decimals. */
  readonly daysToAnswer: {
    readonly mean: number | null;
    readonly p50: number | null;
    readonly p90: number | null;
    readonly max: number | null;
  };
  /** Answers that came within so many days. */
  readonly answeredWithin: Readonly<Record<'d15' | 'd30' | 'd60' | 'd90', number>>;
  /** The same in per cent of those answered, two decimals. */
  readonly answeredWithinShare: Readonly<Record<'d15' | 'd30' | 'd60' | 'd90', number | null>>;
}

interface Row {
  readonly source: string;
  readonly stored: string;
  readonly answered: string;
  readonly mean: string | null;
  readonly p50: string | null;
  readonly p90: string | null;
  readonly max: number | null;
  readonly d15: string;
  readonly d30: string;
  readonly d60: string;
  readonly d90: string;
}

/**
 * Answer times of imported lives, by source; `from` and `to` bound the day of receipt, `where` the scope (SQL over
 * `s`, its parameters from $3 on).
 */
export async function importedBySource(
  database: Pool | PoolClient,
  bounds: { readonly from: string; readonly to: string },
  where: { readonly sql: string; readonly values: readonly unknown[] },
): Promise<ReadonlyMap<string, ImportedFigures>> {
  const { rows } = await database.query<Row>(
    `with life as (
       select s.source, m.answered_on - m.received_on as days
       from submission s join matter m on m.region = s.region and m.number = s.number || '-1'
       where s.origin = 'imported' and s.received_on between $1 and $2 and ${where.sql}
     )
     select source, count(*) as stored, count(days) as answered, max(days) as max,
            round(avg(days), 2)::text as mean,
            round((percentile_cont(0.5) within group (order by days))::numeric, 2)::text as p50,
            round((percentile_cont(0.9) within group (order by days))::numeric, 2)::text as p90,
            ${ANSWER_BOUNDS.map((days) => `count(*) filter (where days <= ${days}) as d${days}`).join(', ')}
     from life group by source order by source`,
    [bounds.from, bounds.to, ...where.values],
  );
  return new Map(rows.map((row) => [row.source, figuresOf(row)]));
}

/** The answer times of everything stored from one source. */
export async function importedFigures(ledger: Ledger, { source }: { source: string }): Promise<ImportedFigures> {
  const bounds = { from: '0001-01-01', to: '9999-12-31' };
  const found = await importedBySource(ledger.pool, bounds, { sql: 's.source = $3', values: [source] });
  return found.get(source) ?? NONE;
}

function figuresOf(row: Row): ImportedFigures {
  const [stored, answered] = [Number(row.stored), Number(row.answered)];
  const within = { d15: Number(row.d15), d30: Number(row.d30), d60: Number(row.d60), d90: Number(row.d90) };
  const number = (text: string | null): number | null => (text === null ? null : Number(text));
  return {
    stored,
    answered,
    answerUnknown: stored - answered,
    daysToAnswer: { mean: number(row.mean), p50: number(row.p50), p90: number(row.p90), max: row.max },
    answeredWithin: within,
    answeredWithinShare: {
      d15: share(within.d15, answered),
      d30: share(within.d30, answered),
      d60: share(within.d60, answered),
      d90: share(within.d90, answered),
    },
  };
}

const NONE: ImportedFigures = {
  stored: 0,
  answered: 0,
  answerUnknown: 0,
  daysToAnswer: { mean: null, p50: null, p90: null, max: null },
  answeredWithin: { d15: 0, d30: 0, d60: 0, d90: 0 },
  answeredWithinShare: { d15: null, d30: null, d60: null, d90: null },
};
