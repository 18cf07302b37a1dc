import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestDatabase, type TestDatabase } from '../../../test/world/database.ts';
import { readNotices } from '../../domain/calendar.ts';
import { nationalCalendar } from '../../domain/national-calendar.ts';
import { buildServer, type Server } from '../../platform/http/server.ts';
import { loadCalendar, loadCategories, mountRulebook, saveCalendar, saveCategories } from './server/public.ts';

let database: TestDatabase;
let server: Server<undefined>;

beforeAll(async () => {
  database = await openTestDatabase();
  server = await buildServer<undefined>({ title: 'test', version: '0', authorise: () => undefined });
  mountRulebook(server, database);
});

afterAll(async () => {
  await server?.close();
  await database?.close();
});

describe('the calendar', () => {
  it('comes back as it was entered; a year not entered is not published', async () => {
    expect(await loadCalendar(database.pool)).toEqual({ id: 'cn-national', version: 0, years: {} });
    await saveCalendar(database.pool, nationalCalendar);
    const { years, version } = await loadCalendar(database.pool);
    expect(years).toEqual(nationalCalendar.years);
    expect(version).toBe(Object.keys(years).length);

    const year = await server.inject({ url: '/api/calendar/2026' });
    expect(year.json()).toMatchObject({ year: 2026, status: 'published', version: 1 });
    expect(year.json<{ off: string[] }>().off).toContain('2026-10-01');
    const next = await server.inject({ url: '/api/calendar/2027' });
    expect(next.json()).toEqual({ year: 2027, status: 'not-published' });
    expect((await server.inject({ url: '/api/calendar/tomorrow' })).statusCode).toBe(400);
  });

  it('rises in version when a year is entered or corrected, not when it is saved as it was', async () => {
    const { version } = await loadCalendar(database.pool);
    await saveCalendar(database.pool, nationalCalendar);
    expect((await loadCalendar(database.pool)).version).toBe(version);
    await saveCalendar(database.pool, readNotices('next', 1, { 2027: { off: '元旦 01-01..01-03', on: '' } }));
    expect((await loadCalendar(database.pool)).version).toBe(version + 1);
    await saveCalendar(database.pool, readNotices('next', 1, { 2027: { off: '元旦 01-01', on: '' } }));
    expect((await loadCalendar(database.pool)).version).toBe(version + 2);
    expect((await loadCalendar(database.pool)).years[2026]).toEqual(nationalCalendar.years[2026]);
  });

  it('is not saved when it contradicts itself', async () => {
    const before = await loadCalendar(database.pool);
    const bad = readNotices('bad', 1, { 2028: { off: '元旦 01-01', on: '元旦 01-01' } });
    await expect(saveCalendar(database.pool, bad)).rejects.toThrow(/^on: 2028-01-01/);
    expect(await loadCalendar(database.pool)).toEqual(before);
  });
});

describe('categories', () => {
  it('are saved in any order, renamed, and listed parents first', async () => {
    const labour = { code: '080000', name: { zh: '劳动和社会保障', en: 'Work' } };
    const wages = { code: '080200', parent: '080000', name: { zh: '工资福利', en: 'Wages' } };
    await saveCategories(database.pool, [wages, labour]);
    await saveCategories(database.pool, [{ ...labour, name: { zh: '人力资源', en: 'Labour' } }]);
    const expected = [{ ...labour, name: { zh: '人力资源', en: 'Labour' } }, wages];
    expect(await loadCategories(database.pool)).toEqual(expected);
    expect((await server.inject({ url: '/api/categories' })).json()).toEqual({ categories: expected });
  });
});
