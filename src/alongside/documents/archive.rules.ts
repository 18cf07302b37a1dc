import { needPost } from '../../domain/act.ts';
import { addDays } from '../../domain/days.ts';
import { firstRefusal, ruled } from '../../domain/guards.ts';
import { currentAssignment, openHearing, openMediation } from '../../domain/matter.ts';
import { refuse, refuseState } from '../../domain/refusals.ts';

export interface Archive {
  readonly assignment?: string;
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
      state.sealed
        ? refuse('report.sealed', 409, '检举控告件由专管单位归档', 'A sealed report is archived by its keeper')
        : undefined,
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
      needPost('archive', currentAssignment(state)?.body ?? state.office, context),
    );
  },
  facts: (state, _act, context) => [
    {
      kind: 'Archived',
      body: {
        on: context.today,
        by: context.actor.kind === 'staff' ? context.actor.body : (currentAssignment(state)?.body ?? state.office),
      },
    },
  ],
});
