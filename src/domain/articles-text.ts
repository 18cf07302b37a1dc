/** The Regulation article by article, in our own words, as citizens and officers read it. */
import {
  ARTICLE_IDS,
  type Article,
  type ArticleId,
  type ArticleText,
  type ArticleWords,
  chapterOf,
} from './articles.ts';
import { generalArticles } from './articles-general.ts';
import { handlingArticles } from './articles-handling.ts';
import { oversightArticles } from './articles-oversight.ts';
import { raisingArticles } from './articles-raising.ts';

/** Does not compile while an article is missing. */
const TEXTS: Readonly<Record<ArticleId, ArticleText>> = {
  ...generalArticles,
  ...raisingArticles,
  ...handlingArticles,
  ...oversightArticles,
};

/** All fifty articles, in order. */
export const ARTICLES: readonly Article[] = ARTICLE_IDS.map((id) => getArticle(id));

/** One article with its chapter and its words. */
export function getArticle(id: ArticleId): Article {
  return { id, chapter: chapterOf(id).number, ...TEXTS[id] };
}

/** An article's words in the reader's language. */
export function articleWords(article: ArticleText, language: 'zh-CN' | 'en'): ArticleWords {
  return language === 'zh-CN' ? article.zh : article.en;
}
