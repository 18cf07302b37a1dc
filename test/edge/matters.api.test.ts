import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { letterOf, matterOf, opinionOf, registered, type Staff, staffOf, upTo, well } from '../life/steps.ts';
import { type EmptyCity, openEmptyCity } from '../world/empty-city.ts';

let city: EmptyCity;
let staff: Staff;

beforeAll(async () => {
  city = await openEmptyCity();
  staff = await staffOf(city);
});
afterAll(() => city?.close());

const part = (title: string, more: object = {}) => ({
  purpose: 'claim',
  category: '030400',
  title,
  text: `${title}，请处理。`,
  requests: [title],
  ...more,
});

async function pageOf(matter: string) {
  return (await well(staff.clerk.get(`/api/matters/${matter}`))).json;
}

async function submissions(): Promise<number> {
  const { rows } = await city.database.pool.query<{ n: number }>('select count(*)::int as n from submission');
  return rows[0]?.n ?? 0;
}

describe('one letter, several matters', () => {
  it('E19: given one letter with three matters, when it is split, then each is routed, clocked and answered on its own, and the letter is counted once', async () => {
    const one = await registered(staff, '土地、工资和治安三件事');
    const counted = await submissions();
    const { json } = await well(
      staff.dispatcher.post(`/api/matters/${one.matter}/split`, {
        ...part('土地'),
        into: [part('拖欠工资'), part('夜里打架')],
      }),
    );
    expect(json.facts).toEqual(['SplitOff']);
    const [second, third] = [`${one.number}-2`, `${one.number}-3`];
    expect((await pageOf(one.matter)).splitInto).toEqual([second, third]);
    expect(await submissions()).toBe(counted);

    await well(staff.dispatcher.post(`/api/matters/${one.matter}/forward`, { to: 'd01-land' }));
    await well(staff.dispatcher.post(`/api/matters/${second}/forward`, { to: 'd01-hr' }));
    await well(staff.dispatcher.post(`/api/matters/${third}/forward`, { to: 'd01-police' }));
    for (const [matter, body] of [
      [one.matter, 'd01-land'],
      [second, 'd01-hr'],
      [third, 'd01-police'],
    ] as const) {
      const there = await staffOf(city, body);
      await well(there.reception.post(`/api/matters/${matter}/sign`, { assignment: 'a1' }));
      await well(there.handler.post(`/api/matters/${matter}/accept`, { assignment: 'a1', route: '31(6)' }));
      const { json: page } = await well(there.handler.get(`/api/matters/${matter}`));
      expect((page.clocks as { id: string; due: string }[]).find(({ id }) => id === 'handle:a1')?.due).toBe(
        '2026-05-06',
      );
    }
    const petitioner = await city.petitioner(one.code, '1101');
    const { json: followed } = await well(petitioner.get(`/api/follow/${one.number}`));
    expect((followed.matters as { matter: string }[]).map(({ matter }) => matter)).toEqual([one.matter, second, third]);
  });

  it('E19: given one part is answered, then the others go on; all are answered before the letter is done', async () => {
    const one = await registered(staff, '两件事');
    await well(staff.dispatcher.post(`/api/matters/${one.matter}/split`, { ...part('漏水'), into: [part('停电')] }));
    await upTo('accepted', staff, one.matter);
    await well(staff.handler.post(`/api/matters/${one.matter}/draft`, opinionOf(1)));
    await well(staff.head.post(`/api/matters/${one.matter}/issue`, { assignment: 'a1' }));
    await well(
      staff.reception.post(`/api/matters/${one.matter}/serve`, {
        assignment: 'a1',
        way: 'in-person',
        on: '2026-03-02',
      }),
    );
    const petitioner = await city.petitioner(one.code, '1101');
    const { json } = await well(petitioner.get(`/api/follow/${one.number}`));
    expect((json.matters as { state: string }[]).map(({ state }) => state)).toEqual(['served', 'with-office']);
  });

  it('undoing a split brings the requests back, with nothing deleted', async () => {
    const one = await registered(staff, '三项请求');
    await well(
      staff.dispatcher.post(`/api/matters/${one.matter}/split`, { ...part('第一项'), into: [part('第二项')] }),
    );
    const second = `${one.number}-2`;
    await well(
      staff.dispatcher.post(`/api/matters/${second}/merge`, {
        into: one.matter,
        confirmedSame: true,
        reason: '其实是同一件事',
      }),
    );
    const page = await pageOf(one.matter);
    expect(page.requests).toEqual(['第一项', '第二项']);
    expect((await pageOf(second)).phase).toBe('merged');
    /* A number once given is not given again. */
    await well(
      staff.dispatcher.post(`/api/matters/${one.matter}/split`, { ...part('第一项'), into: [part('第二项')] }),
    );
    expect((await pageOf(one.matter)).splitInto).toEqual([second, `${one.number}-3`]);
  });

  it('E28: given a letter with a claim and a report, when it is split, then the claim goes on without the accusing text and the report is sealed', async () => {
    const secret = '暗中收受砂石老板好处';
    const one = await registered(staff, `欠薪，另外${secret}`);
    await well(
      staff.dispatcher.post(`/api/matters/${one.matter}/split`, {
        ...part('欠薪'),
        into: [part(secret, { purpose: 'report', accused: ['d01-hr'] })],
      }),
    );
    await city.settle();
    await well(staff.dispatcher.post(`/api/matters/${one.matter}/forward`, { to: 'd01-hr' }));
    const there = await staffOf(city, 'd01-hr');
    const page = await well(there.handler.get(`/api/matters/${one.matter}`));
    expect(page.text).not.toContain(secret);
    for (const hand of [there.handler, there.head, staff.dispatcher]) {
      const sealed = await hand.get(`/api/matters/${one.number}-2`);
      expect(sealed.status).toBe(404);
      const found = await hand.get(`/api/matters?q=${encodeURIComponent('砂石老板')}`);
      expect(found.text).not.toContain('砂石老板好处');
    }
    const keeper = await city.officer('city-petition', 'sealed');
    expect((await keeper.get(`/api/matters/${one.number}-2`)).text).toContain(secret);
  });
});

describe('several letters, one matter', () => {
  it('E20: given the same person writes again by another channel, when it is merged, then one is handled, both are counted, and both codes show it', async () => {
    const first = await registered(staff, '楼顶漏水没人修');
    const counted = await submissions();
    await upTo('accepted', staff, first.matter);
    const { json } = await well(
      staff.clerk.post('/api/submissions', {
        ...letterOf('楼顶漏水，再催一次'),
        channel: 'phone',
        matters: [matterOf('楼顶漏水，再催一次')],
      }),
    );
    const again = { number: String(json.number), code: String(json.code), matter: `${String(json.number)}-1` };
    const unsure = await staff.dispatcher.post(`/api/matters/${again.matter}/merge`, {
      into: first.matter,
      confirmedSame: false,
      reason: '像是同一件',
    });
    expect([unsure.status, unsure.json.error?.code]).toEqual([422, 'repeat.same-person-same-matter']);
    await well(
      staff.dispatcher.post(`/api/matters/${again.matter}/merge`, {
        into: first.matter,
        confirmedSame: true,
        reason: '同一人、同一事',
      }),
    );
    expect(await submissions()).toBe(counted + 1);
    expect((await pageOf(first.matter)).submissions).toEqual([first.number, again.number]);
    expect((await pageOf(first.matter)).requests).toHaveLength(2);
    const caller = await city.petitioner(again.code, '1101');
    const { json: followed } = await well(caller.get(`/api/follow/${again.number}`));
    expect(followed.matters).toMatchObject([{ matter: first.matter, state: 'accepted' }]);
    /* No second clock ran for it. */
    const { rows } = await city.database.pool.query(
      `select count(*)::int as n from clock where stream = $1 and outcome = 'running'`,
      [again.matter],
    );
    expect(rows).toEqual([{ n: 0 }]);

    await well(staff.dispatcher.post(`/api/matters/${again.matter}/unmerge`, { reason: '说的是另一栋楼' }));
    expect((await pageOf(again.matter)).phase).toBe('open');
    expect((await pageOf(first.matter)).submissions).toEqual([first.number]);
    const { json: parted } = await well(caller.get(`/api/follow/${again.number}`));
    expect(parted.matters).toMatchObject([{ matter: again.matter, state: 'with-office' }]);
  });

  it('E21: given another member of the family writes about the same facts, then it is linked, handled together, and each keeps their own rights', async () => {
    const mother = await registered(staff, '安置房面积不对');
    const daughter = await registered(staff, '我家安置房面积不对');
    await well(
      staff.dispatcher.post(`/api/matters/${daughter.matter}/relate`, {
        other: mother.matter,
        reason: '一家人，同一套房',
      }),
    );
    expect((await pageOf(daughter.matter)).related).toEqual([mother.matter]);
    expect((await pageOf(mother.matter)).related).toEqual([daughter.matter]);
    const petitioner = await city.petitioner(daughter.code, '1101');
    const { json } = await well(petitioner.get(`/api/follow/${daughter.number}`));
    expect((json.matters as unknown[]).length).toBe(1);
    const other = await petitioner.post(`/api/follow/matters/${mother.matter}/withdraw`, { reason: '' });
    expect(other.status).toBe(404);
  });
});
