import { afterAll, beforeAll, expect, it } from 'vitest';
import { FIRST_PLACE } from '../../bench/lives.ts';
import { freePort } from '../../bench/served.ts';
import { arrive, toldBy } from '../../scripts/prove-spike.ts';
import { listen } from '../../src/platform/http/listen.ts';
import { markUp } from '../../src/platform/http/server.ts';
import { type EmptyCity, openEmptyCity } from '../world/empty-city.ts';

let city: EmptyCity;
let port: number;
beforeAll(async () => {
  city = await openEmptyCity();
  port = await freePort();
  await listen(city.server, { host: '127.0.0.1', port });
  markUp(city.server);
}, 120_000);
afterAll(() => city?.close());

/** A small `./huiying prove spike`: how fast it goes is for the machine to say, what may happen is not. */
it('far more petitioners than it can serve: the rest are turned away in good order, what was acknowledged stands, and then it answers everybody again', async () => {
  const to = { port, division: FIRST_PLACE.division };
  const spike = await arrive({ ...to, name: 'spike', firstAddress: 0, phases: [{ seconds: 2, perSecond: 2_000 }] });
  const [rush] = spike.phases;
  expect(spike.others).toEqual([]);
  expect(rush?.unsent).toBe(0);
  expect(rush?.shed).toBeGreaterThan(0);
  expect(rush?.done).toBeGreaterThan(0);
  expect((rush?.done ?? 0) + (rush?.shed ?? 0)).toBe(rush?.arrived);

  const after = await arrive({ ...to, name: 'after', firstAddress: 62_500, phases: [{ seconds: 1, clients: 4 }] });
  const [calm] = after.phases;
  expect(after.others).toEqual([]);
  expect([calm?.shed, calm?.done]).toEqual([0, calm?.arrived]);
  expect(calm?.done).toBeGreaterThan(0);

  const wanted = [...toldBy(spike, after).acknowledged.values()].map(({ number }) => number).sort();
  const { rows } = await city.ledger.pool.query<{ number: string; facts: number }>(
    `select s.number, (select count(*)::int from fact f where f.region = s.region and f.stream = s.number) as facts
     from submission s order by s.number`,
  );
  expect(rows.map(({ number }) => number)).toEqual(wanted);
  expect(rows.filter(({ facts }) => facts !== 1)).toEqual([]);
}, 180_000);
