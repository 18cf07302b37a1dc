import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { useMay, useSession } from '../../../actors/accounts/web/session.tsx';
import { ScopesOfFirst } from '../../../actors/persons/web/EarlierOne.tsx';
import { EarlierPanel } from '../../../actors/persons/web/EarlierPanel.tsx';
import { maskName } from '../../../domain/ids.ts';
import { ID_KIND_LABELS } from '../../../domain/particulars.ts';
import { CHANNEL_LABELS, IDENTITY_LABELS, PURPOSE_LABELS } from '../../../domain/vocabulary.ts';
import { AlarmPanel } from '../../../petition/1-intake/web/AlarmPanel.tsx';
import { MattersForm } from '../../../petition/1-intake/web/MattersForm.tsx';
import { ReplaceCode } from '../../../petition/1-intake/web/ReplaceCode.tsx';
import { useDates } from '../../../ui/staff/dates.ts';
import { Page, Waiting } from '../../../ui/staff/Page.tsx';
import { useSay, useWords } from '../../../ui/staff/words.tsx';
import { submissionQuery } from '../../desk/web/desk-data.ts';
import type { SubmissionPageModel } from '../petition-page.contract.ts';
import { ClockRow } from './Clocks.tsx';
import { SimilarMatters } from './EarlierMatters.tsx';
import { FileLinks } from './FileLinks.tsx';
import { isClosed, NotRead } from './NotRead.tsx';
import { PeopleTable } from './PeopleTable.tsx';
import { labelOf } from './page-model.ts';
import './petition-page.css';
import { PETITION_PAGE_TEXTS } from './petition-page.texts.ts';
import './register-page.css';
import { REGISTER_PAGE_TEXTS } from './register-page.texts.ts';

/** What a citizen filed, and the form that registers it, at /desk/submission/$number. */
export function SubmissionPage(): ReactNode {
  const { number } = useParams({ from: '/submission/$number' });
  const read = useQuery(submissionQuery(number));
  if (read.data !== undefined && !isClosed(read.error)) return <Submission key={number} page={read.data} />;
  return (
    <Page title={number}>
      {read.isError ? (
        <NotRead number={number} error={read.error} retry={() => void read.refetch()} />
      ) : (
        <Waiting lines={12} />
      )}
    </Page>
  );
}

function Submission({ page }: { readonly page: SubmissionPageModel }): ReactNode {
  const { body } = useSession();
  const mayIntake = useMay()('intake');
  const [same, setSame] = useState<string>();
  const w = useWords(REGISTER_PAGE_TEXTS);
  const pw = useWords(PETITION_PAGE_TEXTS);
  const say = useSay();
  const dates = useDates();
  const client = useQueryClient();

  async function readAgain(): Promise<void> {
    await client.invalidateQueries({ queryKey: submissionQuery(page.number).queryKey });
    void client.invalidateQueries({ queryKey: ['desk'] });
    void client.invalidateQueries({ queryKey: ['matters'] });
  }

  return (
    <Page title={`${w.submission} ${page.number}`} className="pp" scrolls={false}>
      <header className="pp-head sub-head">
        <div className="pp-title">
          <span className="pp-number">{page.number}</span>
          <h1>{page.erasedOn === undefined ? page.title : pw.erasedTitle}</h1>
          {page.petitioners > 1 && <span className="tag">{pw.joint(page.petitioners)}</span>}
          {page.sealed && <span className="tag">{pw.sealed}</span>}
        </div>
        <dl className="pp-meta">
          <div>
            <dt>{pw.who}</dt>
            <dd>
              {page.erasedOn === undefined
                ? pw.andOthers(maskName(page.people[0]?.name ?? '') || pw.anonymous, page.petitioners)
                : pw.erasedTitle}
            </dd>
          </div>
          <div>
            <dt>{pw.place}</dt>
            <dd>{say(page.division.name)}</dd>
          </div>
          <div>
            <dt>{w.receivedBy}</dt>
            <dd>
              {say(page.body.name)} <span className="q">{dates.full(page.receivedOn)}</span>
            </dd>
          </div>
        </dl>
        <ClockRow clocks={page.clocks} today={page.today} />
      </header>
      <aside className="pp-side" aria-label={page.phase === 'registered' ? w.isRegistered : w.toRegister}>
        {!page.sealed && (
          <div className="sub-earlier">
            <EarlierPanel open={{ number: page.number }} asked={!mayIntake} onSame={setSame} />
          </div>
        )}
        <AlarmPanel view={page} slot={{ onDone: () => void readAgain(), onConflict: () => void readAgain() }} />
        {page.phase === 'registered' ? (
          <>
            <Registered page={page} />
            {mayIntake && !page.sealed && page.body.id === body.id && (
              <details className="pp-none">
                <summary>{w.lostCode}</summary>
                <ReplaceCode number={page.number} onDone={() => void readAgain()} onConflict={() => void readAgain()} />
              </details>
            )}
          </>
        ) : page.mayRegister.open ? (
          <>
            <h2>{w.toRegister}</h2>
            <div className="pp-act-body">
              <MattersForm
                number={page.number}
                purpose={page.purpose}
                title={page.title}
                text={page.text}
                requests={page.requests}
                same={same}
                onDone={() => void readAgain()}
                onConflict={() => void readAgain()}
              />
            </div>
          </>
        ) : (
          <>
            <h2>{w.cannot}</h2>
            <p className="pp-none">{page.mayRegister.said === undefined ? '' : say(page.mayRegister.said)}</p>
          </>
        )}
      </aside>
      <section className="pp-main" aria-label={w.original}>
        <Arrived page={page} />
        {!page.sealed && (
          <section className="sub-similar" aria-label={w.byWords}>
            <SimilarMatters title={page.title} />
          </section>
        )}
      </section>
    </Page>
  );
}

function Registered({ page }: { readonly page: SubmissionPageModel }): ReactNode {
  const w = useWords(REGISTER_PAGE_TEXTS);
  return (
    <>
      <p className="pp-done" role="status">
        <b>{w.registered(page.number)}</b>
      </p>
      <h2>{w.mattersOf}</h2>
      <ul className="pp-none">
        {page.matters.map((matter) => (
          <li key={matter}>
            <Link to="/matter/$matter" params={{ matter }}>
              {matter}
            </Link>
          </li>
        ))}
      </ul>
      {page.first !== undefined && (
        <div className="pp-none">
          <ScopesOfFirst flags={page.first} />
        </div>
      )}
      <p className="pp-none">
        <a href={`/desk/print/registration/${page.number}`} target="_blank" rel="noreferrer">
          {w.print}
        </a>
      </p>
    </>
  );
}

function Arrived({ page }: { readonly page: SubmissionPageModel }): ReactNode {
  const pw = useWords(PETITION_PAGE_TEXTS);
  const say = useSay();
  const dates = useDates();
  const label = (labels: Parameters<typeof labelOf>[0], code: string): string => {
    const found = labelOf(labels, code);
    return found === undefined ? pw.unknown : say(found);
  };
  const facts: readonly (readonly [string, string])[] = [
    [pw.channel, label(CHANNEL_LABELS, page.channel)],
    [pw.purpose, label(PURPOSE_LABELS, page.purpose)],
    [pw.identity, label(IDENTITY_LABELS, page.identity)],
    ...(page.reported === undefined ? [] : [[pw.reported, page.reported] as const]),
    ...(page.place === undefined ? [] : [[pw.where, page.place] as const]),
    ...(page.since === undefined ? [] : [[pw.when, page.since] as const]),
    ...(page.remark === undefined ? [] : [[pw.remark, page.remark] as const]),
  ];
  return (
    <div className="pp-original">
      {page.erasedOn !== undefined && <p>{pw.erased(dates.full(page.erasedOn))}</p>}
      <section>
        <h2>{pw.text}</h2>
        {page.withheld ? <p className="q">{pw.withheld}</p> : <p className="pp-text">{page.text}</p>}
      </section>
      <section>
        <h2>{pw.requests}</h2>
        <ol className="pp-requests">
          {page.requests.map((request) => (
            <li key={request}>{request}</li>
          ))}
        </ol>
      </section>
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
          <h2>{pw.people}</h2>
          <PeopleTable submission={page.number} people={page.people} kindOf={(kind) => label(ID_KIND_LABELS, kind)} />
        </section>
      )}
      <section>
        <h2>{pw.files}</h2>
        {page.files.length === 0 ? <p className="q">{pw.noFiles}</p> : <FileLinks files={page.files} />}
      </section>
    </div>
  );
}
