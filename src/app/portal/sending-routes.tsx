import type { FastifyInstance, FastifyReply } from 'fastify';
import type { Caller } from '../../actors/accounts/server/public.ts';
import { keeperOf } from '../../domain/bodies.ts';
import { dayOf } from '../../domain/days.ts';
import { deriveDue } from '../../domain/due.ts';
import { isRefusal } from '../../domain/refusals.ts';
import { NATIONAL_PACK } from '../../domain/rule-pack.ts';
import { findFactHash } from '../../ledger/log/prove.ts';
import { submissionRef } from '../../ledger/streams.ts';
import { CheckPage } from '../../petition/1-intake/portal/check.tsx';
import { resumeByCode } from '../../petition/1-intake/portal/draft-door.ts';
import { listDraftFiles, removeDraftFile, takeDraftFiles } from '../../petition/1-intake/portal/draft-files.ts';
import { dropDraft, type OpenDraft, type Sent, saveDraft } from '../../petition/1-intake/portal/drafts.ts';
import { firstGap, lineOf, mayConfirmPhone, sinceOf } from '../../petition/1-intake/portal/filing.rules.ts';
import { FILING_TEXTS } from '../../petition/1-intake/portal/filing.texts.ts';
import { DroppedPage, ReportPage, ResumePage, SavedPage } from '../../petition/1-intake/portal/filing-pages.tsx';
import { placeWords } from '../../petition/1-intake/portal/filing-places.ts';
import { ReceiptPage } from '../../petition/1-intake/portal/receipt.tsx';
import { DRAFT_GAP, divisionOf, pressSend } from '../../petition/1-intake/portal/send.ts';
import { STEP_PATHS } from '../../petition/1-intake/portal/step-frame.tsx';
import { StepPapers } from '../../petition/1-intake/portal/steps-what.tsx';
import { officeFor } from '../../petition/1-intake/server/intake.ts';
import { refusedWith } from '../../platform/http/errors.ts';
import { mount } from '../../platform/http/mount.ts';
import { isRefused, type Refused } from '../../platform/http/refused.ts';
import type { Server } from '../../platform/http/server.ts';
import { drawQr } from '../../platform/qr/qr.ts';
import type { Lang } from '../../ui/plain/language.ts';
import type { Problem } from '../../ui/plain/problems.tsx';
import { isOnTheList, keepWhenSent } from '../mine/when-sent.ts';
import { originOf } from '../origin.ts';
import {
  clearDraftCookie,
  draftOf,
  elsewhere,
  filingWords,
  findUnsent,
  instantDay,
  instantTime,
  nextPath,
  postedOf,
  resumeAt,
  setDraftCookie,
  stepView,
  todayOf,
  WRITING,
} from './filing-visit.ts';
import { KeptNote } from './mine-beside.tsx';
import { RecordCode } from './prove.tsx';
import { receiptSheet } from './sheets.contract.ts';
import {
  dayWords,
  drawPage,
  goTo,
  holdsToken,
  needFreshForm,
  type Portal,
  sendPage,
  type Visit,
  visitOf,
  visitorToken,
} from './visit.tsx';

const HIDDEN = { schema: { hide: true } };

/** Papers, the last look, sending, the receipt; and saving for later, going on elsewhere, leaving, deleting. */
export function mountSending(server: Server<Caller>, portal: Portal): void {
  mountPapers(server, portal);
  mountCheck(server, portal);
  mountKeeping(server, portal);
  server.get('/file/report', HIDDEN, async (request, reply) => {
    const visit = await visitOf(portal, request, reply);
    const body = portal.ledger.reference.bodies.all().find((one) => one.kind === 'discipline' && one.level === 'city');
    const { lang } = visit;
    const shown =
      body === undefined ? undefined : { name: body.name[lang], address: body.address[lang], hours: body.hours[lang] };
    return sendPage(visit, {
      title: filingWords(visit).report.title,
      body: <ReportPage lang={lang} {...(shown === undefined ? {} : { body: shown })} />,
      open: true,
    });
  });
}

function mountPapers(server: FastifyInstance, portal: Portal): void {
  server.get<{ Querystring: { from?: string } }>('/file/papers', HIDDEN, async (request, reply) => {
    const visit = await visitOf(portal, request, reply);
    const draft = await findUnsent(visit);
    if (draft === undefined) return goTo(visit, (await elsewhere(visit)) ?? '/file/for');
    return drawPapers(visit, draft, { fromCheck: request.query.from === 'check', problems: [] });
  });

  server.post('/file/papers', WRITING, async (request, reply) => {
    const visit = await visitOf(portal, request, reply);
    const draft = await findUnsent(visit);
    if (draft === undefined) return goTo(visit, (await elsewhere(visit)) ?? '/file/for');
    const { ledger } = portal;
    const token = visitorToken(visit);
    const form = await takeDraftFiles(ledger, draft, request, (fields) =>
      holdsToken(token, fields) ? undefined : refusedWith('stale-page'),
    );
    if (isRefused(form)) return drawPapers(visit, draft, { fromCheck: false, problems: [fileProblem(form)] });
    needFreshForm(visit, form.fields);
    const { go = '', from = '', remove = '' } = form.fields;
    const fromCheck = from === 'check';
    if (form.refused.length > 0) {
      const problems = form.refused.map(({ name, refused }) => fileProblem(refused, name));
      return drawPapers(visit, draft, { fromCheck, problems });
    }
    const stay = fromCheck ? '/file/papers?from=check' : '/file/papers';
    if (remove !== '') {
      await removeDraftFile(ledger.pool, draft.id, remove);
      return goTo(visit, stay);
    }
    if (go === 'upload') {
      if (form.taken > 0) return goTo(visit, stay);
      const { papers } = FILING_TEXTS.zh;
      const said = { zh: papers.nothing, en: FILING_TEXTS.en.papers.nothing };
      return drawPapers(visit, draft, { fromCheck, problems: [{ field: 'files', said }] });
    }
    if (go === 'back') return goTo(visit, fromCheck ? '/file/check' : STEP_PATHS.ask);
    const step = (['for', 'you', 'where', 'what', 'ask'] as const).find((one) => go === `step:${one}`);
    if (step !== undefined) return goTo(visit, STEP_PATHS[step]);
    const { filing } = draft;
    if (!filing.done.includes('papers')) {
      await saveDraft(ledger, draft, { ...filing, done: [...filing.done, 'papers'] });
    }
    return goTo(visit, nextPath('papers'));
  });
}

function fileProblem({ said }: Refused, name?: string): Problem {
  const { zh, en } = FILING_TEXTS;
  return {
    field: 'files',
    said: name === undefined ? said : { zh: zh.papers.refused(name) + said.zh, en: en.papers.refused(name) + said.en },
  };
}

async function drawPapers(
  visit: Visit,
  draft: OpenDraft,
  given: { fromCheck: boolean; problems: readonly Problem[] },
): Promise<FastifyReply> {
  const files = await listDraftFiles(visit.portal.ledger, draft.id);
  return sendPage(visit, {
    title: filingWords(visit).papers.title,
    problems: given.problems,
    status: given.problems.length > 0 ? 422 : 200,
    here: '/file/papers',
    body: <StepPapers view={stepView(visit, draft, given)} files={files} />,
  });
}

function mountCheck(server: Server<Caller>, portal: Portal): void {
  server.get('/file/check', HIDDEN, async (request, reply) => {
    const visit = await visitOf(portal, request, reply);
    const draft = await draftOf(visit);
    if (draft === undefined || draft === 'moved' || draft.frozen?.sent !== undefined) {
      return goTo(visit, (await elsewhere(visit)) ?? '/file/for');
    }
    return drawCheck(visit, draft, []);
  });

  server.post('/file/send', WRITING, async (request, reply) => {
    const visit = await visitOf(portal, request, reply);
    const posted = postedOf(request);
    const draft = await draftOf(visit);
    if (draft === undefined || draft === 'moved') return goTo(visit, (await elsewhere(visit)) ?? '/file/for');
    needFreshForm(visit, posted);
    if (draft.frozen?.sent !== undefined) return goTo(visit, '/receipt');
    const mayPublish = lineOf(posted, 'publish', 5) === 'yes';
    if (lineOf(posted, 'go', 10) === 'later') {
      if (draft.frozen === undefined) await saveDraft(portal.ledger, draft, { ...draft.filing, mayPublish });
      return goTo(visit, '/file/saved');
    }
    const sent = await pressSend(portal.ledger, draft, { mayPublish });
    if (!isRefusal(sent)) {
      await keepWhenSent(portal.ledger, request, { filing: draft.filing, receipt: sent.receipt });
      return goTo(visit, '/receipt');
    }
    if (sent.code === DRAFT_GAP) return goTo(visit, '/file/check');
    return drawCheck(visit, draft, [{ field: 'main', said: sent.said }]);
  });

  mount(server, receiptSheet, async ({ request, reply }) => {
    const visit = await visitOf(portal, request, reply);
    const draft = await draftOf(visit);
    const sent = draft === undefined || draft === 'moved' ? undefined : draft.frozen?.sent;
    if (sent === undefined) {
      const said = { zh: FILING_TEXTS.zh.receipt.gone, en: FILING_TEXTS.en.receipt.gone };
      return { refused: true, code: 'no-receipt', status: 404, said };
    }
    return drawPage(visit, { title: filingWords(visit).receipt.title, body: await receiptOf(visit, sent) });
  });
}

async function drawCheck(visit: Visit, draft: OpenDraft, problems: readonly Problem[]): Promise<FastifyReply> {
  const { lang, portal, site } = visit;
  const { ledger } = portal;
  const words = filingWords(visit);
  const { filing } = draft;
  const files = await listDraftFiles(ledger, draft.id);
  const { bodies } = ledger.reference;
  const receiver = officeFor(ledger, divisionOf(ledger, filing));
  const office = bodies.find(filing.kind === 'report' ? (keeperOf(bodies, receiver) ?? receiver) : receiver);
  const gap = draft.frozen === undefined ? firstGap(filing, todayOf(visit)) : undefined;
  const since = sinceOf(filing);
  return sendPage(visit, {
    title: words.check.title,
    problems,
    status: problems.length > 0 ? 422 : 200,
    here: '/file/check',
    body: (
      <CheckPage
        view={{
          lang,
          filing,
          files,
          problems,
          token: visitorToken(visit),
          where: placeWords(site.divisions, filing, { lang, unsure: words.where.unsure }),
          ...(since === undefined ? {} : { since: sinceWords(since, lang) }),
          office: {
            name: (office?.name ?? site.office)[lang],
            phone: office?.phone ?? site.phone,
            address: (office?.address ?? site.letters)[lang],
          },
          ...(gap === undefined ? {} : { gap }),
          confirmable: mayConfirmPhone(filing) && draft.frozen === undefined,
        }}
      />
    ),
  });
}

/** 2026, 2026-01 or 2026-01-16 in words. */
function sinceWords(since: string, lang: Lang): string {
  if (since.length === 10) return dayWords(since, lang);
  const [year = '', month] = since.split('-');
  if (lang === 'en') return since;
  return month === undefined ? `${year}年` : `${year}年${Number(month)}月`;
}

/** Every step to its last day, one after the other: what happens at the latest (条例 22, 23, 34). */
function latestDays(visit: Visit, received: string) {
  const { calendar } = visit.portal.ledger.reference;
  const { clocks } = NATIONAL_PACK;
  const after = (from: string, { n, unit }: { n: number; unit: 'day' | 'workday' | 'month' }): string =>
    deriveDue({ from, n, unit, calendar }).statutoryDue;
  const forward = after(received, clocks.forward);
  const notice = after(forward, clocks.notice);
  return { register: after(received, clocks.register), forward, notice, answer: after(notice, clocks.handle) };
}

async function receiptOf(visit: Visit, sent: Sent): Promise<React.ReactElement> {
  const { lang, site, portal, request } = visit;
  const day = dayOf(sent.receipt.receivedAt);
  const days = latestDays(visit, day);
  const { bodies } = portal.ledger.reference;
  /* A report is with its keeper from the first moment. */
  const body = bodies.find(sent.receipt.sealed ? (keeperOf(bodies, sent.body) ?? sent.body) : sent.body);
  const address = `${originOf(request, portal.options.publicUrl)}/follow`;
  const say = (one: string): string => dayWords(one, lang);
  const hash = await findFactHash(portal.ledger, submissionRef(sent.receipt.number), { seq: 1 });
  const mine = await isOnTheList(portal.ledger, request, sent.receipt.number);
  return (
    <ReceiptPage
      view={{
        lang,
        proof: <RecordCode lang={lang} hash={hash} />,
        ...(mine ? { mine: <KeptNote lang={lang} /> } : {}),
        token: visitorToken(visit),
        sent,
        arrived: { day, said: say(day), time: instantTime(sent.receipt.receivedAt) },
        office: {
          name: (body?.name ?? site.office)[lang],
          short: (body?.short ?? site.office)[lang],
          phone: body?.phone ?? site.phone,
        },
        by: {
          register: say(days.register),
          forward: say(days.forward),
          notice: say(days.notice),
          answer: say(days.answer),
        },
        qr: drawQr(address),
        address: address.replace(/^https?:\/\//, ''),
        reception: [site.reception.name[lang], site.reception.address[lang], site.reception.hours[lang]]
          .filter((part) => part !== '')
          .join(lang === 'zh' ? '，' : ', '),
        phone: site.phone,
      }}
    />
  );
}

function mountKeeping(server: FastifyInstance, portal: Portal): void {
  server.get('/file/saved', HIDDEN, async (request, reply) => {
    const visit = await visitOf(portal, request, reply);
    const draft = await findUnsent(visit);
    if (draft === undefined) return goTo(visit, (await elsewhere(visit)) ?? '/file/for');
    const { lang } = visit;
    return sendPage(visit, {
      title: filingWords(visit).saved2.title,
      body: (
        <SavedPage
          lang={lang}
          token={visitorToken(visit)}
          until={instantDay(draft.expiresAt, lang)}
          code={draft.resumeCode}
          next={resumeAt(visit, draft)}
        />
      ),
    });
  });

  server.get<{ Querystring: { moved?: string } }>('/file/resume', HIDDEN, async (request, reply) => {
    const visit = await visitOf(portal, request, reply);
    return drawResume(visit, { typed: '', problems: [], moved: request.query.moved === '1' });
  });

  server.post('/file/resume', WRITING, async (request, reply) => {
    const visit = await visitOf(portal, request, reply);
    const posted = postedOf(request);
    needFreshForm(visit, posted);
    const typed = lineOf(posted, 'code', 20);
    const resumed = await resumeByCode(portal.ledger, { typed, address: request.ip });
    if (isRefused(resumed)) {
      return drawResume(visit, { typed, moved: false, problems: [{ field: 'code', said: resumed.said }] });
    }
    setDraftCookie(visit, resumed.cookie);
    return goTo(visit, resumeAt(visit, resumed.draft));
  });

  server.post('/file/leave', WRITING, async (request, reply) => {
    const visit = await visitOf(portal, request, reply);
    needFreshForm(visit, postedOf(request));
    clearDraftCookie(visit);
    return goTo(visit, '/');
  });

  server.post('/file/drop', WRITING, async (request, reply) => {
    const visit = await visitOf(portal, request, reply);
    needFreshForm(visit, postedOf(request));
    const draft = await findUnsent(visit);
    if (draft !== undefined) await dropDraft(portal.ledger, draft.id);
    clearDraftCookie(visit);
    return goTo(visit, '/file/dropped');
  });

  server.get('/file/dropped', HIDDEN, async (request, reply) => {
    const visit = await visitOf(portal, request, reply);
    return sendPage(visit, { title: filingWords(visit).dropped.title, body: <DroppedPage lang={visit.lang} /> });
  });
}

function drawResume(
  visit: Visit,
  given: { typed: string; problems: readonly Problem[]; moved: boolean },
): FastifyReply {
  return sendPage(visit, {
    title: filingWords(visit).resume.title,
    problems: given.problems,
    status: given.problems.length > 0 ? 422 : 200,
    here: '/file/resume',
    body: <ResumePage lang={visit.lang} token={visitorToken(visit)} {...given} />,
  });
}
