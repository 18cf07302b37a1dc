import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Pool } from 'pg';
import { isRefusal } from '../../src/domain/refusals.ts';
import type { Ledger } from '../../src/ledger/ledger.ts';
import { take } from '../../src/petition/1-intake/server/intake.ts';
import { HEAD_BYTES } from '../../src/platform/sealed-file/sealed-file.ts';
import { by } from '../world/people.ts';

/** A folder for backups, removed by `dispose`. */
export function makeFolder() {
  const folder = mkdtempSync(join(tmpdir(), `huiying-test-${process.pid}-backup-`));
  return {
    path: (name: string): string => join(folder, name),
    dispose: (): void => rmSync(folder, { recursive: true, force: true }),
  };
}

/** Of each table (or of these, quoted as SQL wants) its rows and a digest of all they hold, whatever their order. */
export async function digests(pool: Pool, only?: readonly string[]): Promise<Map<string, string>> {
  const { rows: tables } = await pool.query<{ name: string }>(
    `select table_name as name from information_schema.tables
     where table_schema = 'public' and table_name <> 'schema_migration' order by 1`,
  );
  const found = new Map<string, string>();
  for (const name of only ?? tables.map((table) => table.name)) {
    const { rows } = await pool.query<{ digest: string }>(
      `select count(*) || ' ' || coalesce(md5(string_agg(t::text, chr(10) order by t::text collate "C")), '') as digest from ${name} t`,
    );
    found.set(name, rows[0]?.digest ?? '');
  }
  return found;
}

/** Everything that makes up the schema, a line each: columns, constraints, indexes, triggers and whether they act, comments. */
export async function schemaOf(pool: Pool): Promise<readonly string[]> {
  const { rows } = await pool.query<{ line: string }>(`
    select line from (
      select format('column %s.%s %s %s %s', c.relname, a.attname, format_type(a.atttypid, a.atttypmod), a.attnotnull,
                    pg_get_expr(d.adbin, d.adrelid)) as line, c.relnamespace as space
        from pg_attribute a join pg_class c on c.oid = a.attrelid
        left join pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum
        where c.relkind = 'r' and a.attnum > 0 and not a.attisdropped
      union all
      select format('constraint %s %s %s %s', c.relname, k.conname, k.convalidated, pg_get_constraintdef(k.oid)), c.relnamespace
        from pg_constraint k join pg_class c on c.oid = k.conrelid
      union all
      select format('index %s %s %s', pg_get_indexdef(i.indexrelid), i.indisvalid, i.indisready), c.relnamespace
        from pg_index i join pg_class c on c.oid = i.indrelid
      union all
      select format('trigger %s %s', t.tgenabled, pg_get_triggerdef(t.oid)), c.relnamespace
        from pg_trigger t join pg_class c on c.oid = t.tgrelid where not t.tgisinternal
      union all
      select format('comment %s %s %s', c.relname, d.objsubid, d.description), c.relnamespace
        from pg_description d join pg_class c on c.oid = d.objoid and d.classoid = 'pg_class'::regclass
      union all
      select format('options %s %s', c.relname, c.reloptions), c.relnamespace from pg_class c where c.relkind = 'r'
    ) as lines where space = 'public'::regnamespace order by 1`);
  return rows.map(({ line }) => line);
}

/** Relations of any kind that are there, in every schema but PostgreSQL's own. */
export async function relationsIn(pool: Pool): Promise<number> {
  const { rows } = await pool.query<{ n: string }>(
    `select count(*) as n from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where n.nspname !~ '^pg_' and n.nspname <> 'information_schema'`,
  );
  return Number(rows[0]?.n);
}

/** A letter that comes in and is registered as arrived: one act through the ledger. */
export async function takeLetter(ledger: Ledger, title: string): Promise<void> {
  const taken = await take(
    ledger,
    by('d01-petition', 'clerk'),
    {
      channel: 'letter',
      purpose: 'claim',
      division: '990101001',
      body: 'd01-petition',
      receivedOn: '2026-03-02',
      petitioners: 1,
      identity: 'claimed',
      mayPublish: false,
      particulars: {
        form: 'self',
        people: [{ name: '周桂兰' }],
        title,
        text: title,
        requests: [],
        files: [],
        tried: [],
      },
    },
    { verb: 'submission.take-in' },
  );
  if (isRefusal(taken)) throw new Error(JSON.stringify(taken));
}

/** A sealed file as its head and its chunks. */
export function framesOf(file: string): { head: Buffer; frames: Buffer[] } {
  const bytes = readFileSync(file);
  const frames: Buffer[] = [];
  for (let at = HEAD_BYTES; at < bytes.length; ) {
    const length = 4 + (bytes.readUInt32BE(at) & 0x7fff_ffff) + 16;
    frames.push(bytes.subarray(at, at + length));
    at += length;
  }
  return { head: bytes.subarray(0, HEAD_BYTES), frames };
}
