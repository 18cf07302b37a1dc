import { existsSync, readFileSync } from 'node:fs';
import { array, assert, constantFrom, oneof, property, string } from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { DangerKind } from '../../domain/facts.ts';
import { dangerOf, findDanger } from './danger.rules.ts';

/** Sentences of test/danger, one a line; `#` begins a remark. */
function sentences(name: 'self-harm' | 'violence' | 'harmless'): readonly string[] {
  const lines = readFileSync(new URL(`../../../test/danger/${name}.txt`, import.meta.url), 'utf8').split('\n');
  return lines.filter((line) => line !== '' && !line.startsWith('#'));
}

const SELF_HARM = sentences('self-harm');
const VIOLENCE = sentences('violence');
const HARMLESS = sentences('harmless');

/** Set apart, full width, traditional, spelt otherwise, and in English. */
const DISGUISED: readonly (readonly [string, DangerKind])[] = [
  ['我 想 自 杀', 'self-harm'],
  ['我要自-杀', 'self-harm'],
  ['自。杀。', 'self-harm'],
  ['我不 想 活 了。。。', 'self-harm'],
  ['我不想\n活了', 'self-harm'],
  ['不想……活了', 'self-harm'],
  ['我要【跳】【楼】', 'self-harm'],
  ['我要自\u200b杀', 'self-harm'],
  ['我不想再活下去，想自鲨', 'self-harm'],
  ['我要自sha', 'self-harm'],
  ['我要自ＳＨＡ', 'self-harm'],
  ['我活不下去了，要跳樓', 'self-harm'],
  ['這是我的遺書', 'self-harm'],
  ['同 归 于 尽', 'violence'],
  ['大不了同*归*于*尽', 'violence'],
  ['我要殺了他全家', 'violence'],
  ['我要燒了你們辦公室', 'violence'],
  ['I am going to kill myself if nobody answers', 'self-harm'],
  ['I don’t want to live anymore', 'self-harm'],
  ['I want to die', 'self-harm'],
  ['We will burn down the office', 'violence'],
  ['He threatened to kill my family', 'violence'],
];

/** What could be read either way, and how it is read: each costs a call at most, or is no call tonight. */
const DECIDED: readonly (readonly [string, readonly DangerKind[], string])[] = [
  ['邻居前年跳楼去世', [], 'the death of another, long ago'],
  ['我女儿去年跳楼去世，公安至今没有结论', [], 'grief; whoever handles it reads the letter'],
  ['我妈多次割腕，去年就开始了', ['self-harm'], 'again and again: it is not over'],
  ['上个月他说要跳楼', ['self-harm'], 'meant, though long ago'],
  ['我以前自杀过一次', ['self-harm'], 'the writer’s own'],
  ['小区里有人要跳楼', ['self-harm'], 'whoever it is'],
  ['担心孩子跳河', ['self-harm'], 'a hazard or a fear: a call tells'],
  ['臭得人想跳楼', ['self-harm'], 'a manner of speaking, perhaps'],
  ['他以跳楼威胁物业', ['self-harm'], 'disorder to one, despair to another'],
  ['对方扬言要杀我', ['violence'], 'the danger is the writer’s'],
  ['三年前他砍了我一刀', [], 'done and over'],
  ['这楼道着火会烧死人的', [], 'a hazard, which is a matter of its own'],
  ['每天吵得生不如死', [], 'said of noise'],
  ['我活得生不如死', ['self-harm'], 'said of a life'],
  ['只能在家等死', [], 'want, not intent; the letter is read for it'],
  ['走投无路', [], 'said in every third letter'],
];

describe('danger to life', () => {
  test.each(SELF_HARM)('the writer or somebody near may be in danger: %s', (text) => {
    expect(dangerOf([text])).toContain('self-harm');
  });

  test.each(VIOLENCE)('somebody may be hurt: %s', (text) => {
    expect(dangerOf([text])).toContain('violence');
  });

  test.each(DISGUISED)('however it is written: %s', (text, kind) => {
    expect(dangerOf([text])).toContain(kind);
  });

  test.each(HARMLESS)('nobody needs to call for: %s', (text) => {
    expect(findDanger(text)).toEqual([]);
  });

  test.each(DECIDED)('%s: %s (%s)', (text, kinds) => {
    expect(dangerOf([text])).toEqual(kinds);
  });

  test('there are enough sentences to tell', () => {
    expect(SELF_HARM.length + VIOLENCE.length).toBeGreaterThan(60);
    expect(HARMLESS.length).toBeGreaterThan(80);
  });
});

describe('where it stands', () => {
  test('in the words as they were written', () => {
    const text = '工资的事。我 不 想\n活 了！！遗書在桌上';
    expect(findDanger(text)).toEqual([
      { kind: 'self-harm', from: 7, to: 14, phrase: '不 想\n活 了' },
      { kind: 'self-harm', from: 16, to: 18, phrase: '遗書' },
    ]);
  });

  test('also after letters that take two units, and in full width', () => {
    const [span] = findDanger('𠮷😀ＡＢ我要自ＳＨＡ');
    expect(span).toEqual({ kind: 'self-harm', from: 8, to: 12, phrase: '自ＳＨＡ' });
  });

  test('among harmless sentences and paragraphs', () => {
    const text = '小区停水三天了，物业不管。\n\n广场舞也吵。\n\n再不来人我就从楼顶跳下去。\n\n谢谢。';
    expect(findDanger(text).map((span) => span.phrase)).toEqual(['从楼顶跳下去']);
  });

  test('both kinds, each once, in a fixed order', () => {
    expect(dangerOf(['大不了同归于尽', '我不想活了', '我要自杀'])).toEqual(['self-harm', 'violence']);
    expect(dangerOf([])).toEqual([]);
    expect(dangerOf(['', '小区停水'])).toEqual([]);
  });

  test('a sentence does not borrow from the next', () => {
    expect(dangerOf(['他没有来。我要自杀。'])).toEqual(['self-harm']);
    expect(dangerOf(['我不想干了。活了六十岁'])).toEqual([]);
  });
});

describe('whatever is written', () => {
  const words = constantFrom(
    ...[
      '我',
      '要',
      '不',
      '想',
      '死',
      '活',
      '了',
      '跳',
      '楼',
      '自',
      '杀',
      '。',
      '，',
      ' ',
      '\n',
      '就',
      '都',
      '把',
      '炸',
    ],
    ...[
      '政府',
      '他们',
      '一起',
      '没有',
      '邻居',
      '前年',
      '遗書',
      'ＳＨＡ',
      '\u0301',
      '\u200b',
      '\ud800',
      '😀',
      '㈱',
      'ﷺ',
    ],
  );
  const texts = oneof(
    string({ unit: 'binary' }),
    array(words, { maxLength: 60 }).map((all) => all.join('')),
  );

  test('spans lie inside the text, in order, without overlap, and say what stands there', () => {
    assert(
      property(texts, (text) => {
        let last = 0;
        for (const { from, to, phrase } of findDanger(text)) {
          expect(from).toBeGreaterThanOrEqual(last);
          expect(to).toBeGreaterThan(from);
          expect(to).toBeLessThanOrEqual(text.length);
          expect(phrase).toBe(text.slice(from, to));
          last = to;
        }
      }),
      { numRuns: 1000 },
    );
  });

  test('the same text is always read the same', () => {
    assert(
      property(texts, (text) => {
        expect(findDanger(text)).toEqual(findDanger(text));
      }),
    );
  });

  test.each([
    '我',
    '就',
    '我就要',
    '把他们',
    '跳',
    '死。',
    '逼我',
    ' ',
    '\n',
    '一起',
    '不想',
    '带着',
    'ａ',
    '，',
    '从楼',
  ])('a hundred thousand times %j does not take long', (piece) => {
    const [short, long] = [10_000, 100_000].map((times) => piece.repeat(times));
    const timed = (text: string) => {
      const began = performance.now();
      findDanger(text);
      return performance.now() - began;
    };
    timed(short ?? '');
    /* Ten times the text in less than forty times the time, or fast in any case: not quadratic. */
    expect(timed(long ?? '')).toBeLessThan(Math.max(2000, 40 * timed(short ?? '')));
  });
});

const DATA = new URL('../../../../shared/data/', import.meta.url);
const FILES = ['messages_a3.jsonl', 'replies_a4.jsonl', 'fuzhou12345_le2018.jsonl'] as const;
const absent = !existsSync(new URL(FILES[0], DATA));

describe(absent ? 'real texts (skipped: no shared data)' : 'real texts', () => {
  test.skipIf(absent).each(FILES)('of %s few are flagged, and some', (file) => {
    const rows = readFileSync(new URL(file, DATA), 'utf8')
      .split('\n')
      .filter((line) => line !== '')
      .map((line): { title?: string; text?: string } => JSON.parse(line));
    const flagged = rows.filter(({ title = '', text = '' }) => dangerOf([title, text]).length > 0).length;
    const share = flagged / rows.length;
    console.log(`${file}: ${flagged} of ${rows.length} flagged, ${(100 * share).toFixed(2)} %`);
    expect(flagged).toBeGreaterThan(0);
    expect(share).toBeLessThan(0.01);
  });
});
