import type { FastifyRequest } from 'fastify';

/** The address people reach the city at, for what is printed or scanned: the one configured, else the one asked. */
export function originOf(request: FastifyRequest, publicUrl: string | undefined): string {
  return (publicUrl ?? `${request.protocol}://${request.host}`).replace(/\/$/, '');
}
