import { describe, expect, it } from 'vitest';
import { oracle } from '../../test/world/oracle.ts';
import { bodies } from '../../test/world/people.ts';
import { directoryOf } from './bodies.ts';
import { recountClocks } from './clocks.ts';
import { nationalCalendar } from './national-calendar.ts';
import { packsOf } from './packs.ts';
import { NATIONAL_PACK } from './rule-pack.ts';
import {
  beginReport,
  evolveYearlyReport,
  NO_YEARLY_REPORT,
  reportRecipients,
  submitReport,
  type YearlyFigures,
  type YearlyReportDraft,
  type YearlyReportState,
} from './yearly-report.ts';

const setting = { calendar: nationalCalendar, pack: NATIONAL_PACK };
const office = { office: 'd01-petition', division: '990101' };

function fold(state: YearlyReportState, ...facts: readonly YearlyReportDraft[]): YearlyReportState {
  return facts.reduce((now, fact) => {
    const stamp = { seq: now.seq + 1, actor: 'staff:head', occurredAt: '2026-03-02T02:00:00Z', recordedAt: '' };
    return evolveYearlyReport(now, { ...stamp, fact });
  }, state);
}

const none = { numerator: 0, denominator: 0 };
const figures: YearlyFigures = {
  received: {
    submissions: 0,
    before: 0,
    visits: 0,
    people: 0,
    byChannel: {},
    byPurpose: {},
    categories: [],
    bodies: [],
  },
  passed: {
    sent: 0,
    assigned: 0,
    supervised: 0,
    forwardedInTime: none,
    acceptedInTime: none,
    answeredInTime: none,
    satisfied: none,
  },
  proposals: [],
};
const submission = (on: string) =>
  ({ by: 'staff:head', on, to: ['d01-gov'], figures, content: { id: 'c1', hash: 'h1' } }) as const;

describe('yearly-report', () => {
  const begun = fold(NO_YEARLY_REPORT, beginReport(setting, { ...office, year: 2025, on: '2026-01-01' }));

  it('C16 runs 90 days from the last day of the year, a target of ours that no law sets', () => {
    const slow = oracle({ from: '2025-12-31', n: 90, unit: 'day', calendar: nationalCalendar });
    expect(begun.clocks['yearly-report']).toMatchObject({
      holder: 'd01-petition',
      statutory: false,
      derivation: { from: '2025-12-31', ...slow },
    });
    expect(slow.statutoryDue).toBe('2026-03-31');
  });

  it('begins late where nobody was there on New Year’s Day, and is due no later for it', () => {
    const late = fold(NO_YEARLY_REPORT, beginReport(setting, { ...office, year: 2025, on: '2026-02-20' }));
    expect(late.clocks['yearly-report']?.derivation.statutoryDue).toBe('2026-03-31');
  });

  it('has another length where a rule of the place says so', () => {
    const pack = packsOf([
      {
        id: 'nanjiang',
        version: 1,
        level: 'region',
        name: { zh: '南江', en: 'Nanjiang' },
        basis: { zh: '《南江办法》', en: 'Nanjiang Measures' },
        effectiveFrom: '2025-01-01',
        division: '990100',
        values: { clocks: { 'yearly-report': { n: 31 } } },
        running: 'keep',
      },
    ]).begin({ division: '990101', on: '2026-01-01' });
    const sooner = fold(
      NO_YEARLY_REPORT,
      beginReport({ ...setting, pack }, { ...office, year: 2025, on: '2026-01-01' }),
    );
    expect(sooner.clocks['yearly-report']?.derivation.statutoryDue).toBe('2026-02-02');
    expect(sooner.pack).toBe('cn-national@1+nanjiang@1');
  });

  it('ends with the submission; a correction keeps both and moves no day', () => {
    const once = fold(begun, submitReport(begun, submission('2026-03-31')));
    const twice = fold(once, submitReport(once, submission('2026-05-08')));
    expect(once.clocks['yearly-report']).toMatchObject({ end: 'met', endedOn: '2026-03-31' });
    expect(twice.clocks).toEqual(once.clocks);
    expect(twice.submitted).toHaveLength(2);
    const late = fold(begun, submitReport(begun, submission('2026-04-01')));
    expect(late.clocks['yearly-report']).toMatchObject({ end: 'late' });
  });

  it('is counted again when the calendar of its last day changes', () => {
    const years = nationalCalendar.years;
    const year = years['2026'];
    if (!year) throw new Error('2026 is published');
    const off = {
      ...nationalCalendar,
      version: 9,
      years: { ...years, '2026': { ...year, off: [...year.off, '2026-03-31'] } },
    };
    const changes = recountClocks(begun.clocks, off);
    expect(changes).toMatchObject([{ do: 'recount', derivation: { statutoryDue: '2026-04-01' } }]);
    const moved = fold(begun, { kind: 'DatesRecounted', body: { clocks: changes, run: 'r1' } });
    expect(moved.clocks['yearly-report']?.derivation.statutoryDue).toBe('2026-04-01');
  });

  it('goes to Party and government of the level, and to the petition office above', () => {
    const of = (id: string) => {
      const { level, above } = reportRecipients(bodies, id);
      return { above, kinds: level.map((one) => [bodies.find(one)?.kind, bodies.find(one)?.level]) };
    };
    expect(of('d01-petition').above).toBe('city-petition');
    expect(of('d01-petition').kinds).toContainEqual(['government', 'district']);
    expect(of('d01-petition').kinds.every(([, level]) => level === 'district')).toBe(true);
    expect(of('city-petition').above).toBeUndefined();
    expect(of('city-petition').kinds).toContainEqual(['government', 'city']);
    expect(reportRecipients(directoryOf([]), 'd01-petition')).toEqual({ level: [] });
  });
});
