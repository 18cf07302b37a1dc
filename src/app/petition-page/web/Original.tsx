import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { ID_KIND_LABELS } from '../../../domain/particulars.ts';
import {
  CHANNEL_LABELS,
  IDENTITY_LABELS,
  PURPOSE_LABELS,
  RATING_LABELS,
  SIDE_LABELS,
} from '../../../domain/vocabulary.ts';
import { useDates } from '../../../ui/staff/dates.ts';
import { useSay, useWords } from '../../../ui/staff/words.tsx';
import type { PetitionPageModel } from '../petition-page.contract.ts';
import { FileLinks } from './FileLinks.tsx';
import { PeopleTable } from './PeopleTable.tsx';
import { labelOf } from './page-model.ts';
import { PETITION_PAGE_TEXTS } from './petition-page.texts.ts';

/** What arrived, as it arrived: words, requests, people, papers. */
export function Original({ page }: { readonly page: PetitionPageModel }): ReactNode {
  const w = useWords(PETITION_PAGE_TEXTS);
  const say = useSay();
  const dates = useDates();
  const label = (labels: Parameters<typeof labelOf>[0], code: string): string => {
    const found = labelOf(labels, code);
    return found === undefined ? w.unknown : say(found);
  };
  const facts: readonly (readonly [string, ReactNode])[] = [
    [w.channel, label(CHANNEL_LABELS, page.channel)],
    [w.received, dates.full(page.receivedOn)],
    ...(page.registeredOn === undefined ? [] : [[w.registered, dates.full(page.registeredOn)] as const]),
    [w.purpose, label(PURPOSE_LABELS, page.purpose)],
    [w.identity, `${label(IDENTITY_LABELS, page.identity)}${page.identityClear ? '' : ` · ${w.noNotice}`}`],
    ...(page.reported === undefined ? [] : [[w.reported, page.reported] as const]),
    ...(page.place === undefined ? [] : [[w.where, page.place] as const]),
    ...(page.since === undefined ? [] : [[w.when, page.since] as const]),
    ...(page.remark === undefined ? [] : [[w.remark, page.remark] as const]),
    ...(page.source === undefined
      ? []
      : [
          [
            w.source,
            `${page.source}${page.transfers === undefined ? '' : ` · ${w.transfers(page.transfers)}`}`,
          ] as const,
        ]),
    [
      w.submission,
      <Link key="submission" to="/submission/$number" params={{ number: page.submission }}>
        {page.submission}
      </Link>,
    ],
  ];
  return (
    <div className="pp-original">
      {page.erasedOn === undefined ? (
        <>
          <section>
            <h2>{w.text}</h2>
            <p className="pp-text">{page.text}</p>
          </section>
          <section>
            <h2>{w.requests}</h2>
            <ol className="pp-requests">
              {page.requests.map((request) => (
                <li key={request}>{request}</li>
              ))}
            </ol>
          </section>
        </>
      ) : (
        <p>{w.erased(dates.full(page.erasedOn))}</p>
      )}
      {page.importedReply !== undefined && (
        <section>
          <h2>{w.importedReply(dates.full(page.importedReply.on), say(page.importedReply.body.name))}</h2>
          <blockquote className="said">{page.importedReply.text}</blockquote>
        </section>
      )}
      <dl className="pp-facts">
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {page.people.length > 0 && (
        <section>
          <h2>{w.people}</h2>
          <PeopleTable
            submission={page.submission}
            matter={page.matter}
            people={page.people}
            representatives={page.representatives}
            kindOf={(kind) => label(ID_KIND_LABELS, kind)}
          />
        </section>
      )}
      <section>
        <h2>{w.files}</h2>
        {page.files.length === 0 ? <p className="q">{w.noFiles}</p> : <FileLinks files={page.files} />}
      </section>
      {page.accused.length > 0 && (
        <section>
          <h2>{w.accused}</h2>
          <p>{page.accused.map((one) => say(one.name)).join(w.comma)}</p>
        </section>
      )}
      {page.ratings.length > 0 && (
        <section>
          <h2>{w.ratings}</h2>
          <ul>
            {page.ratings.map((one) => (
              <li key={one.side}>
                {w.ratingLine(say(SIDE_LABELS[one.side]), say(RATING_LABELS[one.level]))} · {dates.short(one.on)}
                {one.reason !== undefined && <blockquote className="said">{one.reason}</blockquote>}
              </li>
            ))}
          </ul>
        </section>
      )}
      {page.siblings.length > 0 && (
        <section>
          <h2>{w.siblings}</h2>
          <ul>
            {page.siblings.map((one) => (
              <li key={one.matter}>
                <Link to="/matter/$matter" params={{ matter: one.matter }}>
                  {one.matter}
                </Link>
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}
