import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Calendar, type CalendarYear, dayKind, readNotices, sayHoliday } from './calendar.ts';
import { addDays, type Day, weekday } from './days.ts';
import { nationalCalendar } from './national-calendar.ts';

function eachDay(from: Day, to: Day): Day[] {
  const days: Day[] = [];
  for (let day = from; day <= to; day = addDays(day, 1)) days.push(day);
  return days;
}

function listed(works: boolean, year: number): Day[] {
  const why = works ? 'makeup' : 'holiday';
  return eachDay(`${year}-01-01`, `${year}-12-31`).filter((day) => dayKind(nationalCalendar, day).why === why);
}

describe('the national calendar', () => {
  it('has the days off and make-up workdays of 2025', () => {
    expect(listed(false, 2025)).toEqual([
      ...eachDay('2025-01-01', '2025-01-01'),
      ...eachDay('2025-01-28', '2025-02-04'),
      ...eachDay('2025-04-04', '2025-04-06'),
      ...eachDay('2025-05-01', '2025-05-05'),
      ...eachDay('2025-05-31', '2025-06-02'),
      ...eachDay('2025-10-01', '2025-10-08'),
    ]);
    expect(listed(true, 2025)).toEqual(['2025-01-26', '2025-02-08', '2025-04-27', '2025-09-28', '2025-10-11']);
  });

  it('has the days off and make-up workdays of 2026', () => {
    expect(listed(false, 2026)).toEqual([
      ...eachDay('2026-01-01', '2026-01-03'),
      ...eachDay('2026-02-15', '2026-02-23'),
      ...eachDay('2026-04-04', '2026-04-06'),
      ...eachDay('2026-05-01', '2026-05-05'),
      ...eachDay('2026-06-19', '2026-06-21'),
      ...eachDay('2026-09-25', '2026-09-27'),
      ...eachDay('2026-10-01', '2026-10-07'),
    ]);
    expect(listed(true, 2026)).toEqual([
      '2026-01-04',
      '2026-02-14',
      '2026-02-28',
      '2026-05-09',
      '2026-09-20',
      '2026-10-10',
    ]);
  });

  it('says why and which holiday', () => {
    expect(dayKind(nationalCalendar, '2026-02-17')).toEqual({
      works: false,
      why: 'holiday',
      name: '春节',
      assured: 'published',
    });
    expect(dayKind(nationalCalendar, '2026-02-14')).toEqual({
      works: true,
      why: 'makeup',
      name: '春节',
      assured: 'published',
    });
    expect(dayKind(nationalCalendar, '2026-03-02')).toEqual({ works: true, why: 'weekday', assured: 'published' });
    expect(dayKind(nationalCalendar, '2026-03-01')).toEqual({ works: false, why: 'weekend', assured: 'published' });
  });

  it('has a notice for each year from 2007 to 2026, and guesses none after', () => {
    expect(Object.keys(nationalCalendar.years)).toEqual(Array.from({ length: 20 }, (_, i) => `${2007 + i}`));
    expect(dayKind(nationalCalendar, '2027-01-01')).toEqual({ works: true, why: 'weekday', assured: 'assumed' });
    expect(dayKind(nationalCalendar, '2027-01-02')).toEqual({ works: false, why: 'weekend', assured: 'assumed' });
    expect(dayKind(nationalCalendar, '2006-10-02').assured).toBe('assumed');
  });

  it('knows what one notice says of the December before', () => {
    expect(dayKind(nationalCalendar, '2006-12-30')).toEqual({
      works: true,
      why: 'makeup',
      name: '元旦',
      assured: 'published',
    });
    expect(dayKind(nationalCalendar, '2006-12-31').works).toBe(true);
    expect(dayKind(nationalCalendar, '2006-12-29').assured).toBe('assumed');
    expect(dayKind(nationalCalendar, '2007-12-31').why).toBe('holiday');
    expect(dayKind(nationalCalendar, '2018-12-29').why).toBe('makeup');
  });

  it('makes up on weekends only, names every listed day and lists none twice', () => {
    for (const year of Object.values(nationalCalendar.years)) {
      expect(year.on.map(weekday).filter((day) => day !== 0 && day !== 6)).toEqual([]);
      expect(Object.keys(year.names).sort()).toEqual([...year.off, ...year.on].sort());
      expect(new Set([...year.off, ...year.on]).size).toBe(year.off.length + year.on.length);
      for (const name of Object.values(year.names)) expect(sayHoliday(name, 'en')).toMatch(/^[\x20-\x7e]+$/);
    }
  });

  const notices = join(process.cwd(), '..', 'shared', 'data', 'holidays');
  const found = existsSync(notices);
  it.skipIf(!found)(`agrees with the official notices${found ? '' : ' (skipped: no shared data)'}`, () => {
    let compared = 0;
    for (const file of readdirSync(notices).filter((name) => /^\d{4}\.json$/.test(name))) {
      const read: unknown = JSON.parse(readFileSync(join(notices, file), 'utf8'));
      const days = (read as { days: { date: Day; isOffDay: boolean }[] }).days;
      const off = new Map(days.map((day) => [day.date, day.isOffDay]));
      const year = file.slice(0, 4);
      for (const day of eachDay(`${year}-01-01`, `${year}-12-31`)) {
        const works = !(off.get(day) ?? (weekday(day) === 0 || weekday(day) === 6));
        expect([day, dayKind(nationalCalendar, day).works]).toEqual([day, works]);
        compared++;
      }
    }
    expect(compared).toBeGreaterThan(2500);
  });
});

describe('a calendar of one’s own', () => {
  const year = (entry: Partial<CalendarYear>): Calendar => ({
    id: 'own',
    version: 3,
    years: { 2026: { year: 2026, status: 'published', off: [], on: [], names: {}, source: 'local', ...entry } },
  });

  it('works on the weekends it says and rests on the weekdays it says, named or not', () => {
    const own = year({ off: ['2026-07-23'], on: ['2026-07-26'], names: { '2026-07-23': '花儿节' } });
    expect(dayKind(own, '2026-07-23')).toEqual({ works: false, why: 'holiday', name: '花儿节', assured: 'published' });
    expect(dayKind(own, '2026-07-26')).toEqual({ works: true, why: 'makeup', assured: 'published' });
    expect(sayHoliday('花儿节', 'en')).toBe('花儿节');
    expect(dayKind(year({ on: ['2026-07-24'] }), '2026-07-24').why).toBe('weekday');
  });

  it('lets a later notice overrule the December before it', () => {
    const both = readNotices('own', 1, { 2025: { off: '甲 12-31', on: '' }, 2026: { off: '', on: '乙 2025-12-28' } });
    expect(dayKind(both, '2025-12-31').name).toBe('甲');
    expect(dayKind(both, '2025-12-28')).toEqual({ works: true, why: 'makeup', name: '乙', assured: 'published' });
  });

  it('refuses entries that contradict themselves', () => {
    expect(() => dayKind(year({ off: ['2026-07-23'], on: ['2026-07-23'] }), '2026-01-01')).toThrow(/^on: 2026-07-23/);
    expect(() => dayKind(year({ off: ['2026-02-30'] }), '2026-01-01')).toThrow(/^off: "2026-02-30" is not a day/);
    expect(() => dayKind(year({ off: ['2027-01-01'] }), '2026-01-01')).toThrow(/^off: 2027-01-01 belongs neither/);
    expect(() => dayKind(year({ year: 2025 }), '2026-01-01')).toThrow(/^year: /);
    expect(() => dayKind(nationalCalendar, 'tomorrow')).toThrow(/is not a day/);
  });

  it('assumes plain weeks where nothing is published', () => {
    const empty: Calendar = { id: 'none', version: 0, years: {} };
    expect(dayKind(empty, '2026-10-01')).toEqual({ works: true, why: 'weekday', assured: 'assumed' });
  });
});
