import type { FastifyRequest } from 'fastify';

/**
 * The address asked for, as one of ours whatever it says: `//elsewhere/x`, which a parser of addresses takes for another
 * host or for none, is a path here. Never throws.
 */
export function addressOf({ url }: Pick<FastifyRequest, 'url'>): URL {
  const asked = new URL(`http://here/${url.replace(/^[/\\]+/, '')}`);
  // What `..` leaves may begin with two slashes again, and a link to it would lead to another host.
  asked.pathname = asked.pathname.replace(/^\/+/, '/');
  return asked;
}
