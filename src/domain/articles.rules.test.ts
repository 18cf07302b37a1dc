import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  ARTICLE_IDS,
  CHAPTERS,
  chineseNumber,
  findCitation,
  itemsOf,
  paragraphsOf,
  parseCitation,
  sayCitation,
  shortCitation,
  writeCitation,
} from './articles.ts';
import { LAWS } from './articles-laws.ts';
import { ARTICLES, getArticle } from './articles-text.ts';

function readLaw(page: string): string {
  return readFileSync(new URL(`../../docs/law/${page}`, import.meta.url), 'utf8');
}

/** The page cut at its third-level headings; what stands under a chapter heading belongs to no section. */
function sections(page: string): { heading: string; body: string }[] {
  return page
    .split(/^### /m)
    .slice(1)
    .map((text) => {
      const end = text.indexOf('\n');
      return { heading: text.slice(0, end), body: text.slice(end).split(/^## /m)[0] ?? '' };
    });
}

interface NamedRule {
  readonly id: string;
  /** As parseCitation reads them. */
  readonly citations: readonly string[];
}

/** Reads one `Rules:` line as docs/law/README.md describes it. */
function readRules(line: string): NamedRule[] {
  const list = line.replace(/^Rules: /, '');
  if (/^none \(.+\)$/.test(list)) return [];
  return list.split('; ').map((part) => {
    const match = /^([a-z][a-z0-9-]*(?:\.[a-z0-9-]+)?) \[([^\]]+)\]$/.exec(part);
    if (!match) throw new Error(`not a rule: ${part}`);
    const [, id = '', places = ''] = match;
    return { id, citations: places.split(' ').map((place) => (/^\d/.test(place) ? `regulation:${place}` : place)) };
  });
}

const page = readLaw('articles.md');
const articleSections = sections(page).filter((section) => section.heading.startsWith('Article '));
const houseSections = sections(page).filter((section) => !section.heading.startsWith('Article '));

describe('the Regulation', () => {
  it('has articles 1 to 50, each once and in order', () => {
    expect(ARTICLES.map((article) => Number(article.id))).toEqual(Array.from({ length: 50 }, (_, index) => index + 1));
  });

  it.each(ARTICLE_IDS)('article %s is said in both languages', (id) => {
    const { zh, en } = getArticle(id);
    for (const words of [zh, en]) {
      for (const text of [words.title, words.gist, words.plain]) expect(text.trim()).toBe(text);
      expect(Math.min(words.title.length, words.gist.length, words.plain.length)).toBeGreaterThan(3);
    }
    expect(`${zh.title}${zh.gist}${zh.plain}`).toMatch(/^[^a-zA-Z]*$/);
    expect(`${en.title}${en.gist}${en.plain}`).not.toMatch(/\p{Script=Han}/u);
  });

  it('says no two articles alike', () => {
    expect(new Set(ARTICLES.map((article) => article.zh.gist)).size).toBe(50);
    expect(new Set(ARTICLES.map((article) => article.en.gist)).size).toBe(50);
  });

  it('falls into six chapters without gap or overlap', () => {
    expect(CHAPTERS.map((chapter) => chapter.first)).toEqual([1, ...CHAPTERS.slice(0, -1).map((one) => one.last + 1)]);
    const inChapter = (number: number) => ARTICLES.filter((article) => article.chapter === number).length;
    expect(CHAPTERS.map((chapter) => inChapter(chapter.number))).toEqual([6, 10, 10, 11, 10, 3]);
  });

  it('knows the paragraphs and items that rules rest on', () => {
    expect([paragraphsOf('22'), paragraphsOf('23'), paragraphsOf('34'), paragraphsOf('36')]).toEqual([2, 4, 1, 3]);
    expect([itemsOf('31'), itemsOf('44'), itemsOf('46'), itemsOf('34')]).toEqual([6, 3, 7, 0]);
  });
});

describe('a citation', () => {
  it.each([
    ['regulation:22', '《信访工作条例》第二十二条', 'Regulation, art. 22', '条例 22', 'Reg. 22'],
    ['regulation:23¶3', '《信访工作条例》第二十三条第三款', 'Regulation, art. 23 para. 3', '条例 23③', 'Reg. 23¶3'],
    [
      'regulation:31(6)',
      '《信访工作条例》第三十一条第六项',
      'Regulation, art. 31 item (6)',
      '条例 31(6)',
      'Reg. 31(6)',
    ],
    [
      'regulation:32¶1(2)',
      '《信访工作条例》第三十二条第一款第二项',
      'Regulation, art. 32 para. 1 item (2)',
      '条例 32①(2)',
      'Reg. 32¶1(2)',
    ],
    ['civil-code:203', '《民法典》第二百零三条', 'Civil Code, art. 203', '民法典 203', 'Civil Code 203'],
    [
      'rating-rules',
      '《信访事项办理群众满意度评价工作办法》',
      'Measures on Satisfaction Rating',
      '满意度评价办法',
      'Rating',
    ],
    ['house', '本系统设定', 'set by this system', '本系统设定', 'set by this system'],
    ['house:four-eyes', '本系统设定', 'set by this system', '本系统设定', 'set by this system'],
  ])('%s is read, said and written back', (written, zh, en, shortZh, shortEn) => {
    const citation = parseCitation(written);
    expect(sayCitation(citation, 'zh-CN')).toBe(zh);
    expect(sayCitation(citation, 'en')).toBe(en);
    expect(shortCitation(citation, 'zh-CN')).toBe(shortZh);
    expect(shortCitation(citation, 'en')).toBe(shortEn);
    expect(writeCitation(citation)).toBe(written);
  });

  it.each([
    '',
    '22',
    'regulation:',
    'regulation:0',
    'regulation:51',
    'regulation:023',
    'regulation:23¶5',
    'regulation:34¶2',
    'regulation:31(7)',
    'regulation:34(1)',
    'regulation:32¶2(1)',
    'regulation:23 ¶3',
    'constitution:41',
    'toString:1',
    'house:',
    'house:1',
    'house:Four Eyes',
  ])('%j points nowhere', (written) => {
    expect(findCitation(written)).toBeUndefined();
    expect(() => parseCitation(written)).toThrow(RangeError);
  });

  it('reads every law by its name alone', () => {
    for (const law of Object.keys(LAWS)) expect(writeCitation(parseCitation(law))).toBe(law);
  });

  it.each([
    [1, '一'],
    [10, '十'],
    [15, '十五'],
    [20, '二十'],
    [50, '五十'],
    [101, '一百零一'],
    [110, '一百一十'],
    [203, '二百零三'],
    [1003, '一千零三'],
    [1010, '一千零一十'],
    [1091, '一千零九十一'],
    [1260, '一千二百六十'],
  ])('%i is written %s', (value, chinese) => {
    expect(chineseNumber(value)).toBe(chinese);
  });
});

describe('docs/law/articles.md', () => {
  it('has one section for each article, in order', () => {
    expect(articleSections.map((section) => section.heading)).toEqual(
      ARTICLES.map(({ id, en, zh }) => `Article ${id}. ${en.title}（${zh.title}）`),
    );
  });

  it.each(ARTICLES.map((article) => [article.id, article] as const))(
    'says article %s as the public pages do',
    (id, article) => {
      const body = articleSections[Number(id) - 1]?.body ?? '';
      for (const { gist, plain } of [article.zh, article.en]) {
        expect(body).toContain(`\n${gist}\n`);
        expect(body).toContain(`\n> ${plain}\n`);
      }
    },
  );

  it('names rules under each article that rest on that article, or says why there are none', () => {
    for (const [index, section] of articleSections.entries()) {
      const lines = section.body.split('\n').filter((line) => line.startsWith('Rules: '));
      expect(lines, section.heading).toHaveLength(1);
      const rules = readRules(lines[0] ?? '');
      expect(section.body.includes('\nIn the software: '), section.heading).toBe(rules.length > 0);
      for (const citation of rules.flatMap((rule) => rule.citations)) {
        expect(parseCitation(citation).law).toBe('regulation');
        expect(Number.parseInt(parseCitation(citation).article, 10), section.heading).toBe(index + 1);
      }
    }
  });

  it('names each rule of the house with what it rests on', () => {
    expect(houseSections.length).toBeGreaterThan(0);
    for (const section of houseSections) {
      const lines = section.body.split('\n').filter((line) => line.startsWith('Rules: '));
      expect(lines, section.heading).toHaveLength(1);
      const rules = readRules(lines[0] ?? '');
      expect(rules.length, section.heading).toBeGreaterThan(0);
      for (const citation of rules.flatMap((rule) => rule.citations)) {
        expect(parseCitation(citation).law, section.heading).not.toBe('regulation');
      }
    }
  });

  it('names a rule once under an article, and never both as law and as the house’s own', () => {
    const idsIn = (list: typeof articleSections) =>
      list.map((section) =>
        readRules(section.body.split('\n').find((line) => line.startsWith('Rules: ')) ?? '').map((rule) => rule.id),
      );
    for (const ids of idsIn(articleSections)) expect(new Set(ids).size).toBe(ids.length);
    const lawful = new Set(idsIn(articleSections).flat());
    const house = idsIn(houseSections).flat();
    expect(house.filter((id) => lawful.has(id))).toEqual([]);
    expect(new Set(house).size).toBe(house.length);
  });
});

describe('docs/law/clocks.md and life.md', () => {
  it('lists clocks C1 to C16 and steps T1 to T36', () => {
    const clocks = readLaw('clocks.md').match(/^\| C\d+ /gm) ?? [];
    expect(clocks.map((cell) => cell.slice(2).trim())).toEqual(
      Array.from({ length: 16 }, (_, index) => `C${index + 1}`),
    );
    const steps = readLaw('life.md').match(/^\| T\d+ /gm) ?? [];
    expect(steps.map((cell) => cell.slice(2).trim())).toEqual(
      Array.from({ length: 36 }, (_, index) => `T${index + 1}`),
    );
  });
});
