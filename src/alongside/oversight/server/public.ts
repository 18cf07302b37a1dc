import { type Caller, getStaff } from '../../../actors/accounts/server/public.ts';
import { type Actor, actorId } from '../../../domain/act.ts';
import { nameOf } from '../../../domain/bodies.ts';
import type { Day } from '../../../domain/days.ts';
import { currentAssignment } from '../../../domain/matter.ts';
import { mayReadSubmission } from '../../../domain/permission.ts';
import type { Adoption, OrderDefect, OrderWay, ProposalKind } from '../../../domain/proceedings.ts';
import { isRefusal, type Refusal, refuseState } from '../../../domain/refusals.ts';
import { type Acted, actWithNote, type MatterAct, NO_SUCH_MATTER } from '../../../ledger/act-on-matter.ts';
import type { Ledger } from '../../../ledger/ledger.ts';
import { findState } from '../../../ledger/read.ts';
import { factsFor } from '../../../ledger/record.ts';
import { submissionRef } from '../../../ledger/streams.ts';
import { mount } from '../../../platform/http/mount.ts';
import type { Server } from '../../../platform/http/server.ts';
import { PAPER_KINDS } from '../../documents/paper.contract.ts';
import { actWithPaper } from '../../documents/server/public.ts';
import {
  answerOrderRoute,
  answerProposalRoute,
  closeOrderRoute,
  proposeRoute,
  returnOrderRoute,
  superviseRoute,
} from '../oversight.contract.ts';
import { orderText, proposalText } from '../oversight.papers.rules.ts';
import {
  type AnswerOrder,
  type AnswerProposal,
  answerOrder,
  answerProposal,
  closeOrder,
  type Propose,
  propose,
  type ReturnOrder,
  returnOrder,
  type Supervise,
  supervise,
} from '../oversight.rules.ts';

interface On {
  readonly matter: string;
  readonly key?: string | undefined;
}

function empty(field: string, zh: string, en: string): Refusal {
  return refuseState('empty', 422, zh, en, field);
}

/**
 * The submission by which the matter was raised above, which then follows it (E38). It has been registered, and this
 * officer may read it.
 */
async function raisedAbove(
  ledger: Ledger,
  actor: Actor,
  number: string,
): Promise<NonNullable<MatterAct['beside']> | Refusal> {
  const source = submissionRef(number);
  const state = await findState(ledger, source);
  const known =
    state !== undefined &&
    state.phase === 'registered' &&
    state.origin === 'here' &&
    mayReadSubmission(state, source.id, actor, ledger.reference.bodies);
  if (!known) {
    return refuseState(
      'no-submission',
      422,
      '没有这个编号的信访件，或者还没有登记、您不能看',
      'There is no such submission, it is not registered yet, or it is not yours to see',
      'raisedBy',
    );
  }
  return {
    streams: [source],
    facts: (tools, matter) => {
      const { matters } = tools.read(source);
      if (matters.includes(matter.id)) return [];
      const { today } = tools.context();
      return [
        factsFor(source, [
          { kind: 'MattersChanged', body: { by: actorId(actor), on: today, matters: [...matters, matter.id] } },
        ]),
      ];
    },
  };
}

/** T33 with D25. */
async function order(
  ledger: Ledger,
  actor: Actor,
  input: On & {
    to?: string | undefined;
    way: OrderWay;
    defect: OrderDefect;
    demand: string;
    due: Day;
    raisedBy?: string | undefined;
    confirmedSame?: boolean | undefined;
  },
): Promise<Acted | Refusal> {
  const { to, way, defect, demand, due, raisedBy, confirmedSame } = input;
  const beside = raisedBy === undefined ? undefined : await raisedAbove(ledger, actor, raisedBy);
  if (isRefusal(beside)) return beside;
  return actWithPaper<Supervise>(ledger, actor, input, {
    verb: 'matter.supervise',
    rule: supervise,
    kind: 'supervision-order',
    ...(beside ? { beside } : {}),
    missing: () => (demand.trim() === '' ? empty('demand', '写明要求', 'Say what is demanded') : undefined),
    head: ({ state }) => ({
      addressee: nameOf(ledger.reference.bodies, to ?? currentAssignment(state)?.body ?? state.office).zh,
    }),
    text: ({ number, gist }) => orderText({ number, gist, way, defect, demand, due, raisedBy }),
    act: (instrument) =>
      instrument
        ? {
            way,
            defect,
            due,
            instrument,
            ...(to === undefined ? {} : { to }),
            ...(raisedBy === undefined ? {} : { raisedBy }),
            ...(confirmedSame === undefined ? {} : { confirmedSame }),
          }
        : NO_SUCH_MATTER,
  });
}

function answer(ledger: Ledger, actor: Actor, input: On & { text: string }): Promise<Acted | Refusal> {
  return actWithNote<AnswerOrder>(ledger, actor, input, {
    verb: 'matter.answer-order',
    rule: answerOrder,
    note: { text: input.text },
    missing: empty('text', '写明整改和办理情况', 'Say what was put right'),
    act: (content) => ({ content }),
  });
}

function close(ledger: Ledger, actor: Actor, input: On & { text: string }): Promise<Acted | Refusal> {
  return actWithNote<AnswerOrder>(ledger, actor, input, {
    verb: 'matter.close-order',
    rule: closeOrder,
    note: { text: input.text.trim() === '' ? '认定。' : input.text },
    missing: empty('text', '写一句', 'Write a sentence'),
    act: (content) => ({ content }),
  });
}

function sendBack(ledger: Ledger, actor: Actor, input: On & { due: Day; text: string }): Promise<Acted | Refusal> {
  return actWithNote<ReturnOrder>(ledger, actor, input, {
    verb: 'matter.return-order',
    rule: returnOrder,
    note: { text: input.text },
    missing: empty('text', '写明哪里不够', 'Say what is lacking'),
    act: (content) => ({ due: input.due, content }),
  });
}

/** D26. */
function makeProposal(
  ledger: Ledger,
  actor: Actor,
  input: On & { to: string; kind: ProposalKind; problem: string; proposal: string },
): Promise<Acted | Refusal> {
  const { to, kind, problem, proposal } = input;
  return actWithPaper<Propose>(ledger, actor, input, {
    verb: 'matter.propose',
    rule: propose,
    kind: 'proposal',
    missing: () =>
      problem.trim() === ''
        ? empty('problem', '写明事实和问题', 'Say the facts and the problem')
        : proposal.trim() === ''
          ? empty('proposal', '写明建议', 'Say what is proposed')
          : undefined,
    head: () => ({ addressee: nameOf(ledger.reference.bodies, to).zh || PAPER_KINDS.proposal.zh }),
    text: ({ number, gist, context }) =>
      proposalText({ number, gist, kind, problem, proposal, days: context.pack.clocks.proposal.n }),
    act: (instrument) => (instrument ? { to, kind, instrument } : NO_SUCH_MATTER),
  });
}

function answerTheProposal(
  ledger: Ledger,
  actor: Actor,
  input: On & { adoption: Adoption; text: string },
): Promise<Acted | Refusal> {
  return actWithNote<AnswerProposal>(ledger, actor, input, {
    verb: 'matter.answer-proposal',
    rule: answerProposal,
    note: { text: input.text },
    missing: empty('text', '写明怎样采纳，或者为什么不采纳', 'Say how it is adopted, or why not'),
    act: (content) => ({ adoption: input.adoption, content }),
  });
}

export function mountOversight(server: Server<Caller>, ledger: Ledger): void {
  mount(server, superviseRoute, ({ params, body, key, actor }) =>
    order(ledger, getStaff(actor), { ...params, ...body, key }),
  );
  mount(server, answerOrderRoute, ({ params, body, key, actor }) =>
    answer(ledger, getStaff(actor), { ...params, ...body, key }),
  );
  mount(server, closeOrderRoute, ({ params, body, key, actor }) =>
    close(ledger, getStaff(actor), { ...params, ...body, key }),
  );
  mount(server, returnOrderRoute, ({ params, body, key, actor }) =>
    sendBack(ledger, getStaff(actor), { ...params, ...body, key }),
  );
  mount(server, proposeRoute, ({ params, body, key, actor }) =>
    makeProposal(ledger, getStaff(actor), { ...params, ...body, key }),
  );
  mount(server, answerProposalRoute, ({ params, body, key, actor }) =>
    answerTheProposal(ledger, getStaff(actor), { ...params, ...body, key }),
  );
}
