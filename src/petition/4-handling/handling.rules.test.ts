import { describe, expect, it } from 'vitest';
import { by } from '../../../test/world/people.ts';
import { aMatter, refusalOf, saidTo } from '../../../test/world/petition.ts';

const signed = aMatter().registered().forwardedTo('d01-housing').signed();
/* 60 days from 2 March end on Friday 1 May, a holiday; the next working day is Wednesday 6 May. */
const accepted = signed.accepted();
const due = '2026-05-06';

describe('recusal', () => {
  it('E50: whoever has an interest in the matter or the petitioner is not named', () => {
    expect(refusalOf(accepted.trying('name-handler', { interested: true }))).toMatchObject({
      code: 'recusal',
      article: 'regulation:28¶3',
      field: 'account',
    });
  });

  it('the head names the handler, from signing on', () => {
    expect(signed.handlerNamed('d01-housing.handler').task).toMatchObject({
      phase: 'signed',
      handler: 'd01-housing.handler',
    });
    expect(accepted.handlerNamed('d01-housing.handler').task).toMatchObject({ phase: 'handling' });
    expect(saidTo(accepted.trying('name-handler', {}, by('d01-housing', 'handler')))).toBe('other-post');
    expect(saidTo(accepted.drafted().issued().trying('name-handler'))).toBe('wrong-phase');
  });
});

describe('noting work', () => {
  it.each(['talk', 'visit', 'evidence'] as const)('a %s begins the handling and changes no clock', (kind) => {
    const life = accepted.after(3).done('note-work', { kind });
    expect(life.task.phase).toBe('handling');
    expect(life.state.clocks).toEqual(accepted.state.clocks);
  });

  it.each(['2026-03-03', '2026-02-30', 'today'])('not of a day to come or none: %s', (on) => {
    expect(saidTo(accepted.trying('note-work', { on }))).toBe('day-ahead');
  });

  it('not before it is accepted', () => {
    expect(saidTo(signed.trying('note-work'))).toBe('wrong-phase');
  });
});

describe('extension.once-30-days-before-due', () => {
  it.each([1, 20, 30])('E7: %i days more, counted on from the original start', (days) => {
    const life = accepted.on(due).extensionAsked(days).extended();
    expect(life.state.clocks['handle:a1']?.derivation).toMatchObject({ from: '2026-03-02', n: 60, extra: days });
    expect(life.task).toMatchObject({ extendedDays: days });
    expect(life.task.extensionAsked).toBeUndefined();
  });

  it('60 and 30 days from 2025-08-04 end on Sunday 2 November, in law on Monday 3', () => {
    const life = signed.on('2025-08-04').accepted().extensionAsked(30).extended();
    expect(life.state.clocks['handle:a1']?.derivation).toMatchObject({
      rawEnd: '2025-11-02',
      statutoryDue: '2025-11-03',
    });
  });

  it.each([0, 31, -1, 1.5, Number.NaN])('not %s days', (days) => {
    expect(refusalOf(accepted.trying('ask-extension', { days }))).toMatchObject({
      code: 'extension.once-30-days-before-due',
      article: 'regulation:34',
      field: 'days',
    });
  });

  it('E7: once', () => {
    const extended = accepted.extensionAsked(10).extended();
    expect(saidTo(extended.trying('ask-extension', { days: 5 }))).toBe('extension.once-30-days-before-due');
  });

  it('E7: before it is due: on the due day still, the day after no more, for asking and for approving', () => {
    const next = '2026-05-07';
    expect(saidTo(accepted.on(due).trying('ask-extension'))).toBe('yes');
    expect(saidTo(accepted.on(next).trying('ask-extension'))).toBe('extension.once-30-days-before-due');
    expect(saidTo(accepted.on(due).extensionAsked(10).on(next).trying('approve-extension'))).toBe(
      'extension.once-30-days-before-due',
    );
  });

  it('only the 60 days of 31(6)', () => {
    expect(saidTo(signed.accepted('31(5)').trying('ask-extension'))).toBe('extension.once-30-days-before-due');
  });

  it('asked for once at a time', () => {
    expect(saidTo(accepted.extensionAsked(10).trying('ask-extension'))).toBe('asked-already');
  });
});

describe('extension.by-head', () => {
  const asked = accepted.extensionAsked(20);

  it('never by who asked', () => {
    const both = by('d01-housing', 'handler', 'head');
    expect(refusalOf(accepted.done('ask-extension', {}, both).trying('approve-extension', {}, both))).toMatchObject({
      code: 'extension.by-head',
      article: 'regulation:34',
    });
  });

  it('not by a handler, not by another body’s head, not unasked', () => {
    expect(saidTo(asked.trying('approve-extension', {}, by('d01-housing', 'handler')))).toBe('other-post');
    expect(saidTo(asked.trying('approve-extension', {}, by('d01-gov', 'head')))).toBe('other-body');
    expect(saidTo(accepted.trying('approve-extension'))).toBe('not-asked');
    expect(saidTo(accepted.trying('refuse-extension'))).toBe('not-asked');
  });

  it('refused, the date stands, and one may ask again', () => {
    const refused = asked.done('refuse-extension');
    expect(refused.state.clocks['handle:a1']).toEqual(accepted.state.clocks['handle:a1']);
    expect(saidTo(refused.trying('ask-extension'))).toBe('yes');
  });
});
