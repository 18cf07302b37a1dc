import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { listMessages } from '../../src/app/messages.ts';
import { registered, type Staff, staffOf, upTo, well } from '../life/steps.ts';
import { type EmptyCity, type Hand, openEmptyCity } from '../world/empty-city.ts';
import { act, clock, daysOf, duties, followed, page, paper, refused, told } from './hands.ts';

let city: EmptyCity;
let staff: Staff;
let days: ReturnType<typeof daysOf>;
let leader: Hand;

beforeAll(async () => {
  city = await openEmptyCity();
  days = daysOf(city);
  staff = await staffOf(city);
  leader = await city.officer('d01-gov', 'leader');
});
beforeEach(() => days.on('2026-03-02'));
afterAll(() => city?.close());

const TASK = { assignment: 'a1' };
const HANDLER = 'd01-housing.handler';
const HEAD = 'd01-housing.head';

async function acceptedCase(about: string, more: object = {}) {
  const one = await registered(staff, about, more);
  await upTo('accepted', staff, one.matter);
  return { ...one, petitioner: await city.petitioner(one.code, '1101') };
}

async function assignedCase(about: string, feedbackDue: string) {
  const one = await registered(staff, about);
  await well(act(staff.dispatcher, one.matter, 'assign', { to: 'd01-housing', feedbackDue }));
  await well(act(staff.reception, one.matter, 'sign', TASK));
  await well(act(staff.handler, one.matter, 'accept', { ...TASK, route: '31(6)' }));
  return { ...one, petitioner: await city.petitioner(one.code, '1101') };
}

/** The newest text message about a matter, once what follows the acts is done. */
async function lastMessage(matter: string): Promise<string> {
  await city.settle();
  const about = matter.replace(/-\d+$/, '');
  return (await listMessages(city.ledger)).find((one) => one.text.includes(about))?.text ?? '';
}

describe('extensions', () => {
  it('E7: given one extension, when a second is asked for, or one after the due day, then it is refused; the total is 30 days, and the head approves', async () => {
    const { matter } = await acceptedCase('外墙脱落');
    const ask = (n: number) =>
      act(staff.handler, matter, 'ask-extension', { ...TASK, days: n, reason: '要请专家鉴定' });
    expect(await refused(ask(31))).toMatchObject({ status: 422, article: 'regulation:34', field: 'days' });
    await well(ask(20));
    expect(await duties(staff.head, matter)).toEqual(['in-hand', 'to-approve']);
    expect((await act(staff.handler, matter, 'approve-extension', TASK)).status).toBe(403);
    await well(act(staff.head, matter, 'approve-extension', TASK));
    expect(await clock(staff.head, matter, 'handle:a1')).toMatchObject({ rawEnd: '2026-05-21', due: '2026-05-21' });
    expect(await refused(ask(5))).toMatchObject({ status: 409, code: 'extension.once-30-days-before-due' });
  });

  it('E7: given the 60 days are over, when an extension is asked for or approved, then it is too late, and the miss stands', async () => {
    const { matter } = await acceptedCase('地下室渗水');
    days.on('2026-05-06');
    await well(act(staff.handler, matter, 'ask-extension', { ...TASK, days: 10, reason: '要请专家鉴定' }));
    days.on('2026-05-07');
    expect(await refused(act(staff.head, matter, 'approve-extension', TASK))).toMatchObject({
      status: 409,
      code: 'extension.once-30-days-before-due',
    });
    expect(await clock(staff.head, matter, 'handle:a1')).toMatchObject({ level: 'overdue', due: '2026-05-06' });
  });

  it('E42: given a matter assigned with 30 days for feedback, when it is extended, then the assigner consents first, both clocks run, and the extension moves only one', async () => {
    const { matter } = await assignedCase('电梯停运', '2026-04-01');
    const officeHead = await city.officer('d01-petition', 'head');
    await well(act(staff.handler, matter, 'ask-extension', { ...TASK, days: 20, reason: '等电梯配件' }));
    expect(await duties(officeHead, matter)).toContain('to-approve');
    expect(await duties(staff.head, matter)).not.toContain('to-approve');
    expect(await refused(act(staff.head, matter, 'approve-extension', TASK))).toMatchObject({
      status: 409,
      code: 'extension.assigner-consents',
      article: 'house:assigner-consent',
    });
    expect((await act(staff.head, matter, 'consent-extension', TASK)).status).toBe(403);
    await well(act(staff.dispatcher, matter, 'consent-extension', TASK));
    expect(await duties(staff.head, matter)).toContain('to-approve');
    await well(act(staff.head, matter, 'approve-extension', TASK));
    expect(await clock(staff.head, matter, 'handle:a1')).toMatchObject({ due: '2026-05-21', outcome: 'running' });
    expect(await clock(staff.head, matter, 'feedback:a1')).toMatchObject({ due: '2026-04-01', outcome: 'running' });
  });
});

describe('the simple procedure', () => {
  it('E43: given a simple matter that turns out complex, when it goes back, then the 60 days count from acceptance, and the petitioner is told', async () => {
    const { matter, code } = await registered(staff, '楼顶违建');
    await upTo('signed', staff, matter);
    days.on('2026-03-04');
    await well(act(staff.handler, matter, 'accept', { ...TASK, route: '31(6)', procedure: 'simple' }));
    days.on('2026-03-20');
    await well(act(staff.handler, matter, 'to-ordinary', { ...TASK, reason: '涉及三户，要调查。' }));
    expect(await clock(staff.handler, matter, 'handle:a1')).toMatchObject({
      kind: 'handle',
      from: '2026-03-04',
      rawEnd: '2026-05-03',
      due: '2026-05-06',
      outcome: 'running',
    });
    const petitioner = await city.petitioner(code, '1101');
    expect((await told(petitioner, matter))[0]).toContain('转为普通程序');
    expect((await followed(petitioner, matter)).clock?.due).toBe('2026-05-06');
    const message = await lastMessage(matter);
    expect(message).toContain('转为普通程序');
  });

  it('E43: given a simple matter, when the answer would grant nothing, then it is not issued before it is back in the ordinary procedure', async () => {
    const { matter } = await registered(staff, '车位纠纷');
    await upTo('signed', staff, matter);
    await well(act(staff.handler, matter, 'accept', { ...TASK, route: '31(6)', procedure: 'simple' }));
    const item = {
      request: '查明',
      finding: '查了。',
      basis: '《物业管理条例》',
      verdict: 'not-support',
      answer: '不支持。',
    };
    await well(act(staff.handler, matter, 'draft', { ...TASK, items: [item, item] }));
    expect(await refused(act(staff.head, matter, 'issue', TASK))).toMatchObject({
      status: 409,
      code: 'simple.conditions',
    });
    await well(act(staff.head, matter, 'to-ordinary', { ...TASK, reason: '可能不支持' }));
    await well(act(staff.head, matter, 'issue', TASK));
  });
});

describe('papers and contributions', () => {
  it('T18: given papers are needed, when they are asked for, then no clock stops, the petitioner has the list with its day and a message, and what comes is noted', async () => {
    const { matter, petitioner } = await acceptedCase('漏水赔偿');
    const before = await clock(staff.handler, matter, 'handle:a1');
    expect((await act(staff.handler, matter, 'ask-supplement', { ...TASK, list: ' ', due: '2026-03-20' })).status).toBe(
      422,
    );
    await well(
      act(staff.handler, matter, 'ask-supplement', { ...TASK, list: '房产证复印件\n漏水照片', due: '2026-03-20' }),
    );
    expect(await clock(staff.handler, matter, 'handle:a1')).toMatchObject({ due: before.due, outcome: 'running' });
    const notice = (await followed(petitioner, matter)).papers.find((one) => one.title.zh === '补充材料通知书');
    const { text } = await well(petitioner.get(notice?.href ?? ''));
    for (const said of ['房产证复印件', '漏水照片', '2026年3月20日', '期限不因此延长']) expect(text).toContain(said);
    expect(await lastMessage(matter)).toContain('补一些材料');
    await well(act(staff.reception, matter, 'note-supplement', { ...TASK, text: '收到照片5张' }));
    expect((await told(petitioner, matter))[0]).toContain('材料收到了');
    expect((await act(staff.reception, matter, 'note-supplement', TASK)).status).toBe(409);
  });

  it('given two bodies asked to contribute, then each has it on its desk and may read the matter, and one leads and answers', async () => {
    const { matter } = await acceptedCase('河边塌方');
    const asked = ['d01-land', 'd01-urban'];
    for (const body of asked)
      await well(act(staff.handler, matter, 'ask-contribution', { ...TASK, body, ask: '请核查。', due: '2026-03-20' }));
    for (const body of asked) {
      const there = await city.officer(body, 'handler');
      expect(await duties(there, matter)).toEqual(['contribution']);
      expect((await page(there, matter)).acts.find((one) => one.id === 'contribute')?.open).toBe(true);
      await well(act(there, matter, 'contribute', { text: `${body}的意见` }));
      expect(await duties(there, matter)).toEqual([]);
    }
    expect(await duties(staff.handler, matter)).toEqual(['in-hand']);
  });
});

describe('a matter that is in a legal procedure', () => {
  it('E22: given it is found to be in court later, when handling ends, then its 60 days are not late, and the notice names the court and warns', async () => {
    const { matter, petitioner } = await acceptedCase('邻里纠纷');
    days.on('2026-06-01');
    const end = { ...TASK, route: '31(1)', explain: '区法院5月已经立案。', body: '临江区人民法院' };
    expect(await refused(act(staff.head, matter, 'end-for-procedure', { ...end, body: ' ' }))).toMatchObject({
      field: 'body',
    });
    await well(act(staff.head, matter, 'end-for-procedure', end));
    expect(await clock(staff.head, matter, 'handle:a1')).toMatchObject({ outcome: 'void' });
    const notice = await paper(staff.head, matter, 'end-notice');
    for (const said of ['第三十一条第一项', '区法院5月已经立案', '临江区人民法院', '期限停下来', '第二十八条第二款'])
      expect(notice).toContain(said);
    const shown = await followed(petitioner, matter);
    expect([shown.state, shown.late]).toEqual(['closed', false]);
    expect(await lastMessage(matter)).toContain('已经进入法定程序');
  });
});

describe('recusal', () => {
  it('E50: given a handler with the petitioner’s name or telephone, when the head names them, then it is decided first, and once it is, the name alone stops nobody', async () => {
    const { pool } = city.database;
    const { matter } = await acceptedCase('门窗漏风');
    await pool.query(`update account set name = '周 桂兰' where id = $1`, [HANDLER]);
    expect(await refused(act(staff.head, matter, 'name-handler', { ...TASK, account: HANDLER }))).toMatchObject({
      status: 409,
      code: 'recusal',
      article: 'regulation:28¶3',
      field: 'account',
    });
    await pool.query(`update account set name = '陈立新', phone = '139 0000 1101' where id = $1`, [HANDLER]);
    expect((await act(staff.head, matter, 'name-handler', { ...TASK, account: HANDLER })).status).toBe(409);
    await well(act(staff.handler, matter, 'declare-interest', { ...TASK, text: '电话是单位值班手机，不是亲属。' }));
    expect(
      (await act(staff.handler, matter, 'note-work', { ...TASK, on: '2026-03-02', kind: 'talk', text: '谈话' })).status,
    ).toBe(403);
    const decision = { ...TASK, account: HANDLER, granted: false, reason: '经核对不是同一人。' };
    await well(act(staff.head, matter, 'decide-recusal', decision));
    await well(act(staff.head, matter, 'name-handler', { ...TASK, account: HANDLER }));
    await pool.query(`update account set phone = '' where id = $1`, [HANDLER]);
  });

  it('E50: given a handler who is the petitioner’s relative, when they say so, then they stop, the head decides, the decision is a paper, and somebody else takes it', async () => {
    const { matter } = await acceptedCase('水表不准');
    await well(act(staff.head, matter, 'name-handler', { ...TASK, account: HANDLER }));
    await well(act(staff.handler, matter, 'declare-interest', { ...TASK, text: '信访人是我姑姑。' }));
    expect(await duties(staff.head, matter)).toContain('to-approve');
    const [task] = (await page(staff.head, matter)).assignments;
    expect(task?.interests).toEqual([{ account: HANDLER, name: '陈立新', by: 'officer', yours: true }]);
    await well(
      act(staff.head, matter, 'decide-recusal', { ...TASK, account: HANDLER, granted: true, reason: '是近亲属。' }),
    );
    const decision = await paper(staff.head, matter, 'recusal-decision');
    for (const said of ['陈立新应当回避', '是近亲属', '第二十八条第三款']) expect(decision).toContain(said);
    expect(await duties(staff.head, matter)).not.toContain('to-approve');
    expect((await page(staff.head, matter)).assignments[0]?.handler).toBeUndefined();
    expect((await act(staff.handler, matter, 'draft', { ...TASK, items: [] })).status).not.toBe(200);
    expect((await act(staff.head, matter, 'name-handler', { ...TASK, account: HANDLER })).status).toBe(409);
    await city.officer('d01-housing', 'handler', 'clerk');
    await well(act(staff.head, matter, 'name-handler', { ...TASK, account: 'd01-housing.handler+clerk' }));
  });

  it('E50: given the petitioner asks it of a head who handles the matter, then the body above finds it on its desk and decides, and the head cannot', async () => {
    const { matter, petitioner } = await acceptedCase('物业收费');
    await well(act(staff.head, matter, 'name-handler', { ...TASK, account: HEAD }));
    const before = await followed(petitioner, matter);
    expect(before.can.askRecusal).toBe(true);
    const ask = (reason: string) => petitioner.post(`/api/follow/matters/${matter}/ask-recusal`, { reason });
    expect((await ask(' ')).status).toBe(422);
    await well(ask('他是物业经理的哥哥。'));
    expect((await followed(petitioner, matter)).can.askRecusal).toBe(false);
    expect((await told(petitioner, matter))[0]).toContain('等决定');
    expect(await duties(leader, matter)).toContain('to-approve');
    const decision = { ...TASK, account: HEAD, granted: true, reason: '确有利害关系。' };
    expect((await act(staff.head, matter, 'decide-recusal', decision)).status).toBe(403);
    expect((await page(leader, matter)).assignments[0]?.interests).toMatchObject([{ account: HEAD, yours: true }]);
    await well(act(leader, matter, 'decide-recusal', decision));
    expect((await page(leader, matter)).instruments.at(-1)).toMatchObject({
      kind: 'recusal-decision',
      issuerId: 'd01-gov',
    });
    expect((await followed(petitioner, matter)).papers.map((one) => one.title.zh)).toContain('回避决定书');
    expect(await lastMessage(matter)).toContain('回避');
    expect(
      (await act(staff.head, matter, 'end-for-procedure', { ...TASK, route: '31(1)', explain: 'x', body: 'y' })).status,
    ).toBe(403);
  });

  it('E26: given a complaint about the body that handles such matters, then it goes to that body, review goes above it, and the officer concerned withdraws', async () => {
    const { matter, petitioner } = await acceptedCase('不服住建局的处理决定', { purpose: 'appeal' });
    await well(act(staff.head, matter, 'name-handler', { ...TASK, account: HANDLER }));
    await well(petitioner.post(`/api/follow/matters/${matter}/ask-recusal`, { reason: '原来的决定就是他写的。' }));
    await well(
      act(staff.head, matter, 'decide-recusal', {
        ...TASK,
        account: HANDLER,
        granted: true,
        reason: '原决定的经办人。',
      }),
    );
    const other = await city.officer('d01-housing', 'handler', 'clerk');
    await well(act(staff.head, matter, 'name-handler', { ...TASK, account: 'd01-housing.handler+clerk' }));
    const item = {
      request: '重新处理',
      finding: '查了原卷。',
      basis: '《条例》',
      verdict: 'explain',
      answer: '说明如下。',
    };
    await well(act(other, matter, 'draft', { ...TASK, items: [item, item] }));
    await well(act(staff.head, matter, 'issue', TASK));
    await well(act(other, matter, 'serve', { ...TASK, way: 'in-person', on: days.today() }));
    const reviewers = (await followed(petitioner, matter)).review?.reviewers.map((one) => one.id);
    expect(reviewers).toEqual(['d01-gov', 'city-housing']);
  });
});
