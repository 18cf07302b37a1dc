import { randomBytes } from 'node:crypto';
import { searchRow } from '../src/alongside/finding/server/index-matters.ts';
import { canonical } from '../src/ledger/canonical.ts';
import type { Ledger } from '../src/ledger/ledger.ts';
import { FIRST_PLACE, LIFE_ACTS, type LifeAct, type Place } from './lives.ts';
import { MOMENT, makeTemplate, NUMBER, TAIL, type Template } from './templates.ts';
import { type MadeText, textOf } from './texts.ts';

/*
 * Stored cases in any number. They are copies of real lives: every row of every table has the size and shape that the
 * product's acts gave it, numbers, ids, moments and texts differ from copy to copy, contents are sealed one by one. They
 * are synthetic all the same: the hashes of a copy are those of its model, so `verify` would refuse them.
 */

/** The first serial of copies; real numbers count up from 1. */
const FIRST_SERIAL = 1_000_000;
const CHUNK = 2_000;

/** Where the stored cases lie: four districts, so that a desk and an index range over more than one region. */
const PLACES: readonly Place[] = ['01', '02', '03', '04'].map((district) => ({
  division: `9901${district}`,
  office: `d${district}-petition`,
  target: `d${district}-housing`,
}));

/** Of a hundred stored cases, how many stand where: most are over, as in any register of some years. */
const MIX: readonly { readonly until: LifeAct; readonly of100: number; readonly daysAgo: readonly number[] }[] = [
  { until: 'rate', of100: 70, daysAgo: Array.from({ length: 24 }, (_, at) => 60 + at * 31) },
  { until: 'serve', of100: 20, daysAgo: Array.from({ length: 12 }, (_, at) => 45 + at * 60) },
  { until: 'file', of100: 1, daysAgo: [1, 2] },
  { until: 'register', of100: 1, daysAgo: [2, 9] },
  { until: 'forward', of100: 2, daysAgo: [4, 5, 8] },
  { until: 'sign', of100: 1, daysAgo: [6, 9] },
  { until: 'accept', of100: 4, daysAgo: [12, 30, 55, 70] },
  { until: 'issue', of100: 1, daysAgo: [36, 40] },
];

/** Fills the register with so many cases. Says what it does; a million take a while. */
export async function storeCases(ledger: Ledger, cases: number, say: (line: string) => void): Promise<void> {
  if (cases <= 0) return;
  const began = performance.now();
  const plans = MIX.flatMap(({ until, of100, daysAgo }) =>
    daysAgo.flatMap((days, at) =>
      PLACES.map((place, where) => ({
        place,
        until,
        daysAgo: days,
        number: at * 10 + where,
        share: of100 / 100 / daysAgo.length / PLACES.length,
      })),
    ),
  );
  const lots: { template: Template; count: number }[] = [];
  let owed = 0;
  for (const plan of plans) {
    owed += plan.share * cases;
    const count = Math.floor(owed + 1e-6);
    owed -= count;
    if (count > 0) lots.push({ template: await makeTemplate(ledger, plan), count });
  }
  await withoutSlowIndexes(ledger, cases, async () => {
    let done = 0;
    let told = performance.now();
    /* Two at one time: while the server writes the rows of one, the contents of the other are sealed. */
    const store = async (): Promise<void> => {
      for (let lot = lots.shift(); lot !== undefined; lot = lots.shift()) {
        await copyLife(ledger, lot.template, lot.count);
        done += lot.count;
        if (performance.now() - told < 15_000) continue;
        told = performance.now();
        say(`  ${done} / ${cases} stored`);
      }
    };
    await Promise.all([store(), store()]);
  });
  await ledger.pool.query('vacuum analyze');
  say(`${cases} stored cases in ${((performance.now() - began) / 1000).toFixed(0)} s`);
}

/** Numbers of fresh matters that all stand right after `until`, for acts to be measured on. */
export async function storeFuel(ledger: Ledger, until: LifeAct, count: number): Promise<readonly string[]> {
  const template = await makeTemplate(ledger, {
    place: FIRST_PLACE,
    until,
    daysAgo: 0,
    number: LIFE_ACTS.indexOf(until),
  });
  return copyLife(ledger, template, count);
}

/** Some of the stored matters of a region, spread over all of it. */
export async function storedMatters(ledger: Ledger, region: string, count: number): Promise<readonly string[]> {
  const { rows } = await ledger.pool.query<{ number: string }>(
    'select number from matter where region = $1 order by md5(number) limit $2',
    [region, count],
  );
  return rows.map(({ number }) => number);
}

/** GIN indexes are dear to fill row by row: for many rows they are built afterwards. */
async function withoutSlowIndexes(ledger: Ledger, cases: number, work: () => Promise<void>): Promise<void> {
  if (cases < 20_000) return work();
  const { rows } = await ledger.pool.query<{ name: string; ddl: string }>(
    `select indexname as name, indexdef as ddl from pg_indexes where tablename = 'search_text' and indexdef like '%gin%'`,
  );
  for (const { name } of rows) await ledger.pool.query(`drop index ${name}`);
  await work();
  for (const { ddl } of rows) await ledger.pool.query(ddl);
}

/** So many copies of one life; answers the numbers of their submissions. */
export async function copyLife(ledger: Ledger, template: Template, count: number): Promise<readonly string[]> {
  const numbers: string[] = [];
  const prefix = `${template.region}-${template.year}-`;
  for (let left = count; left > 0; left -= CHUNK) {
    const size = Math.min(CHUNK, left);
    const first = await drawSerials(ledger, size);
    const last = first + size - 1;
    for (let at = first; at <= last; at++) numbers.push(prefix + at);
    await copyChunk(ledger, template, first, last);
  }
  for (const { body, duty } of template.duties) {
    await ledger.pool.query(
      'insert into desk_delta (region, id, body, duty, delta) values ($1, gen_random_uuid(), $2, $3, $4)',
      [template.region, body, duty, count],
    );
  }
  return numbers;
}

/** The first of so many serials; a kept data folder remembers how far it has come. */
async function drawSerials(ledger: Ledger, count: number): Promise<number> {
  const { rows } = await ledger.pool.query<{ next: string }>(
    `insert into counter (region, name, value) values ('000000', 'bench', $1::bigint + $2::bigint)
     on conflict (region, name) do update set value = counter.value + $2::bigint returning value - $2::bigint as next`,
    [FIRST_SERIAL, count],
  );
  return Number(rows[0]?.next);
}

async function copyChunk(ledger: Ledger, template: Template, first: number, last: number): Promise<void> {
  const client = await ledger.pool.connect();
  try {
    await client.query('begin; set local synchronous_commit = off');
    for (const [table, rows] of Object.entries(template.rows)) {
      await client.query(
        `insert into ${table} select r.* from generate_series($1::int, $2::int) g,
         lateral json_populate_recordset(null::${table},
           replace(replace(replace($3, '${NUMBER}', $4 || g), '${TAIL}', lpad(to_hex(g), 12, '0')), '${MOMENT}',
             lpad((g * 37 / 60 % 60)::text, 2, '0') || ':' || lpad((g * 37 % 60)::text, 2, '0') || '.' || lpad((g % 1000)::text, 3, '0')
           )::json) r`,
        [first, last, rows, `${template.region}-${template.year}-`],
      );
    }
    const contents = contentRows(ledger, template, first, last);
    await client.query(
      `insert into content (region, id, stream, kind, salt, sealed)
       select $1, * from unnest($2::uuid[], $3::text[], $4::text[], $5::bytea[], $6::bytea[])`,
      [
        template.region,
        contents.map((row) => row.id),
        contents.map((row) => row.stream),
        contents.map((row) => row.kind),
        contents.map((row) => row.salt),
        contents.map((row) => row.sealed),
      ],
    );
    const texts = searchRows(ledger, template, first, last);
    if (texts.length > 0) {
      await client.query(
        `insert into search_text (region, matter, received_at, words, bigrams, name_grams)
         select region, matter, received_at, words, bigrams, name_grams
         from json_populate_recordset(null::search_text, $1::json)`,
        [JSON.stringify(texts)],
      );
    }
    await client.query('commit');
  } catch (cause) {
    await client.query('rollback');
    throw cause;
  } finally {
    client.release();
  }
}

function contentRows(ledger: Ledger, { region, year, contents }: Template, first: number, last: number) {
  const rows = [];
  for (let at = first; at <= last; at++) {
    const number = `${region}-${year}-${at}`;
    const tail = at.toString(16).padStart(12, '0');
    const made = textOf(at);
    for (const content of contents) {
      const id = content.id.replace(TAIL, tail);
      const text = canonical(retold(content.kind, content.value, made));
      rows.push({
        id,
        stream: content.stream.replace(NUMBER, number),
        kind: content.kind,
        salt: randomBytes(16),
        sealed: ledger.keyring.seal(Buffer.from(text), `${region}/${id}`),
      });
    }
  }
  return rows;
}

/** The words of this copy in place of the model's. */
function retold(kind: string, value: unknown, { who, title, text, requests }: MadeText): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (kind === 'gist') return { ...value, who, title, text, requests };
  if (kind !== 'particulars') return value;
  const people = 'people' in value && Array.isArray(value.people) ? value.people : [];
  return { ...value, people: people.map((one) => ({ ...one, name: who })), title, text, requests };
}

function searchRows(ledger: Ledger, template: Template, first: number, last: number) {
  const { region, year, state } = template;
  if (!state) return [];
  const two = (n: number): string => String(n).padStart(2, '0');
  const rows = [];
  for (let at = first; at <= last; at++) {
    const number = `${region}-${year}-${at}`;
    const seconds = at * 37;
    const moment = `${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}.${String(at % 1000).padStart(3, '0')}`;
    const openedAt = state.openedAt.replace(MOMENT, moment);
    const { who, title, text, requests } = textOf(at);
    rows.push(
      searchRow(ledger.keyring, {
        region,
        matter: `${number}-1`,
        state: { ...state, openedAt, submissions: [number] },
        gist: { who, title, text, requests },
      }),
    );
  }
  return rows;
}
