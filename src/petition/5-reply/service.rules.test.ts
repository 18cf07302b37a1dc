import { describe, expect, it } from 'vitest';
import { aMatter, refusalOf, saidTo } from '../../../test/world/petition.ts';
import { servedOn } from './service.rules.ts';

/** Issued on Monday 23 March 2026. */
const issuedOf = (channel: 'letter' | 'web' | 'phone' = 'letter') =>
  aMatter({ channel }).registered().forwardedTo('d01-housing').signed().accepted().drafted().on('2026-03-23').issued();
const issued = issuedOf();

describe('service.starts-review-window', () => {
  it('the petitioner’s 30 days run from receipt of the paper, and roll to a working day (E1)', () => {
    const { clocks } = issued.on('2026-04-01').served().state;
    expect(clocks['apply-review:a1']).toMatchObject({
      holder: 'petitioner',
      derivation: { from: '2026-04-01', rawEnd: '2026-05-01', statutoryDue: '2026-05-06' },
    });
    expect(clocks['rating:a1']).toMatchObject({ holder: 'petitioner', derivation: { from: '2026-04-01' } });
  });

  it.each(['in-person', 'mail', 'left'] as const)('by %s, from the day it was received', (way) => {
    const served = issued.after(5).done('serve', { way, on: '2026-03-25', note: '张三、李四见证' });
    expect(served.task.service).toEqual({ on: '2026-03-25', way });
    expect(served.state.clocks['apply-review:a1']?.derivation.from).toBe('2026-03-25');
  });

  it('not before it was issued, not tomorrow, not on a day that is none', () => {
    for (const on of ['2026-03-22', '2026-03-24', '2026-02-30'])
      expect(refusalOf(issued.trying('serve', { on }))).toMatchObject({
        code: 'service.starts-review-window',
        field: 'on',
      });
  });

  it('E10: left at the door, or handed over and not signed for, it needs witnesses or a recording', () => {
    const unproven = [
      { way: 'left', note: ' ' },
      { way: 'in-person', signed: false, note: '' },
    ] as const;
    for (const told of unproven) {
      expect(refusalOf(issued.trying('serve', told))).toMatchObject({
        code: 'service.starts-review-window',
        field: 'note',
      });
      expect(saidTo(issued.trying('serve', { ...told, signed: false, note: '张三、李四在场见证，已录像' }))).toBe(
        'yes',
      );
    }
  });

  it('E11: not served, no window runs', () => {
    expect(Object.values(issued.state.clocks).some((clock) => clock.holder === 'petitioner')).toBe(false);
  });

  it('E11: a public notice counts as service 30 days after it was published, and is recorded then', () => {
    const told = { way: 'notice', on: '2026-03-24', note: '两次邮寄退回；在信访局公告栏和网站公告' } as const;
    expect(servedOn('notice', '2026-03-24')).toBe('2026-04-23');
    expect(refusalOf(issued.on('2026-04-22').trying('serve', told))).toMatchObject({
      code: 'service.starts-review-window',
      field: 'on',
    });
    const served = issued.on('2026-04-23').done('serve', told);
    expect(served.task.service).toEqual({ on: '2026-04-23', way: 'notice' });
    expect(served.facts.at(-1)?.fact.body).toMatchObject({ on: '2026-04-23', publishedOn: '2026-03-24' });
    expect(served.state.clocks['apply-review:a1']?.derivation).toMatchObject({
      from: '2026-04-23',
      rawEnd: '2026-05-23',
    });
  });

  it('E11: it is the last resort: what was tried before is on record', () => {
    const told = { way: 'notice', on: '2026-03-24', note: '' } as const;
    expect(refusalOf(issued.on('2026-05-01').trying('serve', told))).toMatchObject({ field: 'note' });
  });

  it('E12: electronically where the petitioner came online, else with consent', () => {
    const way = { way: 'electronic', signed: false } as const;
    expect(saidTo(issuedOf('web').trying('serve', way))).toBe('yes');
    for (const channel of ['letter', 'phone'] as const) {
      expect(refusalOf(issuedOf(channel).trying('serve', way))).toMatchObject({
        code: 'service.starts-review-window',
        field: 'consented',
      });
      expect(saidTo(issuedOf(channel).trying('serve', { ...way, consented: true }))).toBe('yes');
    }
  });

  it('E12: from the day it reaches the petitioner’s page, which is the day it is recorded', () => {
    const later = issuedOf('web').on('2026-03-25');
    expect(refusalOf(later.trying('serve', { way: 'electronic', on: '2026-03-24' }))).toMatchObject({ field: 'on' });
    expect(later.done('serve', { way: 'electronic' }).task.service?.on).toBe('2026-03-25');
  });

  it('E17: an answer outside the petition procedure opens the rating and no review', () => {
    const duty = aMatter()
      .registered()
      .forwardedTo('d01-housing')
      .signed()
      .accepted('31(5)')
      .drafted()
      .issued()
      .served();
    expect(duty.state.clocks['apply-review:a1']).toBeUndefined();
    expect(duty.state.clocks['rating:a1']).toBeDefined();
  });

  it('concludes the matter', () => {
    const served = issued.served();
    expect(served.state).toMatchObject({ phase: 'answered', closedOn: '2026-03-23' });
    expect(saidTo(served.trying('serve'))).toBe('wrong-phase');
  });
});
