import type { FastifyInstance, FastifyReply } from 'fastify';
import { findPassCookie, setPassCookie } from '../../actors/accounts/server/public.ts';
import { maskedPhone } from '../../actors/citizens/citizens.rules.ts';
import {
  type Citizen,
  clearCitizenCookie,
  deleteCitizen,
  dropKept,
  endCitizenSessions,
  findCitizen,
  setCitizenCookie,
} from '../../actors/citizens/server/public.ts';
import { dayOf } from '../../domain/days.ts';
import { lineOf, type Posted } from '../../petition/1-intake/portal/filing.rules.ts';
import { findForgery } from '../../platform/http/csrf.ts';
import { RefusedError, refusedWith } from '../../platform/http/errors.ts';
import { isRefused, type Refused } from '../../platform/http/refused.ts';
import type { Problem } from '../../ui/plain/problems.tsx';
import { NO_SUCH_PETITION } from '../follow/enter.ts';
import { TOO_MANY_TRIES } from '../follow/routes.ts';
import { addWithCode, keepFollowed, listGathered, openKept } from '../mine/gather.ts';
import { leaveHere } from '../mine/routes.ts';
import { askAgain, askForCode, findAsk, signInWithCode } from '../mine/sign-in.ts';
import { postedOf, STALE_PROBLEM, WRITING } from './filing-visit.ts';
import { FOLLOW_TEXTS } from './follow.texts.ts';
import { MinePage } from './mine-list.tsx';
import { MINE_TEXTS } from './mine-page.texts.ts';
import { MineAddPage, MineCodePage, MineEnterPage, SurePage } from './mine-pages.tsx';
import { shownCode, tellCode } from './phone-routes.tsx';
import { goTo, isFreshForm, type Portal, sendPage, type Visit, visitOf, visitorToken } from './visit.tsx';

const HIDDEN = { schema: { hide: true } };

/** Of somebody who has given a number and not yet its code; the number stands in it sealed. */
const ASK_COOKIE = 'hm';

/** The petitions that a citizen gathered: coming in with a phone, the list, and what changes it. */
export function mountMinePages(server: FastifyInstance, portal: Portal): void {
  mountDoor(server, portal);
  mountList(server, portal);
  mountEnding(server, portal);
}

function mountDoor(server: FastifyInstance, portal: Portal): void {
  const { ledger } = portal;

  server.post('/mine', WRITING, async (request, reply) => {
    const visit = await visitOf(portal, request, reply);
    const posted = postedOf(request);
    const typed = lineOf(posted, 'phone', 40);
    if (!isFreshForm(visit, posted)) return drawEnter(visit, typed, [STALE_PROBLEM]);
    const asked = await askForCode(ledger, typed, { address: request.ip, tell: tellCode(portal, visit.lang) });
    if (isRefused(asked)) return drawEnter(visit, typed, [{ field: 'phone', said: asked.said }]);
    const secure = reply.server.house.https;
    reply.setCookie(ASK_COOKIE, asked.ask, { path: '/mine', httpOnly: true, sameSite: 'lax', secure });
    return goTo(visit, '/mine/code');
  });

  server.get<{ Querystring: { again?: string } }>('/mine/code', HIDDEN, async (request, reply) => {
    const visit = await visitOf(portal, request, reply);
    return drawCode(visit, { problems: [], again: request.query.again === '1' });
  });

  server.post('/mine/code', WRITING, async (request, reply) => {
    const visit = await visitOf(portal, request, reply);
    const posted = postedOf(request);
    if (!isFreshForm(visit, posted)) return drawCode(visit, { problems: [STALE_PROBLEM], again: false });
    const asking = findAsk(ledger, request.cookies[ASK_COOKIE]);
    if (asking === undefined) return goTo(visit, '/mine');
    const fail = (said: Problem['said']) => drawCode(visit, { problems: [{ field: 'code', said }], again: false });
    if (lineOf(posted, 'go', 10) === 'again') {
      const no = await askAgain(ledger, asking, { address: request.ip, tell: tellCode(portal, visit.lang) });
      return no === undefined ? goTo(visit, '/mine/code?again=1') : fail(no.said);
    }
    const opened = await signInWithCode(ledger, { asking, typed: lineOf(posted, 'code', 12), address: request.ip });
    if (isRefused(opened)) return fail(opened.said);
    setCitizenCookie(reply, opened.cookieValue);
    reply.clearCookie(ASK_COOKIE, { path: '/mine' });
    return goTo(visit, '/mine');
  });
}

function drawEnter(visit: Visit, typed: string, problems: readonly Problem[], done?: string): FastifyReply {
  const { lang } = visit;
  return sendPage(visit, {
    title: MINE_TEXTS[lang].enter.title,
    problems,
    status: problems.length > 0 ? 422 : 200,
    here: '/mine',
    body: <MineEnterPage lang={lang} token={visitorToken(visit)} problems={problems} typed={typed} done={done} />,
  });
}

async function drawCode(
  visit: Visit,
  { problems, again }: { problems: readonly Problem[]; again: boolean },
): Promise<FastifyReply> {
  const { lang, portal, request } = visit;
  const asking = findAsk(portal.ledger, request.cookies[ASK_COOKIE]);
  if (asking === undefined) return goTo(visit, '/mine');
  return sendPage(visit, {
    title: MINE_TEXTS[lang].code.title,
    problems,
    status: problems.length > 0 ? 422 : 200,
    here: '/mine/code',
    body: (
      <MineCodePage
        lang={lang}
        token={visitorToken(visit)}
        problems={problems}
        masked={maskedPhone(asking.phone)}
        shown={await shownCode(visit, asking.phone)}
        again={again}
      />
    ),
  });
}

function mountList(server: FastifyInstance, portal: Portal): void {
  const { ledger } = portal;

  server.get<{ Querystring: { done?: string } }>('/mine', HIDDEN, async (request, reply) => {
    const visit = await visitOf(portal, request, reply);
    const citizen = await findCitizen(ledger, request);
    const { lang } = visit;
    const done = doneWords(visit, request.query.done);
    if (citizen === undefined) return drawEnter(visit, '', [], done);
    return sendPage(visit, {
      title: MINE_TEXTS[lang].name,
      here: '/mine',
      body: (
        <MinePage
          view={{
            lang,
            token: citizen.csrf,
            gathered: await listGathered(ledger, citizen),
            phone: maskedPhone(citizen.phone),
            since: dayOf(citizen.since),
            done,
          }}
        />
      ),
    });
  });

  server.get('/mine/add', HIDDEN, async (request, reply) => {
    const visit = await visitOf(portal, request, reply);
    const citizen = await findCitizen(ledger, request);
    return citizen === undefined ? goTo(visit, '/mine') : drawAdd(visit, citizen, { code: '', fact: '' }, []);
  });

  server.post('/mine/add', WRITING, async (request, reply) => {
    const { visit, citizen, posted } = await opened(portal, request, reply);
    if (citizen === undefined) return goTo(visit, '/mine');
    const typed = { code: lineOf(posted, 'code', 40), fact: lineOf(posted, 'fact', 50) };
    const added = await addWithCode(ledger, citizen, { ...typed, address: request.ip });
    if (!isRefused(added)) return goTo(visit, '/mine?done=added');
    return drawAdd(visit, citizen, typed, [addProblem(added)]);
  });

  server.post('/mine/keep', WRITING, async (request, reply) => {
    const { visit, citizen, posted } = await opened(portal, request, reply);
    if (citizen === undefined) return goTo(visit, '/mine');
    const number = numberOf(posted, 'number');
    const kept = await keepFollowed(ledger, citizen, { number, pass: findPassCookie(request) });
    if (!isRefused(kept)) return goTo(visit, `/follow/${kept.number}?done=kept`);
    return drawAdd(visit, citizen, { code: '', fact: '' }, [addProblem(kept)]);
  });

  server.post('/mine/open', WRITING, async (request, reply) => {
    const { visit, citizen, posted } = await opened(portal, request, reply);
    if (citizen === undefined) return goTo(visit, '/mine');
    const number = numberOf(posted, 'number');
    const pass = await openKept(ledger, citizen, number);
    if (isRefused(pass)) return drawAdd(visit, citizen, { code: '', fact: '' }, [addProblem(pass)]);
    setPassCookie(reply, pass.cookie);
    return goTo(visit, `/follow/${number}`);
  });
}

/** In the words of the page of the query code, where it says the same. */
function addProblem({ code, said }: Refused): Problem {
  const which = ({ [NO_SUCH_PETITION.code]: 'wrong', [TOO_MANY_TRIES.code]: 'tooMany' } as const)[code];
  const { zh, en } = FOLLOW_TEXTS;
  return { field: 'code', said: which === undefined ? said : { zh: zh.enter[which], en: en.enter[which] } };
}

function drawAdd(
  visit: Visit,
  { csrf }: Citizen,
  typed: { readonly code: string; readonly fact: string },
  problems: readonly Problem[],
): FastifyReply {
  const { lang } = visit;
  return sendPage(visit, {
    title: MINE_TEXTS[lang].add.title,
    problems,
    status: problems.length > 0 ? 422 : 200,
    here: '/mine/add',
    body: <MineAddPage lang={lang} token={csrf} problems={problems} typed={typed} />,
  });
}

function mountEnding(server: FastifyInstance, portal: Portal): void {
  const { ledger } = portal;

  server.get<{ Querystring: { n?: string } }>('/mine/remove', HIDDEN, async (request, reply) => {
    const visit = await visitOf(portal, request, reply);
    const citizen = await findCitizen(ledger, request);
    const number = numberOf({ n: request.query.n }, 'n');
    if (citizen === undefined || number === '') return goTo(visit, '/mine');
    const words = MINE_TEXTS[visit.lang].remove;
    const lines = [words.text(number)];
    return drawSure(visit, citizen, { action: '/mine/remove', hidden: { number }, words, lines });
  });

  server.post('/mine/remove', WRITING, async (request, reply) => {
    const { visit, citizen, posted } = await opened(portal, request, reply);
    if (citizen === undefined) return goTo(visit, '/mine');
    await dropKept(ledger.pool, citizen.id, numberOf(posted, 'number'));
    return goTo(visit, '/mine?done=removed');
  });

  server.get('/mine/delete', HIDDEN, async (request, reply) => {
    const visit = await visitOf(portal, request, reply);
    const citizen = await findCitizen(ledger, request);
    if (citizen === undefined) return goTo(visit, '/mine');
    const words = MINE_TEXTS[visit.lang].erase;
    return drawSure(visit, citizen, { action: '/mine/delete', hidden: {}, words, lines: words.lines });
  });

  server.post('/mine/delete', WRITING, async (request, reply) => {
    const { visit, citizen } = await opened(portal, request, reply);
    if (citizen === undefined) return goTo(visit, '/mine');
    await deleteCitizen(ledger.pool, citizen.id);
    clearCitizenCookie(reply);
    return goTo(visit, '/mine?done=deleted');
  });

  server.post('/mine/leave', WRITING, async (request, reply) => {
    const { visit, citizen, posted } = await opened(portal, request, reply);
    if (citizen === undefined) return goTo(visit, '/mine');
    const all = lineOf(posted, 'where', 10) === 'all';
    if (all) await endCitizenSessions(ledger.pool, citizen.id);
    await leaveHere(ledger, request, reply);
    return goTo(visit, `/mine?done=${all ? 'left-all' : 'left'}`);
  });
}

function drawSure(
  visit: Visit,
  { csrf }: Citizen,
  given: {
    action: string;
    hidden: Readonly<Record<string, string>>;
    words: { readonly title: string; readonly h1: string; readonly go: string; readonly keep: string };
    lines: readonly string[];
  },
): FastifyReply {
  return sendPage(visit, {
    title: given.words.title,
    body: <SurePage lang={visit.lang} token={csrf} {...given} />,
  });
}

/** The number of a petition, or nothing where it is none. */
function numberOf(posted: Posted, name: string): string {
  const number = lineOf(posted, name, 40);
  return /^\d{6}-\d{4}-\d{6,9}$/.test(number) ? number : '';
}

/** Who sends a form of this list, which a page drawn for them must have held. */
async function opened(
  portal: Portal,
  request: Visit['request'],
  reply: FastifyReply,
): Promise<{ visit: Visit; citizen: Citizen | undefined; posted: Posted }> {
  const visit = await visitOf(portal, request, reply);
  const citizen = await findCitizen(portal.ledger, request);
  const posted = postedOf(request);
  const forged = findForgery(request, citizen?.csrf ?? '', posted);
  if (forged !== undefined && (citizen !== undefined || forged.code !== refusedWith('stale-page').code))
    throw new RefusedError(forged);
  return { visit, citizen, posted };
}

/** What was just done, said once; the address holds only which it was. */
function doneWords({ lang }: Visit, act: unknown): string | undefined {
  const { enter, list } = MINE_TEXTS[lang];
  switch (act) {
    case 'added':
      return list.added;
    case 'removed':
      return list.removed;
    case 'left':
      return enter.left;
    case 'left-all':
      return enter.leftAll;
    case 'deleted':
      return enter.deleted;
    default:
      return undefined;
  }
}
