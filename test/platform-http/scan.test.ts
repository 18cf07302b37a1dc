import type { AddressInfo } from 'node:net';
import { createServer, type Server, type Socket } from 'node:net';
import { afterEach, expect, it } from 'vitest';
import { optionalScanner } from '../../src/platform/config/settings.ts';
import { clamdScanner } from '../../src/platform/uploads/scan.ts';
import { registered, staffOf } from '../life/steps.ts';
import { openEmptyCity } from '../world/empty-city.ts';

/** A clamd of a few lines: it finds whatever holds this word. */
const HARM = 'HARMFUL-FOR-TESTS';
const open: Server[] = [];
afterEach(() => {
  for (const server of open.splice(0)) server.close();
});

async function listening(answer: (content: Buffer, socket: Socket) => void): Promise<{ host: string; port: number }> {
  const server = createServer({ allowHalfOpen: true }, (socket) => {
    let got = Buffer.alloc(0);
    socket.on('error', () => {});
    socket.on('data', (part) => {
      got = Buffer.concat([got, part]);
      const content = contentOf(got);
      if (content) answer(content, socket);
    });
  });
  open.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  /* It listens on TCP, so its address is no name of a pipe. */
  return { host: '127.0.0.1', port: (server.address() as AddressInfo).port };
}

/** What was sent, once it is all there. */
function contentOf(got: Buffer): Buffer | undefined {
  const command = 'zINSTREAM\0';
  if (got.subarray(0, command.length).toString() !== command) return undefined;
  const chunks: Buffer[] = [];
  for (let at = command.length; at + 4 <= got.length; ) {
    const length = got.readUInt32BE(at);
    if (length === 0) return Buffer.concat(chunks);
    chunks.push(got.subarray(at + 4, at + 4 + length));
    at += 4 + length;
  }
  return undefined;
}

const strict = (content: Buffer, socket: Socket): void => {
  socket.end(content.includes(HARM) ? 'stream: Test.Harm FOUND\0' : 'stream: OK\0');
};

it('sends the whole of a file in pieces and reads what was found', async () => {
  const scan = clamdScanner(await listening(strict));
  const big = Buffer.alloc(200_000, 'a');
  expect(await scan(big)).toBeUndefined();
  expect(await scan(Buffer.concat([big, Buffer.from(HARM)]))).toBe('Test.Harm');
  expect(await scan(Buffer.alloc(0))).toBeUndefined();
});

it.each([
  ['an error', (_: Buffer, socket: Socket) => void socket.end('INSTREAM size limit exceeded. ERROR\0'), 'size limit'],
  ['nothing', (_: Buffer, socket: Socket) => void socket.end(), 'nothing'],
  ['no word for too long', () => {}, 'in time'],
])('says so when the scanner answers %s', async (_, answer, said) => {
  await expect(clamdScanner(await listening(answer), 300)(Buffer.from('x'))).rejects.toThrow(said);
});

it('what harms is not taken, and while nobody can look, nothing is: the officer and the petitioner hear why', async () => {
  let address = await listening(strict);
  const city = await openEmptyCity({ scanFile: (bytes) => clamdScanner(address, 300)(bytes) });
  try {
    const staff = await staffOf(city);
    await registered(staff, '楼顶漏雨');
    const sent = async (name: string, text: string) => {
      const { json, status } = await staff.clerk.upload(name, Buffer.from(text));
      return { status, ...(json as unknown as { files: { name: string }[]; refused: { said: { zh: string } }[] }) };
    };
    expect((await sent('好.txt', '干净的')).files.map(({ name }) => name)).toEqual(['好.txt']);
    const bad = await sent('坏.txt', `看${HARM}`);
    expect([bad.files, bad.refused[0]?.said.zh]).toEqual([[], expect.stringContaining('病毒')]);
    address = { host: '127.0.0.1', port: 1 };
    const unseen = await sent('好.txt', '干净的');
    expect([unseen.files, unseen.refused[0]?.said.zh]).toEqual([[], expect.stringContaining('过几分钟')]);
    const { rows } = await city.database.pool.query('select count(*)::int as n from file');
    expect(rows).toEqual([{ n: 1 }]);
  } finally {
    await city.close();
  }
});

it('is named by a socket or by host and port', () => {
  expect(optionalScanner(undefined)).toBeUndefined();
  expect(optionalScanner('/run/clamav/clamd.ctl')).toEqual({ path: '/run/clamav/clamd.ctl' });
  expect(optionalScanner('[::1]:3310')).toEqual({ host: '::1', port: 3310 });
  for (const wrong of ['clamd', 'clamd:0', 'clamd:99999']) expect(() => optionalScanner(wrong)).toThrow('host:port');
});
