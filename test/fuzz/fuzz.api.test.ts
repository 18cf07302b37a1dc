import * as fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { markUp } from '../../src/platform/http/server.ts';
import { type EmptyCity, openEmptyCity } from '../world/empty-city.ts';
import { type FuzzedCity, peopled } from './city.ts';
import { type Door, doorsOf } from './doors.ts';
import { findWrong, Tally } from './judge.ts';
import { findOpenActs } from './open-acts.ts';
import { requestsTo } from './request.ts';
import { keptLog, tryOne } from './run.ts';
import { type Send, senderTo } from './send.ts';
import { findWrongRaw, rawRequest, sendRaw } from './sockets.ts';

/** Chosen once, so that what fails here fails again; `./huiying prove fuzz` walks other ways. */
const SEED = 20_260_302;
/** Between two rounds it is looked at anew which acts are open: many are by then only what others have led to. */
const ROUNDS = 4;
const RUNS = 750;
const RAW_RUNS = 300;

const { log, takeFaults } = keptLog();
const tally = new Tally();
let city: EmptyCity;
let everybody: FuzzedCity;
let doors: readonly Door[];
let send: Send;

beforeAll(async () => {
  city = await openEmptyCity({ log });
  send = senderTo(city);
  city.server.get('/api/broken', () => {
    throw new TypeError('a handler of this test');
  });
  everybody = await peopled(city);
  doors = doorsOf(city).filter(({ path }) => path !== '/api/broken');
});
afterAll(() => city?.close());

/** Everybody who sends garbage is told what is wrong with it; nothing of it is a fault. */
async function fuzz(seed: number, among: readonly Door[], numRuns = RUNS): Promise<void> {
  const requests = requestsTo(among, everybody, await findOpenActs(city, everybody));
  takeFaults();
  await fc.assert(
    fc.asyncProperty(requests, async (request) => {
      const found = await tryOne({ send, takeFaults, tally }, request);
      if (found !== undefined) throw new Error([found.wrong, found.request, ...found.logged].join('\n'));
    }),
    { numRuns, seed },
  );
}

describe('garbage is refused, and is never a fault', () => {
  it.each(Array.from({ length: ROUNDS }, (_, round) => SEED + round))(
    'at any address, from anybody (seed %i)',
    (seed) => fuzz(seed, doors),
    60_000,
  );

  it('reached what stands behind the gate, and was granted at times', () => {
    expect(tally.sent).toBeGreaterThanOrEqual(ROUNDS * RUNS);
    expect(tally.handled / tally.sent).toBeGreaterThan(0.65);
    expect(tally.atGate / tally.sent).toBeLessThan(0.1);
    expect(tally.acted / tally.sent).toBeGreaterThan(0.05);
    expect(tally.doors.size / doors.length).toBeGreaterThan(0.98);
  });

  it('also as bytes that are hardly a request', async () => {
    markUp(city.server);
    const port = Number(new URL(await city.server.listen({ host: '127.0.0.1', port: 0 })).port);
    await fc.assert(
      fc.asyncProperty(fc.array(rawRequest, { minLength: 15, maxLength: 15 }), async (together) => {
        const answers = await Promise.all(together.map((one) => sendRaw(port, one)));
        const wrong = answers.map(findWrongRaw).find((one) => one !== undefined);
        expect([wrong, takeFaults()]).toEqual([undefined, []]);
      }),
      { numRuns: RAW_RUNS / 15, seed: SEED },
    );
  }, 60_000);

  it('leaves a server that answers', async () => {
    expect((await city.stranger.get('/api/health')).json).toEqual({ status: 'up' });
    expect((await city.stranger.get('/')).status).toBe(200);
    const clerk = await city.officer('d01-petition', 'clerk');
    expect((await clerk.get('/api/desk')).status).toBe(200);
  });
});

describe('what this test would catch', () => {
  it('a handler that throws', async () => {
    const [page] = doors.filter(({ path }) => path === '/api');
    const broken = page === undefined ? [] : [{ ...page, method: 'GET', path: '/api/broken' }];
    await expect(fuzz(SEED, broken, 20)).rejects.toMatchObject({
      cause: { message: expect.stringMatching(/status 500/) },
    });
  });

  it.each([
    ['a server that is away', { status: 503, text: '' }, /status 503/],
    ['a stack', { status: 200, text: 'Error\n    at there (/x/y.js:1:2)' }, /inside/],
    ['where it is installed', { status: 200, text: `${process.cwd()}/src` }, /inside/],
    ['what the database says', { status: 404, text: 'invalid byte sequence for encoding' }, /inside/],
    ['half an error', { status: 404, text: '{"error":{"code":"no"}}' }, /not the shape/],
    ['a page at the interface', { status: 404, text: '<p>', type: 'text/html' }, /as text\/html/],
  ])('%s', (_name, given, said) => {
    const answer = { type: 'application/json', handled: true, ...given };
    expect(findWrong({ method: 'GET', url: '/api/x' }, answer)).toMatch(said);
  });
});
