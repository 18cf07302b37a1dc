import type { Actor } from '../../domain/act.ts';
import { addDays, dayOf } from '../../domain/days.ts';
import { isRefusal, type Refusal } from '../../domain/refusals.ts';
import { ROLES, type Role } from '../../domain/vocabulary.ts';
import type { Ledger } from '../../ledger/ledger.ts';
import {
  type Arrival,
  officeFor,
  registerSubmission,
  take,
  withdrawMatter,
} from '../../petition/1-intake/server/intake.ts';
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
import type { SettableClock } from '../../platform/clock/clock.ts';
import { DOORS, NOTES } from './live-texts.ts';
import { citizens, people } from './people.ts';
import type { Story } from './stories-shape.ts';

export interface SampleCode {
  readonly title: string;
  readonly stage: string;
  readonly number: string;
  readonly code: string;
  /** The second fact: last digits of the phone, or the name. */
  readonly fact: string;
}

/** Posts a body needs to live through a story, where nobody named holds them. */
export const SEED_ROLES = [
  { role: 'dispatcher', title: { zh: '分拨员', en: 'Dispatcher' } },
  { role: 'handler', title: { zh: '承办人', en: 'Handler' } },
  { role: 'head', title: { zh: '负责人', en: 'Head' } },
] as const satisfies readonly { role: Role; title: { zh: string; en: string } }[];

export function seedAccount(body: string, role: Role): string {
  return `${body}.${role}`;
}

function staff(body: string, role: Role): Actor {
  const named = people.find((one) => one.body === body && one.roles.includes(role));
  if (!named) return { kind: 'staff', account: seedAccount(body, role), body, roles: [role] };
  return {
    kind: 'staff',
    account: named.login,
    body,
    roles: ROLES.filter((one) => named.roles.some((held) => held === one)),
  };
}

/** What a life has come to while it is lived. */
interface Life {
  readonly story: Story;
  readonly office: string;
  number: string;
  code: string;
  matter: string;
  /** The matter that a refusal of this one cites. */
  cites?: Life;
}

interface Step {
  readonly at: number;
  readonly run: (ledger: Ledger, life: Life) => Promise<unknown>;
}

const DAY = 86_400_000;

/** Lives through all stories in the order of their moments, so that serials rise with time. */
export async function liveStories(
  ledger: Ledger,
  stories: readonly Story[],
  clock: SettableClock,
  options: { say: (line: string) => void; now: Date },
): Promise<readonly SampleCode[]> {
  const begin = (story: Story): Life => ({ story, office: officeOf(ledger, story), number: '', code: '', matter: '' });
  const told = stories.map(begin);
  const earlier = told.flatMap((life): readonly Life[] => {
    if (life.story.stage !== 'not-accepted' || life.story.channel === 'visit') return [];
    const known = told.find((one) => one.story.key === life.story.repeats);
    life.cites = known ?? begin(firstTime(life.story));
    return known ? [] : [life.cites];
  });
  const lives = [...told, ...earlier];
  const moments = lives
    .flatMap((life, nth) => {
      const times = momentsOf(life.story, nth, options.now);
      return stepsOf(life.story).map((step, at) => ({ life, run: step.run, at: times[at] ?? options.now.getTime() }));
    })
    .sort((a, b) => a.at - b.at);
  let done = 0;
  for (const { life, run, at } of moments) {
    clock.set(new Date(at));
    const outcome = await run(ledger, life);
    if (isRefusal(outcome)) throw new Error(`story ${life.story.key}: ${outcome.said.en} (${outcome.code})`);
    done += 1;
    if (done % 250 === 0) options.say(`  ${done} / ${moments.length}`);
  }
  return samples(told);
}

/** What a petition that is not accepted had been the first time: the same words, accepted by the body of the place. */
function firstTime(story: Story): Story {
  const trade = story.target.replace(/^(city|d\d\d)-/, '');
  return {
    ...story,
    key: `${story.key}-first`,
    stage: 'accepted',
    daysAgo: story.daysAgo + 16,
    target: `d${story.division.slice(4, 6)}-${trade}`,
  };
}

const SHANGHAI = 8 * 3_600_000;
const MINUTE = 60_000;

/** The moment of each step: office hours of its day, on weekends the Monday after, always one after another and past. */
function momentsOf(story: Story, at: number, now: Date): readonly number[] {
  const steps = stepsOf(story);
  const last = steps.at(-1)?.at ?? 0;
  const squeeze = last > story.daysAgo ? story.daysAgo / last : 1;
  let before = 0;
  return steps.map((step, nth) => {
    const byStaff = nth > 0 || POST_CHANNELS.includes(story.channel);
    let day = Math.floor((now.getTime() + SHANGHAI) / DAY) - story.daysAgo + Math.floor(step.at * squeeze);
    while (byStaff && (day + 3) % 7 >= 5) day += 1;
    const wanted = day * DAY - SHANGHAI + 9 * 60 * MINUTE + ((nth * 35 + at * 17) % 450) * MINUTE;
    const latest = now.getTime() - (steps.length - nth) * MINUTE;
    before = Math.min(Math.max(wanted, before + 20 * MINUTE), latest);
    return before;
  });
}

function officeOf(ledger: Ledger, story: Story): string {
  if (story.purpose === 'report' || story.target.startsWith('city-')) return 'city-petition';
  return officeFor(ledger, story.division);
}

const POST_CHANNELS: readonly string[] = ['letter', 'visit', 'phone', 'fax'];

/** The acts of a story up to its stage, each with its day after receipt. */
function stepsOf(story: Story): readonly Step[] {
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
  return story.stage === 'served' ? served : [...served, { at: 42, run: rate }];
}

function task(life: Life): { matter: string; assignment: string } {
  return { matter: life.matter, assignment: 'a1' };
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
      ? { reason: 'pending-elsewhere' as const, cites: life.cites.matter, confirmedSame: true }
      : { reason: 'skipped-level-visit' as const, confirmedSame: false }),
    explain: life.story.remark ?? '',
    goTo: '正在办理的单位；电话见查询页',
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

/** One petition of each telling stage, to be followed as a citizen. */
function samples(lives: readonly Life[]): readonly SampleCode[] {
  const wanted: readonly Story['stage'][] = ['filed', 'signed', 'handling', 'served', 'rated', 'routed-out'];
  return wanted.flatMap((stage) => {
    const life = lives.find(
      (one) => one.story.stage === stage && !one.story.anonymous && one.story.purpose !== 'report',
    );
    const citizen = life ? citizens[life.story.citizen] : undefined;
    if (!life || !citizen) return [];
    return [
      {
        title: life.story.title,
        stage,
        number: life.number,
        code: life.code,
        fact: citizen.phone ? citizen.phone.slice(-4) : citizen.name,
      },
    ];
  });
}
