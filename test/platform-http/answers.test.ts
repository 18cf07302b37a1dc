import { Readable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { refusedWith } from '../../src/platform/http/errors.ts';
import { mount } from '../../src/platform/http/mount.ts';
import { defineRoute } from '../../src/platform/http/route.contract.ts';
import { addressesOf, type Server } from '../../src/platform/http/server.ts';
import { breakThing, makeThing, thingServer, type Visitor } from './contract-server.ts';

const named = z.object({ thing: z.string() });

const thingSheet = defineRoute({
  method: 'GET',
  path: '/things/:thing',
  summary: 'One thing, to print',
  permission: 'thing.read',
  audit: 'print-thing',
  params: named,
  answers: 'page',
  leads: { 'sign-in-first': '/enter', 'not-found': '/things' },
});

const thingFile = defineRoute({
  method: 'GET',
  path: '/api/things/:thing/file',
  summary: 'The picture of a thing',
  permission: 'thing.read',
  audit: 'read-thing-file',
  params: named,
  headers: { 'x-lens': 'Through which lens' },
  answers: 'file',
  types: ['image/png', 'text/plain; charset=utf-8'],
});

const photographThing = defineRoute({
  method: 'POST',
  path: '/api/things/:thing/photographs',
  summary: 'Photographs of a thing',
  permission: 'thing.make',
  audit: 'photograph-thing',
  params: named,
  files: true,
  response: z.object({ taken: z.int() }).meta({ id: 'ThingPhotographs' }),
});

const visitor = { 'x-visitor': 'ann' };
let server: Server<Visitor>;

beforeAll(async () => {
  ({ server } = await thingServer());
  mount(server, thingSheet, ({ params }) => {
    if (params.thing === 'gone') return refusedWith('not-found');
    if (params.thing === 'hidden') return refusedWith('busy');
    return params.thing === 'long' ? Readable.from(['<p>', 'long</p>']) : `<p>${params.thing}</p>`;
  });
  mount(server, thingFile, ({ params }) => ({
    name: '照片.png',
    mime: params.thing === 'odd' ? 'text/html' : 'image/png',
    bytes: Buffer.from('png'),
  }));
  mount(server, photographThing, () => ({ taken: 1 }));
});
afterAll(() => server.close());

describe('a contract of a page', () => {
  test('is answered with HTML, whole or as a stream', async () => {
    const page = await server.inject({ url: '/things/cup', headers: visitor });
    expect([page.statusCode, page.headers['content-type'], page.body]).toEqual([
      200,
      'text/html; charset=utf-8',
      '<p>cup</p>',
    ]);
    const long = await server.inject({ url: '/things/long', headers: visitor });
    expect([long.headers['content-type'], long.body]).toEqual(['text/html; charset=utf-8', '<p>long</p>']);
  });

  test('leads whoever is refused where it says, else shows the refusal as a page', async () => {
    const out = await server.inject('/things/cup');
    expect([out.statusCode, out.headers.location, out.body]).toEqual([303, '/enter', '']);
    const gone = await server.inject({ url: '/things/gone', headers: visitor });
    expect([gone.statusCode, gone.headers.location]).toEqual([303, '/things']);
    const hidden = await server.inject({ url: '/things/hidden', headers: visitor });
    expect([hidden.statusCode, hidden.headers['content-type']]).toEqual([503, 'text/html; charset=utf-8']);
  });
});

describe('a contract of a file', () => {
  test('is answered as a download of one of its types; another type is a fault', async () => {
    const file = await server.inject({ url: '/api/things/cup/file', headers: visitor });
    expect([file.statusCode, file.headers['content-type'], file.body]).toEqual([200, 'image/png', 'png']);
    expect(file.headers['content-disposition']).toContain('attachment');
    expect((await server.inject({ url: '/api/things/odd/file', headers: visitor })).statusCode).toBe(500);
    const out = await server.inject('/api/things/cup/file');
    expect([out.statusCode, out.json().error.code]).toEqual([401, 'sign-in-first']);
  });
});

describe('the document', () => {
  test('says of each address what it answers, which headers it reads, and how it refuses', async () => {
    const { paths, components } = (await server.inject('/api/openapi.json')).json();
    const page = paths['/things/{thing}'].get;
    expect(page.tags).toEqual(['pages']);
    expect(page['x-permission']).toBe('thing.read');
    expect(Object.keys(page.responses)).toEqual(['200', '303', '4XX']);
    expect(page.responses['200'].content).toEqual({ 'text/html': { schema: { type: 'string' } } });
    expect(page.responses['303'].description).toBe('To /enter or /things');
    const file = paths['/api/things/{thing}/file'].get;
    expect(Object.keys(file.responses['200'].content)).toEqual(['image/png', 'text/plain']);
    expect(file.parameters.map(({ name, in: place }: { name: string; in: string }) => [place, name])).toEqual([
      ['path', 'thing'],
      ['header', 'x-lens'],
    ]);
    const upload = paths['/api/things/{thing}/photographs'].post;
    expect(upload.requestBody.content['multipart/form-data'].schema.properties.file.type).toBe('array');
    expect(upload.responses['4XX'].content['application/json'].schema).toEqual({ $ref: '#/components/schemas/Error' });
    expect(components.schemas.Error.properties.error.required).toContain('requestId');
    expect(components.schemas.ThingPhotographs.properties.taken.type).toBe('integer');
  });

  test('marks the key as needed where it is', async () => {
    const { paths } = (await server.inject('/api/openapi.json')).json();
    const key = (method: { parameters: { name: string; required: boolean }[] }) =>
      method.parameters.find(({ name }) => name === 'idempotency-key')?.required;
    expect([key(paths[makeThing.path].post), key(paths['/api/things/{thing}/break'].post)]).toEqual([true, false]);
    expect(breakThing.path).toBe('/api/things/:thing/break');
  });

  test('is read by people too', async () => {
    const { body } = await server.inject('/api?lang=en');
    for (const told of ['A page of HTML', 'x-lens', 'Through which lens', 'image/png']) expect(body).toContain(told);
  });

  test('is held against everything the server answers', () => {
    expect(addressesOf(server)).toContainEqual({ method: 'GET', path: '/things/:thing' });
    expect(addressesOf(server)).toContainEqual({ method: 'POST', path: '/page' });
    expect(addressesOf(server).some(({ method }) => method === 'HEAD')).toBe(false);
  });
});
