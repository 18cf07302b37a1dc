import { afterAll, beforeAll, expect, it } from 'vitest';
import { letterOf, matterOf, registered, type Staff, staffOf, upTo, well } from '../../../test/life/steps.ts';
import { type EmptyCity, type Hand, openEmptyCity } from '../../../test/world/empty-city.ts';

let city: EmptyCity;
let staff: Staff;
let mine: { number: string; code: string; matter: string };
let petitioner: Hand;

beforeAll(async () => {
  city = await openEmptyCity();
  staff = await staffOf(city);
  mine = await registered(staff, '楼顶漏雨');
  await upTo('issued', staff, mine.matter);
  await well(staff.handler.get(`/api/matters/${mine.matter}`));
  petitioner = await city.petitioner(mine.code, '1101');
  await well(petitioner.post(`/api/follow/${mine.number}/papers`, { text: '又漏了，照片在后面' }));
});
afterAll(() => city?.close());

it('whoever raised it takes away everything they gave, what became of it, and who opened it', async () => {
  const { json, status } = await petitioner.get(`/api/follow/${mine.number}/data`);
  expect(status).toBe(200);
  expect(json).toMatchObject({
    number: mine.number,
    given: {
      title: '楼顶漏雨',
      person: { name: '周桂兰', phone: '13900001101', address: '南江市临江区河湾街道柳荫里3号楼' },
      others: 0,
      requests: ['查明原因', '尽快修好'],
    },
    added: [{ by: 'petitioner', text: '又漏了，照片在后面' }],
    petition: { number: mine.number, matters: [{ matter: mine.matter }] },
  });
  expect(JSON.stringify(json)).toContain('临江区住房和城乡建设局');
  const { rows } = await city.database.pool.query(
    `select actor from read_log where stream = $1 and verb = 'follow.own-data'`,
    [mine.number],
  );
  expect(rows).toEqual([{ actor: `petitioner:${mine.number}` }]);
});

it('nobody else gets it: a neighbour with a code of their own, an officer, a stranger', async () => {
  const theirs = await registered(staff, '对门的事');
  const neighbour = await city.petitioner(theirs.code, '1101');
  for (const [hand, status] of [
    [neighbour, 404],
    [staff.head, 401],
    [city.stranger, 401],
  ] as const) {
    const answer = await hand.get(`/api/follow/${mine.number}/data`);
    expect([answer.status, answer.text.includes('周桂兰')]).toEqual([status, false]);
  }
});

it('of a letter that several signed, it holds the data of the first and only how many the others are', async () => {
  const letter = letterOf('路灯不亮');
  const people = [...letter.particulars.people, { name: '李四喜', phone: '13900002202' }];
  const { json } = await well(
    staff.clerk.post('/api/submissions', {
      ...letter,
      channel: 'letter',
      particulars: { ...letter.particulars, form: 'several', people },
      matters: [matterOf('路灯不亮')],
    }),
  );
  const hand = await city.petitioner(String(json.code), '1101');
  const taken = await well(hand.get(`/api/follow/${json.number}/data`));
  expect(taken.json).toMatchObject({ given: { others: 1, form: 'several' } });
  expect([taken.text.includes('李四喜'), taken.text.includes('13900002202')]).toEqual([false, false]);
});
