import { z } from 'zod';
import { PERMISSIONS, type Permission } from '../../src/domain/permission.ts';
import type { JsonSchema } from '../../src/platform/http/example.ts';
import type { RouteContract } from '../../src/platform/http/route.contract.ts';
import { addressesOf, routesOf } from '../../src/platform/http/server.ts';
import type { EmptyCity } from '../world/empty-city.ts';
import type { Person } from './city.ts';

export type Group =
  | 'staff JSON'
  | 'citizens’ JSON'
  | 'codes and passwords'
  | 'uploads'
  | 'files and papers'
  | 'forms'
  | 'pages'
  | 'no such address';

/** An address and what it takes. */
export interface Door {
  readonly group: Group;
  readonly method: string;
  readonly path: string;
  readonly permission: Permission;
  readonly sends: 'json' | 'form' | 'files' | 'nothing';
  readonly params: JsonSchema;
  readonly query: JsonSchema;
  readonly body: JsonSchema | undefined;
  /** Using it ends what the next request of the same person needs. */
  readonly ends: boolean;
}

const ENDING: readonly string[] = [
  'DELETE /api/session',
  'POST /api/session/password',
  'DELETE /api/follow',
  'DELETE /api/drafts/:draft',
  'POST /follow/leave',
  'POST /file/leave',
  'POST /file/drop',
];

/** What pages read from their addresses without a schema. */
const PAGE_QUERY: JsonSchema = {
  type: 'object',
  properties: Object.fromEntries(
    ['lang', 'm', 'from', 'done', 'left', 'moved', 'to', 'back', 'size'].map((name) => [name, { type: 'string' }]),
  ),
};

/** Every address of the server, found as the matrix of permissions finds them, and some that it does not have. */
export function doorsOf({ server }: Pick<EmptyCity, 'server'>): readonly Door[] {
  const routes = routesOf(server);
  const declared = new Set(routes.map(({ method, path }) => `${method} ${path}`));
  // Health answers 503 by intent, while a server starts.
  const others = addressesOf(server).filter(
    ({ method, path }) => !declared.has(`${method} ${path}`) && path !== '/api/health',
  );
  return [
    ...routes.map(doorOf),
    ...others.map(({ method, path }) => pageDoor(method, path)),
    ...['/api/nothing/:number', '/nowhere/:paper', '/api', '/api/'].map((path) => ({
      ...pageDoor('POST', path),
      group: 'no such address' as const,
    })),
  ];
}

function doorOf(contract: RouteContract): Door {
  const { method, path, body } = contract;
  return {
    method,
    path,
    group: groupOf(contract),
    // The matrix of permissions holds every route to this list.
    permission: contract.permission as Permission,
    sends: contract.files ? 'files' : body === undefined ? 'nothing' : 'json',
    params: schemaOf(contract.params),
    query: contract.query === undefined ? PAGE_QUERY : schemaOf(contract.query),
    body: body === undefined ? undefined : schemaOf(body),
    ends: ENDING.includes(`${method} ${path}`),
  };
}

function groupOf({ method, path, files, permission, answers }: RouteContract): Group {
  if (files) return 'uploads';
  if (answers === 'page') return 'pages';
  if (path.startsWith('/api/files') || path.endsWith('/papers/:paper')) return 'files and papers';
  if (method === 'POST' && /session|^\/api\/follow$|resume|phone-code/.test(path)) return 'codes and passwords';
  return permission === 'anyone' || permission === 'petitioner' ? 'citizens’ JSON' : 'staff JSON';
}

function pageDoor(method: string, path: string): Door {
  const sends = method === 'GET' ? 'nothing' : path.endsWith('/papers') ? 'files' : 'form';
  return {
    method,
    path,
    group: method === 'GET' ? 'pages' : sends === 'files' ? 'uploads' : 'forms',
    permission: path.startsWith('/follow/:') ? 'petitioner' : 'anyone',
    sends,
    params: {},
    query: PAGE_QUERY,
    body: undefined,
    ends: ENDING.includes(`${method} ${path}`),
  };
}

function schemaOf(schema: RouteContract['body']): JsonSchema {
  // Zod writes the standard's own fields; what is read of them is typed here.
  return schema === undefined ? {} : (z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as JsonSchema);
}

/** Whether this person is let in at all. */
export function lets({ permission }: Door, { kind, roles }: Person): boolean {
  const wanted: string | readonly string[] = PERMISSIONS[permission];
  if (wanted === 'anyone') return true;
  if (wanted === 'petitioner') return kind === 'petitioner';
  return roles.some((role) => wanted.includes(role));
}
