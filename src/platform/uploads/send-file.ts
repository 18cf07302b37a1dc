import type { FastifyReply } from 'fastify';

/** A file as it was kept. `name` is any text; `mime` one of the kinds taken. */
export interface KeptFile {
  readonly name: string;
  readonly mime: string;
  readonly bytes: Buffer;
}

/**
 * Sends a kept file as a download: never shown inside our own pages, where a document with script in it could act as the
 * reader.
 */
export function sendFile(reply: FastifyReply, { name, mime, bytes }: KeptFile): FastifyReply {
  const plain = name.replace(/[^\x20-\x7e]|["\\%]/g, '_');
  const encoded = encodeURIComponent(name).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`);
  return reply
    .type(mime)
    .header('content-disposition', `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`)
    .header('content-security-policy', "default-src 'none'; sandbox")
    .header('x-content-type-options', 'nosniff')
    .header('cache-control', 'no-store')
    .send(bytes);
}
