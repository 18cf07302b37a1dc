import { Fragment, type ReactElement } from 'react';
import { ARTICLE_IDS, type Article, CHAPTERS, chineseNumber } from '../../domain/articles.ts';
import { articleWords, getArticle } from '../../domain/articles-text.ts';
import { LANG_TAGS, type Lang } from '../../ui/plain/language.ts';
import { Back } from '../../ui/plain/parts.tsx';
import { Seams } from '../../ui/plain/seams.tsx';
import { LAW_TEXTS } from './law.texts.ts';

function numberWords(id: string, lang: Lang): string {
  return LAW_TEXTS[lang].article(lang === 'zh' ? chineseNumber(Number(id)) : id);
}

/** All fifty articles, or those found: title and plain words, the whole a tap away. */
export function LawPage({
  lang,
  typed,
  articles,
}: {
  lang: Lang;
  typed: string;
  articles: readonly Article[];
}): ReactElement {
  const words = LAW_TEXTS[lang];
  return (
    <>
      <h1 className="seams">
        <Seams>{words.h1}</Seams>
      </h1>
      <p className="lead">{words.lead}</p>
      <search>
        <form method="get" action="/law" className="search">
          <label className="label" htmlFor="q">
            {words.search}
          </label>
          <p id="q-hint" className="hint">
            {words.searchHint}
          </p>
          <div className="row">
            <input type="text" id="q" name="q" defaultValue={typed} maxLength={50} aria-describedby="q-hint" />
            <button className="btn" type="submit">
              {words.go}
            </button>
          </div>
        </form>
      </search>
      {typed !== '' && (
        <div role="status">
          <p>
            <b>{words.found(articles.length, typed)}</b>
          </p>
          {articles.length === 0 && <p>{words.none}</p>}
          <p>
            <a href="/law">{words.all}</a>
          </p>
        </div>
      )}
      {CHAPTERS.map((chapter) => {
        const own = articles.filter((article) => article.chapter === chapter.number);
        return own.length === 0 ? null : (
          <section key={chapter.number} aria-labelledby={`chapter-${chapter.number}`}>
            <h2 id={`chapter-${chapter.number}`}>
              {words.chapter(lang === 'zh' ? chineseNumber(chapter.number) : String(chapter.number), chapter[lang])}
            </h2>
            <ul className="acts">
              {own.map((article) => {
                const said = articleWords(article, LANG_TAGS[lang]);
                return (
                  <li key={article.id}>
                    <a href={`/law/${article.id}`}>
                      <b>
                        {numberWords(article.id, lang)}　{said.title}
                      </b>
                      <br />
                      {said.plain}
                    </a>
                  </li>
                );
              })}
            </ul>
          </section>
        );
      })}
      <p className="small soft gap">
        {words.note}
        {words.inForce}
      </p>
    </>
  );
}

/** One article: what it says, what it means, and its neighbours. */
export function ArticlePage({ lang, article }: { lang: Lang; article: Article }): ReactElement {
  const words = LAW_TEXTS[lang];
  const said = articleWords(article, LANG_TAGS[lang]);
  const at = ARTICLE_IDS.indexOf(article.id);
  const neighbours = [
    { id: ARTICLE_IDS[at - 1], text: words.before },
    { id: ARTICLE_IDS[at + 1], text: words.after },
  ];
  const chapter = CHAPTERS.find((one) => one.number === article.chapter);
  return (
    <>
      <Back href="/law">{words.all}</Back>
      <p className="soft">
        {words.chapter(lang === 'zh' ? chineseNumber(article.chapter) : String(article.chapter), chapter?.[lang] ?? '')}
      </p>
      <h1 className="seams">
        <Seams>{`${numberWords(article.id, lang)}　${said.title}`}</Seams>
      </h1>
      <section className="panel" aria-labelledby="plain">
        <h2 id="plain">{words.plain}</h2>
        <p className="lead">{said.plain}</p>
      </section>
      <section aria-labelledby="gist">
        <h2 id="gist">{words.gist}</h2>
        <p>{said.gist}</p>
        <p className="small soft">{words.note}</p>
      </section>
      <p className="gap">
        {neighbours.map(({ id, text }) =>
          id === undefined ? null : (
            <Fragment key={id}>
              <a className="back" href={`/law/${id}`}>
                {text(articleWords(getArticle(id), LANG_TAGS[lang]).title)}
              </a>
              <br />
            </Fragment>
          ),
        )}
      </p>
    </>
  );
}
