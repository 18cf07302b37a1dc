import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readHotlineCase } from './hotline.rules.ts';
import { findMoment } from './ledger-row.rules.ts';
import { lifeOf } from './life.rules.ts';
import { readReply } from './replies.rules.ts';

const NOW = '2026-11-22T04:00:00.000Z';
const message = {
  msg_id: 7,
  user_id: 'U1',
  title: '路灯不亮',
  time: '2019-04-24T15:40:04',
  text: '巷口的路灯坏了一个月',
  reply: '已经修好',
  reply_time: '2019-05-09T09:49:14',
};
const hotlineCase = {
  id: 9,
  district: '临江区',
  river: '无',
  nature: '投诉',
  channel: '电话',
  title: '夜间施工',
  text: '半夜还在打桩',
  reply: '已责令停工',
  time: '2018-10-15',
  anonymous: 1,
  transfer_count: 2,
  days_to_final_reply: 4,
  days_first_transfer: 1,
};

describe('a moment as sources write it', () => {
  test.each([
    ['2019-04-24T15:40:04', '2019-04-24T07:40:04.000Z', '2019-04-24', true],
    ['2019-04-24 15:40', '2019-04-24T07:40:00.000Z', '2019-04-24', true],
    ['2019/4/24 5:40', '2019-04-23T21:40:00.000Z', '2019-04-24', true],
    ['2019-04-24T20:00:00Z', '2019-04-24T20:00:00.000Z', '2019-04-25', true],
    ['2019-04-24T20:00:00.5+01:00', '2019-04-24T19:00:00.500Z', '2019-04-25', true],
    ['2018-10-15', '2018-10-14T16:00:00.000Z', '2018-10-15', false],
  ])('%s', (text, at, on, exact) => {
    expect(findMoment(text)).toEqual({ at, on, exact });
  });

  test.each([
    '',
    '2019-02-29',
    '2019-13-01',
    '2019-04-24T24:00',
    '2019-04-24T10:60',
    'yesterday',
    '20190424',
    '1066-10-14',
  ])('%j is none', (text) => {
    expect(findMoment(text)).toBeUndefined();
  });

  test('without a zone is the time of Shanghai, eight hours ahead of UTC', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date('1990-01-01'), max: new Date('2099-12-31'), noInvalidDate: true }),
        (date) => {
          const utc = date.toISOString();
          const local = new Date(date.getTime() + 8 * 3_600_000).toISOString().slice(0, -1);
          expect(findMoment(local)).toEqual({ at: utc, on: local.slice(0, 10), exact: true });
        },
      ),
    );
  });
});

describe('a message and its reply', () => {
  test('states channel, purpose and person of nobody', () => {
    expect(readReply(message, NOW)).toEqual({
      sourceId: '7',
      channel: 'unknown',
      purpose: 'unknown',
      identity: 'unknown',
      received: { at: '2019-04-24T07:40:04.000Z', on: '2019-04-24', exact: true },
      title: '路灯不亮',
      text: '巷口的路灯坏了一个月',
      answer: { at: { at: '2019-05-09T01:49:14.000Z', on: '2019-05-09', exact: true }, reply: '已经修好' },
    });
  });

  test('a reply without its day is kept, and is no answer', () => {
    expect(readReply({ ...message, reply_time: null }, NOW)).toMatchObject({ undatedReply: '已经修好' });
    expect(readReply({ ...message, reply_time: null }, NOW)).not.toHaveProperty('answer');
    expect(readReply({ ...message, reply: null, reply_time: null }, NOW)).not.toHaveProperty('undatedReply');
  });

  test('where there is no title, the text begins one', () => {
    expect(readReply({ ...message, title: '' }, NOW)).toMatchObject({ title: '巷口的路灯坏了一个月' });
  });

  test.each([
    ['msg_id', { msg_id: undefined }],
    ['msg_id', { msg_id: 1.5 }],
    ['msg_id', { msg_id: 'a\u0000b' }],
    ['time', { time: undefined }],
    ['time', { time: '2019-02-30' }],
    ['time', { time: '2027-01-01' }],
    ['time', { time: 20190424 }],
    ['title', { title: 5 }],
    ['text', { title: ' ', text: '' }],
    ['reply', { reply: ['x'] }],
    ['reply_time', { reply_time: 'soon' }],
    ['reply_time', { reply_time: '2019-04-24T15:40:03' }],
    ['reply_time', { reply_time: '2019-04-23' }],
    ['reply_time', { reply_time: '2026-11-22T12:00:01' }],
  ])('is refused for its %s: %j', (field, change) => {
    const refusal = readReply({ ...message, ...change }, NOW);
    expect(refusal).toMatchObject({ refused: true, field });
    expect(refusal).toHaveProperty('said.zh');
    expect(refusal).toHaveProperty('said.en');
  });

  test.each([null, 3, 'x', [message]])('%j is no row', (value) => {
    expect(readReply(value, NOW)).toMatchObject({ refused: true, field: 'line' });
  });

  test('an answer on the day of the message is none before it, where only the day is stated', () => {
    expect(readReply({ ...message, reply_time: '2019-04-24' }, NOW)).toHaveProperty('answer');
  });
});

describe("a hotline's case", () => {
  test('its days are counted from the day of receipt', () => {
    expect(readHotlineCase(hotlineCase, NOW)).toMatchObject({
      sourceId: '9',
      channel: 'hotline',
      purpose: 'claim',
      identity: 'anonymous',
      district: '临江区',
      place: '临江区',
      remark: '投诉 · 电话',
      received: { on: '2018-10-15', exact: false },
      transfers: { times: 2, first: { on: '2018-10-16' } },
      answer: { at: { on: '2018-10-19' }, reply: '已责令停工' },
    });
  });

  test.each([
    ['网站', 'web'],
    ['电话', 'hotline'],
    ['短信', 'sms'],
    ['微信', 'wechat'],
    ['12345app', 'app'],
    ['QQ', 'web'],
    ['邮件', 'web'],
    ['信鸽', 'unknown'],
    ['', 'unknown'],
  ])('channel %s is %s', (channel, ours) => {
    expect(readHotlineCase({ ...hotlineCase, channel }, NOW)).toMatchObject({ channel: ours });
  });

  test.each([
    ['投诉', 'claim'],
    ['求助', 'claim'],
    ['建议', 'suggestion'],
    ['咨询', 'other'],
    ['举报', 'unknown'],
    ['', 'unknown'],
  ])('nature %s is %s', (nature, ours) => {
    expect(readHotlineCase({ ...hotlineCase, nature }, NOW)).toMatchObject({ purpose: ours });
  });

  test.each([
    ['days_to_final_reply', { days_to_final_reply: -1 }],
    ['days_to_final_reply', { days_to_final_reply: 2.5 }],
    ['days_to_final_reply', { days_to_final_reply: 4000 }],
    ['transfer_count', { transfer_count: 'many' }],
    ['transfer_count', { transfer_count: -2 }],
    ['days_first_transfer', { days_first_transfer: -3 }],
    ['nature', { nature: 1 }],
    ['id', { id: null }],
  ])('is refused for its %s: %j', (field, change) => {
    expect(readHotlineCase({ ...hotlineCase, ...change }, NOW)).toMatchObject({ refused: true, field });
  });

  test('what is not stated stays away', () => {
    const row = readHotlineCase({ id: 1, time: '2018-10-15', text: '问' }, NOW);
    expect(row).toMatchObject({ channel: 'unknown', purpose: 'unknown', identity: 'unknown' });
    for (const absent of ['answer', 'transfers', 'place', 'district', 'remark', 'undatedReply']) {
      expect(row).not.toHaveProperty(absent);
    }
  });

  test('the facts of a life stand in the order they happened, and none before it was received', () => {
    const ref = { id: 'x', hash: 'y' };
    const place = { source: 's', body: 'b', division: '990100', region: '990100' };
    const kinds = (change: object): readonly string[] => {
      const row = readHotlineCase({ ...hotlineCase, ...change }, NOW);
      if ('refused' in row) throw new Error(row.said.en);
      const numbers = { submission: '990100-2018-000001', matter: '990100-2018-000001-1' };
      const life = lifeOf(row, place, numbers, { particulars: ref, gist: ref, reply: ref });
      const moments = life.matter.map((fact) => fact.occurredAt);
      expect(moments).toEqual([...moments].sort());
      return life.matter.map((fact) => fact.kind);
    };
    expect(kinds({})).toEqual(['ImportedOpened', 'ImportedTransferred', 'ImportedAnswered']);
    expect(kinds({ days_first_transfer: 6 })).toEqual(['ImportedOpened', 'ImportedAnswered', 'ImportedTransferred']);
    expect(kinds({ time: '2018-10-15 23:30', days_to_final_reply: 0, days_first_transfer: 0 })).toHaveLength(3);
    expect(kinds({ transfer_count: undefined, days_first_transfer: null })).toEqual([
      'ImportedOpened',
      'ImportedAnswered',
    ]);
  });
});
