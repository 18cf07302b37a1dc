import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { CHANNEL_LABELS, CHANNELS } from '../../../domain/vocabulary.ts';
import { useDates } from '../../../ui/staff/dates.ts';
import { Marked } from '../../../ui/staff/Marked.tsx';
import { useSay, useWords } from '../../../ui/staff/words.tsx';
import type { Earlier, EarlierAnswer } from '../persons.contract.ts';
import { EARLIER_STATE_LABELS, SAME_BY_LABELS } from '../persons.texts.ts';
import { EARLIER_PANEL_TEXTS } from './earlier-panel.texts.ts';
import './persons.css';

/** What an officer says of a matter found, and what follows from it. */
interface Choosing {
  readonly same: string | undefined;
  /** Known once the server was told which is the same. */
  readonly flags: EarlierAnswer['flags'];
  readonly choose: (matter: string | undefined) => void;
}

/** One earlier submission, or of one elsewhere what may be told of it. */
export function EarlierOne({ one, ...choosing }: { readonly one: Earlier } & Choosing): ReactNode {
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
          <Scopes number={matter.number} {...choosing} />
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
        <span className="tag">{w.elsewhere}</span>
        <span className="tag">{say(EARLIER_STATE_LABELS[one.state])}</span>
        <span className="s q">{w.held(say(one.body), dates.short(one.since))}</span>
        {one.state !== 'received' && <SameButton number={one.number} {...choosing} />}
      </p>
      <Scopes number={one.number} {...choosing} />
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

/** Beneath the matter that is said to be the same, so that nothing above it moves. */
function Scopes({ number, same, flags }: { readonly number: string } & Choosing): ReactNode {
  return <div role="status">{same === number && flags !== undefined && <ScopesOfFirst flags={flags} />}</div>;
}

/** 初次 in its five scopes. */
export function ScopesOfFirst({ flags }: { readonly flags: NonNullable<EarlierAnswer['flags']> }): ReactNode {
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
