import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { verify } from '../../src/ledger/verify.ts';
import { letterOf, matterOf, registered, type Staff, staffOf, upTo, well } from '../life/steps.ts';
import { type EmptyCity, type Hand, openEmptyCity } from '../world/empty-city.ts';
import { act, clock, daysOf, duties, followed, page, paper, refused, told } from './hands.ts';

let city: EmptyCity;
let staff: Staff;
let days: ReturnType<typeof daysOf>;
/** The next body along the street, which may be competent too. */
let land: Staff;
let leader: Hand;

beforeAll(async () => {
  city = await openEmptyCity();
  days = daysOf(city);
  staff = await staffOf(city);
  land = await staffOf(city, 'd01-land');
  leader = await city.officer('d01-gov', 'leader');
});
beforeEach(() => days.on('2026-03-02'));
afterAll(() => city?.close());

const TASK = { assignment: 'a1' };
const REASONS = '塌陷处在规划道路红线内，不属于本单位管理的小区道路，依据城乡规划法。';

async function signedCase(about: string) {
  const one = await registered(staff, about);
  await upTo('signed', staff, one.matter);
  return { ...one, petitioner: await city.petitioner(one.code, '1101') };
}

describe('days', () => {
  it('E1: given 15 days that end in a holiday, when they are shown, then the statutory day rolls to the next workday and the one for assessment does not', async () => {
    days.on('2025-09-16');
    const { matter } = await registered(staff, '路灯不亮');
    expect(await clock(staff.dispatcher, matter, 'forward')).toMatchObject({
      from: '2025-09-16',
      rawEnd: '2025-10-01',
      due: '2025-10-09',
      assessmentDue: '2025-10-01',
    });
  });

  it('E1: given receipt before the Spring Festival, then the 15 days of notice end on the day after it', async () => {
    days.on('2026-02-02');
    const { matter } = await signedCase('水管爆裂');
    expect(await clock(staff.handler, matter, 'notice:a1')).toMatchObject({ rawEnd: '2026-02-17', due: '2026-02-24' });
  });

  it('E2: given receipt on 25 September, then the 15 days are of the calendar and only the objection counts working days, a Sunday made one among them', async () => {
    days.on('2025-09-25');
    const { matter } = await signedCase('垃圾没人收');
    expect(await clock(staff.handler, matter, 'objection:a1')).toMatchObject({ due: '2025-10-09' });
    expect(await clock(staff.handler, matter, 'notice:a1')).toMatchObject({ rawEnd: '2025-10-10', due: '2025-10-10' });
  });

  it('E2: given receipt before the Spring Festival, then an objection on the fifth working day is in time', async () => {
    days.on('2026-02-12');
    const { matter } = await signedCase('工地扬尘');
    days.on('2026-02-26');
    await well(act(staff.head, matter, 'object', { ...TASK, reasons: REASONS }));
  });
});

describe('sending on', () => {
  it('E3: given an office that forwards on day 14, when the body signs, then it has 15 days of its own from its receipt', async () => {
    const { matter } = await registered(staff, '井盖丢了');
    days.pass(14);
    await well(act(staff.dispatcher, matter, 'forward', { to: 'd01-housing' }));
    days.pass(1);
    await well(act(staff.reception, matter, 'sign', TASK));
    expect(await clock(staff.handler, matter, 'forward')).toMatchObject({ outcome: 'met', endedOn: '2026-03-16' });
    expect(await clock(staff.handler, matter, 'notice:a1')).toMatchObject({ from: '2026-03-17', due: '2026-04-01' });
  });

  it('E4: given an objection in time that the sender agrees to, when it is sent elsewhere, then the new body has days of its own, the sender what was left, and the petitioner is told where it is', async () => {
    const { matter, petitioner } = await signedCase('路面塌陷');
    days.pass(2);
    const objected = { ...TASK, reasons: REASONS, suggests: 'd01-land' };
    await well(act(staff.handler, matter, 'object', objected));
    expect(await paper(staff.dispatcher, matter, 'objection')).toContain('规划道路红线');
    expect(await duties(staff.dispatcher, matter)).toEqual(['to-settle']);
    days.pass(1);
    await well(act(staff.dispatcher, matter, 'agree-return', TASK));
    expect(await duties(staff.dispatcher, matter)).toEqual(['returned']);
    /* All 15 days were left: it had been sent on the day it came. */
    expect(await clock(staff.dispatcher, matter, 'forward:a1')).toMatchObject({
      from: '2026-03-05',
      due: '2026-03-20',
    });
    days.pass(1);
    await well(act(staff.dispatcher, matter, 'forward', { to: 'd01-land' }));
    await well(act(land.reception, matter, 'sign', { assignment: 'a2' }));
    const there = await page(land.handler, matter);
    expect(there.clocks.find((one) => one.id === 'notice:a2')).toMatchObject({ from: '2026-03-06', due: '2026-03-23' });
    expect(there.clocks.find((one) => one.id === 'objection:a2')).toMatchObject({ from: '2026-03-06' });
    expect(there.clocks.find((one) => one.id === 'notice:a1')?.outcome).toBe('void');
    expect(there.receivedOn).toBe('2026-03-02');
    const seen = await followed(petitioner, matter);
    expect(seen.holder.name.zh).toBe('临江区自然资源局');
    expect(seen.story.map((one) => one.said.zh).join('')).toContain('临江区自然资源局');
  });

  it('E5: given day six, when the body objects, then it is too late; it accepts, or asks who is competent', async () => {
    const { matter } = await signedCase('围墙歪了');
    days.on('2026-03-10');
    expect(await refused(act(staff.handler, matter, 'object', { ...TASK, reasons: REASONS }))).toMatchObject({
      status: 409,
      code: 'objection.within-5-workdays',
      article: 'regulation:23¶3',
    });
    const open = (await page(staff.handler, matter)).acts.filter((one) => one.open).map((one) => one.id);
    expect(open).toEqual(expect.arrayContaining(['accept', 'raise-dispute']));
    expect(open).not.toContain('object');
  });

  it('given a sender that thinks it simple, when the body signs, then it has three working days to accept, and may still choose the ordinary procedure', async () => {
    const { matter } = await registered(staff, '公厕灯坏');
    await well(act(staff.dispatcher, matter, 'forward', { to: 'd01-housing', simple: true }));
    await well(act(staff.reception, matter, 'sign', TASK));
    const [task] = (await page(staff.handler, matter)).assignments;
    expect(task?.simple).toEqual({ suggested: true });
    expect(await clock(staff.handler, matter, 'simple-accept:a1')).toMatchObject({ due: '2026-03-05' });
    await well(act(staff.handler, matter, 'accept', { ...TASK, route: '31(6)' }));
    expect((await page(staff.handler, matter)).assignments[0]?.procedure).toBe('ordinary');
  });
});

describe('two bodies that both say it is not theirs', () => {
  it('E24: given a dispute, when it is raised, then the common superior decides within its days, whoever received it last holds it, and whoever is named may not object', async () => {
    const { matter, petitioner } = await signedCase('消防通道被占');
    days.on('2026-03-10');
    await well(act(staff.handler, matter, 'raise-dispute', { ...TASK, suggests: 'd01-land', reasons: REASONS }));
    expect(await duties(leader, matter)).toContain('to-arbitrate');
    expect(await duties(staff.head, matter)).toEqual(['to-accept']);
    expect(await clock(leader, matter, 'dispute:a1')).toMatchObject({ due: '2026-03-17' });
    expect(await clock(leader, matter, 'notice:a1')).toMatchObject({ outcome: 'running', due: '2026-03-17' });
    expect((await page(leader, matter)).assignments[0]?.dispute).toMatchObject({
      arbiter: { id: 'd01-gov' },
      suggests: { id: 'd01-land' },
    });
    expect((await told(petitioner, matter))[0]).toContain('临江区人民政府');

    expect((await act(staff.head, matter, 'decide-competence', { ...TASK, to: 'd01-land', reasons: 'x' })).status).toBe(
      403,
    );
    expect(
      await refused(act(leader, matter, 'decide-competence', { ...TASK, to: 'd01-land', reasons: ' ' })),
    ).toMatchObject({ status: 422, field: 'reasons' });
    await well(
      act(leader, matter, 'decide-competence', { ...TASK, to: 'd01-land', reasons: '红线内道路由自然资源局管。' }),
    );
    const decision = await paper(leader, matter, 'competence-decision');
    for (const said of [
      '临江区住房和城乡建设局、临江区自然资源局',
      '红线内道路',
      '由临江区自然资源局受理',
      '第二十四条第一款',
    ])
      expect(decision).toContain(said);
    expect(await duties(land.reception, matter)).toEqual(['to-sign']);
    await well(act(land.reception, matter, 'sign', { assignment: 'a2' }));
    expect((await act(land.handler, matter, 'object', { assignment: 'a2', reasons: REASONS })).status).toBe(409);
    expect((await followed(petitioner, matter)).papers.map((one) => one.title.zh)).toContain('指定受理决定');
    await well(act(land.handler, matter, 'accept', { assignment: 'a2', route: '31(6)' }));
  });

  it('E24: given bodies with nothing above both, when it is raised, then the office of the joint meeting decides', async () => {
    const { matter } = await signedCase('判决没有执行');
    days.on('2026-03-10');
    await well(act(staff.handler, matter, 'raise-dispute', { ...TASK, suggests: 'd01-court', reasons: REASONS }));
    const office = await city.officer('d01-petition', 'head');
    expect(await duties(office, matter)).toContain('to-arbitrate');
    await well(act(office, matter, 'decide-competence', { ...TASK, to: 'd01-housing', reasons: '先由住建局办。' }));
    expect(await duties(staff.head, matter)).toEqual(['to-accept']);
    expect(await clock(staff.head, matter, 'notice:a1')).toMatchObject({ from: '2026-03-02', outcome: 'running' });
  });
});

describe('reports of wrongdoing', () => {
  const SECRET = '檀木柜子里的账本';
  let old: Hand;
  let keeper: Hand;
  let number = '';
  let matter = '';

  it('E27: given a sealed report, when its keeper passes it on, then the new keeper has it with its letter, and the old one has neither', async () => {
    old = await city.officer('city-petition', 'sealed');
    keeper = await city.officer('city-discipline', 'sealed');
    const letter = {
      ...letterOf(SECRET, { purpose: 'report' }),
      channel: 'letter',
      matters: [matterOf('x', { purpose: 'report' })],
    };
    const receipt = await well(staff.clerk.post('/api/submissions', letter));
    number = String(receipt.json.number);
    matter = `${number}-1`;
    const made = matterOf(SECRET, { purpose: 'report', accused: ['d01-housing'] });
    await well(old.post(`/api/submissions/${number}/register`, { matters: [made] }));
    expect((await page(old, matter)).acts.filter((one) => one.open).map((one) => one.id)).toEqual([
      'pass-report',
      'note-report',
      'conclude-report',
    ]);

    await well(act(old, matter, 'pass-report', { to: 'city-discipline', remark: '原件一并移送。' }));
    for (const url of [`/api/matters/${matter}`, `/api/submissions/${number}`])
      expect([url, (await old.get(url)).status]).toEqual([url, 404]);
    expect((await well(old.get('/api/sealed'))).json.rows).toEqual([]);
    const list = (await well(keeper.get('/api/sealed'))).json.rows as { number: string }[];
    expect(list.map((row) => row.number).sort()).toEqual([number, matter]);
    expect((await well(keeper.get(`/api/submissions/${number}`))).text).toContain(SECRET);
    expect((await page(keeper, matter)).text).toContain(SECRET);
  });

  it('E27: given its covering letter, then it names neither the accused nor the report, and only the keeper reads it', async () => {
    const text = await paper(keeper, matter, 'report-transfer');
    for (const said of ['原件一并移送', '干部管理权限', '第三十条第三款']) expect(text).toContain(said);
    for (const unsaid of [SECRET, '住房和城乡建设局', '住建局', '周桂兰']) expect(text).not.toContain(unsaid);
    const href = (await page(keeper, matter)).instruments[0]?.href ?? '';
    expect(href).not.toBe('');
    for (const hand of [old, staff.head, leader, await city.officer('city-discipline', 'head')])
      expect((await hand.get(href)).status).toBe(404);
  });

  it('E27: given a remark that names the accused, when it is passed on, then it is refused', async () => {
    const { json } = await well(
      staff.clerk.post('/api/submissions', { ...letterOf(SECRET, { purpose: 'report' }), channel: 'letter' }),
    );
    const made = matterOf(SECRET, { purpose: 'report', accused: ['city-discipline'] });
    await well(old.post(`/api/submissions/${json.number}/register`, { matters: [made] }));
    const other = `${json.number}-1`;
    const remark = '事涉南江市纪律检查委员会。'.replace('南江市', '中共南江市');
    expect(await refused(act(old, other, 'pass-report', { to: 'city-discipline', remark: '' }))).toMatchObject({
      status: 409,
      code: 'transfer.accused-blocked',
      article: 'regulation:30¶3',
      field: 'to',
    });
    expect(await refused(act(old, other, 'pass-report', { to: 'd02-discipline', remark }))).toMatchObject({
      code: 'transfer.accused-blocked',
    });
    expect(
      await refused(act(keeper, matter, 'pass-report', { to: 'city-party', remark: '临江区住建局的事' })),
    ).toMatchObject({
      status: 422,
      code: 'report.sealed',
      field: 'remark',
    });
  });

  it('E27: given the new keeper, when the work is noted and concluded, then it stands in the sealed record alone', async () => {
    await well(act(keeper, matter, 'note-report', { text: '已谈话两次。' }));
    expect((await act(keeper, matter, 'conclude-report', { text: ' ' })).status).toBe(422);
    await well(act(keeper, matter, 'conclude-report', { text: '立案审查，已反馈举报人。' }));
    const done = await page(keeper, matter);
    expect([done.phase, done.acts.filter((one) => one.open).map((one) => one.id)]).toEqual(['closed', ['archive']]);
    expect(done.story.map((one) => one.note)).toEqual(
      expect.arrayContaining(['已谈话两次。', '立案审查，已反馈举报人。']),
    );
    await city.settle();
    const { rows } = await city.database.pool.query(
      `select 'desk' as at from desk where item like $1 union all select 'matter' from matter where number like $1
       union all select 'search' from search_text where matter like $1`,
      [`${number}%`],
    );
    expect(rows).toEqual([]);
    expect((await verify(city.ledger)).wrong).toEqual([]);
  });

  it('E28: given a letter with a claim about wages and a report in it, when both are registered, then the claim goes on without the accusing words, and the report to its keeper alone', async () => {
    const letter = {
      ...letterOf('拖欠工资'),
      channel: 'letter',
      matters: [
        matterOf('拖欠工资', { category: '030400' }),
        matterOf(SECRET, { purpose: 'report', accused: ['d01-housing'], text: `${SECRET}，请查。` }),
      ],
    };
    Object.assign(letter.particulars, { text: `拖欠工资。另外，${SECRET}。` });
    const { json } = await well(staff.clerk.post('/api/submissions', letter));
    const [claim, report] = [`${json.number}-1`, `${json.number}-2`];
    await upTo('accepted', staff, claim);
    await well(act(old, report, 'pass-report', { to: 'city-discipline' }));
    await city.settle();
    city.said.length = 0;
    for (const hand of [staff.handler, staff.head, leader]) {
      await well(hand.get(`/api/matters/${claim}`));
      expect((await hand.get(`/api/matters/${report}`)).status).toBe(404);
      await hand.get(`/api/submissions/${json.number}`);
      await hand.get(`/desk/print/registration/${json.number}`);
    }
    expect(city.said.join('').includes(SECRET)).toBe(false);
    expect(city.said.join('').includes(report)).toBe(false);
    /* Who oversees the place sees that a letter came, and whose, without its words. */
    expect((await well(leader.get(`/api/submissions/${json.number}`))).json).toMatchObject({
      withheld: true,
      text: '',
      matters: [claim],
    });
    expect((await page(keeper, report)).text).toContain(SECRET);
  });
});

describe('territory', () => {
  it('E49: given a problem in one district and a petitioner of another, when it is handled, then the place of the problem leads and the residence assists', async () => {
    const letter = letterOf('出租房漏水');
    Object.assign(letter.particulars.people[0] ?? {}, { address: '南江市北塘区塘西街道5号' });
    const { json } = await well(
      staff.clerk.post('/api/submissions', { ...letter, channel: 'letter', matters: [matterOf('出租房漏水')] }),
    );
    const matter = `${json.number}-1`;
    expect(matter.slice(0, 6)).toBe('990101');
    await upTo('accepted', staff, matter);
    const street = await city.officer('d02-street-01', 'handler');
    expect((await street.get(`/api/matters/${matter}`)).status).toBe(404);
    await well(
      act(staff.handler, matter, 'ask-contribution', {
        ...TASK,
        body: 'd02-street-01',
        ask: '请向信访人本人送达并了解困难。',
        due: '2026-03-20',
      }),
    );
    expect(await duties(street, matter)).toEqual(['contribution']);
    expect(await duties(staff.handler, matter)).toEqual(['in-hand']);
    expect(await paper(street, matter, 'contribution-request')).toContain('请向信访人本人送达');
    await well(act(street, matter, 'contribute', { text: '已上门，家里有老人。' }));
    expect(await duties(street, matter)).toEqual([]);
    expect((await page(staff.handler, matter)).story.map((one) => one.note)).toContain('已上门，家里有老人。');
    expect((await act(street, matter, 'draft', { ...TASK, items: [] })).status).not.toBe(200);
  });
});
