import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { portalServer, textOf, Visitor } from '../../../test/portal/portal-world.ts';
import { filedBy } from '../../../test/world/arrival.ts';
import { openTestCity } from '../../../test/world/city.ts';
import { by } from '../../../test/world/people.ts';
import { allowed } from '../../../test/world/petition.ts';
import type { Actor } from '../../domain/act.ts';
import { registerSubmission, take } from '../../petition/1-intake/server/intake.ts';
import { forwardMatter, signMatter } from '../../petition/2-transfer/server/transfer.ts';
import { acceptMatter } from '../../petition/3-acceptance/server/acceptance.ts';
import { draftOpinion, issueOpinion, serveOpinion } from '../../petition/5-reply/server/reply.ts';

const STORY = '从去年12月8日起，3号楼北边那口污水井往外冒脏水。';

describe('following a petition through the portal, without script', () => {
  let city: Awaited<ReturnType<typeof openTestCity>>;
  let server: Awaited<ReturnType<typeof portalServer>>;
  let visitor: Visitor;
  let number = '';
  let code = '';
  const matter = (): string => `${number}-1`;

  beforeAll(async () => {
    city = await openTestCity({ stories: 1 });
    server = await portalServer(city.ledger);
    visitor = new Visitor(server);
    const person = { name: '周桂兰', phone: '19000000268', address: '柳荫里3号楼2单元102' };
    const arrival = filedBy(person, '把井和管子修好', STORY);
    const receipt = allowed(
      await take(city.ledger, { kind: 'petitioner', submission: 'one' }, arrival, { verb: 'submission.file' }),
    );
    number = receipt.number;
    code = receipt.code;
  });
  afterAll(async () => {
    await server.close();
    await city.close();
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
