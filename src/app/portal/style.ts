import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import type { FastifyInstance } from 'fastify';

/** The style sheet without comments and needless blanks. */
export function squeeze(css: string): string {
  return css
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/\s+/g, ' ')
    .replace(/ ?([{};,]) ?/g, '$1')
    .replace(/;}/g, '}')
    .replace(/: (?=[^{}]*[;}])/g, ':')
    .trim();
}

const css = squeeze(readFileSync(new URL('../../ui/plain/plain.css', import.meta.url), 'utf8'));

/** Size of the style sheet before it is compressed. */
export const STYLE_BYTES = Buffer.byteLength(css);

/** Changes with the content, so that browsers may keep it for good. */
export const STYLE_PATH = `/style/portal-${createHash('sha256').update(css).digest('hex').slice(0, 12)}.css`;

/** Serves the one style sheet of the portal, compressed once. */
export function mountStyle(server: FastifyInstance): void {
  const packed = { br: brotliCompressSync(css), gzip: gzipSync(css) };
  server.get(STYLE_PATH, { schema: { hide: true } }, async (request, reply) => {
    const accepted = request.headers['accept-encoding'] ?? '';
    const encoding = /\bbr\b/.test(accepted) ? 'br' : /\bgzip\b/.test(accepted) ? 'gzip' : undefined;
    reply
      .type('text/css; charset=utf-8')
      .header('cache-control', 'public, max-age=31536000, immutable')
      .header('vary', 'accept-encoding');
    return encoding === undefined ? reply.send(css) : reply.header('content-encoding', encoding).send(packed[encoding]);
  });
}
