import { basename } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { registered, staffOf, upTo } from '../../test/life/steps.ts';
import { type EmptyCity, openEmptyCity } from '../../test/world/empty-city.ts';
import { foldingFiles, refold } from './refold.ts';
import { verify } from './verify.ts';

let city: EmptyCity;

beforeAll(async () => {
  city = await openEmptyCity();
  const staff = await staffOf(city);
  const { matter } = await registered(staff, '路灯不亮');
  await upTo('signed', staff, matter);
});
afterAll(() => city?.close());

describe('states made by an older program', () => {
  it('are known by all the code that folds and projects, not only by its first file', () => {
    const names = foldingFiles().map((file) => basename(file));
    for (const name of ['evolve-around.ts', 'duties.ts', 'succession.ts', 'desk.ts', 'submission.ts'])
      expect(names).toContain(name);
    expect(names).not.toContain('record.ts');
  });

  it('are made anew from the facts, with the rows that lists read', async () => {
    const { pool } = city.database;
    await refold(pool, () => {});
    await pool.query(`update stream set state = jsonb_set(state, '{office}', '"nowhere"') where kind = 'matter'`);
    await pool.query('delete from desk');
    expect((await verify(city.ledger)).wrong.length).toBeGreaterThan(0);
    expect(await refold(pool, () => {})).toBe(0);
    await pool.query(`update fold set version = 'of before'`);
    expect(await refold(pool, () => {})).toBe(2);
    expect((await verify(city.ledger)).wrong).toEqual([]);
  });
});
