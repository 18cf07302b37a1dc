import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { Clock } from '../../../ui/staff/Clock.tsx';
import { useDates } from '../../../ui/staff/dates.ts';
import { useKeys } from '../../../ui/staff/keys.ts';
import { Failed, Waiting } from '../../../ui/staff/Page.tsx';
import { useSay, useWords } from '../../../ui/staff/words.tsx';
import type { PetitionPageModel, SubmissionPageModel } from '../../petition-page/petition-page.contract.ts';
import type { DeskRow } from '../desk.contract.ts';
import { useChannelName } from './cells.ts';
import { matterQuery, submissionQuery } from './desk-data.ts';
import { DESK_PAGE_TEXTS } from './desk-page.texts.ts';
import { rowKey } from './steady.rules.ts';

/** Rows passed over faster than this are not read, and so not recorded as read. */
const SETTLE_MS = 250;

/** A look at the case picked: what is asked, where it stands, why it is due when it is due, and what can be done. */
export function Preview({
  row,
  open,
}: {
  readonly row: DeskRow | undefined;
  readonly open: (row: DeskRow) => void;
}): ReactNode {
  const w = useWords(DESK_PAGE_TEXTS);
  const settled = useSettled(row);
  if (row === undefined) {
    return (
      <aside className="prev" aria-label={w.preview}>
        <div className="empty">
          <h2>{w.pickOne}</h2>
          <p>{w.pickHow}</p>
        </div>
      </aside>
    );
  }
  return (
    <aside className="prev" aria-label={w.preview}>
      {settled === undefined || rowKey(settled) !== rowKey(row) ? (
        <Waiting />
      ) : row.kind === 'matter' ? (
        <MatterLook key={row.item} row={row} />
      ) : (
        <SubmissionLook key={row.item} row={row} />
      )}
      <footer>
        <Button type="primary" onClick={() => open(row)}>
          {row.kind === 'matter' ? w.openPage : w.openRegister} <kbd>O</kbd>
        </Button>
      </footer>
    </aside>
  );
}

function useSettled(row: DeskRow | undefined): DeskRow | undefined {
  const [settled, setSettled] = useState<DeskRow>();
  useEffect(() => {
    const timer = setTimeout(() => setSettled(row), SETTLE_MS);
    return () => clearTimeout(timer);
  }, [row]);
  return settled;
}

function MatterLook({ row }: { readonly row: DeskRow }): ReactNode {
  const say = useSay();
  const w = useWords(DESK_PAGE_TEXTS);
  const dates = useDates();
  const page = useQuery(matterQuery(row.item));
  if (page.isPending) return <Waiting />;
  if (page.isError) return <Failed error={page.error} retry={() => void page.refetch()} />;
  const matter = page.data;
  const last = matter.story.at(-1);
  const open = matter.acts.filter((act) => act.open);
  return (
    <>
      <LookHead row={row} page={matter} />
      <div className="mid">
        <Text page={matter} />
        <div className="part">
          <dl className="facts">
            <dt>{w.inHands}</dt>
            <dd>{w.heldBy(say(matter.holder.name), dates.short(matter.holderSince))}</dd>
            {last !== undefined && (
              <>
                <dt>{w.last}</dt>
                <dd>
                  {dates.short(last.day)} {say(last.title)}
                </dd>
              </>
            )}
          </dl>
        </div>
        <div className="part">
          <h2>{w.canDo}</h2>
          {open.length === 0 ? (
            <p className="s q">{w.nothingOpen}</p>
          ) : (
            <ul className="can">
              {open.map((act) => (
                <li key={`${act.id}${act.assignment ?? ''}`}>
                  {say(act.label)} {act.article !== undefined && <span className="art">{say(act.article)}</span>}
                </li>
              ))}
            </ul>
          )}
        </div>
      </div>
    </>
  );
}

function SubmissionLook({ row }: { readonly row: DeskRow }): ReactNode {
  const page = useQuery(submissionQuery(row.item));
  if (page.isPending) return <Waiting />;
  if (page.isError) return <Failed error={page.error} retry={() => void page.refetch()} />;
  return (
    <>
      <LookHead row={row} page={page.data} />
      <div className="mid">
        <Text page={page.data} />
      </div>
    </>
  );
}

type LookPage = PetitionPageModel | SubmissionPageModel;

function LookHead({ row, page }: { readonly row: DeskRow; readonly page: LookPage }): ReactNode {
  const say = useSay();
  const w = useWords(DESK_PAGE_TEXTS);
  const dates = useDates();
  const channel = useChannelName();
  const why = useRef<HTMLDetailsElement>(null);
  const clock =
    page.clocks.find((one) => one.outcome === 'running' && one.kind === row.clockKind && one.due === row.due) ??
    page.clocks.findLast((one) => one.outcome === 'running');
  useKeys([
    {
      key: 'w',
      label: DESK_PAGE_TEXTS.whyKey,
      run: () => {
        if (why.current !== null) why.current.open = !why.current.open;
      },
    },
  ]);
  return (
    <header>
      <p className="s q">
        <b className="ink">{row.item}</b> · {channel(page.channel)} · {w.received(dates.short(page.receivedOn))} ·{' '}
        {say(page.division.name)}
      </p>
      <h1>{page.title}</h1>
      {clock !== undefined && (
        <div className="due">
          <Clock {...clock} startedOn={clock.from} />
          <details ref={why}>
            <summary className="s">{w.whyKey}</summary>
            <ol className="why">
              {say({ zh: clock.why.zh.join('\n'), en: clock.why.en.join('\n') })
                .split('\n')
                .map((line) => (
                  <li key={line}>{line}</li>
                ))}
            </ol>
          </details>
        </div>
      )}
    </header>
  );
}

function Text({ page }: { readonly page: LookPage }): ReactNode {
  const w = useWords(DESK_PAGE_TEXTS);
  return (
    <>
      <div className="txt">
        {page.text.split(/\n+/).map((line, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: paragraphs of a text that never changes
          <p key={at}>{line}</p>
        ))}
      </div>
      {page.requests.length > 0 && (
        <div className="part">
          <h2>{w.asks}</h2>
          <ol className="asks">
            {page.requests.map((request) => (
              <li key={request}>{request}</li>
            ))}
          </ol>
        </div>
      )}
      {page.files.length > 0 && <p className="s q">{w.papers(page.files.length)}</p>}
    </>
  );
}
