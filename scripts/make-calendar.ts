/**
 * Writes src/domain/national-calendar.ts: `node scripts/make-calendar.ts`.
 * The days come from the npm package chinese-days, which silently guesses years whose notice is not out (it takes them
 * for plain weeks): raise `lastYear` only once the State Council's notice is published and in the package, and raise
 * `version` with it.
 */
import { writeFileSync } from 'node:fs';
import chineseDays from 'chinese-days';

const firstYear = 2007;
const lastYear = 2026;
const version = 1;
const path = new URL('../src/domain/national-calendar.ts', import.meta.url);

const noticeNames: Record<string, string> = { 清明: '清明节', 端午: '端午节', 中秋: '中秋节' };

interface Listed {
  day: string;
  name: string;
  works: boolean;
}

function daysOf(from: string, to: string): string[] {
  const days: string[] = [];
  for (let at = Date.parse(from); at <= Date.parse(to); at += 86_400_000) {
    days.push(new Date(at).toISOString().slice(0, 10));
  }
  return days;
}

/** What the package names as a holiday or make-up day; ordinary days carry an English weekday without a comma. */
function listed(day: string): Listed | undefined {
  const detail = chineseDays.getDayDetail(day);
  const name = detail.name.split(',')[1];
  return name === undefined ? undefined : { day, name: noticeNames[name] ?? name, works: detail.work };
}

/** '元旦 01-01..01-03 | 春节 02-15..02-23': runs of one holiday are joined; days of the December before keep their year. */
function write(days: readonly Listed[], year: number): string {
  const runs: { name: string; first: string; last: string }[] = [];
  for (const { day, name } of days) {
    const run = runs.at(-1);
    if (run?.name === name && Date.parse(day) - Date.parse(run.last) === 86_400_000) run.last = day;
    else runs.push({ name, first: day, last: day });
  }
  const short = (day: string) => (day.startsWith(`${year}`) ? day.slice(5) : day);
  return runs
    .map(({ name, first, last }) => `${name} ${first === last ? short(first) : `${short(first)}..${short(last)}`}`)
    .join(' | ');
}

const notices: string[] = [];
for (let year = firstYear; year <= lastYear; year++) {
  // 2006 is not in the list, but its last two days were made workdays by the notice for 2007.
  const from = year === firstYear ? `${year - 1}-12-20` : `${year}-01-01`;
  const days = daysOf(from, `${year}-12-31`).flatMap((day) => listed(day) ?? []);
  const off = write(
    days.filter((d) => !d.works),
    year,
  );
  const on = write(
    days.filter((d) => d.works),
    year,
  );
  if (off === '') throw new Error(`chinese-days has no holidays in ${year}`);
  notices.push(`  ${year}: {\n    off: '${off}',\n    on: '${on}',\n  },`);
}

writeFileSync(
  path,
  `// Written by scripts/make-calendar.ts; change that, not this.
import { readNotices } from './calendar.ts';

/**
 * The national days off and make-up workdays, ${firstYear} to ${lastYear}, after the yearly notices of the General Office of the
 * State Council (国务院办公厅关于部分节假日安排的通知). Later years are not yet published. Ethnic areas add their own.
 */
export const nationalCalendar = readNotices('cn-national', ${version}, {
${notices.join('\n')}
});
`,
);
