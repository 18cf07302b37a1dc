import { randomBytes } from 'node:crypto';
import helmet from '@fastify/helmet';
import type { FastifyInstance } from 'fastify';

/** Scripts and styles come from files of ours; nothing may frame us or send our forms elsewhere. */
function policy(styleNonce: string): string {
  const style = styleNonce === '' ? "'self'" : `'self' 'nonce-${styleNonce}'`;
  return [
    "default-src 'self'",
    "script-src 'self'",
    `style-src ${style}`,
    "img-src 'self' data: blob:",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ');
}

const PLAIN_POLICY = policy('');

/** Safe headers on every answer. Pages below `nonceUnder` may carry style elements with `request.styleNonce`. */
export async function protect(
  server: FastifyInstance,
  { https, nonceUnder }: { https: boolean; nonceUnder: readonly string[] },
): Promise<void> {
  await server.register(helmet, {
    contentSecurityPolicy: false,
    frameguard: { action: 'deny' },
    hsts: https ? { maxAge: 31_536_000, includeSubDomains: false } : false,
    // With no-referrer, the default, browsers send `Origin: null` with forms, and our own forms would look foreign.
    referrerPolicy: { policy: 'same-origin' },
    // Without https these two only fill the browser's console with warnings.
    crossOriginOpenerPolicy: https ? { policy: 'same-origin' } : false,
    originAgentCluster: https,
  });
  server.decorateRequest('styleNonce', '');
  server.addHook('onRequest', (request, reply, done) => {
    const path = request.url.split('?', 1)[0] ?? '';
    if (nonceUnder.some((prefix) => path === prefix || path.startsWith(`${prefix}/`))) {
      request.styleNonce = randomBytes(16).toString('base64');
      reply.header('content-security-policy', policy(request.styleNonce));
    } else {
      reply.header('content-security-policy', PLAIN_POLICY);
    }
    // Answers hold what only this reader may see; files served as they are set their own.
    reply.header('cache-control', 'no-store');
    reply.header('x-request-id', request.id);
    done();
  });
}
