import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { letterOf, matterOf, opinionOf, registered, type Staff, staffOf, upTo, well } from '../life/steps.ts';
import { type EmptyCity, type Hand, openEmptyCity } from '../world/empty-city.ts';

let city: EmptyCity;
let staff: Staff;

beforeAll(async () => {
  city = await openEmptyCity();
  staff = await staffOf(city);
});
afterAll(() => city?.close());

const person = (name: string, phone?: string) => ({
  name,
  address: '南江市临江区河湾街道柳荫里3号楼',
  ...(phone === undefined ? {} : { phone }),
});

/** A visit or letter taken in at the district's counter, with what is special about its people. */
async function takenIn(about: string, particulars: object, more: object = {}) {
  const letter = letterOf(about, more);
  const { status, json } = await staff.clerk.post('/api/submissions', {
    ...letter,
    channel: 'visit',
    matters: [matterOf(about)],
    ...more,
    particulars: { ...letter.particulars, ...particulars },
  });
  const number = String(json.number);
  return { status, json, number, code: String(json.code), matter: `${number}-1` };
}

async function enters(code: string, fact: string): Promise<Hand | undefined> {
  try {
    return await city.petitioner(code, fact);
  } catch {
    return undefined;
  }
}

describe('groups', () => {
  const twelve = Array.from({ length: 12 }, (_, at) =>
    person(`村民${'甲乙丙丁戊己庚辛壬癸子丑'[at]}`, `139000022${10 + at}`),
  );

  it('E18: given twelve visitors, when seven are to speak, then at most five are taken as representatives', async () => {
    const { status, json } = await takenIn(
      '征地款没到',
      { form: 'several', people: twelve, representatives: [0, 1, 2, 3, 4, 5, 6] },
      { petitioners: 12 },
    );
    expect([status, json.error]).toEqual([
      422,
      expect.objectContaining({
        code: 'visit.five-representatives',
        article: 'regulation:20¶3',
        field: 'particulars.representatives',
      }),
    ]);
  });

  it('E18: given five representatives, then the head count is kept, and others give their names only if they wish, to follow and to rate', async () => {
    const group = await takenIn(
      '征地款没到',
      { form: 'several', people: twelve.slice(0, 5), representatives: [0, 1, 2, 3, 4] },
      { petitioners: 12 },
    );
    expect(group.status).toBe(201);
    const { json: page } = await well(staff.clerk.get(`/api/matters/${group.matter}`));
    expect([page.petitioners, (page.people as unknown[]).length]).toEqual([12, 5]);
    const late = twelve[9]?.phone?.slice(-4) ?? '';
    expect(await enters(group.code, late)).toBeUndefined();
    await well(staff.clerk.post(`/api/submissions/${group.number}/people`, { people: [twelve[9] ?? person('')] }));
    const joined = await enters(group.code, late);
    await well(staff.dispatcher.post(`/api/matters/${group.matter}/forward`, { to: 'd01-housing' }));
    const rated = await joined?.post(`/api/follow/matters/${group.matter}/rate`, {
      side: 'office',
      level: 'satisfied',
    });
    expect(rated?.status).toBe(200);
    /* No other's name is told to them. */
    expect((await joined?.get(`/api/follow/${group.number}`))?.text).not.toContain('村民甲');
  });
});

describe('anonymous and unclear', () => {
  it('E29: given an anonymous letter with facts, then it is registered and handled, without notice or rating', async () => {
    const { json } = await well(
      staff.clerk.post('/api/submissions', {
        ...letterOf('河堤有裂缝'),
        channel: 'letter',
        identity: 'anonymous',
        particulars: { ...letterOf('河堤有裂缝').particulars, people: [{ name: '' }] },
        matters: [matterOf('河堤有裂缝')],
      }),
    );
    const matter = `${String(json.number)}-1`;
    await upTo('issued', staff, matter);
    const { json: page } = await well(staff.handler.get(`/api/matters/${matter}`));
    const kinds = (page.instruments as { kind: string }[]).map((paper) => paper.kind);
    expect(kinds).not.toContain('acceptance-notice');
    const follower = await city.petitioner(String(json.code), '匿名');
    const rated = await follower.post(`/api/follow/matters/${matter}/rate`, { side: 'office', level: 'satisfied' });
    expect([rated.status, rated.json.error?.code]).toEqual([409, 'rating.two-sides']);
  });

  it('E30: given a pseudonym without an address, when it comes in, then it is registered and its identity counts as unclear', async () => {
    const one = await takenIn('路灯坏了', { people: [{ name: '一个市民' }] });
    expect(one.status).toBe(201);
    const { json } = await well(staff.clerk.get(`/api/matters/${one.matter}`));
    expect(json.identityClear).toBe(false);
    await well(staff.dispatcher.post(`/api/matters/${one.matter}/forward`, { to: 'd01-housing' }));
    await well(staff.reception.post(`/api/matters/${one.matter}/sign`, { assignment: 'a1' }));
    const asked = await staff.handler.post(`/api/matters/${one.matter}/ask-supplement`, {
      assignment: 'a1',
      list: '身份证明',
      due: '2026-03-20',
    });
    expect([asked.status, asked.json.error?.code]).toEqual([409, 'unreachable']);
    const accepted = await staff.handler.post(`/api/matters/${one.matter}/accept`, {
      assignment: 'a1',
      route: '31(6)',
    });
    expect(accepted.status).toBe(200);
  });
});

describe('whoever stands for another', () => {
  it('E32: given the petitioner has died, then heirs go on with every right; with none, it ends after the wait', async () => {
    const one = await registered(staff, '抚恤金少发了');
    await upTo('accepted', staff, one.matter);
    const url = (act: string) => `/api/matters/${one.matter}/${act}`;
    await well(staff.handler.post(url('note-death'), { text: '家属来电告知' }));
    const early = await staff.head.post(url('end-without-successor'), { text: '无人继续' });
    expect([early.status, early.json.error?.code]).toEqual([409, 'succession.continues']);
    await well(staff.handler.post(url('name-successor'), { name: '周小河', phone: '13900003345', relation: '儿子' }));
    const heir = await city.petitioner(one.code, '3345');
    await well(staff.handler.post(url('draft'), opinionOf()));
    await well(staff.head.post(url('issue'), { assignment: 'a1' }));
    await well(
      staff.reception.post(url('serve'), { assignment: 'a1', way: 'in-person', on: '2026-03-02', signed: true }),
    );
    const asked = await heir.post(`/api/follow/matters/${one.matter}/ask-review`, {
      reviewer: 'd01-gov',
      reason: '数额不对',
    });
    expect(asked.status).toBe(200);

    const two = await registered(staff, '老屋漏水');
    await upTo('accepted', staff, two.matter);
    await well(staff.handler.post(`/api/matters/${two.matter}/note-death`, { text: '社区告知' }));
    const before = city.clock.now();
    /* 60 days after 2 March is 1 May, in the Labour Day holiday: the wait ends on 6 May. */
    city.clock.advance(66 * 86_400_000);
    await well(staff.head.post(`/api/matters/${two.matter}/end-without-successor`, { text: '六十天无人继续' }));
    const { json } = await well(staff.head.get(`/api/matters/${two.matter}`));
    expect(json.phase).toBe('closed');
    city.clock.set(before);
  });

  it('E33: given a minor, then a guardian files and follows, and the child stays the one it is about', async () => {
    const one = await takenIn('学校不让入学', {
      form: 'guardian',
      authority: 'shown',
      people: [person('安晓晨', '13900004456')],
      agentFor: { name: '安小雨' },
    });
    expect(one.status).toBe(201);
    const guardian = await city.petitioner(one.code, '4456');
    const { json } = await well(guardian.get(`/api/follow/${one.number}`));
    expect(json.matters).toHaveLength(1);
  });

  describe('agent.authority', () => {
    it('E34: given an agent without authority, then it is registered, and nothing is disclosed to them until it is shown', async () => {
      const one = await takenIn('工伤待遇', {
        form: 'agent',
        authority: 'missing',
        people: [person('代理人', '13900005567')],
        agentFor: person('罗小满', '13900006678'),
      });
      expect(one.status).toBe(201);
      const agent = await city.petitioner(one.code, '5567');
      const { json } = await well(agent.get(`/api/follow/${one.number}`));
      expect([json.authority, json.matters]).toEqual(['missing', []]);
      const withdrawn = await agent.post(`/api/follow/matters/${one.matter}/withdraw`, { reason: '' });
      expect([withdrawn.status, withdrawn.json.error?.code]).toEqual([404, 'no-matter']);
      const principal = await city.petitioner(one.code, '6678');
      expect((await principal.get(`/api/follow/${one.number}`)).json.matters).toHaveLength(1);

      await well(staff.clerk.post(`/api/submissions/${one.number}/authority`, { text: '授权委托书原件' }));
      const again = await city.petitioner(one.code, '5567');
      expect((await again.get(`/api/follow/${one.number}`)).json.matters).toHaveLength(1);
    });
  });

  it('E35: given somebody who cannot write tells it in their own language, then it is recorded as told and how', async () => {
    const one = await takenIn('餐馆执照', {
      people: [person('阿依努尔·玉山', '13900007789')],
      told: '维吾尔语（口述，有翻译）',
      remark: '读回一遍，本人确认。',
    });
    expect(one.status).toBe(201);
    const { json } = await well(staff.clerk.get(`/api/matters/${one.matter}`));
    expect([json.told, json.remark]).toEqual(['维吾尔语（口述，有翻译）', '读回一遍，本人确认。']);
  });

  it('E36: given a foreigner with a passport, then it is registered like any other, by reference to art. 48', async () => {
    const one = await takenIn('租房押金', {
      people: [{ ...person('Maria Oliveira', '13900008890'), idKind: 'passport', idNumber: 'X1234567' }],
    });
    expect(one.status).toBe(201);
    const { json } = await well(staff.clerk.get(`/api/matters/${one.matter}`));
    expect(json.people).toMatchObject([{ name: 'Maria Oliveira', idKind: 'passport' }]);
  });
});

describe('withdrawal', () => {
  it('E31: given a withdrawal, when it is taken back within its days, then work goes on and the days between do not count', async () => {
    const one = await registered(staff, '物业费涨价');
    await upTo('accepted', staff, one.matter);
    const petitioner = await city.petitioner(one.code, '1101');
    const due = async (): Promise<string> => {
      const { json } = await well(staff.handler.get(`/api/matters/${one.matter}`));
      return (json.clocks as { id: string; due: string }[]).find((clock) => clock.id === 'handle:a1')?.due ?? '';
    };
    const before = await due();
    await well(petitioner.post(`/api/follow/matters/${one.matter}/withdraw`, { reason: '有人劝我算了' }));
    const start = city.clock.now();
    city.clock.advance(10 * 86_400_000);
    await well(petitioner.post(`/api/follow/matters/${one.matter}/take-back-withdrawal`, { reason: '我还是要说' }));
    const { json } = await well(staff.handler.get(`/api/matters/${one.matter}`));
    expect(json.phase).toBe('open');
    expect([before, await due()]).toEqual(['2026-05-06', '2026-05-11']);
    city.clock.set(start);
  });

  it('E31: given it is past its days, then it cannot be taken back, and may be raised anew; what concerns others goes on', async () => {
    const one = await registered(staff, '井盖缺失');
    await upTo('accepted', staff, one.matter);
    const petitioner = await city.petitioner(one.code, '1101');
    await well(petitioner.post(`/api/follow/matters/${one.matter}/withdraw`, { reason: '' }));
    const start = city.clock.now();
    city.clock.advance(20 * 86_400_000);
    const late = await petitioner.post(`/api/follow/matters/${one.matter}/take-back-withdrawal`, {});
    expect([late.status, late.json.error?.code]).toEqual([409, 'withdrawal.taken-back']);
    await well(
      staff.head.post(`/api/matters/${one.matter}/continue-ex-officio`, { reason: 'safety', text: '危及行人' }),
    );
    expect((await staff.head.get(`/api/matters/${one.matter}`)).json.phase).toBe('open');
    city.clock.set(start);
  });
});

describe('copies of the file', () => {
  it('E54: given the petitioner wants copies, then their own papers are theirs and internal opinions are not', async () => {
    const one = await registered(staff, '电梯停运');
    await upTo('drafted', staff, one.matter);
    const petitioner = await city.petitioner(one.code, '1101');
    const followed = await well(petitioner.get(`/api/follow/${one.number}`));
    expect(followed.text).toContain('acceptance');
    expect(followed.text).not.toContain('一个月内修好');
    expect(followed.text).not.toContain('d01-housing.handler');
  });
});
