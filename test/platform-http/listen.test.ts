import { createServer } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { type Connection, openConnection } from '../../bench/http-client.ts';
import { listen } from '../../src/platform/http/listen.ts';
import { markUp, type Server } from '../../src/platform/http/server.ts';
import { thingServer, type Visitor } from './contract-server.ts';

const open: Server<Visitor>[] = [];
afterEach(async () => {
  for (const server of open.splice(0)) await server.close();
});

async function serverAt(port: number): Promise<Server<Visitor>> {
  const { server } = await thingServer();
  open.push(server);
  await listen(server, { host: '127.0.0.1', port });
  markUp(server);
  return server;
}

/** A port that was free a moment ago. */
function findPort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer().listen({ host: '127.0.0.1', port: 0 }, () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
}

async function listening(): Promise<{ server: Server<Visitor>; port: number }> {
  const port = await findPort();
  return { server: await serverAt(port), port };
}

const HEALTH = { method: 'GET', path: '/api/health' } as const;

/** So many that have been let in and answered once. */
async function come(port: number, many: number): Promise<{ connections: Connection[]; statuses: Set<number> }> {
  const connections = Array.from({ length: many }, () => openConnection(port));
  const answers = await Promise.all(connections.map((one) => one.ask(HEALTH)));
  return { connections, statuses: new Set(answers.map(({ status }) => status)) };
}

test('everybody who comes at once is answered, whichever door they came in by', async () => {
  const { port } = await listening();
  const { connections, statuses } = await come(port, 300);
  expect(statuses).toEqual(new Set([200]));
  for (const one of connections) one.close();
});

test('an address that somebody has is not shared with them, another server of ours neither', async () => {
  const { port } = await listening();
  await expect(serverAt(port)).rejects.toMatchObject({ code: 'EADDRINUSE' });
});

test('whoever is being answered when it closes gets the answer, and idle connections do not keep it', async () => {
  const { server, port } = await listening();
  const { connections: idle } = await come(port, 40);
  const { connections: busy } = await come(port, 40);
  const headers = { 'x-visitor': 'a' };
  const slow = { method: 'POST', path: '/api/things/slow/break', headers, body: {} } as const;
  const answers = busy.map((one) => one.ask(slow));
  /* By now the server has read what they ask. */
  await Promise.all(idle.map((one) => one.ask(HEALTH)));
  open.splice(open.indexOf(server), 1);
  const closed = server.close();
  expect(new Set((await Promise.all(answers)).map(({ status }) => status))).toEqual(new Set([200]));
  await closed;
  await expect(openConnection(port).ask(HEALTH)).rejects.toThrow(/ECONNREFUSED/);
});
