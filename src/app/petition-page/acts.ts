import type { z } from 'zod';
import type { ActContext, Actor } from '../../domain/act.ts';
import { ACT_LABELS, ACT_ROLES, MATTER_ACTS, type MatterActId } from '../../domain/acts.ts';
import { currentAssignment, type MatterState } from '../../domain/matter.ts';
import type { Refusal, Said } from '../../domain/refusals.ts';
import { citationOf, type RuleId } from '../../domain/rules.ts';
import { saidCitation } from './clock-view.ts';
import { isFor, nextOf } from './next.rules.ts';
import type { ActShape, PetitionPageModel } from './petition-page.contract.ts';
import { MATTER_RULES } from './rules-of-acts.ts';

export type ActView = z.infer<typeof ActShape>;

/** What staff may do now on this matter, and what not and why. The petitioner's own acts are not listed to staff. */
export function viewActs(state: MatterState, context: ActContext): ActView[] {
  if (state.origin === 'imported') return [];
  const task = currentAssignment(state)?.id;
  return MATTER_ACTS.filter((id) => ACT_ROLES[id] !== 'petitioner' && ACT_ROLES[id] !== 'system').map((id) =>
    viewAct(id, state, task, context),
  );
}

type Beginning = [state: MatterState, assignment: string | undefined, context: ActContext];

function viewAct(id: MatterActId, state: MatterState, task: string | undefined, context: ActContext): ActView {
  const rule: { readonly rule?: RuleId; mayBegin(...of: Beginning): Refusal | undefined } = MATTER_RULES[id];
  const refusal = rule.mayBegin(state, task, context);
  const base = {
    id,
    label: ACT_LABELS[id],
    open: refusal === undefined,
    ...(task === undefined ? {} : { assignment: task }),
    ...(rule.rule ? { article: saidCitation(citationOf(rule.rule)) } : {}),
  };
  if (!refusal) return base;
  const { code, said, article } = refusal;
  return { ...base, refusal: { code, said, ...(article ? { article: saidCitation(article) } : {}) } };
}

/** What is to be done next, as the page says it to this viewer. */
export function viewNext(
  state: MatterState,
  actor: Actor,
  named: (id: string) => { id: string; name: Said },
): PetitionPageModel['next'] {
  const { acts, rest } = nextOf(state);
  return {
    acts: acts.map(({ act, body, due, article, clock }) => ({
      act,
      label: ACT_LABELS[act],
      body: named(body),
      mine: actor.kind === 'staff' && isFor(act, body, actor),
      ...(due === undefined ? {} : { due }),
      article: saidCitation(article),
      ...(clock === undefined ? {} : { clock }),
    })),
    ...(rest === undefined ? {} : { rest }),
  };
}
