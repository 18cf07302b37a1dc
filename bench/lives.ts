import type { Actor } from '../src/domain/act.ts';
import { dayOf } from '../src/domain/days.ts';
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

/**
 * Lives a petition through its first acts, up to and with `until`, by the functions that serve officers and citizens.
 * `tick` is called before each act, so that a settable clock can move on.
 * @throws when an act is refused.
 */
export async function live(
  ledger: Ledger,
  given: { place: Place; until: LifeAct; text: MadeText; tick?: (act: LifeAct) => void },
): Promise<Lived> {
  const { place, text } = given;
  const life = { number: '', matter: '' };
  for (const act of LIFE_ACTS) {
    given.tick?.(act);
    if (act === 'file') {
      const receipt = getDone(act, await file(ledger, place, text));
      life.number = receipt.number;
      life.matter = `${receipt.number}-1`;
    } else {
      getDone(act, await STEPS[act](ledger, place, life, text));
    }
    if (act === given.until) break;
  }
  return life;
}

function getDone<T>(act: LifeAct, outcome: T | Refusal): T {
  if (isRefusal(outcome)) throw new Error(`${act}: ${outcome.said.en} (${outcome.code})`);
  return outcome;
}

function file(ledger: Ledger, { division, office }: Place, text: MadeText) {
  const today = dayOf(ledger.clock.now().toISOString());
  return take(
    ledger,
    { kind: 'petitioner', submission: 'bench' },
    {
      channel: 'web',
      purpose: 'claim',
      division,
      body: office,
      receivedOn: today,
      petitioners: 1,
      identity: 'phone-confirmed',
      mayPublish: false,
      particulars: {
        form: 'self',
        people: [{ name: text.who, phone: '13900000000', address: '南江市临江区江堤路1号' }],
        title: text.title,
        text: text.text,
        requests: text.requests,
        files: [],
        tried: [],
      },
    },
    { verb: 'submission.file' },
  );
}

type Step = (ledger: Ledger, place: Place, life: Lived, text: MadeText) => Promise<unknown>;
const task = ({ matter }: Lived) => ({ matter, assignment: 'a1' });

const STEPS: Readonly<Record<Exclude<LifeAct, 'file'>, Step>> = {
  register: (ledger, place, { number }, { title, text, requests }) =>
    registerSubmission(ledger, staffAt(place.office, 'dispatcher'), {
      number,
      matters: [{ purpose: 'claim', category: CATEGORY, title, text, requests, accused: [] }],
    }),
  forward: (ledger, place, { matter }) =>
    forwardMatter(ledger, staffAt(place.office, 'dispatcher'), {
      matter,
      to: place.target,
      mode: 'forward',
      remark: '',
    }),
  sign: (ledger, place, life) => signMatter(ledger, staffAt(place.target, 'handler'), task(life)),
  accept: (ledger, place, life) =>
    acceptMatter(ledger, staffAt(place.target, 'handler'), { ...task(life), route: '31(6)' }),
  draft: (ledger, place, life) =>
    draftOpinion(ledger, staffAt(place.target, 'handler'), { ...task(life), items: OPINION_ITEMS }),
  issue: (ledger, place, life) => issueOpinion(ledger, staffAt(place.target, 'head'), task(life)),
  serve: (ledger, place, life) =>
    serveOpinion(ledger, staffAt(place.target, 'handler'), {
      ...task(life),
      way: 'electronic',
      on: dayOf(ledger.clock.now().toISOString()),
      signed: true,
      view: 'none',
      note: '',
    }),
  rate: (ledger, _, { number, matter }) =>
    rateMatter(
      ledger,
      { kind: 'petitioner', submission: number },
      { matter, side: 'body', level: 'satisfied', reason: '' },
    ),
};

/** A second-level category of the demonstration city. */
export const CATEGORY = '010100';
