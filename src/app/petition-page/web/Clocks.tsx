import { type ReactNode, useState } from 'react';
import { Clock } from '../../../ui/staff/Clock.tsx';
import { useDates } from '../../../ui/staff/dates.ts';
import { useKeys } from '../../../ui/staff/keys.ts';
import { useLanguage, useSay, useWords } from '../../../ui/staff/words.tsx';
import './clocks.css';
import { DayRuler } from './DayRuler.tsx';
import { type ClockView, sortClocks } from './page-model.ts';
import { PETITION_PAGE_TEXTS } from './petition-page.texts.ts';

/** The clocks of a matter as bars; why a date is that date stays closed until asked for. */
export function ClockRow({
  clocks,
  today,
}: {
  readonly clocks: readonly ClockView[];
  readonly today: string;
}): ReactNode {
  const w = useWords(PETITION_PAGE_TEXTS);
  const [asked, setAsked] = useState<string>();
  const [showEnded, setShowEnded] = useState(false);
  const { running, ended } = sortClocks(clocks);
  const shown = showEnded ? [...running, ...ended] : running;
  const open = shown.find((one) => one.id === asked);

  function askFirst(): void {
    if (running.length === 0) setShowEnded(true);
    setAsked(open === undefined ? [...running, ...ended][0]?.id : undefined);
  }

  useKeys([
    { key: 'w', label: PETITION_PAGE_TEXTS.why, run: askFirst },
    { key: 'Escape', label: PETITION_PAGE_TEXTS.whyClose, run: () => setAsked(undefined), quiet: true },
  ]);

  return (
    <section className="pp-clocks" aria-label={w.clocks}>
      <div className="pp-clockrow">
        {shown.map((one) => (
          <ClockCell
            key={one.id}
            clock={one}
            open={one.id === open?.id}
            ask={() => setAsked(one.id === open?.id ? undefined : one.id)}
          />
        ))}
        {running.length === 0 && !showEnded && <p className="s f pp-noclock">{w.noClocks}</p>}
        {ended.length > 0 && (
          <button
            type="button"
            className="bare link pp-more"
            aria-expanded={showEnded}
            onClick={() => setShowEnded(!showEnded)}
          >
            {showEnded ? w.endedHide : w.ended(ended.length)}
          </button>
        )}
      </div>
      {open !== undefined && <Why clock={open} today={today} />}
    </section>
  );
}

function ClockCell({
  clock,
  open,
  ask,
}: {
  readonly clock: ClockView;
  readonly open: boolean;
  readonly ask: () => void;
}): ReactNode {
  const w = useWords(PETITION_PAGE_TEXTS);
  const say = useSay();
  return (
    <div className={open ? 'pp-clock open' : 'pp-clock'}>
      <div className="pp-clock-head">
        <b>{say(clock.label)}</b>
        <button type="button" className="bare link s" aria-expanded={open} onClick={ask}>
          <span className="gone">{say(clock.label)} </span>
          {open ? w.whyClose : w.why}
        </button>
      </div>
      <Clock
        due={clock.due}
        startedOn={clock.from}
        level={clock.level}
        daysLeft={clock.daysLeft}
        share={clock.share}
        outcome={clock.outcome}
        endedOn={clock.endedOn}
        wide
      />
    </div>
  );
}

function Why({ clock, today }: { readonly clock: ClockView; readonly today: string }): ReactNode {
  const w = useWords(PETITION_PAGE_TEXTS);
  const say = useSay();
  const dates = useDates();
  const { language } = useLanguage();
  const lines = language === 'zh-CN' ? clock.why.zh : clock.why.en;
  return (
    <section className="pp-why" aria-label={w.whyOf(say(clock.label))}>
      <ol>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
        {!clock.statutory && <li>{w.house}</li>}
      </ol>
      <dl>
        <div className="pp-why-line">
          <dt>{w.article}</dt>
          <dd>
            {say(clock.article)} · {clock.rule}
            {clock.basis !== undefined && <> · {say(clock.basis)}</>}
          </dd>
        </div>
        <div className="pp-why-line">
          <dt>{w.whoseClock}</dt>
          <dd>{say(clock.holder)}</dd>
        </div>
        <div className="pp-why-line">
          <dt>{w.startFrom}</dt>
          <dd>
            {w.startFact(clock.startedSeq)} · {dates.full(clock.from)}
          </dd>
        </div>
        <div className="pp-why-line">
          <dt>{w.rawEnd}</dt>
          <dd>{dates.full(clock.rawEnd)}</dd>
        </div>
        <div className="pp-why-line">
          <dt>{w.assessment}</dt>
          <dd>{dates.full(clock.assessmentDue)}</dd>
        </div>
        <div className="pp-why-line">
          <dt>{w.calendar}</dt>
          <dd>
            {clock.calendar === 'published' ? w.calendarPublished(clock.calendarVersion) : w.calendarAssumed} · {w.pack}{' '}
            {clock.pack}
          </dd>
        </div>
      </dl>
      <DayRuler clock={clock} today={today} />
    </section>
  );
}
