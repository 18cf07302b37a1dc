import { type Day, dayOf, type Language, sayDay, weekday } from '../../domain/days.ts';
import { useLanguage } from './words.tsx';

const WEEKDAYS = {
  'zh-CN': ['日', '一', '二', '三', '四', '五', '六'],
  en: ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'],
} as const;
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const;

/** A day as lists write it: 12月1日 周二 / Tue 1 Dec. In another year than `near` the year stands for the weekday. */
export function sayShortDay(day: Day, language: Language, near: Day): string {
  const name = WEEKDAYS[language][weekday(day)];
  const [year, month, date] = [day.slice(0, 4), Number(day.slice(5, 7)), Number(day.slice(8, 10))];
  const foreign = near.slice(0, 4) !== year;
  if (language === 'zh-CN') return foreign ? `${year}年${month}月${date}日` : `${month}月${date}日 周${name}`;
  return foreign ? `${date} ${MONTHS[month - 1]} ${year}` : `${name} ${date} ${MONTHS[month - 1]}`;
}

/** Today in the zone the law counts in. */
export function today(): Day {
  return dayOf(new Date().toISOString());
}

/** Time of day of an instant, in the same zone: 14:05. */
export function sayTime(instant: string): string {
  return new Intl.DateTimeFormat('en-GB', { timeZone: 'Asia/Shanghai', hour: '2-digit', minute: '2-digit' }).format(
    new Date(instant),
  );
}

/** The days in the language of the interface. */
export function useDates(): {
  readonly full: (day: Day) => string;
  readonly short: (day: Day) => string;
  readonly time: (instant: string) => string;
  /** Day and time of day of an instant. */
  readonly moment: (instant: string) => string;
} {
  const { language } = useLanguage();
  return {
    full: (day) => sayDay(day, language),
    short: (day) => sayShortDay(day, language, today()),
    time: sayTime,
    moment: (instant) => `${sayDay(dayOf(instant), language)} ${sayTime(instant)}`,
  };
}
