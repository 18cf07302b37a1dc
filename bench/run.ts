/**
 * `./huiying bench`: measures what design §5 asks, on a server of its own with fsync on, and prints each figure beside its
 * bar. All on loopback; ends by itself. Exit code 1 when a row failed to run, not when a bar was missed: that depends on
 * the machine.
 */
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { acts } from './acts-row.ts';
import { openBenchCity } from './city.ts';
import { figuresRow } from './figures-row.ts';
import { floors } from './floors.ts';
import { importRow } from './import-row.ts';
import { life } from './life-row.ts';
import { lists } from './lists-row.ts';
import { portal } from './portal-row.ts';
import { recordRow } from './record-row.ts';
import { machine, type Row, tableOf } from './report.ts';
import { searchRow } from './search-row.ts';
import { type Served, serve } from './served.ts';
import type { Measure, Setting } from './setting.ts';
import { startRow } from './start-row.ts';
import { storeCases } from './stored.ts';

const ROWS: Readonly<Record<string, Measure>> = {
  floors,
  record: recordRow,
  acts,
  life,
  lists,
  search: searchRow,
  figures: figuresRow,
  portal,
  import: importRow,
};

const USAGE = `Usage: ./huiying bench [--rows NAMES] [--cases N] [--seconds S] [--clients N] [--json FILE] [--data-dir DIR]
  --rows      comma-separated, of: ${[...Object.keys(ROWS), 'start'].join(', ')} (all)
  --cases     synthetic cases stored before anything is measured (20000; a million take a while and some 20 GB)
  --seconds   measured seconds of each row (5)
  --clients   clients at one time (8)
  --json      also write the figures to this file
  --data-dir  keep the data here and use it again: cases are stored only where there are none`;

const say = (line: string): void => {
  process.stderr.write(`${line}\n`);
};

async function main(): Promise<number> {
  const { values } = parseArgs({
    options: {
      rows: { type: 'string' },
      cases: { type: 'string', default: '20000' },
      seconds: { type: 'string', default: '5' },
      clients: { type: 'string', default: '8' },
      json: { type: 'string' },
      'data-dir': { type: 'string' },
      help: { type: 'boolean', short: 'h' },
    },
  });
  const wanted = values.rows?.split(',') ?? [...Object.keys(ROWS), 'start'];
  const unknown = wanted.filter((name) => name !== 'start' && !Object.hasOwn(ROWS, name));
  const [cases, seconds, clients] = [values.cases, values.seconds, values.clients].map(Number);
  const isCount = (n: number | undefined): n is number => n !== undefined && Number.isFinite(n) && n > 0;
  if (
    values.help ||
    unknown.length > 0 ||
    !isCount(seconds) ||
    !isCount(clients) ||
    !(cases !== undefined && cases >= 0)
  ) {
    say(USAGE);
    return values.help ? 0 : 2;
  }
  return measure({ wanted, cases, seconds, clients, json: values.json, kept: values['data-dir'] });
}

async function measure(given: {
  wanted: readonly string[];
  cases: number;
  seconds: number;
  clients: number;
  json: string | undefined;
  kept: string | undefined;
}): Promise<number> {
  const city = await openBenchCity({ kept: given.kept, say });
  const rows: Row[] = [];
  let failed = 0;
  let served: Served | undefined;
  const leave = async (): Promise<void> => {
    await served?.stop();
    await city.close();
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => void leave().then(() => process.exit(130)));
  }
  try {
    const stored = await city.ledger.pool.query<{ n: string }>('select count(*) as n from matter');
    const already = Number(stored.rows[0]?.n);
    if (already < given.cases) await storeCases(city.ledger, given.cases - already, say);
    const setting: Setting = {
      city,
      ...given,
      cases: Math.max(given.cases, already),
      say,
      served: async () => {
        served ??= await serve(city.dataDir);
        return served;
      },
    };
    for (const name of given.wanted) {
      const row = ROWS[name];
      if (!row) continue;
      say(`${name}…`);
      try {
        rows.push(...(await row(setting)));
      } catch (cause) {
        failed += 1;
        say(`${name} failed: ${cause instanceof Error ? (cause.stack ?? cause.message) : String(cause)}`);
      }
    }
    await served?.stop();
    served = undefined;
    if (given.wanted.includes('start')) rows.push(await startRow(city));
  } finally {
    await leave();
  }
  const { wanted: _, kept: __, json, ...shape } = given;
  const result = { at: new Date().toISOString(), machine: machine(), ...shape, rows };
  if (json !== undefined) writeFileSync(json, `${JSON.stringify(result, null, 2)}\n`);
  process.stdout.write(`${JSON.stringify(result.machine)}\n${tableOf(rows)}\n`);
  return failed > 0 ? 1 : 0;
}

main().then(
  (code) => {
    process.exitCode = code;
  },
  (cause) => {
    say(cause instanceof Error ? (cause.stack ?? cause.message) : String(cause));
    process.exitCode = 1;
  },
);
