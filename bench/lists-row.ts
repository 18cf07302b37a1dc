import { bodyOf, openConnection, type Request } from './http-client.ts';
import { FIRST_PLACE, OFFICERS } from './lives.ts';
import { summary } from './measure.ts';
import { atMost, type Row } from './report.ts';
import { signedIn } from './served.ts';
import type { Measure, Setting } from './setting.ts';
import { storedMatters } from './stored.ts';

const TIMES = 300;

/** What one officer waits for while the house is quiet: server time and the way over loopback. */
export const lists: Measure = async (setting) => {
  const { ledger } = setting.city;
  const clerk = await signedIn(ledger, OFFICERS.dispatcher);
  const handler = await signedIn(ledger, OFFICERS.handler);
  const known = await storedMatters(ledger, FIRST_PLACE.division, TIMES);
  const get = (path: string, headers: Readonly<Record<string, string>>): Request => ({ method: 'GET', path, headers });
  const duties = ['to-sign', 'to-accept', 'in-hand', 'to-serve'];
  return [
    await waited(setting, 'desk list of 20, all lists of the post', 15, () => get('/api/desk?limit=20', clerk)),
    await waited(setting, 'desk list of 20, by body, state and lateness', 15, (at) =>
      get(`/api/desk?limit=20&duty=${duties[at % duties.length]}${at % 8 > 3 ? '&late=true' : ''}`, handler),
    ),
    await waited(setting, 'desk counters', 15, () => get('/api/desk/counts', clerk)),
    await waited(setting, 'case page', 20, (at) => get(`/api/matters/${known[at % known.length]}`, clerk)),
  ];
};

async function waited(setting: Setting, what: string, bar: number, next: (at: number) => Request): Promise<Row> {
  const { port } = await setting.served();
  const connection = openConnection(port);
  const took: number[] = [];
  for (let at = -20; at < TIMES; at++) {
    const began = performance.now();
    bodyOf(await connection.ask(next(at + 20)), what);
    if (at >= 0) took.push(performance.now() - began);
  }
  connection.close();
  const { p50, p95 } = summary(took);
  return { row: 'lists', what, value: p95, unit: 'ms p95', p50, p95, bar: atMost(p95, bar, ' ms') };
}
