import swagger from '@fastify/swagger';
import type { FastifyInstance } from 'fastify';
import { API_PAGE_STYLE, apiPage, languageOf } from './api-page.ts';
import { completeDocument, describeWith } from './describe.ts';

/** The interface described for programs (/api/openapi.json, OpenAPI 3.1) and for people (/api), both from the contracts. */
export async function addDocumentation(
  server: FastifyInstance,
  { title, version }: { title: string; version: string },
): Promise<void> {
  await server.register(swagger, {
    openapi: { openapi: '3.1.0', info: { title, version } },
    hideUntagged: true,
    transform: describeWith(server.house.contracts),
    transformObject: completeDocument,
  });
  const hidden = { schema: { hide: true } };
  server.get('/api/openapi.json', hidden, async () => server.swagger());
  server.get('/api/page.css', hidden, async (_request, reply) =>
    reply.type('text/css; charset=utf-8').header('cache-control', 'max-age=600').send(API_PAGE_STYLE),
  );
  server.get('/api', hidden, async (request, reply) =>
    reply
      .type('text/html; charset=utf-8')
      .send(apiPage({ title, version, contracts: server.house.contracts, language: languageOf(request) })),
  );
}
