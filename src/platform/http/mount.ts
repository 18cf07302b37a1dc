import type { FastifyReply, FastifyRequest } from 'fastify';
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
  /** For cookies and headers; the answer itself is returned. */
  readonly reply: FastifyReply;
}

export type Handler<C extends RouteContract, Actor> = (
  call: Call<C, Actor>,
) => Promise<Response<C> | Refused> | Response<C> | Refused;

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
    preParsing: async (request) => {
      const actor =
        house.authorise === undefined ? refusedWith('sign-in-first') : await house.authorise(request, contract);
      if (isRefused(actor)) throw new RefusedError(actor);
      request.actor = actor;
      if (!isExpectedType(contract, request)) throw new RefusedError(refusedWith('wrong-type'));
    },
    handler: async (request, reply) => {
      const refuse = (refused: Refused): Promise<FastifyReply> =>
        sendRefused({ refused, request, reply, renderError: house.renderError });
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
      // Fastify sends a bare text as it is, unchecked.
      if (typeof answer !== 'object' || answer === null)
        throw new TypeError(`${contract.path}: no object was answered`);
      return reply.code(status).send(answer);
    },
  });
}

/** A body with a schema is JSON; a form posted here from a foreign page is not. */
function isExpectedType(contract: RouteContract, request: FastifyRequest): boolean {
  const given = request.headers['content-type']?.split(';', 1)[0]?.trim().toLowerCase();
  if (contract.files) return given === 'multipart/form-data';
  return given === 'application/json' || (given === undefined && contract.body === undefined);
}

function schemaOf(contract: RouteContract, status: number): Record<string, unknown> {
  return {
    tags: [contract.path.split('/')[2] ?? 'api'],
    summary: contract.summary,
    'x-permission': contract.permission,
    'x-audit': contract.audit,
    ...(contract.params ? { params: contract.params } : {}),
    ...(contract.query ? { querystring: contract.query } : {}),
    ...(contract.body ? { body: contract.body } : {}),
    ...(contract.files ? { consumes: ['multipart/form-data'] } : {}),
    response: { [status]: contract.response },
  };
}
