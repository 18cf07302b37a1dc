import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { INDICATOR_IDS } from '../../src/accountability/figures/figures.rules.ts';
import { renewPersonKeys } from '../../src/actors/persons/server/index-persons.ts';
import { lapseWindows } from '../../src/petition/7-review/server/lapse.ts';
import { registered, STEPS, type Staff, staffOf, upTo, well } from '../life/steps.ts';
import { type EmptyCity, openEmptyCity } from '../world/empty-city.ts';

/** Tables that grow with petitions. None is read from end to end to answer a person. */
const GROWING = [
  ...['stream', 'fact', 'content', 'audit', 'read_log', 'idempotency', 'submission', 'matter', 'matter_body', 'clock'],
  ...['rating', 'desk', 'desk_delta', 'sealed_case', 'search_text', 'file', 'message', 'outbox', 'import_source'],
  'person_key',
  'sealed_opening',
];

interface Asked {
  readonly text: string;
  readonly values: readonly unknown[];
}

interface PlanNode {
  readonly 'Node Type': string;
  readonly 'Relation Name'?: string;
  readonly 'Index Name'?: string;
  readonly 'Index Cond'?: string;
  readonly Plans?: readonly PlanNode[];
}

/** The first column, or expression, of each index. */
const firstColumns = new Map<string, string>();
let city: EmptyCity;
let staff: Staff;
/** Every reading statement that was sent, by its text. */
const asked = new Map<string, Asked>();

beforeAll(async () => {
  city = await openEmptyCity();
  staff = await staffOf(city);
  const { rows } = await city.database.pool.query<{ name: string; first: string }>(
    `select indexrelid::regclass::text as name, pg_get_indexdef(indexrelid, 1, true) as first from pg_index`,
  );
  for (const { name, first } of rows) firstColumns.set(name, first);
  listen();
});
afterAll(() => city?.close());

/** Notes what goes through the pool, whichever way it is asked. */
function listen(): void {
  const { pool } = city.database;
  const original = pool.query.bind(pool) as (...given: unknown[]) => unknown;
  Object.assign(pool, {
    query: (...given: unknown[]) => {
      const [first, second] = given;
      const text = typeof first === 'string' ? first : textOf(first);
      const values = typeof first === 'string' ? second : valuesOf(first);
      const reads = /^\s*(select|with)\b/i.test(text) && !/\b(insert into|update|delete from)\b/i.test(text);
      if (reads && !asked.has(text)) asked.set(text, { text, values: Array.isArray(values) ? values : [] });
      return original(...given);
    },
  });
}

function textOf(config: unknown): string {
  return typeof config === 'object' && config !== null && 'text' in config ? String(config.text) : '';
}

function valuesOf(config: unknown): unknown {
  return typeof config === 'object' && config !== null && 'values' in config ? config.values : [];
}

/** Scans of a growing table that no condition narrows and no limit ends, though the planner was told to avoid them. */
function wholeScans(node: PlanNode, limited = false): string[] {
  const table = node['Relation Name'] ?? '';
  const here = limited || node['Node Type'] === 'Limit';
  const stops = here && !['Sort', 'Aggregate', 'Hash'].includes(node['Node Type']);
  const bitmap = node['Node Type'] === 'Bitmap Index Scan';
  const scan = bitmap || (/Scan$/.test(node['Node Type']) && GROWING.includes(table));
  /* A condition that leaves out the first column of its index goes through all of it. */
  const lead = firstColumns.get(node['Index Name'] ?? '') ?? '';
  const narrowed = node['Node Type'] === 'Bitmap Heap Scan' || (node['Index Cond'] ?? '').includes(lead || ' ');
  const found =
    scan && !narrowed && !(stops && node['Node Type'] !== 'Seq Scan')
      ? [`${node['Node Type']} ${table} ${node['Index Name'] ?? ''}`]
      : [];
  return [...found, ...(node.Plans ?? []).flatMap((plan) => wholeScans(plan, stops))];
}

/** The statements that read a growing table from end to end, with what they scan. */
async function scansOf(statements: readonly Asked[]): Promise<string[]> {
  const client = await city.database.pool.connect();
  const wrong: string[] = [];
  try {
    /* With a handful of rows reading them all is cheapest; with a million it is not: the planner is told so. */
    await client.query('set enable_seqscan = off; set enable_hashjoin = off; set enable_mergejoin = off');
    for (const { text, values } of statements) {
      const { rows } = await client.query<{ 'QUERY PLAN': [{ Plan: PlanNode }] }>(`explain (format json) ${text}`, [
        ...values,
      ]);
      const scans = rows.flatMap((row) => wholeScans(row['QUERY PLAN'][0].Plan));
      if (scans.length > 0) wrong.push(`${scans.join('; ')}\n${text}`);
    }
  } finally {
    client.release(true);
  }
  return wrong;
}

describe('reading', () => {
  it('whatever a person asks for, from filing to figures, is found through an index', async () => {
    const one = await registered(staff, '门口积水');
    await upTo('issued', staff, one.matter);
    await well(
      staff.handler.post(`/api/matters/${one.matter}/serve`, { assignment: 'a1', way: 'mail', on: '2026-03-02' }),
    );
    const two = await registered(staff, '小区没有灯');
    await well(STEPS.forwarded(staff, two.matter));
    const petitioner = await city.petitioner(one.code, '1101');
    await well(petitioner.post(`/api/follow/matters/${one.matter}/rate`, { side: 'body', level: 'satisfied' }));
    await well(petitioner.get(`/api/follow/${one.number}`));
    await city.settle();
    const analyst = await city.officer('d01-petition', 'analyst');
    const leader = await city.officer('city-gov', 'leader');
    const keeper = await city.officer('d01-petition', 'sealed');
    const period = 'from=2026-01-01&to=2026-03-31';
    for (const [hand, url] of [
      [staff.dispatcher, '/api/desk'],
      [staff.dispatcher, '/api/desk?late=true'],
      [staff.dispatcher, '/api/desk?soon=true'],
      [staff.dispatcher, '/api/desk?duty=to-forward'],
      [staff.handler, '/api/desk?mine=true'],
      [staff.dispatcher, '/api/desk/counts'],
      [staff.dispatcher, '/api/matters'],
      [staff.dispatcher, '/api/matters?phase=open&channel=letter'],
      [staff.dispatcher, '/api/matters?from=2026-03-01&to=2026-03-31'],
      [staff.handler, '/api/matters'],
      [staff.dispatcher, `/api/matters?q=${encodeURIComponent('积水')}`],
      [staff.handler, `/api/matters?q=${encodeURIComponent('门口积')}`],
      [staff.dispatcher, `/api/matters?q=${two.number}`],
      [staff.dispatcher, `/api/matters?q=${two.number.slice(-4)}`],
      [leader, '/api/matters'],
      [staff.handler, `/api/matters/${one.matter}`],
      [staff.clerk, `/api/submissions/${one.number}`],
      [staff.clerk, `/api/submissions/${two.number}/earlier?same=${one.matter}`],
      [keeper, '/api/sealed'],
      [keeper, '/api/openings'],
      [analyst, `/api/figures?${period}`],
      ...INDICATOR_IDS.map((id) => [analyst, `/api/figures/list?${period}&indicator=${id}`] as const),
      [analyst, `/api/figures/list?${period}&indicator=received`],
    ] as const) {
      const { status } = await hand.get(url);
      expect([url, status]).toEqual([url, 200]);
    }
    await lapseWindows(city.ledger);
    await renewPersonKeys(city.ledger);

    const growing = [...asked.values()].filter(({ text }) =>
      GROWING.some((table) => new RegExp(`\\b${table}\\b`).test(text)),
    );
    expect(growing.length).toBeGreaterThan(20);
    expect(await scansOf(growing)).toEqual([]);
  });

  it('a question that no index answers would be found', async () => {
    for (const text of [
      "select number from matter where category = '030400'",
      'select * from submission where petitioners > 3 order by registered_on limit 20',
      'select count(*) from fact',
      "select m.number from matter m join clock c on c.due = m.closed_on where m.number = 'x'",
    ])
      expect([text, (await scansOf([{ text, values: [] }])).length]).toEqual([text, 1]);
  });
});
