import { z } from 'zod';
import { findForgery } from '../../src/platform/http/csrf.ts';
import { refusedWith } from '../../src/platform/http/errors.ts';
import { mount } from '../../src/platform/http/mount.ts';
import { defineRoute } from '../../src/platform/http/route.contract.ts';
import { buildServer, type Server, type ServerOptions } from '../../src/platform/http/server.ts';
import { createLog } from '../../src/platform/log/log.ts';

export type Visitor = { name: string };

export const readThing = defineRoute({
  method: 'GET',
  path: '/api/things/:thing',
  summary: 'One thing',
  permission: 'thing.read',
  audit: 'read-thing',
  params: z.object({ thing: z.string().regex(/^[a-z]+$/) }),
  query: z.object({ page: z.coerce.number().int().min(1).default(1) }),
  response: z.object({ thing: z.string(), page: z.int() }),
});

export const makeThing = defineRoute({
  method: 'POST',
  path: '/api/things',
  summary: 'Makes a thing',
  permission: 'thing.make',
  audit: 'make-thing',
  status: 201,
  keyed: true,
  body: z.strictObject({
    name: z.string().min(1).max(20).describe('What it is called'),
    size: z.int().min(1).max(9999),
    tags: z
      .array(z.enum(['red', 'blue']))
      .max(2)
      .default([]),
    day: z.iso.date().optional(),
  }),
  response: z.object({ name: z.string(), by: z.string(), key: z.string() }),
});

export const breakThing = defineRoute({
  method: 'POST',
  path: '/api/things/:thing/break',
  summary: 'Fails in the way named',
  permission: 'thing.make',
  audit: 'break-thing',
  params: z.object({ thing: z.string() }),
  response: z.object({}),
});

export const countThings = defineRoute({
  method: 'GET',
  path: '/api/count',
  summary: 'May be asked twice a minute',
  permission: 'thing.read',
  audit: 'count',
  limit: { hits: 2, seconds: 60 },
  response: z.object({ count: z.int() }),
});

/** What comes of a database that is away, coming back or full, as the driver tells it; the last is none of these. */
const AWAY: Readonly<Record<string, { readonly message: string; readonly code?: string; readonly syscall?: string }>> =
  {
    database: { message: 'no connection', code: 'ECONNREFUSED' },
    killed: { message: 'Connection terminated unexpectedly' },
    starting: { message: 'connect ENOENT /x/.s.PGSQL.5432', code: 'ENOENT', syscall: 'connect' },
    memory: { message: 'out of memory', code: '53200' },
    disk: { message: 'could not extend file: No space left on device', code: '53100' },
    file: { message: 'ENOENT: no such file', code: 'ENOENT', syscall: 'open' },
  };

/** A server with four small routes. The header x-visitor names the visitor; the cookie `session` needs the csrf token. */
export async function thingServer(
  options: Partial<ServerOptions<Visitor>> = {},
): Promise<{ server: Server<Visitor>; lines: string[] }> {
  const lines: string[] = [];
  const server = await buildServer<Visitor>({
    title: 'Things',
    version: '1',
    log: createLog({ to: { write: (line: string) => lines.push(line) }, human: false }),
    authorise: (request) => {
      if (request.cookies.session !== undefined) return findForgery(request, 'token-1') ?? { name: 'cookie' };
      const name = request.headers['x-visitor'];
      return typeof name === 'string' ? { name } : refusedWith('sign-in-first');
    },
    ...options,
  });
  mount(server, readThing, ({ params, query }) => ({
    thing: params.thing,
    page: query.page,
    secret: 'not in the contract',
  }));
  mount(server, makeThing, async ({ body, actor, key }) => {
    if (body.name === 'taken') {
      return {
        refused: true,
        code: 'taken',
        status: 409,
        said: { zh: '已有同名', en: 'There is one already' },
        article: 'law:1',
        field: 'name',
      };
    }
    return { name: body.name, by: actor.name, key };
  });
  mount(server, breakThing, async ({ params }) => {
    const away = Object.hasOwn(AWAY, params.thing) ? AWAY[params.thing] : undefined;
    if (away) throw Object.assign(new Error(away.message), away);
    if (params.thing === 'slow') await new Promise((resolve) => setTimeout(resolve, 60));
    if (params.thing === 'answer') return 'not an object' as never;
    if (params.thing === 'slow') return {};
    throw new Error('the password is 1234', { cause: new Error('deeper') });
  });
  mount(server, countThings, () => ({ count: 1 }));
  server.post('/page', async () => 'page');
  server.get('/desk/inside', async (request) => request.styleNonce);
  server.get('/fault', async () => {
    throw new Error('page fault');
  });
  return { server, lines };
}
