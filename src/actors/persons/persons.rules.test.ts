import { describe, expect, it } from 'vitest';
import type { Person } from '../../domain/particulars.ts';
import { similarity } from '../../text/similar.ts';
import {
  type Arrived,
  addressOf,
  excerptOf,
  idNumberOf,
  isLikelySame,
  keysOf,
  nameOf,
  phoneOf,
  samePerson,
  scopesOfFirst,
} from './persons.rules.ts';

/** Nobody's number: the division does not exist, the check character is right. */
const CARD = '990101198001010014';
const OLD_CARD = '990101800101001';

const person = (name: string, more: Omit<Person, 'name'> = {}): Person => ({ name, ...more });
const zhou = person('周桂兰', { phone: '13900001101', address: '南江市临江区柳荫里3号楼' });
const deng = person('邓有福', { phone: '13900002202' });
const self = (...people: readonly Person[]) => ({ form: people.length > 1 ? 'several' : 'self', people }) as const;
const agent = (by: Person, agentFor: Person) => ({ form: 'agent', people: [by], agentFor }) as const;

describe('what a person is known by', () => {
  it.each([
    ['买买提·艾力', '买买提 艾力'],
    ['欧阳　明月', '欧阳明月'],
    ['ＬＩ Ming', 'li ming'],
  ])('the name %s is %s', (one, other) => {
    expect(nameOf(person(one))).toBe(nameOf(person(other)));
  });

  it.each(['', '  ', '匿名', '无名氏', 'Anonymous'])('“%s” is no name', (name) => {
    expect(nameOf(person(name))).toBe('');
    expect(keysOf(self(person(name, { phone: '13900001101', address: '柳荫里3号楼', idNumber: CARD })))).toEqual([]);
  });

  it.each([
    ['139 0000 1101', '13900001101'],
    ['+86 139-0000-1101', '13900001101'],
    ['008613900001101', '13900001101'],
    ['１３９００００１１０１', '13900001101'],
    ['0900-868 1200', '09008681200'],
    ['110', ''],
  ])('the phone %s is %s', (phone, digits) => {
    expect(phoneOf(person('周桂兰', { phone }))).toBe(digits);
  });

  it('an address is its letters and digits', () => {
    const one = addressOf(person('周', { address: '南江市 临江区，柳荫里 ３号楼-２单元' }));
    expect(one).toBe(addressOf(person('周', { address: '南江市临江区柳荫里3号楼2单元' })));
    expect(addressOf(person('周', { address: '3号' }))).toBe('');
  });

  it('an identity card is its 18 characters, also an old one of 15', () => {
    expect(idNumberOf(person('周', { idNumber: '990101 19800101 0014' }))).toEqual({ number: CARD, alone: true });
    expect(idNumberOf(person('周', { idKind: 'id-card', idNumber: OLD_CARD }))).toEqual({ number: CARD, alone: true });
    expect(idNumberOf(person('周', { idNumber: '11010519491231002x' })).number).toBe('11010519491231002X');
  });

  it('any other number counts together with the name only', () => {
    const [one, other] = ['周桂兰', '邓有福'].map((name) =>
      keysOf(self(person(name, { idKind: 'passport', idNumber: 'e1234567' }))),
    );
    expect(one?.map(({ kind }) => kind)).toEqual(['id-number']);
    expect(one?.[0]?.text).not.toBe(other?.[0]?.text);
    expect(keysOf(self(person('周桂兰', { idNumber: 'E1234567' })))[0]?.text).toBe(one?.[0]?.text);
  });

  it('says its part, and each thing once', () => {
    expect(keysOf(self(zhou, zhou)).map(({ kind, role }) => `${role} ${kind}`)).toEqual([
      'principal name-phone',
      'principal name-address',
      'co-signer name-phone',
      'co-signer name-address',
    ]);
    expect(keysOf(self(deng, zhou, zhou))).toHaveLength(3);
    expect(keysOf(agent(deng, zhou)).map(({ kind, role }) => `${role} ${kind}`)).toEqual([
      'principal name-phone',
      'principal name-address',
      'agent name-phone',
    ]);
    expect(keysOf(self(person('周桂兰')))).toEqual([]);
  });
});

describe('the same person (同人)', () => {
  it('by the number of a document, whatever else was written', () => {
    const [one, other] = [person('周桂兰', { idNumber: CARD }), person('周桂蘭', { idNumber: OLD_CARD })];
    expect(samePerson(self(one), self(other))).toEqual(['id-number']);
  });

  it('by name and phone, or name and address; a name alone or a phone alone is not enough', () => {
    expect(samePerson(self(zhou), self(zhou))).toEqual(['name-phone', 'name-address']);
    expect(samePerson(self(zhou), self(person('周桂兰', { phone: '139 0000 1101' })))).toEqual(['name-phone']);
    expect(samePerson(self(zhou), self(person('周桂兰', { phone: '13900009999' })))).toEqual([]);
    expect(samePerson(self(zhou), self(person('周小兰', { phone: '13900001101' })))).toEqual([]);
  });

  it('where one of many who sign is the same', () => {
    expect(samePerson(self(deng, zhou), self(zhou))).toEqual(['name-phone', 'name-address']);
    expect(samePerson(self(person('甲某', { phone: '13900003303' }), deng), self(zhou, deng))).toEqual(['name-phone']);
  });

  it('through an agent: the principals are compared', () => {
    expect(samePerson(agent(deng, zhou), self(zhou))).toEqual(['name-phone', 'name-address']);
    expect(samePerson(agent(deng, zhou), agent(person('另一位', { phone: '13900004404' }), zhou))).toEqual([
      'name-phone',
      'name-address',
    ]);
  });

  it('one agent of two principals does not make them one, nor is the agent the petitioner', () => {
    const other = person('何秀英', { phone: '13900005505' });
    expect(samePerson(agent(deng, zhou), agent(deng, other))).toEqual([]);
    expect(samePerson(agent(deng, zhou), self(deng))).toEqual([]);
    expect(samePerson(self(deng), agent(deng, zhou))).toEqual([]);
  });

  it('one agent of a principal of whom both letters give only the same name', () => {
    expect(samePerson(agent(deng, person('周桂兰')), agent(deng, person('周桂兰')))).toEqual(['agent']);
    expect(samePerson(agent(deng, person('')), agent(deng, person('')))).toEqual([]);
    expect(samePerson(agent(deng, person('周桂兰')), agent(zhou, person('周桂兰')))).toEqual([]);
    const guardian = { form: 'guardian', people: [deng], agentFor: person('邓小满') } as const;
    expect(samePerson(guardian, guardian)).toEqual(['agent']);
  });

  it('another of the family is another person (E21)', () => {
    const son = person('周小军', { phone: '13900006606', address: zhou.address ?? '' });
    expect(samePerson(self(zhou), self(son))).toEqual([]);
  });

  it('an anonymous letter is nobody’s', () => {
    const nobody = person('', { phone: '13900001101', address: '南江市临江区柳荫里3号楼' });
    expect(samePerson(self(nobody), self(nobody))).toEqual([]);
    expect(samePerson(self(nobody), self(zhou))).toEqual([]);
  });
});

describe('the five scopes of 初次', () => {
  const now: Arrived = { channel: 'letter', body: 'd01-petition', addressee: '区长' };
  const all = { nation: true, body: true, addressee: true, channel: true, bodyChannel: true };

  it('the first anywhere is first in all of them', () => {
    expect(scopesOfFirst(now, [])).toEqual(all);
  });

  it.each<[string, Arrived, object]>([
    [
      'another body, another way, another addressee',
      { channel: 'web', body: 'd02-petition', addressee: '书记' },
      { ...all, nation: false },
    ],
    [
      'another body, the same way',
      { channel: 'letter', body: 'd02-petition' },
      { ...all, nation: false, channel: false },
    ],
    ['the same body, another way', { channel: 'visit', body: 'd01-petition' }, { ...all, nation: false, body: false }],
    [
      'the same addressee, written otherwise',
      { channel: 'web', body: 'd02-petition', addressee: ' 区 长：' },
      { ...all, nation: false, addressee: false },
    ],
    ['all the same', now, { nation: false, body: false, addressee: false, channel: false, bodyChannel: false }],
    ['a way that a source does not state', { channel: 'unknown', body: 'x' }, { ...all, nation: false }],
  ])('after one by %s', (_, earlier, flags) => {
    expect(scopesOfFirst(now, [earlier])).toEqual(flags);
  });

  it('takes body and way from one and the same submission', () => {
    const earlier: Arrived[] = [
      { channel: 'letter', body: 'd02-petition' },
      { channel: 'web', body: 'd01-petition' },
    ];
    expect(scopesOfFirst(now, earlier)).toEqual({
      nation: false,
      body: false,
      addressee: true,
      channel: false,
      bodyChannel: true,
    });
  });

  it('who names nobody writes to the body that received it', () => {
    const [here, there]: Arrived[] = [
      { channel: 'web', body: 'd01-petition' },
      { channel: 'web', body: 'd02-petition' },
    ];
    expect(here && there && scopesOfFirst(here, [there]).addressee).toBe(true);
    expect(here && scopesOfFirst(here, [here]).addressee).toBe(false);
  });
});

describe('what is likely the same matter', () => {
  const RENT =
    '公租房每月多收120元\n我在文昌街道租住公租房，今年1月起多收了每月120元，问了三次没有人说得清，多收的退给我。';
  const RENT_AGAIN =
    '公租房租金乱涨价\n我是文昌街道公租房的租户，从一月开始每个月涨了一百二，问了好几回没有说法，要求把多收的退回来。';
  const WAGES = '拖欠工资\n我们七个人在江北工地干了三个月，包工头没有发工资，一共四万二。';
  const WAGES_AGAIN = '讨要血汗钱\n在江北工地打工，老板欠我们7个工人3个月工资共42000元，请劳动监察大队处理。';

  it('is told again in other words', () => {
    for (const [one, other] of [
      [RENT, RENT_AGAIN],
      [WAGES, WAGES_AGAIN],
    ])
      expect(isLikelySame(similarity(one ?? '', other ?? ''))).toBe(true);
  });

  it('is not another matter of the same person', () => {
    for (const one of [RENT, RENT_AGAIN])
      for (const other of [WAGES, WAGES_AGAIN]) expect(isLikelySame(similarity(one, other))).toBe(false);
  });
});

describe('the piece of an earlier text that is shown', () => {
  const long = `${'前'.repeat(200)}屋顶漏水没有人修${'后'.repeat(200)}`;

  it('lies around the longest passage, and the marks stand where the words are', () => {
    const shown = excerptOf(long, [
      { from: 0, to: 6 },
      { from: 200, to: 208 },
    ]);
    expect(shown.ranges.map(([start, end]) => shown.text.slice(start, end))).toEqual(['屋顶漏水没有人修']);
    expect(shown.text).toMatch(/^…前+屋顶漏水没有人修后+…$/);
    expect(shown.text.length).toBeLessThanOrEqual(162);
  });

  it('is the beginning where nothing is shared, and the whole of a short one', () => {
    expect(excerptOf(long, [])).toEqual({ text: `${'前'.repeat(160)}…`, ranges: [] });
    expect(excerptOf('题目\n屋顶漏水没有人修', [{ from: 3, to: 11 }])).toEqual({
      text: '题目 屋顶漏水没有人修',
      ranges: [[3, 11]],
    });
  });

  it('cuts no character in two', () => {
    const rare = `${'𠮷'.repeat(120)}屋顶漏水没有人修${'𠮷'.repeat(120)}`;
    const { text } = excerptOf(rare, [{ from: 240, to: 248 }]);
    expect(/^…𠮷+屋顶漏水没有人修𠮷+…$/u.test(text)).toBe(true);
  });
});
