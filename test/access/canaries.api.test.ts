import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { listMessages } from '../../src/app/messages.ts';
import { ROLES } from '../../src/domain/vocabulary.ts';
import { findState } from '../../src/ledger/read.ts';
import { matterRef } from '../../src/ledger/streams.ts';
import { routesOf } from '../../src/platform/http/server.ts';
import { detectorOf, formsOf } from './canary-forms.ts';
import {
  ACCUSED,
  KEEPERS,
  type Life,
  ordinaryLife,
  PEOPLE,
  pen,
  type SealedLife,
  STEMS,
  sealedLife,
} from './canary-story.ts';
import { type About, addressAt, lasting, sweep } from './canary-sweep.ts';
import { type Asker, OTHER_ROLES, openWatchedCity, type Told, type WatchedCity } from './canary-world.ts';

const findSealed = detectorOf([STEMS.sealed, ...Object.values(PEOPLE.sealed)]);
const findOpen = detectorOf([STEMS.open, ...Object.values(PEOPLE.open)]);

/** The number that the report gets: asked for before there is one, too. */
const NUMBER = '990101-2026-000003';
const NOTHING = '0f8fad5b-d9cb-469f-a165-70867728950e';
/** What is searched for: the words, pieces of them, the telephone and the number. */
const WORDS = [STEMS.sealed, STEMS.sealed.slice(0, 2), `${STEMS.sealed}1w`, PEOPLE.sealed.phone, `${NUMBER}-1`, NUMBER];
/** The searches as they may be said again to whoever searched. */
const echoes = [...WORDS].sort((a, b) => b.length - a.length).flatMap(formsOf);

let city: WatchedCity;
let open: Life;
let sealed: SealedLife;
let outsiders: readonly Asker[] = [];
let neighbour: Asker;
/** What each outsider was told before the report came in, by address. */
const before = new Map<string, string>();
const written: string[] = [];

beforeAll(async () => {
  for (const stream of [process.stdout, process.stderr]) {
    vi.spyOn(stream, 'write').mockImplementation((text) => {
      written.push(String(text));
      return true;
    });
  }
  city = await openWatchedCity();
  open = await ordinaryLife(city);
  const clerk = await city.officer('d01-petition', 'clerk');
  const people = [{ name: '对门', phone: '13900002202' }];
  const particulars = { people, title: '灯', text: '楼道灯不亮', requests: ['修灯'] };
  const letter = { channel: 'letter', purpose: 'claim', division: '990101001', particulars };
  const { json } = await clerk.post('/api/submissions', letter);
  await city.settle();
  neighbour = await city.petitionerOf('a petitioner of another petition', String(json.code), '2202');
  outsiders = await everybodyElse();
});
afterAll(async () => {
  vi.restoreAllMocks();
  await city?.close();
});

/**
 * The accused body post by post; the keepers' own bodies in every other post; whoever kept the report and passed it on;
 * and with every post at once what is under the accused, above it, beside it and elsewhere.
 */
async function everybodyElse(): Promise<readonly Asker[]> {
  const writer = await city.petitionerOf('whoever wrote the other letter', open.code, '1101');
  const all: Asker[] = [city.nobody, neighbour, writer];
  for (const role of ROLES) all.push(await city.asker(ACCUSED, role));
  for (const body of KEEPERS) all.push(await city.asker(body, ...OTHER_ROLES));
  for (const role of ['auditor', 'admin', 'leader'] as const) all.push(await city.asker(KEEPERS[0], role));
  for (const body of ['d01-petition', 'd01-housing', 'city-gov', 'city-party', 'city-housing', 'd02-petition'])
    all.push(await city.asker(body, ...ROLES));
  return all;
}

/** The readings trail holds who asked for what, so also what the auditor themselves asked it for. */
function lessOwnQuestions(path: string, { text }: Told): string {
  if (!path.startsWith('/api/audit') || !text.startsWith('{"rows"')) return text;
  const { rows } = JSON.parse(text) as { rows: { verb: string }[] };
  return JSON.stringify(rows.filter(({ verb }) => !OWN_QUESTIONS.includes(verb)));
}

/** Readings that are recorded with what they were asked for, word by word. */
const OWN_QUESTIONS = ['audit.read', 'figures.list'];

function wherePartsDiffer(was: string, is: string): string {
  const at = [...is].findIndex((one, place) => one !== was[place]);
  return `${was.slice(Math.max(0, at - 60), at + 60)} NOW ${is.slice(Math.max(0, at - 60), at + 60)}`;
}

/** These tell of the asking itself, or are the hashes of every act of all (a leaf says nothing of what it is about). */
const TELLS_OF_ASKING = /^\/api\/(audit\?.*trail=readings|log\/|session)/;

describe('the detector', () => {
  it.each(formsOf(`${STEMS.sealed}7w`))('sees a word as %s', (form) => {
    expect(findSealed(`x${form}y`)).toEqual([STEMS.sealed]);
  });

  it('sees it in the base64 of something longer, and not what is not there', () => {
    for (const first of ['', 'a', 'ab', 'abc', '件'])
      for (const form of ['base64', 'base64url', 'hex'] as const)
        expect(findSealed(Buffer.from(`${first}${STEMS.sealed}9w和`).toString(form))).toEqual([STEMS.sealed]);
    expect(findSealed(`${STEMS.open}${STEMS.sealed.slice(0, 2)}`)).toEqual([]);
  });
});

describe('an ordinary matter', () => {
  it('is told to whoever is out of its scope at no address, and to its own body at some', async () => {
    const state = await findState(city.ledger, matterRef(open.matter));
    const [paper = NOTHING] = Object.keys(state?.instruments ?? {});
    expect(paper).not.toBe(NOTHING);
    const about = { number: open.number, matter: open.matter, paper, file: open.file };
    const outside = [city.nobody, neighbour, await city.asker('d02-petition', ...ROLES)];
    outside.push(await city.asker('d01-land', ...ROLES), await city.asker('city-housing', ...ROLES));
    const heard: string[] = [];
    const words = [STEMS.open, PEOPLE.open.phone, open.number];
    const own = words.flatMap(formsOf);
    const collect =
      (into: string[]) =>
      (asker: Asker, { url, word }: { url: string; word: string | undefined }, told: Told) => {
        const text = lessOwnQuestions(url, told) + told.headers;
        const said = word === undefined ? text : own.reduce((all, one) => all.replaceAll(one, ''), text);
        if (findOpen(said).length > 0) into.push(`${asker.name} ${url}`);
      };
    await sweep(city, outside, { words, about }, collect(heard));
    expect(heard).toEqual([]);
    const inside: string[] = [];
    await sweep(city, [await city.asker('d01-housing', 'handler')], { words: [], about }, collect(inside));
    expect(inside.length).toBeGreaterThan(3);
  });
});

describe('report.sealed', () => {
  it('E27: before there is a report, everybody is told what they are told', async () => {
    const about: About = { number: NUMBER, matter: `${NUMBER}-1`, paper: NOTHING, file: NOTHING };
    await sweep(city, outsiders, { words: WORDS, about }, (asker, { name }, { status, text }) =>
      before.set(`${asker.name} ${name}`, `${status} ${lasting(text)}`),
    );
    expect(before.size).toBeGreaterThan(2_500);
  });

  it('a report is written about with a word of its own in every place', async () => {
    sealed = await sealedLife(city);
    expect(sealed.number).toBe(NUMBER);
    expect(sealed.placed.length).toBeGreaterThan(18);
  });

  it('its keeper reads every word of it', async () => {
    const keeper = await city.asker(KEEPERS[0], 'sealed');
    const pages = [await keeper.ask(`/api/matters/${NUMBER}-1`), await keeper.ask(`/api/submissions/${NUMBER}`)];
    const all = pages.map(({ text }) => text).join('\n');
    /* Whom a letter names decides 受信人初次 only: it lies with the letter's words, and no page shows it. */
    const shown = sealed.placed.filter(({ at }) => !at.endsWith('particulars.addressee'));
    expect(shown.length).toBe(sealed.placed.length - 1);
    expect(shown.filter(({ word }) => !all.includes(word))).toEqual([]);
    expect(findSealed(all)).toContain(PEOPLE.sealed.phone);
  });

  it('E27: nobody else is told anything they were not told before, at any address, in any form', async () => {
    const state = await findState(city.ledger, matterRef(sealed.matter));
    await sealed.end();
    const ended = await findState(city.ledger, matterRef(sealed.matter));
    const [paper = NOTHING] = Object.keys(ended?.instruments ?? state?.instruments ?? {});
    expect([paper === NOTHING, ended?.keeper, ended?.phase]).toEqual([false, KEEPERS[1], 'closed']);
    const passedOn = await city.asker(KEEPERS[0], 'sealed');
    const about: About = { number: NUMBER, matter: sealed.matter, paper, file: sealed.file };
    const heard: string[] = [];
    const other: string[] = [];
    await sweep(city, [...outsiders, passedOn], { words: WORDS, about }, (asker, { name, url, word }, told) => {
      const text = lessOwnQuestions(url, told) + told.headers;
      const said = word === undefined ? text : echoes.reduce((all, one) => all.replaceAll(one, ''), text);
      if (findSealed(said).length > 0) heard.push(`${asker.name} ${url}`);
      if (asker === passedOn || TELLS_OF_ASKING.test(url)) return;
      const [was, is] = [before.get(`${asker.name} ${name}`), `${told.status} ${lasting(told.text)}`];
      if (was !== is) other.push(`${asker.name} ${url} ${wherePartsDiffer(was ?? 'nothing', is)}`);
    });
    expect(heard).toEqual([]);
    expect(other).toEqual([]);
  });

  it('E27: the auditor is shown who touched the ordinary matter, and nobody who touched the report', async () => {
    const auditor = await city.asker('city-gov', ...ROLES);
    for (const trail of ['acts', 'readings']) {
      const about = async (stream: string): Promise<number> => {
        const { text } = await auditor.ask(
          `/api/audit?trail=${trail}&from=2026-03-01&to=2026-03-20&limit=500&stream=${stream}`,
        );
        return (JSON.parse(text) as { rows: object[] }).rows.length;
      };
      expect([trail, (await about(open.matter)) > 0]).toEqual([trail, true]);
      expect([trail, await about(NUMBER), await about(sealed.matter)]).toEqual([trail, 0, 0]);
    }
  });

  it('E27: an export for inspection and the question about a person find what they found before', async () => {
    const inspector = await city.asker(KEEPERS[0], ...OTHER_ROLES);
    const basis = { from: '2026-01-01', to: '2026-03-02', team: '第一组', basis: '一号函' };
    const made = await inspector.send('POST', '/api/inspections', { inspected: 'd01-housing', ...basis });
    expect([made.status, made.text.includes(open.matter)]).toEqual([200, true]);
    expect([findSealed(made.text), made.text.includes(NUMBER)]).toEqual([[], false]);
    for (const inspected of [ACCUSED, 'd01-petition', 'city-housing']) {
      const { status, text } = await inspector.send('POST', '/api/inspections', { inspected, ...basis });
      expect([inspected, status, findSealed(text), text.includes(NUMBER)]).toEqual([inspected, 200, [], false]);
    }
    const asked = { people: [{ name: `${STEMS.sealed}1w`, ...PEOPLE.sealed, idKind: 'id-card' }], title: STEMS.sealed };
    for (const asker of outsiders.filter(({ roles }) => roles.includes('clerk'))) {
      const { status, text } = await asker.send('POST', '/api/persons/earlier', asked);
      expect([asker.name, status, text]).toEqual([asker.name, 200, '{"compared":true,"earlier":[]}']);
    }
  });

  it('E27: whatever an outsider sends to it is answered as if there were no such thing', async () => {
    const { bodyOf } = pen(city, 'open', {});
    const acts = routesOf(city.server).filter(({ method, path }) => method !== 'GET' && /:(matter|number)/.test(path));
    expect(acts.length).toBeGreaterThan(70);
    const nowhere = '990101-2026-000888';
    const aboutOf = (number: string): About => ({ number, matter: `${number}-1`, paper: NOTHING, file: NOTHING });
    const askers = outsiders.filter(({ roles }) => roles.length !== 1);
    expect(askers.length).toBeGreaterThan(8);
    const different: string[] = [];
    let told = 0;
    for (const asker of askers)
      for (const route of acts) {
        const { body } = bodyOf(route, { files: [] });
        const method = route.method === 'GET' ? 'POST' : route.method;
        const here = await asker.send(method, addressAt(route.path, aboutOf(NUMBER)), body);
        const there = await asker.send(method, addressAt(route.path, aboutOf(nowhere)), body);
        const same = (text: string): string => lasting(text).replaceAll(nowhere, NUMBER);
        const [one, other] = [`${here.status} ${same(here.text)}`, `${there.status} ${same(there.text)}`];
        if (one !== other) different.push(`${asker.name} ${route.path} ${one} BUT ${other}`);
        told += 1;
      }
    expect(told).toBeGreaterThan(600);
    expect(different).toEqual([]);
  });

  it('E27: no message is sent to whoever wrote it, and none says a word of it', async () => {
    const messages = await listMessages(city.ledger, 1_000);
    expect(messages.map(({ to }) => to)).not.toContain(PEOPLE.sealed.phone);
    expect(messages.filter(({ text }) => findSealed(text).length > 0)).toEqual([]);
    const { text } = await city.nobody.ask('/outbox');
    expect(findSealed(text)).toEqual([]);
  });

  it('E27: no job that follows its acts holds a word of it', () => {
    const mine = city.queued.filter((row) => row.includes(NUMBER));
    expect(mine.length).toBeGreaterThan(0);
    expect(mine.filter((row) => findSealed(row).length > 0)).toEqual([]);
    expect(city.queued.filter((row) => findOpen(row).length > 0)).toEqual([]);
  });

  it('E27: it stands in clear in no table of the database; the other matter only where it is searched', async () => {
    const { pool } = city.database;
    const { rows: tables } = await pool.query<{ name: string }>(
      `select relname as name from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace`,
    );
    expect(tables.length).toBeGreaterThan(30);
    const clear: string[] = [];
    const searched: string[] = [];
    for (const { name } of tables) {
      /* The name of a file still stands beside it in clear. */
      const whole = name === 'file' ? "(to_jsonb(t) - 'name')" : 't';
      const { rows } = await pool.query<{ row: string }>(`select ${whole}::text as row from "${name}" t`);
      for (const { row } of rows) {
        if (name === 'read_log' && OWN_QUESTIONS.some((verb) => row.includes(`,${verb},`))) continue;
        if (findSealed(row).length > 0) clear.push(`${name} ${row.slice(0, 300)}`);
        if (findOpen(row).length > 0) searched.push(name);
      }
    }
    expect(clear).toEqual([]);
    expect([...new Set(searched)]).toEqual(['search_text']);
  });

  it('E27: no line of the log says a word of it, of what went well, was refused or failed', async () => {
    const { bodyOf } = pen(city, 'sealed', {});
    const [accused] = outsiders.filter(({ body }) => body === 'd01-housing');
    if (!accused) throw new Error('nobody asks from under the accused');
    const about: About = { number: NUMBER, matter: sealed.matter, paper: STEMS.sealed, file: STEMS.sealed };
    for (const route of routesOf(city.server)) {
      if (route.method === 'GET' || route.path.startsWith('/api/session')) continue;
      await accused.send(route.method, addressAt(route.path, about), bodyOf(route, {}).body);
    }
    await accused.ask(`/nowhere/${encodeURIComponent(STEMS.sealed)}?q=${encodeURIComponent(STEMS.sealed)}`);
    const { pool } = city.database;
    const failing = vi.spyOn(pool, 'query').mockImplementation(() =>
      pool.connect().then(async (client) => {
        try {
          return await client.query('select $1::text::uuid', [`${STEMS.sealed} ${PEOPLE.sealed.phone}`]);
        } finally {
          client.release();
        }
      }),
    );
    const failed = await city.nobody.ask(`/api/divisions?q=${encodeURIComponent(STEMS.sealed)}`);
    const search = await accused.ask(`/api/matters?q=${encodeURIComponent(STEMS.sealed)}`);
    failing.mockRestore();
    expect([failed.status, search.status]).toContain(500);
    expect(findSealed(failed.text + search.text)).toEqual([]);
    expect(city.logged.some((line) => line.includes('fault'))).toBe(true);
    expect([...city.logged, ...written].filter((line) => findSealed(line).length > 0)).toEqual([]);
  });
});
