import { PERMISSIONS, type Permission } from '../../src/domain/permission.ts';
import type { RouteContract } from '../../src/platform/http/route.contract.ts';
import { addressesOf, routesOf } from '../../src/platform/http/server.ts';
import { queriesOf } from './canary-fill.ts';
import type { Asker, Told, WatchedCity } from './canary-world.ts';

/** What the places of an address are filled with. */
export interface About {
  readonly number: string;
  readonly matter: string;
  readonly paper: string;
  readonly file: string;
}

/** One address asked for, and by which name it goes before and after a paper or a file has an id. */
interface Asked {
  readonly name: string;
  readonly url: string;
  /** What of the asker's own stands in the query. */
  readonly word: string | undefined;
}

interface Reading {
  readonly path: string;
  readonly route: RouteContract | undefined;
}

/** Every address that answers a GET, with its contract where it has one; whether the server is up is told to machines. */
function readingsOf(city: WatchedCity): readonly Reading[] {
  const routes = new Map<string, RouteContract>();
  for (const route of routesOf(city.server)) if (route.method === 'GET') routes.set(route.path, route);
  const paths = new Set(addressesOf(city.server).flatMap(({ method, path }) => (method === 'GET' ? [path] : [])));
  return [...paths].filter((path) => path !== '/api/health').map((path) => ({ path, route: routes.get(path) }));
}

/** An address with what stands there in each of its places. */
export function addressAt(path: string, about: About): string {
  const places: Readonly<Record<string, string>> = {
    ...about,
    id: path.includes('/files/') ? about.file : about.paper,
    region: '990101',
    year: '2026',
    office: 'city-petition',
    article: '22',
    level: '0',
    index: '0',
    hash: 'a'.repeat(64),
  };
  return path.replace(/:(\w+)/g, (_all, name: string) => places[name] ?? 'x').replace(/\/?\*$/, '/x');
}

/** A period, without which figures, ledger and trail say nothing; the trail takes no year at once. */
function periodOf(path: string): readonly string[] {
  if (path === '/api/audit') return ['trail=readings', 'from=2026-03-01', 'to=2026-03-20', 'limit=500'];
  if (!/figures|ledger/.test(path)) return [];
  return ['from=2026-01-01', 'to=2026-12-31', ...(path.endsWith('/list') ? ['indicator=received'] : [])];
}

/** Is a post of this asker named on the route? Whoever is not let in is asked once, not with every query. */
function isLetIn(asker: Asker, { permission }: RouteContract): boolean {
  // Routes of this product name a permission of its own list.
  const wanted: 'anyone' | 'petitioner' | readonly string[] = PERMISSIONS[permission as Permission];
  return wanted === 'anyone' || (wanted !== 'petitioner' && asker.roles.some((role) => wanted.includes(role)));
}

const UNNAMED: About = { number: ':number', matter: ':matter', paper: ':paper', file: ':file' };

function askedOf(asker: Asker, { path, route }: Reading, words: readonly string[], about: About): readonly Asked[] {
  const one = (query?: { readonly text: string; readonly word?: string }): Asked => {
    const name = query?.text.split('=')[0];
    const all = [...periodOf(path).filter((part) => part.split('=')[0] !== name), ...(query ? [query.text] : [])];
    const rest = all.length === 0 ? '' : `?${all.join('&')}`;
    return { name: addressAt(path, UNNAMED) + rest, url: addressAt(path, about) + rest, word: query?.word };
  };
  return [one(), ...(route && isLetIn(asker, route) ? queriesOf(route, words).map(one) : [])];
}

/** At one time: more would be turned away as too many. */
const LANES = 4;

/** Asks at every address, with every parameter of its query, everybody in turn. */
export async function sweep(
  city: WatchedCity,
  askers: readonly Asker[],
  { words, about }: { readonly words: readonly string[]; readonly about: About },
  visit: (asker: Asker, asked: Asked, told: Told) => void,
): Promise<void> {
  const readings = readingsOf(city);
  const waiting = [...askers];
  const work = async (): Promise<void> => {
    for (let asker = waiting.shift(); asker !== undefined; asker = waiting.shift())
      for (const reading of readings)
        for (const asked of askedOf(asker, reading, words, about)) visit(asker, asked, await asker.ask(asked.url));
  };
  await Promise.all(Array.from({ length: LANES }, work));
}

/** An answer less what tells the moment or the request. */
export function lasting(text: string): string {
  return text
    .replace(/"(readAt|requestId)":"[^"]*"/g, '')
    .replace(/name="_csrf" value="[^"]*"/g, '')
    .replace(/nonce("? content)?[-=]"?[\w+/=-]+/g, '')
    .replace(/[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}/g, '');
}
