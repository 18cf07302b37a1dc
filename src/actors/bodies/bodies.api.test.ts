import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestDatabase, type TestDatabase } from '../../../test/world/database.ts';
import { type Body, isUnder } from '../../domain/bodies.ts';
import { nationalCalendar } from '../../domain/national-calendar.ts';
import { NATIONAL_ONLY } from '../../domain/packs.ts';
import { systemClock } from '../../platform/clock/clock.ts';
import { buildServer, type Server } from '../../platform/http/server.ts';
import { keyringOf } from '../../platform/secrets/keyring.ts';
import { loadDirectory, loadDivisions, mountBodies, saveBodies, saveDivisions } from './server/public.ts';

const city: Body = {
  id: 'city-gov',
  kind: 'government',
  level: 'city',
  division: '990100',
  name: { zh: '南江市人民政府', en: 'Nanjiang City Government' },
  short: { zh: '市政府', en: 'City Government' },
  code: '南府',
  subjects: [],
  superiors: [],
  phone: '0900-868 1000',
  address: { zh: '南江市江滨路1号', en: '1 Riverside Road' },
  hours: { zh: '工作日 8:30—12:00', en: 'Workdays 8:30-12:00' },
};
const housing: Body = {
  ...city,
  id: 'city-housing',
  parent: 'city-gov',
  kind: 'department',
  name: { zh: '南江市住房和城乡建设局', en: 'City Housing' },
  short: { zh: '市住建局', en: 'Housing' },
  code: '南建',
  subjects: ['0300', '030400'],
  superiors: ['city-gov'],
};

let database: TestDatabase;
let server: Server<undefined>;

beforeAll(async () => {
  database = await openTestDatabase();
  const { pool } = database;
  await saveBodies(pool, [housing, city]);
  const reference = { bodies: await loadDirectory(pool), calendar: nationalCalendar, packs: NATIONAL_ONLY };
  server = await buildServer<undefined>({ title: 'test', version: '0', authorise: () => undefined });
  mountBodies(server, { pool, reference, clock: systemClock, keyring: keyringOf(Buffer.alloc(32)) });
});

afterAll(async () => {
  await server?.close();
  await database?.close();
});

describe('the bodies', () => {
  it('come back as they were saved, in a tree', async () => {
    const directory = await loadDirectory(database.pool);
    expect(directory.find('city-gov')).toEqual(city);
    expect(directory.find('city-housing')).toEqual(housing);
    expect(isUnder(directory, 'city-housing', 'city-gov')).toBe(true);
    const { bodies } = (await server.inject({ url: '/api/bodies' })).json<{ bodies: object[] }>();
    expect(bodies).toHaveLength(2);
    expect(bodies[0]).not.toHaveProperty('superiors');
  });

  it('change when they are saved again, and go from the directory when they end', async () => {
    await saveBodies(database.pool, [{ ...housing, phone: '0900-868 1300' }]);
    expect((await loadDirectory(database.pool)).find('city-housing')?.phone).toBe('0900-868 1300');
    await database.pool.query(`update body set ended_on = '2026-01-01' where id = 'city-housing'`);
    expect((await loadDirectory(database.pool)).find('city-housing')).toBeUndefined();
  });
});

describe('places', () => {
  it('are offered level by level', async () => {
    const place = (code: string, parent: string | undefined, level: string, zh: string) => ({
      code,
      ...(parent === undefined ? {} : { parent }),
      level,
      name: { zh, en: zh },
    });
    const places = [
      place('990100', undefined, 'city', '南江市'),
      place('990101', '990100', 'district', '云汉区'),
      place('990101001', '990101', 'street', '石桥街道'),
    ];
    await saveDivisions(database.pool, places.toReversed());
    expect(await loadDivisions(database.pool)).toEqual(places);
    const list = async (query: string) => {
      const answer = await server.inject({ url: `/api/divisions${query}` });
      return answer.json<{ divisions: { code: string; children: boolean }[] }>().divisions;
    };
    expect(await list('')).toEqual([{ ...places[0], children: true }]);
    expect(await list('?parent=990101')).toEqual([{ ...places[2], children: false }]);
    expect(await list('?parent=990101001')).toEqual([]);
    expect((await server.inject({ url: '/api/divisions?parent=x' })).statusCode).toBe(400);
  });
});
