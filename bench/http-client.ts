import { connect, type Socket } from 'node:net';

/** One answer, read whole. */
export interface Answer {
  readonly status: number;
  readonly body: Buffer;
  /** Seconds after which to ask again, where the answer says so. */
  readonly retryAfter?: number;
}

export interface Request {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

/** A kept-alive connection that asks one thing at a time. */
export interface Connection {
  ask(request: Request): Promise<Answer>;
  close(): void;
}

/**
 * A client of few words over a bare socket: the load shares its two cores with the server, and a comfortable client
 * costs more than the server it measures. `from` is the loopback address to speak from, since some limits count by it.
 */
export function openConnection(port: number, from?: string): Connection {
  let socket: Socket | undefined;
  let read: Buffer = Buffer.alloc(0);
  let settle: { done(answer: Answer): void; fail(cause: Error): void } | undefined;

  const fail = (cause: Error): void => {
    socket = undefined;
    read = Buffer.alloc(0);
    settle?.fail(cause);
    settle = undefined;
  };
  const open = (): Socket => {
    const made = connect({ port, host: '127.0.0.1', ...(from === undefined ? {} : { localAddress: from }) });
    made.setNoDelay(true);
    made.on('data', (chunk: Buffer) => {
      read = read.length === 0 ? chunk : Buffer.concat([read, chunk]);
      const found = answerIn(read);
      if (!found) return;
      read = found.rest;
      const waiting = settle;
      settle = undefined;
      if (found.last) {
        made.destroy();
        socket = undefined;
      }
      waiting?.done(found.answer);
    });
    made.on('error', fail);
    made.on('close', () => fail(new Error('the server hung up')));
    return made;
  };

  return {
    ask: ({ method, path, headers = {}, body }) =>
      new Promise((done, failed) => {
        settle = { done, fail: failed };
        socket ??= open();
        const text = body === undefined ? '' : JSON.stringify(body);
        const lines = [
          `${method} ${path} HTTP/1.1`,
          `host: 127.0.0.1:${port}`,
          ...Object.entries(headers).map(([name, value]) => `${name}: ${value}`),
          ...(method === 'POST'
            ? ['content-type: application/json', `content-length: ${Buffer.byteLength(text)}`]
            : []),
        ];
        socket.write(`${lines.join('\r\n')}\r\n\r\n${text}`);
      }),
    close: () => {
      settle = undefined;
      socket?.destroy();
      socket = undefined;
    },
  };
}

/** The first whole answer among the bytes read, if there is one. */
function answerIn(read: Buffer): { answer: Answer; rest: Buffer; last: boolean } | undefined {
  const end = read.indexOf('\r\n\r\n');
  if (end < 0) return undefined;
  const head = read.toString('latin1', 0, end).toLowerCase();
  const status = Number(head.slice(9, 12));
  const length = /\r\ncontent-length: (\d+)/.exec(head);
  if (!length) throw new Error(`an answer without a length: ${head.split('\r\n', 1)[0]}`);
  const from = end + 4;
  const to = from + Number(length[1]);
  if (read.length < to) return undefined;
  const last = head.includes('\r\nconnection: close');
  const after = status === 503 ? /\r\nretry-after: (\d+)/.exec(head) : undefined;
  const answer = { status, body: read.subarray(from, to), ...(after ? { retryAfter: Number(after[1]) } : {}) };
  return { answer, rest: Buffer.from(read.subarray(to)), last };
}

/** The body as JSON, of an answer that must be a success. */
export function bodyOf<T>({ status, body }: Answer, what: string): T {
  if (status < 200 || status > 299) throw new Error(`${what}: ${status} ${body.toString().slice(0, 300)}`);
  return JSON.parse(body.toString());
}
