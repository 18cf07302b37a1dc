import { describe, expect, it } from 'vitest';
import { by } from '../../../test/world/people.ts';
import { aMatter, refusalOf, saidTo } from '../../../test/world/petition.ts';
import { recusalText } from './beside.papers.rules.ts';

const head = by('d01-housing', 'head');
const handler = by('d01-housing', 'handler');
const inHand = aMatter().registered().forwardedTo('d01-housing').signed().accepted().handlerNamed();
const declared = inHand.done('declare-interest', {}, handler);
const asked = inHand.done('ask-recusal');

describe('recusal', () => {
  it('an officer with an interest says so, and does nothing more until it is decided (条例 28¶3)', () => {
    expect(declared.task.interests).toEqual([{ account: 'd01-housing.handler', by: 'officer' }]);
    for (const act of ['note-work', 'draft', 'ask-extension', 'ask-contribution', 'ask-supplement'] as const)
      expect(refusalOf(declared.trying(act, {}, handler))).toMatchObject({
        code: 'recusal',
        article: 'regulation:28¶3',
        status: 403,
      });
    expect(saidTo(declared.trying('note-work', {}, by('d01-housing', 'handler', 'head')))).toBe('yes');
    expect(saidTo(declared.trying('declare-interest', {}, handler))).toBe('declared-already');
  });

  it('granted: the matter has no handler until another is named, and that officer is shut out for good', () => {
    const granted = declared.done('decide-recusal', { granted: true });
    expect(granted.task).toMatchObject({ recused: ['d01-housing.handler'], interests: [] });
    expect(granted.task.handler).toBeUndefined();
    expect(saidTo(granted.trying('draft', {}, handler))).toBe('recusal');
    expect(refusalOf(granted.trying('name-handler', { account: 'd01-housing.handler' }))).toMatchObject({
      code: 'recusal',
      field: 'account',
    });
    expect(saidTo(granted.trying('name-handler', { account: 'd01-housing.other' }))).toBe('yes');
  });

  it('not granted: the officer goes on', () => {
    const kept = declared.done('decide-recusal', { granted: false });
    expect(kept.task).toMatchObject({ handler: 'd01-housing.handler', recused: [], cleared: ['d01-housing.handler'] });
    expect(saidTo(kept.trying('draft', {}, handler))).toBe('yes');
  });

  it('the petitioner may ask it of whoever handles the matter, once at a time', () => {
    expect(asked.task.interests).toEqual([{ account: 'd01-housing.handler', by: 'petitioner' }]);
    expect(saidTo(asked.trying('ask-recusal'))).toBe('asked-already');
    expect(saidTo(asked.trying('note-work', {}, handler))).toBe('recusal');
    const unnamed = aMatter().registered().forwardedTo('d01-housing').signed().accepted();
    expect(saidTo(unnamed.trying('ask-recusal'))).toBe('no-handler');
    expect(saidTo(inHand.trying('ask-recusal', {}, head))).toBe('only-petitioner');
  });

  it('is decided by the head of the body, not by whom it is about, nor by whoever has an interest too', () => {
    expect(saidTo(asked.trying('decide-recusal', {}, head))).toBe('yes');
    expect(saidTo(asked.trying('decide-recusal', {}, handler))).toBe('other-post');
    expect(saidTo(asked.trying('decide-recusal', {}, by('d01-petition', 'head')))).toBe('other-body');
    expect(saidTo(inHand.trying('decide-recusal', {}, head))).toBe('no-interest');
    expect(refusalOf(asked.trying('decide-recusal', { account: 'd01-housing.other' }, head))).toMatchObject({
      code: 'no-interest',
      field: 'account',
    });
  });

  it('E50: about the head, the body above decides, and the head does not', () => {
    const own = inHand.done('declare-interest', {}, head);
    expect(own.task.interests).toEqual([{ account: 'd01-housing.head', by: 'officer', decider: 'd01-gov' }]);
    expect(saidTo(own.trying('decide-recusal', {}, head))).toBe('other-body');
    expect(saidTo(own.trying('decide-recusal', {}, by('d01-gov', 'clerk')))).toBe('other-post');
    const decided = own.done('decide-recusal', { granted: true }, by('d01-gov', 'leader'));
    expect(decided.task.recused).toEqual(['d01-housing.head']);
    for (const act of ['name-handler', 'issue', 'end-for-procedure'] as const)
      expect(saidTo(decided.drafted().trying(act, {}, head))).not.toBe('yes');
    expect(Object.values(decided.state.instruments).at(-1)?.issuer).toBe('d01-gov');
  });

  it('E50: the petitioner asks it of a head who handles the matter: the body above decides', () => {
    const headed = inHand.done('name-handler', { account: 'd01-housing.head' }).done('ask-recusal', { isHead: true });
    expect(saidTo(headed.trying('decide-recusal', {}, head))).toBe('other-body');
    expect(saidTo(headed.trying('decide-recusal', {}, by('d01-gov', 'leader')))).toBe('yes');
  });

  it('two at once: each body decides on its own', () => {
    const both = declared.done('declare-interest', {}, head);
    const account = 'd01-housing.handler';
    expect(saidTo(both.trying('decide-recusal', { account }, head))).toBe('recusal');
    expect(refusalOf(both.trying('decide-recusal', { account }, by('d01-gov', 'leader')))).toMatchObject({
      code: 'recusal',
      field: 'account',
    });
    expect(saidTo(both.trying('decide-recusal', { account }, by('d01-housing', 'leader')))).toBe('yes');
  });

  it('E50: a handler with the petitioner’s name or telephone is not named until it is decided', () => {
    const open = aMatter().registered().forwardedTo('d01-housing').signed().accepted();
    const named = { account: 'd01-housing.handler', matches: true };
    expect(refusalOf(open.trying('name-handler', named))).toMatchObject({ code: 'recusal', field: 'account' });
    const cleared = open.done('declare-interest', {}, handler).done('decide-recusal', { granted: false });
    expect(saidTo(cleared.trying('name-handler', named))).toBe('yes');
    const shut = open.done('declare-interest', {}, handler).done('decide-recusal', { granted: true });
    expect(saidTo(shut.trying('name-handler', named))).toBe('recusal');
  });

  it('not once the matter is answered', () => {
    const served = inHand.drafted().issued().served();
    for (const act of ['declare-interest', 'ask-recusal'] as const)
      expect(saidTo(served.trying(act, {}, act === 'declare-interest' ? handler : undefined))).toBe('not-open');
  });
});

describe('D34 回避决定书', () => {
  it.each([
    [true, '应当回避'],
    [false, '不需要回避'],
  ])('granted %s', (granted, told) => {
    const gist = { title: '楼道漏水', who: '周桂兰', text: '', requests: [] };
    const text = recusalText({
      number: '990101-2026-000001-1',
      gist,
      who: '陈立新',
      granted,
      reason: '是信访人的侄子。',
    })
      .map((one) => one.text)
      .join('');
    for (const said of [told, '陈立新', '是信访人的侄子', '第二十八条第三款', '990101-2026-000001-1'])
      expect(text).toContain(said);
  });
});
