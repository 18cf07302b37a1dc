import type { FastifyRequest } from 'fastify';
import type { ReactElement } from 'react';
import { findCitation, sayCitation } from '../../domain/articles.ts';
import { addressOf } from '../../platform/http/address.ts';
import type { Refused } from '../../platform/http/refused.ts';
import { renderPage } from '../../platform/jsx/render.ts';
import { LANG_TAGS, type Lang } from '../../ui/plain/language.ts';
import { Page } from '../../ui/plain/page.tsx';
import { Phone } from '../../ui/plain/parts.tsx';
import { Seams } from '../../ui/plain/seams.tsx';
import { ERROR_TEXTS } from './error-page.texts.ts';
import { EMPTY_SITE, type Site } from './site.ts';
import { frameOf, readerOf } from './visit.tsx';

declare module 'fastify' {
  interface FastifyInstance {
    /** What the portal last knew of its installation; asks no database. */
    readonly portalSite?: () => Site;
  }
}

/** Draws an error outside /api in the look of the portal. Reads nothing, so that it stands when the database does not. */
export function renderError(refused: Refused, request: FastifyRequest): string {
  const site = request.server?.portalSite?.() ?? EMPTY_SITE;
  const { lang, large } = readerOf(request);
  const { pathname, search } = addressOf(request);
  const here = request.method === 'GET' ? pathname + search : '/';
  const frame = frameOf({ lang, large, site, here });
  return renderPage(
    <Page frame={frame} title={headingOf(refused, lang)}>
      <ErrorBody refused={refused} lang={lang} site={site} requestId={request.id} />
    </Page>,
  );
}

function headingOf({ status }: Refused, lang: Lang): string {
  const words = ERROR_TEXTS[lang];
  if (status === 404) return words.notFound;
  if (status === 503 || status === 429) return words.busy;
  return status >= 500 ? words.fault : words.refused;
}

function ErrorBody({
  refused,
  lang,
  site,
  requestId,
}: {
  refused: Refused;
  lang: Lang;
  site: Site;
  requestId: string;
}): ReactElement {
  const words = ERROR_TEXTS[lang];
  const article = refused.article === undefined ? undefined : findCitation(refused.article);
  return (
    <>
      <h1 className="seams">
        <Seams>{headingOf(refused, lang)}</Seams>
      </h1>
      <p className="lead">{refused.said[lang]}</p>
      {article !== undefined && <p className="small soft">{sayCitation(article, LANG_TAGS[lang])}</p>}
      <p>{words.kept}</p>
      <ul className="plain">
        <li>
          <a className="back" href="/file/for">
            {words.draft}
          </a>
        </li>
        <li>
          <a className="back" href="/follow">
            {words.follow}
          </a>
        </li>
        <li>
          <a className="back" href="/">
            {words.home}
          </a>
        </li>
      </ul>
      {site.phone !== '' && (
        <p>
          {words.call}
          <Phone number={site.phone} />
        </p>
      )}
      {refused.status >= 500 && (
        <p className="small soft">
          {words.number}
          {requestId}
        </p>
      )}
    </>
  );
}
