import { type Caller, getStaff } from '../../../actors/accounts/server/public.ts';
import type { Actor } from '../../../domain/act.ts';
import type { Day } from '../../../domain/days.ts';
import { openHearing } from '../../../domain/matter.ts';
import { type Refusal, refuseState } from '../../../domain/refusals.ts';
import { type Acted, actWithNote, NO_SUCH_MATTER } from '../../../ledger/act-on-matter.ts';
import type { Ledger } from '../../../ledger/ledger.ts';
import { mount } from '../../../platform/http/mount.ts';
import type { Server } from '../../../platform/http/server.ts';
import { actWithPaper } from '../../documents/server/public.ts';
import { concludeHearingRoute, holdHearingRoute, openHearingRoute } from '../hearings.contract.ts';
import { hearingConclusion, hearingNotice } from '../hearings.papers.rules.ts';
import {
  type ConcludeHearing,
  concludeHearing,
  type HoldHearing,
  holdHearing,
  type OrderHearing,
  orderHearing,
  standsStill,
} from '../hearings.rules.ts';

interface On {
  readonly matter: string;
  readonly key?: string | undefined;
}

function orderTheHearing(
  ledger: Ledger,
  actor: Actor,
  input: On & {
    assignment: string;
    heldOn: Day;
    at: string;
    topic: string;
    materials: string;
    chair: string;
    members: number;
    names: string;
  },
): Promise<Acted | Refusal> {
  const { assignment, heldOn, members, at, topic } = input;
  return actWithPaper<OrderHearing>(ledger, actor, input, {
    verb: 'matter.open-hearing',
    rule: orderHearing,
    kind: 'hearing-notice',
    tell: 'hearing',
    missing() {
      const gap = (['at', 'topic', 'chair'] as const).find((field) => input[field].trim() === '');
      return (
        gap && refuseState('empty', 422, '时间地点、内容、主持人都要写', 'Write hour and place, topic and chair', gap)
      );
    },
    text: ({ state, number, gist, context }) =>
      hearingNotice({
        ...input,
        number,
        gist,
        excluded: standsStill(state, assignment, context),
        representatives: context.pack.settings.representatives,
        agents: context.pack.settings.agents,
      }),
    act: (instrument, _of, note) =>
      instrument ? { assignment, heldOn, members, content: note(topic.trim(), at.trim()), instrument } : NO_SUCH_MATTER,
  });
}

function holdTheHearing(
  ledger: Ledger,
  actor: Actor,
  input: On & { on: Day; attended: boolean; minutes: string },
): Promise<Acted | Refusal> {
  return actWithNote<HoldHearing>(ledger, actor, input, {
    verb: 'matter.hold-hearing',
    rule: holdHearing,
    note: { text: input.minutes },
    missing: refuseState('empty', 422, '写下听证笔录', 'Write the minutes', 'minutes'),
    act: (content) => ({ on: input.on, attended: input.attended, content }),
  });
}

function concludeTheHearing(
  ledger: Ledger,
  actor: Actor,
  input: On & { held: boolean; agreeing?: number | undefined; conclusion: string },
): Promise<Acted | Refusal> {
  const { held, agreeing, conclusion } = input;
  return actWithPaper<ConcludeHearing>(ledger, actor, input, {
    verb: 'matter.conclude-hearing',
    rule: concludeHearing,
    kind: 'hearing-conclusion',
    tell: 'hearing-ended',
    missing: () =>
      conclusion.trim() === ''
        ? refuseState(
            'empty',
            422,
            '写明结论，或者为什么取消',
            'Write the conclusion, or why it is called off',
            'conclusion',
          )
        : undefined,
    text({ state, number, gist }) {
      const hearing = openHearing(state);
      return held && hearing?.heldOn !== undefined
        ? hearingConclusion({
            number,
            gist,
            heldOn: hearing.heldOn,
            members: hearing.members,
            agreeing,
            text: conclusion,
          })
        : undefined;
    },
    act: (instrument, _of, note) => ({
      held,
      content: note(conclusion.trim()),
      ...(agreeing === undefined ? {} : { agreeing }),
      ...(instrument ? { instrument } : {}),
    }),
  });
}

export function mountHearings(server: Server<Caller>, ledger: Ledger): void {
  mount(server, openHearingRoute, ({ params, body, key, actor }) =>
    orderTheHearing(ledger, getStaff(actor), { ...params, ...body, key }),
  );
  mount(server, holdHearingRoute, ({ params, body, key, actor }) =>
    holdTheHearing(ledger, getStaff(actor), { ...params, ...body, key }),
  );
  mount(server, concludeHearingRoute, ({ params, body, key, actor }) =>
    concludeTheHearing(ledger, getStaff(actor), { ...params, ...body, key }),
  );
}
