import { cpuMeter } from './cpu.ts';
import { bodyOf, openConnection, type Request } from './http-client.ts';
import { CATEGORY, FIRST_PLACE, OFFICERS } from './lives.ts';
import { atLeast, type Bar, type Row, rateRow } from './report.ts';
import { signedIn } from './served.ts';
import { driveWithCpu, fuelFor, type Measure, type Setting } from './setting.ts';
import { storedMatters, storeFuel } from './stored.ts';
import { termsOf, textOf } from './texts.ts';

/** The best of six general case systems on this kind of machine, 8 clients, some 10,000 cases (design §5); a second. */
const PEERS = { create: 219, read: 330, list: 164, change: 190, search: 24 } as const;

/** Requests over HTTP on loopback, each client with a connection and a session of its own. */
export const acts: Measure = async (setting) => {
  const { city } = setting;
  const { ledger } = city;
  const clerk = await signedIn(ledger, OFFICERS.dispatcher);
  const handler = await signedIn(ledger, OFFICERS.handler);
  const known = await storedMatters(ledger, FIRST_PLACE.division, 2_000);
  const fuel = [...(await storeFuel(ledger, 'forward', fuelFor(setting, 2_500)))];
  await ledger.pool.query('vacuum analyze');
  const terms = termsOf(2, 400);
  let made = 0;
  const any = <T>(from: readonly T[]): T | undefined => from[Math.floor(Math.random() * from.length)];

  const rows: Row[] = [];
  rows.push(
    await asked(setting, 'create: register a letter with its matter', times5(PEERS.create), () => ({
      method: 'POST',
      path: '/api/submissions',
      headers: { ...clerk, 'idempotency-key': crypto.randomUUID() },
      body: letter(made++),
    })),
    await asked(setting, 'read: the page of a matter', times5(PEERS.read), () => ({
      method: 'GET',
      path: `/api/matters/${any(known)}`,
      headers: clerk,
    })),
    await asked(setting, 'list of 20: the desk, first due first', times5(PEERS.list), () => ({
      method: 'GET',
      path: '/api/desk?limit=20',
      headers: clerk,
    })),
    await asked(setting, 'list of 20: all matters, newest first', times5(PEERS.list), () => ({
      method: 'GET',
      path: '/api/matters?limit=20',
      headers: clerk,
    })),
    await asked(
      setting,
      'change of state: sign for receipt',
      (value) => ({
        says: `≥ 1000/s (5 × ${PEERS.change} = ${5 * PEERS.change})`,
        met: value >= 1000,
      }),
      () => {
        const number = fuel.pop();
        return number === undefined
          ? undefined
          : {
              method: 'POST',
              path: `/api/matters/${number}-1/sign`,
              headers: { ...handler, 'idempotency-key': crypto.randomUUID() },
              body: { assignment: 'a1' },
            };
      },
    ),
    await asked(setting, 'complete search, 2 Chinese characters', times5(PEERS.search), () => ({
      method: 'GET',
      path: `/api/matters?limit=20&q=${encodeURIComponent(any(terms) ?? '')}`,
      headers: clerk,
    })),
  );
  return rows;
};

function times5(peer: number): (value: number) => Bar {
  return (value) => ({ ...atLeast(value, 5 * peer, '/s'), says: `≥ 5 × ${peer}/s` });
}

async function asked(
  setting: Setting,
  what: string,
  bar: (value: number) => Bar,
  next: () => Request | undefined,
): Promise<Row> {
  const { port, pid } = await setting.served();
  const connections = Array.from({ length: setting.clients }, () => openConnection(port));
  try {
    const { rate, cpu } = await driveWithCpu(setting, cpuMeter(setting.city.dataDir, pid), async (client) => {
      const request = next();
      const connection = connections[client];
      if (!request || !connection) return false;
      bodyOf(await connection.ask(request), what);
      return undefined;
    });
    return rateRow('acts', what, rate, { cpu, bar: bar(rate.perSecond) });
  } finally {
    for (const connection of connections) connection.close();
  }
}

function letter(at: number) {
  const { who, title, text, requests } = textOf(5_000_000 + at);
  return {
    channel: 'letter',
    purpose: 'claim',
    particulars: { people: [{ name: who, address: '南江市临江区江堤路1号' }], title, text, requests },
    matters: [{ purpose: 'claim', category: CATEGORY, title, text, requests }],
  };
}
