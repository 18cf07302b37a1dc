import { Link } from '@tanstack/react-router';
import { type ReactNode, useId, useState } from 'react';
import { CHANNEL_LABELS, CHANNELS } from '../../../domain/vocabulary.ts';
import { useDates } from '../../../ui/staff/dates.ts';
import { Marked } from '../../../ui/staff/Marked.tsx';
import { Failed, Waiting } from '../../../ui/staff/Page.tsx';
import { useSay, useWords } from '../../../ui/staff/words.tsx';
import type { Earlier, EarlierAnswer } from '../persons.contract.ts';
import { EARLIER_STATE_LABELS, SAME_BY_LABELS } from '../persons.texts.ts';
import { mayCompare, namesIn, type Open, useEarlier } from './earlier.ts';
import { EARLIER_PANEL_TEXTS } from './earlier-panel.texts.ts';
import './persons.css';

/** Shown at once; older ones when asked for, so that the form beside stays in sight. */
const FIRST = 3;

/**
 * Earlier submissions of whoever is in the open one, with the passages that say the same; what an officer says is the same
 * matter gives the five scopes of 初次. `otherwise` stands where nobody can be compared.
 */
export function EarlierPanel({ open, otherwise }: { readonly open: Open; readonly otherwise?: ReactNode }): ReactNode {
  const w = useWords(EARLIER_PANEL_TEXTS);
  const heading = useId();
  const names = namesIn(open);
  const [chosen, setChosen] = useState<{ readonly of: string; readonly matter: string | undefined }>();
  const same = chosen?.of === names ? chosen.matter : undefined;
  const [all, setAll] = useState(false);
  const read = useEarlier(open, same);
  const may = mayCompare(open);
  const compared = may && read.data?.compared !== false;
  const earlier = compared ? (read.data?.earlier ?? []) : [];
  return (
    <section className="ep" aria-labelledby={heading}>
      <h2 className="ep-head" id={heading}>
        {w.title} <span className="art">{w.logged}</span>
      </h2>
      {compared && read.isError && <Failed error={read.error} retry={() => void read.refetch()} />}
      {compared && read.isLoading && <Waiting lines={2} />}
      <div role="status">
        {!compared && <p className="hint">{may ? w.cannot : w.tooLittle}</p>}
        {compared && read.isSuccess && earlier.length === 0 && <p className="hint">{w.none}</p>}
        {same !== undefined && read.data?.flags !== undefined && <Scopes flags={read.data.flags} />}
      </div>
      {!compared && otherwise}
      {earlier.length > 0 && (
        <>
          <ul>
            {(all ? earlier : earlier.slice(0, FIRST)).map((one) => (
              <One key={one.number} one={one} same={same} choose={(matter) => setChosen({ of: names, matter })} />
            ))}
          </ul>
          {!all && earlier.length > FIRST && (
            <button type="button" className="ep-same" onClick={() => setAll(true)}>
              {w.older}
            </button>
          )}
          <p className="hint">{w.decides}</p>
        </>
      )}
    </section>
  );
}

interface Choosing {
  readonly same: string | undefined;
  readonly choose: (matter: string | undefined) => void;
}

function One({ one, ...choosing }: { readonly one: Earlier } & Choosing): ReactNode {
  return one.within ? <Within one={one} {...choosing} /> : <Outside one={one} {...choosing} />;
}

function Within({ one, ...choosing }: { readonly one: Extract<Earlier, { within: true }> } & Choosing): ReactNode {
  const w = useWords(EARLIER_PANEL_TEXTS);
  const say = useSay();
  const dates = useDates();
  const channel = CHANNELS.find((known) => known === one.channel);
  return (
    <li className="ep-one">
      {one.matters.map((matter) => (
        <div key={matter.number}>
          <p className="ep-matter">
            <Link to="/matter/$matter" params={{ matter: matter.number }} target="_blank">
              {matter.number}
            </Link>
            <b>{matter.title}</b>
          </p>
          <p className="ep-matter s">
            <span className="tag">{say(EARLIER_STATE_LABELS[matter.state])}</span>
            <span className="q">{w.held(say(matter.holder), dates.short(matter.since))}</span>
            <SameButton number={matter.number} {...choosing} />
          </p>
        </div>
      ))}
      {one.matters.length === 0 && (
        <p className="ep-matter">
          <Link to="/submission/$number" params={{ number: one.number }} target="_blank">
            {one.number}
          </Link>
          <span className="s q">{w.noMatters}</span>
        </p>
      )}
      <p className="s q">
        {[
          ...(channel === undefined ? [] : [say(CHANNEL_LABELS[channel])]),
          dates.short(one.receivedOn),
          say(one.body),
          ...one.by.map((by) => say(SAME_BY_LABELS[by])),
          w.alike(Math.round(one.similarity * 100)),
        ].join(' · ')}
      </p>
      {one.excerpt.text !== '' && (
        <p className="s">
          <Marked {...one.excerpt} />
        </p>
      )}
    </li>
  );
}

function Outside({ one, ...choosing }: { readonly one: Extract<Earlier, { within: false }> } & Choosing): ReactNode {
  const w = useWords(EARLIER_PANEL_TEXTS);
  const say = useSay();
  const dates = useDates();
  return (
    <li className="ep-one">
      <p className="ep-matter">
        <span>{one.number}</span>
        <span className="tag">{say(EARLIER_STATE_LABELS[one.state])}</span>
        <span className="s q">{w.held(say(one.body), dates.short(one.since))}</span>
        {one.state !== 'received' && <SameButton number={one.number} {...choosing} />}
      </p>
      <p className="hint">{w.outside}</p>
    </li>
  );
}

function SameButton({ number, same, choose }: { readonly number: string } & Choosing): ReactNode {
  const w = useWords(EARLIER_PANEL_TEXTS);
  const isIt = same === number;
  return (
    <button
      type="button"
      className="ep-same"
      aria-pressed={isIt}
      aria-label={w.sameOf(number)}
      onClick={() => choose(isIt ? undefined : number)}
    >
      {w.same}
    </button>
  );
}

function Scopes({ flags }: { readonly flags: NonNullable<EarlierAnswer['flags']> }): ReactNode {
  const w = useWords(EARLIER_PANEL_TEXTS);
  const scopes = ['nation', 'body', 'addressee', 'channel', 'bodyChannel'] as const;
  return (
    <div className="ep-scopes">
      <p>{w.scopes}</p>
      <dl>
        {scopes.map((scope) => (
          <div key={scope}>
            <dt>{w[scope]}</dt>
            <dd>{flags[scope] ? w.yes : w.no}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
