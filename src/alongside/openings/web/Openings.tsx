import { useInfiniteQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useAct } from '../../../ui/staff/act.ts';
import { useDates } from '../../../ui/staff/dates.ts';
import { ApiErrorSummary } from '../../../ui/staff/ErrorSummary.tsx';
import { notice } from '../../../ui/staff/notice.tsx';
import { Failed, Waiting } from '../../../ui/staff/Page.tsx';
import { useSay, useWords } from '../../../ui/staff/words.tsx';
import { decideOpening, endOpening, type OpeningRow } from '../openings.contract.ts';
import { PURPOSE_LABELS } from '../openings.rules.ts';
import './openings.css';
import { OPENINGS_TEXTS } from './openings.texts.ts';
import { OPENING_REFRESHES, openingsQuery } from './openings-data.ts';

const STATES = {
  waiting: 'waiting',
  open: 'open',
  over: 'over',
  lapsed: 'lapsed',
  refused: 'wasRefused',
  ended: 'wasEnded',
} as const satisfies Record<OpeningRow['state'], keyof typeof OPENINGS_TEXTS>;

/** For the keepers of a body: requests of colleagues that wait for a second person; nothing where none does. */
export function OpeningsToDecide(): ReactNode {
  const w = useWords(OPENINGS_TEXTS);
  const list = useInfiniteQuery(openingsQuery);
  const waiting = (list.data?.pages ?? []).flatMap(({ openings }) => openings).filter(({ mayDecide }) => mayDecide);
  if (waiting.length === 0) return null;
  return (
    <section className="openings" aria-label={w.toDecide}>
      <h2>{w.toDecide}</h2>
      <ul className="plain">
        {waiting.map((one) => (
          <li key={one.id}>
            <OpeningLine opening={one} />
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Who of the body opened what, and why. */
export function OpeningsRecord(): ReactNode {
  const w = useWords(OPENINGS_TEXTS);
  const list = useInfiniteQuery(openingsQuery);
  if (list.isPending) return <Waiting lines={2} />;
  if (list.isError) return <Failed error={list.error} retry={() => void list.refetch()} />;
  const all = list.data.pages.flatMap(({ openings }) => openings);
  return (
    <details className="openings">
      <summary>{w.record}</summary>
      {all.length === 0 ? (
        <p className="q">{w.none}</p>
      ) : (
        <ul className="plain">
          {all.map((one) => (
            <li key={one.id}>
              <OpeningLine opening={one} decides={false} />
            </li>
          ))}
        </ul>
      )}
      {list.hasNextPage && (
        <Button size="small" loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
          {w.more}
        </Button>
      )}
    </details>
  );
}

/** One request, and what whoever looks at it may do. `done` once they did. */
export function OpeningLine({
  opening,
  decides = true,
  done = () => {},
}: {
  readonly opening: OpeningRow;
  readonly decides?: boolean;
  readonly done?: () => void;
}): ReactNode {
  const w = useWords(OPENINGS_TEXTS);
  const say = useSay();
  const dates = useDates();
  const decide = useAct(decideOpening, OPENING_REFRESHES);
  const end = useAct(endOpening, OPENING_REFRESHES);
  const params = { opening: opening.id };

  async function settle(confirm: boolean): Promise<void> {
    if ((await decide.send({ params, body: { confirm } })) === undefined) return;
    notice(confirm ? w.confirmed : w.refused);
    done();
  }

  return (
    <>
      <p>
        {opening.number !== undefined && <span className="c-number">{opening.number} </span>}
        {w.line(opening.account.name, say(PURPOSE_LABELS[opening.purpose]), opening.days)}
        {opening.urgent && <span className="tag">{w.urgent}</span>}
      </p>
      {opening.note !== undefined && <p className="rq">{opening.note}</p>}
      <p className="s q">
        {say(opening.body)} · {w.when(dates.moment(opening.askedAt))} · {w[STATES[opening.state]]}
        {opening.until !== undefined && (opening.state === 'open' || opening.state === 'waiting')
          ? ` · ${w.until(dates.moment(opening.until))}`
          : ''}
        {opening.state === 'waiting' || opening.state === 'lapsed'
          ? ''
          : ` · ${opening.second === undefined ? w.noSecond : w.second(opening.second)}`}
      </p>
      <ApiErrorSummary error={decide.error ?? end.error} />
      <div className="acts">
        {decides && opening.mayDecide && (
          <>
            <Button size="small" type="primary" loading={decide.pending} onClick={() => void settle(true)}>
              {opening.state === 'open' ? w.seen : w.confirm}
            </Button>
            <Button size="small" disabled={decide.pending} onClick={() => void settle(false)}>
              {w.refuse}
            </Button>
          </>
        )}
        {!decides && opening.mayEnd && (
          <Button
            size="small"
            loading={end.pending}
            onClick={() =>
              void end.send({ params }).then((ended) => {
                if (ended !== undefined) notice(opening.state === 'waiting' ? w.takenBack : w.ended);
              })
            }
          >
            {opening.state === 'waiting' ? w.takeBack : w.end}
          </Button>
        )}
      </div>
    </>
  );
}
