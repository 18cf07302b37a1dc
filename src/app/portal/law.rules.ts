import { ARTICLE_IDS, type Article, chineseNumber } from '../../domain/articles.ts';
import { ARTICLES, articleWords } from '../../domain/articles-text.ts';
import type { Language } from '../../domain/days.ts';

/** Articles in which all the words stand; a number, however written, finds its article first. */
export function findArticles(typed: string, language: Language): readonly Article[] {
  const text = typed.normalize('NFKC').toLowerCase().trim();
  if (text === '') return ARTICLES;
  const number = numberOf(text);
  if (number !== undefined) return ARTICLES.filter((article) => article.id === number);
  const words = text.split(/[\s,，、]+/).filter((word) => word !== '');
  return ARTICLES.filter((article) => {
    const { title, gist, plain } = articleWords(article, language);
    const whole = `${title}\n${gist}\n${plain}`.toLowerCase();
    return words.every((word) => whole.includes(word));
  });
}

function numberOf(text: string): string | undefined {
  const bare = text
    .replace(/^第/, '')
    .replace(/条$/, '')
    .replace(/^art(?:icle)?\.?\s*/, '');
  return ARTICLE_IDS.find((id) => id === bare || chineseNumber(Number(id)) === bare);
}
