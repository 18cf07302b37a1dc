import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { figures, WHOLE_INSTALLATION } from '../../src/accountability/figures/server/figures.ts';
import { addDays } from '../../src/domain/days.ts';
import type { RatingLevel } from '../../src/domain/vocabulary.ts';
import { verify } from '../../src/ledger/verify.ts';
import { foldAll, recount } from '../figures/recount.ts';
import { registered, type Staff, staffOf, upTo, well } from '../life/steps.ts';
import { portalServer, textOf, Visitor } from '../portal/portal-world.ts';
import { type EmptyCity, type Hand, openEmptyCity } from '../world/empty-city.ts';
import { act, clock, daysOf, followed, page, refused, told } from './hands.ts';

let city: EmptyCity;
let staff: Staff;
let supervisor: Hand;
let days: ReturnType<typeof daysOf>;

beforeAll(async () => {
  city = await openEmptyCity();
  days = daysOf(city);
  staff = await staffOf(city);
  supervisor = await city.officer('d01-petition', 'supervisor');
});
afterAll(() => city?.close());

function rate(petitioner: Hand, matter: string, side: 'office' | 'body', level: RatingLevel, reason = '') {
  return petitioner.post(`/api/follow/matters/${matter}/rate`, { side, level, reason });
}

async function served(about: string) {
  const one = await registered(staff, about);
  await upTo('issued', staff, one.matter);
  await well(act(staff.handler, one.matter, 'serve', { assignment: 'a1', way: 'in-person', on: days.today() }));
  return { ...one, petitioner: await city.petitioner(one.code, '1101') };
}

/** What the figures count of ratings in a period, each part by the rows and by the folded facts. */
async function counted(from: string, to: string) {
  const today = days.today();
  const answer = await figures(city.ledger, { from, to, scope: WHOLE_INSTALLATION, today });
  const told = recount(await foldAll(city.ledger), from, to, today);
  return (id: string, part: string) => {
    const shown = answer.indicators.find((one) => one.id === id)?.parts.find((one) => one.part === part)?.count;
    const again = told.filter((one) => one.indicator === id && one.part === part).length;
    expect([id, part, shown]).toEqual([id, part, again]);
    return shown;
  };
}

describe('who is rated', () => {
  it('E46: given an anonymous letter and one led into court, when answered, then nobody is asked to rate and no figure counts them', async () => {
    const { json } = await well(
      staff.clerk.post('/api/submissions', {
        purpose: 'claim',
        division: '990101001',
        channel: 'letter',
        identity: 'anonymous',
        particulars: { people: [{ name: '' }], title: '路面塌陷', text: '请修。', requests: ['修路'] },
        matters: [
          { purpose: 'claim', category: '030400', title: '路面塌陷', text: '请修。', requests: ['修路'], accused: [] },
        ],
      }),
    );
    const anonymous = `${json.number}-1`;
    await well(staff.dispatcher.post(`/api/matters/${anonymous}/forward`, { to: 'd01-housing' }));
    const writer = await city.petitioner(String(json.code), '匿名');
    expect((await followed(writer, anonymous)).can.rate).toEqual([]);
    expect(await refused(rate(writer, anonymous, 'office', 'satisfied'))).toMatchObject({
      status: 409,
      code: 'rating.two-sides',
      article: 'rating-rules:3',
    });

    const sued = await registered(staff, '工伤赔偿');
    await upTo('signed', staff, sued.matter);
    await well(
      act(staff.handler, sued.matter, 'route-out', {
        assignment: 'a1',
        route: '31(1)',
        body: '临江区人民法院',
        limit: '三年',
        materials: '起诉状',
        explain: '属于诉讼。',
      }),
    );
    const suing = await city.petitioner(sued.code, '1101');
    expect((await followed(suing, sued.matter)).can.rate).toEqual([]);
    expect((await refused(rate(suing, sued.matter, 'office', 'unsatisfied', '推来推去'))).code).toBe(
      'rating.two-sides',
    );

    const from = days.today();
    days.pass(60);
    const told = recount(await foldAll(city.ledger), from, days.today(), days.today());
    const mine = told.filter((one) => one.number === anonymous || one.number === sued.matter);
    expect(mine.filter((one) => /^(participation|satisfaction)/.test(one.indicator))).toEqual([]);
    const { rows } = await city.database.pool.query('select 1 from rating where matter = any($1)', [
      [anonymous, sued.matter],
    ]);
    expect(rows).toEqual([]);
  });

  it('E47: given a window that ends unrated, then it lowers participation and not satisfaction, and the page says it is over', async () => {
    const from = days.pass(1);
    const silent = await served('楼灯不亮');
    const happy = await served('楼门不关');
    await well(rate(happy.petitioner, happy.matter, 'body', 'satisfied'));
    const { due } = await clock(staff.handler, silent.matter, 'rating:a1');
    days.on(due);
    expect((await followed(silent.petitioner, silent.matter)).can.rate).toEqual(['office', 'body']);
    days.pass(1);
    expect(await refused(rate(silent.petitioner, silent.matter, 'body', 'satisfied'))).toMatchObject({
      status: 409,
      code: 'rating.two-sides',
    });
    const seen = await followed(silent.petitioner, silent.matter);
    expect([seen.can.rate, seen.rateUntil]).toEqual([[], due]);
    const of = await counted(from, days.today());
    expect([of('participation-body', 'satisfied'), of('participation-body', 'expired')]).toEqual([1, 1]);
    expect([of('satisfaction-body', 'satisfied'), of('satisfaction-body', 'unsatisfied')]).toEqual([1, 0]);
    const { indicators } = await figures(city.ledger, {
      from,
      to: days.today(),
      scope: WHOLE_INSTALLATION,
      today: days.today(),
    });
    const value = (id: string) => indicators.find((one) => one.id === id)?.value;
    expect([value('participation-body'), value('satisfaction-body')]).toEqual([50, 100]);
  });
});

describe('rated again', () => {
  it('E48: given dissatisfaction, when staff would have it changed, then only more handling opens it, the petitioner alone rates, and both ratings stay', async () => {
    const from = days.pass(1);
    const { matter, petitioner } = await served('暖气不热');
    await well(rate(petitioner, matter, 'body', 'unsatisfied', '只打了个电话'));
    for (const hand of [staff.handler, supervisor])
      expect((await rate(hand, matter, 'body', 'satisfied')).status).toBe(401);
    expect(
      await refused(act(supervisor, matter, 'reopen-rating', { side: 'body', reason: '他愿意改。' })),
    ).toMatchObject({
      status: 409,
      article: 'house:rating-integrity',
    });

    days.pass(5);
    expect((await refused(act(staff.handler, matter, 'rehandle', { text: ' ' }))).field).toBe('text');
    await well(act(staff.handler, matter, 'rehandle', { text: '上门换了阀门，量过室温。' }));
    for (const hand of [staff.handler, staff.head, staff.dispatcher])
      expect((await act(hand, matter, 'reopen-rating', { side: 'body', reason: '再评。' })).status).toBe(403);
    await well(act(supervisor, matter, 'reopen-rating', { side: 'body', reason: '再办理以后请再评。' }));
    const reopenedOn = days.today();

    const asked = await followed(petitioner, matter);
    const { due } = await clock(supervisor, matter, 'rating:a1:body');
    expect(asked).toMatchObject({
      rateAgain: [{ side: 'body', until: due }],
      earlierRatings: [{ side: 'body', level: 'unsatisfied' }],
      ratings: [],
    });
    expect(asked.can.rate).toContain('body');
    expect(await told(petitioner, matter)).toContain('请您再评一次，上次的评价也留着。');
    const asBefore = await counted(from, days.today());
    expect([asBefore('satisfaction-body', 'unsatisfied'), asBefore('satisfaction-body', 'basically')]).toEqual([1, 0]);

    days.pass(2);
    await well(rate(petitioner, matter, 'body', 'basically'));
    expect((await refused(rate(petitioner, matter, 'body', 'satisfied'))).code).toBe('rated-already');
    const { proceedings, ratings } = await page(supervisor, matter);
    expect(proceedings?.ratings).toMatchObject([
      {
        level: 'unsatisfied',
        reason: '只打了个电话',
        reopened: { on: reopenedOn, text: '再办理以后请再评。', by: { zh: '临江区信访局 d01-petition.supervisor' } },
      },
      { level: 'basically', on: days.today() },
    ]);
    expect(proceedings?.rehandled).toMatchObject([{ text: '上门换了阀门，量过室温。' }]);
    expect(ratings).toMatchObject([{ side: 'body', level: 'basically' }]);
    expect(await followed(petitioner, matter)).toMatchObject({
      ratings: [{ level: 'basically' }],
      earlierRatings: [{ level: 'unsatisfied' }],
    });
    const asNow = await counted(from, days.today());
    expect([asNow('satisfaction-body', 'unsatisfied'), asNow('satisfaction-body', 'basically')]).toEqual([0, 1]);
    const { rows } = await city.database.pool.query<{ actor: string }>(
      `select actor from fact where stream = $1 and kind = 'RatingReopened'`,
      [matter],
    );
    expect(rows).toEqual([{ actor: 'staff:d01-petition.supervisor' }]);
  });

  it('E48: given it was opened again and the petitioner keeps silent, then what they said before counts, and is never lost', async () => {
    const from = days.pass(1);
    const { matter, petitioner } = await served('井盖丢失');
    await well(rate(petitioner, matter, 'body', 'unsatisfied', '没人来'));
    await well(act(staff.handler, matter, 'rehandle', { text: '已补井盖。' }));
    await well(act(supervisor, matter, 'reopen-rating', { side: 'body', reason: '请再评。' }));
    const { due } = await clock(supervisor, matter, 'rating:a1:body');
    days.on(addDays(due, 1));
    expect((await refused(rate(petitioner, matter, 'body', 'satisfied'))).code).toBe('rating.two-sides');
    const of = await counted(from, days.today());
    expect([of('participation-body', 'unsatisfied'), of('participation-body', 'expired')]).toEqual([1, 0]);
  });

  it('T35: given a follow-up, then it says only whether the answer was carried out and what is still asked', async () => {
    const { matter } = await served('水压不足');
    const visit = { way: 'phone', reached: true, carriedOut: 'partly', text: '还有三楼没有通水。' };
    expect((await refused(act(supervisor, matter, 'revisit', { ...visit, on: addDays(days.today(), 1) }))).field).toBe(
      'on',
    );
    expect((await act(staff.handler, matter, 'revisit', { ...visit, on: days.today() })).status).toBe(403);
    await well(act(supervisor, matter, 'revisit', { ...visit, on: days.today() }));
    const story = (await page(supervisor, matter)).story.findLast((one) => one.kind === 'Revisited');
    expect(story).toMatchObject({ detail: { zh: '部分落实' }, note: '还有三楼没有通水。' });
  });
});

describe('on the portal, without script', () => {
  it('E48: asks to rate again, says that silence costs nothing, and shows the earlier rating beside the new', async () => {
    const server = await portalServer(city.ledger);
    const visitor = new Visitor(server);
    const { matter, number, code, petitioner } = await served('阀门漏气');
    await well(rate(petitioner, matter, 'body', 'unsatisfied', '来了没修'));
    await well(act(staff.handler, matter, 'rehandle', { text: '换了阀门。' }));
    await well(act(supervisor, matter, 'reopen-rating', { side: 'body', reason: '请再评。' }));
    await visitor.open('/follow');
    const seen = textOf((await visitor.send('/follow', { code, fact: '1101' })).html);
    for (const said of ['再评一次', '不评，上次的照样算数', '以前评的也留着', '办理、答复 不满意'])
      expect(seen).toContain(said);
    const form = `/follow/${number}/rate?m=${matter}`;
    await visitor.open(form);
    const done = textOf((await visitor.send(form, { body: 'satisfied' })).html);
    expect(done).toContain('您的评价：办理、答复 满意');
    expect(done).toContain('以前评的也留着');
    await server.close();
  });

  it('T21, T22: shows when and where the hearing is, and what was agreed', async () => {
    const server = await portalServer(city.ledger);
    const visitor = new Visitor(server);
    const { matter, code } = await registered(staff, '停车位纠纷');
    await upTo('accepted', staff, matter);
    const heldOn = addDays(days.today(), 10);
    const hearing = { assignment: 'a1', at: '上午9点，三楼', topic: '车位归谁', chair: '王某', members: 5, heldOn };
    await well(act(staff.head, matter, 'open-hearing', hearing));
    const mediation = { assignment: 'a1', kind: 'people', consentPetitioner: true, consentOther: true };
    await well(act(staff.handler, matter, 'begin-mediation', { ...mediation, other: '物业公司', mediators: '陈某' }));
    const promises = [{ what: '划出车位', who: '物业公司', due: addDays(days.today(), 20) }];
    await well(act(staff.handler, matter, 'end-mediation', { agreed: true, promises, text: '双方都认。' }));
    await visitor.open('/follow');
    const seen = textOf((await visitor.send('/follow', { code, fact: '1101' })).html);
    for (const said of [
      '上午9点，三楼',
      '谈的是：车位归谁',
      '可以请代理人',
      '和物业公司达成了协议',
      '物业公司：划出车位',
      '司法确认',
      '您的权利也一样不少',
    ])
      expect(seen).toContain(said);
    await server.close();
  });
});

describe('the record', () => {
  it('holds after all of this', async () => {
    expect((await verify(city.ledger)).wrong).toEqual([]);
  });
});
