import type { Caller } from '../actors/accounts/server/public.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { RefusedError, refusedWith } from '../platform/http/errors.ts';
import { escapeHtml } from '../platform/http/html.ts';
import type { Server } from '../platform/http/server.ts';
import { listMessages } from './messages.ts';

const LOOPBACK: readonly string[] = ['127.0.0.1', '::1', '::ffff:127.0.0.1'];

/**
 * The development adapter of text messages: what would have been sent, shown to this machine only, and only while the
 * demonstration city stands. An installation with real people has no such page.
 */
export function mountOutbox(server: Server<Caller>, ledger: Ledger): void {
  server.get('/outbox', { schema: { hide: true } }, async (request, reply) => {
    const { rows } = await ledger.pool.query(`select from setting where name = 'planted' and value = '"city"'`);
    if (rows.length === 0 || !LOOPBACK.includes(request.ip)) throw new RefusedError(refusedWith('not-found'));
    const messages = await listMessages(ledger);
    const items = messages
      .map(
        ({ at, to, text }) =>
          `<li><p><time>${escapeHtml(at)}</time> → ${escapeHtml(to)}</p><p>${escapeHtml(text)}</p></li>`,
      )
      .join('');
    const page =
      '<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">' +
      '<title>待发短信</title></head><body><main><h1>待发短信（演示）</h1>' +
      `<p>没有接通短信网关；下面是本来要发出的短信，只在本机看得到。</p>${messages.length === 0 ? '<p>还没有。</p>' : `<ol>${items}</ol>`}</main></body></html>`;
    return reply.type('text/html; charset=utf-8').header('cache-control', 'no-store').send(page);
  });
}
