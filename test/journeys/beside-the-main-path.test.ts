import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { follow, openWithCode, press, textOf } from './citizen.ts';
import { type Hall, openHall } from './hall.ts';
import { askToOpen, chooseBody, formOf, isRead, leave, send, signIn, whyNot } from './officer.ts';
import { keepWhatFailed } from './picture.ts';
import { deskOf, LETTER, letOpen, REQUESTS, registerLetter, TITLE, YU } from './review-story.ts';

/** A letter that is first taken for simple, and what happens beside its handling; and one that nobody wants. */
describe('beside the main path', () => {
  let hall: Hall;
  let kept: { number: string; code: string };
  const matter = (): string => `${kept.number}-1`;
  const at = (login: string, of = matter()) => signIn(hall, login, `matter/${of}`);

  beforeAll(async () => {
    hall = await openHall();
    kept = await registerLetter(hall);
  });
  keepWhatFailed(() => hall.browser);
  afterAll(() => hall.close());

  it('is forwarded as simple, accepted as simple, and brought back to the ordinary procedure', async () => {
    const office = await at('yezhiqiu');
    const forward = await formOf(office, 'forward');
    await chooseBody(forward, '临江区住房', '临江区住房和城乡建设局');
    await forward.getByRole('checkbox', { name: '建议简易办理' }).check();
    await hall.visit(office, 'forwarding, as simple');
    await send(office, 'forward', '转送');
    await leave(office);

    const desk = await at('shenpeiwen');
    await send(desk, 'sign', '签收');
    const accept = await formOf(desk, 'accept');
    await accept.getByRole('radio', { name: /信访程序/ }).check();
    await accept.getByRole('radio', { name: /简易办理 · 转送单位建议/ }).check();
    await hall.visit(desk, 'accepting, as simple');
    await send(desk, 'accept', '受理，出告知书');
    await (await formOf(desk, 'to-ordinary')).getByLabel('为什么不适合简易办理').fill('涉及三户，要查渗水的来源。');
    await hall.visit(desk, 'back to the ordinary procedure');
    await send(desk, 'to-ordinary', '转普通程序');
    expect(await whyNot(desk, 'to-ordinary')).toContain('本来就是普通程序');
    await leave(desk);
  });

  it('asks the petitioner for papers and two bodies to contribute', async () => {
    const desk = await at('shenpeiwen');
    const papers = await formOf(desk, 'ask-supplement');
    await papers.getByRole('button', { name: '发通知' }).click();
    await papers.getByRole('alert').waitFor();
    await hall.visit(desk, 'asking for papers, with gaps');
    await papers.getByLabel('要补的材料').fill('房产证复印件\n渗水处的照片');
    await papers.getByLabel('最晚哪天').fill('2026-03-25');
    await send(desk, 'ask-supplement', '发通知');
    await (await formOf(desk, 'note-supplement')).getByLabel('补来了什么').fill('照片五张');
    await send(desk, 'note-supplement', '材料已补');
    const ask = await formOf(desk, 'ask-contribution');
    await chooseBody(ask, '临江区自然', '临江区自然资源局');
    await ask.getByLabel('请它做什么').fill('查外墙改造的规划审批。');
    await ask.getByLabel('最晚哪天').fill('2026-03-25');
    await hall.visit(desk, 'asking a body to contribute');
    await send(desk, 'ask-contribution', '请协办');
    await leave(desk);
  });

  it('the petitioner asks that the handler withdraw, and the head decides it', async () => {
    await deskOf(hall, 'luqingyan').post(`/api/matters/${matter()}/name-handler`, {
      assignment: 'a1',
      account: 'shenpeiwen',
    });
    const phone = await hall.seat('phone');
    await openWithCode(phone, kept, YU.phone.slice(-4));
    await follow(phone, /^请承办人回避/);
    await hall.visit(phone, 'asking for withdrawal');
    await press(phone, '交上申请');
    await hall.visit(phone, 'asking for withdrawal, with a gap');
    await phone.locator('#reason').fill('她是物业经理的表妹。');
    await press(phone, '交上申请');
    expect(await textOf(phone)).toContain('回避申请收到了');
    await hall.visit(phone, 'follow: withdrawal asked for');

    const head = await at('luqingyan');
    const form = await formOf(head, 'decide-recusal');
    await form.getByRole('button', { name: '作出决定' }).waitFor();
    for (const told of ['沈佩文', '信访人', '她是物业经理的表妹']) expect(await form.textContent()).toContain(told);
    await form.getByRole('radio', { name: '不用回避' }).check();
    await form.getByLabel('理由').fill('经核对，没有亲属关系。');
    await hall.visit(head, 'deciding on withdrawal');
    await send(head, 'decide-recusal', '作出决定');
    await leave(head);
  });

  it('a letter that nobody wants is given to a body by the common superior', async () => {
    const other = await registerLetter(hall);
    const disputed = `${other.number}-1`;
    await deskOf(hall, 'yezhiqiu').post(`/api/matters/${disputed}/forward`, { to: 'd01-housing' });
    await deskOf(hall, 'shenpeiwen').post(`/api/matters/${disputed}/sign`, { assignment: 'a1' });
    await hall.dawns('2026-03-20');
    const desk = await at('shenpeiwen', disputed);
    const raise = await formOf(desk, 'raise-dispute');
    await chooseBody(raise, '临江区自然', '临江区自然资源局');
    await raise.getByLabel('理由').fill('外墙改造由自然资源局审批。');
    await hall.visit(desk, 'asking who is competent');
    await send(desk, 'raise-dispute', '提请指定');
    await leave(desk);

    const superior = await signIn(hall, 'tangyanqing', '?duty=to-arbitrate');
    await superior.getByRole('link', { name: disputed }).click();
    await isRead(superior);
    const decide = await formOf(superior, 'decide-competence');
    for (const told of ['外墙改造由自然资源局审批', '现在拿着这件', '提出争议的单位认为归它管'])
      expect(await decide.textContent()).toContain(told);
    await decide.getByRole('radio', { name: /临江区住房和城乡建设局/ }).check();
    await decide.getByLabel('理由').fill('房屋渗水由住建部门管。');
    await hall.visit(superior, 'deciding who is competent');
    await send(superior, 'decide-competence', '指定');
    await leave(superior);
  });

  it('a report of wrongdoing goes from keeper to keeper', async () => {
    const { number } = await deskOf(hall, 'yezhiqiu').post('/api/submissions', {
      channel: 'letter',
      purpose: 'report',
      division: '990101001',
      particulars: { people: [YU], title: TITLE, text: LETTER, requests: REQUESTS },
    });
    const keeper = deskOf(hall, 'qimingyuan');
    await keeper.post('/api/openings', { number, purpose: 'register', note: '当天登记', days: 1 });
    await letOpen(hall, 'qimingyuan', 'jiyinshu');
    const made = { purpose: 'report', category: '030400', title: '施工队送礼', text: LETTER, requests: ['查'] };
    await keeper.post(`/api/submissions/${number}/register`, { matters: [{ ...made, accused: ['d01-housing'] }] });
    const report = `${number}-1`;
    const from = await signIn(hall, 'qimingyuan', 'sealed');
    await from.getByRole('link', { name: report }).click();
    await isRead(from);
    const pass = await formOf(from, 'pass-report');
    await chooseBody(pass, '南江市纪律检查', '中共南江市纪律检查委员会');
    await hall.visit(from, 'passing a report on');
    await pass.getByRole('button', { name: '移交', exact: true }).click();
    /* It has gone out of sight: back to the list, where it is no longer. */
    await from.waitForURL('**/desk/sealed');
    await isRead(from);
    expect(await from.getByRole('link', { name: report }).count()).toBe(0);
    await hall.visit(from, 'sealed reports, one passed on');
    await from.goto(`/desk/matter/${report}`);
    await from.getByText('没有这件事项').first().waitFor();
    await leave(from);

    /* Who it went to opens it anew, and a colleague of theirs lets them. */
    const to = await signIn(hall, 'zhenghuaijin', 'sealed');
    await to.getByRole('row', { name: report }).getByText('未打开').waitFor();
    await to.getByRole('link', { name: report }).click();
    await askToOpen(to, '办理、核查');
    await to.getByRole('heading', { name: '正等第二个人确认' }).waitFor();
    await hall.visit(to, 'a report that waits for the second person');
    const second = await signIn(hall, 'moxingzhi', 'sealed');
    await second.getByText('郑怀瑾：办理、核查').first().waitFor();
    await hall.visit(second, 'a request to open a report');
    await second.getByRole('button', { name: '同意打开' }).click();
    await second.getByText('已同意').first().waitFor();
    await leave(second);
    await to.getByRole('button', { name: '看看确认了没有' }).click();
    await to.getByRole('heading', { name: '施工队送礼' }).waitFor();
    await isRead(to);
    await (await formOf(to, 'note-report')).getByLabel('情况').fill('已谈话。');
    await send(to, 'note-report', '记下');
    await (await formOf(to, 'conclude-report')).getByLabel('情况').fill('已立案，已反馈。');
    await hall.visit(to, 'concluding a report');
    await send(to, 'conclude-report', '办结');
    await to.goto('/desk/sealed');
    await to.getByText('开启记录').click();
    await to.getByRole('button', { name: '现在封存' }).click();
    await to.getByRole('row', { name: report }).getByText('未打开').waitFor();
    await hall.visit(to, 'a report sealed again');
    await to.getByRole('link', { name: report }).click();
    await askToOpen(to, '答复检举人');
    const code = await to.locator('.opening-code').textContent();
    const security = await signIn(hall, 'songweiyang', 'accounts');
    await security.getByLabel('核对码').fill(code ?? '');
    await security.getByRole('button', { name: '查找' }).click();
    await security.getByText('郑怀瑾：答复检举人').waitFor();
    await hall.visit(security, 'the security officer as second person');
    expect(await security.locator('main').textContent()).not.toContain(number);
    await security.getByRole('button', { name: '同意打开' }).click();
    await security.getByText('已同意').first().waitFor();
    await leave(security);
    await to.getByRole('button', { name: '看看确认了没有' }).click();
    await to.getByRole('heading', { name: '施工队送礼' }).waitFor();
    await leave(to);
  });

  it('and nothing stood in anybody’s way', () => {
    expect(hall.barriers).toEqual([]);
  });
});
