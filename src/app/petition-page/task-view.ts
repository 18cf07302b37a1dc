import type { ActContext } from '../../domain/act.ts';
import type { MatterFact } from '../../domain/facts.ts';
import type { Assignment, MatterState } from '../../domain/matter.ts';
import { acceptedOn, simpleRefusal } from '../../petition/3-acceptance/acceptance.rules.ts';
import type { PageNames } from './names.ts';
import type { PetitionPageModel } from './petition-page.contract.ts';

type View = Pick<
  PetitionPageModel['assignments'][number],
  'procedure' | 'simple' | 'acceptsOn' | 'interests' | 'dispute'
>;

/** Officers whom facts name, beside those who acted: named handlers, and whoever should withdraw. */
export function officersIn(facts: readonly MatterFact[]): readonly string[] {
  return facts.flatMap(({ fact }) =>
    fact.kind === 'HandlerNamed' || fact.kind === 'InterestDeclared' || fact.kind === 'RecusalDecided'
      ? [fact.body.account]
      : [],
  );
}

/** What the forms of a task need to know: procedure, days, what is disputed and what is to be decided. */
export function viewTask(state: MatterState, task: Assignment, context: ActContext, names: PageNames): View {
  const named = (id: string) => ({ id, name: names.body(id) });
  const { actor } = context;
  const mine = actor.kind === 'staff' ? actor.body : '';
  /* The route is chosen in the form; everything else that closes the simple procedure is known now. */
  const closed = simpleRefusal(state, task, '31(6)', context);
  return {
    ...(task.procedure ? { procedure: task.procedure } : {}),
    ...(task.phase === 'signed'
      ? {
          simple: { suggested: task.simpleSuggested ?? false, ...(closed ? { closed: closed.said } : {}) },
          acceptsOn: acceptedOn(state, task, context),
        }
      : {}),
    ...(task.interests && task.interests.length > 0
      ? {
          interests: task.interests.map(({ account, by, decider = task.body }) => ({
            account,
            by,
            name: names.account(account),
            yours: decider === mine,
          })),
        }
      : {}),
    ...(task.dispute
      ? { dispute: { arbiter: named(task.dispute.arbiter), suggests: named(task.dispute.suggests) } }
      : {}),
  };
}
