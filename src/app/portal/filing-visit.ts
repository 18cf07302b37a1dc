import type { FastifyRequest } from 'fastify';
import { dayOf, sayDay } from '../../domain/days.ts';
import { DRAFT_COOKIE } from '../../petition/1-intake/portal/draft-door.ts';
import { findDraft, type OpenDraft } from '../../petition/1-intake/portal/drafts.ts';
import {
  EMPTY_FILING,
  type Filing,
  firstGap,
  type Posted,
  STEPS,
  type StepId,
} from '../../petition/1-intake/portal/filing.rules.ts';
import { FILING_TEXTS } from '../../petition/1-intake/portal/filing.texts.ts';
import { STEP_PATHS, type StepView } from '../../petition/1-intake/portal/step-frame.tsx';
import { LANG_TAGS, type Lang } from '../../ui/plain/language.ts';
import type { Problem } from '../../ui/plain/problems.tsx';
import { type Visit, visitorToken } from './visit.tsx';

export function setDraftCookie({ reply }: Visit, cookie: string): void {
  reply.setCookie(DRAFT_COOKIE, cookie, {
    path: '/',
    httpOnly: true,
    sameSite: 'lax',
    secure: reply.server.house.https,
    maxAge: 14 * 86_400,
  });
}

export function clearDraftCookie({ reply }: Visit): void {
  reply.clearCookie(DRAFT_COOKIE, { path: '/' });
}

/** The draft of this device, if it has one; `moved` when it was opened elsewhere since. */
export function draftOf({ portal, request }: Visit): Promise<OpenDraft | 'moved' | undefined> {
  return findDraft(portal.ledger, request.cookies[DRAFT_COOKIE]);
}

/** The draft of this device that may still be changed. */
export async function findUnsent(visit: Visit): Promise<OpenDraft | undefined> {
  const draft = await draftOf(visit);
  return draft === undefined || draft === 'moved' || draft.frozen !== undefined ? undefined : draft;
}

export function todayOf({ portal }: Visit): string {
  return dayOf(portal.ledger.clock.now().toISOString());
}

/** What an instant is as a day in words. */
export function instantDay(instant: string, lang: Lang): string {
  return sayDay(dayOf(instant), LANG_TAGS[lang]);
}

/** 20:14 in Shanghai, which has had no summer time since 1992. */
export function instantTime(instant: string): string {
  return new Date(Date.parse(instant) + 8 * 3_600_000).toISOString().slice(11, 16);
}

export const STALE_PROBLEM: Problem = {
  field: 'main',
  said: {
    zh: '这一页放得太久了。您写的都在，请再按一次',
    en: 'This page was open for too long. Everything you wrote is here; press once more',
  },
};

/** What a step is drawn from. */
export function stepView(
  visit: Visit,
  draft: OpenDraft | undefined,
  given: {
    readonly filing?: Filing;
    readonly problems?: readonly Problem[];
    readonly doubts?: readonly Problem[];
    readonly fromCheck?: boolean;
  } = {},
): StepView {
  const { lang, site } = visit;
  return {
    lang,
    filing: given.filing ?? draft?.filing ?? EMPTY_FILING,
    problems: given.problems ?? [],
    doubts: given.doubts ?? [],
    token: visitorToken(visit),
    ...(draft === undefined ? {} : { kept: { until: instantDay(draft.expiresAt, lang), code: draft.resumeCode } }),
    phone: site.phone,
    fromCheck: given.fromCheck ?? false,
  };
}

/** The words of filing in the reader's language. */
export function filingWords({ lang }: Pick<Visit, 'lang'>) {
  return FILING_TEXTS[lang];
}

/** Enough for a room of people behind one address, too few to fill the table. */
export const WRITING = { schema: { hide: true }, config: { rateLimit: { max: 240, timeWindow: 60_000 } } };

/** The fields of a posted form. */
export function postedOf(request: FastifyRequest): Posted {
  return typeof request.body === 'object' && request.body !== null ? (request.body as Posted) : {};
}

/** Where somebody without a draft that can be written belongs instead; undefined when they are right here. */
export async function elsewhere(visit: Visit): Promise<string | undefined> {
  const draft = await draftOf(visit);
  if (draft === 'moved') return '/file/resume?moved=1';
  if (draft === undefined) return '/file/for';
  if (draft.frozen?.sent !== undefined) return '/receipt';
  return draft.frozen === undefined ? undefined : '/file/check';
}

/** Where to go on: the first step that is not whole, else the last page. */
export function resumeAt(visit: Visit, draft: OpenDraft): string {
  const gap = STEPS.find((step) => !draft.filing.done.includes(step)) ?? firstGap(draft.filing, todayOf(visit));
  return gap === undefined ? '/file/check' : STEP_PATHS[gap];
}

/** The page after a step. */
export function nextPath(step: StepId): string {
  const next = STEPS[STEPS.indexOf(step) + 1];
  return next === undefined ? '/file/check' : STEP_PATHS[next];
}
