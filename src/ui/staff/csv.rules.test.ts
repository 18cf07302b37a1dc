import { expect, it } from 'vitest';
import { toCsv } from './csv.rules.ts';

it('a sheet opens in Excel as Chinese, and nothing in it runs as a formula', () => {
  expect(
    toCsv([
      ['编号', '诉求'],
      ['1', '他说"好",\n就走'],
      [null, -3],
    ]),
  ).toBe('\uFEFF编号,诉求\r\n1,"他说""好"",\n就走"\r\n,-3\r\n');
  expect(toCsv([['=1+1', '+86', '@sum', '-要求']])).toBe("\uFEFF'=1+1,'+86,'@sum,'-要求\r\n");
});
