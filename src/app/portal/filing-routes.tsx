import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { DoorPage, DoorPanel } from '../../petition/1-intake/portal/door.tsx';
import { refuseDraft } from '../../petition/1-intake/portal/draft.texts.ts';
import type { OpenDraft } from '../../petition/1-intake/portal/drafts.ts';
import {
  EMPTY_FILING,
  type Filing,
  findFaults,
  lineOf,
  mayConfirmPhone,
  type Posted,
  readStep,
  STEPS,
  type StepId,
} from '../../petition/1-intake/portal/filing.rules.ts';
import { districtsOf, streetsOf, withOffered } from '../../petition/1-intake/portal/filing-places.ts';
import { finishStep, keepFiling } from '../../petition/1-intake/portal/save-step.ts';
import { STEP_PATHS } from '../../petition/1-intake/portal/step-frame.tsx';
import { StepAsk, StepStreet, StepWhat, StepWhere } from '../../petition/1-intake/portal/steps-what.tsx';
import { StepFor, StepYou } from '../../petition/1-intake/portal/steps-who.tsx';
import { addressOf } from '../../platform/http/address.ts';
import { RefusedError } from '../../platform/http/errors.ts';
import { isRefused, type Refused } from '../../platform/http/refused.ts';
import type { Problem } from '../../ui/plain/problems.tsx';
import { findDoorView } from './filing-door.ts';
import {
  draftOf,
  elsewhere,
  filingWords,
  findUnsent,
  instantDay,
  nextPath,
  postedOf,
  resumeAt,
  STALE_PROBLEM,
  setDraftCookie,
  stepView,
  todayOf,
  WRITING,
} from './filing-visit.ts';
import { sendCode } from './phone-routes.tsx';
import { goTo, isFreshForm, type Portal, sendPage, type Visit, visitOf } from './visit.tsx';

const HIDDEN = { schema: { hide: true } };
/** Pages of filing that are one form each; papers, phone, check and sending have routes of their own. */
const PAGES = ['for', 'you', 'where', 'street', 'what', 'ask'] as const;
type PageId = (typeof PAGES)[number];

function stepOf(page: PageId): StepId {
  return page === 'street' ? 'where' : page;
}

/** Steps 1 to 5: each GET shows what was saved, each POST saves what was typed before it looks at it. */
export function mountFiling(server: FastifyInstance, portal: Portal): void {
  server.get('/file', HIDDEN, async (_request, reply) => reply.code(303).header('location', '/file/for').send());
  for (const page of PAGES) {
    server.get<{ Querystring: { from?: string; kind?: string } }>(`/file/${page}`, HIDDEN, async (request, reply) => {
      const visit = await visitOf(portal, request, reply);
      const { from, kind } = request.query;
      return showStep(visit, page, { fromCheck: from === 'check', asReport: kind === 'report' });
    });
    server.post(`/file/${page}`, WRITING, async (request, reply) => {
      const visit = await visitOf(portal, request, reply);
      return takeStep(visit, page, postedOf(request));
    });
  }
  server.get('/file/door', HIDDEN, (request, reply) => showDoor(portal, request, reply));
}

async function showStep(
  visit: Visit,
  page: PageId,
  { fromCheck, asReport }: { readonly fromCheck: boolean; readonly asReport: boolean },
): Promise<FastifyReply> {
  const draft = await findUnsent(visit);
  if (draft === undefined && page !== 'for') return goTo(visit, (await elsewhere(visit)) ?? '/file/for');
  const report = { filing: { ...(draft?.filing ?? EMPTY_FILING), kind: 'report' as const } };
  return drawStep(visit, page, draft, { fromCheck, ...(page === 'for' && asReport ? report : {}) });
}

interface Drawn {
  readonly filing?: Filing;
  readonly problems?: readonly Problem[];
  readonly doubts?: readonly Problem[];
  readonly fromCheck: boolean;
}

function drawStep(visit: Visit, page: PageId, draft: OpenDraft | undefined, given: Drawn): FastifyReply {
  const view = stepView(visit, draft, given);
  const words = filingWords(visit);
  const shown = { problems: view.problems, here: `/file/${page}`, status: view.problems.length > 0 ? 422 : 200 };
  const send = (title: string, body: React.ReactNode): FastifyReply => sendPage(visit, { ...shown, title, body });
  const { divisions } = visit.site;
  switch (page) {
    case 'for':
      return send(
        words.for.title,
        <StepFor
          view={view}
          {...(draft !== undefined && draft.filing.done.length > 0 && !given.fromCheck && view.problems.length === 0
            ? { ongoing: { href: resumeAt(visit, draft), until: instantDay(draft.expiresAt, visit.lang) } }
            : {})}
        />,
      );
    case 'you':
      return send(words.you.title, <StepYou view={view} />);
    case 'where':
      return send(words.where.title, <StepWhere view={view} districts={districtsOf(divisions, visit.lang)} />);
    case 'street': {
      const district = districtsOf(divisions, visit.lang).find(({ code }) => code === view.filing.district);
      const streets = district === undefined ? [] : streetsOf(divisions, district.code, visit.lang);
      return send(
        district === undefined ? words.where.title : words.where.streetTitle,
        <StepStreet view={view} streets={streets} {...(district === undefined ? {} : { district })} />,
      );
    }
    case 'what': {
      const door = view.filing.doorSeen === '' ? undefined : findDoorView(visit, view.filing);
      return send(words.what.title, <StepWhat view={view} door={door && <DoorPanel view={door} />} />);
    }
    case 'ask':
      return send(words.ask.title, <StepAsk view={view} />);
  }
}

async function takeStep(visit: Visit, page: PageId, posted: Posted): Promise<FastifyReply> {
  const go = lineOf(posted, 'go', 20);
  const fromCheck = lineOf(posted, 'from', 10) === 'check';
  const known = await draftOf(visit);
  const sent = known !== undefined && known !== 'moved' && known.frozen !== undefined;
  if (sent && page !== 'for') throw new RefusedError(refuseDraft('sent-already'));
  const open = known === undefined || known === 'moved' || sent ? undefined : known;
  const read = readPage(visit, page, posted, open?.filing ?? EMPTY_FILING);
  if (!isFreshForm(visit, posted)) {
    return drawStep(visit, page, open, { filing: read, problems: [STALE_PROBLEM], fromCheck });
  }
  if (open === undefined && page === 'for' && go === 'back') return goTo(visit, '/');
  const draft = await keep(visit, open, read);
  const saving = !['back', 'later'].includes(go) && !go.startsWith('step:');
  if (!saving) return goTo(visit, leaving(page, go, fromCheck));
  return advance(visit, { page, draft, fromCheck });
}

/** Where a button leads that only saves. */
function leaving(page: PageId, go: string, fromCheck: boolean): string {
  if (go === 'later') return '/file/saved';
  const step = STEPS.find((one) => go === `step:${one}`);
  if (step !== undefined) return STEP_PATHS[step];
  if (page === 'street') return fromCheck ? '/file/where?from=check' : '/file/where';
  if (fromCheck) return '/file/check';
  const before = STEPS[STEPS.indexOf(stepOf(page)) - 1];
  return before === undefined ? '/' : STEP_PATHS[before];
}

/** What the page was filled in with, put into what is known; choices that were never offered count as none. */
function readPage(visit: Visit, page: PageId, posted: Posted, before: Filing): Filing {
  const { divisions } = visit.site;
  if (page === 'where') {
    const district = lineOf(posted, 'district', 12);
    const street = district === before.district ? before.street : '';
    return withOffered(readStep('where', { district, street, place: before.place }, before), divisions);
  }
  if (page === 'street') {
    return withOffered(readStep('where', { ...posted, district: before.district }, before), divisions);
  }
  return readStep(stepOf(page), posted, before);
}

/** Saves; a draft that is begun by it is this browser's from then on. */
async function keep(visit: Visit, open: OpenDraft | undefined, filing: Filing): Promise<OpenDraft> {
  const { draft, cookie } = granted(await keepFiling(visit.portal.ledger, open, filing));
  if (cookie !== undefined) setDraftCookie(visit, cookie);
  return draft;
}

function granted<T extends object>(answer: T | Refused): T {
  if (isRefused(answer)) throw new RefusedError(answer);
  return answer;
}

/** Looks at what was saved: shows what is to be mended, says a doubt once, else goes on. */
async function advance(
  visit: Visit,
  { page, draft, fromCheck }: { readonly page: PageId; readonly draft: OpenDraft; readonly fromCheck: boolean },
): Promise<FastifyReply> {
  const { filing } = draft;
  if (page === 'where') {
    const faults = findFaults('where', filing, todayOf(visit)).filter((fault) => fault.field === 'district');
    if (faults.length > 0) return drawStep(visit, page, draft, { problems: faults, fromCheck });
    return goTo(visit, fromCheck ? '/file/street?from=check' : '/file/street');
  }
  if (page === 'street' && filing.district === '') return goTo(visit, '/file/where');
  const step = stepOf(page);
  const finished = granted(await finishStep(visit.portal.ledger, draft, step));
  const whole = { ...draft, filing: finished.filing };
  if (finished.found === 'faults') return drawStep(visit, page, whole, { problems: finished.faults, fromCheck });
  if (finished.found === 'doubts') return drawStep(visit, page, whole, { doubts: finished.doubts, fromCheck });
  if (step === 'you' && wantsCode(whole.filing) && (await sendCode(visit, whole)) === undefined) {
    return goTo(visit, fromCheck ? '/file/phone?from=check' : '/file/phone');
  }
  if (finished.isNewDoor) return goTo(visit, fromCheck ? '/file/door?from=check' : '/file/door');
  return goTo(visit, fromCheck ? '/file/check' : nextPath(step));
}

/** A mobile that is not confirmed yet, and whose owner has not passed by confirming it. */
export function wantsCode(filing: Filing): boolean {
  return (
    mayConfirmPhone(filing) && filing.confirmed !== filing.phone && !filing.passed.includes(`phone:${filing.phone}`)
  );
}

async function showDoor(portal: Portal, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const visit = await visitOf(portal, request, reply);
  const draft = await findUnsent(visit);
  const fromCheck = addressOf(request).searchParams.get('from') === 'check';
  const next = fromCheck ? '/file/check' : '/file/ask';
  if (draft === undefined) return goTo(visit, (await elsewhere(visit)) ?? '/file/for');
  const view = findDoorView(visit, draft.filing);
  if (view === undefined) return goTo(visit, next);
  return sendPage(visit, { title: filingWords(visit).door.title, body: <DoorPage view={view} next={next} /> });
}
