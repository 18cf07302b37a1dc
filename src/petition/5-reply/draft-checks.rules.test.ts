import { describe, expect, it } from 'vitest';
import { checkDraft } from './draft-checks.rules.ts';
import type { OpinionItem } from './reply.rules.ts';

const item = (more: Partial<OpinionItem> = {}): OpinionItem => ({
  request: '修好泵房',
  finding: '现场测得水压为零。',
  basis: '《供水管理办法》第十一条',
  verdict: 'support',
  answer: '十二月十五日起更换水泵两台。',
  executeBy: '2026-12-31',
  ...more,
});
const check = (items: readonly OpinionItem[], more: { requests?: number; reviewers?: number } = {}) =>
  checkDraft({ items, requests: items.length, route: '31(6)', reviewers: 2, today: '2026-12-01', ...more });
const missing = (items: readonly OpinionItem[], more = {}) => check(items, more).filter((one) => !one.holds);

describe('checks of a draft', () => {
  it('has nothing against a whole draft', () => {
    expect(missing([item()])).toEqual([]);
  });

  it('stops at a request left unanswered and at an empty part (条例 32)', () => {
    const gaps = missing([item({ basis: ' ' })], { requests: 2 });
    expect(gaps.map((one) => [one.weight, one.field])).toEqual([
      ['must', 'items'],
      ['must', 'items.0.basis'],
    ]);
  });

  it('stops where nobody is named who would review (条例 35)', () => {
    expect(missing([item()], { reviewers: 0 })[0]).toMatchObject({ weight: 'must', holds: false });
  });

  it('only speaks where a head would ask', () => {
    const { executeBy: _, ...undated } = item();
    const found = missing([
      undated,
      item({ executeBy: '2026-11-01' }),
      item({ basis: '按有关规定' }),
      item({ verdict: 'not-support', answer: '不支持。' }),
      item({ finding: '住户电话13900004170。' }),
    ]);
    expect(found.every((one) => one.weight === 'ought')).toBe(true);
    expect(found.map((one) => one.field)).toEqual([
      'items.0.executeBy',
      'items.1.executeBy',
      'items.2.basis',
      'items.3.answer',
      'items.4.finding',
    ]);
  });

  it('does not take a longer number for a telephone', () => {
    expect(missing([item({ finding: '账号6222139000041705588已核对。' })])).toEqual([]);
  });
});
