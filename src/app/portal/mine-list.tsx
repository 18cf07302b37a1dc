import type { ReactElement } from 'react';
import { sayDay } from '../../domain/days.ts';
import { Form, Send } from '../../ui/plain/fields.tsx';
import { LANG_TAGS, type Lang } from '../../ui/plain/language.ts';
import { Doings } from '../../ui/plain/parts.tsx';
import { Seams } from '../../ui/plain/seams.tsx';
import type { Gathered } from '../mine/gather.ts';
import type { Standing, Summary, Waiting } from '../mine/mine.rules.ts';
import { FOLLOW_TEXTS } from './follow.texts.ts';
import { MINE_TEXTS } from './mine-page.texts.ts';
import { AddForm } from './mine-pages.tsx';

/** What the list is drawn from. */
export interface MineView {
  readonly lang: Lang;
  readonly token: string;
  readonly gathered: Gathered;
  /** The phone as it may be shown, and since when it is kept. */
  readonly phone: string;
  readonly since: string;
  /** What was just done, to be said once. */
  readonly done: string | undefined;
}

/** The petitions somebody added, each with where it stands and what waits for them. */
export function MinePage({ view }: { view: MineView }): ReactElement {
  const { lang, token, gathered, phone, since, done } = view;
  const { name, list, empty } = MINE_TEXTS[lang];
  const { petitions, shut } = gathered;
  const none = petitions.length + shut.length === 0;
  return (
    <>
      {done !== undefined && (
        <p className="panel" role="status">
          <b>{done}</b>
        </p>
      )}
      <h1>{name}</h1>
      <p className="soft">{list.phone(phone)}</p>
      {petitions.map((petition) => (
        <Petition key={petition.number} petition={petition} lang={lang} token={token} />
      ))}
      {shut.map((number) => (
        <Shut key={number} number={number} lang={lang} />
      ))}
      {none && (
        <section aria-labelledby="none">
          <h2 id="none">{empty.h2}</h2>
          <p>{empty.text}</p>
          <AddForm lang={lang} token={token} problems={[]} typed={{ code: '', fact: '' }} />
        </section>
      )}
      <div className="gap">
        <Doings
          doings={[
            ...(none ? [] : [{ href: '/mine/add', name: list.more, means: list.addMeans }]),
            { href: '/file/for', name: list.fileName, means: list.fileMeans },
          ]}
        />
      </div>
      <details>
        <summary>{list.kept}</summary>
        <ul>
          {list.keeps(phone, full(since, lang)).map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
        <p>
          <a href="/mine/delete">{list.erase}</a>
        </p>
      </details>
      <Form action="/mine/leave" token={token}>
        <div className="row">
          <Send name="where" value="here">
            {list.leave}
          </Send>
          <Send quiet name="where" value="all">
            {list.leaveAll}
          </Send>
        </div>
      </Form>
    </>
  );
}

function full(day: string, lang: Lang): string {
  return sayDay(day, LANG_TAGS[lang]);
}

interface Each {
  readonly lang: Lang;
  readonly token: string;
  readonly petition: Summary;
}

function Petition({ petition, lang, token }: Each): ReactElement {
  const words = MINE_TEXTS[lang].list;
  const { number, title, headline, standings } = petition;
  const [only, ...more] = standings;
  const one = more.length === 0 ? only : undefined;
  return (
    <section aria-labelledby={`p-${number}`} className={one?.late === true ? 'late' : undefined}>
      <p className="soft">
        <span className="keep">{number}</span>　{title}
      </p>
      <h2 id={`p-${number}`} className="seams">
        <Seams>{headline[lang]}</Seams>
      </h2>
      {one === undefined ? (
        standings.map((standing, at) => (
          <div key={standing.title + standing.headline.zh}>
            <h3>
              {FOLLOW_TEXTS[lang].matter(at)}　{standing.title}
            </h3>
            <p>{standing.headline[lang]}</p>
            <Ahead standing={standing} lang={lang} />
          </div>
        ))
      ) : (
        <Ahead standing={one} lang={lang} />
      )}
      <div className="row">
        <Form action="/mine/open" token={token} hidden={{ number }}>
          <Send>
            {words.open}
            <span className="vh">{words.of(number)}</span>
          </Send>
        </Form>
        <Remove number={number} lang={lang} />
      </div>
    </section>
  );
}

/** What waits for the reader, and the next date where the headline does not say it. */
function Ahead({ standing, lang }: { standing: Standing; lang: Lang }): ReactElement | null {
  const words = MINE_TEXTS[lang].list;
  const { next, waits, headline } = standing;
  const said = next === undefined ? undefined : full(next, lang);
  return (
    <>
      {said !== undefined && !headline[lang].includes(said) && <p>{words.next(said)}</p>}
      {waits.length > 0 && (
        <p className="panel">
          <b>{words.waits}</b>
          {waits.map((one) => waitWords(one, lang)).join(lang === 'zh' ? '；' : '; ')}
          {lang === 'zh' ? '。' : '.'}
        </p>
      )}
    </>
  );
}

function waitWords({ what, until }: Waiting, lang: Lang): string {
  const words = MINE_TEXTS[lang].list;
  const day = until === undefined ? undefined : full(until, lang);
  return what === 'rate' ? words.rate(day) : words.review(FOLLOW_TEXTS[lang].reviewLevels[what], day ?? '');
}

function Shut({ number, lang }: { number: string; lang: Lang }): ReactElement {
  const words = MINE_TEXTS[lang].list;
  return (
    <section aria-labelledby={`p-${number}`}>
      <p className="soft">
        <span className="keep">{number}</span>
      </p>
      <h2 id={`p-${number}`}>{words.shut}</h2>
      <p>{words.shutText}</p>
      <div className="row">
        <a className="btn" href="/mine/add">
          {words.again}
          <span className="vh">{words.of(number)}</span>
        </a>
        <Remove number={number} lang={lang} />
      </div>
    </section>
  );
}

function Remove({ number, lang }: { number: string; lang: Lang }): ReactElement {
  const words = MINE_TEXTS[lang].list;
  return (
    <a className="back" href={`/mine/remove?n=${number}`}>
      {words.remove}
      <span className="vh">{words.of(number)}</span>
    </a>
  );
}
