import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { letterOf, matterOf, registered, type Staff, staffOf, upTo, well } from '../life/steps.ts';
import { type EmptyCity, type Hand, openEmptyCity } from '../world/empty-city.ts';
import { act, clock, daysOf, duties, followed, page, paper, refused } from './hands.ts';

let city: EmptyCity;
let staff: Staff;
let days: ReturnType<typeof daysOf>;

beforeAll(async () => {
  city = await openEmptyCity();
  days = daysOf(city);
  staff = await staffOf(city);
});
beforeEach(() => days.on('2026-03-02'));
afterAll(() => city?.close());

const TASK = { assignment: 'a1' };
const ORDINARY = { ...TASK, route: '31(6)' };
const SIMPLE = { ...ORDINARY, procedure: 'simple' };

async function signedCase(about: string, more: object = {}) {
  const one = await registered(staff, about, more);
  await upTo('signed', staff, one.matter);
  return { ...one, petitioner: await city.petitioner(one.code, '1101') };
}

/** Taken in by somebody with what is special about it, and registered as one matter. */
async function takenIn(clerk: Hand, about: string, more: object, of: object = {}) {
  const letter = { ...letterOf(about, more), channel: 'letter', matters: [matterOf(about, of)], ...more };
  const { json } = await well(clerk.post('/api/submissions', letter));
  const number = String(json.number);
  return { number, matter: `${number}-1`, code: String(json.code) };
}

describe('the 60 days', () => {
  it('E1: given acceptance on 4 August, then the 60 days end after the National Day holiday, and for assessment within it', async () => {
    days.on('2025-08-04');
    const { matter } = await signedCase('屋顶漏水');
    await well(act(staff.handler, matter, 'accept', ORDINARY));
    expect(await clock(staff.handler, matter, 'handle:a1')).toMatchObject({
      from: '2025-08-04',
      rawEnd: '2025-10-03',
      due: '2025-10-09',
      assessmentDue: '2025-10-03',
      statutory: true,
    });
  });

  it('E8: given no notice by day 15, when it is accepted on day 18, then the 60 days count from day 15 and the miss shows', async () => {
    const { matter, petitioner } = await signedCase('楼道堆物');
    days.on('2026-03-20');
    expect((await page(staff.handler, matter)).assignments[0]?.acceptsOn).toBe('2026-03-17');
    await well(act(staff.handler, matter, 'accept', ORDINARY));
    const seen = await page(staff.handler, matter);
    expect(seen.assignments[0]?.acceptedOn).toBe('2026-03-17');
    expect(seen.clocks.find((one) => one.id === 'notice:a1')).toMatchObject({ outcome: 'late', endedOn: '2026-03-20' });
    expect(seen.clocks.find((one) => one.id === 'handle:a1')).toMatchObject({
      from: '2026-03-17',
      rawEnd: '2026-05-16',
    });
    const notice = await paper(staff.handler, matter, 'acceptance-notice');
    for (const said of ['迟了', '视为2026年3月17日受理', '最晚2026年5月18日']) expect(notice).toContain(said);
    expect((await followed(petitioner, matter)).papers.map((one) => one.title.zh)).toContain('受理告知书');
  });

  it('E9: given a suggestion, when it is accepted, then it has a service target, no statutory 60 days, and is never late by law', async () => {
    const { matter, code } = await takenIn(
      staff.clerk,
      '多种些树',
      { purpose: 'suggestion' },
      { purpose: 'suggestion' },
    );
    await upTo('signed', staff, matter);
    await well(act(staff.handler, matter, 'accept', { ...TASK, route: '29' }));
    const kinds = (await page(staff.handler, matter)).clocks.filter((one) => one.id === 'handle:a1');
    expect(kinds).toMatchObject([{ kind: 'suggestion', statutory: false }]);
    expect(await paper(staff.handler, matter, 'acceptance-notice')).not.toContain('60日');
    expect(
      await refused(act(staff.handler, matter, 'ask-extension', { ...TASK, days: 10, reason: '要论证' })),
    ).toMatchObject({
      code: 'extension.once-30-days-before-due',
    });
    const petitioner = await city.petitioner(code, '1101');
    expect((await followed(petitioner, matter)).can.askReview).toBe(false);
  });

  it('E9: given a report of wrongdoing, then no clock of 60 days exists for it at all', async () => {
    const keeper = await city.officer('city-petition', 'sealed');
    const { number } = await takenIn(staff.clerk, '举报一件事', { purpose: 'report' }, { purpose: 'report' });
    const made = matterOf('举报一件事', { purpose: 'report', accused: ['d01-land'] });
    await well(keeper.post(`/api/submissions/${number}/register`, { matters: [made] }));
    const seen = await page(keeper, `${number}-1`);
    expect(seen.clocks.filter((one) => ['handle', 'notice', 'duty'].includes(one.kind))).toEqual([]);
  });
});

describe('the simple procedure', () => {
  it('given a first matter with clear facts, when it is accepted as simple, then it is answered within ten working days', async () => {
    const { matter } = await signedCase('路灯坏了');
    await well(act(staff.handler, matter, 'accept', SIMPLE));
    expect(await clock(staff.handler, matter, 'handle:a1')).toMatchObject({ kind: 'simple-handle', due: '2026-03-16' });
    const notice = await paper(staff.handler, matter, 'acceptance-notice');
    for (const said of ['10个工作日', '2026年3月16日']) expect(notice).toContain(said);
  });

  it('E44: given a matter assigned with feedback, when it is accepted as simple, then it is refused, and the page said so before', async () => {
    const { matter } = await registered(staff, '小区停水');
    await well(act(staff.dispatcher, matter, 'assign', { to: 'd01-housing', feedbackDue: '2026-04-01' }));
    await well(act(staff.reception, matter, 'sign', TASK));
    expect((await page(staff.handler, matter)).assignments[0]?.simple?.closed?.zh).toContain('交办');
    expect(await refused(act(staff.handler, matter, 'accept', SIMPLE))).toMatchObject({
      status: 422,
      code: 'simple.conditions',
      article: 'simple-procedure:4',
      field: 'procedure',
    });
    await well(act(staff.handler, matter, 'accept', ORDINARY));
  });

  it('E44: given a matter that came again, when it is accepted as simple, then it is refused', async () => {
    const first = await signedCase('暖气不热');
    const again = await registered(staff, '暖气还是不热');
    await well(
      act(staff.dispatcher, again.matter, 'merge', {
        into: first.matter,
        confirmedSame: true,
        reason: '同一人同一件事',
      }),
    );
    expect(await refused(act(staff.handler, first.matter, 'accept', SIMPLE))).toMatchObject({
      code: 'simple.conditions',
    });
  });
});

describe('what is not accepted', () => {
  it('E37: given a visit to the city about a matter of a street, when it is declined there, then it stays registered, and the notice guides and says that letters may go to any level', async () => {
    const hall = await city.officer('city-petition', 'clerk');
    const dispatcher = await city.officer('city-petition', 'dispatcher');
    const { matter, code } = await takenIn(hall, '门前积水', { channel: 'visit' });
    expect(await duties(dispatcher, matter)).toEqual(['to-forward']);
    const declined = { reason: 'skipped-level-visit', goTo: '河湾街道办事处，或者临江区信访局（江堤路22号）' };
    await well(act(dispatcher, matter, 'not-accept', declined));
    const notice = await paper(dispatcher, matter, 'non-acceptance-notice');
    for (const said of [
      '门前积水',
      matter,
      '第二十条第一款',
      '临江区信访局（江堤路22号）',
      '写信、网上提出不受这个限制',
      '已经登记',
    ])
      expect(notice).toContain(said);
    const seen = await page(hall, matter);
    expect([seen.phase, seen.clocks.filter((one) => one.outcome === 'running')]).toEqual(['closed', []]);
    const petitioner = await city.petitioner(code, '1101');
    const shown = await followed(petitioner, matter);
    expect([shown.state, shown.papers.map((one) => one.title.zh)]).toEqual(['not-accepted', ['不予受理告知书']]);
  });

  it('E37: given a letter to the city about the same, then it cannot be declined for skipping a level, and is forwarded', async () => {
    const hall = await city.officer('city-petition', 'clerk');
    const dispatcher = await city.officer('city-petition', 'dispatcher');
    const { matter } = await takenIn(hall, '门前积水', {});
    const declined = { reason: 'skipped-level-visit', goTo: '临江区信访局' };
    expect(await refused(act(dispatcher, matter, 'not-accept', declined))).toMatchObject({
      status: 422,
      code: 'not-accepted.reasons',
      article: 'regulation:19¶3',
      field: 'reason',
    });
    await well(act(dispatcher, matter, 'forward', { to: 'd01-petition' }));
  });

  it('19¶3: given the same matter within its period below, when the city office declines it, then it names that matter and where to ask, and only once an officer has compared', async () => {
    const below = await signedCase('下水道堵了');
    await well(act(staff.handler, below.matter, 'accept', ORDINARY));
    const dispatcher = await city.officer('city-petition', 'dispatcher');
    const { matter } = await takenIn(await city.officer('city-petition', 'clerk'), '下水道堵了', {});
    const declined = { reason: 'pending-elsewhere', cites: below.matter, goTo: '临江区住房和城乡建设局' };
    expect(await refused(act(dispatcher, matter, 'not-accept', declined))).toMatchObject({
      code: 'repeat.same-person-same-matter',
      field: 'confirmedSame',
    });
    const unknown = { ...declined, cites: '990101-2026-000999-1', confirmedSame: true };
    expect(await refused(act(dispatcher, matter, 'not-accept', unknown))).toMatchObject({
      code: 'repeat.pending-below',
    });
    await well(act(dispatcher, matter, 'not-accept', { ...declined, confirmedSame: true }));
    const notice = await paper(dispatcher, matter, 'non-acceptance-notice');
    for (const said of [below.matter, '第十九条第三款', '临江区住房和城乡建设局']) expect(notice).toContain(said);
  });
});

describe('legal procedures', () => {
  it('E22, E23: given a matter for arbitration, when it is led there, then the clocks end without a miss, and the petitioner has at once the body, the limit, the papers and the warning', async () => {
    const { matter, petitioner } = await signedCase('拖欠工资');
    const out = {
      ...TASK,
      route: '31(2)',
      body: '临江区劳动人事争议仲裁委员会',
      limit: '一年内',
      materials: '仲裁申请书',
    };
    expect(await refused(act(staff.handler, matter, 'route-out', { ...out, limit: ' ' }))).toMatchObject({
      status: 422,
      field: 'limit',
    });
    await well(act(staff.handler, matter, 'route-out', out));
    const seen = await page(staff.handler, matter);
    expect(seen.clocks.map((one) => one.outcome)).not.toContain('running');
    expect(seen.clocks.find((one) => one.id === 'notice:a1')?.outcome).toBe('met');
    const shown = await followed(petitioner, matter);
    const notice = shown.papers.find((one) => one.title.zh === '法定途径告知书');
    const { text } = await well(petitioner.get(notice?.href ?? ''));
    for (const said of [
      '第三十一条第二项',
      '临江区劳动人事争议仲裁委员会',
      '一年内',
      '仲裁申请书',
      '不能使诉讼、仲裁、行政复议的期限停下来',
    ])
      expect(text).toContain(said);
    expect(shown.state).toBe('routed-out');
  });
});
