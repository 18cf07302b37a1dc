import type { FastifyRequest } from 'fastify';
import { escapeHtml } from './html.ts';
import type { Refused } from './refused.ts';

/** The page of an error where the product brings none. */
export function plainErrorPage({ said, status }: Refused, request: FastifyRequest): string {
  return (
    `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>${status}</title>` +
    '<meta name="viewport" content="width=device-width, initial-scale=1"></head><body><main>' +
    `<h1>${escapeHtml(said.zh)}</h1><p lang="en">${escapeHtml(said.en)}</p><p>${escapeHtml(request.id)}</p>` +
    '</main></body></html>'
  );
}
