import { describe, expect, it } from 'vitest';
import { by } from '../../../test/world/people.ts';
import { aMatter, refusalOf, saidTo } from '../../../test/world/petition.ts';
import { competenceText, reportTransferText } from './dispute.papers.rules.ts';

const signed = aMatter().registered().forwardedTo('d01-housing').signed();
/** Signed on Monday 2 March: the five working days to object end on Monday 9 March. */
const disputing = signed.on('2026-03-10');
const disputed = disputing.done('raise-dispute', { suggests: 'd01-land' });

describe('dispute.common-superior', () => {
  it('E5: once objecting is over, a body that says it is not competent asks the common superior (条例 24¶1)', () => {
    expect(saidTo(disputing.trying('object'))).toBe('objection.within-5-workdays');
    expect(disputed.task).toMatchObject({
      phase: 'disputed',
      body: 'd01-housing',
      dispute: { arbiter: 'd01-gov', suggests: 'd01-land', on: '2026-03-10' },
    });
    expect(disputed.state.clocks['dispute:a1']).toMatchObject({
      holder: 'd01-gov',
      derivation: { n: 5, unit: 'workday', statutoryDue: '2026-03-17' },
    });
  });

  it('an order that the body was given is still to be answered once another is competent', () => {
    const moved = disputing.done('supervise').done('raise-dispute', { suggests: 'd01-land' });
    const { state } = moved.done('decide-competence', { to: 'd01-land' });
    expect(state.clocks['notice:a1']?.end).toBe('void');
    expect(state.orders.o1).toMatchObject({ phase: 'open', to: 'd01-housing' });
    expect(state.clocks['supervision:o1']?.end).toBeUndefined();
  });

  it('within the five working days one objects to the sender first', () => {
    expect(refusalOf(signed.trying('raise-dispute'))).toMatchObject({
      code: 'objection.within-5-workdays',
      article: 'regulation:23¶3',
      status: 409,
    });
    expect(saidTo(signed.objected().returnRefused().trying('raise-dispute'))).toBe('yes');
  });

  it('a body that received it directly has nobody to object to, and may ask at once', () => {
    const own = aMatter({ office: 'd01-housing' }).registered();
    expect(saidTo(own.trying('raise-dispute'))).toBe('yes');
  });

  it('E24: whoever received it last holds it meanwhile, and its days to give notice run on', () => {
    expect(disputed.state.clocks['notice:a1']).toMatchObject({ holder: 'd01-housing' });
    expect(disputed.state.clocks['notice:a1']?.end).toBeUndefined();
    expect(disputed.state.clocks['objection:a1']?.end).toBe('void');
    for (const act of ['accept', 'object', 'route-out', 'raise-dispute'] as const)
      expect(saidTo(disputed.trying(act))).toBe('wrong-phase');
  });

  it.each([
    ['of one district', 'd01-land', 'd01-gov'],
    ['of district and city', 'city-land', 'city-gov'],
    ['of two districts', 'd02-housing', 'city-gov'],
    ['with nothing above both, the joint meeting at the level of both', 'd01-court', 'd01-petition'],
    ['with nothing above both, at the city where only the city has both', 'city-court', 'city-petition'],
  ])('between bodies %s it is for %s to be settled by %s', (_of, suggests, arbiter) => {
    expect(disputing.done('raise-dispute', { suggests }).task.dispute?.arbiter).toBe(arbiter);
  });

  it.each([
    ['the body itself', 'd01-housing', 'same-body'],
    ['no body there is', 'nowhere', 'no-body'],
  ])('does not name %s as competent', (_what, suggests, code) => {
    expect(refusalOf(disputing.trying('raise-dispute', { suggests }))).toMatchObject({ code, field: 'suggests' });
  });

  it.each([
    ['a body not above both', by('city-gov', 'leader'), 'other-body'],
    ['one of the two', by('d01-housing', 'head'), 'other-body'],
    ['a clerk of the superior', by('d01-gov', 'clerk'), 'other-post'],
  ])('is not decided by %s', (_who, actor, code) => {
    expect(saidTo(disputed.trying('decide-competence', {}, actor))).toBe(code);
  });

  it('another body named: it signs for it without a right to object, and has days of its own', () => {
    const named = disputed.after(2).done('decide-competence', { to: 'd01-land' });
    expect(named.state.assignments).toMatchObject({
      a1: { phase: 'returned' },
      a2: { phase: 'sent', body: 'd01-land', from: 'd01-gov', mode: 'designated' },
    });
    expect(named.state.clocks['notice:a1']?.end).toBe('void');
    expect(named.state.clocks['dispute:a1']).toMatchObject({ end: 'met', endedOn: '2026-03-12' });
    const there = named.after(1).signed();
    expect(there.state.clocks['objection:a2']).toBeUndefined();
    expect(there.state.clocks['notice:a2']).toMatchObject({ derivation: { from: '2026-03-13', n: 15 } });
    expect(saidTo(there.trying('object'))).not.toBe('yes');
    expect(saidTo(there.trying('raise-dispute'))).toBe('dispute.common-superior');
    expect(saidTo(there.trying('accept'))).toBe('yes');
  });

  it('the body that holds it named: it keeps it, its days have run since its receipt', () => {
    const kept = disputed.after(2).done('decide-competence', { to: 'd01-housing' });
    expect(kept.task).toMatchObject({ id: 'a1', phase: 'signed' });
    expect(kept.task.dispute).toBeUndefined();
    expect(kept.state.clocks['notice:a1']).toMatchObject({ derivation: { from: '2026-03-02' } });
    expect(saidTo(kept.trying('object'))).toBe('objection.agreed-by-sender');
    expect(saidTo(kept.trying('accept'))).toBe('yes');
  });

  it('never names a body complained of, or one under it', () => {
    const accusing = aMatter({ accused: ['d01-land'] })
      .registered()
      .forwardedTo('d01-housing')
      .signed();
    const open = accusing.on('2026-03-10').done('raise-dispute', { suggests: 'd01-hr' });
    expect(refusalOf(open.trying('decide-competence', { to: 'd01-land' }))).toMatchObject({
      code: 'transfer.accused-blocked',
      field: 'to',
    });
  });

  it('does not tell the accused that anything is about it: it is not suggested as competent either', () => {
    const accusing = aMatter({ accused: ['d01-land'] })
      .registered()
      .forwardedTo('d01-housing')
      .signed();
    expect(saidTo(accusing.on('2026-03-10').trying('raise-dispute', { suggests: 'd01-land' }))).toBe(
      'transfer.accused-blocked',
    );
  });

  it('is not settled by a body complained of: whoever settles it reads it', () => {
    const accusing = aMatter({ accused: ['city-petition'] })
      .registered()
      .forwardedTo('d01-housing')
      .signed();
    const open = accusing.on('2026-03-10');
    expect(saidTo(open.trying('raise-dispute', { suggests: 'city-court' }))).toBe('transfer.accused-blocked');
    expect(saidTo(open.trying('raise-dispute', { suggests: 'city-land' }))).toBe('yes');
  });
});

describe('the papers', () => {
  const gist = { title: '路面塌陷', who: '周桂兰', text: '', requests: [] };

  it('D11 names the bodies in dispute, who is named, from when, and the article', () => {
    const text = competenceText({
      number: '990101-2026-000001-1',
      gist,
      parties: ['临江区住房和城乡建设局', '临江区自然资源局'],
      to: '临江区自然资源局',
      reasons: '塌陷处在规划道路红线内。',
      on: '2026-03-12',
    })
      .map((one) => one.text)
      .join('');
    for (const told of [
      '990101-2026-000001-1',
      '临江区住房和城乡建设局、临江区自然资源局',
      '塌陷处在规划道路红线内',
      '自2026年3月12日起，由临江区自然资源局受理',
      '第二十四条第一款',
    ])
      expect(text).toContain(told);
  });

  it('the letter of a report says its number and the ban, and nothing of what it is about', () => {
    const text = reportTransferText('990101-2026-000001-1', '')
      .map((one) => one.text)
      .join('');
    for (const told of ['990101-2026-000001-1', '干部管理权限', '第三十条第三款']) expect(text).toContain(told);
    expect(text).not.toContain(gist.title);
    expect(text).not.toContain(gist.who);
  });
});
