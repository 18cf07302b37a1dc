import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { isArticleId } from '../../domain/articles.ts';
import { articleWords, getArticle } from '../../domain/articles-text.ts';
import { RefusedError, refusedWith } from '../../platform/http/errors.ts';
import { LANG_TAGS } from '../../ui/plain/language.ts';
import { HOME_TEXTS } from './home.texts.ts';
import { HomePage, ThePath, ThePeople } from './home.tsx';
import { findArticles } from './law.rules.ts';
import { LAW_TEXTS } from './law.texts.ts';
import { ArticlePage, LawPage } from './law.tsx';
import { NOTICE_TEXTS, type NoticeName } from './notices.texts.ts';
import { NoticePage } from './notices.tsx';
import { keepPreference, type Portal, sendPage, visitOf } from './visit.tsx';

const HIDDEN = { schema: { hide: true } };

/** Pages that are the same for everybody: the start, the guide, the law, privacy, accessibility, help; and the size. */
export function mountReading(server: FastifyInstance, portal: Portal): void {
  server.get('/', HIDDEN, async (request, reply) => {
    const visit = await visitOf(portal, request, reply);
    const { lang, site } = visit;
    const figures = await portal.options.readPublicFigures?.(lang);
    return sendPage(visit, {
      title: HOME_TEXTS[lang].title,
      body: <HomePage lang={lang} site={site} figures={figures} />,
      open: true,
    });
  });

  server.get<{ Querystring: { large?: string; to?: string } }>('/size', HIDDEN, async (request, reply) => {
    keepPreference(reply, 'large', request.query.large === '1' ? '1' : '0');
    return reply.code(303).header('location', ownAddress(request.query.to)).send();
  });

  mountNotices(server, portal);

  server.get<{ Querystring: { q?: string } }>('/law', HIDDEN, async (request, reply) => {
    const visit = await visitOf(portal, request, reply);
    const { lang } = visit;
    const typed = typeof request.query.q === 'string' ? request.query.q.trim().slice(0, 50) : '';
    const articles = findArticles(typed, LANG_TAGS[lang]);
    return sendPage(visit, {
      title: LAW_TEXTS[lang].title,
      body: <LawPage lang={lang} typed={typed} articles={articles} />,
      open: true,
    });
  });

  server.get<{ Params: { article: string } }>('/law/:article', HIDDEN, async (request, reply) => {
    const { article: id } = request.params;
    if (!isArticleId(id)) throw new RefusedError(refusedWith('not-found'));
    const visit = await visitOf(portal, request, reply);
    const { lang } = visit;
    const article = getArticle(id);
    return sendPage(visit, {
      title: articleWords(article, LANG_TAGS[lang]).title,
      body: <ArticlePage lang={lang} article={article} />,
      open: true,
    });
  });
}

function mountNotices(server: FastifyInstance, portal: Portal): void {
  const tell = (name: NoticeName) => async (request: FastifyRequest, reply: FastifyReply) => {
    const visit = await visitOf(portal, request, reply);
    const { lang, site } = visit;
    return sendPage(visit, {
      title: NOTICE_TEXTS[lang][name].title,
      body: (
        <NoticePage
          lang={lang}
          name={name}
          above={name === 'help' && <ThePeople lang={lang} site={site} />}
          below={name === 'guide' && <ThePath lang={lang} />}
        />
      ),
      open: true,
    });
  };
  for (const name of ['guide', 'privacy', 'access', 'help'] as const) server.get(`/${name}`, HIDDEN, tell(name));
}

/** An address of this site to come back to; anything else, or another site's, is the start page. */
export function ownAddress(given: unknown): string {
  if (typeof given !== 'string' || !/^\/(?![/\\])[\x21-\x5b\x5d-\x7e]*$/.test(given)) return '/';
  return given.length > 300 ? '/' : given;
}
