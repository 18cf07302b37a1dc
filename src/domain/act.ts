import { ACT_ROLES, type MatterActId } from './acts.ts';
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
  | {
      readonly kind: 'staff';
      readonly account: string;
      readonly body: string;
      readonly roles: readonly Role[];
      /** Numbers of the submissions whose sealed reports this account has opened, with a purpose and a second person. */
      readonly opened?: readonly string[];
      /** Accounts of absent colleagues whose posts this officer holds meanwhile, beside the own ones. */
      readonly standsInFor?: readonly string[];
    }
  /** `limited`: an agent without authority, who is told of no matter (E34). */
  | { readonly kind: 'petitioner'; readonly submission: string; readonly limited?: true }
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

export type MatterDecision = readonly Draft<MatterFacts>[] | Refusal;

/** One act: `mayBegin` draws the button and opens `decide`; both are pure. */
export interface MatterRule<A extends { readonly assignment?: string }> {
  readonly id: MatterActId;
  readonly rule?: RuleId;
  /** Undefined when the act may begin, else why not. `assignment` names the task it is about. */
  mayBegin(state: MatterState, assignment: string | undefined, context: ActContext): Refusal | undefined;
  decide(state: MatterState, act: A, context: ActContext): MatterDecision;
}

/** Refuses unless the actor holds a post of `body` with one of the act's roles. */
export function needPost(act: MatterActId, body: string | undefined, context: ActContext): Refusal | undefined {
  const roles: readonly string[] | 'petitioner' | 'system' = ACT_ROLES[act];
  const { actor } = context;
  if (roles === 'system') {
    return actor.kind === 'system'
      ? undefined
      : refuseState('only-system', 403, '这一步由系统按期限记下', 'The system notes this when the period ends');
  }
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
