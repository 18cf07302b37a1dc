import { randomBytes } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { ReactNode } from 'react';
import { sayDay } from '../../domain/days.ts';
import type { Ledger } from '../../ledger/ledger.ts';
import { formToken, VISITOR_COOKIE } from '../../petition/1-intake/portal/draft-door.ts';
import { addressOf } from '../../platform/http/address.ts';
import { findForgery, isSame } from '../../platform/http/csrf.ts';
import { RefusedError, refusedWith } from '../../platform/http/errors.ts';
import { renderPage } from '../../platform/jsx/render.ts';
import { LANG_TAGS, type Lang } from '../../ui/plain/language.ts';
import { type Frame, Page } from '../../ui/plain/page.tsx';
import { Phone } from '../../ui/plain/parts.tsx';
import { type Problem, titleWith } from '../../ui/plain/problems.tsx';
import { HOME_TEXTS } from './home.texts.ts';
import type { Site, siteReader } from './site.ts';
import { STYLE_PATH } from './style.ts';

/** What the installation lets the portal do beyond the ledger. */
export interface PortalOptions {
  /** The address people use, for the QR code on receipts; taken from the request where absent. */
  readonly publicUrl?: string | undefined;
  /** Shows phone codes on the page instead of sending them: demonstration only. */
  readonly showMessages?: boolean;
  /** Last month's figures, already in words. Without it the start page leaves that section out. */
  readonly readPublicFigures?: (lang: Lang) => Promise<PublicFigures | undefined>;
}

export interface PublicFigures {
  readonly intro: string;
  readonly rows: readonly { readonly name: string; readonly said: string }[];
  readonly href?: string;
}

/** One portal: its ledger, what the installation says of itself, its options. */
export interface Portal {
  readonly ledger: Ledger;
  readonly site: ReturnType<typeof siteReader>;
  readonly options: PortalOptions;
}

/** How a request is to be read and answered. */
export interface Visit {
  readonly portal: Portal;
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
  readonly lang: Lang;
  readonly large: boolean;
  readonly site: Site;
}

const YEAR_SECONDS = 365 * 86_400;

/** Language and size of this reader: what the address asks for, then the cookies, then what the browser prefers. */
export function readerOf(request: FastifyRequest): { lang: Lang; large: boolean } {
  const asked = addressOf(request).searchParams.get('lang');
  const kept = request.cookies?.lang;
  const known = [asked, kept].find((value) => value === 'zh' || value === 'en');
  return {
    lang: known === 'zh' || known === 'en' ? known : preferred(request.headers['accept-language'] ?? ''),
    large: request.cookies?.large === '1',
  };
}

/** Chinese unless the browser names English before it. */
function preferred(accepted: string): Lang {
  const first = accepted
    .split(',')
    .map((part) => part.trim().slice(0, 2).toLowerCase())
    .find((part) => part === 'zh' || part === 'en');
  return first === 'en' ? 'en' : 'zh';
}

export async function visitOf(portal: Portal, request: FastifyRequest, reply: FastifyReply): Promise<Visit> {
  const { lang, large } = readerOf(request);
  if (request.cookies.lang !== lang && /[?&]lang=/.test(request.url)) keepPreference(reply, 'lang', lang);
  return { portal, request, reply, lang, large, site: await portal.site.get() };
}

export function keepPreference(reply: FastifyReply, name: 'lang' | 'large', value: string): void {
  reply.setCookie(name, value, {
    path: '/',
    httpOnly: true,
    sameSite: 'lax',
    secure: reply.server.house.https,
    maxAge: YEAR_SECONDS,
  });
}

/** The token of forms sent before anything was opened; sets the visitor's cookie when there is none. */
export function visitorToken({ portal, request, reply }: Visit): string {
  const given = request.cookies[VISITOR_COOKIE];
  const visitor = given !== undefined && /^[\w-]{43}$/.test(given) ? given : randomBytes(32).toString('base64url');
  if (visitor !== given) {
    reply.setCookie(VISITOR_COOKIE, visitor, {
      path: '/',
      httpOnly: true,
      sameSite: 'lax',
      secure: reply.server.house.https,
      maxAge: 14 * 86_400,
    });
  }
  return formToken(portal.ledger.keyring, visitor);
}

/** Refuses a form that a foreign page sent; false when only its token is old, so that what was typed can be shown again. */
export function isFreshForm({ portal, request }: Visit, form: unknown): boolean {
  const visitor = request.cookies[VISITOR_COOKIE] ?? '';
  const refused = findForgery(request, visitor === '' ? '' : formToken(portal.ledger.keyring, visitor), form);
  if (refused === undefined) return true;
  if (refused.code === 'stale-page') return false;
  throw new RefusedError(refused);
}

/** As `isFreshForm`, where nothing typed would be lost. */
export function needFreshForm(visit: Visit, form: unknown): void {
  if (!isFreshForm(visit, form)) throw new RefusedError(refusedWith('stale-page'));
}

/** The token of a multipart form, whose fields are read before its files. */
export function holdsToken(expected: string, fields: Readonly<Record<string, string>>): boolean {
  return isSame(fields._csrf ?? '', expected);
}

/** What stands around a page. `here` is its address for GET. */
export function frameOf({ lang, large, site, here }: { lang: Lang; large: boolean; site: Site; here: string }): Frame {
  const words = HOME_TEXTS[lang];
  const { footer } = words;
  return {
    lang,
    large,
    style: STYLE_PATH,
    brand: words.brand,
    place: words.placeSuffix(site.city[lang]),
    here,
    links: [
      { href: '/guide', text: footer.guide },
      { href: '/law', text: footer.law },
      { href: '/file/report', text: footer.report },
      { href: '/privacy', text: footer.privacy },
      { href: '/access', text: footer.access },
      { href: '/help', text: footer.help },
      { href: '/prove', text: footer.prove },
    ],
    closing: [
      ...(site.phone === ''
        ? []
        : [
            <span key="free">
              {footer.free[0]}
              <Phone number={site.phone} />
              {footer.free[1]}
            </span>,
          ]),
      footer.host(site.office[lang]),
    ],
  };
}

/** The address of this page without what only changed how it is shown. */
function hereOf(request: FastifyRequest): string {
  const url = addressOf(request);
  url.searchParams.delete('lang');
  return url.pathname + url.search;
}

interface Drawn {
  readonly title: string;
  readonly body: ReactNode;
  /** The address of the page for GET, where it is not the one asked for. */
  readonly here?: string;
  readonly problems?: readonly Problem[];
}

/** A page as HTML. */
export function drawPage(visit: Visit, page: Drawn): string {
  const frame = frameOf({ ...visit, here: page.here ?? hereOf(visit.request) });
  return renderPage(
    <Page frame={frame} title={titleWith(page.title, page.problems ?? [], visit.lang)}>
      {page.body}
    </Page>,
  );
}

/** Sends a page. `open` is for pages that are the same for everybody: only those are compressed (BREACH). */
export function sendPage(
  visit: Visit,
  page: Drawn & { readonly status?: number; readonly open?: boolean },
): FastifyReply {
  const { request, reply } = visit;
  const html = drawPage(visit, page);
  reply.code(page.status ?? 200).type('text/html; charset=utf-8');
  if (page.open !== true) return reply.send(html);
  reply.header('vary', 'accept-encoding, cookie, accept-language');
  if (!/\bgzip\b/.test(request.headers['accept-encoding'] ?? '')) return reply.send(html);
  return reply.header('content-encoding', 'gzip').send(gzipSync(html));
}

/** Answers a form that was taken: the browser asks for the next page, so that reloading sends nothing twice. */
export function goTo({ reply }: Visit, address: string): FastifyReply {
  return reply.code(303).header('location', address).send();
}

/** A day in words, with its weekday. */
export function dayWords(day: string, lang: Lang): string {
  return day === '' ? '' : sayDay(day, LANG_TAGS[lang]);
}
