import { contactOf, PAPER_KINDS } from '../../../alongside/documents/paper.contract.ts';
import {
  actWithPaper,
  addressee,
  bodyOfActor,
  countersFor,
  issuePaper,
  readGist,
} from '../../../alongside/documents/server/public.ts';
import type { Actor } from '../../../domain/act.ts';
import type { Day } from '../../../domain/days.ts';
import { type Refusal, refuse, refuseState } from '../../../domain/refusals.ts';
import type { Route } from '../../../domain/vocabulary.ts';
import { type Acted, actOnMatter, actWithNote, keyOf, NO_SUCH_MATTER } from '../../../ledger/act-on-matter.ts';
import type { Ledger } from '../../../ledger/ledger.ts';
import { agreeReturn, object, refuseReturn } from '../objection.rules.ts';
import { destinationText, forwardingText, objectionText } from '../transfer.papers.rules.ts';
import { assign, destinationIsOwed, forward, proposeRoute, sign } from '../transfer.rules.ts';

interface On {
  readonly matter: string;
  readonly key?: string | undefined;
}

export function proposeRouteOf(ledger: Ledger, actor: Actor, input: On & { route: Route }): Promise<Acted | Refusal> {
  return actOnMatter(ledger, {
    actor,
    verb: 'matter.propose-route',
    matter: input.matter,
    key: keyOf(input),
    decide: (tools, state) => proposeRoute.decide(state, { route: input.route }, tools.context(state.pack)),
  });
}

/** T6 and T7: one letter, one assignment. `remark` goes into the letter. */
export async function forwardMatter(
  ledger: Ledger,
  actor: Actor,
  input: On & {
    to: string;
    mode: 'forward' | 'assign';
    feedbackDue?: Day | undefined;
    remark: string;
    simple?: boolean;
  },
): Promise<Acted | Refusal> {
  const gist = await readGist(ledger, input.matter);
  const kind = input.mode === 'assign' ? 'assignment-letter' : 'forwarding-letter';
  return actOnMatter(ledger, {
    actor,
    verb: `matter.${input.mode}`,
    matter: input.matter,
    key: keyOf(input),
    counters: countersFor(ledger, actor, [kind, 'destination-notice']),
    decide(tools, state, ref) {
      const context = tools.context(state.pack);
      const rule = input.mode === 'assign' ? assign : forward;
      const refusal = rule.mayBegin(state, undefined, context);
      if (refusal) return refusal;
      const issuer = bodyOfActor(ledger, actor);
      const to = ledger.reference.bodies.find(input.to);
      if (!issuer) return NO_SUCH_MATTER;
      if (!to)
        return refuseState(
          'no-body',
          422,
          '没有这个单位，请从名单里选',
          'There is no such body; choose one from the list',
          'to',
        );
      const instrument = issuePaper(tools, ref, issuer, {
        kind,
        title: `关于${input.mode === 'assign' ? '交办' : '转送'}信访事项的函`,
        addressee: to.name.zh,
        paragraphs: forwardingText({
          number: ref.id,
          gist,
          to,
          people: addressee(gist, state.petitioners),
          feedbackDue: input.mode === 'assign' ? input.feedbackDue : undefined,
          remark: input.remark,
        }),
        date: context.today,
        contact: contactOf(issuer),
      });
      const notice = destinationIsOwed(state)
        ? issuePaper(tools, ref, issuer, {
            kind: 'destination-notice',
            title: PAPER_KINDS['destination-notice'].zh,
            addressee: addressee(gist, state.petitioners),
            paragraphs: destinationText(ref.id, gist, to, context.today),
            date: context.today,
            contact: contactOf(issuer),
          })
        : undefined;
      const act = {
        to: input.to,
        instrument,
        ...(notice ? { notice } : {}),
        ...(input.feedbackDue === undefined ? {} : { feedbackDue: input.feedbackDue }),
        ...(input.simple && input.mode === 'forward' ? { simple: true } : {}),
      };
      return rule.decide(state, act, context);
    },
  });
}

export function signMatter(ledger: Ledger, actor: Actor, input: On & { assignment: string }): Promise<Acted | Refusal> {
  return actOnMatter(ledger, {
    actor,
    verb: 'matter.sign',
    matter: input.matter,
    key: keyOf(input),
    decide: (tools, state) => sign.decide(state, { assignment: input.assignment }, tools.context(state.pack)),
  });
}

/** T10, with detailed reasons, which the law asks for. */
export function objectToMatter(
  ledger: Ledger,
  actor: Actor,
  input: On & { assignment: string; reasons: string; suggests?: string | undefined },
): Promise<Acted | Refusal> {
  const { bodies } = ledger.reference;
  const suggests = input.suggests === undefined ? undefined : bodies.find(input.suggests);
  return actWithPaper(ledger, actor, input, {
    verb: 'matter.object',
    rule: object,
    kind: 'objection',
    missing: () =>
      input.reasons.trim().length < 10
        ? refuse(
            'objection.within-5-workdays',
            422,
            '异议要详细说明理由（至少10个字）',
            'An objection gives its reasons in detail (10 characters or more)',
            'reasons',
          )
        : undefined,
    text: ({ number }) => objectionText(number, input.reasons, suggests),
    head: ({ task }) => ({ addressee: bodies.find(task?.from ?? '')?.name.zh ?? '' }),
    act: (instrument) =>
      instrument
        ? { assignment: input.assignment, instrument, ...(suggests ? { suggests: suggests.id } : {}) }
        : NO_SUCH_MATTER,
  });
}

export function agreeToReturn(
  ledger: Ledger,
  actor: Actor,
  input: On & { assignment: string },
): Promise<Acted | Refusal> {
  return actOnMatter(ledger, {
    actor,
    verb: 'matter.agree-return',
    matter: input.matter,
    key: keyOf(input),
    decide: (tools, state) => agreeReturn.decide(state, { assignment: input.assignment }, tools.context(state.pack)),
  });
}

export function refuseTheReturn(
  ledger: Ledger,
  actor: Actor,
  input: On & { assignment: string; reasons: string },
): Promise<Acted | Refusal> {
  return actWithNote(ledger, actor, input, {
    verb: 'matter.refuse-return',
    rule: refuseReturn,
    note: { text: input.reasons },
    missing: refuseState('empty', 422, '写明不同意退回的理由', 'Say why the return is refused', 'reasons'),
    act: (content) => ({ assignment: input.assignment, content }),
  });
}
