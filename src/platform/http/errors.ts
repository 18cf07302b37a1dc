import type { FastifyReply, FastifyRequest, FastifySchemaCompiler } from 'fastify';
import type { core } from 'zod';
import { safeParse } from 'zod';
import type { Log } from '../log/log.ts';
import { KNOWN_ERRORS, type KnownError, sentenceOf } from './errors.texts.ts';
import { isRefused, type Refused } from './refused.ts';
import type { ErrorAnswer } from './route.contract.ts';
import { findUnsound } from './sound-text.ts';

/** Seconds a client is asked to wait when the house is full. */
export const RETRY_AFTER_SECONDS = 5;

/** Draws the page of an error for addresses outside /api. */
export type RenderError = (refused: Refused, request: FastifyRequest) => string | Promise<string>;

/** Input that does not fit its schema. */
export class BadInput extends Error {
  readonly issues: readonly core.$ZodIssue[];

  constructor(issues: readonly core.$ZodIssue[]) {
    super('the input does not fit its schema');
    this.issues = issues;
  }
}

/** A refusal on its way through a hook, where there is no value to return. */
export class RefusedError extends Error {
  readonly refused: Refused;

  constructor(refused: Refused) {
    super(refused.code);
    this.refused = refused;
  }
}

/** A refusal by the code of one of this layer's own errors. */
export function refusedWith(code: KnownError, field?: string): Refused {
  const { status, said } = KNOWN_ERRORS[code];
  return { refused: true, code, status, said, ...(field === undefined ? {} : { field }) };
}

/** Fastify's hook for schemas: what does not fit becomes {@link BadInput}. */
export const validatorCompiler: FastifySchemaCompiler<unknown> = ({ schema }) => {
  return (value: unknown) => {
    const result = safeParse(schema as core.$ZodType, value);
    const issues = result.success ? findUnsound(result.data) : result.error.issues;
    return result.success && issues.length === 0 ? { value: result.data } : { error: new BadInput(issues) };
  };
};

export function isApi(request: FastifyRequest): boolean {
  return request.url === '/api' || request.url.startsWith('/api/') || request.url.startsWith('/api?');
}

/** The answer to whatever was thrown. Faults are logged here, once, and tell the outside nothing but a number. */
export async function answerError({
  error,
  request,
  reply,
  log,
  renderError,
}: {
  error: unknown;
  request: FastifyRequest;
  reply: FastifyReply;
  log: Log;
  renderError: RenderError;
}): Promise<FastifyReply> {
  const answer = readError(error);
  const { code } = answer.refused;
  if (code === 'fault' || (code === 'no-space' && isTimeToTell())) {
    // The pattern of the route, not its address: addresses may hold codes that open a case.
    log.fault(error, { requestId: request.id, method: request.method, route: request.routeOptions.url ?? 'none' });
  }
  if (answer.refused.status === 503) reply.header('retry-after', RETRY_AFTER_SECONDS);
  return sendRefused({ ...answer, request, reply, renderError });
}

/** The operator must hear of a full disk, but not once a request: the log may lie on the same disk. */
const TELL_AGAIN_MS = 60_000;
let toldAt = Number.NEGATIVE_INFINITY;

function isTimeToTell(): boolean {
  const now = performance.now();
  if (now - toldAt < TELL_AGAIN_MS) return false;
  toldAt = now;
  return true;
}

/** Sends a refusal: JSON below /api, else a page. */
export async function sendRefused({
  refused,
  also,
  request,
  reply,
  renderError,
}: {
  refused: Refused;
  also?: ErrorAnswer['error']['also'];
  request: FastifyRequest;
  reply: FastifyReply;
  renderError: RenderError;
}): Promise<FastifyReply> {
  reply.code(refused.status).header('cache-control', 'no-store').removeHeader('etag');
  if (isApi(request)) {
    return reply
      .type('application/json; charset=utf-8')
      .serializer(JSON.stringify)
      .send(errorAnswer(refused, request.id, also));
  }
  return reply
    .type('text/html; charset=utf-8')
    .serializer(String)
    .send(await renderError(refused, request));
}

export function errorAnswer(refused: Refused, requestId: string, also?: ErrorAnswer['error']['also']): ErrorAnswer {
  const { code, said, article, field } = refused;
  return {
    error: {
      code,
      said: { zh: said.zh, en: said.en },
      ...(article === undefined ? {} : { article }),
      ...(field === undefined ? {} : { field }),
      ...(also === undefined || also.length === 0 ? {} : { also }),
      requestId,
    },
  };
}

type Reading = { refused: Refused; also?: { field: string; said: Refused['said'] }[] };

function readError(error: unknown): Reading {
  if (error instanceof RefusedError) return { refused: error.refused };
  if (isRefused(error)) return { refused: error };
  if (error instanceof BadInput) return readInput(error);
  if (typeof error !== 'object' || error === null) return { refused: refusedWith('fault') };
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  const status = 'statusCode' in error && typeof error.statusCode === 'number' ? error.statusCode : 500;
  return { refused: refusedWith(knownCode(code, status, error)) };
}

function knownCode(code: string, status: number, error: object): KnownError {
  if (NO_SPACE.has(code)) return 'no-space';
  if (isOverload(code, error)) return 'busy';
  switch (status) {
    case 400:
      return code.includes('JSON') || error instanceof SyntaxError ? 'bad-json' : 'bad-request';
    case 404:
      return 'not-found';
    case 413:
      return 'too-large';
    case 415:
    case 406:
      return 'wrong-type';
    case 429:
      return 'too-many';
    case 503:
      return 'busy';
    default:
      return status >= 400 && status < 500 ? 'bad-request' : 'fault';
  }
}

/** A disk is full: the database's (53100), or one this process writes to. Nothing of the act was written. */
const NO_SPACE = new Set(['53100', 'ENOSPC', 'EDQUOT']);

/**
 * The database is away, going, coming or short of something (class 53): the client should try again, and there is nothing
 * to mend in the code.
 */
const AWAY = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  '57P01',
  '57P02',
  '57P03',
  '08000',
  '08001',
  '08003',
  '08006',
]);

/** What the driver says, without a code, of a connection that broke under a query or could not be made. */
const LOST =
  /^(timeout exceeded when trying to connect|Connection terminated|server closed the connection|Client has encountered a connection error|Client was closed)/;

function isOverload(code: string, error: object): boolean {
  if (AWAY.has(code) || /^53\w{3}$/.test(code)) return true;
  // The socket of a server that is just being started again is not there.
  if (code === 'ENOENT' && 'syscall' in error && error.syscall === 'connect') return true;
  return error instanceof Error && LOST.test(error.message);
}

function readInput({ issues }: BadInput): Reading {
  const told = issues.slice(0, 20).map((issue) => {
    const field = issue.path.map(String).join('.').slice(0, 200);
    return { field, said: sentenceOf(issue, field) };
  });
  const [first, ...also] = told;
  if (first === undefined) return { refused: refusedWith('bad-input') };
  const base = { refused: true, code: 'bad-input', status: 400, said: first.said } as const;
  return { refused: first.field === '' ? base : { ...base, field: first.field }, also };
}
