import { request } from 'node:http';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { letterOf, opinionOf, registered, type Staff, staffOf, upTo, well } from '../life/steps.ts';
import { type Answer, type EmptyCity, type Hand, openEmptyCity } from '../world/empty-city.ts';

/** What was once a fault: each is refused, and the refusal names what to mend. */
let city: EmptyCity;
let staff: Staff;
let admin: Hand;
let supervisor: Hand;

beforeAll(async () => {
  city = await openEmptyCity();
  staff = await staffOf(city);
  admin = await city.officer('city-petition', 'admin');
  supervisor = await city.officer('d01-petition', 'supervisor');
});
afterAll(() => city?.close());

async function told(asked: Promise<Answer>) {
  const { status, json } = await asked;
  return [status, json.error?.code, json.error?.field];
}

const placeOf = (...parts: readonly unknown[]): string => Buffer.from(JSON.stringify(parts)).toString('base64url');

it.each([
  'x',
  '2026-02-30T00:00:00.000Z 0f8fad5b-d9cb-469f-a165-70867728950e',
  '0000-01-01T00:00:00.000Z 0f8fad5b-d9cb-469f-a165-70867728950e',
  '2026-03-02T00:00:00.000Z none',
])('the register of exports does not go on at %s', async (before) => {
  const asked = supervisor.get(`/api/inspections?before=${encodeURIComponent(before)}`);
  expect(await told(asked)).toEqual([422, 'cursor', 'before']);
});

it('the register of exports goes on where it said it would', async () => {
  const before = '2026-03-02T00:00:00.123456Z 0f8fad5b-d9cb-469f-a165-70867728950e';
  await well(supervisor.get(`/api/inspections?before=${encodeURIComponent(before)}`));
});

it.each(['2026-02-30T00:00:00.000Z', '0000-01-01T00:00:00.000Z'])(
  'the list of matters does not go on at %s',
  async (at) => {
    const cursor = placeOf(at, '990101', '990101-2026-000001-1');
    expect(await told(supervisor.get(`/api/matters?cursor=${cursor}`))).toEqual([422, 'cursor', 'cursor']);
  },
);

it.each([
  '/api/figures?from=0000-01-01&to=2026-03-02',
  '/api/figures?from=0001-01-01&to=2026-03-02&compare=year',
  '/api/matters?q=漏水&from=0001-01-01',
])('no list and no figure begins before periods can be counted: %s', async (asked) => {
  expect(await told(supervisor.get(encodeURI(asked)))).toEqual([400, 'bad-input', 'from']);
});

it.each(['__proto__', 'constructor', '1900'])('no date is counted again for the year %s', async (about) => {
  const asked = admin.post('/api/recounts', { kind: 'calendar', about });
  expect(await told(asked)).toEqual([409, 'not-published', 'about']);
});

it('half a day is no length of a rule', async () => {
  const asked = admin.post('/api/packs', {
    ...{
      id: 'linjiang',
      version: 1,
      level: 'region',
      division: '990101',
      running: 'keep',
      effectiveFrom: '2026-04-01',
    },
    ...{ name: { zh: '规则', en: 'Rules' }, basis: { zh: '文件', en: 'A document' } },
    values: { settings: { dangerDays: 1.5 } },
  });
  expect(await told(asked)).toEqual([422, 'pack', 'values.settings.dangerDays']);
});

it.each([
  ['registered', 'assign', { to: 'd01-land', feedbackDue: '2036-12-31' }, 'feedbackDue', 422, 'day'],
  ['registered', 'assign', { to: 'd01-land', feedbackDue: '3674-74-56' }, 'feedbackDue', 400, 'bad-input'],
  ['signed', 'ask-supplement', { list: '合同', due: '7200-02-29' }, 'due', 422, 'day'],
  ['accepted', 'ask-contribution', { body: 'd01-land', ask: '出意见', due: '7200-02-29' }, 'due', 422, 'day'],
  ['accepted', 'ask-supplement', { list: '合同', due: '0567-59-26' }, 'due', 400, 'bad-input'],
] as const)('after %s, %s by a day that nothing counts to: %j', async (step, act, body, field, status, code) => {
  const { matter } = await registered(staff, `${step} ${act}`);
  if (step === 'signed' || step === 'accepted') await upTo(step, staff, matter);
  const hand = act === 'assign' ? staff.dispatcher : staff.handler;
  const asked = hand.post(`/api/matters/${matter}/${act}`, { assignment: 'a1', ...body });
  expect(await told(asked)).toEqual([status, code, field]);
});

it('no answer is carried out in the year 7200', async () => {
  const { matter } = await registered(staff, '很久以后');
  await upTo('accepted', staff, matter);
  const [first, second] = opinionOf().items;
  const draft = { assignment: 'a1', items: [first, { ...second, executeBy: '7200-02-29' }] };
  expect(await told(staff.handler.post(`/api/matters/${matter}/draft`, draft))).toEqual([
    422,
    'day',
    'items.1.executeBy',
  ]);
});

it.each(['\u0000', '\ud800'])('a text with %j is not filed, and it is said which', async (sign) => {
  const letter = letterOf('一件事');
  const asked = city.stranger.post('/api/petitions', {
    ...letter,
    particulars: { ...letter.particulars, addressee: `李${sign}` },
  });
  expect(await told(asked)).toEqual([400, 'bad-input', 'particulars.addressee']);
});

it('an address that another host seems to stand in is not found, and leads nowhere', async () => {
  const address = await city.server.listen({ host: '127.0.0.1', port: 0 });
  for (const path of ['//[', '//evil.example/x', '/..//evil.example', '//evil.example//']) {
    const { status, text } = await asIs(address, path);
    expect([path, status, /href="\/\/|href="http/.test(text)]).toEqual([path, 404, false]);
  }
});

/** `fetch` would tidy the address up. */
function asIs(address: string, path: string): Promise<{ status: number; text: string }> {
  return new Promise((resolve, reject) => {
    const asked = request(address, { path }, (answer) => {
      const parts: Buffer[] = [];
      answer.on('data', (part: Buffer) => parts.push(part));
      answer.on('end', () => resolve({ status: answer.statusCode ?? 0, text: Buffer.concat(parts).toString() }));
    });
    asked.on('error', reject);
    asked.end();
  });
}
