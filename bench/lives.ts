import type { Actor } from '../src/domain/act.ts';
import { type Day, dayOf } from '../src/domain/days.ts';
import { isRefusal, type Refusal } from '../src/domain/refusals.ts';
import type { Role } from '../src/domain/vocabulary.ts';
import type { Ledger } from '../src/ledger/ledger.ts';
import { registerSubmission, take } from '../src/petition/1-intake/server/intake.ts';
import { forwardMatter, signMatter } from '../src/petition/2-transfer/server/transfer.ts';
import { acceptMatter } from '../src/petition/3-acceptance/server/acceptance.ts';
import { draftOpinion, issueOpinion, serveOpinion } from '../src/petition/5-reply/server/reply.ts';
import { rateMatter } from '../src/petition/6-evaluation/server/evaluation.ts';
import type { MadeText } from './texts.ts';

/** The nine acts of a whole life, in their order. */
export const LIFE_ACTS = ['file', 'register', 'forward', 'sign', 'accept', 'draft', 'issue', 'serve', 'rate'] as const;
export type LifeAct = (typeof LIFE_ACTS)[number];

/** Where a life is lived: an office, and the body it sends matters to. */
export interface Place {
  readonly division: string;
  readonly office: string;
  readonly target: string;
}

/** The district whose officers have names and can sign in. */
export const FIRST_PLACE: Place = { division: '990101', office: 'd01-petition', target: 'd01-housing' };

/** Officers of the demonstration city who act there. */
export const OFFICERS = { dispatcher: 'yezhiqiu', handler: 'shenpeiwen', head: 'luqingyan' } as const;

export function staffAt(body: string, role: Role, account: string = `${body}.${role}`): Actor {
  return { kind: 'staff', account, body, roles: [role] };
}

export const OPINION_ITEMS = [
  {
    request: '请尽快修好',
    finding: '经现场查看，反映的情况属实：设备自去年起停用，维修合同已经到期。',
    basis: '《物业管理条例》第五十三条；《住宅专项维修资金管理办法》第二十四条。',
    verdict: 'support',
    answer: '已经商定由原单位维修，费用从专项维修资金列支，三十日内完成。',
  },
] as const;

export interface Lived {
  readonly number: string;
  readonly matter: string;
}

/** What is said and known of a life while it is lived. */
export interface Step {
  readonly place: Place;
  readonly text: MadeText;
  /** Empty before it is filed. */
  readonly life: Lived;
  /** Idempotency key. */
  readonly key?: string | undefined;
}

/** Answers of acts: a receipt of the first, what was registered of the second, where the matter stands of the others. */
export type Answered = { readonly number: string } | { readonly matter: string; readonly seq: number };

/** Does one act of a life by the function that serves officers and citizens. */
export function doAct(ledger: Ledger, act: LifeAct, step: Step): Promise<Answered | Refusal> {
  return ACTS[act](ledger, step);
}

/**
 * Lives a petition through its first acts, up to and with `until`. `tick` is called before each act, so that a settable
 * clock can move on.
 * @throws when an act is refused.
 */
export async function live(
  ledger: Ledger,
  given: { place: Place; until: LifeAct; text: MadeText; tick?: (act: LifeAct) => void },
): Promise<Lived> {
  let life: Lived = { number: '', matter: '' };
  for (const act of LIFE_ACTS) {
    given.tick?.(act);
    const answer = await doAct(ledger, act, { ...given, life });
    if (isRefusal(answer)) throw new Error(`${act}: ${answer.said.en} (${answer.code})`);
    if (act === 'file' && 'number' in answer) life = { number: answer.number, matter: `${answer.number}-1` };
    if (act === given.until) break;
  }
  return life;
}

type Act = (ledger: Ledger, step: Step) => Promise<Answered | Refusal>;
const task = ({ life: { matter }, key }: Step) => ({ matter, key, assignment: 'a1' });
const dispatcher = ({ place }: Step): Actor => staffAt(place.office, 'dispatcher');
const handler = ({ place }: Step): Actor => staffAt(place.target, 'handler');

const ACTS: Readonly<Record<LifeAct, Act>> = {
  file: (ledger, { place, text: { who, title, text, requests }, key }) =>
    take(
      ledger,
      { kind: 'petitioner', submission: key ?? 'bench' },
      {
        channel: 'web',
        purpose: 'claim',
        division: place.division,
        body: place.office,
        receivedOn: today(ledger),
        petitioners: 1,
        identity: 'phone-confirmed',
        mayPublish: false,
        particulars: {
          form: 'self',
          people: [{ name: who, phone: '13900000000', address: '南江市临江区江堤路1号' }],
          title,
          text,
          requests,
          files: [],
          tried: [],
        },
      },
      { verb: 'submission.file', key },
    ),
  register: (ledger, { place, life: { number }, text: { title, text, requests }, key }) =>
    registerSubmission(ledger, staffAt(place.office, 'dispatcher'), {
      number,
      key,
      matters: [{ purpose: 'claim', category: CATEGORY, title, text, requests, accused: [] }],
    }),
  forward: (ledger, step) =>
    forwardMatter(ledger, dispatcher(step), {
      matter: step.life.matter,
      key: step.key,
      to: step.place.target,
      mode: 'forward',
      remark: '',
    }),
  sign: (ledger, step) => signMatter(ledger, handler(step), task(step)),
  accept: (ledger, step) => acceptMatter(ledger, handler(step), { ...task(step), route: '31(6)' }),
  draft: (ledger, step) => draftOpinion(ledger, handler(step), { ...task(step), items: OPINION_ITEMS }),
  issue: (ledger, step) => issueOpinion(ledger, staffAt(step.place.target, 'head'), task(step)),
  serve: (ledger, step) =>
    serveOpinion(ledger, handler(step), {
      ...task(step),
      way: 'electronic',
      on: today(ledger),
      signed: true,
      view: 'none',
      note: '',
    }),
  rate: (ledger, { life: { number, matter }, key }) =>
    rateMatter(
      ledger,
      { kind: 'petitioner', submission: number },
      { matter, key, side: 'body', level: 'satisfied', reason: '' },
    ),
};

function today(ledger: Ledger): Day {
  return dayOf(ledger.clock.now().toISOString());
}

/** A second-level category of the demonstration city. */
export const CATEGORY = '010100';
