import { randomUUID } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { isRefusal, type Refusal } from '../../domain/refusals.ts';
import { RATED_SIDES, RATINGS, type RatedSide } from '../../domain/vocabulary.ts';
import { lineOf, type Posted, textOf } from '../../petition/1-intake/portal/filing.rules.ts';
import { FILING_TEXTS } from '../../petition/1-intake/portal/filing.texts.ts';
import { AddPapersPage, type OwnAct, TakeBackPage, WithdrawPage } from '../../petition/1-intake/portal/own-acts.tsx';
import { addPapers, withdrawMatter } from '../../petition/1-intake/server/added.ts';
import { takeBack } from '../../petition/1-intake/server/standing.ts';
import { RATE_TEXTS } from '../../petition/6-evaluation/portal/rate.texts.ts';
import { RatePage } from '../../petition/6-evaluation/portal/rate.tsx';
import { rateMatter } from '../../petition/6-evaluation/server/evaluation.ts';
import { REVIEW_TEXTS } from '../../petition/7-review/portal/review.texts.ts';
import { ReviewPage } from '../../petition/7-review/portal/review.tsx';
import { askForReview } from '../../petition/7-review/server/review.ts';
import { RefusedError, refusedWith } from '../../platform/http/errors.ts';
import { isRefused } from '../../platform/http/refused.ts';
import type { Worded } from '../../ui/plain/language.ts';
import type { Problem } from '../../ui/plain/problems.tsx';
import { takeUploads } from '../files.ts';
import type { FollowMatter } from '../follow/follow.contract.ts';
import { postedOf, WRITING } from './filing-visit.ts';
import { FOLLOW_TEXTS } from './follow.texts.ts';
import { actKeyOf, needPassForm, type OwnPetition, openOwn } from './follow-routes.tsx';
import { dayWords, goTo, holdsToken, type Portal, sendPage, type Visit, visitOf } from './visit.tsx';

type Params = { Params: { number: string }; Querystring: { m?: string } };

/** One act of the petitioner: how its form is drawn, and what a posted one does. */
interface Act {
  readonly path: string;
  draw(visit: Visit, own: OwnPetition, matter: FollowMatter, given: Given): FastifyReply;
  take(visit: Visit, own: OwnPetition, matter: FollowMatter, posted: Posted): Promise<FastifyReply>;
}

interface Given {
  readonly key: string;
  readonly problems: readonly Problem[];
  readonly typed: Posted;
}

/** Adding papers, rating, withdrawing, taking that back and asking for review, each a form that works once however often it is pressed. */
export function mountOwnActs(server: FastifyInstance, portal: Portal): void {
  mountAddPapers(server, portal);
  for (const act of [RATE, WITHDRAW, TAKE_BACK, REVIEW]) {
    const path = `/follow/:number/${act.path}`;
    server.get<Params>(path, { schema: { hide: true } }, async (request, reply) => {
      const visit = await visitOf(portal, request, reply);
      const own = await openOwn(visit, request.params.number);
      if (own === undefined) return goTo(visit, '/follow');
      return act.draw(visit, own, matterOf(own, request), { key: randomUUID(), problems: [], typed: {} });
    });
    server.post<Params>(path, WRITING, async (request, reply) => {
      const visit = await visitOf(portal, request, reply);
      const own = await openOwn(visit, request.params.number);
      if (own === undefined) return goTo(visit, '/follow');
      const posted = postedOf(request);
      needPassForm(visit, own.pass, posted);
      return act.take(visit, own, matterOf(own, request), posted);
    });
  }
}

function matterOf(own: OwnPetition, request: FastifyRequest<Params>): FollowMatter {
  const matter = own.model.matters.find((one) => one.matter === request.query.m);
  if (matter === undefined) throw new RefusedError(refusedWith('not-found'));
  return matter;
}

function addressOf(own: OwnPetition, matter: FollowMatter, path: string): string {
  return `/follow/${own.model.number}/${path}?m=${matter.matter}`;
}

function backOf(visit: Visit, own: OwnPetition): { href: string; text: string } {
  return { href: `/follow/${own.model.number}`, text: FOLLOW_TEXTS[visit.lang].back };
}

function both(words: { zh: string; en: string }): Worded {
  return words;
}

function problemOf(refusal: Refusal, fallback: string): Problem {
  return { field: refusal.field ?? fallback, said: refusal.said };
}

const RATE: Act = {
  path: 'rate',
  draw(visit, own, matter, { key, problems, typed }) {
    const { lang } = visit;
    const names: Readonly<Record<RatedSide, string>> = {
      office: own.model.body.name[lang],
      // Once review is asked for, the holder is the reviewer.
      body: (matter.answeredBy ?? matter.holder.name)[lang],
    };
    return sendPage(visit, {
      title: RATE_TEXTS[lang].title,
      problems,
      status: problems.length > 0 ? 422 : 200,
      here: addressOf(own, matter, 'rate'),
      body: (
        <RatePage
          view={{
            lang,
            token: own.pass.csrf,
            actKey: key,
            action: addressOf(own, matter, 'rate'),
            title: matter.title,
            sides: matter.can.rate.map((side) => ({ side, name: names[side] })),
            ...(matter.rateUntil === undefined ? {} : { until: dayWords(matter.rateUntil, lang) }),
            problems,
            typed: Object.fromEntries(
              RATED_SIDES.flatMap((side) => [
                [side, lineOf(typed, side, 20)],
                [`${side}-why`, textOf(typed, `${side}-why`, 500)],
              ]),
            ),
            back: backOf(visit, own),
          }}
        />
      ),
    });
  },
  async take(visit, own, matter, posted) {
    const key = actKeyOf(posted);
    const given = RATED_SIDES.flatMap((side) => {
      const level = RATINGS.find((one) => one === lineOf(posted, side, 20));
      return level === undefined ? [] : [{ side, level, reason: textOf(posted, `${side}-why`, 500).trim() }];
    });
    const fail = (problems: readonly Problem[]): FastifyReply =>
      RATE.draw(visit, own, matter, { key, problems, typed: posted });
    if (given.length === 0) {
      const field = matter.can.rate[0] ?? 'main';
      return fail([{ field, said: both({ zh: RATE_TEXTS.zh.none, en: RATE_TEXTS.en.none }) }]);
    }
    const silent = given.filter(({ level, reason }) => level === 'unsatisfied' && reason === '');
    if (silent.length > 0) {
      const said = both({ zh: RATE_TEXTS.zh.reason, en: RATE_TEXTS.en.reason });
      return fail(silent.map(({ side }) => ({ field: `${side}-why`, said })));
    }
    for (const { side, level, reason } of given) {
      const rated = await rateMatter(visit.portal.ledger, own.actor, {
        matter: matter.matter,
        side,
        level,
        reason,
        key: `${key}-${side}`,
      });
      if (isRefusal(rated)) return fail([problemOf({ ...rated, field: side }, side)]);
    }
    return goTo(visit, `/follow/${own.model.number}?done=rate`);
  },
};

/** What a form needs whose only field is a reason, and which may be left empty. */
function withReason(visit: Visit, own: OwnPetition, { key, problems, typed }: Given): OwnAct {
  return {
    lang: visit.lang,
    token: own.pass.csrf,
    actKey: key,
    problems,
    typed: textOf(typed, 'reason', 500),
    back: backOf(visit, own),
  };
}

const WITHDRAW: Act = {
  path: 'withdraw',
  draw(visit, own, matter, given) {
    const { lang } = visit;
    if (!matter.can.withdraw) return goTo(visit, `/follow/${own.model.number}`);
    const act = withReason(visit, own, given);
    return sendPage(visit, {
      title: FILING_TEXTS[lang].withdraw.title,
      problems: given.problems,
      status: given.problems.length > 0 ? 422 : 200,
      here: addressOf(own, matter, 'withdraw'),
      body: (
        <WithdrawPage
          act={act}
          action={addressOf(own, matter, 'withdraw')}
          title={matter.title}
          phone={visit.site.phone}
        />
      ),
    });
  },
  async take(visit, own, matter, posted) {
    const key = actKeyOf(posted);
    const fail = (problem: Problem): FastifyReply =>
      WITHDRAW.draw(visit, own, matter, { key, problems: [problem], typed: posted });
    if (lineOf(posted, 'sure', 5) !== 'yes') {
      const said = { zh: FILING_TEXTS.zh.withdraw.confirmWrong, en: FILING_TEXTS.en.withdraw.confirmWrong };
      return fail({ field: 'sure', said });
    }
    const done = await withdrawMatter(visit.portal.ledger, own.actor, {
      matter: matter.matter,
      reason: textOf(posted, 'reason', 500).trim(),
      key,
    });
    return isRefusal(done) ? fail(problemOf(done, 'main')) : goTo(visit, `/follow/${own.model.number}`);
  },
};

const TAKE_BACK: Act = {
  path: 'take-back',
  draw(visit, own, matter, given) {
    const { lang } = visit;
    if (!matter.can.takeBack) return goTo(visit, `/follow/${own.model.number}`);
    const act = withReason(visit, own, given);
    const here = addressOf(own, matter, 'take-back');
    return sendPage(visit, {
      title: FILING_TEXTS[lang].takeBack.title,
      problems: given.problems,
      status: given.problems.length > 0 ? 422 : 200,
      here,
      body: <TakeBackPage act={act} action={here} title={matter.title} />,
    });
  },
  async take(visit, own, matter, posted) {
    const key = actKeyOf(posted);
    const done = await takeBack(visit.portal.ledger, own.actor, {
      matter: matter.matter,
      reason: textOf(posted, 'reason', 500).trim(),
      key,
    });
    return isRefusal(done)
      ? TAKE_BACK.draw(visit, own, matter, { key, problems: [problemOf(done, 'main')], typed: posted })
      : goTo(visit, `/follow/${own.model.number}`);
  },
};

const REVIEW: Act = {
  path: 'review',
  draw(visit, own, matter, { key, problems, typed }) {
    const { lang } = visit;
    const { can, review } = matter;
    const open = can.askReview || can.askReviewLate ? review : undefined;
    const level = open?.level ?? 'review';
    return sendPage(visit, {
      title: REVIEW_TEXTS[lang].levels[level].title,
      problems,
      status: problems.length > 0 ? 422 : 200,
      here: addressOf(own, matter, 'review'),
      body: (
        <ReviewPage
          view={{
            lang,
            token: own.pass.csrf,
            actKey: key,
            action: addressOf(own, matter, 'review'),
            title: matter.title,
            level,
            late: can.askReviewLate,
            ...(open === undefined ? {} : { until: { day: open.until, said: dayWords(open.until, lang) } }),
            reviewers: (open?.reviewers ?? []).map((one) => ({
              id: one.id,
              name: one.name[lang],
              address: one.address[lang],
              phone: one.phone,
            })),
            papersHref: `/follow/${own.model.number}/papers`,
            problems,
            typed: {
              reviewer: lineOf(typed, 'reviewer', 60),
              reason: textOf(typed, 'reason', 10_000),
              excuse: textOf(typed, 'excuse', 5_000),
            },
            back: backOf(visit, own),
          }}
        />
      ),
    });
  },
  async take(visit, own, matter, posted) {
    const key = actKeyOf(posted);
    const reviewer = lineOf(posted, 'reviewer', 60);
    const reason = textOf(posted, 'reason', 10_000).trim();
    const excuse = matter.can.askReviewLate ? textOf(posted, 'excuse', 5_000).trim() : '';
    const fail = (problems: readonly Problem[]): FastifyReply =>
      REVIEW.draw(visit, own, matter, { key, problems, typed: posted });
    const { zh, en } = REVIEW_TEXTS;
    const missing: Problem[] = [
      ...(reviewer === '' ? [{ field: 'reviewer', said: { zh: zh.none, en: en.none } }] : []),
      ...(reason === '' ? [{ field: 'reason', said: { zh: zh.empty, en: en.empty } }] : []),
      ...(matter.can.askReviewLate && excuse === ''
        ? [{ field: 'excuse', said: { zh: zh.excuseEmpty, en: en.excuseEmpty } }]
        : []),
    ];
    if (missing.length > 0) return fail(missing);
    const input = { matter: matter.matter, reviewer, reason, excuse, key };
    const done = await askForReview(visit.portal.ledger, own.actor, input);
    const level = matter.review?.level ?? 'review';
    return isRefusal(done)
      ? fail([problemOf(done, 'main')])
      : goTo(visit, `/follow/${own.model.number}?done=${level === 'final' ? 're-review' : 'review'}`);
  },
};

function mountAddPapers(server: FastifyInstance, portal: Portal): void {
  const path = '/follow/:number/papers';
  server.get<Params>(path, { schema: { hide: true } }, async (request, reply) => {
    const visit = await visitOf(portal, request, reply);
    const own = await openOwn(visit, request.params.number);
    return own === undefined ? goTo(visit, '/follow') : drawAdd(visit, own, randomUUID(), '', []);
  });

  server.post<Params>(path, WRITING, async (request, reply) => {
    const visit = await visitOf(portal, request, reply);
    const own = await openOwn(visit, request.params.number);
    if (own === undefined) return goTo(visit, '/follow');
    const form = await takeUploads(portal.ledger, request, (fields) =>
      holdsToken(own.pass.csrf, fields) ? undefined : refusedWith('stale-page'),
    );
    if (isRefused(form)) return drawAdd(visit, own, randomUUID(), '', [{ field: 'files', said: form.said }]);
    needPassForm(visit, own.pass, form.fields);
    const key = actKeyOf(form.fields);
    const text = textOf(form.fields, 'text', 10_000).trim();
    if (form.refused.length > 0) {
      const { zh, en } = FILING_TEXTS;
      const problems = form.refused.map(({ name, refused }) => ({
        field: 'files',
        said: { zh: zh.papers.refused(name) + refused.said.zh, en: en.papers.refused(name) + refused.said.en },
      }));
      return drawAdd(visit, own, key, text, problems);
    }
    const files = form.files.map((file) => file.id);
    const done = await addPapers(portal.ledger, own.actor, { number: own.model.number, text, files, key });
    return isRefusal(done)
      ? drawAdd(visit, own, key, text, [problemOf(done, 'text')])
      : goTo(visit, `/follow/${own.model.number}?done=papers`);
  });
}

function drawAdd(
  visit: Visit,
  own: OwnPetition,
  key: string,
  typed: string,
  problems: readonly Problem[],
): FastifyReply {
  const { lang } = visit;
  return sendPage(visit, {
    title: FILING_TEXTS[lang].add.title,
    problems,
    status: problems.length > 0 ? 422 : 200,
    here: `/follow/${own.model.number}/papers`,
    body: (
      <AddPapersPage
        act={{ lang, token: own.pass.csrf, actKey: key, problems, typed, back: backOf(visit, own) }}
        action={`/follow/${own.model.number}/papers`}
      />
    ),
  });
}
