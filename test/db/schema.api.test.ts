import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestDatabase, type TestDatabase } from '../world/database.ts';

let database: TestDatabase;

beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database?.close());

async function ask<T extends object>(sql: string): Promise<T[]> {
  return (await database.pool.query<T>(sql)).rows;
}

/** Small, and the same on every shard: what foreign keys may point to. */
const REFERENCE = ['body', 'division', 'category', 'account', 'calendar_year'];

describe('the tables', () => {
  it('every foreign key has an index that begins with its columns', async () => {
    const bare = await ask(
      `select conrelid::regclass::text as from_table, conname as name from pg_constraint c
       where contype = 'f' and connamespace = 'public'::regnamespace and not exists (
         select from pg_index i where i.indrelid = c.conrelid and i.indpred is null
         and (string_to_array(i.indkey::text, ' ')::int2[])[1:array_length(c.conkey, 1)] @> c.conkey)`,
    );
    expect(bare).toEqual([]);
  });

  it('foreign keys run only to reference tables, or within what is local to the coordinator', async () => {
    const keys = await ask<{ from: string; to: string }>(
      `select conrelid::regclass::text as from, confrelid::regclass::text as to from pg_constraint
       where contype = 'f' and connamespace = 'public'::regnamespace`,
    );
    expect(keys.length).toBeGreaterThan(4);
    for (const { from, to } of keys) {
      const local = to === 'citizen' && ['citizen_session', 'citizen_petition'].includes(from);
      expect([from, to, REFERENCE.includes(to) || local]).toEqual([from, to, true]);
    }
  });

  it('whatever grows with petitions leads its primary key with the region', async () => {
    const leading = await ask<{ name: string; first: string }>(
      `select c.relname as name, a.attname as first from pg_class c
       join pg_index i on i.indrelid = c.oid and i.indisprimary
       join pg_attribute a on a.attrelid = c.oid and a.attnum = i.indkey[0]
       where c.relnamespace = 'public'::regnamespace and exists (
         select from pg_attribute r where r.attrelid = c.oid and r.attname = 'region' and not r.attisdropped)`,
    );
    expect(leading.length).toBeGreaterThan(12);
    /* A visitor’s pass is opened by its cookie alone, and is local to the coordinator; whoever looks for the same person
       does not know in which region to look; the log over all facts is one, and local to the coordinator too. */
    for (const { name, first } of leading.filter((one) => !['visit_pass', 'person_key', 'log_leaf'].includes(one.name)))
      expect([name, first]).toEqual([name, 'region']);
  });

  it('the region is text everywhere: of another type than the values it is compared with it could use no index', async () => {
    const types = await ask(
      `select distinct data_type as type from information_schema.columns
       where table_schema = 'public' and column_name = 'region'`,
    );
    expect(types).toEqual([{ type: 'text' }]);
  });

  it('none takes its numbers from a sequence, which a sharded table could not have', async () => {
    expect(
      await ask(`select relname from pg_class where relkind = 'S' and relnamespace = 'public'::regnamespace`),
    ).toEqual([]);
  });

  it('a unique index of a sharded table holds the region', async () => {
    const wrong = await ask(
      `select i.indexrelid::regclass::text as name from pg_index i join pg_class c on c.oid = i.indrelid
       where i.indisunique and c.relnamespace = 'public'::regnamespace and c.relname not in ('visit_pass', 'log_leaf')
       and exists (select from pg_attribute r where r.attrelid = c.oid and r.attname = 'region')
       and not exists (select from pg_attribute r where r.attrelid = c.oid and r.attname = 'region' and r.attnum = any(i.indkey))`,
    );
    expect(wrong).toEqual([]);
  });

  it('each says what it is for', async () => {
    const silent = await ask(
      `select relname as name from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace
       and obj_description(oid) is null`,
    );
    expect(silent).toEqual([]);
  });

  it('instants carry their zone, and days are days', async () => {
    const wrong = await ask(
      `select table_name, column_name from information_schema.columns
       where table_schema = 'public' and data_type = 'timestamp without time zone'`,
    );
    expect(wrong).toEqual([]);
  });
});
