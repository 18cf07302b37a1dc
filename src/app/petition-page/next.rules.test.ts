import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bodies, by } from '../../../test/world/people.ts';
import { aMatter, contextOn } from '../../../test/world/petition.ts';
import { lives, walk } from '../../../test/world/walk.ts';
import type { Actor } from '../../domain/act.ts';
import { ACT_ROLES, MATTER_ACTS } from '../../domain/acts.ts';
import { isRunning } from '../../domain/clocks.ts';
import {
  ASSIGNMENT_PHASES,
  bodiesOf,
  currentAssignment,
  MATTER_PHASES,
  type MatterState,
  PHASE_IS_OPEN,
} from '../../domain/matter.ts';
import { mayRead } from '../../domain/permission.ts';
import { isRefusal } from '../../domain/refusals.ts';
import { ROLES, type Role } from '../../domain/vocabulary.ts';
import { viewActs } from './acts.ts';
import { saidCitation } from './clock-view.ts';
import { nextOf } from './next.rules.ts';
import { MATTER_RULES } from './rules-of-acts.ts';

/** One state of every kind that random lives come through: phase of the matter, of its task, of its review, orders. */
function everyState(): ReadonlyMap<string, { state: MatterState; today: string }> {
  const found = new Map<string, { state: MatterState; today: string }>();
  const keep = ({ state, today }: { readonly state: MatterState; readonly today: string }): void => {
    const task = currentAssignment(state);
    const review = Object.values(state.reviews).at(-1);
    const key = [
      state.sealed ? 'sealed' : '',
      state.phase,
      task?.phase ?? 'office',
      task?.mode ?? '',
      review ? `${review.level} ${review.phase}` : '',
      Object.values(state.orders).some(({ phase }) => phase === 'open') ? 'order' : '',
      Object.values(state.mediations).some(({ phase }) => phase === 'open') ? 'mediation' : '',
      task?.extensionAsked ? 'extension' : '',
    ].join('/');
    if (!found.has(key)) found.set(key, { state, today });
  };
  for (const [how, steps] of fc.sample(lives, { numRuns: 900, seed: 2026 }))
    walk(aMatter(how).registered(), steps, ({ life }) => keep(life));
  /* Four acts in a row settle a matter, archiving wants that nothing runs, refusing is one act of many, and re-review is far: chance seldom comes there. */
  const accepted = aMatter().registered().forwardedTo('d01-housing').signed().accepted();
  keep(accepted.done('begin-mediation').done('end-mediation').done('note-performance').done('settle'));
  const signed = aMatter().registered().forwardedTo('d01-housing').signed();
  keep(signed.done('not-accept'));
  keep(signed.done('route-out'));
  keep(signed.done('route-out').done('archive'));
  let life = accepted.handlerNamed().drafted().issued().served();
  for (const act of ['ask-review', 'accept-review', 'draft-review', 'decide-review', 'serve-review'] as const) {
    life = life.done(act);
    keep(life);
  }
  for (const act of ['ask-review', 'accept-review', 'draft-review', 'decide-review', 'serve-review'] as const) {
    life = life.done(act);
    keep(life);
  }
  return found;
}

const STATES = [...everyState()];
const STAFF_ACTS = MATTER_ACTS.filter((act) => ACT_ROLES[act] !== 'petitioner' && ACT_ROLES[act] !== 'system');

/** Whoever may look at it: every post at every body that has a say, at the office above, and at one that has nothing to do with it. */
function postsFor(state: MatterState) {
  const at = [...new Set([...bodiesOf(state), 'd01-petition', 'd01-gov', 'city-petition', 'd02-housing'])];
  return at.flatMap((body) => ROLES.map((role) => ({ body, role })));
}

/** An officer of the post who has no part in the story so far. */
function someoneOf(body: string, role: Role): Actor {
  return { kind: 'staff', account: 'nobody-concerned', body, roles: [role] };
}

describe('the page of a matter, in every state and for every post', () => {
  it('there is a state of every phase', () => {
    expect(new Set(STATES.map(([, { state }]) => state.phase))).toEqual(
      new Set(MATTER_PHASES.filter((phase) => phase !== 'none')),
    );
    const tasks = new Set(
      STATES.flatMap(([, { state }]) => Object.values(state.assignments).map(({ phase }) => phase)),
    );
    expect(ASSIGNMENT_PHASES.filter((phase) => !tasks.has(phase))).toEqual([]);
    expect(STATES.length).toBeGreaterThan(60);
  });

  it('says of every act that it is open, or why it is not, in both languages, with the article where the law forbids it', () => {
    const faults: string[] = [];
    let looked = 0;
    for (const [key, { state, today }] of STATES) {
      for (const { body, role } of postsFor(state)) {
        const actor = by(body, role);
        if (!mayRead(state, '990101', actor, bodies)) continue;
        looked += 1;
        const acts = viewActs(state, contextOn(today, actor));
        if (acts.map(({ id }) => id).join() !== STAFF_ACTS.join()) faults.push(`${key} ${body} ${role}: acts missing`);
        for (const { id, open, label, refusal } of acts) {
          const at = `${key} ${body} ${role} ${id}`;
          if (label.zh === '' || label.en === '') faults.push(`${at}: no name`);
          if (open !== (refusal === undefined)) faults.push(`${at}: neither open nor refused`);
          if (refusal && (refusal.said.zh === '' || refusal.said.en === '' || refusal.said.zh === refusal.said.en))
            faults.push(`${at}: no reason`);
          const rule = Object.hasOwn(MATTER_RULES[id], 'rule') && refusal?.code.includes('.');
          if (rule && refusal?.article === undefined) faults.push(`${at}: no article`);
        }
      }
    }
    expect(faults.slice(0, 20)).toEqual([]);
    expect(looked).toBeGreaterThan(2_000);
  });

  it('names what is to be done next, by whom, by when and by which article, and whoever it names may do it; else why nothing is', () => {
    const faults: string[] = [];
    for (const [key, { state, today }] of STATES) {
      const { acts, rest } = nextOf(state);
      if (acts.length === 0 && (rest === undefined || rest.zh === '' || rest.en === ''))
        faults.push(`${key}: nothing said`);
      const task = currentAssignment(state);
      if (state.phase === 'open' && acts.length === 0) faults.push(`${key}: open, and nobody is to do anything`);
      for (const { act, body, due, article, clock } of acts) {
        if (saidCitation(article).zh === '') faults.push(`${key} ${act}: no article`);
        const found = clock === undefined ? undefined : state.clocks[clock];
        if (due !== undefined && (!isRunning(found) || found.derivation.statutoryDue !== due))
          faults.push(`${key} ${act}: due on no clock`);
        const roles = ACT_ROLES[act];
        const open =
          typeof roles !== 'string' &&
          roles.some(
            (role) => !isRefusal(MATTER_RULES[act].mayBegin(state, task?.id, contextOn(today, someoneOf(body, role)))),
          );
        if (!open) faults.push(`${key} ${act}: ${body} may not do it`);
      }
      if (
        task &&
        PHASE_IS_OPEN[task.phase] &&
        state.phase === 'open' &&
        !acts.some(({ due }) => due !== undefined) &&
        task.phase !== 'decided'
      )
        faults.push(`${key}: no day is named`);
    }
    expect(faults.slice(0, 30)).toEqual([]);
  });
});
