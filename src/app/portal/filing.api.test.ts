import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { portalServer, textOf, Visitor } from '../../../test/portal/portal-world.ts';
import { openTestCity } from '../../../test/world/city.ts';
import { listMessages } from '../messages.ts';

const STORY = '从去年12月8日起，3号楼北边那口污水井往外冒脏水。<script>alert(1)</script>\n我跑了物业四趟。';

describe('filing a petition through the portal, without script', () => {
  let city: Awaited<ReturnType<typeof openTestCity>>;
  let server: Awaited<ReturnType<typeof portalServer>>;
  let visitor: Visitor;
  let number = '';

  beforeAll(async () => {
    city = await openTestCity({ stories: 1 });
    server = await portalServer(city.ledger, { showMessages: true, publicUrl: 'https://city.example' });
    visitor = new Visitor(server);
  });
  afterAll(async () => {
    await server.close();
    await city.close();
  });

  it('opens with four doors and no script', async () => {
    const page = await visitor.open('/');
    expect(page.status).toBe(200);
    for (const door of ['/file/for', '/follow', '/guide', '/law']) expect(page.html).toContain(`href="${door}"`);
    expect(page.html).not.toContain('<script');
    expect(page.html).not.toContain(' style=');
    expect(textOf(page.html)).toContain('0900-868 1200');
  });

  it('asks what it is and for whom, and says what is missing', async () => {
    await visitor.open('/file/for');
    const page = await visitor.send('/file/for', { kind: 'complaint', go: 'next' });
    expect(page.status).toBe(422);
    expect(page.html).toContain('href="#form"');
    expect(page.html).toMatch(/value="complaint"[^>]*checked|checked=""[^>]*value="complaint"/);
    await visitor.send('/file/for', { kind: 'complaint', form: 'self', go: 'next' });
    expect(visitor.at).toBe('/file/you');
    expect(visitor.cookies.get('hd')).toBeDefined();
  });

  it('doubts a mistyped document number once and lets it pass', async () => {
    const person = {
      name: '周桂兰',
      phone: '190 0000 0268',
      address: '南江市临江区柳荫里3号楼2单元102',
      idKind: 'id-card',
      idNumber: '990101195003120027',
      go: 'next',
    };
    const page = await visitor.send('/file/you', person);
    expect(page.status).toBe(200);
    expect(textOf(page.html)).toContain('证件号好像有一位不对');
    expect(page.html).toContain('value="990101195003120027"');
    await visitor.send('/file/you', person);
    expect(visitor.at).toBe('/file/phone');
  });

  it('confirms the phone by the code that was sent', async () => {
    const [message] = await listMessages(city.ledger, 1);
    expect(message?.to).toBe('19000000268');
    const sent = /\d{6}/.exec(message?.text ?? '')?.[0] ?? '';
    expect(textOf(visitor.page.html)).toContain(sent);
    const wrong = await visitor.send('/file/phone', { code: sent === '111111' ? '222222' : '111111', go: 'check' });
    expect(wrong.status).toBe(422);
    await visitor.send('/file/phone', { code: sent, go: 'check' });
    expect(visitor.at).toBe('/file/where');
  });

  it('asks for district, then street, and keeps what was typed when going back', async () => {
    expect(textOf(visitor.page.html)).toContain('临江区');
    await visitor.send('/file/where', { district: '990101', go: 'next' });
    expect(visitor.at).toBe('/file/street');
    expect(textOf(visitor.page.html)).toContain('河湾街道');
    await visitor.send('/file/street', { street: '990101001', place: '柳荫里小区3号楼北边', go: 'back' });
    expect(visitor.at).toBe('/file/where');
    await visitor.open('/file/street');
    expect(visitor.page.html).toContain('柳荫里小区3号楼北边');
    await visitor.send('/file/street', { street: '990101001', place: '柳荫里小区3号楼北边', go: 'next' });
    expect(visitor.at).toBe('/file/what');
  });

  it('says which date cannot be, with every word kept and escaped', async () => {
    const page = await visitor.send('/file/what', {
      text: STORY,
      'since-y': '2026',
      'since-m': '2',
      'since-d': '30',
      go: 'next',
    });
    expect(page.status).toBe(422);
    expect(textOf(page.html)).toContain('那个月没有这一天');
    expect(page.html).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
    expect(page.html).not.toContain('<script>');
    await visitor.send('/file/what', {
      text: STORY,
      'since-y': '2025',
      'since-m': '12',
      'since-d': '8',
      go: 'next',
    });
    expect(visitor.at).toBe('/file/ask');
  });

  it('keeps the draft for later and opens it again with its code elsewhere', async () => {
    await visitor.send('/file/ask', { 'ask-1': '把井和管子修好，别再冒水。', go: 'later' });
    expect(visitor.at).toBe('/file/saved');
    const resume = /class="code">([A-Z2-9]{4} [A-Z2-9]{4})</.exec(visitor.page.html)?.[1] ?? '';
    const elsewhere = new Visitor(server);
    await elsewhere.open('/file/resume');
    const wrong = await elsewhere.send('/file/resume', { code: 'AAAA AAAA' });
    expect(wrong.status).toBe(422);
    await elsewhere.send('/file/resume', { code: resume.toLowerCase() });
    expect(elsewhere.at).toBe('/file/ask');
    expect(elsewhere.page.html).toContain('把井和管子修好，别再冒水。');
    /* The first device is shut out by that, and says why. */
    await visitor.open('/file/ask');
    expect(visitor.at).toBe('/file/resume?moved=1');
    visitor = elsewhere;
    await visitor.send('/file/ask', { 'ask-1': '把井和管子修好，别再冒水。', 'ask-2': '免半年物业费', go: 'next' });
    expect(visitor.at).toBe('/file/papers');
  });

  it('takes papers by what they hold, and says why one is not taken', async () => {
    const page = await visitor.upload('/file/papers', { go: 'upload' }, [
      { name: '经过.txt', bytes: Buffer.from('2025年12月8日开始冒水') },
      { name: 'virus.exe', bytes: Buffer.from([0x4d, 0x5a, 0x90, 0, 3]) },
    ]);
    expect(page.status).toBe(422);
    expect(textOf(page.html)).toContain('“virus.exe”没有收下');
    expect(page.html).toContain('经过.txt');
    await visitor.upload('/file/papers', { go: 'next' }, []);
    expect(visitor.at).toBe('/file/check');
  });

  it('shows everything once more, with the privacy paragraph and publishing unticked', async () => {
    const text = textOf(visitor.page.html);
    for (const said of [
      '周桂兰',
      '最后四位0027',
      '190 0000 0268',
      '已用短信验证码确认',
      '河湾街道',
      '2025年12月8日（星期一）',
    ]) {
      expect(text).toContain(said);
    }
    expect(text).not.toContain('990101195003120027');
    expect(text).toContain('《个人信息保护法》第十三条、第十七条、第三十条');
    expect(visitor.page.html).not.toMatch(/name="publish"[^>]*checked/);
    expect(text).toContain('临江区信访局');
  });

  it('makes one petition however often Send is pressed', async () => {
    const before = await countSubmissions();
    const copy = new Visitor(server);
    for (const [name, value] of visitor.cookies) copy.cookies.set(name, value);
    await copy.open('/file/check');
    await Promise.all([visitor.send('/file/send', { go: 'send' }), copy.send('/file/send', { go: 'send' })]);
    expect(visitor.at).toBe('/receipt');
    expect(copy.page.html).toBe(visitor.page.html);
    expect(await countSubmissions()).toBe(before + 1);
    const text = textOf(visitor.page.html);
    number = /\d{6}-2026-\d{6}/.exec(text)?.[0] ?? '';
    expect(text).toMatch(/(\d{4} ){3}\d{4}/);
    expect(number.startsWith('990101-')).toBe(true);
    expect(text).toContain('收到了，周桂兰');
    expect(text).toContain('最晚2026年3月12日（星期四）');
    expect(text).toContain('最晚2026年3月26日（星期四）');
    expect(text).toContain('city.example/follow');
    expect(visitor.page.html).toContain('shape-rendering="crispEdges"');
  });

  async function countSubmissions(): Promise<number> {
    const { rows } = await city.ledger.pool.query<{ count: string }>('select count(*) from submission');
    return Number(rows[0]?.count);
  }

  it('keeps nothing of what was written in the draft, and gives the papers to the petition', async () => {
    await city.runJobs();
    const { rows } = await city.ledger.pool.query<{ stream: string }>(
      'select stream from file where stream is not null',
    );
    expect(rows).toEqual([{ stream: number }]);
    await visitor.open('/file/you');
    expect(visitor.at).toBe('/receipt');
    const { rows: submissions } = await city.ledger.pool.query<{ identity: string; division: string }>(
      'select identity, division from submission where number = $1',
      [number],
    );
    expect(submissions).toEqual([{ identity: 'phone-confirmed', division: '990101001' }]);
  });

  it('leaves a borrowed device', async () => {
    await visitor.send('/file/leave');
    expect(visitor.at).toBe('/');
    const page = await visitor.open('/receipt');
    expect(page.status).toBe(404);
    expect(textOf(page.html)).toContain('这里没有回执');
  });
});
