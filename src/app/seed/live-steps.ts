import type { Actor } from '../../domain/act.ts';
import { addDays, dayOf } from '../../domain/days.ts';
import { isRefusal, type Refusal } from '../../domain/refusals.ts';
import type { Ledger } from '../../ledger/ledger.ts';
import { withdrawMatter } from '../../petition/1-intake/server/added.ts';
import { type Arrival, registerSubmission, take } from '../../petition/1-intake/server/intake.ts';
import { agreeToReturn, forwardMatter, objectToMatter, signMatter } from '../../petition/2-transfer/server/transfer.ts';
import {
  acceptMatter,
  answerMatterDirectly,
  declineMatter,
  leadIntoProcedure,
} from '../../petition/3-acceptance/server/acceptance.ts';
import {
  approveTheExtension,
  askForExtension,
  nameTheHandler,
  noteTheWork,
} from '../../petition/4-handling/server/handling.ts';
import { draftOpinion, issueOpinion, returnTheDraft, serveOpinion } from '../../petition/5-reply/server/reply.ts';
import { rateMatter } from '../../petition/6-evaluation/server/evaluation.ts';
import { type Life, type Step, staff, task } from './live-people.ts';
import { END_STEPS, REVIEW_STEPS } from './live-review.ts';
import { DOORS, NOTES } from './live-texts.ts';
import { citizens, people } from './people.ts';

export const POST_CHANNELS: readonly string[] = ['letter', 'visit', 'phone', 'fax'];

/** The acts of a story up to its stage, each with its day after receipt. */
export function stepsOf(life: Life): readonly Step[] {
  const { story } = life;
  const received: Step = { at: 0, run: receive };
  if (story.stage === 'filed' || story.purpose === 'report') return [received];
  const registered: Step = { at: 0.1, run: registerLife };
  const start = [received, registered];
  if (story.stage === 'registered') return start;
  if (story.stage === 'answered-directly') return [...start, { at: 2, run: answer }];
  const forwarded: readonly Step[] = [...start, { at: 3, run: forward }];
  if (story.stage === 'forwarded') return forwarded;
  if (story.stage === 'withdrawn') return [...forwarded, { at: 5, run: withdraw }];
  const signed: readonly Step[] = [
    ...forwarded,
    { at: 4, run: (ledger, life) => signMatter(ledger, staff(life.story.target, 'handler'), task(life)) },
  ];
  if (story.stage === 'signed') return signed;
  if (story.stage === 'objected') return [...signed, { at: 6, run: objectTo }];
  if (story.stage === 'returned') return [...signed, { at: 6, run: objectTo }, { at: 7, run: agree }];
  if (story.stage === 'not-accepted') return [...signed, { at: 9, run: decline }];
  if (story.stage === 'routed-out') return [...signed, { at: 9, run: lead }];
  const accepted: readonly Step[] = [...signed, { at: 9, run: accept }];
  if (story.stage === 'accepted') return accepted;
  const handling: readonly Step[] = [...accepted, { at: 10, run: name }, { at: 16, run: note }];
  if (story.stage === 'handling') return handling;
  if (story.stage === 'extended') return [...handling, { at: 50, run: askMore }, { at: 52, run: giveMore }];
  const drafted: readonly Step[] = [...handling, { at: 34, run: draft }];
  if (story.stage === 'approved-waiting') return drafted;
  if (story.stage === 'drafted') return [...drafted, { at: 35, run: sendBack }];
  const issued: readonly Step[] = [
    ...drafted,
    { at: 36, run: (ledger, life) => issueOpinion(ledger, staff(life.story.target, 'head'), task(life)) },
  ];
  if (story.stage === 'issued') return issued;
  const served: readonly Step[] = [...issued, { at: 38, run: serve }];
  if (life.toTheEnd) return [...served, ...END_STEPS];
  const review = REVIEW_STEPS[story.stage];
  if (review) return [...served, ...review];
  return story.stage === 'served' ? served : [...served, { at: 42, run: rate }];
}

async function receive(ledger: Ledger, life: Life): Promise<Refusal | undefined> {
  const { story } = life;
  const citizen = story.anonymous ? undefined : citizens[story.citizen];
  const today = dayOf(ledger.clock.now().toISOString());
  const arrival: Arrival = {
    channel: story.channel,
    purpose: story.purpose,
    division: story.division,
    body: life.office,
    receivedOn: today,
    petitioners: story.petitioners,
    identity:
      citizen === undefined
        ? 'anonymous'
        : story.channel === 'visit'
          ? 'seen-at-counter'
          : story.channel === 'web'
            ? 'phone-confirmed'
            : 'claimed',
    mayPublish: false,
    particulars: {
      form: story.petitioners > 1 ? 'several' : 'self',
      people: [
        citizen === undefined
          ? { name: '' }
          : {
              name: citizen.name,
              address: citizen.address,
              ...(citizen.phone ? { phone: citizen.phone } : {}),
              ...(citizen.idNumber ? { idKind: 'id-card' as const, idNumber: citizen.idNumber } : {}),
            },
      ],
      title: story.title,
      text: story.text,
      requests: story.requests,
      files: [],
      tried: [],
    },
  };
  const byPost = POST_CHANNELS.includes(story.channel);
  const actor: Actor = byPost ? staff(life.office, 'dispatcher') : { kind: 'petitioner', submission: story.key };
  const receipt = await take(ledger, actor, arrival, {
    key: `seed-${story.key}`,
    verb: byPost ? 'submission.take-in' : 'submission.file',
  });
  if (isRefusal(receipt)) return receipt;
  life.number = receipt.number;
  life.code = receipt.code;
  life.matter = `${receipt.number}-1`;
  return undefined;
}

function registerLife(ledger: Ledger, life: Life) {
  const { purpose, category, title, text, requests } = life.story;
  return registerSubmission(ledger, staff(life.office, 'dispatcher'), {
    number: life.number,
    matters: [{ purpose, category, title, text, requests, accused: [] }],
  });
}

function forward(ledger: Ledger, life: Life) {
  return forwardMatter(ledger, staff(life.office, 'dispatcher'), {
    matter: life.matter,
    to: life.story.target,
    mode: 'forward',
    remark: '',
  });
}

function answer(ledger: Ledger, life: Life) {
  return answerMatterDirectly(ledger, staff(life.office, 'dispatcher'), {
    matter: life.matter,
    reason: life.story.anonymous ? 'anonymous-without-facts' : 'consultation',
    answer: life.story.remark ?? life.story.title,
  });
}

function withdraw(ledger: Ledger, life: Life) {
  const actor: Actor = { kind: 'petitioner', submission: life.number };
  return withdrawMatter(ledger, actor, { matter: life.matter, reason: life.story.remark ?? '' });
}

function objectTo(ledger: Ledger, life: Life) {
  return objectToMatter(ledger, staff(life.story.target, 'handler'), {
    ...task(life),
    reasons: life.story.remark ?? '经核对权责清单，不属于我单位职权范围。',
  });
}

function agree(ledger: Ledger, life: Life) {
  return agreeToReturn(ledger, staff(life.office, 'dispatcher'), task(life));
}

function decline(ledger: Ledger, life: Life) {
  return declineMatter(ledger, staff(life.story.target, 'head'), {
    ...task(life),
    ...(life.cites
      ? {
          reason: life.story.final ? ('final' as const) : ('pending-elsewhere' as const),
          cites: life.cites.matter,
          confirmedSame: true,
        }
      : { reason: 'skipped-level-visit' as const, confirmedSame: false }),
    explain: life.story.remark ?? '',
    goTo: life.story.final ? '居住地的街道办事处' : '正在办理的单位；电话见查询页',
  });
}

function lead(ledger: Ledger, life: Life) {
  const route = life.story.route ?? '31(1)';
  const door =
    route === '31(1)' || route === '31(2)' || route === '31(3)' || route === '31(4)' ? DOORS[route] : undefined;
  const actor = staff(life.story.target, 'handler');
  if (!door) return acceptMatter(ledger, actor, { ...task(life), route: '31(5)' });
  return leadIntoProcedure(ledger, actor, { ...task(life), route, ...door, explain: life.story.remark ?? '' });
}

function accept(ledger: Ledger, life: Life) {
  const { story } = life;
  const handler = people.find((one) => one.body === story.target && one.roles.includes('handler'));
  return acceptMatter(ledger, staff(story.target, 'handler'), {
    ...task(life),
    route: story.purpose === 'suggestion' ? '29' : '31(6)',
    ...(handler ? { handler: handler.name, phone: handler.phone } : {}),
  });
}

function name(ledger: Ledger, life: Life) {
  const handler = staff(life.story.target, 'handler');
  const account = handler.kind === 'staff' ? handler.account : '';
  return nameTheHandler(ledger, staff(life.story.target, 'head'), { ...task(life), account, interested: false });
}

function note(ledger: Ledger, life: Life) {
  const { kind, text } = NOTES[life.story.key.length % NOTES.length] ?? NOTES[0];
  return noteTheWork(ledger, staff(life.story.target, 'handler'), {
    ...task(life),
    on: dayOf(ledger.clock.now().toISOString()),
    kind,
    text,
  });
}

function askMore(ledger: Ledger, life: Life) {
  return askForExtension(ledger, staff(life.story.target, 'handler'), {
    ...task(life),
    days: 20,
    reason: life.story.remark ?? '需要等专业机构的检测、鉴定结果。',
  });
}

function giveMore(ledger: Ledger, life: Life) {
  return approveTheExtension(ledger, staff(life.story.target, 'head'), task(life));
}

function draft(ledger: Ledger, life: Life) {
  const { story } = life;
  const today = dayOf(ledger.clock.now().toISOString());
  const items = story.requests.map((request, at) => {
    const item = story.opinion?.items[at];
    return {
      request,
      finding: item?.finding ?? '',
      basis: item?.basis ?? '',
      verdict: item?.verdict ?? ('explain' as const),
      answer: item?.answer ?? '',
      ...(item?.verdict === 'support' && item.dueInDays ? { executeBy: addDays(today, item.dueInDays) } : {}),
    };
  });
  return draftOpinion(ledger, staff(story.target, 'handler'), { ...task(life), items });
}

function sendBack(ledger: Ledger, life: Life) {
  return returnTheDraft(ledger, staff(life.story.target, 'head'), {
    ...task(life),
    reason: '第一项把依据写到条款；现场照片附上日期。',
  });
}

function serve(ledger: Ledger, life: Life) {
  const { story } = life;
  const way = story.channel === 'visit' ? 'in-person' : story.channel === 'letter' ? 'mail' : 'electronic';
  return serveOpinion(ledger, staff(story.target, 'handler'), {
    ...task(life),
    way,
    on: dayOf(ledger.clock.now().toISOString()),
    signed: true,
    consented: way === 'electronic',
    view: story.rating?.responsibleBody === 'unsatisfied' ? 'disagrees' : story.rating ? 'agrees' : 'none',
    note: '',
  });
}

async function rate(ledger: Ledger, life: Life): Promise<unknown> {
  const { rating } = life.story;
  if (!rating || life.story.anonymous) return undefined;
  const actor: Actor = { kind: 'petitioner', submission: life.number };
  const reason = rating.reason ?? '';
  const office = await rateMatter(ledger, actor, {
    matter: life.matter,
    side: 'office',
    level: rating.petitionOffice,
    reason: rating.petitionOffice === 'unsatisfied' ? reason || '转得太慢' : '',
  });
  if (isRefusal(office)) return office;
  return rateMatter(ledger, actor, { matter: life.matter, side: 'body', level: rating.responsibleBody, reason });
}
