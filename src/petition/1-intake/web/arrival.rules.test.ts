import { describe, expect, it } from 'vitest';
import { registerArrival } from '../intake.contract.ts';
import { emptyArrival, linesOf, sentArrival, titleOf } from './arrival.rules.ts';

const empty = emptyArrival('2026-12-01', '990102', 'letter');

describe('what a clerk typed', () => {
  it('reads requests line by line, without their numbers', () => {
    expect(linesOf('一、修好泵房\n 2. 退费 \n\n（公开账目')).toEqual(['修好泵房', '退费', '（公开账目']);
    expect(linesOf(Array.from({ length: 30 }, (_, at) => `第${at}`).join('\n'))).toHaveLength(20);
  });

  it('takes the beginning of the text where no line was written', () => {
    expect(titleOf({ title: ' 修泵房 ', text: '别的' })).toBe('修泵房');
    expect(titleOf({ title: '', text: '夜里没有水。已经一年了。' })).toBe('夜里没有水');
    expect([...titleOf({ title: '', text: '水'.repeat(90) })]).toHaveLength(40);
    expect(titleOf({ title: '', text: ' ' })).toBe('');
  });

  it('registers the matter in the same act, its one line counting as one request', () => {
    const sent = sentArrival(
      { ...empty, title: '修泵房', name: ' 周桂兰 ', phone: '139 0000-4170', category: '030400' },
      [],
    );
    expect(sent.particulars.people[0]).toEqual({ name: '周桂兰', phone: '13900004170' });
    expect(sent.matters?.[0]).toMatchObject({
      title: '修泵房',
      text: '修泵房',
      requests: ['修泵房'],
      category: '030400',
    });
    expect(registerArrival.body.safeParse(sent).success).toBe(true);
  });

  it('leaves the matters of a report to its keeper (条例 30¶3)', () => {
    expect(sentArrival({ ...empty, title: '检举', purpose: 'report' }, []).matters).toBeUndefined();
  });

  it('sends no name of somebody who wishes to stay unknown', () => {
    const sent = sentArrival({ ...empty, title: '路灯不亮', name: '周桂兰', anonymous: true }, []);
    expect([sent.identity, sent.particulars.people[0]?.name]).toEqual(['anonymous', '']);
  });

  it('sends a postmark for letters only', () => {
    const stamped = { ...empty, title: '修路', postmarkedOn: '2026-11-27' };
    expect(sentArrival(stamped, []).postmarkedOn).toBe('2026-11-27');
    expect(sentArrival({ ...stamped, channel: 'visit' }, []).postmarkedOn).toBeUndefined();
  });
});
