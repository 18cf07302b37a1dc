import { connect } from 'node:net';
import * as fc from 'fast-check';
import { oddPart, oddText } from './garbage.ts';
import { findLeak, findShapeless } from './judge.ts';

/** Bytes as they go to the socket, and whether the sender hangs up at once. */
export interface RawRequest {
  readonly bytes: Buffer;
  readonly hangsUp: boolean;
}

const TARGETS = [
  ...[
    '/',
    '//',
    '///',
    '//evil.example/',
    '//[',
    '//api/session',
    '/\\',
    '*',
    '',
    '/api//bodies',
    '/api/%00',
    '/%',
    '/é',
  ],
  ...['http://[::1', 'http://evil.example/', 'evil.example:443', '/..//../', '/api/..%2f..%2f', '/law//', '/law/%zz'],
  ...['/?%', '/?lang=%ff', '/follow?left=%00', '/file/for?from=%zz', '/style/../../package.json', '/desk/%2e%2e/x'],
  ...[
    '/desk/assets/..%2f..%2f..%2fpackage.json',
    '/style/%00.css',
    '/a b',
    `/${'a'.repeat(9_000)}`,
    `/?${'a'.repeat(9_000)}`,
  ],
  ...[
    '/api/openapi.json',
    '/api?lang=%E4%',
    '/api/health',
    '/receipt',
    '/api/files/990101/%',
    '//file/for',
    '/#x',
    '/;a=b',
  ],
];
const METHODS = [
  'GET',
  'POST',
  'HEAD',
  'OPTIONS',
  'PUT',
  'DELETE',
  'TRACE',
  'CONNECT',
  'PATCH',
  'PRI',
  'get',
  'G\u0000T',
  '',
];
const VERSIONS = ['HTTP/1.1', 'HTTP/1.0', 'HTTP/0.9', 'HTTP/2.0', 'HTTP/9.9', 'HTTP', '', 'http/1.1'];
const HEADERS = [
  ...[
    'host: x',
    'host: a\r\nhost: b',
    'host: [',
    'host: ',
    'host: evil.example:99999',
    ': empty',
    'no colon',
    'a\u0000b: c',
  ],
  ...[
    'x: \u0000',
    ' folded: yes',
    'content-length: -1',
    'content-length: 5\r\ncontent-length: 6',
    'content-length: 99999999999999',
  ],
  ...[
    'content-length: 10',
    'transfer-encoding: chunked',
    'transfer-encoding: chunked\r\ncontent-length: 4',
    'transfer-encoding: gzip',
  ],
  ...[
    'expect: 100-continue',
    'expect: nonsense',
    'connection: upgrade\r\nupgrade: websocket',
    'connection: close, keep-alive',
  ],
  ...[
    'content-type: application/json',
    'content-type: multipart/form-data; boundary=cut',
    'content-type: \u00ff',
    'cookie: hp=%; hs=%zz',
  ],
  ...[
    'accept-encoding: gzip',
    'range: bytes=9-1',
    'if-none-match: "',
    'x-forwarded-proto: javascript',
    'origin: http://[',
  ],
  ...[`x: ${'a'.repeat(20_000)}`, 'a: b\r\n'.repeat(2_500), `cookie: ${'a=b;'.repeat(3_000)}`],
];
const BODIES = [
  '',
  '{}',
  '{"a":',
  'ffffffff\r\n',
  '5\r\nabc',
  '0\r\n\r\n',
  '-1\r\nx\r\n',
  '--cut\r\n',
  'GET / HTTP/1.1\r\n\r\n',
  '\u0000'.repeat(100),
];

const nearly: fc.Arbitrary<Buffer> = fc
  .record({
    method: fc.oneof({ weight: 4, arbitrary: fc.constantFrom('GET', 'POST') }, fc.constantFrom(...METHODS)),
    target: fc.oneof(
      { weight: 4, arbitrary: fc.constantFrom(...TARGETS) },
      oddPart.map((part) => `/${part}`),
    ),
    version: fc.oneof({ weight: 8, arbitrary: fc.constant('HTTP/1.1') }, fc.constantFrom(...VERSIONS)),
    host: fc.oneof({ weight: 8, arbitrary: fc.constant(['host: here']) }, fc.constant([])),
    headers: fc.array(fc.constantFrom(...HEADERS), { maxLength: 3 }),
    end: fc.oneof({ weight: 8, arbitrary: fc.constant('\r\n') }, fc.constantFrom('\n', '\r', '\r\n\r\n\r\n')),
    body: fc.constantFrom(...BODIES),
  })
  .map(({ method, target, version, host, headers, end, body }) => {
    const lines = [`${method} ${target} ${version}`, ...host, ...headers, 'connection: close', ''];
    return Buffer.from(lines.join(end) + end + body, 'latin1');
  });

const noise: fc.Arbitrary<Buffer> = fc.oneof(
  fc.uint8Array({ maxLength: 400 }).map((bytes) => Buffer.from(bytes)),
  oddText.map((text) => Buffer.from(`${text}\r\n\r\n`)),
  fc.constantFrom(
    Buffer.from('PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n'),
    Buffer.from([0x16, 0x03, 0x01, 0x00, 0xa5, 0x01, 0x00, 0x00, 0xa1, 0x03, 0x03]),
    Buffer.from('\r\n'.repeat(500)),
    Buffer.alloc(70_000, 'A'),
  ),
);

export const rawRequest: fc.Arbitrary<RawRequest> = fc
  .record({
    bytes: fc.oneof({ weight: 5, arbitrary: nearly }, { weight: 1, arbitrary: noise }),
    hangsUp: fc.oneof({ weight: 5, arbitrary: fc.constant(false) }, fc.constant(true)),
  })
  .map((raw) => Object.defineProperty(raw, fc.toStringMethod, { value: () => sayRaw(raw) }));

/** As it could be written again in a program. */
export function sayRaw({ bytes, hangsUp }: RawRequest): string {
  return `${JSON.stringify(bytes.toString('latin1').slice(0, 500))}${hangsUp ? ', and hung up' : ''}`;
}

/** Longer than any answer here takes; a sender of half a request is not answered at all. */
const PATIENCE_MS = 150;

/** What came back until the server closed, or nothing more came. */
export function sendRaw(port: number, { bytes, hangsUp }: RawRequest): Promise<string> {
  return new Promise((resolve) => {
    const parts: Buffer[] = [];
    const socket = connect({ host: '127.0.0.1', port });
    socket.setTimeout(PATIENCE_MS, () => socket.destroy());
    socket.on('data', (part: Buffer) => parts.push(part));
    // Being hung up on is an answer.
    socket.on('error', () => undefined);
    socket.on('close', () => resolve(Buffer.concat(parts).toString()));
    socket.write(bytes, () => {
      if (hangsUp) socket.destroy();
    });
  });
}

/** What is wrong with what came back; undefined where nothing is. */
export function findWrongRaw(text: string): string | undefined {
  const statuses = [...text.matchAll(/^HTTP\/1\.[01] (\d{3})/gm)].map(([, status]) => Number(status));
  if (text !== '' && statuses.length === 0) return `no answer of HTTP: ${text.slice(0, 200)}`;
  const fault = statuses.find((status) => status >= 500);
  if (fault !== undefined) return `status ${fault}: ${text.slice(0, 400)}`;
  const [head = '', body = '', more] = text.split('\r\n\r\n');
  const isRefusal = (statuses[0] ?? 0) >= 400 && /content-type: application\/json/i.test(head);
  /* Where several were answered, one follows the other without a line between. */
  return findLeak(text) ?? (isRefusal && more === undefined && body !== '' ? findShapeless(body) : undefined);
}
