import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isoInstant } from '../../src/platform/postgres/type-parsers.ts';
import { openTestDatabase, type TestDatabase } from '../world/database.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase({ template: false });
});
afterAll(() => database.close());

describe('values from the database', () => {
  it('keep days as days and lose no digit', async () => {
    const { rows } = await database.pool.query(`
      SELECT date '2026-02-28' AS day, 9007199254740993::int8 AS big, 0.10::numeric AS exact, 7::int4 AS small,
             array[date '2026-02-28', NULL] AS days, array[9007199254740993::int8] AS bigs, array[0.10::numeric] AS exacts,
             interval '90 minutes' AS span`);
    expect(rows).toEqual([
      {
        day: '2026-02-28',
        big: '9007199254740993',
        exact: '0.10',
        small: 7,
        days: ['2026-02-28', null],
        bigs: ['9007199254740993'],
        exacts: ['0.10'],
        span: '01:30:00',
      },
    ]);
  });

  it('read an instant back exactly as JavaScript writes it, wherever the machine stands', async () => {
    for (const instant of ['2026-11-22T18:57:56.120Z', '1949-10-01T07:00:00.000Z', '2026-11-22T18:57:56.123456Z']) {
      const { rows } = await database.pool.query('SELECT $1::timestamptz AS at, array[$1::timestamptz] AS list', [
        instant,
      ]);
      expect(rows).toEqual([{ at: instant, list: [instant] }]);
    }
  });

  it('read instants of other zones and beyond the calendar', () => {
    expect(isoInstant('2026-01-01 00:00:00.5+08')).toBe('2025-12-31T16:00:00.500Z');
    expect(isoInstant('2026-01-01 00:00:00-04:30')).toBe('2026-01-01T04:30:00.000Z');
    expect(isoInstant('infinity')).toBe('infinity');
  });
});
