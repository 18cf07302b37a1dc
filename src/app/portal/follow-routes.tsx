import { randomUUID } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import {
  type Caller,
  findPass,
  findPassCookie,
  getPetitioner,
  holderOf,
  type Pass,
  setPassCookie,
} from '../../actors/accounts/server/public.ts';
import { findCitizen, isKept } from '../../actors/citizens/server/public.ts';
import type { Actor } from '../../domain/act.ts';
import type { InstrumentKind } from '../../domain/facts.ts';
import type { ReviewLevel } from '../../domain/proceedings.ts';
import { isRefusal } from '../../domain/refusals.ts';
import { findFactHash } from '../../ledger/log/prove.ts';
import { submissionRef } from '../../ledger/streams.ts';
import { lineOf } from '../../petition/1-intake/portal/filing.rules.ts';
import { FILING_TEXTS } from '../../petition/1-intake/portal/filing.texts.ts';
import { RECUSAL_TEXTS } from '../../petition/4-handling/portal/recusal.texts.ts';
import { RATE_TEXTS } from '../../petition/6-evaluation/portal/rate.texts.ts';
import { REVIEW_TEXTS } from '../../petition/7-review/portal/review.texts.ts';
import { findForgery } from '../../platform/http/csrf.ts';
import { RefusedError, refusedWith } from '../../platform/http/errors.ts';
import { mount } from '../../platform/http/mount.ts';
import type { Server } from '../../platform/http/server.ts';
import type { Lang } from '../../ui/plain/language.ts';
import type { Problem } from '../../ui/plain/problems.tsx';
import { enterWithCode } from '../follow/enter.ts';
import type { FollowModel } from '../follow/follow.contract.ts';
import { readFollow, readPaperForPetitioner } from '../follow/follow.ts';
import { mayTryCode } from '../follow/routes.ts';
import { leaveHere } from '../mine/routes.ts';
import { findPaperHash } from '../proof/paper-hash.ts';
import { instantTime, postedOf, STALE_PROBLEM, WRITING } from './filing-visit.ts';
import { FOLLOW_TEXTS } from './follow.texts.ts';
import { EnterPage } from './follow-enter.tsx';
import { FollowPage, type FollowView } from './follow-page.tsx';
import { BackToMine, KeepHere, MineOffer } from './mine-beside.tsx';
import { MINE_TEXTS } from './mine-page.texts.ts';
import { PaperPage } from './paper-page.tsx';
import { RecordCode } from './prove.tsx';
import { ownPaperSheet } from './sheets.contract.ts';
import {
  dayWords,
  drawPage,
  goTo,
  isFreshForm,
  type Portal,
  sendPage,
  type Visit,
  visitOf,
  visitorToken,
} from './visit.tsx';

const HIDDEN = { schema: { hide: true } };

/** The code and the second fact, the page of one's petition, its papers, and leaving. */
export function mountFollowPages(server: Server<Caller>, portal: Portal): void {
  server.get<{ Querystring: { left?: string } }>('/follow', HIDDEN, async (request, reply) => {
    const visit = await visitOf(portal, request, reply);
    const pass = await passOf(visit);
    return drawEnter(visit, {
      typed: { code: '', fact: '' },
      problems: [],
      left: request.query.left === '1',
      ...(pass === undefined ? {} : { open: pass.submission }),
    });
  });

  server.post('/follow', WRITING, async (request, reply) => {
    const visit = await visitOf(portal, request, reply);
    return enter(visit, postedOf(request));
  });

  server.post('/follow/leave', WRITING, async (request, reply) => {
    const visit = await visitOf(portal, request, reply);
    const pass = await passOf(visit);
    if (pass !== undefined) needPassForm(visit, pass, postedOf(request));
    await leaveHere(portal.ledger, request, reply);
    return goTo(visit, '/follow?left=1');
  });

  server.get<{ Params: { number: string }; Querystring: { done?: string } }>(
    '/follow/:number',
    HIDDEN,
    async (request, reply) => {
      const visit = await visitOf(portal, request, reply);
      const opened = await openOwn(visit, request.params.number);
      if (opened === undefined) return goTo(visit, '/follow');
      const mine = await mineOf(visit, opened.model.number);
      const done = doneWords(request.query.done, visit.lang);
      return sendPage(visit, {
        title: FOLLOW_TEXTS[visit.lang].title,
        here: `/follow/${opened.model.number}`,
        body: (
          <FollowPage
            view={{
              proof: (
                <RecordCode
                  lang={visit.lang}
                  hash={await findFactHash(portal.ledger, submissionRef(opened.model.number), { seq: 1 })}
                  file={`/api/follow/${opened.model.number}/proof`}
                />
              ),
              mine,
              lang: visit.lang,
              model: opened.model,
              token: opened.pass.csrf,
              time: instantTime(opened.model.receivedAt),
              ...(done === undefined ? {} : { done }),
            }}
          />
        ),
      });
    },
  );

  mount(server, ownPaperSheet, async ({ params: { number, matter, paper: id }, actor, request, reply }) => {
    const visit = await visitOf(portal, request, reply);
    const petitioner = getPetitioner(actor);
    const model = await readFollow(portal.ledger, petitioner, number);
    if (isRefusal(model)) return model;
    if (!/^\d{6}-\d{4}-\d{6,9}-\d{1,3}$/.test(matter)) return refusedWith('not-found');
    const paper = await readPaperForPetitioner(portal.ledger, petitioner, matter, id);
    if (isRefusal(paper)) return refusedWith('not-found');
    const remedies = remediesOf(visit, model, matter, paper.kind);
    const proof = (
      <RecordCode
        lang={visit.lang}
        hash={await findPaperHash(portal.ledger, matter, id)}
        file={`/api/follow/${number}/proof?matter=${matter}&paper=${encodeURIComponent(id)}`}
      />
    );
    return drawPage(visit, {
      title: paper.title,
      body: <PaperPage lang={visit.lang} paper={paper} back={`/follow/${number}`} proof={proof} {...remedies} />,
    });
  });
}

/** What an opinion of each kind is asked to be looked at again by. */
const REMEDY_OF: Partial<Record<InstrumentKind, ReviewLevel>> = { opinion: 'review', 'review-opinion': 'final' };

/** What can be done about an answer now, for the end of its page. */
function remediesOf(
  { lang }: Visit,
  model: FollowModel,
  id: string,
  kind: InstrumentKind,
): { review?: { href: string; level: ReviewLevel; until: string }; rate?: string } {
  const matter = model.matters.find((one) => one.matter === id);
  const level = REMEDY_OF[kind];
  if (matter === undefined || level === undefined) return {};
  const at = (path: string): string => `/follow/${model.number}/${path}?m=${id}`;
  return {
    ...(matter.can.askReview && matter.review?.level === level
      ? { review: { href: at('review'), level, until: dayWords(matter.review.until, lang) } }
      : {}),
    ...(level === 'review' && matter.can.rate.length > 0 ? { rate: at('rate') } : {}),
  };
}

/** Whether it is on the list of whoever is signed in; to everybody else, that there may be such a list. */
async function mineOf({ portal: { ledger }, request, lang }: Visit, number: string): Promise<FollowView['mine']> {
  const citizen = await findCitizen(ledger, request);
  if (citizen === undefined) return { offer: <MineOffer lang={lang} /> };
  if (await isKept(ledger.pool, citizen.id, number)) return { back: <BackToMine lang={lang} /> };
  return { keep: <KeepHere lang={lang} number={number} token={citizen.csrf} /> };
}

/** What was just done, said once; the address holds only which act it was. */
function doneWords(act: unknown, lang: Lang): string | undefined {
  switch (act) {
    case 'papers':
      return FILING_TEXTS[lang].add.done;
    case 'rate':
      return RATE_TEXTS[lang].done;
    case 'review':
      return REVIEW_TEXTS[lang].levels.review.done;
    case 're-review':
      return REVIEW_TEXTS[lang].levels.final.done;
    case 'kept':
      return MINE_TEXTS[lang].list.added;
    case 'recusal':
      return RECUSAL_TEXTS[lang].done;
    default:
      return undefined;
  }
}

async function enter(visit: Visit, posted: Readonly<Record<string, unknown>>): Promise<FastifyReply> {
  const { portal, request, reply } = visit;
  const typed = { code: lineOf(posted, 'code', 40), fact: lineOf(posted, 'fact', 50) };
  const fail = (which: 'wrong' | 'tooMany'): FastifyReply =>
    drawEnter(visit, {
      typed,
      left: false,
      problems: [{ field: 'code', said: { zh: FOLLOW_TEXTS.zh.enter[which], en: FOLLOW_TEXTS.en.enter[which] } }],
    });
  if (!isFreshForm(visit, posted)) return drawEnter(visit, { typed, left: false, problems: [STALE_PROBLEM] });
  if (!(await mayTryCode(portal.ledger, request.ip))) return fail('tooMany');
  const entered = await enterWithCode(portal.ledger, typed);
  if (isRefusal(entered)) return fail('wrong');
  setPassCookie(reply, entered.pass.cookie);
  return goTo(visit, `/follow/${entered.number}`);
}

function drawEnter(
  visit: Visit,
  given: {
    typed: { code: string; fact: string };
    problems: readonly Problem[];
    left: boolean;
    open?: string;
  },
): FastifyReply {
  return sendPage(visit, {
    title: FOLLOW_TEXTS[visit.lang].enter.title,
    problems: given.problems,
    status: given.problems.length > 0 ? 422 : 200,
    here: '/follow',
    body: <EnterPage lang={visit.lang} token={visitorToken(visit)} phone={visit.site.phone} {...given} />,
  });
}

function passOf({ portal, request }: Visit): Promise<Pass | undefined> {
  return findPass(portal.ledger.pool, findPassCookie(request), portal.ledger.clock);
}

/** One's own petition, open with a pass for exactly this number. */
export interface OwnPetition {
  readonly pass: Pass;
  readonly actor: Actor;
  readonly model: FollowModel;
}

export async function openOwn(visit: Visit, number: string): Promise<OwnPetition | undefined> {
  const pass = await passOf(visit);
  if (pass === undefined || pass.submission !== number) return undefined;
  const actor = holderOf(pass);
  const model = await readFollow(visit.portal.ledger, actor, number);
  return isRefusal(model) ? undefined : { pass, actor, model };
}

/** Refuses a form that no page of this pass sent. */
export function needPassForm({ request }: { request: FastifyRequest }, pass: Pass, form: unknown): void {
  const refused = findForgery(request, pass.csrf, form);
  if (refused !== undefined) throw new RefusedError(refused);
}

/** The key of a form: what it was drawn with, or a new one where somebody changed it. */
export function actKeyOf(posted: Readonly<Record<string, unknown>>): string {
  const key = lineOf(posted, 'key', 40);
  return /^[0-9a-f-]{36}$/.test(key) ? key : randomUUID();
}
