import { randomBytes } from 'node:crypto';
import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type OpenServer, openServer } from '../../src/platform/postgres/server.ts';
import { databaseUrl, openTestServer } from '../world/database.ts';

let server: OpenServer;
beforeAll(async () => {
  server = await openTestServer();
});
afterAll(() => server.release());

const openOutside = (url: string) => openServer({ dataDir: '/nowhere', databaseUrl: url, say: () => {} });

async function withDatabase(options: string, work: (url: string) => Promise<unknown>): Promise<void> {
  const name = `outside_${randomBytes(4).toString('hex')}`;
  const admin = new Client({ connectionString: server.url });
  await admin.connect();
  await admin.query(`CREATE DATABASE ${name} TEMPLATE template0 ${options}`);
  await work(databaseUrl(server.url, name));
  await admin.query(`DROP DATABASE ${name} WITH (FORCE)`);
  await admin.end();
}

describe('an outside server', () => {
  it('is used as it is when it can hold Chinese text', async () => {
    const outside = await openOutside(server.url);
    expect(outside.url).toBe(server.url);
  });

  it('is refused under LC_CTYPE C, where Chinese search would silently find nothing', () =>
    withDatabase("LC_CTYPE 'C'", (url) =>
      expect(openOutside(url)).rejects.toThrow(/LC_CTYPE is C.*LC_CTYPE 'C\.UTF-8'/),
    ));

  it('is refused in another encoding than UTF8', () =>
    withDatabase("ENCODING 'LATIN1' LC_CTYPE 'C' LC_COLLATE 'C'", (url) =>
      expect(openOutside(url)).rejects.toThrow(/encoding is LATIN1 and must be UTF8/),
    ));

  it('that has no such database, or refuses the password, is named without the password', async () => {
    await expect(openOutside(databaseUrl(server.url, 'absent'))).rejects.toThrow(/no such database.*CREATE DATABASE/);
    const wrong = openOutside(server.url.replace(/huiying:[^@]*@/, 'huiying:hush@'));
    await expect(wrong).rejects.toThrow(/refused the user or password; check DATABASE_URL/);
    await expect(wrong).rejects.not.toThrow(/hush/);
  });

  it('that does not answer is a clear complaint', async () => {
    const nobody = openOutside('postgresql://huiying:hush@127.0.0.1:9/huiying');
    await expect(nobody).rejects.toThrow(/127\.0\.0\.1:9\/huiying cannot be reached \(.*ECONNREFUSED.*DATABASE_URL/);
    await expect(nobody).rejects.not.toThrow(/hush/);
  });
});
