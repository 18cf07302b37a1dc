import { describe, expect, it } from 'vitest';
import type { FollowMatter, FollowModel } from '../follow/follow.contract.ts';
import { newestFirst, summaryOf } from './mine.rules.ts';

const said = (zh: string) => ({ zh, en: zh });

type Clock = NonNullable<FollowMatter['clock']>;
const clockTo = (due: string, more: Partial<Clock> = {}): Clock => ({
  id: 'handle:a1',
  kind: 'handle',
  label: said('办理'),
  rule: 'C5',
  article: said('34'),
  statutory: true,
  holder: said('区住建局'),
  outcome: 'running',
  from: '2026-03-02',
  due,
  rawEnd: due,
  assessmentDue: due,
  level: 'normal',
  daysLeft: 20,
  share: 0.5,
  calendar: 'published',
  calendarVersion: 1,
  pack: 'national@1',
  startedSeq: 1,
  why: { zh: [], en: [] },
  ...more,
});

const CANNOT = {
  addPapers: true,
  withdraw: false,
  rate: [],
  askReview: false,
  askReviewLate: false,
  takeBack: false,
  askRecusal: false,
};

const matter = (headline: string, more: Partial<FollowMatter> = {}): FollowMatter => ({
  matter: '990101-2026-000001-1',
  title: headline,
  requests: [],
  state: 'accepted',
  headline: said(headline),
  late: false,
  holder: { name: said(''), phone: '', address: said(''), hours: said(''), since: '2026-03-02' },
  story: [],
  papers: [],
  can: CANNOT,
  ratings: [],
  ...more,
});

const model = (matters: FollowMatter[], more: Partial<FollowModel> = {}): FollowModel => ({
  number: '990101-2026-000001',
  today: '2026-03-11',
  title: '楼顶漏雨',
  receivedOn: '2026-03-02',
  receivedAt: '2026-03-02T02:00:00.000Z',
  channel: 'web',
  body: { name: said('区信访局'), phone: '' },
  matters,
  readers: [],
  added: [],
  ...more,
});

describe('what the list tells of a petition', () => {
  it('before it is registered: who has it, and until when', () => {
    const summary = summaryOf(model([], { registerClock: clockTo('2026-03-17') }));
    expect(summary.headline.zh).toBe('区信访局收到了，最晚2026年3月17日（星期二）登记');
    expect(summary.standings).toEqual([
      { title: '楼顶漏雨', headline: summary.headline, late: false, next: '2026-03-17', waits: [] },
    ]);
  });

  it('of one matter: its own headline and the next date, unless that is over or stands still', () => {
    const of = (clock: Clock, more: Partial<FollowMatter> = {}) =>
      summaryOf(model([matter('在办', { clock, ...more })])).standings[0];
    expect(summaryOf(model([matter('在办')])).headline.zh).toBe('在办');
    expect(of(clockTo('2026-05-06'))?.next).toBe('2026-05-06');
    const late = of(clockTo('2026-03-06', { level: 'overdue' }), { late: true });
    expect([late?.next, late?.late]).toEqual([undefined, true]);
    expect(of(clockTo('2026-05-06', { suspendedOn: '2026-03-09' }))?.next).toBeUndefined();
    expect(of(clockTo('2026-05-06', { outcome: 'met' }))?.next).toBeUndefined();
  });

  it('of several: how many they are, and each for itself', () => {
    const summary = summaryOf(model([matter('一'), matter('二')]));
    expect(summary.headline.zh).toContain('两件事');
    expect(summary.standings.map((one) => one.headline.zh)).toEqual(['一', '二']);
  });

  it('marks what waits for the citizen: review with its last day, and rating once the answer is there', () => {
    const review = { level: 'review' as const, until: '2026-04-10', late: false, reviewers: [] };
    const waits = (more: Partial<FollowMatter>) => summaryOf(model([matter('答复了', more)])).standings[0]?.waits;
    expect(
      waits({ review, can: { ...CANNOT, askReview: true, rate: ['office', 'body'] }, rateUntil: '2026-06-09' }),
    ).toEqual([
      { what: 'review', until: '2026-04-10' },
      { what: 'rate', until: '2026-06-09' },
    ]);
    expect(waits({ can: { ...CANNOT, rate: ['office'] } })).toEqual([]);
    expect(waits({ review })).toEqual([]);
    expect(waits({ can: { ...CANNOT, rate: ['body'] }, rateUntil: '2026-03-10' })).toEqual([{ what: 'rate' }]);
  });

  it('puts the latest first', () => {
    const at = (number: string, receivedAt: string) => summaryOf(model([], { number, receivedAt }));
    const sorted = newestFirst([
      at('a', '2026-01-01T00:00:00Z'),
      at('b', '2026-03-01T00:00:00Z'),
      at('c', '2026-02-01T00:00:00Z'),
    ]);
    expect(sorted.map(({ number }) => number)).toEqual(['b', 'c', 'a']);
  });
});
