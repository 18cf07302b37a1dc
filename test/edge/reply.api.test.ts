import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { letterOf, matterOf, registered, type Staff, staffOf, upTo, well } from '../life/steps.ts';
import { type EmptyCity, type Hand, openEmptyCity } from '../world/empty-city.ts';
import { act, clock, daysOf, duties, followed, page, paper, refused, told } from './hands.ts';

let city: EmptyCity;
let staff: Staff;
let days: ReturnType<typeof daysOf>;
let reviewer: Hand;
let director: Hand;

beforeAll(async () => {
  city = await openEmptyCity();
  days = daysOf(city);
  staff = await staffOf(city);
  reviewer = await city.officer('city-housing', 'reviewer');
  director = await city.officer('city-housing', 'head');
});
beforeEach(() => days.on('2026-03-02'));
afterAll(() => city?.close());

const TASK = { assignment: 'a1' };
const served = (more: object = {}) => ({ ...TASK, way: 'in-person', on: days.today(), ...more });

async function issuedCase(about: string, more: object = {}) {
  const one = await registered(staff, about, more);
  await upTo('issued', staff, one.matter);
  return { ...one, petitioner: await city.petitioner(one.code, '1101') };
}

/** What the petitioner has of the answer: what they may ask until when, and the titles of their papers. */
async function window(petitioner: Hand, matter: string) {
  const seen = await followed(petitioner, matter);
  return { until: seen.review?.until, papers: seen.papers.map((one) => one.title.zh), can: seen.can };
}

describe('service', () => {
  it('E1: given receipt on 30 January, then the 30 days to ask for review end on a Sunday and roll to the Monday', async () => {
    days.on('2026-01-28');
    const { matter, petitioner } = await issuedCase('门禁坏了');
    days.on('2026-01-30');
    await well(act(staff.reception, matter, 'serve', served()));
    expect((await window(petitioner, matter)).until).toBe('2026-03-02');
    expect(await clock(staff.handler, matter, 'apply-review:a1')).toMatchObject({ rawEnd: '2026-03-01' });
    days.on('2026-03-02');
    expect((await window(petitioner, matter)).can.askReview).toBe(true);
    days.on('2026-03-03');
    expect((await window(petitioner, matter)).can.askReview).toBe(false);
  });

  it('E10: given a petitioner who will not sign, when it is left, then witnesses are on record and the day of leaving counts', async () => {
    const { matter, petitioner } = await issuedCase('楼道堆物');
    for (const told of [
      { way: 'left', signed: false },
      { way: 'in-person', signed: false },
    ])
      expect(await refused(act(staff.reception, matter, 'serve', served(told)))).toMatchObject({
        status: 422,
        code: 'service.starts-review-window',
        article: 'regulation:35',
        field: 'note',
      });
    const on = days.today();
    days.pass(2);
    const note = '社区工作人员赵明、钱芳在场见证，已录像';
    await well(act(staff.reception, matter, 'serve', { ...TASK, way: 'left', on, signed: false, note }));
    expect((await window(petitioner, matter)).until).toBe('2026-04-01');
    expect((await page(staff.head, matter)).story.map((one) => one.note)).toContain(note);
  });

  it('E11: given a letter that comes back, then nothing runs against the petitioner, and a notice counts 30 days after it was published', async () => {
    const { matter, petitioner } = await issuedCase('路面坑洼');
    days.pass(40);
    expect((await page(staff.head, matter)).clocks.filter((one) => one.kind === 'apply-review')).toEqual([]);
    expect(await duties(staff.head, matter)).toContain('to-serve');
    const notice = { ...TASK, way: 'notice', on: '2026-03-10', signed: false };
    expect(await refused(act(staff.reception, matter, 'serve', notice))).toMatchObject({ field: 'note' });
    const note = '挂号信两次退回，登门两次无人；在信访局公告栏公告';
    const early = { ...notice, on: '2026-03-20', note };
    expect(await refused(act(staff.reception, matter, 'serve', early))).toMatchObject({ status: 422, field: 'on' });
    await well(act(staff.reception, matter, 'serve', { ...notice, note }));
    const [task] = (await page(staff.head, matter)).assignments;
    expect(task?.service).toEqual({ on: '2026-04-09', way: 'notice' });
    /* 30 days from 9 April end on Saturday 9 May, made a workday. */
    expect((await window(petitioner, matter)).until).toBe('2026-05-09');
    expect((await told(petitioner, matter))[0]).toContain('公告满30日');
  });

  it('E12: given a letter, when the answer goes electronically, then the petitioner has consented; what came online needs no consent, and counts from today', async () => {
    const letter = await issuedCase('噪音扰民');
    const online = { way: 'electronic', signed: false };
    expect(await refused(act(staff.reception, letter.matter, 'serve', served(online)))).toMatchObject({
      status: 422,
      field: 'consented',
    });
    await well(act(staff.reception, letter.matter, 'serve', served({ ...online, consented: true })));

    const { json } = await well(
      staff.clerk.post('/api/submissions', {
        ...letterOf('广场舞太吵'),
        channel: 'mailbox',
        matters: [matterOf('广场舞太吵')],
      }),
    );
    const matter = `${json.number}-1`;
    await upTo('issued', staff, matter);
    const issuedOn = days.today();
    days.pass(1);
    expect(await refused(act(staff.reception, matter, 'serve', { ...TASK, ...online, on: issuedOn }))).toMatchObject({
      field: 'on',
    });
    await well(act(staff.reception, matter, 'serve', served(online)));
    expect((await page(staff.head, matter)).assignments[0]?.service?.on).toBe('2026-03-03');
  });
});

describe('a paper that failed to name the remedy', () => {
  it('E13: given the period has passed, when the notice is corrected, then it names every reviewer and the 30 days run from it; a year after service it is too late', async () => {
    const { matter, petitioner } = await issuedCase('台阶破损');
    await well(act(staff.reception, matter, 'serve', served()));
    days.on('2026-05-20');
    expect((await window(petitioner, matter)).can.askReview).toBe(false);
    expect((await act(staff.head, matter, 'correct-remedy', { ...TASK, explain: ' ' })).status).toBe(422);
    await well(act(staff.head, matter, 'correct-remedy', { ...TASK, explain: '盖章件漏印了复查机关。' }));
    const notice = await paper(staff.head, matter, 'remedy-correction');
    for (const said of [
      '漏印了复查机关',
      '自收到本告知书之日起30日内',
      '临江区人民政府或者南江市住房和城乡建设局',
      '第三十五条',
    ])
      expect(notice).toContain(said);
    const now = await window(petitioner, matter);
    expect([now.until, now.can.askReview]).toEqual(['2026-06-22', true]);
    expect(now.papers).toContain('救济权利更正告知书');

    const late = await issuedCase('井盖松动');
    await well(act(staff.reception, late.matter, 'serve', served()));
    days.on('2027-05-21');
    expect(await refused(act(staff.head, late.matter, 'correct-remedy', { ...TASK, explain: '漏印' }))).toMatchObject({
      status: 409,
      code: 'remedy.corrected',
      article: 'regulation:35',
    });
  });
});

describe('after the answer', () => {
  it('E41: given an opinion in favour with a day, when it is served, then its execution is on the desk until it is reported as done', async () => {
    const one = await registered(staff, '围墙要倒');
    await upTo('accepted', staff, one.matter);
    const item = {
      request: '查明',
      finding: '裂缝三处。',
      basis: '《条例》第五条',
      verdict: 'support',
      answer: '修。',
      executeBy: '2026-04-10',
    };
    await well(
      act(staff.handler, one.matter, 'draft', { ...TASK, items: [item, { ...item, executeBy: '2026-04-20' }] }),
    );
    await well(act(staff.head, one.matter, 'issue', TASK));
    await well(act(staff.reception, one.matter, 'serve', served()));
    expect(await duties(staff.handler, one.matter)).toEqual(['to-execute']);
    expect(await clock(staff.handler, one.matter, 'execution:a1')).toMatchObject({ rawEnd: '2026-04-20' });
    const report = (done: boolean, text: string) =>
      act(staff.handler, one.matter, 'report-execution', { ...TASK, done, text });
    expect((await report(true, ' ')).status).toBe(422);
    await well(report(false, '材料已进场'));
    expect(await duties(staff.handler, one.matter)).toEqual(['to-execute']);
    await well(report(true, '已修好，照片存档'));
    expect(await duties(staff.handler, one.matter)).toEqual([]);
    const petitioner = await city.petitioner(one.code, '1101');
    expect((await told(petitioner, one.matter))[0]).toContain('已经落实');
  });

  it('E42: given a matter assigned with feedback, when it is answered, then the head reports to the assigner, who accepts it or sends it back within the same period', async () => {
    const { matter } = await registered(staff, '停水三天');
    const letter = { to: 'd01-housing', feedbackDue: '2026-04-01' };
    await well(act(staff.dispatcher, matter, 'assign', letter));
    await well(act(staff.reception, matter, 'sign', TASK));
    await well(act(staff.handler, matter, 'accept', { ...TASK, route: '31(6)' }));
    const item = { request: '查明', finding: '水泵坏了。', basis: '《条例》', verdict: 'support', answer: '换泵。' };
    await well(act(staff.handler, matter, 'draft', { ...TASK, items: [item, item] }));
    await well(act(staff.head, matter, 'issue', TASK));
    await well(act(staff.reception, matter, 'serve', served({ view: 'agrees' })));
    expect(await duties(staff.head, matter)).toContain('to-report');
    const report = { ...TASK, findings: '水泵老化。', handling: '已换新泵，恢复供水。', attitude: '同意' };
    expect(await refused(act(staff.head, matter, 'report-result', { ...report, handling: ' ' }))).toMatchObject({
      field: 'handling',
    });
    expect((await act(staff.handler, matter, 'report-result', report)).status).toBe(403);
    await well(act(staff.head, matter, 'report-result', report));
    const text = await paper(staff.dispatcher, matter, 'result-report');
    for (const said of [
      '关于周桂兰反映“停水三天”信访事项办理情况的报告',
      '临江区信访局',
      '临信信交〔2026〕1号',
      '查明原因',
      '水泵老化',
      '恢复供水',
      '信访人意见：同意',
      '签发人：d01-housing.head',
      '电话',
    ])
      expect(text).toContain(said);
    expect(await clock(staff.head, matter, 'feedback:a1')).toMatchObject({ outcome: 'met' });
    expect(await duties(staff.dispatcher, matter)).toContain('report-came');
    days.pass(2);
    await well(act(staff.dispatcher, matter, 'return-report', { ...TASK, reason: '没有附送达情况' }));
    expect(await clock(staff.head, matter, 'feedback:a1')).toMatchObject({ outcome: 'running', due: '2026-04-01' });
    expect(await duties(staff.head, matter)).toContain('to-report');
    await well(act(staff.head, matter, 'report-result', report));
    await well(act(staff.dispatcher, matter, 'accept-report', TASK));
    expect(await duties(staff.dispatcher, matter)).not.toContain('report-came');
    expect(await duties(staff.head, matter)).not.toContain('to-report');
  });
});

describe('handled again after a review', () => {
  const FOUND = {
    request: '查明',
    finding: '经现场查看，顶楼屋面防水层2012年施工，使用年限已满，漏水点在女儿墙根部，与楼上装修没有关系。',
    basis: '《房屋建筑工程质量保修办法》第七条',
    verdict: 'not-support',
    answer: '不属于保修范围，由业主按规定使用维修资金。',
  };

  it('E40: given an opinion revoked on the facts, when the same comes again in other words, then it is not issued unless what is new is named', async () => {
    const { matter, code } = await registered(staff, '屋顶漏水');
    await upTo('accepted', staff, matter);
    await well(act(staff.handler, matter, 'draft', { ...TASK, items: [FOUND, FOUND] }));
    await well(act(staff.head, matter, 'issue', TASK));
    await well(act(staff.reception, matter, 'serve', served()));
    const petitioner = await city.petitioner(code, '1101');
    const asking = { reviewer: 'city-housing', reason: '漏的是排水口，没有查。' };
    await well(petitioner.post(`/api/follow/matters/${matter}/ask-review`, asking));
    await well(act(reviewer, matter, 'accept-review'));
    const revoked = {
      outcome: 'revoke',
      grounds: ['facts'],
      facts: '没有开仓检查排水口。',
      opinion: '撤销，重新办理。',
    };
    await well(act(reviewer, matter, 'draft-review', revoked));
    await well(act(director, matter, 'decide-review'));
    await well(act(reviewer, matter, 'serve-review', { way: 'in-person', on: days.today() }));

    const again = { ...FOUND, answer: '不属保修范围，由业主按规定使用维修资金解决。' };
    await well(act(staff.handler, matter, 'draft', { ...TASK, items: [again, again] }));
    const issue = (renewed?: string) => act(staff.head, matter, 'issue', { ...TASK, ...(renewed ? { renewed } : {}) });
    const same = { status: 409, code: 'review.not-the-same-answer', article: 'house:redo', field: 'renewed' };
    expect(await refused(issue())).toMatchObject(same);
    const vague = await issue('有新证据');
    expect([vague.status, vague.json.error?.code]).toEqual([409, 'review.not-the-same-answer']);
    expect(vague.text).toMatch(/9\d%/);

    const other = { ...FOUND, finding: '开仓检查：排水口通畅，红外测温显示渗水来自女儿墙，另附检测机构4月2日的报告。' };
    await well(act(staff.handler, matter, 'draft', { ...TASK, items: [other, other] }));
    expect(await refused(issue())).toMatchObject(same);
    await well(issue('检测机构4月2日出具的开仓检查报告'));
  });

  it('E40: given an opinion revoked on the facts, when the text stays and what is new is named, then the head may issue it', async () => {
    const { matter, code } = await registered(staff, '外墙开裂');
    await upTo('issued', staff, matter);
    await well(act(staff.reception, matter, 'serve', served()));
    const petitioner = await city.petitioner(code, '1101');
    await well(
      petitioner.post(`/api/follow/matters/${matter}/ask-review`, { reviewer: 'city-housing', reason: '查得不对。' }),
    );
    await well(act(reviewer, matter, 'accept-review'));
    await well(
      act(reviewer, matter, 'draft-review', {
        outcome: 'revoke',
        grounds: ['evidence'],
        facts: '证据不足。',
        opinion: '撤销。',
      }),
    );
    await well(act(director, matter, 'decide-review'));
    await well(act(reviewer, matter, 'serve-review', { way: 'in-person', on: days.today() }));
    const items = [1, 2].map((at) => ({
      request: `请求${at}`,
      finding: '经现场查看，情况属实。',
      basis: '《物业管理条例》',
      verdict: 'support',
      answer: '一个月内修好。',
    }));
    await well(act(staff.handler, matter, 'draft', { ...TASK, items }));
    await well(act(staff.head, matter, 'issue', { ...TASK, renewed: '补充了现场照片十二张和住户签字的勘验记录' }));
  });
});
