import { describe, expect, it } from 'vitest';
import { by } from '../../../test/world/people.ts';
import { aMatter, refusalOf, saidTo } from '../../../test/world/petition.ts';

const signed = aMatter().registered().forwardedTo('d01-housing').signed();
const inHand = signed.accepted();
const served = inHand.drafted().issued().served();
const carriedOut = served.on('2026-03-10').done('report-execution');
/* The windows to ask for review and to rate end on 1 April; the system notes the first. */
const lapsed = carriedOut.on('2026-04-02').done('lapse');

describe('file.complete', () => {
  it('T36: once it is concluded and nothing runs any more, by the body that handled it', () => {
    for (const life of [signed, inHand, inHand.drafted().issued()])
      expect(saidTo(life.trying('archive'))).toBe('file.complete');
    expect(refusalOf(carriedOut.trying('archive'))).toMatchObject({ code: 'file.complete', article: 'house:archive' });
    expect(saidTo(lapsed.trying('archive'))).toBe('yes');
    expect(refusalOf(lapsed.trying('archive', {}, by('d01-petition', 'clerk'))).status).toBe(403);
    expect(lapsed.done('archive').state.phase).toBe('archived');
    expect(saidTo(lapsed.done('archive').trying('archive'))).toBe('archived');
  });

  it('a window that was not used runs out by itself, and keeps no file open', () => {
    expect(carriedOut.state.clocks['rating:a1']?.end).toBeUndefined();
    expect(saidTo(carriedOut.on('2026-04-01').trying('archive'))).toBe('file.complete');
    expect(lapsed.state.clocks['rating:a1']?.end).toBeUndefined();
  });

  it('what a body still owes keeps it open: execution, an order, a proposal', () => {
    expect(saidTo(served.on('2026-04-02').done('lapse').trying('archive'))).toBe('file.complete');
    const ordered = lapsed.done('supervise', { defect: 'execution' });
    expect(saidTo(ordered.trying('archive'))).toBe('file.complete');
    expect(saidTo(ordered.done('answer-order').done('close-order').trying('archive'))).toBe('yes');
    const proposed = lapsed.done('propose', { to: 'd01-gov' });
    expect(saidTo(proposed.trying('archive'))).toBe('file.complete');
    expect(saidTo(proposed.done('answer-proposal').trying('archive'))).toBe('yes');
  });

  it('and so does a mediation or hearing without an outcome', () => {
    const withdrawn = inHand.done('begin-mediation').withdrawn().after(30);
    expect(saidTo(withdrawn.trying('archive'))).toBe('file.complete');
    const ended = withdrawn.done('end-mediation', { agreed: false, promises: [], instrument: undefined });
    expect(saidTo(ended.trying('archive'))).toBe('yes');
    const heard = inHand.done('open-hearing').withdrawn().after(30);
    expect(saidTo(heard.trying('archive'))).toBe('file.complete');
  });

  it('E31: a withdrawal is not filed away while it may be taken back', () => {
    const withdrawn = inHand.withdrawn();
    expect(saidTo(withdrawn.after(15).trying('archive'))).toBe('file.complete');
    expect(saidTo(withdrawn.after(15).trying('take-back-withdrawal'))).toBe('yes');
    expect(saidTo(withdrawn.after(16).trying('archive'))).toBe('yes');
  });

  it('takes no right away: a review with a good cause is still taken', () => {
    const archived = lapsed.done('archive');
    const late = archived.done('record-review-request', { excuse: { id: 'ill', hash: '0'.repeat(64) } });
    expect(late.state.phase).toBe('in-review');
  });

  it('a sealed report is archived by its keeper alone, once concluded, and erased by two of them', () => {
    const open = aMatter({ purpose: 'report', office: 'city-petition' }).registered();
    const keeper = by('city-petition', 'sealed');
    expect(saidTo(open.trying('archive', {}, keeper))).toBe('file.complete');
    const concluded = open.done('conclude-report');
    for (const role of ['clerk', 'handler', 'head'] as const)
      expect(saidTo(concluded.trying('archive', {}, by('city-petition', role)))).toBe('other-post');
    expect(saidTo(concluded.trying('archive', {}, by('city-discipline', 'sealed')))).toBe('other-body');
    const archived = concluded.done('archive', {}, keeper);
    expect(saidTo(archived.trying('propose-erasure', {}, keeper))).toBe('file.erased');
    const over = archived.on('2057-01-01').done('propose-erasure', {}, keeper);
    expect(saidTo(over.trying('erase', {}, by('city-petition', 'head')))).toBe('other-post');
    expect(saidTo(over.trying('erase', {}, keeper))).toBe('file.erased');
    const second = { ...keeper, account: 'another' };
    expect(over.done('erase', {}, second).state.erasedOn).toBe('2057-01-01');
  });

  it('a keeper of reports archives nothing else', () => {
    expect(saidTo(inHand.withdrawn().after(30).trying('archive', {}, by('d01-housing', 'sealed')))).toBe('other-post');
  });
});
