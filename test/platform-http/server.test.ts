import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addressOf } from '../../src/platform/http/address.ts';
import { requestHash } from '../../src/platform/http/idempotency.ts';
import { buildServer, markDown, markUp, routesOf, type Server } from '../../src/platform/http/server.ts';
import { sendRaw } from '../fuzz/sockets.ts';
import { makeThing, readThing, thingServer, type Visitor } from './contract-server.ts';

let server: Server<Visitor>;
let lines: string[];
beforeAll(async () => {
  ({ server, lines } = await thingServer());
});
afterAll(() => server.close());

const visitor = { 'x-visitor': 'a' };
const json = { ...visitor, 'content-type': 'application/json', 'idempotency-key': 'k-1' };
const good = { name: 'x', size: 3 };

describe('a mounted contract', () => {
  test('gives checked input, the actor and the key, and answers only what it names', async () => {
    const made = await server.inject({ method: 'POST', url: '/api/things', headers: json, payload: good });
    expect(made.statusCode).toBe(201);
    expect(made.json()).toEqual({ name: 'x', by: 'a', key: 'k-1' });
    const read = await server.inject({ url: '/api/things/abc?page=2', headers: visitor });
    expect(read.json()).toEqual({ thing: 'abc', page: 2 });
    expect(read.headers['cache-control']).toBe('no-store');
  });

  test('turns a refusal into the error shape with its status', async () => {
    const payload = { ...good, name: 'taken' };
    const answer = await server.inject({ method: 'POST', url: '/api/things', headers: json, payload });
    expect(answer.statusCode).toBe(409);
    expect(answer.json()).toEqual({
      error: {
        code: 'taken',
        said: { zh: '已有同名', en: 'There is one already' },
        article: 'law:1',
        field: 'name',
        requestId: answer.headers['x-request-id'],
      },
    });
  });

  test('denies whoever authorise does not know, before the input is looked at', async () => {
    const answer = await server.inject({ method: 'POST', url: '/api/things', payload: { nonsense: true } });
    expect(answer.statusCode).toBe(401);
    expect(answer.json().error.code).toBe('sign-in-first');
  });

  test('denies everybody where no authorise was given', async () => {
    const { server: closed } = await thingServer({ authorise: undefined } as never);
    expect((await closed.inject({ url: '/api/things/abc', headers: visitor })).statusCode).toBe(401);
    await closed.close();
  });

  test('stands in the registry', () => {
    expect(routesOf(server)).toContain(readThing);
    expect(routesOf(server)).toContain(makeThing);
    expect(routesOf(server)).toHaveLength(4);
  });

  test('counts its own limit and no other route', async () => {
    const statuses = [];
    for (let hit = 0; hit < 3; hit += 1) {
      statuses.push((await server.inject({ url: '/api/count', headers: visitor })).statusCode);
    }
    expect(statuses).toEqual([200, 200, 429]);
    const last = await server.inject({ url: '/api/count', headers: visitor });
    expect(last.json().error.code).toBe('too-many');
    expect(Number(last.headers['retry-after'])).toBeGreaterThan(0);
    expect((await server.inject({ url: '/api/things/abc', headers: visitor })).statusCode).toBe(200);
  });
});

describe('bad input is refused with the field and the remedy', () => {
  const cases: [string, unknown, string, RegExp, RegExp][] = [
    ['missing', { size: 1 }, 'name', /^name 必须填写，要是文字/, /^name is required/],
    ['empty', { ...good, name: '' }, 'name', /必须填写/, /must be filled in/],
    ['too long', { ...good, name: 'x'.repeat(21) }, 'name', /最多 20 个字/, /at most 20 characters/],
    ['not whole', { ...good, size: 1.5 }, 'size', /整数/, /whole number/],
    ['too small', { ...good, size: 0 }, 'size', /不能小于 1/, /at least 1/],
    ['too big', { ...good, size: 10000 }, 'size', /不能大于 9999/, /at most 9999/],
    ['inner', { ...good, tags: ['red', 'green'] }, 'tags.1', /^tags\.1 只能是：red, blue/, /^tags\.1 must be one of/],
    ['too many', { ...good, tags: ['red', 'red', 'red'] }, 'tags', /最多 2 项/, /at most 2 entries/],
    ['format', { ...good, day: '2026-13-01' }, 'day', /日期/, /a date/],
    ['unknown', { ...good, admin: true }, '', /不认识的项：admin/, /unknown fields: admin/],
    [
      'with NUL',
      { ...good, name: '信\u0000访' },
      'name',
      /^name 里有不能保存的字符/,
      /^name holds a character that cannot/,
    ],
    ['half a character', { ...good, name: '\ud83d' }, 'name', /请删去/, /half of a pair/],
    ['not an object', [], '', /一组内容/, /an object/],
    ['null', null, '', /一组内容/, /an object/],
  ];
  test.each(cases)('%s', async (_name, payload, field, zh, en) => {
    const answer = await server.inject({
      method: 'POST',
      url: '/api/things',
      headers: json,
      payload: JSON.stringify(payload),
    });
    expect(answer.statusCode).toBe(400);
    const { error } = answer.json();
    expect(error.code).toBe('bad-input');
    expect(error.field ?? '').toBe(field);
    expect(error.said.zh).toMatch(zh);
    expect(error.said.en).toMatch(en);
  });

  test('several at once are all named', async () => {
    const answer = await server.inject({ method: 'POST', url: '/api/things', headers: json, payload: {} });
    expect(answer.json().error.field).toBe('name');
    expect(answer.json().error.also).toEqual([expect.objectContaining({ field: 'size' })]);
  });

  const malformed: [string, number, string, Record<string, string>, string][] = [
    ['broken JSON', 400, 'bad-json', json, '{"name":'],
    ['a prototype', 400, 'bad-json', json, '{"__proto__": {"x": 1}, "name": "a"}'],
    ['deep nesting', 400, 'too-deep', json, '['.repeat(5000) + ']'.repeat(5000)],
    ['too much', 413, 'too-large', json, JSON.stringify({ name: 'x'.repeat(1_100_000) })],
    ['a form', 415, 'wrong-type', { ...json, 'content-type': 'application/x-www-form-urlencoded' }, 'name=x'],
    ['plain text', 415, 'wrong-type', { ...json, 'content-type': 'text/plain' }, '{}'],
    ['no type', 415, 'wrong-type', { ...json, 'content-type': '' }, '{}'],
    ['a bad key', 400, 'bad-key', { ...json, 'idempotency-key': 'a b' }, JSON.stringify(good)],
    ['no key', 400, 'key-missing', { ...visitor, 'content-type': 'application/json' }, JSON.stringify(good)],
  ];
  test.each(malformed)('%s', async (_name, status, code, headers, payload) => {
    const answer = await server.inject({ method: 'POST', url: '/api/things', headers, payload });
    expect([answer.statusCode, answer.json().error.code]).toEqual([status, code]);
    expect(answer.json().error.said.zh).not.toBe('');
  });

  test('an unknown address, a bad parameter, a broken address', async () => {
    const unknown = await server.inject({ url: '/api/nothing', headers: visitor });
    expect([unknown.statusCode, unknown.json().error.code]).toEqual([404, 'not-found']);
    const wrong = await server.inject({ url: '/api/things/ABC', headers: visitor });
    expect([wrong.statusCode, wrong.json().error.field]).toEqual([400, 'thing']);
    const broken = await server.inject({ url: '/api/things/%zz', headers: visitor });
    expect([broken.statusCode, broken.json().error.code]).toEqual([400, 'bad-request']);
  });
});

describe('an address is a path of ours, whatever it says', () => {
  test.each([
    ['//', '/'],
    ['//elsewhere.example/x?y=1', '/elsewhere.example/x?y=1'],
    ['//[', '/['],
    ['http://[::1', '/http://[::1'],
    ['/..//elsewhere.example', '/elsewhere.example'],
    ['\\\\elsewhere.example', '/elsewhere.example'],
    ['*', '/*'],
    ['/law/%zz?lang=%ff', '/law/%zz?lang=%ff'],
  ])('%s', (url, path) => {
    const { host, pathname, search } = addressOf({ url });
    expect([host, pathname + search]).toEqual(['here', path]);
  });
});

describe('a fault', () => {
  const fault = (thing: string) =>
    server.inject({ method: 'POST', url: `/api/things/${thing}/break`, headers: visitor });

  test('is logged once with its cause and tells nothing outside but its number', async () => {
    lines.length = 0;
    const answer = await fault('any');
    expect(answer.statusCode).toBe(500);
    expect(answer.body).not.toContain('1234');
    expect(lines).toHaveLength(1);
    const line = JSON.parse(lines[0] ?? '{}');
    expect(line).toMatchObject({ requestId: answer.json().error.requestId, route: '/api/things/:thing/break' });
    expect(line.stack).toContain('deeper');
  });

  test('an answer against the contract is a fault, too', async () => {
    expect((await fault('answer')).statusCode).toBe(500);
  });

  test.each(['database', 'killed', 'starting', 'memory'])(
    'a database that is away or short of something (%s) is "try again", not a fault',
    async (thing) => {
      lines.length = 0;
      const answer = await fault(thing);
      expect([answer.statusCode, answer.json().error.code, lines.length]).toEqual([503, 'busy', 0]);
      expect(answer.headers['retry-after']).toBe('5');
    },
  );

  test('a full disk is "try again", too, says that it is full, and is told to the operator once a minute', async () => {
    lines.length = 0;
    for (const answer of [await fault('disk'), await fault('disk')]) {
      expect([answer.statusCode, answer.headers['retry-after']]).toEqual([503, '5']);
      expect(answer.json().error).toMatchObject({
        code: 'no-space',
        said: { zh: expect.stringMatching(/存储空间满了/) },
      });
    }
    expect(lines).toHaveLength(1);
    expect(lines[0]).toContain('No space left on device');
  });

  test('a file that is missing is a fault', async () => {
    expect((await fault('file')).statusCode).toBe(500);
  });

  test('outside /api it is a page, drawn by the product where it can', async () => {
    const plain = await server.inject({ url: '/fault' });
    expect(plain.statusCode).toBe(500);
    expect(plain.headers['content-type']).toBe('text/html; charset=utf-8');
    expect(plain.body).not.toContain('page fault');
    const { server: own } = await thingServer({ renderError: ({ status, said }) => `<p>${status} ${said.en}</p>` });
    const drawn = await own.inject({ url: '/nowhere' });
    expect([drawn.statusCode, drawn.body]).toEqual([404, expect.stringMatching(/^<p>404 There is no such page/)]);
    await own.close();
  });
});

describe('a cookie alone is not enough to write', () => {
  const post = (headers: Record<string, string>) =>
    server.inject({
      method: 'POST',
      url: '/api/things',
      headers: { 'content-type': 'application/json', 'idempotency-key': 'k', cookie: 'session=1', ...headers },
      payload: good,
    });

  test.each([
    ['with the token', { 'x-csrf': 'token-1' }, 201],
    ['with the token, from our page', { 'x-csrf': 'token-1', 'sec-fetch-site': 'same-origin' }, 201],
    ['with the token, our origin', { 'x-csrf': 'token-1', origin: 'http://localhost:80' }, 201],
    ['without it', {}, 403],
    ['with another', { 'x-csrf': 'token-2' }, 403],
    ['from another site', { 'x-csrf': 'token-1', 'sec-fetch-site': 'cross-site' }, 403],
    ['from a sister site', { 'x-csrf': 'token-1', 'sec-fetch-site': 'same-site' }, 403],
    ['from another origin', { 'x-csrf': 'token-1', origin: 'http://elsewhere.example' }, 403],
    ['from a sandbox', { 'x-csrf': 'token-1', origin: 'null' }, 403],
  ])('%s', async (_name, headers, status) => {
    expect((await post(headers as Record<string, string>)).statusCode).toBe(status);
  });
});

describe('the house', () => {
  test('is up only once it was said to be', async () => {
    expect((await server.inject('/api/health')).statusCode).toBe(503);
    markUp(server);
    const up = await server.inject('/api/health');
    expect([up.statusCode, up.json()]).toEqual([200, { status: 'up' }]);
    markDown(server);
    expect((await server.inject('/api/health')).statusCode).toBe(503);
  });

  test('sends policies without inline script; style by nonce at the desk only, another each time', async () => {
    const page = await server.inject({ url: '/nowhere' });
    const csp = String(page.headers['content-security-policy']);
    expect(csp).toContain("style-src 'self';");
    expect(csp).toContain("frame-ancestors 'none'");
    expect(csp).not.toContain('unsafe');
    expect(page.headers['referrer-policy']).toBe('same-origin');
    const [one, two] = [await server.inject('/desk/inside'), await server.inject('/desk/inside')];
    expect(one.body).not.toBe(two.body);
    expect(one.headers['content-security-policy']).toContain(`style-src 'self' 'nonce-${one.body}'`);
    expect((await server.inject('/deskless')).headers['content-security-policy']).not.toContain('nonce');
  });

  test('turns away what it cannot work on, says when to come back, and recovers', async () => {
    const { server: small } = await thingServer({ maxAtWork: 2 });
    const slow = () => small.inject({ method: 'POST', url: '/api/things/slow/break', headers: visitor });
    const answers = await Promise.all([slow(), slow(), slow(), slow()]);
    expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([200, 200, 503, 503]);
    const away = answers.find(({ statusCode }) => statusCode === 503);
    expect([away?.json().error.code, away?.headers['retry-after']]).toEqual(['busy', '5']);
    expect((await slow()).statusCode).toBe(200);
    await small.close();
  });

  test('has no fault where a client hung up and has no address any more', async () => {
    const { server: left, lines: said } = await thingServer();
    left.server.prependListener('request', ({ socket }) => {
      Object.defineProperty(socket, 'remoteAddress', { value: undefined });
    });
    const address = await left.listen({ host: '127.0.0.1', port: 0 });
    const answer = await fetch(`${address}/api/count`, { headers: visitor });
    await left.close();
    expect([answer.status, said]).toEqual([400, []]);
  });

  test.each([
    ['no request', 'hello\r\n\r\n', 400, 'bad-request'],
    ['too many headers', `GET / HTTP/1.1\r\nx: ${'a'.repeat(20_000)}\r\n\r\n`, 431, 'too-large'],
    ['a length that is none', 'POST / HTTP/1.1\r\nhost: x\r\ncontent-length: -1\r\n\r\n', 400, 'bad-request'],
  ])('answers what is hardly a request in the shape of its errors: %s', async (_name, bytes, status, code) => {
    const { server: heard, lines: said } = await thingServer();
    const port = Number(new URL(await heard.listen({ host: '127.0.0.1', port: 0 })).port);
    const answer = await sendRaw(port, { bytes: Buffer.from(bytes), hangsUp: false });
    await heard.close();
    const [head = '', body = ''] = answer.split('\r\n\r\n');
    expect([head.split(' ')[1], JSON.parse(body).error.code, said]).toEqual([String(status), code, []]);
    expect(JSON.parse(body).error.said.zh).not.toBe('');
  });

  test('takes forms outside the interface', async () => {
    const headers = { 'content-type': 'application/x-www-form-urlencoded' };
    expect((await server.inject({ method: 'POST', url: '/page', headers, payload: 'a=1' })).statusCode).toBe(200);
  });

  test('hashes a request the same whatever the order of its fields', () => {
    expect(requestHash({ a: 1, b: [{ c: '二', d: null }] })).toEqual(requestHash({ b: [{ d: null, c: '二' }], a: 1 }));
    expect(requestHash({ a: 1 })).not.toEqual(requestHash({ a: '1' }));
    expect(requestHash({ a: 1, b: undefined })).toEqual(requestHash({ a: 1 }));
    expect(requestHash(undefined)).toHaveLength(32);
  });
});

describe('the interface describes itself', () => {
  test('to programs, as OpenAPI 3.1', async () => {
    const document = (await server.inject('/api/openapi.json')).json();
    expect(document.openapi).toBe('3.1.0');
    expect(Object.keys(document.paths).sort()).toEqual([
      '/api/count',
      '/api/things',
      '/api/things/{thing}',
      '/api/things/{thing}/break',
    ]);
    const post = document.paths['/api/things'].post;
    expect(post['x-permission']).toBe('thing.make');
    expect(post.requestBody.content['application/json'].schema.properties.size).toMatchObject({ maximum: 9999 });
    expect(post.responses['201']).toBeDefined();
  });

  test('to people, in both languages, without script or inline style', async () => {
    const zh = await server.inject('/api');
    expect(zh.headers['content-type']).toBe('text/html; charset=utf-8');
    expect(zh.body).toContain('接口说明');
    expect(zh.body).toContain('/api/things/:thing');
    expect(zh.body).toContain('What it is called');
    expect(zh.body).not.toMatch(/<script|style=|<style/);
    const en = await server.inject('/api?lang=en');
    expect(en.body).toContain('The interface');
    expect((await server.inject('/api/page.css')).headers['content-type']).toContain('text/css');
  });

  test('also when it offers nothing yet', async () => {
    const empty = await buildServer({ title: 'Empty', version: '0' });
    expect((await empty.inject('/api?lang=en')).body).toContain('Nothing is offered yet');
    await empty.close();
  });
});
