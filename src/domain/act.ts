import type { BodyDirectory } from './bodies.ts';
import type { Calendar } from './calendar.ts';
import type { Day } from './days.ts';
import type { Draft, MatterFacts } from './facts.ts';
import type { MatterState } from './matter.ts';
import { type Refusal, refuseState } from './refusals.ts';
import type { RulePack } from './rule-pack.ts';
import type { RuleId } from './rules.ts';
import type { Role } from './vocabulary.ts';

/** Who acts. Posts, not people, hold rights: a staff actor is an account of one body with its roles. */
export type Actor =
  | { readonly kind: 'staff'; readonly account: string; readonly body: string; readonly roles: readonly Role[] }
  | { readonly kind: 'petitioner'; readonly submission: string }
  | { readonly kind: 'import' }
  | { readonly kind: 'system' };

/** The actor as a fact names it. */
export function actorId(actor: Actor): string {
  if (actor.kind === 'staff') return `staff:${actor.account}`;
  if (actor.kind === 'petitioner') return `petitioner:${actor.submission}`;
  return actor.kind;
}

/** Everything a rule may look at besides the state. Time, calendar and pack are arguments, never read. */
export interface ActContext {
  readonly now: string;
  readonly today: Day;
  readonly actor: Actor;
  readonly calendar: Calendar;
  readonly pack: RulePack;
  readonly bodies: BodyDirectory;
}

/** Every act on a matter. The page draws one entry for each; a new one does not compile until every table answers. */
export const MATTER_ACTS = [
  'propose-route',
  'forward',
  'assign',
  'sign',
  'object',
  'agree-return',
  'refuse-return',
  'accept',
  'not-accept',
  'route-out',
  'answer-directly',
  'name-handler',
  'note-work',
  'ask-extension',
  'approve-extension',
  'refuse-extension',
  'draft',
  'return-draft',
  'issue',
  'serve',
  'store-scan',
  'rate',
  'ask-review',
  'withdraw',
] as const;
export type MatterActId = (typeof MATTER_ACTS)[number];

export type MatterDecision = readonly Draft<MatterFacts>[] | Refusal;

/** One act: `mayBegin` draws the button and opens `decide`; both are pure. */
export interface MatterRule<A extends { readonly assignment?: string }> {
  readonly id: MatterActId;
  readonly rule?: RuleId;
  /** Undefined when the act may begin, else why not. `assignment` names the task it is about. */
  mayBegin(state: MatterState, assignment: string | undefined, context: ActContext): Refusal | undefined;
  decide(state: MatterState, act: A, context: ActContext): MatterDecision;
}

/** The roles that may begin each act, at the body the act belongs to. `petitioner` acts are never staff's. */
export const ACT_ROLES = {
  'propose-route': ['clerk', 'dispatcher'],
  forward: ['dispatcher'],
  assign: ['dispatcher'],
  sign: ['clerk', 'handler', 'head'],
  object: ['handler', 'head'],
  'agree-return': ['dispatcher'],
  'refuse-return': ['dispatcher'],
  accept: ['handler', 'head'],
  'not-accept': ['head'],
  'route-out': ['handler', 'head'],
  'answer-directly': ['dispatcher', 'handler', 'head'],
  'name-handler': ['head'],
  'note-work': ['handler', 'head'],
  'ask-extension': ['handler', 'head'],
  'approve-extension': ['head'],
  'refuse-extension': ['head'],
  draft: ['handler', 'head'],
  'return-draft': ['head'],
  issue: ['head'],
  serve: ['clerk', 'handler', 'head'],
  'store-scan': ['clerk', 'handler', 'head', 'dispatcher'],
  rate: 'petitioner',
  'ask-review': 'petitioner',
  withdraw: 'petitioner',
} as const satisfies Record<MatterActId, readonly Role[] | 'petitioner'>;

/** What each act is called, on buttons and in the trail. */
export const ACT_LABELS = {
  'propose-route': { zh: '建议途径', en: 'Propose a route' },
  forward: { zh: '转送', en: 'Forward' },
  assign: { zh: '交办', en: 'Assign with feedback' },
  sign: { zh: '签收', en: 'Sign for receipt' },
  object: { zh: '提异议退回', en: 'Object and return' },
  'agree-return': { zh: '同意退回', en: 'Agree to the return' },
  'refuse-return': { zh: '不同意退回', en: 'Refuse the return' },
  accept: { zh: '受理', en: 'Accept' },
  'not-accept': { zh: '不予受理', en: 'Decline to accept' },
  'route-out': { zh: '导入法定途径', en: 'Lead into the legal procedure' },
  'answer-directly': { zh: '直接回复', en: 'Answer directly' },
  'name-handler': { zh: '指定承办人', en: 'Name the handler' },
  'note-work': { zh: '记谈话、查勘', en: 'Note a talk or visit' },
  'ask-extension': { zh: '提请延长', en: 'Ask for an extension' },
  'approve-extension': { zh: '批准延长', en: 'Approve the extension' },
  'refuse-extension': { zh: '不同意延长', en: 'Refuse the extension' },
  draft: { zh: '拟处理意见', en: 'Draft the opinion' },
  'return-draft': { zh: '退回修改', en: 'Return the draft' },
  issue: { zh: '签发处理意见', en: 'Approve and issue' },
  serve: { zh: '送达', en: 'Serve' },
  'store-scan': { zh: '存盖章件', en: 'Store the stamped sheet' },
  rate: { zh: '评价', en: 'Rate' },
  'ask-review': { zh: '申请复查', en: 'Ask for review' },
  withdraw: { zh: '撤回', en: 'Withdraw' },
} as const satisfies Record<MatterActId, { zh: string; en: string }>;

/** Refuses unless the actor holds a post of `body` with one of the act's roles. */
export function needPost(act: MatterActId, body: string | undefined, context: ActContext): Refusal | undefined {
  const roles: readonly string[] | 'petitioner' = ACT_ROLES[act];
  const { actor } = context;
  if (roles === 'petitioner') {
    return actor.kind === 'petitioner'
      ? undefined
      : refuseState('only-petitioner', 403, '这一步只能由信访人本人来做', 'Only the petitioner may do this');
  }
  if (actor.kind !== 'staff')
    return refuseState('staff-only', 403, '这一步由办理单位来做', 'This is for the staff of the body');
  if (body !== undefined && actor.body !== body) {
    const holder = context.bodies.find(body)?.name ?? { zh: '别的单位', en: 'another body' };
    return refuseState('other-body', 403, `现在由${holder.zh}来做`, `This is now for ${holder.en}`);
  }
  if (!actor.roles.some((role) => roles.includes(role))) {
    return refuseState('other-post', 403, '您的岗位没有这项职责', 'Your post does not carry this duty');
  }
  return undefined;
}
