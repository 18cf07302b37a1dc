import { describe, expect, it } from 'vitest';
import { bodies, by } from '../../../test/world/people.ts';
import { aMatter, answered, refusalOf, saidTo } from '../../../test/world/petition.ts';
import { reviewersOf } from '../../domain/bodies.ts';
import { VERDICTS } from '../../domain/vocabulary.ts';
import { opinionGaps } from './reply.rules.ts';

const accepted = aMatter({ requests: 2 }).registered().forwardedTo('d01-housing').signed().accepted().handlerNamed();
const drafted = accepted.after(20).drafted();
const issued = drafted.after(1).issued();

describe('opinion.request-by-request', () => {
  it.each(VERDICTS)('every request gets a finding, a basis, a verdict and an answer: %s', (verdict) => {
    expect(saidTo(accepted.trying('draft', { items: [answered({ verdict }), answered({ verdict })] }))).toBe('yes');
  });

  it('one answer to two requests is one too few', () => {
    expect(refusalOf(accepted.trying('draft', { items: [answered()] }))).toMatchObject({
      code: 'opinion.request-by-request',
      article: 'regulation:32¶1',
      field: 'items',
    });
  });

  it.each(['finding', 'basis', 'answer'] as const)('says which request lacks its %s', (field) => {
    const items = [answered(), answered({ [field]: '  ' })];
    expect(opinionGaps(items, 2).map((gap) => gap.field)).toEqual([`items.1.${field}`]);
    expect(refusalOf(accepted.trying('draft', { items })).field).toBe(`items.1.${field}`);
  });

  it('names every gap in the order of the opinion, and none where all is said', () => {
    const items = [answered({ basis: '' }), answered({ finding: '', answer: '' })];
    expect(opinionGaps(items, 3).map((gap) => gap.field)).toEqual([
      'items',
      'items.0.basis',
      'items.1.finding',
      'items.1.answer',
    ]);
    expect(opinionGaps([answered(), answered()], 2)).toEqual([]);
  });

  it('a supported request is carried out by a day that exists', () => {
    expect(opinionGaps([answered({ executeBy: '2026-02-30' })], 1)[0]?.field).toBe('items.0.executeBy');
    expect(opinionGaps([answered({ executeBy: '2026-06-30' })], 1)).toEqual([]);
  });

  it('nothing is issued that leaves a request unanswered', () => {
    expect(saidTo(drafted.trying('issue', { verdicts: ['support'] }))).toBe('opinion.request-by-request');
  });

  it('a draft may be written anew until it is issued; each is a version', () => {
    const again = drafted.done('return-draft').drafted().drafted();
    expect(again.task.draft?.version).toBe(3);
    expect(saidTo(issued.trying('draft'))).toBe('wrong-phase');
  });
});

describe('opinion.not-approved-by-author', () => {
  it('nobody issues a draft of their own, head or not', () => {
    const head = by('d01-housing', 'handler', 'head');
    expect(refusalOf(accepted.done('draft', {}, head).trying('issue', {}, head))).toMatchObject({
      code: 'opinion.not-approved-by-author',
      article: 'house:four-eyes',
    });
  });

  it('another head does, and no handler', () => {
    expect(saidTo(drafted.trying('issue'))).toBe('yes');
    expect(saidTo(drafted.trying('issue', {}, by('d01-housing', 'handler')))).toBe('other-post');
    expect(saidTo(drafted.trying('issue', {}, by('city-housing', 'head')))).toBe('other-body');
    expect(saidTo(accepted.trying('issue'))).toBe('wrong-phase');
  });

  it('returned to its author, it is in hand again', () => {
    const returned = drafted.done('return-draft');
    expect(returned.task).toMatchObject({ phase: 'handling', draft: { returned: true, version: 1 } });
    expect(saidTo(returned.trying('issue'))).toBe('wrong-phase');
    expect(saidTo(drafted.trying('return-draft', {}, by('d01-housing', 'handler')))).toBe('other-post');
  });
});

describe('issuing', () => {
  it('ends the 60 days on the day of issue, not of service', () => {
    expect(issued.state.clocks['handle:a1']).toMatchObject({ end: 'met', endedOn: '2026-03-23' });
    expect(drafted.on('2026-05-07').issued().state.clocks['handle:a1']?.end).toBe('late');
  });

  it('not the feedback of an assignment: that ends with the report to whoever assigned it', () => {
    const life = aMatter().registered().assignedTo('d01-housing', '2026-04-10').signed().accepted().drafted().issued();
    expect(life.state.clocks['feedback:a1']?.end).toBeUndefined();
    expect(life.done('report-result').state.clocks['feedback:a1']?.end).toBe('met');
  });
});

describe('opinion.names-remedy', () => {
  it('names who reviews it: the government it belongs to, or the higher department', () => {
    expect(issued.task.opinion?.reviewers).toEqual(['d01-gov', 'city-housing']);
  });

  it('E17: an answer outside the petition procedure names no review', () => {
    const duty = aMatter().registered().forwardedTo('d01-housing').signed().accepted('31(5)').drafted().issued();
    expect(duty.task.opinion?.reviewers).toEqual([]);
  });

  it('where the ladder ends, no opinion is issued that names nobody', () => {
    const top = bodies.all().filter((body) => reviewersOf(bodies, body.id).length === 0);
    expect(top.map((body) => body.id)).toContain('city-gov');
    const life = aMatter({ office: 'city-petition' })
      .registered()
      .forwardedTo('city-gov')
      .signed()
      .accepted()
      .drafted();
    expect(saidTo(life.trying('issue'))).toBe('opinion.names-remedy');
  });
});

describe('storing the stamped sheet', () => {
  it('by the body that issued the paper', () => {
    const [paper = ''] = Object.keys(issued.state.instruments).filter(
      (id) => issued.state.instruments[id]?.issuer === 'd01-housing',
    );
    const stored = issued.done('store-scan', { instrument: paper }, by('d01-housing', 'clerk'));
    expect(stored.state.instruments[paper]?.scan).toBe('scan');
    expect(saidTo(issued.trying('store-scan', { instrument: paper }, by('d01-petition', 'clerk')))).toBe('other-body');
    expect(saidTo(issued.trying('store-scan', { instrument: 'none' }))).toBe('no-instrument');
    expect(saidTo(aMatter().registered().trying('store-scan'))).toBe('no-instrument');
  });
});
