import { randomUUID } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { isRefusal } from '../../domain/refusals.ts';
import { type Posted, textOf } from '../../petition/1-intake/portal/filing.rules.ts';
import { RECUSAL_TEXTS } from '../../petition/4-handling/portal/recusal.texts.ts';
import { RecusalPage } from '../../petition/4-handling/portal/recusal.tsx';
import { askForRecusal } from '../../petition/4-handling/server/recusal.ts';
import { RefusedError, refusedWith } from '../../platform/http/errors.ts';
import type { Problem } from '../../ui/plain/problems.tsx';
import type { FollowMatter } from '../follow/follow.contract.ts';
import { postedOf, WRITING } from './filing-visit.ts';
import { FOLLOW_TEXTS } from './follow.texts.ts';
import { actKeyOf, needPassForm, type OwnPetition, openOwn } from './follow-routes.tsx';
import { goTo, type Portal, sendPage, type Visit, visitOf } from './visit.tsx';

type Params = { Params: { number: string }; Querystring: { m?: string } };

/** Asking that the handler withdraw: a form that works once however often it is pressed. */
export function mountAskRecusal(server: FastifyInstance, portal: Portal): void {
  const path = '/follow/:number/recusal';
  server.get<Params>(path, { schema: { hide: true } }, async (request, reply) => {
    const visit = await visitOf(portal, request, reply);
    const own = await openOwn(visit, request.params.number);
    return own === undefined ? goTo(visit, '/follow') : draw(visit, own, matterOf(own, request), randomUUID(), '', []);
  });
  server.post<Params>(path, WRITING, async (request, reply) => {
    const visit = await visitOf(portal, request, reply);
    const own = await openOwn(visit, request.params.number);
    if (own === undefined) return goTo(visit, '/follow');
    const posted = postedOf(request);
    needPassForm(visit, own.pass, posted);
    return take(visit, own, matterOf(own, request), posted);
  });
}

function matterOf(own: OwnPetition, request: FastifyRequest<Params>): FollowMatter {
  const matter = own.model.matters.find((one) => one.matter === request.query.m);
  if (matter === undefined) throw new RefusedError(refusedWith('not-found'));
  return matter;
}

async function take(visit: Visit, own: OwnPetition, matter: FollowMatter, posted: Posted): Promise<FastifyReply> {
  const key = actKeyOf(posted);
  const reason = textOf(posted, 'reason', 500).trim();
  const fail = (problem: Problem): FastifyReply => draw(visit, own, matter, key, reason, [problem]);
  if (reason === '') return fail({ field: 'reason', said: { zh: RECUSAL_TEXTS.zh.empty, en: RECUSAL_TEXTS.en.empty } });
  const done = await askForRecusal(visit.portal.ledger, own.actor, { matter: matter.matter, reason, key });
  return isRefusal(done)
    ? fail({ field: done.field ?? 'main', said: done.said })
    : goTo(visit, `/follow/${own.model.number}?done=recusal`);
}

function draw(
  visit: Visit,
  own: OwnPetition,
  matter: FollowMatter,
  actKey: string,
  typed: string,
  problems: readonly Problem[],
): FastifyReply {
  const { lang } = visit;
  const action = `/follow/${own.model.number}/recusal?m=${matter.matter}`;
  return sendPage(visit, {
    title: RECUSAL_TEXTS[lang].title,
    problems,
    status: problems.length > 0 ? 422 : 200,
    here: action,
    body: (
      <RecusalPage
        view={{
          lang,
          token: own.pass.csrf,
          actKey,
          action,
          title: matter.title,
          handler: matter.handler ?? '',
          /* What was just refused is said above the form, with what was typed. */
          open: matter.can.askRecusal || problems.length > 0,
          problems,
          typed,
          back: { href: `/follow/${own.model.number}`, text: FOLLOW_TEXTS[lang].back },
        }}
      />
    ),
  });
}
