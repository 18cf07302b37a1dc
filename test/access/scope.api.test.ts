import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bodiesOf } from '../../src/domain/matter.ts';
import { PERMISSIONS, type Permission } from '../../src/domain/permission.ts';
import { ROLES, type Role } from '../../src/domain/vocabulary.ts';
import { findState } from '../../src/ledger/read.ts';
import { matterRef } from '../../src/ledger/streams.ts';
import type { RouteContract } from '../../src/platform/http/route.contract.ts';
import { routesOf } from '../../src/platform/http/server.ts';
import { matterOf, opinionOf, well } from '../life/steps.ts';
import { png } from '../platform-http/sample-files.ts';
import { type EmptyCity, type Hand, openEmptyCity } from '../world/empty-city.ts';
import { filled, schemaOf } from './canary-fill.ts';

const CASES: readonly Role[] = PERMISSIONS.cases;
const NOBODY: readonly Role[] = [];
/** Posts whose work is the whole place, at a petition office; and at a government or Party committee (条例 14, 38). */
const OF_THE_PLACE: readonly Role[] = ['clerk', 'dispatcher', 'head', 'supervisor', 'leader'];
const ABOVE: readonly Role[] = ['leader', 'supervisor'];
const KEEPER: readonly Role[] = ['sealed'];
/** All who handle cases but for keepers of reports, who have no other. */
const HANDLING = CASES.filter((role) => role !== 'sealed');

/**
 * The table: how a body stands to a matter, and in which posts its officers read the ordinary one and the sealed one. By
 * hand, from 条例 14, 30 and 38; no code of the product is asked.
 */
const RELATIONS: readonly {
  readonly is: string;
  readonly body: string;
  readonly plain: readonly Role[];
  readonly sealed: readonly Role[];
}[] = [
  { is: 'has it in hand, after a body that ended', body: 'd01-housing', plain: HANDLING, sealed: NOBODY },
  { is: 'had a part in it once', body: 'd01-land', plain: HANDLING, sealed: NOBODY },
  { is: 'is the petition office of the district', body: 'd01-petition', plain: OF_THE_PLACE, sealed: NOBODY },
  {
    is: 'is the petition office of the city, and keeps the report',
    body: 'city-petition',
    plain: OF_THE_PLACE,
    sealed: KEEPER,
  },
  { is: 'is the government of the district, and accused', body: 'd01-gov', plain: ABOVE, sealed: NOBODY },
  { is: 'is the government of the city', body: 'city-gov', plain: ABOVE, sealed: NOBODY },
  { is: 'is the Party committee of the city', body: 'city-party', plain: ABOVE, sealed: NOBODY },
  { is: 'keeps other reports', body: 'city-discipline', plain: NOBODY, sealed: NOBODY },
  { is: 'is beside', body: 'd01-hr', plain: NOBODY, sealed: NOBODY },
  { is: 'is under the accused', body: 'd01-street-01', plain: NOBODY, sealed: NOBODY },
  { is: 'is above in the trade', body: 'city-housing', plain: NOBODY, sealed: NOBODY },
  { is: 'is a petition office elsewhere', body: 'd02-petition', plain: NOBODY, sealed: NOBODY },
  { is: 'is a government elsewhere', body: 'd02-gov', plain: NOBODY, sealed: NOBODY },
];

/** Whoever had a part in a matter reads that matter, and adds to the letter it came with without opening it. */
const MATTER_ALONE = ['d01-land'];
const FOR_ITS_MATTERS = ['papers', 'people', 'authority'].map((act) => `/api/submissions/:number/${act}`);
/** For whom an urgent report names: here, nobody. */
const FOR_RECIPIENTS = ['/api/submissions/:number/receive-urgent'];

/** Places of an address that name a case, by what stands there: whoever is out of its scope is told there is none. */
const CASE_PLACES = ['matter', 'number', 'paper', 'id', 'region'];
/** Places that name no case: a draft and its files are their writer's, the rest is for the post that the route names. */
const OTHER_PLACES = [
  'draft',
  'file',
  'year',
  'office',
  'run',
  'order',
  'account',
  'absence',
  'opening',
  'passkey',
  'code',
  'level',
  'index',
  'hash',
];

interface Case {
  readonly number: string;
  readonly matter: string;
  readonly paper: string;
  readonly file: string;
}

let city: EmptyCity;
let plain: Case;
let sealed: Case;
const officers = new Map<string, Hand>();

beforeAll(async () => {
  city = await openEmptyCity();
  plain = await plainCase();
  sealed = await sealedCase();
  for (const { body } of RELATIONS)
    for (const role of ROLES) officers.set(`${body} ${role}`, await city.officer(body, role));
});
afterAll(() => city?.close());

async function uploadedBy(hand: Hand): Promise<string> {
  const { json } = await well(hand.upload('一.png', png()));
  // The answer of this address, by its contract.
  return (json.files as { id: string }[])[0]?.id ?? '';
}

const particulars = (file: string) => ({
  people: [{ name: '周桂兰', phone: '13900001101', address: '河湾街道' }],
  title: '漏水',
  text: '楼顶漏水。',
  requests: ['查明原因', '尽快修好'],
  files: [file],
});

/** Received by a body that ended, taken over, contributed to by another, answered and served: nothing in it is open. */
async function plainCase(): Promise<Case> {
  const first = await city.officer('d01-civil', 'clerk');
  const file = await uploadedBy(first);
  const letter = { channel: 'letter', purpose: 'claim', division: '990101001', particulars: particulars(file) };
  const { json } = await well(first.post('/api/submissions', { ...letter, matters: [matterOf('漏水')] }));
  const number = String(json.number);
  const matter = `${number}-1`;
  const admin = await city.officer('city-petition', 'admin');
  const change = {
    kind: 'merged',
    from: 'd01-civil',
    to: 'd01-housing',
    endsOn: '2026-03-02',
    basis: '南编〔2026〕1号',
  };
  const planned = await well(admin.post('/api/successions', change));
  await well(admin.post(`/api/successions/${planned.json.run}/approve`));
  await city.settle();
  const [handler, head, land] = [
    await city.officer('d01-housing', 'handler'),
    await city.officer('d01-housing', 'head'),
    await city.officer('d01-land', 'handler'),
  ];
  const act = (hand: Hand, name: string, body: object) => well(hand.post(`/api/matters/${matter}/${name}`, body));
  await act(handler, 'accept', { assignment: 'a1', route: '31(6)' });
  await act(handler, 'ask-contribution', { assignment: 'a1', body: 'd01-land', ask: '权属', due: '2026-03-20' });
  await act(land, 'contribute', { text: '权属清楚' });
  await act(handler, 'draft', opinionOf());
  await act(head, 'issue', { assignment: 'a1' });
  await act(handler, 'serve', { assignment: 'a1', way: 'in-person', on: '2026-03-02' });
  await city.settle();
  const state = await findState(city.ledger, matterRef(matter));
  const paper = Object.values(state?.instruments ?? {}).find(({ kind }) => kind === 'opinion')?.id ?? '';
  return { number, matter, paper, file };
}

async function sealedCase(): Promise<Case> {
  const clerk = await city.officer('city-petition', 'clerk');
  const keeper = await city.officer('city-petition', 'sealed');
  const file = await uploadedBy(clerk);
  const letter = { channel: 'letter', purpose: 'report', division: '990101001', particulars: particulars(file) };
  const { json } = await well(clerk.post('/api/submissions', letter));
  const number = String(json.number);
  const matters = [matterOf('收钱', { purpose: 'report', accused: ['d01-gov'] })];
  await well(keeper.post(`/api/submissions/${number}/register`, { matters }));
  await city.settle();
  await well(keeper.get(`/api/submissions/${number}`));
  return { number, matter: `${number}-1`, paper: '0f8fad5b-d9cb-469f-a165-70867728950e', file };
}

/** A citizen's own list, which no post opens: a test below holds every post to that. */
const isOfAList = (path: string): boolean => path.startsWith('/api/mine');

const placesOf = (path: string): readonly string[] => [...path.matchAll(/:(\w+)/g)].map(([, name = '']) => name);

/** Staff routes that name a case, and the one for files, which asks nobody's post before it looks. */
function caseRoutes(): readonly RouteContract[] {
  return routesOf(city.server).filter(({ path, permission }) => {
    const names = placesOf(path).some((name) => CASE_PLACES.includes(name)) && !path.startsWith('/api/packs');
    return names && permission !== 'petitioner' && !isOfAList(path);
  });
}

function addressOf({ path }: RouteContract, one: Case): string {
  const places: Readonly<Record<string, string>> = {
    ...one,
    region: '990101',
    id: path.includes('/files/') ? one.file : one.paper,
  };
  return path.replace(/:(\w+)/g, (_all, name: string) => places[name] ?? '');
}

/** Acts of a bound matter that leave its scope as it is: each is sent what its contract takes, of an assignment there is none of. */
async function answerOf(hand: Hand, route: RouteContract, one: Case) {
  const url = addressOf(route, one);
  if (route.method === 'GET') return hand.get(url);
  const nothing = '0f8fad5b-d9cb-469f-a165-70867728950e';
  const known = {
    file: nothing,
    instrument: nothing,
    paper: nothing,
    assignment: 'a9',
    files: [],
    report: 'u9',
    review: 'r9',
    order: 'o9',
    proposal: 'p9',
  };
  return hand.send(route.method, url, (filled(schemaOf(route.body), known, () => '一') ?? {}) as object);
}

/** Told that there is none, or that none is theirs to see. */
const NOT_THERE: readonly string[] = ['no-matter', 'no-submission', 'not-found', 'no-paper'];

describe('every address that names something', () => {
  it('names it by a place that this table knows', () => {
    const known = [...CASE_PLACES, ...OTHER_PLACES];
    const names = routesOf(city.server).flatMap(({ path }) => placesOf(path));
    expect(names.filter((name) => !known.includes(name))).toEqual([]);
    expect(known.filter((name) => !names.includes(name))).toEqual([]);
    expect(caseRoutes().length).toBeGreaterThan(85);
  });

  it.each(RELATIONS)(
    '$body, which $is, is let in to the ordinary matter in these posts alone',
    async ({ body, plain: readers }) => {
      await check(body, readers, plain, caseRoutes());
    },
  );

  it.each(RELATIONS)(
    '$body, which $is, reads the sealed report in these posts alone',
    async ({ body, sealed: readers }) => {
      const readings = caseRoutes().filter(
        ({ method, path }) => method === 'GET' && !placesOf(path).includes('paper') && !path.includes('/paper/'),
      );
      expect(readings.length).toBeGreaterThan(5);
      await check(body, readers, sealed, readings);
    },
  );

  it('a yearly report that is being made is read by the office that makes it alone', async () => {
    for (const { body } of RELATIONS)
      for (const role of PERMISSIONS['yearly-reports']) {
        const hand = officers.get(`${body} ${role}`) ?? city.stranger;
        const { status } = await hand.get('/api/yearly-reports/d01-petition/2026');
        expect([body, role, status === 200]).toEqual([body, role, body === 'd01-petition']);
      }
  });

  it('a list of petitions is its citizen’s alone', async () => {
    const routes = routesOf(city.server).filter(({ path, body }) => isOfAList(path) && body === undefined);
    expect(routes.length).toBeGreaterThan(5);
    for (const role of ROLES)
      for (const route of routes) {
        const { status, json } = await answerOf(officers.get(`d01-petition ${role}`) ?? city.stranger, route, plain);
        expect([role, route.path, status, json.error?.code]).toEqual([role, route.path, 401, 'mine-first']);
      }
  });

  it('a draft is its writer’s alone', async () => {
    const { json } = await well(city.stranger.post('/api/drafts', {}));
    const draft = String(json.id ?? json.draft);
    for (const [who, hand] of officers) {
      const { status } = await hand.get(`/api/drafts/${draft}`);
      expect([who, status === 200]).toEqual([who, false]);
    }
  });
});

/** Every post at this body at each of these addresses. */
async function check(
  body: string,
  readers: readonly Role[],
  one: Case,
  routes: readonly RouteContract[],
): Promise<void> {
  const wrong: string[] = [];
  const before = await bodiesNow(one);
  const waiting = [...ROLES];
  const work = async (): Promise<void> => {
    for (let role = waiting.shift(); role !== undefined; role = waiting.shift()) await checkRole(role);
  };
  const checkRole = async (role: Role): Promise<void> => {
    const hand = officers.get(`${body} ${role}`) ?? city.stranger;
    for (const route of routes) {
      const { status, json } = await answerOf(hand, route, one);
      // Routes of this product name a permission of its own list.
      const wanted: 'anyone' | 'petitioner' | readonly Role[] = PERMISSIONS[route.permission as Permission];
      const isLetIn = typeof wanted === 'string' || wanted.includes(role);
      const isThere = status !== 404 || !NOT_THERE.includes(json.error?.code ?? 'not-found');
      const isLetter = route.path.includes(':number') && !FOR_ITS_MATTERS.includes(route.path);
      const isClosed = FOR_RECIPIENTS.includes(route.path) || (isLetter && MATTER_ALONE.includes(body));
      const expected = !isLetIn ? 'shut' : readers.includes(role) && !isClosed ? 'there' : 'not there';
      const found =
        status === 403 && (json.error?.code ?? 'not-your-post') === 'not-your-post'
          ? 'shut'
          : isThere
            ? 'there'
            : 'not there';
      if (found !== expected)
        wrong.push(
          `${role} ${route.method} ${route.path} ${status} ${json.error?.code}: ${found}, expected ${expected}`,
        );
    }
  };
  await Promise.all([work(), work(), work()]);
  expect(wrong).toEqual([]);
  /* Whoever is let in may do what is open to them; who is in the matter stays the same, so that every cell is true. */
  expect(await bodiesNow(one)).toEqual(before);
}

async function bodiesNow({ matter }: Case) {
  const state = await findState(city.ledger, matterRef(matter));
  return state && { bodies: [...bodiesOf(state)].sort(), keeper: state.keeper, sealed: state.sealed };
}
