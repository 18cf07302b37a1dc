import type { RouteContract } from '../../src/platform/http/route.contract.ts';
import { routesOf } from '../../src/platform/http/server.ts';
import { png } from '../platform-http/sample-files.ts';
import type { Answer, Hand } from '../world/empty-city.ts';
import { filled, type Known, schemaOf } from './canary-fill.ts';
import type { WatchedCity } from './canary-world.ts';

/** Stands in every word of a life and nowhere else; after it, which word it is. */
export const STEMS = { sealed: '龘鸚蠱', open: '彲麤鱻' } as const;
/** Those who wrote: a telephone and a paper of identity that nobody else has. */
export const PEOPLE = {
  sealed: { phone: '13977778841', idNumber: '11010519491231002X' },
  open: { phone: '13966661101', idNumber: '440524188001010014' },
} as const;

/** A word in a free-text place: of which address, and where in its request. */
export interface Placed {
  readonly word: string;
  readonly at: string;
}

/** What was written and what came of it. */
export interface Life {
  readonly number: string;
  readonly matter: string;
  readonly code: string;
  /** Words that were taken in: by acts that went through. */
  readonly placed: readonly Placed[];
  /** Acts that went through, by their address. */
  readonly done: readonly string[];
  readonly file: string;
}

/** Sends requests filled with words of their own, and keeps which were taken in. */
export function pen(city: WatchedCity, kind: keyof typeof STEMS, given: Known) {
  const placed: Placed[] = [];
  const done: string[] = [];
  const routes = routesOf(city.server);
  let words = 0;
  const bodyOf = (route: RouteContract, known: Known): { body: object; mine: readonly Placed[] } => {
    const mine: Placed[] = [];
    const place = (at: string): string => {
      const word = `${STEMS[kind]}${++words}w`;
      mine.push({ word, at: `${route.path} ${at}` });
      return word;
    };
    // Bodies are objects, or there is none.
    const body = (filled(schemaOf(route.body), { ...given, ...known }, place) ?? {}) as object;
    return { body, mine };
  };
  const attempt = async (hand: Hand, path: string, at: Readonly<Record<string, string>>, known: Known = {}) => {
    const route = routes.find((one) => one.method === 'POST' && one.path === path);
    if (!route) throw new Error(`there is no ${path}`);
    const { body, mine } = bodyOf(route, known);
    const url = path.replace(/:(\w+)/g, (_all, name: string) => at[name] ?? 'x');
    const answer = await hand.post(url, body);
    if (answer.status < 300) {
      placed.push(...mine);
      done.push(path);
    }
    return answer;
  };
  const write = async (...asked: Parameters<typeof attempt>): Promise<Answer> => {
    const answer = await attempt(...asked);
    if (answer.status >= 300) throw new Error(`${asked[1]} ${answer.status} ${answer.text}`);
    return answer;
  };
  return { placed, done, attempt, write, bodyOf };
}

const GIVEN = {
  division: '990101001',
  category: '030400',
  channel: 'letter',
  told: 'oral',
  representatives: undefined,
  tried: [],
  idKind: 'id-card',
  identity: 'seen-at-counter',
  mayPublish: false,
  petitioners: 1,
  same: undefined,
  assignment: 'a1',
} as const;

/** Everything known of the lives, for requests about them. */
export function knownOf(kind: keyof typeof STEMS, more: Known = {}): Known {
  const purpose = kind === 'sealed' ? 'report' : 'claim';
  const accused = kind === 'sealed' ? [ACCUSED] : [];
  return { ...GIVEN, ...PEOPLE[kind], purpose, accused, form: 'agent', authority: 'missing', ...more };
}

/** One file with a word in its name. */
export async function uploaded(hand: Hand, name: string): Promise<string> {
  const { json } = await hand.upload(name, png());
  const [file] = Array.isArray(json.files) ? json.files : [];
  return String(file?.id);
}

/** An ordinary matter, answered and served, by the bodies that have it. */
export async function ordinaryLife(city: WatchedCity): Promise<Life> {
  const clerk = await city.officer('d01-petition', 'clerk');
  const dispatcher = await city.officer('d01-petition', 'dispatcher');
  const reception = await city.officer('d01-housing', 'clerk');
  const handler = await city.officer('d01-housing', 'handler');
  const file = await uploaded(clerk, `${STEMS.open}0w.png`);
  const { placed, done, write } = pen(city, 'open', knownOf('open', { files: [file] }));
  const receipt = await write(clerk, '/api/submissions', {});
  const number = String(receipt.json.number);
  const matter = `${number}-1`;
  const at = { number, matter };
  await write(dispatcher, '/api/matters/:matter/forward', at, { to: 'd01-housing' });
  await write(reception, '/api/matters/:matter/sign', at);
  await write(handler, '/api/matters/:matter/accept', at, { route: '31(6)' });
  await write(handler, '/api/matters/:matter/note-work', at, { files: [] });
  await write(clerk, '/api/submissions/:number/papers', at, { files: [] });
  await city.settle();
  return { number, matter, code: String(receipt.json.code), placed, done, file };
}

/** A sealed report while it is written about: it goes on with {@link SealedLife.end}. */
export interface SealedLife extends Life {
  /** Passed to the other keeper, worked on there, and concluded. */
  end(): Promise<void>;
}

/** Whom the report is about. */
export const ACCUSED = 'd01-gov';
export const KEEPERS = ['city-petition', 'city-discipline'] as const;

/**
 * A report about a body, typed in by a clerk, kept by the post that keeps such reports. Every act that names a submission
 * or a matter is tried by the keeper, each filled with words of its own: what is refused leaves none.
 */
export async function sealedLife(city: WatchedCity): Promise<SealedLife> {
  const clerk = await city.officer(KEEPERS[0], 'clerk');
  const [first, second] = [await city.officer(KEEPERS[0], 'sealed'), await city.officer(KEEPERS[1], 'sealed')];
  const file = await uploaded(clerk, `${STEMS.sealed}0w.png`);
  const { placed, done, attempt, write } = pen(city, 'sealed', knownOf('sealed'));
  const receipt = await write(clerk, '/api/submissions', {}, { files: [file], matters: undefined });
  const number = String(receipt.json.number);
  const at = { number, matter: `${number}-1` };
  const known: Known = { files: [], competent: [], into: undefined };
  await write(first, '/api/submissions/:number/register', at, known);
  await city.settle();
  const acts = routesOf(city.server).filter(
    ({ method, path, permission }) =>
      method === 'POST' && /:(matter|number)/.test(path) && permission !== 'petitioner' && !ENDING.includes(path),
  );
  for (const { path } of acts) await attempt(first, path, at, known);
  await city.settle();
  return {
    number,
    matter: at.matter,
    code: String(receipt.json.code),
    placed,
    done,
    file,
    end: async () => {
      await write(first, '/api/matters/:matter/pass-report', at, { to: KEEPERS[1] });
      await write(second, '/api/matters/:matter/note-report', at);
      await write(second, '/api/matters/:matter/conclude-report', at);
      await city.settle();
    },
  };
}

const ENDING: readonly string[] = [
  '/api/submissions/:number/register',
  '/api/matters/:matter/pass-report',
  '/api/matters/:matter/conclude-report',
];
