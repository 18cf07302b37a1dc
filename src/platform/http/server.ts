import { randomUUID } from 'node:crypto';
import cookie from '@fastify/cookie';
import formbody from '@fastify/formbody';
import multipart from '@fastify/multipart';
import rateLimit from '@fastify/rate-limit';
import staticFiles from '@fastify/static';
import underPressure from '@fastify/under-pressure';
import { type FastifyInstance, type FastifyRequest, fastify } from 'fastify';
import { serializerCompiler } from 'fastify-type-provider-zod';
import { type Log, log as processLog } from '../log/log.ts';
import { MOST_FILE_BYTES, MOST_FILES } from '../uploads/limits.ts';
import type { ScanFile } from '../uploads/scan.ts';
import { admit } from './admission.ts';
import { addDocumentation } from './documentation.ts';
// For what they add to the types of a request: a declaration file keeps only imports without names.
import '@fastify/cookie';
import '@fastify/multipart';
import '@fastify/swagger';
import { plainErrorPage } from './error-page.ts';
import { answerError, RefusedError, type RenderError, refusedWith, sendRefused, validatorCompiler } from './errors.ts';
import { readJson } from './json-body.ts';
import type { Refused } from './refused.ts';
import type { RouteContract } from './route.contract.ts';
import { protect } from './security-headers.ts';
import { answerUnread } from './unread.ts';

/** Who asks, or why they may not. Called before the body is read. */
export type Authorise<Actor> = (
  request: FastifyRequest,
  contract: RouteContract,
) => Actor | Refused | Promise<Actor | Refused>;

/** A folder served as it is. `immutable` is for files whose name changes with their content. */
export interface Assets {
  readonly folder: string;
  /** Begins and ends with a slash. */
  readonly prefix: string;
  readonly immutable?: boolean;
}

export interface ServerOptions<Actor> {
  /** Without it every mounted route answers 401. */
  readonly authorise?: Authorise<Actor>;
  readonly renderError?: RenderError;
  readonly log?: Log;
  readonly assets?: readonly Assets[];
  /** Shown as the title of the documentation. */
  readonly title: string;
  readonly version: string;
  /** The outside address is https: cookies are Secure and HSTS is sent. */
  readonly https?: boolean;
  /** Addresses of proxies whose X-Forwarded-* headers count, as Fastify's trustProxy. */
  readonly trustProxy?: boolean | string | string[];
  /** Bytes; multipart has limits of its own. */
  readonly bodyLimit?: number;
  /** Milliseconds a client has to send its whole request. */
  readonly requestTimeoutMs?: number;
  /** Milliseconds the event loop may lag before new requests are turned away. */
  readonly maxEventLoopDelayMs?: number;
  /** Requests worked on at one time; more are turned away with 503 and Retry-After. */
  readonly maxAtWork?: number;
  /** Looks into uploaded files for what harms; absent: nobody does. */
  readonly scanFile?: ScanFile | undefined;
  /** Pages below these addresses may use style elements that carry `request.styleNonce`. */
  readonly nonceUnder?: readonly string[];
}

/** What one server knows of itself. */
export interface House {
  readonly contracts: RouteContract[];
  readonly addresses: ServedAddress[];
  readonly authorise: Authorise<unknown> | undefined;
  readonly renderError: RenderError;
  readonly log: Log;
  readonly https: boolean;
  readonly scanFile: ScanFile | undefined;
  up: boolean;
}

/** An address the server answers, with a contract or without. */
export interface ServedAddress {
  readonly method: string;
  /** Parameters as `:name`. */
  readonly path: string;
}

declare const actorOf: unique symbol;
/** A server whose mounted routes are used by this kind of actor. */
export type Server<Actor> = FastifyInstance & { readonly [actorOf]?: Actor };

// Here rather than where each is set: this file's declarations reach every project that uses a server.
declare module 'fastify' {
  interface FastifyInstance {
    readonly house: House;
  }
  interface FastifyRequest {
    /** What `authorise` answered; null before, and on routes that are not mounted. */
    actor: unknown;
    /** For `<style nonce>`; empty where pages use linked style sheets only. */
    styleNonce: string;
    /** Counted by `admit`. */
    isAtWork: boolean;
  }
  interface FastifyContextConfig {
    /** Answered even when the house is full. */
    readonly always?: boolean;
    /** Instead of the server's own, when the event loop lags. */
    readonly pressureHandler?: () => undefined;
  }
}

/** Builds the server without listening, so that tests inject. Routes are mounted on it before it listens. */
export async function buildServer<Actor>(options: ServerOptions<Actor>): Promise<Server<Actor>> {
  const log = options.log ?? processLog;
  const renderError = options.renderError ?? plainErrorPage;
  const house: House = {
    contracts: [],
    addresses: [],
    authorise: options.authorise,
    renderError,
    log,
    https: options.https ?? false,
    scanFile: options.scanFile,
    up: false,
  };

  const server = fastify({
    logger: false,
    bodyLimit: options.bodyLimit ?? 1_048_576,
    requestTimeout: options.requestTimeoutMs ?? 120_000,
    trustProxy: options.trustProxy ?? false,
    genReqId: () => randomUUID(),
    requestIdHeader: false,
    routerOptions: { ignoreTrailingSlash: true, maxParamLength: 200 },
    clientErrorHandler: answerUnread,
    frameworkErrors: (error, request, reply) => {
      void answerError({ error, request: request as FastifyRequest, reply: reply as never, log, renderError });
    },
  });

  server.decorate('house', house);
  server.addHook('onRoute', ({ method, url }) => {
    for (const one of [method].flat()) if (one !== 'HEAD') house.addresses.push({ method: one, path: url });
  });
  server.decorateRequest('actor', null);
  server.setValidatorCompiler(validatorCompiler);
  server.setSerializerCompiler(serializerCompiler);
  server.setErrorHandler((error, request, reply) => answerError({ error, request, reply, log, renderError }));
  server.setNotFoundHandler((request, reply) =>
    sendRefused({ refused: refusedWith('not-found'), request, reply, renderError }),
  );

  // Only what forms and our own script send: text/plain is what a foreign page could post without being asked first.
  server.removeAllContentTypeParsers();
  readJson(server);

  await server.register(underPressure, {
    maxEventLoopDelay: options.maxEventLoopDelayMs ?? 1_000,
    sampleInterval: 500,
    pressureHandler: () => {
      /* Before it is up a process is busy with its own start: that is no load to shed. */
      if (!house.up) return;
      /*
       * After one long step of work there may be no sample yet, which the library takes for an endless delay; the next
       * sample, half a second later, tells how long it was. A loop that is slow again and again always has one.
       */
      if (server.memoryUsage().eventLoopDelay === Number.POSITIVE_INFINITY) return;
      throw new RefusedError(refusedWith('busy'));
    },
  });
  await protect(server, { https: house.https, nonceUnder: options.nonceUnder ?? ['/desk'] });
  admit(server, options.maxAtWork ?? 256);
  await server.register(cookie);
  await server.register(formbody);
  await server.register(multipart, {
    throwFileSizeLimit: true,
    limits: {
      files: MOST_FILES,
      fileSize: MOST_FILE_BYTES,
      fields: 100,
      fieldSize: 200_000,
      parts: 110,
      headerPairs: 50,
    },
  });
  // Who hung up has no address any more by which a limit could be counted, and hears no answer. After the hooks that
  // wait, just before the limits of routes.
  server.addHook('onRequest', (request, _reply, done) => {
    const address: string | undefined = request.ip;
    done(address === undefined ? new RefusedError(refusedWith('bad-request')) : undefined);
  });
  await server.register(rateLimit, {
    global: false,
    errorResponseBuilder: () => new RefusedError(refusedWith('too-many')),
  });
  await addDocumentation(server, options);
  await addAssets(server, options.assets ?? []);
  addHealth(server);
  return server;
}

/** From now on /api/health answers 200. Call it when migrations, jobs and the listening socket stand. */
export function markUp(server: FastifyInstance): void {
  server.house.up = true;
}

/** From now on /api/health answers 503, so that a balancer sends nobody here; requests are still answered. */
export function markDown(server: FastifyInstance): void {
  server.house.up = false;
}

/** Every mounted contract, in order of mounting: the tests draw the access matrix from it. */
export function routesOf(server: FastifyInstance): readonly RouteContract[] {
  return server.house.contracts;
}

/** Everything the server answers, HEAD apart: the tests hold it against the documentation. */
export function addressesOf(server: FastifyInstance): readonly ServedAddress[] {
  return server.house.addresses;
}

function addHealth(server: FastifyInstance): void {
  server.get(
    '/api/health',
    { config: { always: true, pressureHandler: () => undefined }, schema: { hide: true } },
    async (_request, reply) => {
      if (server.house.up) return { status: 'up' };
      return reply.code(503).header('retry-after', 1).send({ status: 'starting' });
    },
  );
}

async function addAssets(server: FastifyInstance, assets: readonly Assets[]): Promise<void> {
  for (const [place, { folder, prefix, immutable = false }] of assets.entries()) {
    await server.register(staticFiles, {
      root: folder,
      prefix,
      decorateReply: place === 0,
      immutable,
      maxAge: immutable ? '365d' : '10m',
      preCompressed: true,
      index: false,
      redirect: false,
    });
  }
}
