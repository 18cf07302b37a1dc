import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  findQueryCode,
  findRegion,
  idNumberHolds,
  instrumentNumber,
  isMobile,
  maskName,
  matterNumber,
  queryCode,
  sayQueryCode,
  submissionNumber,
} from './ids.ts';

const fifteen = fc.stringMatching(/^\d{15}$/);

describe('query code', () => {
  it('is read back however it is written: in fours, with dashes, in full width', () => {
    fc.assert(
      fc.property(fifteen, (random) => {
        const code = queryCode(random);
        const wide = code.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));
        for (const typed of [code, sayQueryCode(code), code.replace(/(\d{4})(?=\d)/g, '$1-'), ` ${wide} `])
          expect(findQueryCode(typed)).toBe(code);
      }),
    );
  });

  it('every slip of one digit is told apart', () => {
    fc.assert(
      fc.property(fifteen, fc.nat(15), fc.integer({ min: 1, max: 9 }), (random, at, by) => {
        const code = queryCode(random);
        const wrong = (Number(code[at]) + by) % 10;
        expect(findQueryCode(`${code.slice(0, at)}${wrong}${code.slice(at + 1)}`)).toBeUndefined();
      }),
    );
  });

  it.each(['', '123', '12345678901234567', 'abcd efgh ijkl mnop', '0000 0000 0000 0001'])('%j is none', (typed) => {
    expect(findQueryCode(typed)).toBeUndefined();
  });

  it('is made of 15 digits and nothing else', () => {
    for (const wrong of ['', '12345678901234', '1234567890123456', '12345678901234x'])
      expect(() => queryCode(wrong)).toThrow(RangeError);
  });
});

describe('numbers', () => {
  it('a submission and its matters carry their region', () => {
    const number = submissionNumber('990103', '2026', 417);
    expect(number).toBe('990103-2026-000417');
    expect(matterNumber(number, 2)).toBe('990103-2026-000417-2');
    expect([findRegion(number), findRegion(`${number}-2`)]).toEqual(['990103', '990103']);
    for (const wrong of ['', '990103', '990103-2026-417', `${number}-`, `${number}-1-2`, `x${number}`])
      expect(findRegion(wrong)).toBeUndefined();
  });

  it('a serial past a million keeps all its digits', () => {
    expect(submissionNumber('990103', '2026', 1_234_567)).toBe('990103-2026-1234567');
  });

  it('a paper is numbered without zeros (law.md §3.1)', () => {
    expect(instrumentNumber('南信', '转', '2026', 12)).toBe('南信转〔2026〕12号');
  });
});

describe('identity numbers (GB 11643)', () => {
  it.each(['11010519491231002X', '11010519491231002x', '440524188001010014'])('%s holds', (id) => {
    expect(idNumberHolds(id)).toBe(true);
  });

  it('one wrong digit is found', () => {
    fc.assert(
      fc.property(fc.nat(16), fc.integer({ min: 1, max: 9 }), (at, by) => {
        const id = '440524188001010014';
        const wrong = (Number(id[at]) + by) % 10;
        expect(idNumberHolds(`${id.slice(0, at)}${wrong}${id.slice(at + 1)}`)).toBe(false);
      }),
    );
    for (const wrong of ['', '44052418800101001', 'X4052418800101001']) expect(idNumberHolds(wrong)).toBe(false);
  });
});

describe('what lists show', () => {
  it.each([
    ['周桂兰', '周**'],
    ['𠮷田', '𠮷**'],
    ['阿依古丽·买买提', '阿**'],
    [' 王 ', '王**'],
    ['', ''],
  ])('%s as %s', (name, masked) => {
    expect(maskName(name)).toBe(masked);
  });

  it('a mobile number is eleven digits', () => {
    expect(isMobile('13900001101')).toBe(true);
    for (const wrong of ['12900001101', '1390000110', '+8613900001101', '0900-868 1200'])
      expect(isMobile(wrong)).toBe(false);
  });
});
