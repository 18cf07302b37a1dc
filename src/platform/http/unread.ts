import { randomUUID } from 'node:crypto';
import { STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import type { KnownError } from './errors.texts.ts';
import { errorAnswer, refusedWith } from './errors.ts';

/** What the parser of Node calls what it cannot read. */
const UNREAD: Readonly<Record<string, { readonly code: KnownError; readonly status?: number }>> = {
  ERR_HTTP_REQUEST_TIMEOUT: { code: 'too-slow' },
  HPE_HEADER_OVERFLOW: { code: 'too-large', status: 431 },
};

/** Answers bytes that are no request. Which address they were for nobody can say: the answer has the interface's shape. */
export function answerUnread(error: Error & { readonly code?: string }, socket: Socket): void {
  if (socket.destroyed || error.code === 'ECONNRESET') return;
  const { code, status } = UNREAD[error.code ?? ''] ?? { code: 'bad-request' };
  const refused = refusedWith(code);
  const body = JSON.stringify(errorAnswer(refused, randomUUID()));
  const line = status ?? refused.status;
  const head = [
    `HTTP/1.1 ${line} ${STATUS_CODES[line]}`,
    'content-type: application/json; charset=utf-8',
    `content-length: ${Buffer.byteLength(body)}`,
    'cache-control: no-store',
    'connection: close',
  ];
  if (socket.writable) socket.write(`${head.join('\r\n')}\r\n\r\n${body}`);
  socket.destroySoon();
}
