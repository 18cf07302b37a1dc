import { assert, property, string } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { normalise, normaliseTraced } from './normalise.ts';

const anyText = string({ unit: 'binary' });

describe('normalise', () => {
  test.each([
    ['ＡＢＣ１２３', 'abc123'],
    ['拖欠工资，共３０００元！', '拖欠工资,共3000元!'],
    ['  华  庭\t小区\r\n三期　二号楼 ', '华 庭 小区 三期 二号楼'],
    ['物\u200b业\ufeff费', '物业费'],
    ['e\u0301COLE', 'école'],
    ['㎡ ① Ⅳ', 'm2 1 iv'],
    ['邓\u{e0100}某', '邓某'],
    ['𠮷野家', '𠮷野家'],
    ['a\u0000b', 'a b'],
    ['\u3164甲\u2067乙', '甲乙'],
    ['\ud800x', '\ufffdx'],
  ])('%j becomes %j', (before, after) => {
    expect(normalise(before)).toBe(after);
  });

  test('Chinese stays as written', () => {
    const text = '我家楼上的违章建筑已经举报三次,至今没有人来';
    expect(normalise(text)).toBe(text);
  });

  test('twice is as good as once', () => {
    assert(property(anyText, (text) => normalise(normalise(text)) === normalise(text)));
  });

  test('nothing is left that a database refuses, and no double spaces', () => {
    assert(property(anyText, (text) => !/\p{Cc}|\p{Cs}|\s\s|^\s|\s$/u.test(normalise(text))));
  });
});

describe('normaliseTraced', () => {
  test('leads back to the words as they were written', () => {
    const original = '关于 ＡＢＣ公司　拖欠\u200b工资';
    const traced = normaliseTraced(original);
    const at = traced?.text.indexOf('abc公司') ?? -1;
    expect(original.slice(traced?.from[at], traced?.to[at + 4])).toBe('ＡＢＣ公司');
    const wages = traced?.text.indexOf('欠工') ?? -1;
    expect(original.slice(traced?.from[wages], traced?.to[wages + 1])).toBe('欠\u200b工');
  });

  test('says the same as normalise, or nothing', () => {
    assert(
      property(anyText, (text) => {
        const traced = normaliseTraced(text);
        if (!traced) return true;
        return traced.text === normalise(text) && traced.from.length >= traced.text.length;
      }),
    );
  });

  test('gives an answer for everything people write', () => {
    for (const text of ['', ' ', '住建局 2026 年１月', 'café e\u0301', '买买提·艾力', '👨‍👩‍👧 一家', '第①条……㎡'])
      expect(normaliseTraced(text)?.text).toBe(normalise(text));
  });
});
