import { afterAll, beforeAll, expect, test } from 'vitest';
import { refusedWith } from '../../src/platform/http/errors.ts';
import { isRefused } from '../../src/platform/http/refused.ts';
import { buildServer, type Server } from '../../src/platform/http/server.ts';
import { readForm } from '../../src/platform/uploads/read-form.ts';
import { sendFile } from '../../src/platform/uploads/send-file.ts';
import { exif, jpeg, png } from './sample-files.ts';

let server: Server<never>;
let address: string;
const kept: { name: string; size: number; csrf: string | undefined }[] = [];

beforeAll(async () => {
  server = await buildServer<never>({ title: 'Files', version: '1' });
  server.post('/files', async (request, reply) => {
    kept.length = 0;
    const form = await readForm(request, async (file, fields) => {
      if (fields._csrf !== 't') return refusedWith('stale-page');
      kept.push({ name: file.name, size: file.bytes.length, csrf: fields._csrf });
      return undefined;
    });
    return isRefused(form) ? reply.code(form.status).send(form) : form;
  });
  server.get('/file', async (_request, reply) =>
    sendFile(reply, { name: '信 "一".txt', mime: 'text/plain', bytes: Buffer.from('<script>') }),
  );
  address = await server.listen({ host: '127.0.0.1', port: 0 });
});
afterAll(() => server.close());

async function send(parts: readonly (readonly [string, string | Buffer, string?])[]): Promise<[number, unknown]> {
  const form = new FormData();
  for (const [name, value, file] of parts) {
    if (typeof value === 'string') form.append(name, value);
    else form.append(name, new Blob([new Uint8Array(value)]), file ?? '');
  }
  const answer = await fetch(`${address}/files`, { method: 'POST', body: form });
  return [answer.status, await answer.json()];
}

test('files are read one by one, cleaned and kept, with the fields before them', async () => {
  const picture = jpeg([exif('II', 1, Buffer.from('SECRET'))]);
  const [status, form] = await send([
    ['_csrf', 't'],
    ['title', '路灯'],
    ['files', picture, '照片.JPEG'],
    ['files', Buffer.alloc(0), ''],
    ['files', Buffer.from([1, 2, 3]), 'odd.bin'],
    ['files', png(), 'b.png'],
  ]);
  expect(status).toBe(200);
  expect(form).toMatchObject({ fields: { _csrf: 't', title: '路灯' }, taken: 2 });
  expect(form).toHaveProperty('refused', [
    { name: 'odd.bin', refused: expect.objectContaining({ code: 'file-kind' }) },
  ]);
  expect(kept.map(({ name }) => name)).toEqual(['照片.jpg', 'b.png']);
  expect(kept[0]?.size).toBe(jpeg().length);
});

test('nothing is kept from a form without the token', async () => {
  const [, form] = await send([['files', png(), 'a.png']]);
  expect(form).toMatchObject({ taken: 0, refused: [{ refused: { code: 'stale-page' } }] });
  expect(kept).toEqual([]);
});

test('too large, too many and too much are refused in words, and the server goes on', async () => {
  const large = Buffer.alloc(10 * 1_048_576 + 1, 'a');
  expect(
    await send([
      ['_csrf', 't'],
      ['files', large, 'a.txt'],
    ]),
  ).toEqual([413, expect.objectContaining({ code: 'file-too-large' })]);
  const many = Array.from({ length: 11 }, (_, place) => ['files', png(), `${place}.png`] as const);
  expect(await send([['_csrf', 't'], ...many])).toEqual([422, expect.objectContaining({ code: 'files-too-many' })]);
  expect(await send([['_csrf', 'x'.repeat(300_000)]])).toEqual([
    413,
    expect.objectContaining({ code: 'form-too-large' }),
  ]);
  expect(
    (
      await send([
        ['_csrf', 't'],
        ['files', png(), 'a.png'],
      ])
    )[0],
  ).toBe(200);
});

test('broken forms are refused', async () => {
  const headers = { 'content-type': 'multipart/form-data; boundary=x' };
  const post = async (payload: string, type = headers) =>
    (await server.inject({ method: 'POST', url: '/files', headers: type, payload })).statusCode;
  expect(await post('--x\r\nContent-Disposition: form-data; name="a"; filename="b"\r\n\r\nabc')).toBe(400);
  expect(await post('garbage')).toBe(400);
  expect(await post('a', { 'content-type': 'multipart/form-data' })).toBe(400);
  expect(await post('a=1', { 'content-type': 'application/x-www-form-urlencoded' })).toBe(415);
  expect(await post('--x\r\nContent-Disposition: form-data; name="__proto__"\r\n\r\n1\r\n--x--\r\n')).toBe(400);
});

test('a kept file comes as a download that nothing runs', async () => {
  const answer = await server.inject('/file');
  expect(answer.headers['content-disposition']).toMatch(
    /^attachment; filename="_ ___\.txt"; filename\*=UTF-8''%E4%BF%A1/,
  );
  expect(answer.headers['content-security-policy']).toBe("default-src 'none'; sandbox");
  expect(answer.headers['x-content-type-options']).toBe('nosniff');
});
