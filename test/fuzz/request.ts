import * as fc from 'fast-check';
import type { JsonSchema } from '../../src/platform/http/example.ts';
import type { FuzzedCity, Person } from './city.ts';
import { type Door, type Group, lets } from './doors.ts';
import { sentFiles, sentForm } from './forms.ts';
import { encoded, oddHeader, oddPart } from './garbage.ts';
import { mutated, sentJson } from './mutate.ts';
import type { OpenAct, OpenActs } from './open-acts.ts';
import { type Known, plausible, type Taste } from './plausible.ts';

/** One request as it is sent, and where it came from. */
export interface FuzzRequest {
  readonly door: string;
  readonly group: Group;
  readonly who: string;
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly payload: Buffer | undefined;
}

/** Requests to every address, by those who may and those who may not, more and less broken. */
export function requestsTo(doors: readonly Door[], city: FuzzedCity, open: OpenActs): fc.Arbitrary<FuzzRequest> {
  const senders = remembered((door: Door) => personAt(door, city));
  const asked = remembered((door: Door) => remembered((person: Person) => requestOf(door, person, city)));
  /* Whoever owns nothing asks for what anybody may ask for. */
  const anybody = (door: Door): fc.Arbitrary<FuzzRequest> =>
    senders(door).chain((person) =>
      asked(door)(person.token === '' ? NOBODY : person).map((request) => sentAs(person, request)),
    );
  return fc.constantFrom(...doors).chain((door) => {
    const acts = open.get(door.path) ?? [];
    return acts.length === 0
      ? anybody(door)
      : fc.oneof({ weight: 2, arbitrary: actOf(door, acts, asked(door)(NOBODY)) }, anybody(door));
  });
}

const NOBODY: Person = { name: '', kind: 'nobody', roles: [], headers: {}, token: '', own: {} };

/** Made once for each: a schema is long to read, and asked for thousands of times. */
function remembered<K, V>(make: (key: K) => V): (key: K) => V {
  const known = new Map<K, V>();
  return (key) => {
    const before = known.get(key);
    if (before !== undefined) return before;
    const made = make(key);
    known.set(key, made);
    return made;
  };
}

function personAt(door: Door, { people, spare }: FuzzedCity): fc.Arbitrary<Person> {
  const among = door.ends ? spare : people;
  const may = among.filter((person) => lets(door, person));
  const anybody = fc.constantFrom(...among);
  return may.length === 0 ? anybody : fc.oneof({ weight: 8, arbitrary: fc.constantFrom(...may) }, anybody);
}

/** The same request, by somebody to whom the act is open, on that matter. */
function actOf(door: Door, acts: readonly OpenAct[], asked: fc.Arbitrary<FuzzRequest>): fc.Arbitrary<FuzzRequest> {
  return fc.tuple(fc.constantFrom(...acts), asked).map(([{ person, matter, assignment }, request]) => {
    const text = request.payload?.toString();
    const payload = text === undefined || assignment === undefined ? request.payload : named(text, assignment);
    return sentAs(person, { ...request, url: door.path.replace(':matter', matter), payload });
  });
}

/** Other assignments than this one are for others to ask for. */
function named(text: string, assignment: string): Buffer {
  return Buffer.from(text.replace(/"assignment":"a\d+"/, `"assignment":"${assignment}"`));
}

function requestOf(door: Door, person: Person, { known: all }: FuzzedCity): fc.Arbitrary<FuzzRequest> {
  const unread = { number: all.unread ?? [] };
  /* Whoever is asked for here may be signed out for good: not one of those who ask. */
  const ended = { account: all.ending ?? [] };
  const known: Known = {
    ...all,
    ...person.own,
    ...(door.path.endsWith('/replace-code') ? unread : {}),
    ...(door.path.startsWith('/api/admin/accounts/') ? ended : {}),
  };
  return fc.oneof(
    { weight: 5, arbitrary: tidy(door, person, known) },
    { weight: 3, arbitrary: odd(door, person, known) },
    { weight: 3, arbitrary: broken(door, person, known) },
  );
}

interface Parts {
  readonly method: fc.Arbitrary<string>;
  readonly url: fc.Arbitrary<string>;
  readonly sent: fc.Arbitrary<Sent>;
  readonly headers: fc.Arbitrary<Readonly<Record<string, string>>>;
}

/** Nothing wrong with it but perhaps the moment. */
function tidy(door: Door, { token }: Person, known: Known): fc.Arbitrary<FuzzRequest> {
  const taste = { known, strange: false };
  return built(door, {
    method: fc.constant(door.method),
    url: urlOf(door, taste),
    sent: sentBy(door, token, (schema) => plausible(schema, taste).map(asJson)),
    headers: fc.constant({}),
  });
}

/** In form, with strange values: what the first checks let through. */
function odd(door: Door, { token }: Person, known: Known): fc.Arbitrary<FuzzRequest> {
  const taste = { known, strange: true };
  return built(door, {
    method: fc.constant(door.method),
    url: urlOf(door, { known, strange: door.body === undefined }),
    sent: sentBy(door, token, (schema) => mutated(plausible(schema, taste)).map(asJson)),
    headers: fc.constant({}),
  });
}

function broken(door: Door, { token }: Person, known: Known): fc.Arbitrary<FuzzRequest> {
  const taste = { known, strange: true };
  return built(door, {
    method: fc.oneof({ weight: 12, arbitrary: fc.constant(door.method) }, fc.constantFrom(...METHODS)),
    url: fc.oneof(urlOf(door, taste), brokenUrl(door, taste)),
    sent: sentBy(door, token, (schema) => sentJson(mutated(plausible(schema, taste)))),
    headers: oddHeaders,
  });
}

const METHODS = ['GET', 'POST', 'PUT', 'DELETE', 'PATCH', 'HEAD', 'OPTIONS', 'TRACE', 'PROPFIND'];

function built(door: Door, { method: m, url, sent: s, headers }: Parts): fc.Arbitrary<FuzzRequest> {
  const key = fc.oneof({ weight: 14, arbitrary: fc.uuid() }, fc.constant('the-same-key'));
  return fc.tuple(m, url, s, key, headers).map(([method, to, sent, keyed, more]) => ({
    door: `${door.method} ${door.path}`,
    group: door.group,
    who: '',
    method,
    url: to,
    headers: { 'idempotency-key': keyed, ...sent.headers, ...more },
    payload: method === 'GET' || method === 'HEAD' ? undefined : sent.payload,
  }));
}

function asJson(value: unknown): Buffer {
  return Buffer.from(JSON.stringify(value) ?? 'null');
}

const ODD_HEADERS = [
  ...['accept', 'accept-language', 'accept-encoding', 'cookie', 'content-type', 'idempotency-key', 'origin', 'host'],
  ...['sec-fetch-site', 'range', 'if-none-match', 'if-modified-since', 'authorization', 'x-csrf', 'x-draft'],
  ...['x-forwarded-for', 'content-encoding', 'content-length', 'expect', 'referer', 'x-request-id', 'user-agent'],
] as const;

const oddHeaders: fc.Arbitrary<Readonly<Record<string, string>>> = fc.oneof(
  { weight: 1, arbitrary: fc.constant({}) },
  {
    weight: 1,
    arbitrary: fc.oneof(
      fc.tuple(fc.constantFrom(...ODD_HEADERS), oddHeader).map(([name, value]) => ({ [name]: value })),
      fc.constantFrom<Readonly<Record<string, string>>>(
        { 'content-type': 'application/json; charset=utf-16' },
        { 'content-type': 'application/json; charset=nonsense' },
        { 'content-type': 'Application/JSON ;;;' },
        { 'content-type': 'text/plain' },
        { 'content-type': 'application/x-www-form-urlencoded' },
        { 'content-type': 'multipart/form-data; boundary=cut' },
        { cookie: 'hp=%zz; hs=%; hd=%00; hv=\u00ff; lang=%E0%A4%A; large="' },
        { cookie: `hp=${'a'.repeat(43)}; hs=${'a'.repeat(43)}; hd=${'a'.repeat(43)}.b` },
        { cookie: '__proto__=1; constructor=2; =; ;;; hp' },
        { cookie: 'a=b; '.repeat(900) },
        { 'accept-language': 'en'.repeat(2_000) },
        { 'content-length': '3' },
        { 'content-length': '-1' },
        { 'content-length': '99999999999' },
        { host: '[::1' },
        { host: 'evil.example:99999' },
        { origin: 'http://[', 'sec-fetch-site': 'none' },
        { range: 'bytes=-1,5-2,9999999-' },
        { 'if-modified-since': 'Tue, 99 Foo 2026' },
      ),
    ),
  },
);

function urlOf(door: Door, taste: Taste): fc.Arbitrary<string> {
  return fc.tuple(pathOf(door, taste), queryOf(door, taste)).map(([path, query]) => path + query);
}

function brokenUrl(door: Door, taste: Taste): fc.Arbitrary<string> {
  const query = fc.oneof(
    queryOf(door, taste),
    mutated(plausible(door.query, taste)).map(queryText),
    fc.tuple(fc.constantFrom('m', 'limit', 'cursor', 'lang', 'q', '__proto__'), oddPart).map(([n, v]) => `?${n}=${v}`),
    fc.constantFrom(
      '?',
      '??',
      '?&&',
      '?%',
      '?a[]=1&a[b]=2',
      '?lang=en&lang=zh',
      `?${'a=1&'.repeat(1_500)}`,
      '?%00=%00',
    ),
  );
  return fc.tuple(pathOf(door, taste, oddPart), query).map(([path, asked]) => path + asked);
}

function pathOf(door: Door, taste: Taste, spoilt?: fc.Arbitrary<string>): fc.Arbitrary<string> {
  const parts = door.path.split('/').map((part) => {
    if (!part.startsWith(':') && part !== '*') return fc.constant(part);
    const name = part.slice(1);
    const schema = door.params.properties?.[name] ?? { type: 'string' };
    const usual = plausible(schema, taste, name).map((one) => encoded(String(one)));
    return spoilt === undefined ? usual : fc.oneof(usual, spoilt);
  });
  return fc.tuple(...parts).map((all) => all.join('/'));
}

/** What is asked for; of a form, which matter it is about. */
function queryOf({ query, method, sends }: Door, taste: Taste): fc.Arbitrary<string> {
  const matters = taste.known.m ?? [];
  if (method === 'GET') return plausible(query, taste).map(queryText);
  return sends === 'form' || sends === 'files' ? mOf(matters) : fc.constant('');
}

const mOf = (matters: readonly string[]): fc.Arbitrary<string> => fc.constantFrom(...matters).map((one) => `?m=${one}`);

function queryText(query: unknown): string {
  if (typeof query !== 'object' || query === null) return `?${encoded(String(query))}`;
  const pairs = Object.entries(query).flatMap(([name, value]) =>
    [value].flat().map((one) => `${encoded(name)}=${encoded(typeof one === 'string' ? one : JSON.stringify(one))}`),
  );
  return pairs.length === 0 ? '' : `?${pairs.join('&')}`;
}

interface Sent {
  readonly headers: Readonly<Record<string, string>>;
  readonly payload?: Buffer | undefined;
}

function sentBy(door: Door, token: string, json: (schema: JsonSchema) => fc.Arbitrary<Buffer>): fc.Arbitrary<Sent> {
  const asJsonType = (payload: Buffer): Sent => ({ headers: { 'content-type': 'application/json' }, payload });
  switch (door.sends) {
    case 'json':
      return json(door.body ?? {}).map(asJsonType);
    case 'form':
      return sentForm(token).map((payload) => ({
        headers: { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'same-origin' },
        payload,
      }));
    case 'files':
      return sentFiles(token).map(({ type, payload }) => ({
        headers: { 'content-type': type, 'sec-fetch-site': 'same-origin' },
        payload,
      }));
    case 'nothing':
      return fc.oneof({ weight: 6, arbitrary: fc.constant({ headers: {} }) }, json({}).map(asJsonType));
  }
}

/** The request from this person; shown in full where it fails, but no longer than a screen. */
function sentAs({ name, headers }: Person, request: FuzzRequest): FuzzRequest {
  const sent = { ...request, who: name, headers: { ...headers, ...request.headers } };
  return Object.defineProperty(sent, fc.toStringMethod, { value: () => sayRequest(sent) });
}

export function sayRequest({ who, method, url, headers, payload }: FuzzRequest): string {
  const shown = Object.entries(headers)
    .filter(([name]) => name !== 'authorization')
    .map(([name, value]) => `${name}: ${JSON.stringify(value.slice(0, 200))}`);
  const text = payload === undefined ? '' : JSON.stringify(payload.toString('utf8').slice(0, 1_500));
  return [`${who}: ${method} ${url.slice(0, 500)}`, ...shown, text].join('\n  ');
}
