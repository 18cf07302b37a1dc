import { type FiguresRequest, figures, WHOLE_INSTALLATION } from '../accountability/figures/server/figures.ts';
import { refusePeriod } from '../accountability/figures/server/routes.ts';
import { dayOf, parseDay } from '../domain/days.ts';
import { inOperatorLanguage } from '../platform/config/operator-words.ts';
import type { Command } from './commands.ts';
import { openCity } from './open-city.ts';

/** `figures`: the indicators of a period over the whole installation. Returns 2 where the period is none. */
export const command: Command = {
  options: {
    from: { type: 'string', help: { zh: '首日，如 2026-01-01', en: 'first day, such as 2026-01-01' } },
    to: { type: 'string', help: { zh: '末日（含）', en: 'last day, included' } },
    compare: { type: 'boolean', help: { zh: '同比：上年同期', en: 'beside the same period a year earlier' } },
  },
  run: async ({ values, json, out, say }) => {
    const [from, to] = [values.from, values.to].map((text) => (typeof text === 'string' ? parseDay(text) : undefined));
    if (from === undefined || to === undefined) {
      say(
        inOperatorLanguage({
          zh: '用法：./huiying figures --from 2026-01-01 --to 2026-01-31 [--compare] [--json]，日期要真实存在',
          en: 'Usage: ./huiying figures --from 2026-01-01 --to 2026-01-31 [--compare] [--json], with real dates',
        }),
      );
      return 2;
    }
    const refusal = refusePeriod({ from, to });
    if (refusal) {
      say(inOperatorLanguage(refusal.said));
      return 2;
    }
    const city = await openCity({ values, say, max: 2 });
    try {
      const today = dayOf(city.ledger.clock.now().toISOString());
      const request: FiguresRequest = { from, to, today, scope: WHOLE_INSTALLATION, compare: values.compare === true };
      const answer = await figures(city.ledger, request);
      if (json) out(answer);
      else for (const line of describe(answer)) out(line);
      return 0;
    } finally {
      await city.close();
    }
  },
};

function describe(answer: Awaited<ReturnType<typeof figures>>): readonly string[] {
  const { received } = answer;
  const percent = (value: number | null): string => (value === null ? '—' : `${value.toFixed(2)} %`);
  const signed = (value: number | null, unit: string): string =>
    value === null ? '—' : `${value > 0 ? '+' : ''}${value}${unit}`;
  const lines = [
    {
      zh: `${answer.from} 至 ${answer.to}，截至 ${answer.asAt}`,
      en: `${answer.from} to ${answer.to}, as at ${answer.asAt}`,
    },
    {
      zh: `收到 ${received.submissions} 件次；来访 ${received.visits.batches} 批次 ${received.visits.people} 人次`,
      en: `received ${received.submissions} submissions; visits: ${received.visits.batches} batches, ${received.visits.people} people`,
    },
    ...received.byChannel.map(({ name, count }) => ({ zh: `  ${name.zh} ${count}`, en: `  ${name.en} ${count}` })),
    ...answer.indicators.flatMap(({ name, value, numerator, denominator, formula, before }) => [
      {
        zh: `${name.zh} ${percent(value)}（${numerator}/${denominator}）`,
        en: `${name.en} ${percent(value)} (${numerator}/${denominator})`,
      },
      { zh: `  ${formula.zh}`, en: `  ${formula.en}` },
      ...(before
        ? [
            {
              zh: `  上年同期 ${percent(before.value)}，${signed(before.points, ' 个百分点')}，相对 ${signed(before.relative, ' %')}`,
              en: `  a year earlier ${percent(before.value)}, ${signed(before.points, ' points')}, relative ${signed(before.relative, ' %')}`,
            },
          ]
        : []),
    ]),
    ...answer.imported.map(({ source, stored, answered, daysToAnswer: days }) => ({
      zh: `历史台账 ${source}：${stored} 件，已答复 ${answered}，平均 ${days.mean ?? '—'} 日，中位数 ${days.p50 ?? '—'} 日`,
      en: `imported ${source}: ${stored}, answered ${answered}, mean ${days.mean ?? '—'} days, median ${days.p50 ?? '—'} days`,
    })),
  ];
  return lines.map(inOperatorLanguageOf);
}

function inOperatorLanguageOf(words: { zh: string; en: string }): string {
  return inOperatorLanguage(words);
}
