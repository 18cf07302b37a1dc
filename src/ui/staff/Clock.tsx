import type { CSSProperties, ReactNode } from 'react';
import { addDays, daysBetween } from '../../domain/days.ts';
import type { ClockLevel } from '../../domain/due.ts';
import { CLOCK_TEXTS } from './clock.texts.ts';
import { sayShortDay } from './dates.ts';
import { useLanguage, useWords } from './words.tsx';

/** Ends of the four segments of the bar, as shares of the period. */
const SEGMENTS = [0.5, 0.75, 0.85, 1] as const;

export interface ClockProps {
  /** Last day, YYYY-MM-DD. Without one there is no clock, and the words say so. */
  readonly due: string | null | undefined;
  /** Day the count began; tells how much of the period is gone where `share` is absent. */
  readonly startedOn?: string | null | undefined;
  readonly level: ClockLevel | null | undefined;
  /** Negative when late. */
  readonly daysLeft: number | null | undefined;
  /** Share of the period gone, 0 to 1. */
  readonly share?: number;
  /** Set once it came to rest. */
  readonly outcome?: 'running' | 'met' | 'late' | 'void';
  readonly endedOn?: string | undefined;
  /** Fills its column rather than the width of a table cell. */
  readonly wide?: boolean;
}

/**
 * A period with a last day: words first (剩 / 今天到期 / 逾), then the day, then a bar that breaks at 50, 75 and 85 per
 * cent. It can be read without colour, and it is the only part of the workbench that has colours of its own.
 */
export function Clock(props: ClockProps): ReactNode {
  const { language } = useLanguage();
  const w = useWords(CLOCK_TEXTS);
  const { due, level, daysLeft: left, outcome = 'running' } = props;
  const width = props.wide ? ' wide' : '';
  if (!due || left === null || left === undefined) return <span className="f s">{w.none}</span>;
  const now = addDays(due, -left);
  if (outcome !== 'running') {
    const ended = props.endedOn ?? due;
    return (
      <span className={`clk met${width}`}>
        <span className="w">
          <b>{outcome === 'void' ? w.void : outcome === 'late' ? w.late : w.met}</b> ·{' '}
          {sayShortDay(ended, language, now)}
        </span>
        <Bar share={shareOf(props.startedOn, due, ended)} overdue={false} />
      </span>
    );
  }
  const words = left < 0 ? w.over(-left) : left === 0 ? w.today : w.left(left);
  return (
    <span className={`clk ${level ?? 'normal'}${width}`}>
      <span className="w">
        <b>{words}</b> · {sayShortDay(due, language, now)}
      </span>
      <Bar share={props.share ?? shareOf(props.startedOn, due, now)} overdue={left < 0} />
    </span>
  );
}

function shareOf(from: string | null | undefined, due: string, now: string): number {
  if (!from) return 0;
  const length = daysBetween(from, due);
  return length <= 0 ? 1 : daysBetween(from, now) / length;
}

function Bar({ share, overdue }: { readonly share: number; readonly overdue: boolean }): ReactNode {
  return (
    <span className="bar" aria-hidden="true">
      {SEGMENTS.map((end, at) => {
        const start = SEGMENTS[at - 1] ?? 0;
        const filled = overdue ? 1 : Math.min(1, Math.max(0, (share - start) / (end - start)));
        return <i key={end} style={{ '--f': filled } as CSSProperties} />;
      })}
      {overdue && <i style={{ '--f': 1 } as CSSProperties} />}
    </span>
  );
}
