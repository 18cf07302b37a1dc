import { randomBytes, randomUUID } from 'node:crypto';
import { type Caller, openSession } from '../../src/actors/accounts/server/public.ts';
import { saveBodies, saveDivisions } from '../../src/actors/bodies/server/public.ts';
import { buildCityServer } from '../../src/app/build-server.ts';
import { cityJobs } from '../../src/app/jobs.ts';
import { readReference } from '../../src/app/open-city.ts';
import { divisions } from '../../src/app/seed/divisions.ts';
import { plantReference } from '../../src/app/seed/plant.ts';
import { nationalCalendar } from '../../src/domain/national-calendar.ts';
import { NATIONAL_ONLY } from '../../src/domain/packs.ts';
import type { Role } from '../../src/domain/vocabulary.ts';
import type { Ledger } from '../../src/ledger/ledger.ts';
import { type SettableClock, settableClock } from '../../src/platform/clock/clock.ts';
import type { Method } from '../../src/platform/http/route.contract.ts';
import type { Server } from '../../src/platform/http/server.ts';
import { runOutbox } from '../../src/platform/jobs/run-outbox.ts';
import { type Log, log } from '../../src/platform/log/log.ts';
import type { CipherName } from '../../src/platform/secrets/cipher.ts';
import { AREAS, keyringOf, type Master, type Masters } from '../../src/platform/secrets/keyring.ts';
import type { ScanFile } from '../../src/platform/uploads/scan.ts';
import type { TestDatabase } from './database.ts';
import { bodies } from './people.ts';

/** What the server said. */
export interface Answer {
  readonly status: number;
  /** The parsed answer; tests say what they expect in it. */
  readonly json: Record<string, unknown> & {
    readonly error?: { readonly code: string; readonly article?: string; readonly field?: string };
  };
  readonly text: string;
}

/** Somebody at a browser: every answer they ever got is kept, for tests that look for what must not be in it. */
export interface Hand {
  get(url: string): Promise<Answer>;
  /** Sends with a key of its own unless told which. */
  post(url: string, body?: object, key?: string): Promise<Answer>;
  /** Uploads one file; its id stands in the answer. */
  upload(name: string, bytes: Buffer): Promise<Answer>;
  /** Any method, with nothing in it unless told what. */
  send(method: Method, url: string, body?: object): Promise<Answer>;
}

/** Where a city lives; of a run of tests, a database of its own. */
type CityDatabase = Pick<TestDatabase, 'pool' | 'close'>;

/** The demonstration city's bodies and places, empty of petitions, behind the real server. */
export interface EmptyCity {
  readonly database: CityDatabase;
  readonly ledger: Ledger;
  readonly clock: SettableClock;
  readonly server: Server<Caller>;
  /** Every text the server answered, in order. */
  readonly said: string[];
  /** An officer with these posts at a body, signed in. A keeper of sealed reports comes with a second person at hand. */
  officer(body: string, ...roles: readonly Role[]): Promise<Hand>;
  /** The same, who finds every sealed report closed. */
  alone(body: string, ...roles: readonly Role[]): Promise<Hand>;
  /** Whoever has no session. */
  readonly stranger: Hand;
  /** The petitioner with this code, who enters with the second fact. */
  petitioner(code: string, fact: string): Promise<Hand>;
  /** Does what follows the acts so far: search index, files, messages. */
  settle(): Promise<void>;
  /** Puts a newer key of each area where the keyring finds it when it looks again. */
  addKeys(cipher: CipherName): void;
  close(): Promise<void>;
}

/** A Monday, ten in the morning in Shanghai. */
export const MONDAY = '2026-03-02T02:00:00Z';

export async function openEmptyCity({
  max = 10,
  database: given,
  log: serverLog,
  scanFile,
}: {
  max?: number;
  database?: CityDatabase;
  log?: Log;
  scanFile?: ScanFile;
} = {}): Promise<EmptyCity> {
  // Loaded only then: it can be used in a run of tests alone.
  const database = given ?? (await (await import('./database.ts')).openTestDatabase({ max }));
  const { pool } = database;
  const clock = settableClock(MONDAY);
  const kept: { readonly common: Master[]; readonly sealed: Master[] } = {
    common: [{ cipher: 'aes', bytes: Buffer.alloc(32, 7) }],
    sealed: [{ cipher: 'aes', bytes: Buffer.alloc(32, 8) }],
  };
  const masters = (): Masters => ({ common: [...kept.common], sealed: [...kept.sealed] });
  const ledger: Ledger = {
    pool,
    keyring: keyringOf({ masters: masters(), again: masters }),
    clock,
    reference: { bodies, calendar: nationalCalendar, packs: NATIONAL_ONLY },
  };
  await plantReference(ledger);
  await saveDivisions(
    pool,
    divisions.map((division) => ({ ...division })),
  );
  await saveBodies(pool, bodies.all());
  ledger.reference = await readReference(pool);
  const server = await buildCityServer(ledger, {
    version: 'test',
    scanFile,
    ...(serverLog === undefined ? {} : { log: serverLog }),
  });
  const said: string[] = [];
  let keys = 0;

  const hand = (headers: () => Record<string, string>): Hand => {
    const call = async (
      method: Method,
      url: string,
      payload?: object | Buffer,
      more: Record<string, string> = {},
    ): Promise<Answer> => {
      const response = await server.inject({
        method,
        url,
        headers: { ...headers(), ...more },
        ...(payload === undefined ? {} : { payload }),
      });
      said.push(response.body);
      const isJson = String(response.headers['content-type']).includes('json');
      return { status: response.statusCode, json: isJson ? response.json() : {}, text: response.body };
    };
    return {
      get: (url) => call('GET', url),
      post: (url, body = {}, key = `key-${keys++}`) => call('POST', url, body, { 'idempotency-key': key }),
      send: (method, url, body = {}) =>
        call(method, url, method === 'GET' ? undefined : body, { 'idempotency-key': `key-${keys++}` }),
      upload: (name, bytes) => {
        const head = `--cut\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\n\r\n`;
        const payload = Buffer.concat([Buffer.from(head), bytes, Buffer.from('\r\n--cut--\r\n')]);
        return call('POST', '/api/files', payload, { 'content-type': 'multipart/form-data; boundary=cut' });
      },
    };
  };

  /** Months pass in a test: whoever acts has come in within the half hour. */
  const renewing = async (enter: () => Promise<Record<string, string>>): Promise<Hand> => {
    let headers = await enter();
    let at = clock.now().getTime();
    const mine = hand(() => headers);
    const fresh = async (): Promise<void> => {
      if (Math.abs(clock.now().getTime() - at) < 1_800_000) return;
      headers = await enter();
      at = clock.now().getTime();
    };
    return {
      get: (url) => fresh().then(() => mine.get(url)),
      post: (url, body, key) => fresh().then(() => mine.post(url, body, key)),
      send: (method, url, body) => fresh().then(() => mine.send(method, url, body)),
      upload: (name, bytes) => fresh().then(() => mine.upload(name, bytes)),
    };
  };

  const signedIn = async (body: string, roles: readonly Role[]): Promise<{ account: string; hand: Hand }> => {
    const account = `${body}.${roles.join('+')}`;
    // Nobody signs in with a password here, so none is hashed.
    await pool.query(
      `insert into account (id, login, body, name, title_zh, title_en, phone, roles, password)
       values ($1, $1, $2, $1, '', '', '', $3, '') on conflict do nothing`,
      [account, body, roles],
    );
    const mine = await renewing(async () => {
      const { token } = await openSession(pool, account, clock);
      return { authorization: `Bearer ${token}` };
    });
    return { account, hand: mine };
  };

  /** Where a report is closed to its keeper, it is opened, and the same is asked once more. */
  const opening = (account: string, body: string, mine: Hand): Hand => {
    const opened = async (url: string, ask: () => Promise<Answer>): Promise<Answer> => {
      const answer = await ask();
      const number = /\/(\d{6}-\d{4}-\d{6,9})/.exec(url)?.[1];
      if (answer.json.error?.code !== 'report-closed' || number === undefined) return answer;
      const id = randomUUID();
      await pool.query(
        `insert into sealed_opening (region, id, submission, account, body, purpose, note, days, urgent, asked_at, opened_at, until_at, second)
         values ($1, $2, $3, $4, $5, 'handle', $6, 30, false, $7, $7, $7::timestamptz + interval '30 days', $4)`,
        [
          number.slice(0, 6),
          id,
          number,
          account,
          body,
          ledger.keyring.seal(Buffer.from('.'), `sealed-opening/${number.slice(0, 6)}/${id}`, 'sealed'),
          clock.now().toISOString(),
        ],
      );
      return ask();
    };
    return {
      get: (url) => opened(url, () => mine.get(url)),
      post: (url, body, key = `key-${keys++}`) => opened(url, () => mine.post(url, body, key)),
      send: (method, url, body) => opened(url, () => mine.send(method, url, body)),
      upload: mine.upload,
    };
  };

  return {
    database,
    ledger,
    clock,
    server,
    said,
    stranger: hand(() => ({})),
    officer: async (body, ...roles) => {
      const { account, hand: mine } = await signedIn(body, roles);
      return roles.includes('sealed') ? opening(account, body, mine) : mine;
    },
    alone: async (body, ...roles) => (await signedIn(body, roles)).hand,
    petitioner: async (code, fact) =>
      renewing(async () => {
        const response = await server.inject({ method: 'POST', url: '/api/follow', payload: { code, fact } });
        if (response.statusCode !== 200) throw new Error(response.body);
        const cookie = response.cookies.find(({ name }) => name === 'hp')?.value ?? '';
        return { cookie: `hp=${cookie}`, 'x-csrf': response.json<{ csrf: string }>().csrf };
      }),
    addKeys: (cipher) => {
      for (const area of AREAS) kept[area].push({ cipher, bytes: randomBytes(32) });
    },
    settle: async () => {
      await runOutbox({ pool, handlers: cityJobs(ledger), log, clock });
    },
    close: async () => {
      await server.close();
      await database.close();
    },
  };
}
