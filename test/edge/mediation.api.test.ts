import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addDays } from '../../src/domain/days.ts';
import { letterOf, matterOf, registered, type Staff, staffOf, upTo, well } from '../life/steps.ts';
import { type EmptyCity, openEmptyCity } from '../world/empty-city.ts';
import { act, clock, daysOf, duties, followed, page, paper, refused, told } from './hands.ts';

let city: EmptyCity;
let staff: Staff;
let days: ReturnType<typeof daysOf>;

beforeAll(async () => {
  city = await openEmptyCity();
  days = daysOf(city);
  staff = await staffOf(city);
});
afterAll(() => city?.close());

const BEGIN = {
  assignment: 'a1',
  kind: 'people',
  consentPetitioner: true,
  consentOther: true,
  other: '河湾物业公司',
  mediators: '街道人民调解委员会陈某、律师李某',
};

/** What the other side and the petitioner promise, counted from today. */
function promises(...after: readonly number[]) {
  return after.map((many, at) => ({
    what: at === 0 ? '退还押金三千元' : '交回门卡',
    who: at === 0 ? '河湾物业公司' : '周桂兰',
    due: addDays(days.today(), many),
  }));
}

async function mediating(about: string, more: object = {}) {
  const one = await registered(staff, about);
  await upTo('accepted', staff, one.matter);
  await well(act(staff.handler, one.matter, 'begin-mediation', { ...BEGIN, ...more }));
  return { ...one, petitioner: await city.petitioner(one.code, '1101') };
}

async function agreed(about: string, more: object = {}) {
  const one = await mediating(about, more);
  const text = '押金三千元，双方都认。';
  await well(act(staff.handler, one.matter, 'end-mediation', { agreed: true, promises: promises(18, 25), text }));
  return one;
}

/** Notes this promise. */
function noted(matter: string, promise: number, kept: boolean, text = '看过收据。') {
  return well(act(staff.handler, matter, 'note-performance', { promise, kept, text }));
}

describe('mediation', () => {
  it('T22: given both sides are asked apart, when one does not consent, then it does not begin', async () => {
    const { matter } = await registered(staff, '押金不退');
    await upTo('accepted', staff, matter);
    for (const field of ['consentPetitioner', 'consentOther']) {
      expect(await refused(act(staff.handler, matter, 'begin-mediation', { ...BEGIN, [field]: false }))).toMatchObject({
        status: 422,
        article: 'regulation:33',
        field,
      });
    }
    expect((await refused(act(staff.handler, matter, 'begin-mediation', { ...BEGIN, other: ' ' }))).field).toBe(
      'other',
    );
    expect((await page(staff.handler, matter)).proceedings?.mediations).toEqual([]);
  });

  it('T22: given mediation begins and fails, then no day stood still, the duty stayed, and it may be tried again', async () => {
    const { matter, petitioner } = await mediating('邻里漏水');
    const before = await clock(staff.handler, matter, 'handle:a1');
    expect((await followed(petitioner, matter)).mediations).toMatchObject([
      { kind: { zh: '人民调解' }, phase: 'open', other: '河湾物业公司', promises: [] },
    ]);
    expect(await duties(staff.handler, matter)).toContain('in-hand');
    days.pass(5);
    await well(act(staff.handler, matter, 'end-mediation', { agreed: false, text: '对方不愿意再谈。' }));
    expect(await clock(staff.handler, matter, 'handle:a1')).toMatchObject({ due: before.due });
    expect((await followed(petitioner, matter)).mediations).toBeUndefined();
    expect(await told(petitioner, matter)).toContain('调解没有谈成，接着按程序办。');
    expect(await paper(staff.handler, matter, 'mediation-agreement')).toBe('');
    await well(act(staff.handler, matter, 'begin-mediation', BEGIN));
  });

  it('T22: given an agreement, when it ends, then it names parties, facts and each promise with its day, and both sides have 30 days for the court (C13)', async () => {
    const { matter } = await mediating('押金不退');
    expect(
      await refused(act(staff.handler, matter, 'end-mediation', { agreed: true, text: '谈成了。' })),
    ).toMatchObject({ status: 422, article: 'regulation:33', field: 'promises' });
    const past = [{ what: '退押金', who: '物业', due: addDays(days.today(), -1) }];
    expect(
      (await refused(act(staff.handler, matter, 'end-mediation', { agreed: true, promises: past, text: '谈成。' })))
        .field,
    ).toBe('promises.0');
    const on = days.today();
    const text = '押金三千元，双方都认。';
    await well(act(staff.handler, matter, 'end-mediation', { agreed: true, promises: promises(18, 25), text }));
    const agreement = await paper(staff.handler, matter, 'mediation-agreement');
    for (const said of [
      '周桂兰；河湾物业公司',
      '律师李某',
      text,
      '河湾物业公司：退还押金三千元',
      '司法确认',
      '以后依法提出信访',
    ])
      expect(agreement).toContain(said);
    const [one] = (await page(staff.handler, matter)).proceedings?.mediations ?? [];
    expect(one).toMatchObject({
      phase: 'agreed',
      ended: { on, text },
      promises: [
        { what: '退还押金三千元', who: '河湾物业公司', due: addDays(on, 18) },
        { what: '交回门卡', who: '周桂兰', due: addDays(on, 25) },
      ],
    });
    expect(await clock(staff.handler, matter, 'judicial-confirm:m1')).toMatchObject({
      rule: 'C13',
      rawEnd: addDays(on, 30),
      statutory: true,
    });
    expect((await clock(staff.handler, matter, 'agreement:m1:1')).rawEnd).toBe(addDays(on, 25));
  });

  it('T22: given promises, when one is not kept, then it stays due and the petitioner reads it; when it is kept, it ends', async () => {
    const { matter, petitioner } = await agreed('押金不退，另一件');
    days.pass(20);
    await noted(matter, 0, false, '打电话说没钱。');
    expect(await clock(staff.handler, matter, 'agreement:m1:0')).toMatchObject({
      outcome: 'running',
      level: 'overdue',
    });
    expect((await followed(petitioner, matter)).mediations).toMatchObject([
      { phase: 'broken', promises: [{ what: '退还押金三千元', kept: false }, { what: '交回门卡' }] },
    ]);
    expect(await told(petitioner, matter)).toContain('协议第1项还没有履行。');
    await noted(matter, 0, true);
    expect((await clock(staff.handler, matter, 'agreement:m1:0')).outcome).toBe('late');
    expect(await refused(act(staff.head, matter, 'settle', { assignment: 'a1', text: '都履行了。' }))).toMatchObject({
      status: 409,
      article: 'regulation:33',
    });
    await noted(matter, 1, true);
    await well(act(staff.head, matter, 'settle', { assignment: 'a1', text: '都履行了。' }));
    expect(await followed(petitioner, matter)).toMatchObject({ state: 'settled' });
    expect(await clock(staff.handler, matter, 'handle:a1')).toMatchObject({ outcome: 'met' });
    await city.settle();
    expect(await duties(staff.handler, matter)).toEqual([]);
  });

  it('C13: given an agreement, when both ask the court within 30 days, then it is noted; after them it is refused, and never for administrative mediation', async () => {
    const { matter, petitioner } = await agreed('押金不退，第三件');
    const { due } = await clock(staff.handler, matter, 'judicial-confirm:m1');
    expect((await followed(petitioner, matter)).mediations).toMatchObject([{ confirmUntil: due }]);
    days.on(due);
    await well(act(staff.handler, matter, 'note-confirmation', { step: 'applied', text: '共同申请书已递。' }));
    days.pass(20);
    await well(act(staff.handler, matter, 'note-confirmation', { step: 'confirmed', text: '裁定书已到。' }));
    expect((await followed(petitioner, matter)).mediations).toMatchObject([{ confirmed: 'confirmed' }]);

    const late = await agreed('押金不退，第四件');
    const { due: last } = await clock(staff.handler, late.matter, 'judicial-confirm:m1');
    days.on(addDays(last, 1));
    expect(
      await refused(act(staff.handler, late.matter, 'note-confirmation', { step: 'applied', text: '来晚了。' })),
    ).toMatchObject({ status: 409, article: 'mediation:33', field: 'step' });

    const administrative = await agreed('押金不退，第五件', { kind: 'administrative' });
    expect(await paper(staff.handler, administrative.matter, 'mediation-agreement')).not.toContain('司法确认');
    expect(
      await refused(act(staff.handler, administrative.matter, 'note-confirmation', { step: 'applied', text: '。' })),
    ).toMatchObject({ code: 'mediation.confirmation' });
  });
});

describe('settlement', () => {
  it('E55: given a settled matter, whatever was promised in it, when it is raised anew, then no reason declines it: only re-review would', async () => {
    const { matter, petitioner } = await agreed('押金不退，第六件');
    await noted(matter, 0, true, '本人写了“不再上访”，不作数。');
    await noted(matter, 1, true);
    await well(act(staff.head, matter, 'settle', { assignment: 'a1', text: '履行完毕。' }));
    const paperText = await paper(staff.handler, matter, 'mediation-agreement');
    for (const never of ['息诉', '罢访', '不再信访']) expect(paperText).not.toContain(never);
    expect((await followed(petitioner, matter)).mediations).toMatchObject([{ phase: 'performed' }]);

    days.pass(90);
    const letter = { ...letterOf('押金不退，第六件'), channel: 'letter', matters: [matterOf('押金不退，第六件')] };
    const { json } = await well(staff.clerk.post('/api/submissions', letter));
    const anew = `${json.number}-1`;
    const decline = { cites: matter, confirmedSame: true, explain: '已和解。', goTo: '无' };
    for (const [reason, code] of [
      ['final', 'review.final'],
      ['pending-elsewhere', 'repeat.pending-below'],
    ] as const) {
      expect(await refused(act(staff.dispatcher, anew, 'not-accept', { reason, ...decline }))).toMatchObject({
        status: 422,
        code,
        field: 'cites',
      });
    }
    await upTo('accepted', staff, anew);
    expect((await page(staff.handler, anew)).assignments[0]?.phase).toBe('accepted');
  });
});
