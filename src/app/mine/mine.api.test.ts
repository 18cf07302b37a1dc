import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { letterOf, matterOf, registered, type Staff, staffOf, upTo, well } from '../../../test/life/steps.ts';
import { type EmptyCity, openEmptyCity } from '../../../test/world/empty-city.ts';
import { type Browser, browserOf, codeFor, numbersOn, signedIn } from '../../../test/world/mine.ts';
import { clearExpired, EXPIRIES } from '../../platform/jobs/daily.ts';

const PHONE = '13900001101';
const OTHER = '13900007702';

let city: EmptyCity;
let staff: Staff;

beforeAll(async () => {
  city = await openEmptyCity();
  staff = await staffOf(city);
});
afterAll(() => city?.close());

const add = (browser: Browser, code: string, fact = '1101') =>
  browser.send('POST', '/api/mine/petitions', { code, fact });
const refusalOf = ({ status, json }: Awaited<ReturnType<Browser['send']>>) => [status, json.error?.code];

describe('coming in with a phone', () => {
  it('answers every mobile number alike, whether anybody ever came in with it', async () => {
    const known = await signedIn(city, '13900005501');
    await known.send('DELETE', '/api/mine/session');
    const stranger = browserOf(city);
    const [one, two] = [
      await stranger.send('POST', '/api/mine/phone-code', { phone: '13900005501' }),
      await stranger.send('POST', '/api/mine/phone-code', { phone: '139 0000 5502' }),
    ];
    expect([one.status, two.status]).toEqual([200, 200]);
    expect(Object.keys(two.json)).toEqual(Object.keys(one.json));
    expect(one.json.ask).toHaveLength(String(two.json.ask).length);
    expect(two.json.sentTo).toBe('139 **** 5502');
    expect(stranger.cookies.size).toBe(0);
  });

  it('takes no wrong code, none for another number, none twice, and ends after five tries', async () => {
    const browser = browserOf(city);
    const phone = '13900005503';
    const { json } = await browser.send('POST', '/api/mine/phone-code', { phone });
    const code = await codeFor(city, phone);
    const wrong = code === '111111' ? '222222' : '111111';
    const open = (given: string, ask = json.ask) => browser.send('POST', '/api/mine', { ask, code: given });
    expect(refusalOf(await open(wrong))).toEqual([422, 'mine-wrong']);
    const other = await browser.send('POST', '/api/mine/phone-code', { phone: '13900005504' });
    expect(refusalOf(await open(code, other.json.ask))).toEqual([422, 'mine-wrong']);
    expect(refusalOf(await open(code, 'made-up'))).toEqual([422, 'mine-over']);
    expect((await open(code)).status).toBe(200);
    expect(refusalOf(await open(code))).toEqual([422, 'mine-over']);

    city.clock.advance(1000);
    const again = await browser.send('POST', '/api/mine/phone-code', { phone });
    const late = await codeFor(city, phone);
    const bad = late === '111111' ? '222222' : '111111';
    for (let nth = 0; nth < 5; nth++) expect((await open(bad, again.json.ask)).json.error?.code).toBe('mine-wrong');
    expect(refusalOf(await open(late, again.json.ask))).toEqual([422, 'mine-over']);
  });

  it('sends five codes an hour to a number, from wherever they are asked for, and only to mobiles', async () => {
    const phone = '13900005505';
    for (let nth = 0; nth < 5; nth++) {
      const asked = await browserOf(city, `10.9.1.${nth}`).send('POST', '/api/mine/phone-code', { phone });
      expect(asked.status).toBe(200);
    }
    const sixth = await browserOf(city, '10.9.1.9').send('POST', '/api/mine/phone-code', { phone });
    expect(refusalOf(sixth)).toEqual([429, 'mine-too-many']);
    const landline = await browserOf(city).send('POST', '/api/mine/phone-code', { phone: '025-12345678' });
    expect(refusalOf(landline)).toEqual([422, 'mine-not-mobile']);
  });

  it('lets nobody in without a session, nor change anything without its token', async () => {
    expect(refusalOf(await browserOf(city).send('GET', '/api/mine'))).toEqual([401, 'mine-first']);
    const browser = await signedIn(city, '13900005506');
    browser.csrf = 'other';
    expect((await browser.send('DELETE', '/api/mine')).status).toBe(403);
    expect((await browser.send('GET', '/api/mine')).status).toBe(200);
  });

  it('ends after two hours without a request, and after twelve in any case', async () => {
    const before = city.clock.now();
    const browser = await signedIn(city, '13900005507');
    for (let hour = 0; hour < 11; hour++) {
      city.clock.advance(3_600_000);
      expect((await browser.send('GET', '/api/mine')).status).toBe(200);
    }
    city.clock.advance(3_600_000);
    expect((await browser.send('GET', '/api/mine')).status).toBe(401);
    const idle = await signedIn(city, '13900005507');
    city.clock.advance(2 * 3_600_000 + 1000);
    expect((await idle.send('GET', '/api/mine')).status).toBe(401);
    city.clock.set(before);
  });
});

describe('what is gathered', () => {
  it('is what was added by code and second fact, and no other petition of the same number', async () => {
    const [one, two] = [await registered(staff, '楼顶漏雨'), await registered(staff, '路灯不亮')];
    const browser = await signedIn(city, PHONE);
    expect(await numbersOn(browser)).toEqual([]);
    expect(refusalOf(await add(browser, one.code, '9999'))).toEqual([404, 'follow']);
    expect(refusalOf(await add(browser, '1234 5678 1234 5670'))).toEqual([404, 'follow']);
    expect((await add(browser, one.code)).json).toEqual({ number: one.number });
    expect((await add(browser, one.code)).status).toBe(200);
    expect(await numbersOn(browser)).toEqual([one.number]);

    const [followed, listed] = [
      await (await city.petitioner(one.code, '1101')).get(`/api/follow/${one.number}`),
      await browser.send('GET', '/api/mine'),
    ];
    const [petition] = listed.json.petitions as { headline: unknown; title: string }[];
    const [matter] = followed.json.matters as { headline: unknown }[];
    expect([petition?.headline, petition?.title]).toEqual([matter?.headline, '楼顶漏雨']);

    /* Another number, another list: and what is not on it does not open. */
    const other = await signedIn(city, OTHER);
    expect(await numbersOn(other)).toEqual([]);
    for (const number of [one.number, two.number])
      expect(refusalOf(await other.send('POST', `/api/mine/petitions/${number}/open`))).toEqual([404, 'mine-not-kept']);
    expect(other.cookies.has('hp')).toBe(false);
    const elsewhere = await signedIn(city, PHONE);
    expect(await numbersOn(elsewhere)).toEqual([one.number]);
  });

  it('opens for following, says what waits, and is taken off without touching the petition', async () => {
    const one = await registered(staff, '井盖丢了');
    await upTo('issued', staff, one.matter);
    await well(
      staff.handler.post(`/api/matters/${one.matter}/serve`, { assignment: 'a1', way: 'in-person', on: '2026-03-02' }),
    );
    const browser = await signedIn(city, '13900008801');
    await add(browser, one.code);
    const { json } = await browser.send('GET', '/api/mine');
    const [petition] = json.petitions as { standings: { waits: { what: string; until?: string }[] }[] }[];
    expect(petition?.standings[0]?.waits).toEqual([
      { what: 'review', until: '2026-04-01' },
      expect.objectContaining({ what: 'rate' }),
    ]);
    const opened = await browser.send('POST', `/api/mine/petitions/${one.number}/open`);
    expect(opened.json).toMatchObject({ number: one.number });
    expect((await browser.send('GET', `/api/follow/${one.number}`)).status).toBe(200);
    await browser.send('DELETE', `/api/mine/petitions/${one.number}`);
    expect(await numbersOn(browser)).toEqual([]);
    await well((await city.petitioner(one.code, '1101')).get(`/api/follow/${one.number}`));
  });

  it('takes in the petition that is open in the same browser, and none that is not', async () => {
    const [one, two] = [await registered(staff, '树倒了'), await registered(staff, '桥裂了')];
    const browser = await signedIn(city, '13900008802');
    expect(refusalOf(await browser.send('POST', `/api/mine/petitions/${one.number}/keep`))).toEqual([404, 'follow']);
    await browser.send('POST', '/api/follow', { code: one.code, fact: '1101' });
    expect(refusalOf(await browser.send('POST', `/api/mine/petitions/${two.number}/keep`))).toEqual([404, 'follow']);
    expect((await browser.send('POST', `/api/mine/petitions/${one.number}/keep`)).json).toEqual({ number: one.number });
    expect(await numbersOn(browser)).toEqual([one.number]);
  });

  it('shuts out whoever the code or the second fact no longer lets in, says so, and takes it anew', async () => {
    const letter = { ...letterOf('承包地被占'), channel: 'letter' };
    const matters = [matterOf('承包地被占'), matterOf('补偿没到')];
    const taken = await well(staff.clerk.post('/api/submissions', { ...letter, matters }));
    const one = { number: String(taken.json.number), code: String(taken.json.code) };
    const succeed = async (nth: number, name: string, phone: string) => {
      await upTo('accepted', staff, `${one.number}-${nth}`);
      const url = (act: string) => `/api/matters/${one.number}-${nth}/${act}`;
      await well(staff.handler.post(url('note-death'), { text: '家属来电告知' }));
      await well(staff.handler.post(url('name-successor'), { name, phone, relation: '子女' }));
    };
    await succeed(1, '周小河', '13900003345');
    const heir = await signedIn(city, '13900003345');
    expect((await add(heir, one.code, '3345')).status).toBe(200);
    expect(await numbersOn(heir)).toEqual([one.number]);
    await succeed(2, '周小江', '13900003346');
    const shut = await heir.send('GET', '/api/mine');
    expect([shut.json.petitions, shut.json.shut]).toEqual([[], [one.number]]);
    expect(shut.text).not.toContain('承包地');
    expect(refusalOf(await heir.send('POST', `/api/mine/petitions/${one.number}/open`))).toEqual([409, 'mine-shut']);
    expect(heir.cookies.has('hp')).toBe(false);

    const two = await registered(staff, '水压太低');
    const owner = await signedIn(city, '13900008803');
    await add(owner, two.code);
    const replaced = await well(staff.clerk.post(`/api/submissions/${two.number}/replace-code`, { checked: true }));
    expect((await owner.send('GET', '/api/mine')).json.shut).toEqual([two.number]);
    expect((await add(owner, String(replaced.json.code))).status).toBe(200);
    expect(await numbersOn(owner)).toEqual([two.number]);
  });

  it('tells an agent without authority of no matter, until it is shown', async () => {
    const letter = letterOf('工伤待遇');
    const person = (name: string, phone: string) => ({ name, phone, address: '柳荫里3号楼' });
    const taken = await well(
      staff.clerk.post('/api/submissions', {
        ...letter,
        channel: 'visit',
        matters: [matterOf('工伤待遇')],
        particulars: {
          ...letter.particulars,
          form: 'agent',
          authority: 'missing',
          people: [person('安小雨', '13900005567')],
          agentFor: person('罗小满', '13900006678'),
        },
      }),
    );
    const number = String(taken.json.number);
    const agent = await signedIn(city, '13900005567');
    expect((await add(agent, String(taken.json.code), '5567')).status).toBe(200);
    const matterId = `${number}-1`;
    expect((await agent.send('GET', '/api/mine')).text).not.toContain(matterId);
    const opened = await agent.send('POST', `/api/mine/petitions/${number}/open`);
    expect(opened.status).toBe(200);
    expect((await agent.send('GET', `/api/follow/${number}`)).json).toMatchObject({
      matters: [],
      authority: 'missing',
    });
    await well(staff.clerk.post(`/api/submissions/${number}/authority`, { text: '授权委托书原件' }));
    await agent.send('POST', `/api/mine/petitions/${number}/open`);
    const followed = await agent.send('GET', `/api/follow/${number}`);
    expect(followed.json.matters).toHaveLength(1);
  });

  it('never holds a sealed report, whichever way it is tried, and lets go of what was sealed since', async () => {
    const report = await well(
      staff.clerk.post('/api/submissions', { ...letterOf('吃拿卡要', { purpose: 'report' }), channel: 'letter' }),
    );
    const number = String(report.json.number);
    const browser = await signedIn(city, '13900008804');
    const nothing = await add(browser, '1234 5678 1234 5670');
    const tried = await add(browser, String(report.json.code ?? '1234 5678 1234 5678'));
    expect([tried.status, tried.json.error?.code]).toEqual([nothing.status, nothing.json.error?.code]);
    expect(refusalOf(await browser.send('POST', `/api/mine/petitions/${number}/keep`))).toEqual([404, 'follow']);
    expect(refusalOf(await browser.send('POST', `/api/mine/petitions/${number}/open`))).toEqual([404, 'mine-not-kept']);

    const one = await registered(staff, '垃圾没人收');
    await add(browser, one.code);
    /* As the ledger leaves it where a submission is sealed: no row that anything is found by. */
    await city.database.pool.query('delete from submission where number = $1', [one.number]);
    expect(await numbersOn(browser)).toEqual([]);
    const { rows } = await city.database.pool.query('select 1 from citizen_petition where submission = $1', [
      one.number,
    ]);
    expect(rows).toEqual([]);
  });
});

describe('what is filed while signed in', () => {
  /** Files through the drafts, in this browser. */
  async function file(browser: Browser, phone: string, confirm: boolean, kind: 'complaint' | 'report' = 'complaint') {
    const begun = await browser.send('POST', '/api/drafts', { kind: 'complaint', form: 'self' });
    const draft = `/api/drafts/${begun.json.draft}`;
    const csrf = browser.csrf;
    const send = async (method: 'POST' | 'PUT', step: string, body: object = {}) => {
      const response = await city.server.inject({
        method,
        url: draft + step,
        payload: body,
        headers: {
          'x-draft': String(begun.json.secret),
          'x-csrf': csrf,
          cookie: `hc=${browser.cookies.get('hc') ?? ''}`,
        },
      });
      if (response.statusCode >= 300) throw new Error(`${step}: ${response.body}`);
      return response.json<{ number: string; code: string; sealed?: boolean }>();
    };
    await send('PUT', '/you', { name: '周桂兰', phone, address: '柳荫里3号楼' });
    if (confirm) {
      city.clock.advance(1000);
      await send('POST', '/phone-code');
      await send('POST', '/phone-code/confirm', { code: await codeFor(city, phone) });
    }
    await send('PUT', '/where', { district: '990101', street: '990101001', place: '柳荫里' });
    /* Whoever confirmed a phone may think better of it, and make a report of it. */
    await send('PUT', '/for', { kind, form: 'self' });
    await send('PUT', '/what', { text: '井往外冒脏水。', reported: '某局科长' });
    await send('PUT', '/ask', { requests: ['把井修好'] });
    return send('POST', '/send');
  }

  it('is gathered when it is sent, under the same confirmed phone and no other', async () => {
    const browser = await signedIn(city, '13900009901');
    const one = await file(browser, '13900009901', true);
    expect(await numbersOn(browser)).toEqual([one.number]);
    await file(browser, '13900009901', false);
    await file(browser, '13900009902', true);
    expect(await numbersOn(browser)).toEqual([one.number]);
    const opened = await browser.send('POST', `/api/mine/petitions/${one.number}/open`);
    expect(opened.status).toBe(200);
    const left = browserOf(city);
    await file(left, '13900009901', true);
    expect(await numbersOn(browser)).toEqual([one.number]);
  });

  it('is not gathered where it is a report, and nothing tells that it was sent', async () => {
    const phone = '13900009903';
    const browser = await signedIn(city, phone);
    const before = (await browser.send('GET', '/api/mine')).json;
    const report = await file(browser, phone, true, 'report');
    expect(report.sealed).toBe(true);
    expect((await browser.send('GET', '/api/mine')).json).toEqual(before);
    const { rows } = await city.database.pool.query('select 1 from citizen_petition where submission = $1', [
      report.number,
    ]);
    expect(rows).toEqual([]);
  });
});

describe('leaving', () => {
  it('ends here, everywhere, or for good; the petition that is open goes along', async () => {
    const phone = '13900009911';
    const one = await registered(staff, '公交改线');
    const [here, there] = [await signedIn(city, phone), await signedIn(city, phone)];
    await add(here, one.code);
    await here.send('POST', `/api/mine/petitions/${one.number}/open`);
    const pass = here.cookies.get('hp') ?? '';
    expect((await here.send('DELETE', '/api/mine/session')).json).toEqual({ left: true });
    expect(here.cookies.has('hp') || here.cookies.has('hc')).toBe(false);
    here.cookies.set('hp', pass);
    expect((await here.send('GET', `/api/follow/${one.number}`)).status).toBe(401);
    expect(await numbersOn(there)).toEqual([one.number]);

    const again = await signedIn(city, phone);
    await again.send('DELETE', '/api/mine/sessions');
    expect((await there.send('GET', '/api/mine')).status).toBe(401);

    const last = await signedIn(city, phone);
    expect((await last.send('DELETE', '/api/mine')).json).toEqual({ deleted: true });
    const { rows } = await city.database.pool.query('select 1 from citizen_petition where submission = $1', [
      one.number,
    ]);
    expect(rows).toEqual([]);
    expect(await numbersOn(await signedIn(city, phone))).toEqual([]);
    await well((await city.petitioner(one.code, '1101')).get(`/api/follow/${one.number}`));
  });

  it('happens by itself after ninety days without signing in: the number may be somebody else’s by then', async () => {
    const phone = '13900009912';
    const here = await signedIn(city, phone);
    const one = await registered(staff, '站牌歪了');
    await add(here, one.code);
    const count = async () =>
      (await city.database.pool.query('select 1 from citizen_petition where submission = $1', [one.number])).rowCount;
    const now = city.clock.now().getTime();
    const ours = EXPIRIES.filter(({ table }) => table === 'citizen');
    await clearExpired(city.database.pool, new Date(now + 89 * 86_400_000), ours);
    expect(await count()).toBe(1);
    await clearExpired(city.database.pool, new Date(now + 91 * 86_400_000), ours);
    expect(await count()).toBe(0);
  });
});
