import { createServer, type Server as NetServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import type { FastifyInstance } from 'fastify';

/** Connections the system keeps until they are taken: in a rush more come in a moment than the usual 511. */
const BACKLOG = 4_096;

/**
 * The event loop takes one new connection from a listening socket each time round, and a busy server goes round some
 * fifty times a second: in a rush people would wait in the system's queue for half a minute, only to be turned away. So
 * several sockets listen at the one address, where the system can share it out among them.
 */
const DOORS = 32;
const CAN_SHARE = process.platform === 'linux';

/** How long those who are being answered when the server closes are waited for. */
const FAREWELL_MS = 10_000;

/**
 * Listens until the server is closed.
 * @throws as `net.Server.listen` does (EADDRINUSE, EACCES …).
 */
export async function listen(server: FastifyInstance, { host, port }: { host: string; port: number }): Promise<void> {
  if (!CAN_SHARE || port === 0) {
    await server.listen({ host, port, backlog: BACKLOG });
    return;
  }
  /* An address that is shared could be taken by another program of ours as well: nobody may be there before. */
  const first = await openDoor({ host, port, reusePort: false });
  await new Promise<void>((resolve) => first.close(() => resolve()));

  const doors: NetServer[] = [];
  server.addHook('preClose', () => closeDoors(server, doors));
  /* A name of its own: Fastify hands it on to the socket, but does not know it. */
  const shared = { host, port, backlog: BACKLOG, reusePort: true };
  await server.listen(shared);
  for (let nth = 1; nth < DOORS; nth++) {
    const door = await openDoor({ host, port, reusePort: true });
    door.on('connection', (socket) => server.server.emit('connection', socket));
    doors.push(door);
  }
}

function openDoor(at: { host: string; port: number; reusePort: boolean }): Promise<NetServer> {
  return new Promise((resolve, reject) => {
    /* As Node's HTTP server makes its own. */
    const door = createServer({ allowHalfOpen: true, noDelay: true });
    door.once('error', reject);
    door.listen({ ...at, backlog: BACKLOG }, () => resolve(door));
  });
}

/** Takes nobody in any more, and waits for those who came in by these doors: the server itself does not count them. */
async function closeDoors({ server }: FastifyInstance, doors: readonly NetServer[]): Promise<void> {
  let open = doors.length;
  for (const door of doors)
    door.close(() => {
      open -= 1;
    });
  for (let waitedMs = 0; open > 0; waitedMs += 20) {
    if (waitedMs < FAREWELL_MS) server.closeIdleConnections();
    else server.closeAllConnections();
    await sleep(20);
  }
}
