import { afterAll, beforeAll, expect, it } from 'vitest';
import { letterOf, matterOf, type Staff, staffOf, well } from '../../../test/life/steps.ts';
import { type EmptyCity, openEmptyCity } from '../../../test/world/empty-city.ts';

const NUMBER = '990101199001010018';
let city: EmptyCity;
let staff: Staff;
let number = '';
let matter = '';

beforeAll(async () => {
  city = await openEmptyCity();
  staff = await staffOf(city);
  const letter = letterOf('楼顶漏雨');
  const people = [{ ...letter.particulars.people[0], idKind: 'id-card', idNumber: NUMBER }, { name: '李四喜' }];
  const { json } = await well(
    staff.clerk.post('/api/submissions', {
      ...letter,
      channel: 'letter',
      particulars: { ...letter.particulars, form: 'several', people },
      matters: [matterOf('楼顶漏雨')],
    }),
  );
  number = String(json.number);
  matter = `${number}-1`;
  await well(staff.dispatcher.post(`/api/matters/${matter}/forward`, { to: 'd01-housing' }));
});
afterAll(() => city?.close());

const reveal = (hand: Staff['clerk'], body: object) => hand.post(`/api/submissions/${number}/reveal`, body);

it('pages show a number in part; the whole of it is given for a purpose, and the trail and the petitioner learn of it', async () => {
  for (const page of [
    await staff.clerk.get(`/api/submissions/${number}`),
    await staff.handler.get(`/api/matters/${matter}`),
  ]) {
    expect([page.status, page.text.includes(NUMBER), page.text.includes('990101**********18')]).toEqual([
      200,
      false,
      true,
    ]);
  }
  expect((await well(reveal(staff.clerk, { person: 0, purpose: 'identity' }))).json).toEqual({ idNumber: NUMBER });
  const asHandler = await well(reveal(staff.handler, { person: 0, purpose: 'service', matter }));
  expect(asHandler.json).toEqual({ idNumber: NUMBER });
  const { rows } = await city.database.pool.query(
    `select actor, detail from read_log where stream = $1 and verb = 'person.reveal' order by actor desc`,
    [number],
  );
  expect(rows).toEqual([
    { actor: 'staff:d01-petition.clerk', detail: { person: 0, purpose: 'identity' } },
    { actor: 'staff:d01-housing.handler', detail: { person: 0, purpose: 'service' } },
  ]);
  const auditor = await city.officer('d01-petition', 'auditor');
  const trail = await well(auditor.get('/api/audit?trail=readings&from=2026-03-01&to=2026-03-31'));
  expect(trail.text).toContain('person.reveal');
});

it('is refused without a purpose, to whoever does not read it, and where there is none', async () => {
  expect((await reveal(staff.clerk, { person: 0 })).status).toBe(400);
  expect((await reveal(staff.clerk, { person: 0, purpose: 'curiosity' })).status).toBe(400);
  expect((await reveal(staff.clerk, { person: 1, purpose: 'identity' })).json.error?.code).toBe('no-document');
  for (const hand of [staff.handler, await city.officer('d01-land', 'handler', 'head')]) {
    const answer = await reveal(hand, { person: 0, purpose: 'identity' });
    expect([answer.status, answer.json.error?.code]).toEqual([404, 'no-submission']);
  }
});
