import { openSession } from '../../src/actors/accounts/server/public.ts';
import { ROLES, type Role } from '../../src/domain/vocabulary.ts';
import { createLog, type Log } from '../../src/platform/log/log.ts';
import { type EmptyCity, openEmptyCity } from '../world/empty-city.ts';

/** What an answer holds: its headers too. */
export interface Told {
  readonly status: number;
  readonly text: string;
  readonly headers: string;
}

/** Somebody who asks, from an address of their own. */
export interface Asker {
  readonly name: string;
  readonly body: string;
  readonly roles: readonly Role[];
  ask(url: string): Promise<Told>;
  send(method: 'POST' | 'PUT' | 'DELETE', url: string, body: object): Promise<Told>;
}

export interface WatchedCity extends EmptyCity {
  /** Every line of the server's own log, at its lowest level. */
  readonly logged: string[];
  /** Every job that acts have left in the outbox, as its row stands there; the queue gets no more than that. */
  readonly queued: string[];
  asker(body: string, ...roles: readonly Role[]): Promise<Asker>;
  petitionerOf(name: string, code: string, fact: string): Promise<Asker>;
  readonly nobody: Asker;
}

export async function openWatchedCity(): Promise<WatchedCity> {
  const logged: string[] = [];
  const queued: string[] = [];
  const log: Log = createLog({ to: { write: (text) => logged.push(text) }, human: false });
  const city = await openEmptyCity({ log });
  let askers = 0;
  let keys = 0;
  const asker = (name: string, body: string, roles: readonly Role[], headers: Record<string, string>): Asker => {
    const remoteAddress = `10.1.${Math.floor(++askers / 200)}.${askers % 200}`;
    const send = async (method: 'GET' | 'POST' | 'PUT' | 'DELETE', url: string, payload?: object): Promise<Told> => {
      const response = await city.server.inject({
        method,
        url,
        remoteAddress,
        headers: { ...headers, 'idempotency-key': `asked-${++keys}` },
        ...(payload === undefined ? {} : { payload }),
      });
      return { status: response.statusCode, text: response.body, headers: JSON.stringify(response.headers) };
    };
    return { name, body, roles, ask: (url) => send('GET', url), send };
  };
  return {
    ...city,
    logged,
    queued,
    settle: async () => {
      const { rows } = await city.database.pool.query<{ row: string }>('select t::text as row from outbox t');
      queued.push(...rows.map(({ row }) => row));
      await city.settle();
    },
    nobody: asker('nobody', '', [], {}),
    asker: async (body, ...roles) => {
      await city.officer(body, ...roles);
      const { token } = await openSession(city.database.pool, `${body}.${roles.join('+')}`, city.clock);
      const name = roles.length > 3 ? `${body} every post` : `${body} ${roles.join('+')}`;
      return asker(name, body, roles, { authorization: `Bearer ${token}` });
    },
    petitionerOf: async (name, code, fact) => {
      const response = await city.server.inject({ method: 'POST', url: '/api/follow', payload: { code, fact } });
      if (response.statusCode !== 200) throw new Error(response.body);
      const cookie = response.cookies.find((one) => one.name === 'hp')?.value ?? '';
      return asker(name, '', [], { cookie: `hp=${cookie}`, 'x-csrf': response.json<{ csrf: string }>().csrf });
    },
  };
}

/** All posts but the one that keeps reports. */
export const OTHER_ROLES: readonly Role[] = ROLES.filter((role) => role !== 'sealed');
