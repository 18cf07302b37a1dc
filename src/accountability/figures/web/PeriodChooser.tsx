import { Button } from 'antd';
import type { ReactNode } from 'react';
import { DayField } from '../../../ui/staff/DayField.tsx';
import { today } from '../../../ui/staff/dates.ts';
import { useWords } from '../../../ui/staff/words.tsx';
import { FIGURES_PAGE_TEXTS } from './figures-page.texts.ts';
import { type Period, usualPeriods } from './period.rules.ts';

/** First and last day, and the periods asked for most. */
export function PeriodChooser({
  period,
  change,
}: {
  readonly period: Period;
  readonly change: (period: Partial<Period>) => void;
}): ReactNode {
  const w = useWords(FIGURES_PAGE_TEXTS);
  const usual = usualPeriods(today());
  return (
    <fieldset className="period">
      <legend className="gone">{w.period}</legend>
      <DayField label={w.from} value={period.from} change={(from) => from !== undefined && change({ from })} />
      <DayField label={w.to} value={period.to} change={(to) => to !== undefined && change({ to })} />
      {(['thisMonth', 'lastMonth', 'thisYear'] as const).map((name) => (
        <Button
          key={name}
          size="small"
          aria-pressed={usual[name].from === period.from && usual[name].to === period.to}
          onClick={() => change(usual[name])}
        >
          {w[name]}
        </Button>
      ))}
    </fieldset>
  );
}
