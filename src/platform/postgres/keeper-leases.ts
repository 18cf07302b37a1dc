import { mkdtempSync, rmdirSync, rmSync } from 'node:fs';
import { createServer, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { KeeperLine } from './keeper-notice.ts';

/** The system's limit is 103 bytes on some systems and 107 on others, and is not always reported: it may truncate. */
export const LONGEST_SOCKET_PATH = 100;

/** The keeper's end of all leases. */
export type Leases = {
  readonly path: string;
  count(): number;
  /** A line for those who are here, and for those who come before matters are settled (again). */
  tell(line: KeeperLine): void;
  /** The state of affairs: for those who are here, and first thing for those who come. */
  settle(line: KeeperLine): void;
  close(): Promise<void>;
};

/** Listens in a fresh folder that only this user may enter, in `home` where its path is short enough for a socket. */
export async function openLeases(home: string): Promise<Leases> {
  const near = join(home, 'lease-XXXXXX', 'socket');
  const folder = mkdtempSync(
    Buffer.byteLength(near) <= LONGEST_SOCKET_PATH ? join(home, 'lease-') : join(tmpdir(), 'huiying-lease-'),
  );
  const path = join(folder, 'socket');
  const holders = new Set<Socket>();
  let forNewcomers: KeeperLine[] = [];
  let settled = false;

  const server = createServer((socket) => {
    holders.add(socket);
    socket.on('close', () => holders.delete(socket));
    socket.on('error', () => {});
    socket.resume();
    for (const line of forNewcomers) send(socket, line);
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(path, resolve);
  });

  return {
    path,
    count: () => holders.size,
    tell: (line) => {
      forNewcomers = settled ? [line] : [...forNewcomers, line];
      settled = false;
      for (const socket of holders) send(socket, line);
    },
    settle: (line) => {
      forNewcomers = [line];
      settled = true;
      for (const socket of holders) send(socket, line);
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => {
          rmSync(dirname(path), { recursive: true, force: true });
          resolve();
        });
        for (const socket of holders) socket.end(() => socket.destroy());
      }),
  };
}

/** Removes what a keeper that was killed left of its leases. */
export function clearLeases(path: string): void {
  try {
    rmSync(path, { force: true });
    rmdirSync(dirname(path));
  } catch {
    // Gone already, or not ours after all.
  }
}

function send(socket: Socket, line: KeeperLine): void {
  socket.write(`${JSON.stringify(line)}\n`);
}
