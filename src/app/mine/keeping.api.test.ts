import { Buffer } from 'node:buffer';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { registered, type Staff, staffOf } from '../../../test/life/steps.ts';
import { type EmptyCity, openEmptyCity } from '../../../test/world/empty-city.ts';
import { type Browser, numbersOn, signedIn } from '../../../test/world/mine.ts';
import { comeIn, keepPetition, renewCitizenKeys } from '../../actors/citizens/server/public.ts';
import { queryHash } from '../../petition/1-intake/server/intake.ts';
import { keyringOf } from '../../platform/secrets/keyring.ts';
import { resealAll } from '../keys.ts';

let city: EmptyCity;
let staff: Staff;

beforeAll(async () => {
  city = await openEmptyCity();
  staff = await staffOf(city);
});
afterAll(() => city?.close());

const add = (browser: Browser, code: string) => browser.send('POST', '/api/mine/petitions', { code, fact: '1101' });

describe('what is kept of a list', () => {
  it('holds no number, fact or code in clear, and nothing that joins a number to a petition', async () => {
    const phone = '13900006601';
    const one = await registered(staff, '电线垂下来');
    const browser = await signedIn(city, phone);
    await add(browser, one.code);
    const { rows } = await city.database.pool.query<{ row: string }>(
      `select c::text as row from citizen c union all select p::text from citizen_petition p
       union all select s::text from citizen_session s union all select v::text from visit_pass v
       union all select a::text from audit a`,
    );
    const all = rows.map(({ row }) => row).join('\n');
    const hex = (text: string) => Buffer.from(text).toString('hex');
    for (const word of [phone, hex(phone), hex('"1101"'), one.code, hex(one.code)]) expect(all).not.toContain(word);
    expect(all).not.toContain(queryHash(city.ledger, one.code));
    const { rows: joined } = await city.database.pool.query(
      'select 1 from citizen c join person_key p on p.key = c.phone_key',
    );
    expect(joined).toEqual([]);
  });

  it('is found again under the same phone after a change of keys, while it goes on and afterwards', async () => {
    const phone = '13900006602';
    const one = await registered(staff, '河水变黑');
    const browser = await signedIn(city, phone);
    await add(browser, one.code);
    city.addKeys('sm4');
    city.ledger.keyring.reload();
    expect(await numbersOn(await signedIn(city, phone))).toEqual([one.number]);
    expect(await resealAll(city.ledger)).toBeGreaterThan(0);
    const { rows } = await city.database.pool.query('select distinct key_version as v from citizen');
    expect(rows).toEqual([{ v: 2 }]);
    expect(await numbersOn(browser)).toEqual([one.number]);
    const again = await signedIn(city, phone);
    expect(await numbersOn(again)).toEqual([one.number]);
    expect((await again.send('POST', `/api/mine/petitions/${one.number}/open`)).status).toBe(200);
  });

  it('leaves one list where two processes gave a number two, one of them with a key that is over', async () => {
    const phone = '13900006603';
    const one = await registered(staff, '路面塌陷');
    const browser = await signedIn(city, phone);
    await add(browser, one.code);
    const first = (fill: number) => [{ cipher: 'aes' as const, bytes: Buffer.alloc(32, fill) }];
    const keyring = keyringOf({ masters: { common: first(7), sealed: first(8) } });
    const other = await comeIn({ ...city.ledger, keyring }, phone);
    expect(await renewCitizenKeys(city.ledger)).toBe(1);
    const { rows } = await city.database.pool.query('select 1 from citizen where id = $1', [other]);
    expect(rows).toEqual([]);
    expect(await numbersOn(browser)).toEqual([one.number]);
  });

  it('holds fifty, and says so', async () => {
    const phone = '13900006604';
    const browser = await signedIn(city, phone);
    const citizen = await comeIn(city.ledger, phone);
    const entry = { fact: '1101', queryHash: 'none' };
    for (let nth = 0; nth < 50; nth++)
      await keepPetition(city.ledger, citizen, { submission: `990101-2020-${String(nth).padStart(6, '0')}`, entry });
    const one = await registered(staff, '信号灯坏了');
    const full = await add(browser, one.code);
    expect([full.status, full.json.error?.code]).toEqual([409, 'mine-full']);
  });
});
