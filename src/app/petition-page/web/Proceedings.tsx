import type { ReactNode } from 'react';
import { MEDIATION_LABELS } from '../../../domain/proceedings.ts';
import { RATING_LABELS, SIDE_LABELS } from '../../../domain/vocabulary.ts';
import { useDates } from '../../../ui/staff/dates.ts';
import { useSay, useWords } from '../../../ui/staff/words.tsx';
import type { PetitionPageModel } from '../petition-page.contract.ts';
import type { Proceedings as Model } from '../proceedings.contract.ts';
import { Item, PaperLink, Rows, ShortClock } from './ProceedingParts.tsx';
import { Oversight } from './ProceedingsOversight.tsx';
import { proceedingsOf } from './page-proceedings.ts';
import { PROCEEDINGS_TEXTS } from './proceedings.texts.ts';

/** What goes on beside the handling, newest first in each part: hearings, mediation, supervision, ratings given again. */
export function Proceedings({ page }: { readonly page: PetitionPageModel }): ReactNode {
  const w = useWords(PROCEEDINGS_TEXTS);
  const all = proceedingsOf(page);
  return (
    <>
      {all.hearings.length > 0 && (
        <section>
          <h2>{w.hearings}</h2>
          <ul className="pp-papers">
            {all.hearings.toReversed().map((one) => (
              <Hearing key={one.id} hearing={one} />
            ))}
          </ul>
        </section>
      )}
      {all.mediations.length > 0 && (
        <section>
          <h2>{w.mediations}</h2>
          <ul className="pp-papers">
            {all.mediations.toReversed().map((one) => (
              <Mediation key={one.id} mediation={one} page={page} />
            ))}
          </ul>
        </section>
      )}
      <Oversight page={page} />
      <Ratings all={all} />
    </>
  );
}

function Hearing({ hearing }: { readonly hearing: Model['hearings'][number] }): ReactNode {
  const w = useWords(PROCEEDINGS_TEXTS);
  const say = useSay();
  const dates = useDates();
  const { held, ended, excluded, members } = hearing;
  const state = ended ? (ended.held ? 'concluded' : 'off') : held ? 'held' : 'open';
  return (
    <Item title={`${w[`of-${hearing.of}`]} · ${say(hearing.by.name)}`} tag={w[`hearing-${state}`]}>
      <Rows
        rows={[
          [w.planned, `${dates.full(hearing.planned)}${hearing.at === undefined ? '' : ` · ${hearing.at}`}`],
          [w.topic, hearing.topic],
          [w.members, members === undefined ? undefined : w.membersOf(members)],
          [w.held, held && `${dates.full(held.on)}${held.attended ? '' : ` · ${w.absent}`}`],
          [ended?.held === false ? w.calledOff : w.ended, ended && dates.full(ended.on)],
          [w.excluded, excluded && w.excludedFrom(dates.full(excluded.from), excluded.to && dates.full(excluded.to))],
        ]}
      />
      <p className="s">
        <PaperLink paper={hearing.notice} title={w.notice} />{' '}
        {hearing.conclusion !== undefined && <PaperLink paper={hearing.conclusion} title={w.conclusion} />}
      </p>
      {held !== undefined && <blockquote className="said">{held.minutes}</blockquote>}
      {ended !== undefined && <blockquote className="said">{ended.text}</blockquote>}
    </Item>
  );
}

function Mediation({
  mediation,
  page,
}: {
  readonly mediation: Model['mediations'][number];
  readonly page: PetitionPageModel;
}): ReactNode {
  const w = useWords(PROCEEDINGS_TEXTS);
  const say = useSay();
  const dates = useDates();
  const { ended, agreement, confirmation, promises } = mediation;
  const last = confirmation?.steps.at(-1);
  return (
    <Item title={say(MEDIATION_LABELS[mediation.kind])} tag={w[`mediation-${mediation.phase}`]}>
      <Rows
        rows={[
          [w.other, mediation.other],
          [w.mediators, mediation.mediators],
          [w.begun, dates.full(mediation.begunOn)],
          [w.finished, ended && dates.full(ended.on)],
          [
            w.confirmation,
            confirmation &&
              (last
                ? `${w[last.step]} · ${dates.full(last.on)} · ${last.text}`
                : w.confirmUntil(dates.full(confirmation.until))),
          ],
        ]}
      />
      {agreement !== undefined && (
        <p className="s">
          <PaperLink paper={agreement} title={w.agreement} />
        </p>
      )}
      {ended !== undefined && <blockquote className="said">{ended.text}</blockquote>}
      {promises.length > 0 && (
        <ol className="pp-requests" aria-label={w.promises}>
          {promises.map(({ what, who, due, clock, noted }) => (
            <li key={clock}>
              {who === '' ? '' : `${who}${w.colon}`}
              {what} · {w.byDay(dates.full(due))}{' '}
              {noted !== undefined && (
                <span className="tag">
                  {noted.kept ? w.kept(dates.short(noted.on)) : w.notKept(dates.short(noted.on))}
                </span>
              )}
              {noted?.kept !== true && (
                <>
                  {' '}
                  <ShortClock id={clock} page={page} />
                </>
              )}
              {noted !== undefined && <blockquote className="said">{noted.text}</blockquote>}
            </li>
          ))}
        </ol>
      )}
    </Item>
  );
}

/** E48: every rating stays, with who opened it again and why; the last is the one that counts. */
function Ratings({ all }: { readonly all: Model }): ReactNode {
  const w = useWords(PROCEEDINGS_TEXTS);
  const say = useSay();
  const dates = useDates();
  if (all.rehandled.length === 0 && !all.ratings.some((one) => one.reopened !== undefined)) return null;
  const counts = new Map(all.ratings.map((one) => [one.side, one]));
  return (
    <section>
      <h2>{w.ratings}</h2>
      <ul className="pp-papers">
        {all.ratings.map((one) => (
          <Item
            key={`${one.side}-${all.ratings.indexOf(one)}`}
            title={`${say(SIDE_LABELS[one.side])} · ${say(RATING_LABELS[one.level])} · ${dates.full(one.on)}`}
            tag={counts.get(one.side) === one ? w.counts : undefined}
          >
            {one.reason !== undefined && <blockquote className="said">{one.reason}</blockquote>}
            {one.reopened !== undefined && (
              <p className="s">
                {w.reopened(say(one.reopened.by), dates.full(one.reopened.on))} · {one.reopened.text}
                {counts.get(one.side) === one && ` · ${w.rateUntil(dates.full(one.reopened.until))}`}
              </p>
            )}
          </Item>
        ))}
        {all.rehandled.map((one) => (
          <Item key={`${one.on}-${one.text}`} title={`${w.rehandled} · ${dates.full(one.on)}`}>
            <blockquote className="said">{one.text}</blockquote>
          </Item>
        ))}
      </ul>
    </section>
  );
}
