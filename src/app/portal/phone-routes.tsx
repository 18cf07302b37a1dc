import type { FastifyInstance, FastifyReply } from 'fastify';
import { maskedPhone } from '../../actors/citizens/citizens.rules.ts';
import type { TellCode } from '../../actors/citizens/server/public.ts';
import { type OpenDraft, saveDraft } from '../../petition/1-intake/portal/drafts.ts';
import { lineOf, mayConfirmPhone } from '../../petition/1-intake/portal/filing.rules.ts';
import { FILING_TEXTS } from '../../petition/1-intake/portal/filing.texts.ts';
import { confirmPhone, sendPhoneCode } from '../../petition/1-intake/portal/phone-codes.ts';
import { STEP_PATHS } from '../../petition/1-intake/portal/step-frame.tsx';
import { PhonePage } from '../../petition/1-intake/portal/steps-who.tsx';
import type { Refused } from '../../platform/http/refused.ts';
import type { Lang } from '../../ui/plain/language.ts';
import type { Problem } from '../../ui/plain/problems.tsx';
import { keepMessage, listMessages } from '../messages.ts';
import { elsewhere, filingWords, findUnsent, postedOf, STALE_PROBLEM, stepView, WRITING } from './filing-visit.ts';
import { HOME_TEXTS } from './home.texts.ts';
import { goTo, isFreshForm, type Portal, sendPage, type Visit, visitOf } from './visit.tsx';

/** The phone code, on a page of its own: confirming it, sending another, or passing by. */
export function mountPhone(server: FastifyInstance, portal: Portal): void {
  server.get<{ Querystring: { from?: string; again?: string } }>(
    '/file/phone',
    { schema: { hide: true } },
    async (request, reply) => {
      const visit = await visitOf(portal, request, reply);
      const draft = await findUnsent(visit);
      if (draft === undefined) return goTo(visit, (await elsewhere(visit)) ?? '/file/for');
      if (!mayConfirmPhone(draft.filing)) return goTo(visit, STEP_PATHS.where);
      const { from, again } = request.query;
      return drawPhone(visit, draft, { problems: [], fromCheck: from === 'check', again: again === '1' });
    },
  );

  server.post('/file/phone', WRITING, async (request, reply) => {
    const visit = await visitOf(portal, request, reply);
    const posted = postedOf(request);
    const fromCheck = lineOf(posted, 'from', 10) === 'check';
    const draft = await findUnsent(visit);
    if (draft === undefined) return goTo(visit, (await elsewhere(visit)) ?? '/file/for');
    const again = { fromCheck, again: false };
    if (!isFreshForm(visit, posted)) return drawPhone(visit, draft, { problems: [STALE_PROBLEM], ...again });
    const go = lineOf(posted, 'go', 10);
    const { filing } = draft;
    if (!mayConfirmPhone(filing)) return goTo(visit, STEP_PATHS.where);
    const next = fromCheck ? '/file/check' : STEP_PATHS.where;
    if (go === 'skip') {
      await saveDraft(portal.ledger, draft, { ...filing, passed: [...filing.passed, `phone:${filing.phone}`] });
      return goTo(visit, next);
    }
    if (go === 'again') {
      const no = await sendCode(visit, draft);
      if (no === undefined) return goTo(visit, fromCheck ? '/file/phone?from=check' : '/file/phone?again=1');
      return drawPhone(visit, draft, { problems: [{ field: 'code', said: no.said }], ...again });
    }
    const no = await confirmPhone(portal.ledger, draft, lineOf(posted, 'code', 12));
    if (no === undefined) return goTo(visit, next);
    return drawPhone(visit, draft, { problems: [{ field: 'code', said: no.said }], ...again });
  });
}

async function drawPhone(
  visit: Visit,
  draft: OpenDraft,
  given: { problems: readonly Problem[]; fromCheck: boolean; again: boolean },
): Promise<FastifyReply> {
  const view = stepView(visit, draft, given);
  const shown = await shownCode(visit, draft.filing.phone);
  return sendPage(visit, {
    title: filingWords(visit).phone.title,
    problems: given.problems,
    status: given.problems.length > 0 ? 422 : 200,
    here: '/file/phone',
    body: (
      <PhonePage
        view={view}
        masked={maskedPhone(draft.filing.phone)}
        again={given.again}
        {...(shown === undefined ? {} : { shown })}
      />
    ),
  });
}

/** Sends a code to the draft's phone, or says why not. */
export function sendCode({ portal, request, lang }: Visit, draft: OpenDraft): Promise<Refused | undefined> {
  return sendPhoneCode(portal.ledger, draft, { address: request.ip, tell: tellCode(portal, lang) });
}

/** Says the code in the words of the installation. */
export function tellCode({ ledger, site }: Portal, lang: Lang): TellCode {
  return async (phone, code) => {
    const place = HOME_TEXTS[lang].placeSuffix((await site.get()).city[lang]);
    await keepMessage(ledger, { to: phone, text: FILING_TEXTS[lang].phone.message(code, place) });
  };
}

/** In a demonstration, the code of the newest message to this phone. */
export async function shownCode(visit: Visit, phone: string): Promise<string | undefined> {
  if (visit.portal.options.showMessages !== true) return undefined;
  const messages = await listMessages(visit.portal.ledger, 20);
  const text = messages.find((message) => message.to === phone)?.text;
  return text === undefined ? undefined : /\d{6}/.exec(text)?.[0];
}
