import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { refold } from '../../src/ledger/refold.ts';
import { verify } from '../../src/ledger/verify.ts';
import { routesOf } from '../../src/platform/http/server.ts';
import { registered, type Staff, staffOf, upTo, well } from '../life/steps.ts';
import { type EmptyCity, type Hand, openEmptyCity } from '../world/empty-city.ts';

const CANARY = '蓝鹦鹉阳台';

let city: EmptyCity;
let staff: Staff;
let ours: { number: string; code: string; matter: string };
let file = '';

const act = (hand: Hand, name: string, body: object = {}) => hand.post(`/api/matters/${ours.matter}/${name}`, body);

beforeAll(async () => {
  city = await openEmptyCity();
  staff = await staffOf(city);
  ours = await registered(staff, CANARY);
  await upTo('issued', staff, ours.matter);
  await well(act(staff.handler, 'serve', { assignment: 'a1', way: 'in-person', on: '2026-03-02' }));
  const petitioner = await city.petitioner(ours.code, '1101');
  await well(petitioner.post(`/api/follow/matters/${ours.matter}/rate`, { side: 'body', level: 'satisfied' }));
  const sent = await well(staff.clerk.upload('照片.txt', Buffer.from(CANARY)));
  file = (sent.json.files as { id: string }[])[0]?.id ?? '';
  await well(staff.clerk.post(`/api/submissions/${ours.number}/papers`, { text: CANARY, files: [file] }));
  await city.settle();
});
afterAll(() => city?.close());

const left = async (table: string, column = 'stream') =>
  (
    await city.database.pool.query(`select count(*)::int as n from ${table} where ${column} like $1`, [
      `${ours.number}%`,
    ])
  ).rows[0]?.n;

describe('file.erased', () => {
  it('a file has a term once it is archived, and not before', async () => {
    city.clock.set('2026-05-01T02:00:00Z');
    await city.settle();
    expect((await act(staff.reception, 'propose-erasure')).json.error?.code).toBe('file.erased');
    const { passDays } = await import('../../src/app/daily.ts');
    await passDays(city.ledger);
    await well(act(staff.reception, 'archive', { term: 'short' }));
    const { json } = await well(staff.head.get(`/api/matters/${ours.matter}`));
    expect(JSON.stringify(json)).toContain('2036年12月31日');
  });

  it('while the term runs nobody may propose that it be erased', async () => {
    city.clock.set('2036-12-31T02:00:00Z');
    expect((await act(staff.reception, 'propose-erasure')).json.error).toMatchObject({
      code: 'file.erased',
      article: 'house:retention',
    });
  });

  it('afterwards it takes two: nobody approves what was not proposed, nor what they proposed', async () => {
    city.clock.set('2037-01-01T02:00:00Z');
    expect((await act(staff.head, 'erase')).json.error?.code).toBe('not-proposed');
    const both = await city.officer('d01-housing', 'clerk', 'head');
    await well(act(both, 'propose-erasure'));
    expect([(await act(both, 'erase')).status, (await act(staff.reception, 'erase')).status]).toEqual([403, 403]);
    expect((await act(staff.reception, 'propose-erasure')).json.error?.code).toBe('proposed');
  });

  it('the head may keep it longer instead, and says why', async () => {
    expect((await act(staff.head, 'keep-longer', { term: 'short', text: ' ' })).status).toBe(422);
    await well(act(staff.head, 'keep-longer', { term: 'short', text: '仍有关联诉讼' }));
    expect((await act(staff.head, 'erase')).json.error?.code).toBe('file.erased');
    city.clock.set('2048-01-02T02:00:00Z');
    await well(act(staff.reception, 'propose-erasure'));
  });

  it('then nothing that was written is left anywhere, and the record holds as before', async () => {
    expect(await left('content')).toBeGreaterThan(5);
    expect([await left('file'), await left('search_text', 'matter'), await left('person_key', 'submission')]).toEqual([
      1, 1, 2,
    ]);
    const before = await verify(city.ledger);
    expect(before.wrong).toEqual([]);
    await well(act(staff.head, 'erase'));
    await city.settle();
    expect([
      await left('content'),
      await left('file'),
      await left('search_text', 'matter'),
      await left('person_key', 'submission'),
    ]).toEqual([0, 0, 0, 0]);
    const after = await verify(city.ledger);
    expect(after).toMatchObject({ wrong: [], streams: before.streams, facts: before.facts + 2 });
    await refold(city.database.pool, () => {});
    expect((await verify(city.ledger)).wrong).toEqual([]);
  });

  it('each page of it still answers, with its days and without its words', async () => {
    const { json } = await well(staff.head.get(`/api/matters/${ours.matter}`));
    expect(JSON.stringify(json)).toContain('保管期满，内容已销毁');
    const routes = routesOf(city.server).filter(({ method }) => method === 'GET');
    let named = 0;
    for (const { path } of routes.filter((route) => /:(matter|number|id)/.test(route.path))) {
      for (const hand of [staff.head, staff.clerk, staff.dispatcher]) {
        const address = path
          .replace(':matter', ours.matter)
          .replace(':number', ours.number)
          .replace(/:(paper|id)$/, file)
          .replace(':region', '990101');
        const { status, text } = await hand.get(address);
        named += status === 200 ? 1 : 0;
        expect([address, status < 500, text.includes(CANARY), text.includes('周桂兰')]).toEqual([
          address,
          true,
          false,
          false,
        ]);
      }
    }
    expect(named).toBeGreaterThan(5);
    for (const address of [`/api/matters?q=${encodeURIComponent(CANARY)}`, '/api/matters?q=周桂兰', '/api/desk']) {
      const { status, text } = await staff.dispatcher.get(address);
      expect([address, status < 500, text.includes(CANARY)]).toEqual([address, true, false]);
    }
  });

  it('nothing more is done with it, and the code opens nothing', async () => {
    for (const [name, body] of [
      ['archive', {}],
      ['keep-longer', { term: 'long', text: '再留' }],
      ['erase', {}],
    ] as const) {
      const hand = name === 'archive' ? staff.reception : staff.head;
      expect([name, (await act(hand, name, body)).json.error?.code]).toEqual([name, 'file.erased']);
    }
    const entered = await city.stranger.post('/api/follow', { code: ours.code, fact: '1101' });
    expect(entered.status).toBeGreaterThanOrEqual(400);
    expect(entered.status).toBeLessThan(500);
  });
});
