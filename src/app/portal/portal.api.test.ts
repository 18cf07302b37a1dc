import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { portalServer, textOf, Visitor } from '../../../test/portal/portal-world.ts';
import { openTestCity } from '../../../test/world/city.ts';
import { by } from '../../../test/world/people.ts';
import { allowed } from '../../../test/world/petition.ts';
import type { Actor } from '../../domain/act.ts';
import { registerSubmission } from '../../petition/1-intake/server/intake.ts';
import { forwardMatter, signMatter } from '../../petition/2-transfer/server/transfer.ts';
import { acceptMatter } from '../../petition/3-acceptance/server/acceptance.ts';
import { draftOpinion, issueOpinion, serveOpinion } from '../../petition/5-reply/server/reply.ts';
import { listMessages } from '../messages.ts';

const STORY = '从去年12月8日起，3号楼北边那口污水井往外冒脏水。<script>alert(1)</script>\n我跑了物业四趟。';

describe('one petition through the portal, without script', () => {
  let city: Awaited<ReturnType<typeof openTestCity>>;
  let server: Awaited<ReturnType<typeof portalServer>>;
  let visitor: Visitor;
  let number = '';
  let code = '';
  const matter = (): string => `${number}-1`;

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
    code = /(\d{4} \d{4}) (\d{4} \d{4})/.exec(text)?.slice(1).join(' ') ?? '';
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

  it('opens to code and second fact only, with one answer for every mistake', async () => {
    await visitor.open('/follow');
    const wrongFact = await visitor.send('/follow', { code, fact: '0000' });
    const wrongCode = await visitor.send('/follow', { code: '1234 5678 1234 5670', fact: '0268' });
    expect(wrongFact.status).toBe(422);
    expect(wrongCode.status).toBe(422);
    const said = (html: string): string => textOf(/class="problems"[\s\S]*?<\/div>/.exec(html)?.[0] ?? '');
    expect(said(wrongCode.html)).toBe(said(wrongFact.html));
    await visitor.send('/follow', { code, fact: '0268' });
    expect(visitor.at).toBe(`/follow/${number}`);
    expect(textOf(visitor.page.html)).toContain('临江区信访局收到了，最晚2026年3月12日（星期四）登记');
  });

  it('shows nobody else’s petition', async () => {
    const stranger = new Visitor(server);
    await stranger.open(`/follow/${number}`);
    expect(stranger.at).toBe('/follow');
    await visitor.open('/follow/990101-2026-999999');
    expect(visitor.at).toBe('/follow');
  });

  it('takes more papers once, however often they are sent', async () => {
    await visitor.open(`/follow/${number}/papers`);
    const form = visitor.page;
    await visitor.upload(`/follow/${number}/papers`, { text: '雨后井口又冒水' }, [
      { name: '照片.txt', bytes: Buffer.from('照片') },
    ]);
    expect(textOf(visitor.page.html)).toContain('已经放进您的案卷');
    visitor.page = form;
    await visitor.upload(`/follow/${number}/papers`, { text: '雨后井口又冒水' }, []);
    const shown = await visitor.open(`/follow/${number}`);
    expect(shown.html.split('雨后井口又冒水').length).toBe(2);
  });

  it('follows it to the answer, reads the paper, rates both sides and asks for review', async () => {
    const { ledger } = city;
    const office = by('d01-petition', 'clerk', 'dispatcher');
    const housing = 'd01-housing';
    const registered = await registerSubmission(ledger, office, {
      number,
      matters: [
        {
          purpose: 'claim',
          category: '030400',
          title: '柳荫里3号楼北边冒污水',
          text: STORY,
          requests: ['把井和管子修好'],
          accused: [],
        },
      ],
    });
    allowed(registered);
    await act(
      (actor) => forwardMatter(ledger, actor, { matter: matter(), to: housing, mode: 'forward', remark: '' }),
      office,
    );
    const task = { matter: matter(), assignment: 'a1' };
    await act((actor) => signMatter(ledger, actor, task), by(housing, 'handler'));
    await act((actor) => acceptMatter(ledger, actor, { ...task, route: '31(6)' }), by(housing, 'handler'));
    const held = await visitor.open(`/follow/${number}`);
    expect(textOf(held.html)).toContain('书面答复您，还有');
    expect(textOf(held.html)).toContain('受理告知书');

    await act(
      (actor) =>
        draftOpinion(ledger, actor, {
          ...task,
          items: [
            {
              request: '把井和管子修好',
              finding: '开井查看，32米老管塌陷。',
              basis: '《城镇排水与污水处理条例》第五条',
              verdict: 'support',
              answer: '6月30日前修好。',
            },
          ],
        }),
      by(housing, 'handler'),
    );
    await act((actor) => issueOpinion(ledger, actor, task), by(housing, 'head'));
    await act(
      (actor) =>
        serveOpinion(ledger, actor, {
          ...task,
          way: 'in-person',
          on: '2026-03-11',
          signed: true,
          view: 'none',
          note: '',
        }),
      by(housing, 'handler'),
    );
    const served = await visitor.open(`/follow/${number}`);
    const paper = /href="(\/follow\/[^"]+\/paper\/[^"]+)">信访事项处理意见书/.exec(served.html)?.[1] ?? '';
    const sheet = await visitor.open(paper);
    expect(sheet.status).toBe(200);
    expect(textOf(sheet.html)).toContain('32米老管塌陷');
    expect(textOf(sheet.html)).toContain('未盖章');

    const rate = `/follow/${number}/rate?m=${matter()}`;
    await visitor.open(rate);
    const silent = await visitor.send(rate, { office: 'satisfied', body: 'unsatisfied', 'body-why': '' });
    expect(silent.status).toBe(422);
    expect(silent.html).toContain('href="#body-why"');
    await visitor.send(rate, { office: 'satisfied', body: 'basically', 'body-why': '慢了一点' });
    expect(textOf(visitor.page.html)).toContain('办理、答复 基本满意');

    const review = `/follow/${number}/review?m=${matter()}`;
    await visitor.open(review);
    expect(textOf(visitor.page.html)).toContain('最后一天： 2026年4月10日（星期五）');
    const none = await visitor.send(review, { reason: '' });
    expect(none.status).toBe(422);
    await visitor.send(review, { reviewer: 'd01-gov', reason: '没有说赔偿' });
    expect(textOf(visitor.page.html)).toContain('复查申请收到了');
  });

  async function act(run: (actor: Actor) => Promise<unknown>, actor: Actor): Promise<void> {
    allowed(await run(actor));
  }

  it('ends the pass when leaving', async () => {
    await visitor.send('/follow/leave');
    expect(textOf(visitor.page.html)).toContain('已经离开');
    await visitor.open(`/follow/${number}`);
    expect(visitor.at).toBe('/follow');
  });
});

describe('what the portal refuses, and how', () => {
  let city: Awaited<ReturnType<typeof openTestCity>>;
  let server: Awaited<ReturnType<typeof portalServer>>;

  beforeAll(async () => {
    city = await openTestCity({ stories: 1 });
    server = await portalServer(city.ledger);
  });
  afterAll(async () => {
    await server.close();
    await city.close();
  });

  it('shows what was typed again, with a fresh form, when the page was open for too long', async () => {
    const visitor = new Visitor(server);
    await visitor.open('/file/for');
    await visitor.send('/file/for', { kind: 'complaint', form: 'self', go: 'next' });
    const page = await visitor.send('/file/you', { name: '周桂兰', _csrf: 'old', go: 'next' });
    expect(page.status).toBe(422);
    expect(page.html).toContain('value="周桂兰"');
    await visitor.send('/file/you', { name: '周桂兰', address: '柳荫里', go: 'next' });
    expect(visitor.at).toBe('/file/where');
  });

  it('takes no form from a foreign page, and no file without the token', async () => {
    const foreign = await server.inject({
      method: 'POST',
      url: '/follow',
      headers: { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'cross-site' },
      payload: 'code=1&fact=2',
    });
    expect(foreign.statusCode).toBe(403);
    const visitor = new Visitor(server);
    await visitor.open('/file/for');
    await visitor.send('/file/for', { kind: 'complaint', form: 'self', go: 'next' });
    await visitor.open('/file/papers');
    const refused = await visitor.upload('/file/papers', { _csrf: 'wrong', go: 'upload' }, [
      { name: 'a.txt', bytes: Buffer.from('a') },
    ]);
    expect(refused.status).toBe(403);
    const { rows } = await city.ledger.pool.query('select 1 from file');
    expect(rows).toEqual([]);
  });

  it('deletes a draft with its files when asked', async () => {
    const visitor = new Visitor(server);
    await visitor.open('/file/for');
    await visitor.send('/file/for', { kind: 'complaint', form: 'self', go: 'next' });
    await visitor.open('/file/papers');
    await visitor.upload('/file/papers', { go: 'upload' }, [{ name: 'a.txt', bytes: Buffer.from('a') }]);
    expect((await city.ledger.pool.query('select 1 from file where draft is not null')).rowCount).toBe(1);
    await visitor.open('/file/saved');
    await visitor.send('/file/leave', {});
    expect(visitor.cookies.has('hd')).toBe(false);
    const again = new Visitor(server);
    await again.open('/file/for');
    await again.send('/file/for', { kind: 'complaint', form: 'self', go: 'next' });
    await again.open('/file/papers');
    await again.upload('/file/papers', { go: 'upload' }, [{ name: 'b.txt', bytes: Buffer.from('b') }]);
    await again.open('/file/for');
    await again.send('/file/drop');
    expect(again.at).toBe('/file/dropped');
    expect((await city.ledger.pool.query(`select 1 from file where name = 'b.txt'`)).rowCount).toBe(0);
  });

  it('stops guessing after twenty tries', async () => {
    const visitor = new Visitor(server);
    await visitor.open('/follow');
    for (let tries = 0; tries < 20; tries++) await visitor.send('/follow', { code: '1', fact: '2' });
    const page = await visitor.send('/follow', { code: '1', fact: '2' });
    expect(textOf(page.html)).toContain('试得太多了');
  });

  it('answers what is not there in the same look, in the reader’s language', async () => {
    const page = await server.inject({ url: '/nothing', headers: { 'accept-language': 'en' } });
    expect(page.statusCode).toBe(404);
    expect(page.body).toContain('This page is not here');
    expect(page.body).toContain('/style/portal-');
  });

  it.each(['/', '/guide', '/law', '/law/31', '/privacy', '/access', '/help', '/file/for', '/file/report', '/follow'])(
    'is light, whole and without script in both languages: %s',
    async (address) => {
      const zh = await server.inject({ url: address });
      const en = await server.inject({ url: `${address}?lang=en` });
      for (const page of [zh, en]) {
        expect(page.statusCode).toBe(200);
        expect(page.rawPayload.length).toBeLessThan(30 * 1024 - 12 * 1024);
        expect(page.body).not.toMatch(/<script|\sstyle=|undefined|\[object/);
      }
      expect(zh.body).toContain('lang="zh-CN"');
      expect(en.body).toContain('<html lang="en"');
      const packed = await server.inject({ url: address, headers: { 'accept-encoding': 'gzip' } });
      expect(packed.rawPayload.length).toBeLessThan(10 * 1024);
    },
  );

  it('remembers language and size, and comes back to the page', async () => {
    const visitor = new Visitor(server);
    await visitor.open('/size?large=1&to=%2Flaw%2F34');
    expect(visitor.at).toBe('/law/34');
    expect(visitor.page.html).toContain('class="large"');
    await visitor.open('/law/34?lang=en');
    await visitor.open('/');
    expect(visitor.page.html).toContain('<html lang="en" class="large"');
  });
});
