import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type EmptyCity, openEmptyCity } from '../../../test/world/empty-city.ts';
import { listMessages } from '../../app/messages.ts';
import type { Method } from '../../platform/http/route.contract.ts';
import { sealOf } from '../../platform/secrets/keyring.ts';
import { freezeDraft } from './portal/drafts.ts';
import { EMPTY_FILING } from './portal/filing.rules.ts';
import type { Arrival } from './server/intake.ts';

interface Problem {
  readonly field: string;
  readonly said: { readonly zh: string };
}

/** What these tests read of an answer. */
interface Draft {
  readonly draft: string;
  readonly secret: string;
  readonly state: string;
  readonly resumeCode: string;
  readonly savedAt: string;
  readonly expiresAt: string;
  readonly written: { readonly you: { readonly name: string }; readonly ask: { readonly requests: readonly string[] } };
  readonly files: readonly { readonly id: string; readonly name: string }[];
  readonly refused: readonly { readonly name: string; readonly said: { readonly zh: string } }[];
  readonly phoneConfirmed: boolean;
  readonly office: { readonly id: string };
  readonly problems: readonly Problem[];
  readonly doubts: readonly Problem[];
  readonly door?: { readonly door: string; readonly basis: readonly string[] };
  readonly receipt?: { readonly number: string; readonly code: string };
  readonly number: string;
  readonly code: string;
  readonly sentTo: string;
  readonly error: { readonly code: string; readonly field?: string; readonly said: { readonly zh: string } };
}

let city: EmptyCity;

beforeAll(async () => {
  city = await openEmptyCity();
});
afterAll(() => city?.close());

type Headers = Readonly<Record<string, string>>;

async function call(method: Method, url: string, headers: Headers = {}, payload?: object) {
  const answer = await city.server.inject({ method, url, headers, ...(payload === undefined ? {} : { payload }) });
  return { status: answer.statusCode, ...answer.json<Draft>() };
}

async function begin(body: object = { kind: 'complaint', form: 'self' }) {
  const begun = await call('POST', '/api/drafts', {}, body);
  expect(begun.status).toBe(201);
  const at = (path: string) => `/api/drafts/${begun.draft}${path}`;
  return {
    begun,
    at,
    headers: { 'x-draft': begun.secret },
    save: (step: string, given: object) => call('PUT', at(`/${step}`), { 'x-draft': begun.secret }, given),
    do: (method: Method, path: string, given?: object) => call(method, at(path), { 'x-draft': begun.secret }, given),
  };
}

const PERSON = { name: '周桂兰', phone: '190 0000 0268', address: '柳荫里3号楼' };

/** A draft that only needs to be sent. */
async function whole(phone = '') {
  const draft = await begin();
  await draft.save('you', { ...PERSON, phone });
  await draft.save('where', { district: '990101', street: '990101001', place: '3号楼北边' });
  await draft.save('what', { text: '井往外冒脏水。', since: '2025-12' });
  const { problems } = await draft.save('ask', { requests: ['把井修好'] });
  expect(problems).toEqual([]);
  return draft;
}

interface Given {
  readonly name: string;
  readonly bytes: Buffer;
}

function formOf(...files: readonly Given[]) {
  const parts = files.flatMap(({ name, bytes }) => [
    Buffer.from(`--cut\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\n\r\n`),
    bytes,
    Buffer.from('\r\n'),
  ]);
  return {
    headers: { 'content-type': 'multipart/form-data; boundary=cut' },
    payload: Buffer.concat([...parts, Buffer.from('--cut--\r\n')]),
  };
}

async function countSubmissions(): Promise<number> {
  const { rows } = await city.ledger.pool.query<{ n: number }>('select count(*)::int as n from submission');
  return rows[0]?.n ?? 0;
}

describe('a draft by the interface', () => {
  let draft: Awaited<ReturnType<typeof begin>>;

  it('is begun with its first step and says what is missing', async () => {
    draft = await begin();
    const { begun } = draft;
    expect(begun.state).toBe('open');
    expect(begun.resumeCode).toMatch(/^[A-Z2-9]{8}$/);
    expect(Date.parse(begun.expiresAt) - Date.parse(begun.savedAt)).toBe(14 * 86_400_000);
    expect(begun.problems.map(({ field }) => field)).toEqual([
      'you.name',
      'where.district',
      'what.text',
      'ask.requests.0',
    ]);
  });

  it('saves a step before it is looked at, and says a doubt once', async () => {
    const person = { ...PERSON, idKind: 'id-card', idNumber: '990101195003120027' };
    const first = await draft.save('you', person);
    expect(first.doubts.map(({ field }) => field)).toEqual(['you.idNumber']);
    expect((await draft.save('you', person)).doubts).toEqual([]);
    const bad = await draft.save('you', { ...person, phone: '不知道' });
    expect([bad.status, bad.problems[0]?.field]).toEqual([200, 'you.phone']);
    expect((await draft.save('you', person)).written.you.name).toBe('周桂兰');
  });

  it('confirms the phone with the code that was sent', async () => {
    const asked = await draft.do('POST', '/phone-code');
    expect([asked.status, asked.sentTo]).toEqual([200, '190 **** 0268']);
    const [message] = await listMessages(city.ledger, 1);
    const sent = /\d{6}/.exec(message?.text ?? '')?.[0] ?? '';
    expect([message?.to, sent.length]).toEqual(['19000000268', 6]);
    const wrong = await draft.do('POST', '/phone-code/confirm', { code: sent === '111111' ? '222222' : '111111' });
    expect([wrong.status, wrong.error.code, wrong.error.field]).toEqual([422, 'phone-wrong', 'code']);
    expect((await draft.do('POST', '/phone-code/confirm', { code: sent })).phoneConfirmed).toBe(true);
    expect((await draft.do('GET', '')).phoneConfirmed).toBe(true);
    expect((await draft.do('POST', '/phone-code/confirm', { code: sent })).error.code).toBe('phone-over');
  });

  it('takes places that are offered only, and names another door without closing its own', async () => {
    const astray = await draft.save('where', { district: '110000', street: '990101001' });
    expect(astray.problems[0]?.field).toBe('where.district');
    const placed = await draft.save('where', { district: '990101', street: '990101001', place: '柳荫里' });
    expect(placed.office.id).toBe('d01-petition');
    const told = await draft.save('what', { text: '公司把我辞退，不发工资。', since: '2026-01', tried: [] });
    expect(told.door?.door).toBe('labour');
    expect(told.door?.basis).toContain('regulation:31(2)');
  });

  it('takes files by what they hold, up to ten, and gives one back', async () => {
    const upload = async (...files: readonly Given[]) => {
      const { headers, payload } = formOf(...files);
      const answer = await city.server.inject({
        method: 'POST',
        url: draft.at('/files'),
        headers: { ...headers, ...draft.headers },
        payload,
      });
      return answer.json<Draft>();
    };
    const text = (name: string) => ({ name, bytes: Buffer.from(name) });
    const first = await upload(text('经过.txt'), { name: 'virus.exe', bytes: Buffer.from([0x4d, 0x5a, 0x90, 0, 3]) });
    expect(first.files.map(({ name }) => name)).toEqual(['经过.txt']);
    expect(first.refused.map(({ name }) => name)).toEqual(['virus.exe']);
    const more = await upload(...Array.from({ length: 10 }, (_, at) => text(`${at}.txt`)));
    expect([more.files.length, more.refused.map(({ name }) => name)]).toEqual([10, ['9.txt']]);
    for (const file of more.files.filter(({ name }) => name !== '经过.txt'))
      await draft.do('DELETE', `/files/${file.id}`);
    expect((await draft.do('GET', '')).files.map(({ name }) => name)).toEqual(['经过.txt']);
  });

  it('is not sent while a step is not whole', async () => {
    const early = await draft.do('POST', '/send', {});
    expect([early.status, early.error.code, early.error.field]).toEqual([422, 'draft-gap', 'ask.requests.0']);
    expect((await draft.do('GET', '')).state).toBe('open');
  });

  it('is sent once, however often and however much at once', async () => {
    await draft.save('ask', { requests: ['把工资结清'] });
    const before = await countSubmissions();
    const send = () => draft.do('POST', '/send', { mayPublish: true });
    const [one, two] = await Promise.all([send(), send()]);
    const three = await draft.do('POST', '/send', {});
    expect([one.status, two.status, three.status]).toEqual([201, 201, 201]);
    expect([two, three]).toEqual([one, one]);
    expect(await countSubmissions()).toBe(before + 1);
    const read = await draft.do('GET', '');
    expect([read.state, read.receipt?.number, read.receipt?.code]).toEqual(['sent', one.number, one.code]);
    expect([read.written.you.name, read.resumeCode, read.files]).toEqual(['', '', []]);
    await city.settle();
    const { rows } = await city.ledger.pool.query(
      `select s.identity, s.division, f.type from submission s join file f on f.stream = s.number where s.number = $1`,
      [one.number],
    );
    expect(rows).toEqual([{ identity: 'phone-confirmed', division: '990101001', type: 'text/plain; charset=utf-8' }]);
  });

  it('changes no more once it is sent', async () => {
    for (const answer of [
      await draft.save('ask', { requests: ['再加一条'] }),
      await draft.do('DELETE', ''),
      await draft.do('POST', '/phone-code'),
    ])
      expect([answer.status, answer.error.code]).toEqual([409, 'sent-already']);
  });

  it('is followed with its code and the end of the phone', async () => {
    const { receipt } = await draft.do('GET', '');
    const page = await (await city.petitioner(receipt?.code ?? '', '0268')).get(`/api/follow/${receipt?.number}`);
    expect([page.status, page.json.title]).toEqual([200, '把工资结清']);
  });
});

describe('a draft that was frozen and not concluded', () => {
  it('is sent as it was frozen, whatever came after', async () => {
    const draft = await whole();
    const arrival: Arrival = {
      channel: 'web',
      purpose: 'claim',
      division: '990101',
      body: 'd01-petition',
      receivedOn: '2026-03-02',
      petitioners: 1,
      identity: 'claimed',
      mayPublish: false,
      particulars: {
        form: 'self',
        people: [{ name: '周桂兰', address: '柳荫里' }],
        title: '按下发出时的话',
        text: '井往外冒脏水。',
        requests: ['把井修好'],
        files: [],
        tried: [],
      },
    };
    const open = { id: draft.begun.draft, filing: EMPTY_FILING, resumeCode: '', savedAt: '', expiresAt: '' };
    await freezeDraft(city.ledger, open, { region: '990101', arrival });
    expect((await draft.do('GET', '')).state).toBe('sending');
    expect((await draft.save('ask', { requests: ['别的'] })).error.code).toBe('sent-already');
    const { number } = await draft.do('POST', '/send', {});
    const clerk = await city.officer('d01-petition', 'clerk');
    expect((await clerk.get(`/api/submissions/${number}`)).text).toContain('按下发出时的话');
  });
});

describe('whose draft it is', () => {
  it('is opened by its secret alone', async () => {
    const [mine, theirs] = [await whole(), await whole()];
    for (const headers of [{}, theirs.headers, { 'x-draft': 'x' }, { 'x-draft': `${mine.begun.draft}.` }]) {
      const answer = await call('GET', mine.at(''), headers);
      expect([answer.status, answer.error.code]).toEqual([404, 'no-draft']);
    }
    const unknown = await call('GET', `/api/drafts/${randomUUID()}`, mine.headers);
    expect([unknown.status, unknown.error.code]).toEqual([404, 'no-draft']);
    const guessed = await call('GET', mine.at(''), { 'x-draft': `${mine.begun.draft}.${'A'.repeat(43)}` });
    expect([guessed.status, guessed.error.code]).toEqual([409, 'draft-moved']);
  });

  it('is opened elsewhere with its resume code, which ends the secret used so far', async () => {
    const draft = await whole();
    const code = draft.begun.resumeCode.toLowerCase().replace(/^(.{4})/, '$1 ');
    const resumed = await call('POST', '/api/drafts/resume', {}, { code });
    expect([resumed.status, resumed.written.ask.requests]).toEqual([200, ['把井修好']]);
    expect((await draft.do('GET', '')).error.code).toBe('draft-moved');
    expect((await call('GET', draft.at(''), { 'x-draft': resumed.secret })).state).toBe('open');
    const wrong = await call('POST', '/api/drafts/resume', {}, { code: 'AAAA AAAA' });
    expect([wrong.status, wrong.error.code, wrong.error.field]).toEqual([422, 'resume-code', 'code']);
  });

  it('goes with its files when it is deleted', async () => {
    const draft = await whole();
    const { headers, payload } = formOf({ name: '照片.txt', bytes: Buffer.from('照片') });
    await city.server.inject({
      method: 'POST',
      url: draft.at('/files'),
      headers: { ...headers, ...draft.headers },
      payload,
    });
    expect((await draft.do('GET', '')).files).toHaveLength(1);
    expect((await draft.do('DELETE', '')).status).toBe(200);
    expect((await draft.do('GET', '')).error.code).toBe('no-draft');
    const { rows } = await city.ledger.pool.query('select 1 from file where draft = $1', [draft.begun.draft]);
    expect(rows).toEqual([]);
  });

  it('ends after 14 days', async () => {
    const draft = await whole();
    city.clock.set('2026-03-16T02:00:01Z');
    expect((await draft.do('GET', '')).error.code).toBe('no-draft');
    city.clock.set('2026-03-02T02:00:00Z');
  });
});

describe('report.sealed: a report by the interface', () => {
  const SECRET = '孔雀蓝账本';
  let draft: Awaited<ReturnType<typeof begin>>;

  const areasOf = async (): Promise<readonly string[]> => {
    const { rows } = await city.ledger.pool.query<{ sealed: Buffer }>(
      `select sealed from draft where id = $1 union all select sealed from file where draft = $1
       union all select arrival from draft where id = $1 and arrival is not null
       union all select sent from draft where id = $1 and sent is not null`,
      [draft.begun.draft],
    );
    return rows.map(({ sealed }) => sealOf(sealed).area);
  };

  it('is written with whom it is about, without a name, and asks for nothing more', async () => {
    draft = await begin({ kind: 'report', form: 'self' });
    await draft.save('you', { anonymous: true, phone: '19000000878' });
    expect((await draft.do('POST', '/phone-code')).error.code).toBe('report-no-message');
    expect((await listMessages(city.ledger, 50)).filter(({ to }) => to === '19000000878')).toEqual([]);
    await draft.save('where', { district: '990101', street: '990101001' });
    const unnamed = await draft.save('what', { text: `收钱，记在${SECRET}上。` });
    expect(unnamed.problems.map(({ field }) => field)).toEqual(['what.reported']);
    const { problems, door } = await draft.save('what', { reported: '某局科长', text: `收钱，记在${SECRET}上。` });
    expect([problems, door]).toEqual([[], undefined]);
    const form = formOf({ name: '账本.txt', bytes: Buffer.from(SECRET) });
    const sent = await city.server.inject({
      method: 'POST',
      url: draft.at('/files'),
      headers: { ...draft.headers, ...form.headers },
      payload: form.payload,
    });
    expect(sent.statusCode).toBeLessThan(300);
  });

  it('lies under the key of the partition from its first word on, with its papers', async () => {
    expect(await areasOf()).toEqual(['sealed', 'sealed']);
  });

  it('is sent: sealed, with a number and no code; it can be sent twice and is there once', async () => {
    const before = await countSubmissions();
    const [first, again] = [await draft.do('POST', '/send', {}), await draft.do('POST', '/send', {})];
    expect(first).toMatchObject({ number: expect.stringMatching(/^990101-/), code: '', sealed: true });
    expect(again.number).toBe(first.number);
    await city.settle();
    expect(await countSubmissions()).toBe(before);
    const { rows } = await city.ledger.pool.query('select body from sealed_case where stream = $1', [first.number]);
    expect(rows).toEqual([{ body: 'city-petition' }]);
    expect(new Set(await areasOf())).toEqual(new Set(['sealed']));
  });

  it('shows its keeper, once opened, whom it is about; nobody else that it is there', async () => {
    const { receipt } = await draft.do('GET', '');
    const keeper = await city.officer('city-petition', 'sealed');
    const page = await keeper.get(`/api/submissions/${receipt?.number}`);
    expect(page.json).toMatchObject({ sealed: true, reported: '某局科长', text: `收钱，记在${SECRET}上。` });
    for (const role of ['clerk', 'dispatcher', 'head'] as const) {
      const other = await city.officer('d01-petition', role);
      expect((await other.get(`/api/submissions/${receipt?.number}`)).status).toBe(404);
    }
    expect((await listMessages(city.ledger, 50)).filter(({ text }) => text.includes(String(receipt?.number)))).toEqual(
      [],
    );
  });
});

describe('what is refused', () => {
  it('a code to what is no mobile phone, and a sixth code in an hour', async () => {
    const landline = await whole('0900-8681200');
    expect((await landline.do('POST', '/phone-code')).error.code).toBe('phone-not-mobile');
    const draft = await whole('19000000777');
    const told = [];
    for (let nth = 0; nth < 6; nth++) told.push((await draft.do('POST', '/phone-code')).status);
    expect(told).toEqual([200, 200, 200, 200, 200, 429]);
  });

  it('more than twenty tries of a resume code in a quarter of an hour', async () => {
    const told = new Set<number>();
    for (let nth = 0; nth < 21; nth++)
      told.add((await call('POST', '/api/drafts/resume', {}, { code: 'AAAA AAAA' })).status);
    expect(told).toEqual(new Set([422, 429]));
    city.clock.set('2026-03-02T03:00:00Z');
    expect((await call('POST', '/api/drafts/resume', {}, { code: 'AAAA AAAA' })).status).toBe(422);
    city.clock.set('2026-03-02T02:00:00Z');
  });

  it('input beyond the limits, by the name of its field', async () => {
    const draft = await begin();
    const long = await draft.save('ask', { requests: Array.from({ length: 6 }, () => '修好') });
    expect([long.status, long.error.field]).toEqual([400, 'requests']);
    const since = await draft.save('what', { text: '冒水', since: '去年冬天' });
    expect([since.status, since.error.field]).toEqual([400, 'since']);
  });
});
