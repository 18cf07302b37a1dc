import { describe, expect, it } from 'vitest';
import type { DeskRow } from '../desk.contract.ts';
import { compare, rowKey, sameOrder } from './steady.rules.ts';

function row(serial: number, due: string | null, account: string | null = null): DeskRow {
  return {
    item: `990101-2026-${String(serial).padStart(6, '0')}-1`,
    kind: 'matter',
    assignment: '',
    duty: 'to-forward',
    title: '路灯',
    who: '周*',
    petitioners: 1,
    channel: 'letter',
    division: '990101',
    category: '0101',
    purpose: 'claim',
    due,
    startedOn: null,
    clockKind: null,
    level: 'normal',
    daysLeft: 3,
    receivedOn: '2026-11-01',
    account,
  };
}
const [a, b, c] = [row(1, '2026-11-10'), row(2, '2026-11-11'), row(3, null)];

describe('a list that is fetched again', () => {
  it('renews rows in place and keeps their order', () => {
    const { rows, changes } = compare([a, b], [b, { ...a, account: 'gu' }], true);
    expect(rows.map(({ row: one }) => [one.item, one.account])).toEqual([
      [a.item, 'gu'],
      [b.item, null],
    ]);
    expect(changes).toBe(0);
  });

  it('marks what others took away and counts what is new without showing it', () => {
    const { rows, changes } = compare([a, b], [b, c], true);
    expect(rows.map((one) => one.left)).toEqual([true, false]);
    expect(rows).toHaveLength(2);
    expect(changes).toBe(2);
  });

  it('does not call a row gone that only fell behind the end of a cut-off answer', () => {
    expect(compare([a, c], [a, b], false).rows.map((one) => one.left)).toEqual([false, false]);
    expect(compare([a, c], [a, b], true).rows.map((one) => one.left)).toEqual([false, true]);
    expect(compare([a, c], [c], false).rows.map((one) => one.left)).toEqual([true, false]);
  });

  it('tells one order from another', () => {
    expect(sameOrder([a, b], [{ ...a, account: 'gu' }, b])).toBe(true);
    expect(sameOrder([a, b], [b, a])).toBe(false);
    expect(sameOrder([a], [a, b])).toBe(false);
    expect(rowKey(a)).not.toBe(rowKey({ ...a, duty: 'watching' }));
  });
});
