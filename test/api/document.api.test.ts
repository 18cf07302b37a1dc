import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addressesOf, routesOf } from '../../src/platform/http/server.ts';
import { type EmptyCity, openEmptyCity } from '../world/empty-city.ts';

/** Pages that only draw the HTML of what stands in the document, each with what it draws. */
const DRAWN: Readonly<Record<string, readonly string[]>> = {
  '/file': ['POST /api/drafts'],
  '/file/for': ['POST /api/drafts', 'PUT /api/drafts/{draft}/for'],
  '/file/you': ['PUT /api/drafts/{draft}/you'],
  '/file/phone': ['POST /api/drafts/{draft}/phone-code', 'POST /api/drafts/{draft}/phone-code/confirm'],
  '/file/where': ['GET /api/divisions', 'PUT /api/drafts/{draft}/where'],
  '/file/street': ['GET /api/divisions', 'PUT /api/drafts/{draft}/where'],
  '/file/what': ['PUT /api/drafts/{draft}/what'],
  '/file/door': ['PUT /api/drafts/{draft}/what'],
  '/file/ask': ['PUT /api/drafts/{draft}/ask'],
  '/file/papers': ['POST /api/drafts/{draft}/files', 'DELETE /api/drafts/{draft}/files/{file}'],
  '/file/check': ['GET /api/drafts/{draft}'],
  '/file/send': ['POST /api/drafts/{draft}/send'],
  '/file/saved': ['GET /api/drafts/{draft}'],
  '/file/resume': ['POST /api/drafts/resume'],
  '/file/drop': ['DELETE /api/drafts/{draft}'],
  '/file/dropped': ['DELETE /api/drafts/{draft}'],
  '/prove': ['GET /api/log/proof/{hash}'],
  '/follow': ['POST /api/follow'],
  '/follow/leave': ['DELETE /api/follow'],
  '/follow/:number': ['GET /api/follow/{number}'],
  '/follow/:number/papers': ['POST /api/follow/{number}/files', 'POST /api/follow/{number}/papers'],
  '/follow/:number/rate': ['POST /api/follow/matters/{matter}/rate'],
  '/follow/:number/review': ['POST /api/follow/matters/{matter}/ask-review'],
  '/follow/:number/recusal': ['POST /api/follow/matters/{matter}/ask-recusal'],
  '/follow/:number/withdraw': ['POST /api/follow/matters/{matter}/withdraw'],
  '/follow/:number/take-back': ['POST /api/follow/matters/{matter}/take-back-withdrawal'],
  '/mine': ['GET /api/mine', 'POST /api/mine/phone-code'],
  '/mine/code': ['POST /api/mine', 'POST /api/mine/phone-code'],
  '/mine/add': ['POST /api/mine/petitions'],
  '/mine/keep': ['POST /api/mine/petitions/{number}/keep'],
  '/mine/open': ['POST /api/mine/petitions/{number}/open'],
  '/mine/remove': ['DELETE /api/mine/petitions/{number}'],
  '/mine/delete': ['DELETE /api/mine'],
  '/mine/leave': ['DELETE /api/mine/session', 'DELETE /api/mine/sessions'],
  /* To whoever vouches and back is a way of browsers; programs sign in with a password. */
  '/sign-on': ['POST /api/session'],
  '/sign-on/back': ['POST /api/session'],
  '/desk': ['POST /api/session', 'GET /api/desk'],
  '/desk/*': ['POST /api/session', 'GET /api/desk', 'GET /api/matters/{matter}'],
};

/** The same for everybody, about no petition: what to read, how it looks, and the document itself. */
const SAME_FOR_ALL: readonly RegExp[] = [
  /^\/(guide|law|law\/:article|privacy|access|help|size|file\/report)?$/,
  /^\/(style|desk\/print)\/[\w-]+\.css$/,
  /^\/desk\/assets\/\*$/,
  /^\/prove\/check-proof\.mjs$/,
  /^\/api(\/openapi\.json|\/page\.css|\/health)?$/,
  /* To the local identity provider and back: browsers alone go there; a program sends a password. */
  /^\/sign-on(\/back)?$/,
  /* Forgets the cookie of this browser, as a program forgets its secret. */
  /^\/file\/leave$/,
  /* Of the demonstration: what no gateway sends. */
  /^\/outbox$/,
];

interface Operation {
  readonly summary?: string;
  readonly 'x-permission'?: string;
  readonly 'x-audit'?: string;
  readonly parameters?: readonly { readonly name: string; readonly in: string }[];
  readonly requestBody?: { readonly content: Readonly<Record<string, unknown>> };
  readonly responses: Readonly<Record<string, { readonly content?: Readonly<Record<string, unknown>> }>>;
}

interface Document {
  readonly openapi: string;
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, unknown>> };
}

let city: EmptyCity;
let document: Document;
let text = '';

beforeAll(async () => {
  city = await openEmptyCity();
  ({ text } = await city.stranger.get('/api/openapi.json'));
  document = JSON.parse(text) as Document;
});
afterAll(() => city?.close());

const operations = (): readonly (readonly [string, Operation])[] =>
  Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => [`${method.toUpperCase()} ${path}`, operation] as const),
  );
const named = (method: string, path: string) => `${method} ${path.replace(/:(\w+)/g, '{$1}')}`;

describe('/api/openapi.json', () => {
  it('holds everything the server answers, save pages that only draw what it holds', () => {
    const held = new Set(operations().map(([name]) => name));
    const apart = addressesOf(city.server).filter(({ method, path }) => !held.has(named(method, path)));
    const unknown = apart.filter(
      ({ path }) => !Object.hasOwn(DRAWN, path) && !SAME_FOR_ALL.some((one) => one.test(path)),
    );
    expect(unknown).toEqual([]);
    expect(held.size).toBeGreaterThan(130);
  });

  it('is not excused from what is not there: every page apart is served, and draws what the document holds', () => {
    const held = new Set(operations().map(([name]) => name));
    const served = new Set(addressesOf(city.server).map(({ path }) => path));
    for (const [page, draws] of Object.entries(DRAWN)) {
      /* The workbench is served once it was built. */
      if (!page.startsWith('/desk')) expect([page, served.has(page)]).toEqual([page, true]);
      for (const one of draws) expect([page, one, held.has(one)]).toEqual([page, one, true]);
      expect([page, routesOf(city.server).some(({ path }) => path === page)]).toEqual([page, false]);
    }
  });

  it('is whole: every reference leads somewhere', () => {
    const names = [...text.matchAll(/"\$ref":"([^"]+)"/g)].map(([, to = '']) => to);
    expect(names.length).toBeGreaterThan(100);
    for (const to of new Set(names)) {
      const [, name = ''] = /^#\/components\/schemas\/(\w+)$/.exec(to) ?? [];
      expect([to, Object.hasOwn(document.components.schemas, name)]).toEqual([to, true]);
    }
  });

  it('says of each address what it does, who may, how it is audited, what it answers and how it refuses', () => {
    expect(document.openapi).toBe('3.1.0');
    for (const [name, operation] of operations()) {
      expect([name, (operation.summary ?? '').length > 5]).toEqual([name, true]);
      expect([name, typeof operation['x-permission'], typeof operation['x-audit']]).toEqual([name, 'string', 'string']);
      const [success = ''] = Object.keys(operation.responses).filter((status) => /^2/.test(status));
      expect([name, Object.keys(operation.responses[success]?.content ?? {}).length > 0]).toEqual([name, true]);
      expect([name, Object.hasOwn(operation.responses, '4XX')]).toEqual([name, true]);
      const inPath = (operation.parameters ?? []).filter((one) => one.in === 'path').map((one) => one.name);
      const inName = [...name.matchAll(/\{(\w+)\}/g)].map(([, one]) => one);
      expect([name, inPath.sort()]).toEqual([name, inName.sort()]);
    }
  });

  it('says which answers are pages and files, which requests are uploads, and which header opens a draft', () => {
    const at = (name: string) => operations().find(([one]) => one === name)?.[1];
    const types = (name: string) => Object.keys(at(name)?.responses['200']?.content ?? {});
    for (const page of [
      'GET /desk/print/registration/{number}',
      'GET /desk/print/receipt/{number}',
      'GET /desk/print/reading/{matter}',
      'GET /desk/print/paper/{matter}/{id}',
      'GET /desk/print/ledger',
      'GET /follow/{number}/paper/{matter}/{paper}',
      'GET /receipt',
    ])
      expect([page, types(page)]).toEqual([page, ['text/html']]);
    expect(types('GET /api/files/{region}/{id}')).toContain('application/pdf');
    for (const upload of ['POST /api/files', 'POST /api/drafts/{draft}/files', 'POST /api/follow/{number}/files'])
      expect([upload, Object.keys(at(upload)?.requestBody?.content ?? {})]).toEqual([upload, ['multipart/form-data']]);
    for (const [name, { parameters = [] }] of operations())
      expect([name, parameters.some((one) => one.name === 'x-draft')]).toEqual([name, name.includes('{draft}')]);
  });
});

describe('/api', () => {
  it('shows people every address of the document', async () => {
    const page = await city.stranger.get('/api?lang=en');
    for (const { method, path } of routesOf(city.server)) expect(page.text).toContain(`<code>${method} ${path}</code>`);
  });
});
