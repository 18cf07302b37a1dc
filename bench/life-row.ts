import { setTimeout as sleep } from 'node:timers/promises';
import { issuePass } from '../src/actors/accounts/server/passes.ts';
import { saveAccounts } from '../src/actors/accounts/server/public.ts';
import { dayOf } from '../src/domain/days.ts';
import type { Role } from '../src/domain/vocabulary.ts';
import type { Ledger } from '../src/ledger/ledger.ts';
import { cpuMeter } from './cpu.ts';
import { type Answer, bodyOf, type Connection, openConnection } from './http-client.ts';
import { CATEGORY, OPINION_ITEMS, type Place } from './lives.ts';
import { atLeast, atMost, rateRow } from './report.ts';
import { signedIn } from './served.ts';
import { driveWithCpu, type Measure } from './setting.ts';
import { textOf } from './texts.ts';

/** The limit on filing, of one address in a minute, less a few; then the client speaks from another of its own. */
const FILINGS_FROM_ONE_ADDRESS = 550;

/** A whole life in nine requests, eight clients in eight districts, sessions open; and how far the outbox falls behind. */
export const life: Measure = async (setting) => {
  const { city, clients } = setting;
  const { ledger } = city;
  const { port, pid } = await setting.served();
  const offices = await Promise.all(Array.from({ length: clients }, (_, at) => openOffice(ledger, placeOf(at))));
  const connections = offices.map(() => openConnection(port));
  const filing = offices.map((_, client) => filingConnection(port, client));
  let lives = 0;
  const lag = watchOutbox(ledger);
  const { rate, cpu } = await driveWithCpu(setting, cpuMeter(city.dataDir, pid), async (client) => {
    const [office, connection, counter] = [offices[client], connections[client], filing[client]];
    if (!office || !connection || !counter) return false;
    await liveOnce(ledger, office, { connection, file: counter(), number: 9_000_000 + lives++ });
    return undefined;
  });
  const worst = await lag.stop();
  for (const connection of connections) connection.close();
  return [
    rateRow('life', 'whole life of a petition, 9 requests, each client in a district of its own', rate, {
      cpu,
      bar: atLeast(rate.perSecond, 100, ' lives/s'),
      note: `${setting.cases} cases stored`,
    }),
    {
      row: 'life',
      what: 'oldest row of the outbox meanwhile',
      value: worst / 1000,
      unit: 's',
      bar: atMost(worst, 2000, ' ms'),
    },
  ];
};

/** The districts of the demonstration city, one after another. */
function placeOf(at: number): Place {
  const district = String(1 + (at % 8)).padStart(2, '0');
  return { division: `9901${district}`, office: `d${district}-petition`, target: `d${district}-housing` };
}

interface Office {
  readonly place: Place;
  readonly dispatcher: Readonly<Record<string, string>>;
  readonly handler: Readonly<Record<string, string>>;
  readonly head: Readonly<Record<string, string>>;
}

async function openOffice(ledger: Ledger, place: Place): Promise<Office> {
  const session = (body: string, role: Role) => signedIn(ledger, `bench.${body}.${role}`);
  const posts = [
    { body: place.office, role: 'dispatcher' },
    { body: place.target, role: 'handler' },
    { body: place.target, role: 'head' },
  ] as const;
  await saveAccounts(
    ledger.pool,
    posts.map(({ body, role }) => ({
      id: `bench.${body}.${role}`,
      login: `bench.${body}.${role}`,
      body,
      name: '量测',
      title: { zh: '量测', en: 'Bench' },
      phone: '0900-8680000',
      roles: [role],
      password: crypto.randomUUID(),
    })),
  );
  const [dispatcher, handler, head] = await Promise.all(posts.map(({ body, role }) => session(body, role)));
  if (!dispatcher || !handler || !head) throw new Error('an office without officers');
  return { place, dispatcher, handler, head };
}

async function liveOnce(
  ledger: Ledger,
  { place, dispatcher, handler, head }: Office,
  given: { connection: Connection; file: Connection; number: number },
): Promise<void> {
  const { who, title, text, requests } = textOf(given.number);
  const keyed = (headers: object) => ({ ...headers, 'idempotency-key': crypto.randomUUID() });
  const filed = bodyOf<{ number: string }>(
    await given.file.ask({
      method: 'POST',
      path: '/api/petitions',
      headers: keyed({}),
      body: {
        division: place.division,
        particulars: { people: [{ name: who, phone: '13900000000' }], title, text, requests },
      },
    }),
    'file',
  );
  const { number } = filed;
  const matter = `${number}-1`;
  const act = (name: string, headers: object, body: object): Promise<Answer> =>
    given.connection.ask({ method: 'POST', path: `/api/matters/${matter}/${name}`, headers: keyed(headers), body });
  const assignment = 'a1';
  bodyOf(
    await given.connection.ask({
      method: 'POST',
      path: `/api/submissions/${number}/register`,
      headers: keyed(dispatcher),
      body: { matters: [{ purpose: 'claim', category: CATEGORY, title, text, requests }] },
    }),
    'register',
  );
  bodyOf(await act('forward', dispatcher, { to: place.target }), 'forward');
  bodyOf(await act('sign', handler, { assignment }), 'sign');
  bodyOf(await act('accept', handler, { assignment, route: '31(6)' }), 'accept');
  bodyOf(await act('draft', handler, { assignment, items: OPINION_ITEMS }), 'draft');
  bodyOf(await act('issue', head, { assignment }), 'issue');
  const on = dayOf(ledger.clock.now().toISOString());
  bodyOf(await act('serve', handler, { assignment, way: 'electronic', on }), 'serve');
  const pass = await issuePass(ledger.pool, { region: number.slice(0, 6), submission: number, clock: ledger.clock });
  bodyOf(
    await given.connection.ask({
      method: 'POST',
      path: `/api/follow/matters/${matter}/rate`,
      headers: keyed({ cookie: `hp=${pass.cookieValue}`, 'x-csrf': pass.csrf }),
      body: { side: 'body', level: 'satisfied' },
    }),
    'rate',
  );
}

/** Filing is limited by address: every petitioner has one of their own, and so has this client every few hundred lives. */
function filingConnection(port: number, client: number): () => Connection {
  let used = 0;
  let current: Connection | undefined;
  return () => {
    if (current === undefined || used % FILINGS_FROM_ONE_ADDRESS === 0) {
      current?.close();
      const address = `127.${1 + client}.${1 + Math.floor(used / FILINGS_FROM_ONE_ADDRESS)}.1`;
      current = openConnection(port, process.platform === 'linux' ? address : undefined);
    }
    used += 1;
    return current;
  };
}

/** Looks four times a second how old the oldest row of the outbox is. */
function watchOutbox(ledger: Ledger): { stop(): Promise<number> } {
  let worst = 0;
  let running = true;
  const look = async (): Promise<void> => {
    while (running) {
      const { rows } = await ledger.pool.query<{ ms: string | null }>(
        'select extract(epoch from now() - min(created_at)) * 1000 as ms from outbox',
      );
      worst = Math.max(worst, Number(rows[0]?.ms ?? 0));
      await sleep(250);
    }
  };
  const looking = look();
  return {
    stop: async () => {
      running = false;
      await looking;
      return worst;
    },
  };
}
