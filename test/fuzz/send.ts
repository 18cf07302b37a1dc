import type { EmptyCity } from '../world/empty-city.ts';
import type { FuzzRequest } from './request.ts';

/** What came back. */
export interface FuzzAnswer {
  readonly status: number;
  readonly type: string;
  readonly text: string;
  /** The gate let it through: address, sender, size, type and shape were right, and the handler was called. */
  readonly handled: boolean;
}

export type Send = (request: FuzzRequest) => Promise<FuzzAnswer>;

/**
 * Sends to a server that does not listen. Every request comes from an address of its own, so that no limit on how often
 * one address may ask hides what stands behind it.
 */
export function senderTo({ server }: Pick<EmptyCity, 'server'>): Send {
  const handled = new Set<string>();
  let sent = 0;
  // The last hook before a handler: those of Fastify and of the server itself, which turn away, are added before.
  server.addHook('preHandler', (request, _reply, done) => {
    handled.add(request.id);
    done();
  });
  return async ({ method, url, headers, payload }) => {
    sent += 1;
    const response = await server.inject({
      method: method as 'GET',
      url,
      headers,
      remoteAddress: `10.${(sent >> 16) & 255}.${(sent >> 8) & 255}.${sent & 255}`,
      ...(payload === undefined ? {} : { payload }),
    });
    const id = String(response.headers['x-request-id'] ?? '');
    return {
      status: response.statusCode,
      type: String(response.headers['content-type'] ?? ''),
      text: response.body,
      handled: handled.delete(id),
    };
  };
}
