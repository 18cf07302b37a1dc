import { type ActContext, needPost } from '../../domain/act.ts';
import { addDays, type Day } from '../../domain/days.ts';
import type { ContentRef } from '../../domain/facts.ts';
import { firstRefusal, ruled } from '../../domain/guards.ts';
import { currentAssignment, type MatterState, openHearing, openMediation } from '../../domain/matter.ts';
import { type Refusal, refuse, refuseState } from '../../domain/refusals.ts';

/** How long a file is kept: for good, or for one of the terms of the rule pack. */
export const KEEPING_TERMS = ['permanent', 'long', 'short'] as const;
export type KeepingTerm = (typeof KEEPING_TERMS)[number];

export interface Archive {
  readonly assignment?: string;
  /** Absent: the long term. */
  readonly term?: KeepingTerm;
}

export interface KeepLonger {
  readonly assignment?: string;
  readonly term: KeepingTerm;
  readonly content: ContentRef;
}

/** The last day of a term, which runs from the year after; undefined where the file is kept for good. */
export function keepUntil(term: KeepingTerm, { today, pack }: ActContext): Day | undefined {
  const { keepYears, keepYearsShort } = pack.settings;
  if (term === 'permanent') return undefined;
  const years = term === 'long' ? keepYears : keepYearsShort;
  return `${Number(today.slice(0, 4)) + years}-12-31`;
}

/** T36. Once nothing runs any more, by the body that handled it; what is archived stays readable and may be raised anew. */
export const archive = ruled<Archive>({
  id: 'archive',
  rule: 'file.complete',
  mayBegin(state, _assignment, context) {
    const done = ['answered', 'ended', 'closed', 'settled', 'withdrawn', 'merged'].includes(state.phase);
    /* A right that was not used in its time runs out by itself; nobody ends it. */
    const running = Object.values(state.clocks).some(
      ({ end, holder, derivation }) =>
        end === undefined && !(holder === 'petitioner' && derivation.statutoryDue < context.today),
    );
    const { withdrawalDays } = context.pack.settings;
    return firstRefusal(
      state.phase === 'archived' ? refuseState('archived', 409, '已经归档', 'It is archived already') : undefined,
      done ? undefined : refuse('file.complete', 409, '办结以后才能归档', 'It is archived once it is concluded'),
      running
        ? refuse('file.complete', 409, '还有期限在走，先不归档', 'Some period still runs; it is not archived yet')
        : undefined,
      openHearing(state) || openMediation(state)
        ? refuse('file.complete', 409, '听证、调解还没有结果', 'A hearing or mediation has no outcome yet')
        : undefined,
      state.phase === 'withdrawn' && context.today <= addDays(state.closedOn ?? context.today, withdrawalDays)
        ? refuse(
            'file.complete',
            409,
            '信访人还可以收回撤回，先不归档',
            'The petitioner may still take the withdrawal back; it is not archived yet',
          )
        : undefined,
      needFilePost('archive', state, currentAssignment(state)?.body ?? state.office, context),
    );
  },
  facts: (state, act, context) => {
    const until = keepUntil(act.term ?? 'long', context);
    return [
      {
        kind: 'Archived',
        body: {
          on: context.today,
          by: bodyOf(context) ?? currentAssignment(state)?.body ?? state.office,
          ...(until === undefined ? {} : { keepUntil: until }),
        },
      },
    ];
  },
});

/** Of a sealed report its keepers alone deal with the file (条例 30); of any other the posts of `body`, and not they. */
function needFilePost(
  act: 'archive' | 'propose-erasure' | 'keep-longer' | 'erase',
  state: MatterState,
  body: string,
  context: ActContext,
): Refusal | undefined {
  const { actor } = context;
  const kept = state.sealed ? (state.keeper ?? state.office) : body;
  if (actor.kind !== 'staff') return needPost(act, kept, context);
  const roles = actor.roles.filter((role) => (role === 'sealed') === state.sealed);
  return needPost(act, kept, { ...context, actor: { ...actor, roles } });
}

function bodyOf({ actor }: ActContext): string | undefined {
  return actor.kind === 'staff' ? actor.body : undefined;
}

/** Who has the file: the body that archived it, or the petition office once that body is no more. */
function fileHolder(state: MatterState, { bodies }: ActContext): string {
  const by = state.archived?.by;
  return by !== undefined && bodies.find(by) !== undefined ? by : state.office;
}

function needTermOver(state: MatterState, { today }: ActContext): Refusal | undefined {
  const until = state.archived?.keepUntil;
  if (state.phase !== 'archived') return NOT_ARCHIVED;
  if (until === undefined) return refuse('file.erased', 409, '这份档案永久保管', 'This file is kept for good');
  return today <= until
    ? refuse('file.erased', 409, `保管到${until}，还没有期满`, `It is kept until ${until}; its term is not over`)
    : undefined;
}

const NOT_ARCHIVED = refuse('file.erased', 409, '归档以后才有保管期限', 'Only an archived file has a term');

/** One officer asks that a file whose term is over be erased (law.md §8; 档案法 37). */
export const proposeErasure = ruled<{ readonly assignment?: string }>({
  id: 'propose-erasure',
  rule: 'file.erased',
  mayBegin: (state, _assignment, context) =>
    firstRefusal(
      needTermOver(state, context),
      state.erasureProposed
        ? refuseState('proposed', 409, '已经提请，等负责人决定', 'It was proposed; the head decides')
        : undefined,
      needFilePost('propose-erasure', state, fileHolder(state, context), context),
    ),
  facts: (_state, _act, context) => [
    {
      kind: 'ErasureProposed',
      body: {
        on: context.today,
        by: bodyOf(context) ?? '',
        account: context.actor.kind === 'staff' ? context.actor.account : '',
      },
    },
  ],
});

/** The head keeps it longer, saying why; also the answer to a proposal to erase it. */
export const keepLonger = ruled<KeepLonger>({
  id: 'keep-longer',
  rule: 'file.erased',
  mayBegin: (state, _assignment, context) =>
    firstRefusal(
      state.phase === 'archived' ? undefined : NOT_ARCHIVED,
      state.archived?.keepUntil === undefined
        ? refuse('file.erased', 409, '这份档案永久保管', 'This file is kept for good')
        : undefined,
      needFilePost('keep-longer', state, fileHolder(state, context), context),
    ),
  facts(state, act, context) {
    const until = keepUntil(act.term, context);
    if (until !== undefined && until <= (state.archived?.keepUntil ?? ''))
      return refuseState('not-longer', 422, '这样并没有延长', 'That would not be longer', 'term');
    return [
      {
        kind: 'KeptLonger',
        body: {
          on: context.today,
          by: bodyOf(context) ?? '',
          content: act.content,
          ...(until === undefined ? {} : { keepUntil: until }),
        },
      },
    ];
  },
});

/** Another one than who asked decides; `submissions` are those none of whose matters is kept any more. */
export const erase = ruled<{ readonly assignment?: string; readonly submissions: readonly string[] }>({
  id: 'erase',
  rule: 'file.erased',
  mayBegin: (state, _assignment, context) =>
    firstRefusal(
      needTermOver(state, context),
      state.erasureProposed
        ? undefined
        : refuseState('not-proposed', 409, '还没有人提请销毁', 'Nobody has proposed it yet'),
      context.actor.kind === 'staff' && context.actor.account === state.erasureProposed?.by
        ? refuse('file.erased', 403, '提请的人不能自己批准', 'Whoever proposed it cannot approve it')
        : undefined,
      needFilePost('erase', state, fileHolder(state, context), context),
    ),
  facts: (_state, act, context) => [
    { kind: 'Erased', body: { on: context.today, by: bodyOf(context) ?? '', submissions: act.submissions } },
  ],
});
