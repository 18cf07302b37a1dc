import { describe, expect, it } from 'vitest';
import { by, petitionerOf } from '../../test/world/people.ts';
import { aMatter, contextOn, saidTo } from '../../test/world/petition.ts';
import { actorId, needPost } from './act.ts';
import { ACT_LABELS, ACT_ROLES, MATTER_ACTS } from './acts.ts';
import { findTask, firstRefusal, needDay, needOpen, needText, PHASE_LABELS, taskIn } from './guards.ts';
import { ASSIGNMENT_PHASES, PHASE_IS_OPEN } from './matter.ts';
import { isRefusal, refuse, refuseState } from './refusals.ts';
import { ROLES } from './vocabulary.ts';

const life = aMatter().registered().forwardedTo('d01-housing');

describe('a post', () => {
  it.each(MATTER_ACTS)('%s: only the posts that carry it, only at the body whose turn it is', (act) => {
    const allowed: readonly string[] | 'petitioner' | 'system' = ACT_ROLES[act];
    const none = allowed === 'petitioner' ? 'only-petitioner' : 'only-system';
    const nobody = allowed === 'petitioner' || allowed === 'system';
    for (const role of ROLES) {
      const here = saidTo(needPost(act, 'd01-housing', contextOn('2026-03-02', by('d01-housing', role))));
      const there = saidTo(needPost(act, 'd01-housing', contextOn('2026-03-02', by('d01-land', role))));
      const open = !nobody && allowed.includes(role);
      expect([role, here]).toEqual([role, nobody ? none : open ? 'yes' : 'other-post']);
      expect([role, there]).toEqual([role, nobody ? none : 'other-body']);
    }
    const petitioner = saidTo(needPost(act, undefined, contextOn('2026-03-02', petitionerOf('x'))));
    expect(petitioner).toBe(allowed === 'petitioner' ? 'yes' : allowed === 'system' ? 'only-system' : 'staff-only');
  });

  it('no administrator, auditor or analyst acts on a case', () => {
    for (const act of MATTER_ACTS) {
      const roles: readonly string[] | string = ACT_ROLES[act];
      for (const role of ['admin', 'security', 'auditor', 'analyst']) expect(roles).not.toContain(role);
    }
  });

  it('is called by one name in a fact', () => {
    expect(actorId(by('d01-housing', 'head'))).toBe('staff:d01-housing.head');
    expect(actorId(petitionerOf('990101-2026-000001'))).toBe('petitioner:990101-2026-000001');
    expect([actorId({ kind: 'system' }), actorId({ kind: 'import' })]).toEqual(['system', 'import']);
  });
});

describe('a phase', () => {
  it('has a label in both languages and is open or not', () => {
    for (const phase of ASSIGNMENT_PHASES) {
      expect(PHASE_LABELS[phase].zh).toMatch(/\p{Script=Han}/u);
      expect(PHASE_LABELS[phase].en).not.toMatch(/\p{Script=Han}/u);
      expect(typeof PHASE_IS_OPEN[phase]).toBe('boolean');
    }
    for (const act of MATTER_ACTS) expect(ACT_LABELS[act].en).not.toMatch(/\p{Script=Han}/u);
  });

  it('out of phase, the refusal says where the matter stands', () => {
    const refusal = taskIn(life.state, 'a1', ['signed']);
    expect(refusal).toMatchObject({
      code: 'wrong-phase',
      status: 409,
      said: { zh: expect.stringContaining('待签收') },
    });
    expect(saidTo(findTask(life.state, 'a2'))).toBe('no-assignment');
    expect(saidTo(findTask(life.state, undefined))).toBe('no-assignment');
  });

  it('a concluded matter is told from a withdrawn one', () => {
    expect(needOpen(life.state)).toBeUndefined();
    expect(saidTo(needOpen(life.withdrawn().state))).toBe('withdrawn');
    expect(saidTo(needOpen(life.signed().done('route-out').state))).toBe('not-open');
  });
});

describe('a day somebody sets', () => {
  it('may be as far off as a clock counts, and no further', () => {
    expect(needDay('2036-03-09', 'due', { from: '2026-03-02' })).toBeUndefined();
    expect(needDay('2036-03-10', 'due', { from: '2026-03-02' })).toMatchObject({ status: 422, field: 'due' });
    expect(needDay('2036-03-10', 'due', { from: '2026-03-02', to: '2040-01-01' })).toBeUndefined();
    expect(needDay('2026-03-01', 'due', { from: '2026-03-02' })?.said.zh).toContain('不早于2026-03-02');
  });
});

describe('a refusal', () => {
  it('is a value with code, article, status, both languages and the field to mend', () => {
    expect(refuse('recusal', 409, '要回避', 'withdraw', 'account')).toEqual({
      refused: true,
      code: 'recusal',
      rule: 'recusal',
      article: 'regulation:28¶3',
      status: 409,
      said: { zh: '要回避', en: 'withdraw' },
      field: 'account',
    });
    expect(refuseState('empty', 422, '空', 'empty')).not.toHaveProperty('article');
  });

  it('the first one counts', () => {
    const [one, two] = [refuseState('one', 409, '', ''), refuseState('two', 409, '', '')];
    expect(firstRefusal(undefined, one, two)).toBe(one);
    expect(firstRefusal(undefined)).toBeUndefined();
    expect(saidTo(needText(' ', 'reason', '', ''))).toBe('empty');
    expect(needText('因', 'reason', '', '')).toBeUndefined();
    for (const other of [undefined, null, 'refused', {}, { refused: false }, []]) expect(isRefusal(other)).toBe(false);
  });
});
