import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bodies, by } from '../../test/world/people.ts';
import { aMatter, content, contextOn, foldAll } from '../../test/world/petition.ts';
import { lives, walk } from '../../test/world/walk.ts';
import { deskRows } from '../ledger/projections/desk.ts';
import { isAccused, keeperOf, treeWithout } from './bodies.ts';
import { isRunning } from './clocks.ts';
import { bodiesOf, type MatterState } from './matter.ts';
import { NO_SUBMISSION } from './submission.ts';
import { succeedMatter, succeedSubmission } from './succeed.ts';
import { type SuccessionPlan, standsApart, successorFor, successorsOf, UNCLEAR } from './succession.ts';

const ON = '2026-04-01';
const HOUSING = 'd01-housing';
const LAND = 'd01-land';

/** The matter after the succession; throws where nobody follows from the plan. */
function succeeded(state: MatterState, from: string, to: string, handlersLeft = false): MatterState {
  const change = succeedMatter(state, { from, to, on: ON, bodies: treeWithout(bodies, { from, to }), handlersLeft });
  if (typeof change === 'string') throw new Error(change);
  const fact = { kind: 'BodySucceeded', body: { ...change, run: 'run', basis: content('basis') } } as const;
  return foldAll({ state, facts: [] }, [fact], contextOn(ON, by('city-petition', 'admin'))).state;
}

describe('a body that is merged, split or abolished (rule body.successor, 条例 24¶2)', () => {
  it('its open matter is the new body’s, every clock under its own name and date', () => {
    const { state } = aMatter().registered().forwardedTo(HOUSING).signed().accepted().handlerNamed();
    const next = succeeded(state, HOUSING, LAND);
    expect(next.assignments.a1).toMatchObject({ body: LAND, handler: 'd01-housing.handler', phase: 'handling' });
    const running = Object.entries(state.clocks).filter(([, clock]) => isRunning(clock));
    expect(running.length).toBeGreaterThan(0);
    for (const [id, clock] of running) {
      expect(next.clocks[id]).toEqual({ ...clock, holder: clock.holder === HOUSING ? LAND : clock.holder });
    }
    expect(bodiesOf(next)).toContain(LAND);
    expect(deskRows({ region: '990101', id: 'x' }, next).map(({ body, duty }) => `${body} ${duty}`)).toEqual([
      `${LAND} in-hand`,
      'd01-petition watching',
    ]);
  });

  it('where its officers went elsewhere, the matter waits for a handler', () => {
    const { state } = aMatter().registered().forwardedTo(HOUSING).signed().accepted().handlerNamed();
    expect(succeeded(state, HOUSING, LAND, true).assignments.a1?.handler).toBeUndefined();
  });

  it('what it did stays its own: its papers, and a task that went back', () => {
    const returned = aMatter().registered().forwardedTo(HOUSING).signed().objected().returnAgreed().state;
    const next = succeeded(returned, HOUSING, LAND);
    expect(next.assignments.a1?.body).toBe(HOUSING);
    expect(Object.values(next.instruments)).toEqual(Object.values(returned.instruments));
    expect(bodiesOf(next)).toEqual(expect.arrayContaining([HOUSING, LAND]));
  });

  it('an opinion that the old body served is reviewed by another than the new one', () => {
    const { state } = aMatter()
      .registered()
      .forwardedTo(HOUSING)
      .signed()
      .accepted()
      .handlerNamed()
      .drafted()
      .issued()
      .served();
    expect(state.assignments.a1?.opinion?.reviewers).toEqual(['d01-gov', 'city-housing']);
    const next = succeeded(state, HOUSING, 'd01-gov');
    expect(next.assignments.a1).toMatchObject({ body: 'd01-gov', opinion: { reviewers: ['city-housing'] } });
    const reviewer = succeeded(state, 'city-housing', 'city-land');
    expect(reviewer.assignments.a1?.opinion?.reviewers).toEqual(['d01-gov', 'city-land']);
  });

  it('a review that the new body would hold of its own opinion needs a designation', () => {
    const { state } = aMatter()
      .registered()
      .forwardedTo(HOUSING)
      .signed()
      .accepted()
      .handlerNamed()
      .drafted()
      .issued()
      .served()
      .reviewAsked('d01-gov');
    const given = { on: ON, bodies, handlersLeft: false };
    expect(succeedMatter(state, { ...given, from: HOUSING, to: 'd01-gov' })).toBe('own-review');
    expect(succeedMatter(state, { ...given, from: 'd01-gov', to: HOUSING })).toBe('own-review');
    expect(succeedMatter(state, { ...given, from: HOUSING, to: LAND })).toMatchObject({ to: LAND });
  });

  it('nor does a matter go to the body it is about, or to anything under it', () => {
    const { state } = aMatter({ accused: ['d01-gov'] }).registered();
    expect(
      succeedMatter(state, { from: 'd01-petition', to: 'd01-street-01', on: ON, bodies, handlersLeft: false }),
    ).toBe('accused');
  });

  it('a sealed report about the new body, or about the old one that is now part of it, is kept by another', () => {
    const { state } = aMatter({ purpose: 'report', accused: [LAND] }).registered();
    expect(state.sealed).toBe(true);
    const { keeper = '' } = state;
    const kept = succeeded(state, keeper, LAND);
    expect(kept.keeper).not.toBe(LAND);
    expect(kept.keeper).not.toBe(keeper);
    const about = aMatter({ purpose: 'report', accused: [HOUSING] }).registered().state;
    expect(succeeded(about, HOUSING, keeper)).toMatchObject({ accused: [HOUSING, keeper] });
    expect(succeeded(about, HOUSING, keeper).keeper).not.toBe(keeper);
    expect(bodiesOf(succeeded(about, HOUSING, keeper))).not.toContain(keeper);
  });

  it('its submission follows the same report, and one that waits for registration waits with the new body', () => {
    const sealed = {
      ...NO_SUBMISSION,
      phase: 'registered',
      sealed: true,
      body: 'd01-petition',
      keeper: 'd01-discipline',
    } as const;
    const given = { on: ON, bodies: treeWithout(bodies, { from: 'd01-discipline', to: LAND }), accused: [LAND] };
    const { keeper } = succeedSubmission(sealed, { ...given, from: 'd01-discipline', to: LAND });
    expect(keeper).toBeDefined();
    expect(keeper).not.toBe(LAND);
  });

  it('shares a split body out by category and place, the rest to whoever takes it', () => {
    const plan: SuccessionPlan = {
      from: HOUSING,
      officers: 'b',
      parts: [
        { to: 'a', categories: ['0304'], divisions: [] },
        { to: 'c', categories: [], divisions: ['990101002'] },
      ],
    };
    expect(successorFor(plan, { category: '030400', division: '990101002' })).toBe('a');
    expect(successorFor(plan, { category: '010100', division: '990101002001' })).toBe('c');
    expect(successorFor(plan, { category: '010100', division: '990101001' })).toBeUndefined();
    expect(successorFor({ ...plan, to: 'b' }, { category: '010100', division: '990101001' })).toBe('b');
    expect(successorFor(plan, { division: '990101002' })).toBe('c');
    expect(successorsOf({ ...plan, to: 'a' })).toEqual(['a', 'c']);
  });

  it('takes no successor that is the body itself, hangs below it, or is not there', () => {
    expect(standsApart(bodies, 'd01-gov', HOUSING)).toBe(false);
    expect(standsApart(bodies, HOUSING, HOUSING)).toBe(false);
    expect(standsApart(bodies, HOUSING, 'gone')).toBe(false);
    expect(standsApart(bodies, HOUSING, LAND)).toBe(true);
  });

  it('the tree closes over the gap: nothing hangs in the air, and nobody is its own superior', () => {
    const ids = bodies.all().map(({ id }) => id);
    for (const from of ids) {
      for (const to of ids.filter((id) => standsApart(bodies, from, id)).slice(0, 8)) {
        const tree = treeWithout(bodies, { from, to });
        expect(tree.find(from)).toBeUndefined();
        expect(tree.findFormer(from)?.name).toEqual(bodies.find(from)?.name);
        const hanging = tree.all().filter(({ id, parent, keeper, superiors }) => {
          const named = [...(parent ? [parent] : []), ...(keeper ? [keeper] : []), ...superiors];
          return superiors.includes(id) || parent === id || named.some((one) => tree.find(one) === undefined);
        });
        expect([from, to, hanging]).toEqual([from, to, []]);
        const keeper = keeperOf(tree, to, [to]);
        if (keeper !== undefined) expect(isAccused(tree, [to], keeper)).toBe(false);
      }
    }
  });

  it('in any life: no open duty and no running clock is left with the old body, no date moves, and a second time changes nothing', () => {
    const ids = bodies.all().map(({ id }) => id);
    fc.assert(
      fc.property(lives, fc.nat(), fc.nat(), ([arrived, steps], one, other) => {
        const { state } = walk(aMatter(arrived).registered(), steps, () => {});
        const concerned = bodiesOf(state);
        const from = concerned[one % concerned.length] ?? '';
        const to = ids.filter((id) => standsApart(bodies, from, id))[other % ids.length];
        if (to === undefined || state.sealed) return;
        const tree = treeWithout(bodies, { from, to });
        const change = succeedMatter(state, { from, to, on: ON, bodies: tree, handlersLeft: false });
        if (typeof change === 'string') {
          expect(UNCLEAR).toContain(change);
          return;
        }
        const next = succeeded(state, from, to);
        expect(deskRows({ region: '990101', id: 'x' }, next).filter(({ body }) => body === from)).toEqual([]);
        for (const clock of Object.values(next.clocks)) if (isRunning(clock)) expect(clock.holder).not.toBe(from);
        const dates = (of: MatterState) =>
          Object.values(of.clocks)
            .map((clock) => clock.derivation.statutoryDue)
            .sort();
        expect(dates(next)).toEqual(dates(state));
        expect({ ...succeeded(next, from, to), seq: next.seq }).toEqual(next);
      }),
      { numRuns: 400 },
    );
  });
});
