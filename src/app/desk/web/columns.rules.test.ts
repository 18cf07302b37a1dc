import { expect, it } from 'vitest';
import { COLUMNS, FIXED_COLUMNS, fitColumns } from './columns.rules.ts';

it('number, request and clock stand in every width; others step back one after another', () => {
  let before: number = COLUMNS.length;
  for (let room = 1600; room >= 300; room -= 20) {
    for (const language of ['zh-CN', 'en'] as const) {
      const fitting = fitColumns(COLUMNS, room, language);
      expect(FIXED_COLUMNS.every((one) => fitting.includes(one))).toBe(true);
      expect(fitting).toEqual(COLUMNS.filter((one) => fitting.includes(one)));
    }
    const now = fitColumns(COLUMNS, room, 'zh-CN').length;
    expect(now).toBeLessThanOrEqual(before);
    before = now;
  }
  expect(before).toBe(FIXED_COLUMNS.length);
});
