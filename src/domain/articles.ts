/**
 * The skeleton of the Regulation (《信访工作条例》, in force 2022-05-01): which articles there are, how they are grouped, how
 * many paragraphs and items each has; and the citation, a value that says where a rule comes from and can be stored, checked
 * and said. The words of the articles are in articles-text.ts, so that citing one does not carry them all.
 */
import { LAWS, type Law } from './articles-laws.ts';

export const ARTICLE_IDS = [
  ...(['1', '2', '3', '4', '5', '6', '7', '8', '9', '10', '11', '12', '13', '14', '15', '16', '17'] as const),
  ...(['18', '19', '20', '21', '22', '23', '24', '25', '26', '27', '28', '29', '30', '31', '32', '33', '34'] as const),
  ...(['35', '36', '37', '38', '39', '40', '41', '42', '43', '44', '45', '46', '47', '48', '49', '50'] as const),
] as const;
export type ArticleId = (typeof ARTICLE_IDS)[number];

export type ChapterNumber = 1 | 2 | 3 | 4 | 5 | 6;

/** What is said of an article in one language: our own words, never the official text. */
export interface ArticleWords {
  readonly title: string;
  /** What the article says, precisely, in one to four sentences. */
  readonly gist: string;
  /** What it means for the person reading it on a phone. */
  readonly plain: string;
}

export interface ArticleText {
  readonly zh: ArticleWords;
  readonly en: ArticleWords;
}

export interface Article extends ArticleText {
  readonly id: ArticleId;
  readonly chapter: ChapterNumber;
}

export interface Chapter {
  readonly number: ChapterNumber;
  readonly first: number;
  readonly last: number;
  readonly zh: string;
  readonly en: string;
}

export const CHAPTERS: readonly Chapter[] = [
  { number: 1, first: 1, last: 6, zh: '总则', en: 'General part' },
  { number: 2, first: 7, last: 16, zh: '信访工作体制', en: 'Who does the work' },
  { number: 3, first: 17, last: 26, zh: '信访事项的提出和受理', en: 'Raising and accepting a matter' },
  { number: 4, first: 27, last: 37, zh: '信访事项的办理', en: 'Handling a matter' },
  { number: 5, first: 38, last: 47, zh: '监督和追责', en: 'Supervision and answering for failures' },
  { number: 6, first: 48, last: 50, zh: '附则', en: 'Closing provisions' },
];

/** Paragraphs (款) of each article that has more than one. A list of items belongs to the paragraph that opens it. */
const PARAGRAPHS: Partial<Record<ArticleId, number>> = {
  ...{ 9: 2, 11: 2, 12: 2, 13: 3, 14: 2, 15: 3, 16: 4, 17: 2, 18: 4, 19: 3, 20: 4, 21: 2, 22: 2, 23: 4, 24: 2, 25: 2 },
  ...{ 28: 3, 29: 3, 30: 3, 32: 2, 36: 3, 37: 3, 38: 3, 39: 3, 40: 4, 41: 2, 47: 3 },
};

/** Items (项) of each article that lists any; in this Regulation they always stand in the first paragraph. */
const ITEMS: Partial<Record<ArticleId, number>> = {
  ...{ 5: 5, 8: 3, 11: 7, 14: 7, 22: 3, 26: 6, 31: 6, 32: 3, 41: 4, 42: 4, 44: 3, 45: 4, 46: 7 },
};

export function isArticleId(text: string): text is ArticleId {
  return (ARTICLE_IDS as readonly string[]).includes(text);
}

/** How many paragraphs (款) the article has; at least one. */
export function paragraphsOf(id: ArticleId): number {
  return PARAGRAPHS[id] ?? 1;
}

/** How many numbered items (项) the article lists; none for most. */
export function itemsOf(id: ArticleId): number {
  return ITEMS[id] ?? 0;
}

/** The chapter an article stands in. */
export function chapterOf(id: ArticleId): Chapter {
  const number = Number(id);
  const chapter = CHAPTERS.find((one) => one.first <= number && number <= one.last);
  if (!chapter) throw new RangeError(`article ${id} stands in no chapter`);
  return chapter;
}

export interface Citation {
  readonly law: Law;
  /** '22', '23¶3', '31(6)', '32¶1(2)'; empty when cited as a whole. For 'house' the name of the setting, 'four-eyes', which is never said. */
  readonly article: string;
}

export type CitationLanguage = 'zh-CN' | 'en';

interface Place {
  readonly article: number;
  readonly paragraph?: number;
  readonly item?: number;
}

const PLACE = /^([1-9]\d{0,3})(?:¶([1-9]\d?))?(?:\(([1-9]\d?)\))?$/;

/** The name of a setting of this system, as in `house:four-eyes`. */
const SETTING = /^[a-z]+(?:-[a-z]+)*$/;

function findPlace(text: string): Place | undefined {
  const match = PLACE.exec(text);
  if (!match) return undefined;
  const [, article, paragraph, item] = match;
  return {
    article: Number(article),
    ...(paragraph === undefined ? {} : { paragraph: Number(paragraph) }),
    ...(item === undefined ? {} : { item: Number(item) }),
  };
}

function getPlace(citation: Citation): Place | undefined {
  if (citation.article === '' || citation.law === 'house') return undefined;
  const place = findPlace(citation.article);
  if (!place) throw new RangeError(`not an article: ${citation.article}`);
  return place;
}

function isLaw(text: string): text is Law {
  return Object.hasOwn(LAWS, text);
}

/** A citation of the Regulation must point at a paragraph and item which it has. */
function stands(place: Place): boolean {
  const id = String(place.article);
  if (!isArticleId(id)) return false;
  if ((place.paragraph ?? 1) > paragraphsOf(id)) return false;
  // Items stand in the first paragraph, so 32¶2(1) points nowhere.
  return place.item === undefined || (place.item <= itemsOf(id) && (place.paragraph ?? 1) === 1);
}

/** Reads `regulation:23¶3`, `civil-code:203`, `rating-rules`, `house` or `house:four-eyes`; undefined when it points nowhere. */
export function findCitation(text: string): Citation | undefined {
  const colon = text.indexOf(':');
  const law = colon < 0 ? text : text.slice(0, colon);
  if (!isLaw(law)) return undefined;
  if (colon < 0) return { law, article: '' };
  const article = text.slice(colon + 1);
  if (law === 'house') return SETTING.test(article) ? { law, article } : undefined;
  const place = findPlace(article);
  if (!place || (law === 'regulation' && !stands(place))) return undefined;
  return { law, article };
}

/** Reads a citation as {@link findCitation} does. Throws RangeError when it points nowhere: a wrong constant, not bad input. */
export function parseCitation(text: string): Citation {
  const citation = findCitation(text);
  if (!citation) throw new RangeError(`not a citation: ${text}`);
  return citation;
}

/** The stored form, the inverse of {@link parseCitation}. */
export function writeCitation(citation: Citation): string {
  return citation.article === '' ? citation.law : `${citation.law}:${citation.article}`;
}

const DIGITS = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九'];
const PLACES = ['千', '百', '十', ''];

/** A number from 1 to 9999 as statutes write it: 10 is 十, 203 is 二百零三, 1091 is 一千零九十一. */
export function chineseNumber(value: number): string {
  const digits = String(value).padStart(4, '0');
  let said = '';
  let skipped = false;
  for (const [index, digit] of [...digits].entries()) {
    if (digit === '0') {
      skipped = said !== '';
      continue;
    }
    if (skipped) said += '零';
    skipped = false;
    said += `${DIGITS[Number(digit)] ?? ''}${PLACES[index] ?? ''}`;
  }
  return said.startsWith('一十') ? said.slice(1) : said;
}

/** The full form for a paper or a page: 《信访工作条例》第二十三条第三款; Regulation, art. 23 para. 3. */
export function sayCitation(citation: Citation, language: CitationLanguage): string {
  const law = LAWS[citation.law];
  const place = getPlace(citation);
  if (language === 'zh-CN') {
    if (!place) return law.zh;
    const paragraph = place.paragraph ? `第${chineseNumber(place.paragraph)}款` : '';
    const item = place.item ? `第${chineseNumber(place.item)}项` : '';
    return `${law.zh}第${chineseNumber(place.article)}条${paragraph}${item}`;
  }
  if (!place) return law.en;
  const paragraph = place.paragraph ? ` para. ${place.paragraph}` : '';
  const item = place.item ? ` item (${place.item})` : '';
  return `${law.en}, art. ${place.article}${paragraph}${item}`;
}

/** The short form for a dense screen: 条例 23③, 条例 31(6); Reg. 23¶3, Reg. 31(6). */
export function shortCitation(citation: Citation, language: CitationLanguage): string {
  const law = LAWS[citation.law];
  const name = language === 'zh-CN' ? law.shortZh : law.shortEn;
  const place = getPlace(citation);
  if (!place) return name;
  if (language === 'en') return `${name} ${citation.article}`;
  // ① is U+2460; the row runs to ⑳, and no statute cited here has longer articles.
  const circled = place.paragraph ? String.fromCodePoint(0x2460 + Math.min(place.paragraph, 20) - 1) : '';
  return `${name} ${place.article}${circled}${place.item ? `(${place.item})` : ''}`;
}
