import { createHash } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestDatabase, type TestDatabase } from '../../../test/world/database.ts';
import { type Caller, createAuthorise, openSession } from '../../actors/accounts/server/public.ts';
import { keepFile } from '../../alongside/documents/server/files.ts';
import type { Actor } from '../../domain/act.ts';
import { directoryOf } from '../../domain/bodies.ts';
import type { MatterState } from '../../domain/matter.ts';
import { nationalCalendar } from '../../domain/national-calendar.ts';
import { NATIONAL_ONLY } from '../../domain/packs.ts';
import { isRefusal } from '../../domain/refusals.ts';
import type { Ledger } from '../../ledger/ledger.ts';
import { findState } from '../../ledger/read.ts';
import { matterRef } from '../../ledger/streams.ts';
import { type Arrival, take } from '../../petition/1-intake/server/intake.ts';
import { forwardMatter } from '../../petition/2-transfer/server/transfer.ts';
import { storeTheScan } from '../../petition/5-reply/server/reply.ts';
import { settableClock } from '../../platform/clock/clock.ts';
import { buildServer, type Server } from '../../platform/http/server.ts';
import { keyringOf } from '../../platform/secrets/keyring.ts';
import { plantCity } from '../seed/plant.ts';
import { mountPrint } from './routes.tsx';

const NOW = new Date('2026-03-02T02:00:00Z');
const CANARY = '金丝雀甲乙丙';

/** Posts of the demonstration city. */
const CLERK: Actor = { kind: 'staff', account: 'yezhiqiu', body: 'd01-petition', roles: ['clerk', 'dispatcher'] };
const ELSEWHERE = 'linshuying';

let database: TestDatabase;
let ledger: Ledger;
let server: Server<Caller>;
const cookies = new Map<string, string>();
/** A letter with everything on it that could go wrong on paper. */
let letter: { number: string; matter: string; code: string };
/** A matter that has lived its whole life. */
let lived: { matter: string; state: MatterState };

const arrival: Arrival = {
  channel: 'letter',
  purpose: 'claim',
  division: '990101001',
  body: 'd01-petition',
  receivedOn: '2026-03-01',
  petitioners: 22,
  identity: 'claimed',
  mayPublish: false,
  particulars: {
    form: 'several',
    people: [
      {
        name: '<b>周桂兰</b>',
        phone: '13900001234',
        address: '柳荫里3号楼',
        idKind: 'id-card',
        idNumber: '990101195803140021',
      },
    ],
    title: '3号楼北边冒污水"><script>alert(1)</script>',
    text: '井往外冒水，\n<img src=x onerror=alert(1)>',
    requests: ['把井修好', '退还80元'],
    files: [],
    tried: [],
    place: '3号楼北侧',
    since: '2025年12月',
    remark: '邮戳2026年2月27日',
  },
};

beforeAll(async () => {
  database = await openTestDatabase();
  const clock = settableClock(NOW);
  ledger = {
    pool: database.pool,
    keyring: keyringOf(Buffer.alloc(32, 7)),
    clock,
    reference: { bodies: directoryOf([]), calendar: nationalCalendar, packs: NATIONAL_ONLY },
  };
  await plantCity(ledger, { say: () => {}, now: NOW, only: 12, password: 'not-used-here' });
  const authorise = createAuthorise({ pool: ledger.pool, clock });
  server = await buildServer<Caller>({ title: 'test', version: '0', authorise });
  mountPrint(server, ledger);

  const { title, text, requests } = arrival.particulars;
  const intake = { purpose: 'claim' as const, category: '030300', title, text, requests, accused: [] };
  const receipt = await take(ledger, CLERK, arrival, { verb: 'submission.take-in', matters: [intake] });
  const report = await take(
    ledger,
    CLERK,
    { ...arrival, purpose: 'report', particulars: { ...arrival.particulars, title: CANARY, text: CANARY } },
    { verb: 'submission.take-in' },
  );
  if (isRefusal(receipt) || isRefusal(report)) throw new Error('the letters were refused');
  letter = { number: receipt.number, matter: `${receipt.number}-1`, code: receipt.code };
  const sent = await forwardMatter(ledger, CLERK, {
    matter: letter.matter,
    to: 'd01-housing',
    mode: 'forward',
    remark: '请到现场查看<em>。',
  });
  if (isRefusal(sent)) throw new Error(sent.said.en);

  const { rows } = await database.pool.query<{ number: string }>(
    `select number from matter where task_phase = 'served' and region = '990101' order by number limit 1`,
  );
  const matter = rows[0]?.number ?? '';
  const state = await findState(ledger, matterRef(matter));
  if (!state) throw new Error('no story of the first twelve was served');
  lived = { matter, state };
}, 120_000);

afterAll(async () => {
  await server.close();
  await database.close();
});

async function get(url: string, login?: string) {
  if (login !== undefined && !cookies.has(login)) {
    cookies.set(login, (await openSession(ledger.pool, login, ledger.clock)).token);
  }
  const token = login === undefined ? undefined : cookies.get(login);
  return server.inject({ method: 'GET', url, ...(token === undefined ? {} : { cookies: { hs: token } }) });
}

function instrument(kind: string): string {
  const found = Object.values(lived.state.instruments).find((one) => one.kind === kind);
  if (!found) throw new Error(`no ${kind}`);
  return found.id;
}

function addresses(): readonly string[] {
  return [
    `/desk/print/registration/${letter.number}`,
    `/desk/print/receipt/${letter.number}`,
    `/desk/print/reading/${letter.matter}`,
    `/desk/print/paper/${lived.matter}/${instrument('opinion')}`,
  ];
}

test('whoever is not signed in is led to the sign-in', async () => {
  for (const url of [...addresses(), '/desk/print/ledger']) {
    const answer = await get(url);
    expect([answer.statusCode, answer.headers.location]).toEqual([303, '/desk/']);
  }
});

test('whoever must first set a password of their own prints nothing before', async () => {
  await database.pool.query(`update account set must_change = true where login = 'liangxiaokai'`);
  expect((await get('/desk/print/ledger', 'liangxiaokai')).statusCode).toBe(303);
});

test('a body without the case learns nothing, not even that it exists; administrators may not print', async () => {
  for (const url of addresses()) {
    const other = await get(url, ELSEWHERE);
    expect(other.statusCode).toBe(404);
    expect(other.body).not.toContain('周桂兰');
    expect((await get(url, 'dingyichuan')).statusCode).toBe(403);
  }
  expect((await get('/desk/print/ledger', 'dingyichuan')).statusCode).toBe(403);
});

test.each([
  '/desk/print/registration/990101-2026-999999',
  '/desk/print/registration/x',
  '/desk/print/reading/990101-2026-000001',
  '/desk/print/paper/990101-2026-000001-1/constructor',
  '/desk/print/paper/x/y',
])('an address that names nothing is not found: %s', async (url) => {
  expect((await get(url, 'fangyiran')).statusCode).toBe(404);
});

test('the registration form bears what was registered, masked and escaped, and boxes to write in', async () => {
  const { statusCode, headers, body } = await get(`/desk/print/registration/${letter.number}`, 'fangyiran');
  expect(statusCode).toBe(200);
  expect(headers['content-type']).toBe('text/html; charset=utf-8');
  expect(headers['cache-control']).toBe('no-store');
  for (const wanted of [
    '信访登记表',
    letter.number,
    letter.matter,
    '来信',
    '求决',
    '22人',
    '990101**********21',
    '柳荫里3号楼',
    '1．把井修好',
    '邮戳2026年2月27日',
    '叶知秋',
    '拟办意见',
    '领导批示',
    '办理结果',
    '方亦然',
    '2026年3月2日 10:00打印',
  ]) {
    expect(body).toContain(wanted);
  }
  expect(body).not.toContain('990101195803140021');
  expect(body).not.toMatch(/<script|<img|<b>周/);
  expect(body).toContain('&lt;b&gt;周桂兰');
  expect(body).not.toMatch(/ style="| onclick=/);
});

test('the reading sheet is filled in as far as the record goes', async () => {
  const { statusCode, body } = await get(`/desk/print/reading/${letter.matter}`, 'fangyiran');
  expect(statusCode).toBe(200);
  for (const wanted of [
    '阅办单',
    '转送临江区住房和城乡建设局',
    '信转〔2026〕',
    '签收：2026-03-04',
    '待签收',
    '送阅日期',
    '签名：',
  ]) {
    expect(body).toContain(wanted);
  }
  const whole = (await get(`/desk/print/reading/${lived.matter}`, 'fangyiran')).body;
  expect(whole).toContain('签发书面答复');
  expect(whole).toContain('完成）');
});

test('the body that has the matter in hand prints its reading sheet and the letter that came with it', async () => {
  expect((await get(`/desk/print/reading/${letter.matter}`, 'shenpeiwen')).statusCode).toBe(200);
  const state = await findState(ledger, matterRef(letter.matter));
  const [forwarding] = Object.keys(state?.instruments ?? {});
  const { statusCode, body } = await get(`/desk/print/paper/${letter.matter}/${forwarding}`, 'shenpeiwen');
  expect(statusCode).toBe(200);
  expect(body).toContain('临江区住房和城乡建设局：');
  expect(body).toContain('请到现场查看&lt;em&gt;。');
});

test('an instrument is laid out as a letter and says that it is unsealed until the stamped scan is stored', async () => {
  const id = instrument('acceptance-notice');
  const url = `/desk/print/paper/${lived.matter}/${id}`;
  const issuer = lived.state.instruments[id]?.issuer ?? '';
  const name = ledger.reference.bodies.find(issuer)?.name.zh ?? '';
  const before = (await get(url, 'fangyiran')).body;
  for (const wanted of [name, lived.state.instruments[id]?.number ?? '', '受理告知书', '未盖章', '联系电话：']) {
    expect(wanted).not.toBe('');
    expect(before).toContain(wanted);
  }
  expect(before).not.toContain('已存盖章件');

  const bytes = Buffer.from('%PDF-1.7 stamped');
  const file = await keepFile(ledger, {
    name: '盖章件.pdf',
    mime: 'application/pdf',
    bytes,
    sha256: createHash('sha256').update(bytes).digest(),
  } as Parameters<typeof keepFile>[1]);
  const head: Actor = { kind: 'staff', account: 'anyone', body: issuer, roles: ['head', 'handler'] };
  const stored = await storeTheScan(ledger, head, { matter: lived.matter, instrument: id, file: file.id });
  expect(isRefusal(stored)).toBe(false);
  const after = (await get(url, 'fangyiran')).body;
  expect(after).not.toContain('未盖章');
  expect(after).toContain('已存盖章件，2026年3月2日');
  expect(after).toContain(`/api/files/${lived.matter.slice(0, 6)}/${file.id}`);
});

test('an opinion prints each request under its own heading', async () => {
  const { body } = await get(`/desk/print/paper/${lived.matter}/${instrument('opinion')}`, 'fangyiran');
  expect(body).toContain('<h2>一、关于“');
  expect(body).toContain('30日内');
});

test('the receipt is printed again without the query code and says how to replace it', async () => {
  const { statusCode, body } = await get(`/desk/print/receipt/${letter.number}`, 'yezhiqiu');
  expect(statusCode).toBe(200);
  expect(body).toContain(letter.number);
  expect(body).toContain('查询码只告知一次');
  expect(body.replace(/\s/g, '')).not.toContain(letter.code);
  expect(body).toContain('存根');
});

test('the ledger has every matter of the scope once, masked, with totals, filter, printer and no sealed report', async () => {
  const { statusCode, body } = await get('/desk/print/ledger?from=2025-01-01', 'fangyiran');
  expect(statusCode).toBe(200);
  const { rows } = await database.pool.query<{ number: string; people: number }>(
    `select number, petitioners as people from matter where region = '990101' order by received_on, number`,
  );
  expect(body.match(/<tr><td class="c">\d+<\/td>/g)).toHaveLength(rows.length);
  const people = rows.reduce((sum, row) => sum + row.people, 0);
  expect(body).toContain(`${rows.length}件，${people}人次`);
  expect(body).toContain('收到日期：2025年1月1日至2026年3月2日');
  expect(body).toContain('方亦然');
  expect(body).toContain('等22人');
  expect(body).not.toContain('周桂兰');
  expect(body).not.toContain(CANARY);
  expect(body).not.toMatch(/<script/);
  expect(body.endsWith('</html>')).toBe(true);
});

test('the ledger of a body holds what the body had in hand, narrowed by period and state', async () => {
  const all = (await get('/desk/print/ledger?from=2025-01-01', 'shenpeiwen')).body;
  const { rows } = await database.pool.query<{ count: string }>(
    `select count(*)::text as count from matter_body where body = 'd01-housing'`,
  );
  expect(all).toContain(`共${rows[0]?.count}件`);
  const march = (await get('/desk/print/ledger?from=2026-03-01&to=2026-03-02&phase=open', 'shenpeiwen')).body;
  expect(march).toContain('办理情况：办理中');
  expect(march).toContain('合计</td><td colSpan="12">1件，22人次');
  expect((await get('/desk/print/ledger?from=2026-03-01', ELSEWHERE)).body).toContain('>0件，0人次');
});

test('a period that cannot be read is refused in words', async () => {
  const answer = await get('/desk/print/ledger?from=2026-13-01', 'fangyiran');
  expect(answer.statusCode).toBe(422);
  expect(answer.body).toContain('年-月-日');
});

test('each printing is in the read log, by whom and of what', async () => {
  const { rows } = await database.pool.query<{ stream: string | null; paper: string; count: string | null }>(
    `select stream, detail->>'paper' as paper, detail->>'count' as count from read_log
     where verb = 'print' and actor = 'staff:fangyiran' and body = 'd01-petition'`,
  );
  const seen = new Set(rows.map((row) => row.paper));
  expect(seen).toEqual(new Set(['registration', 'reading', 'paper', 'ledger']));
  expect(rows.some((row) => row.stream === letter.number)).toBe(true);
  expect(rows.some((row) => row.paper === 'ledger' && Number(row.count) > 0)).toBe(true);
});

test('the style sheet lies at an address of its content and may be kept', async () => {
  const { body, headers } = await get(`/desk/print/reading/${letter.matter}`, 'fangyiran');
  expect(headers['content-security-policy']).toContain("script-src 'self'");
  const href = /<link rel="stylesheet" href="([^"]+)"/.exec(body)?.[1] ?? '';
  expect(href).toMatch(/^\/desk\/print\/print-[0-9a-f]{12}\.css$/);
  const style = await get(href);
  expect(style.statusCode).toBe(200);
  expect(style.headers['cache-control']).toContain('immutable');
  expect(style.body).toContain('@page letter');
});

test('the bar speaks English when asked; the paper stays Chinese', async () => {
  const { body } = await get(`/desk/print/reading/${letter.matter}?lang=en`, 'fangyiran');
  expect(body).toContain('To print press Ctrl+P');
  expect(body).toContain('信访事项阅办单');
  expect(body).toContain('?lang=zh');
});
