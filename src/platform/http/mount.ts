import type { Readable } from 'node:stream';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { type KeptFile, sendFile } from '../uploads/send-file.ts';
import { schemaOf } from './describe.ts';
import { RefusedError, refusedWith, sendRefused } from './errors.ts';
import { readKey } from './idempotency.ts';
import { isRefused, type Refused } from './refused.ts';
import type { Body, Params, Query, Response, RouteContract } from './route.contract.ts';
import type { Server } from './server.ts';

/** One checked request. */
export interface Call<C extends RouteContract, Actor> {
  readonly params: Params<C>;
  readonly query: Query<C>;
  readonly body: Body<C>;
  /** The header `idempotency-key`; always there where the contract says `keyed`. */
  readonly key: C extends { readonly keyed: true } ? string : string | undefined;
  readonly actor: Actor;
  readonly request: FastifyRequest;
  /** For cookies and headers of one's own; the answer itself is returned. */
  readonly reply: FastifyReply;
}

/** What a handler gives: the answer of the contract, the whole HTML of a page, or a file. */
export type Answer<C extends RouteContract> = C extends { readonly answers: 'page' }
  ? string | Readable
  : C extends { readonly answers: 'file' }
    ? KeptFile
    : Response<C>;

export type Handler<C extends RouteContract, Actor> = (
  call: Call<C, Actor>,
) => Promise<Answer<C> | Refused> | Answer<C> | Refused;

/**
 * Gives a contract its address. In this order: rate limit, who asks (before the body is read), content type, schema,
 * key, handler; the answer is checked against the contract and holds nothing the contract does not name.
 */
export function mount<Actor, const C extends RouteContract>(
  server: Server<Actor>,
  contract: C,
  handler: Handler<C, Actor>,
): void {
  const { house } = server;
  const status = contract.status ?? 200;
  house.contracts.push(contract);

  server.route({
    method: contract.method,
    url: contract.path,
    schema: schemaOf(contract, status),
    ...(contract.bodyLimit === undefined ? {} : { bodyLimit: contract.bodyLimit }),
    config: contract.limit
      ? { rateLimit: { max: contract.limit.hits, timeWindow: contract.limit.seconds * 1_000 } }
      : {},
    preParsing: async (request, reply) => {
      const actor =
        house.authorise === undefined ? refusedWith('sign-in-first') : await house.authorise(request, contract);
      if (isRefused(actor)) {
        const away = awayFor(contract, actor);
        if (away === undefined) throw new RefusedError(actor);
        return reply.redirect(away, 303);
      }
      request.actor = actor;
      if (!isExpectedType(contract, request)) throw new RefusedError(refusedWith('wrong-type'));
    },
    handler: async (request, reply) => {
      const refuse = async (refused: Refused): Promise<FastifyReply> => {
        const away = awayFor(contract, refused);
        if (away !== undefined) return reply.redirect(away, 303);
        return sendRefused({ refused, request, reply, renderError: house.renderError });
      };
      const key = readKey(request);
      if (isRefused(key)) return refuse(key);
      if (key === undefined && contract.keyed) return refuse(refusedWith('key-missing', 'idempotency-key'));
      // The schemas of the contract have checked the parts, and `authorise` of this server gave the actor.
      const call = {
        params: contract.params ? request.params : undefined,
        query: contract.query ? request.query : undefined,
        body: contract.body ? request.body : undefined,
        key,
        actor: request.actor,
        request,
        reply,
      } as Call<C, Actor>;
      const answer = await handler(call);
      if (isRefused(answer)) return refuse(answer);
      return send({ contract, reply: reply.code(status), answer });
    },
  });
}

/** Sends the answer as the contract says it is; anything else is a fault of the handler. */
function send({
  contract,
  reply,
  answer,
}: {
  contract: RouteContract;
  reply: FastifyReply;
  answer: unknown;
}): FastifyReply {
  if (contract.answers === 'page') return reply.type('text/html; charset=utf-8').send(answer);
  if (contract.answers === 'file') {
    // `Answer` of such a contract is a file.
    const file = answer as KeptFile;
    if (!contract.types.includes(file.mime))
      throw new TypeError(`${contract.path}: ${file.mime} is not among its types`);
    return sendFile(reply, file);
  }
  // Fastify sends a bare text as it is, unchecked.
  if (typeof answer !== 'object' || answer === null) throw new TypeError(`${contract.path}: no object was answered`);
  return reply.send(answer);
}

/** Where a refused reader of a page is led instead. */
function awayFor(contract: RouteContract, { code }: Refused): string | undefined {
  return contract.answers === 'page' && contract.leads !== undefined && Object.hasOwn(contract.leads, code)
    ? contract.leads[code]
    : undefined;
}

/** A body with a schema is JSON; a form posted here from a foreign page is not. */
function isExpectedType(contract: RouteContract, request: FastifyRequest): boolean {
  const given = request.headers['content-type']?.split(';', 1)[0]?.trim().toLowerCase();
  if (contract.files) return given === 'multipart/form-data';
  return given === 'application/json' || (given === undefined && contract.body === undefined);
}
