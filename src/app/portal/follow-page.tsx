import type { ReactElement, ReactNode } from 'react';
import { sayDay } from '../../domain/days.ts';
import { RECUSAL_TEXTS } from '../../petition/4-handling/portal/recusal.texts.ts';
import { Form, Send } from '../../ui/plain/fields.tsx';
import { LANG_TAGS, type Lang } from '../../ui/plain/language.ts';
import { type Doing, Doings, Pairs, Phone, Ruler } from '../../ui/plain/parts.tsx';
import { Seams } from '../../ui/plain/seams.tsx';
import type { FollowMatter, FollowModel } from '../follow/follow.contract.ts';
import { FOLLOW_TEXTS } from './follow.texts.ts';
import { Beside, Earlier, OwnData, rateAgain } from './follow-beside.tsx';
import { openingOf } from './follow-opening.texts.ts';

/** What the page is drawn from besides the model. */
export interface FollowView {
  readonly lang: Lang;
  readonly model: FollowModel;
  readonly token: string;
  /** What was just done, to be said once. */
  readonly done?: string;
  /** When it arrived, time of day. */
  readonly time: string;
  /** The record code of the receipt, and where it is checked. */
  readonly proof: ReactNode;
  /** The list of the reader's own: the way back to it, the button that puts this one on it, or that there may be one. */
  readonly mine: { readonly back?: ReactNode; readonly keep?: ReactNode; readonly offer?: ReactNode };
}

function words(lang: Lang) {
  return FOLLOW_TEXTS[lang];
}

function full(day: string, lang: Lang): string {
  return day === '' ? '' : sayDay(day, LANG_TAGS[lang]);
}

/** 3月6日 / 6 March: beside a ruler the year is clear. */
function brief(day: string, lang: Lang): string {
  const said = sayDay(day, LANG_TAGS[lang], { weekday: false });
  return lang === 'zh' ? said.replace(/^\d+年/, '') : said.replace(/ \d+$/, '');
}

/** Where it stands, in five seconds; then what one can do, what happened, and the papers. */
export function FollowPage({ view }: { view: FollowView }): ReactElement {
  const { lang, model } = view;
  const texts = words(lang);
  const [only] = model.matters;
  const one = model.matters.length === 1 ? only : undefined;
  return (
    <>
      {view.mine.back}
      {view.done !== undefined && (
        <p className="panel" role="status">
          <b>{view.done}</b>
        </p>
      )}
      <p className="soft">
        <span className="keep">{model.number}</span>　{model.title}
      </p>
      {one === undefined ? <Opening view={view} /> : <Standing matter={one} view={view} level={1} />}
      {model.matters.length > 1 &&
        model.matters.map((matter, at) => (
          <section key={matter.matter} aria-labelledby={`m-${matter.matter}`}>
            <p className="soft" id={`m-${matter.matter}`}>
              {texts.matter(at)}　{matter.title}
            </p>
            <Standing matter={matter} view={view} level={2} />
          </section>
        ))}
      {view.mine.keep}
      <Story view={view} />
      <Papers view={view} />
      <Readers view={view} />
      <OwnData model={view.model} lang={view.lang} />
      {view.proof}
      {view.mine.offer}
      <Form action="/follow/leave" token={view.token}>
        <div className="row">
          <Send quiet>{texts.acts.leave}</Send>
        </div>
      </Form>
    </>
  );
}

/** Who opened it: bodies, not people. */
function Readers({ view: { lang, model } }: { view: FollowView }): ReactElement | null {
  const texts = words(lang);
  if (model.readers.length === 0) return null;
  return (
    <details>
      <summary>{texts.readers}</summary>
      <p className="small soft">{texts.readersWhy}</p>
      <Pairs
        pairs={model.readers.map((one) => ({
          term: one.body[lang],
          said: texts.reader(one.opened, full(one.last, lang)),
        }))}
      />
    </details>
  );
}

/** The head of a page with no matter yet, or with several. */
function Opening({ view: { lang, model } }: { view: FollowView }): ReactElement {
  const texts = words(lang);
  const clock = model.registerClock;
  const body = model.body.name[lang];
  const said = openingOf(model)[lang];
  return (
    <>
      <h1 className="seams">
        <Seams>{said}</Seams>
      </h1>
      {model.matters.length === 0 && (
        <>
          {clock !== undefined && <Clock clock={clock} today={model.today} lang={lang} />}
          <p>
            <b>{body}</b>
            {lang === 'zh' ? '，' : ', '}
            <Phone number={model.body.phone} />
            {lang === 'zh' ? '。' : '. '}
            {texts.call}
          </p>
          <section aria-labelledby="now">
            <h2 id="now">{texts.now}</h2>
            <Doings doings={[{ href: `/follow/${model.number}/papers`, ...texts.acts.papers }]} />
          </section>
        </>
      )}
    </>
  );
}

type ClockModel = NonNullable<FollowMatter['clock']>;

function Clock({ clock, today, lang }: { clock: ClockModel; today: string; lang: Lang }): ReactElement {
  const texts = words(lang);
  const late = clock.outcome === 'running' && clock.level === 'overdue';
  const passed = Math.max(0, Math.round((Date.parse(today) - Date.parse(clock.from)) / 86_400_000));
  return (
    <>
      <figure>
        <Ruler share={clock.share} late={late} />
        <p className="ends">
          <span>{texts.started(brief(clock.from, lang))}</span>
          {!late && <span>{texts.todayAt(passed)}</span>}
          <span>
            {late ? texts.lateBy(brief(clock.due, lang), Math.abs(clock.daysLeft)) : texts.due(brief(clock.due, lang))}
          </span>
        </p>
      </figure>
      <details>
        <summary>{late ? texts.whyLate : texts.why(brief(clock.due, lang))}</summary>
        <ol>
          {clock.why[lang].map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ol>
      </details>
    </>
  );
}

function Standing({ matter, view, level }: { matter: FollowMatter; view: FollowView; level: 1 | 2 }): ReactElement {
  const { lang, model } = view;
  const texts = words(lang);
  const Heading = level === 1 ? 'h1' : 'h2';
  const { clock, holder } = matter;
  return (
    <div className={matter.late ? 'stand late' : 'stand'}>
      <Heading className="seams">
        <Seams>{matter.headline[lang]}</Seams>
      </Heading>
      {matter.late && clock !== undefined && <p className="lead">{texts.late.lead(full(clock.due, lang))}</p>}
      {clock !== undefined && <Clock clock={clock} today={model.today} lang={lang} />}
      <p>
        <b>{holder.name[lang]}</b>
        {lang === 'zh' ? '，' : ', '}
        {matter.handler !== undefined && texts.handler(matter.handler)}
        <Phone number={holder.phone} />
        {holder.hours[lang] === '' ? '' : `${lang === 'zh' ? '，' : ', '}${holder.hours[lang]}`}
        {lang === 'zh' ? '。' : '. '}
        {texts.call}
      </p>
      {matter.reviewAsked !== undefined && (
        <p>
          {texts.reviewAsked(
            texts.reviewLevels[matter.reviewAsked.level],
            matter.reviewAsked.reviewer[lang],
            full(matter.reviewAsked.on, lang),
          )}
          {matter.reviewAsked.due !== undefined &&
            texts.reviewDue(texts.reviewLevels[matter.reviewAsked.level], full(matter.reviewAsked.due, lang))}
        </p>
      )}
      <Beside matter={matter} lang={lang} />
      {matter.state === 'ended' && (
        <p>
          {texts.ended} {texts.endedNew}
          <a href="/file/for">{texts.endedGo}</a>
          {lang === 'zh' ? '。' : '.'}
        </p>
      )}
      <Over matter={matter} view={view} />
      {matter.late && <Late matter={matter} view={view} level={level} />}
      <SubHeading level={level}>{texts.now}</SubHeading>
      <Doings doings={doingsOf(matter, view)} />
      {matter.ratings.length > 0 && (
        <p className="soft">
          {texts.rated}
          {lang === 'zh' ? '：' : ': '}
          {matter.ratings.map((one) => `${texts.sides[one.side]} ${texts.levels[one.level]}`).join('；')}
        </p>
      )}
      <Earlier matter={matter} lang={lang} />
    </div>
  );
}

/** Windows that have closed are said, not left out: nobody should have to wonder where a button went. */
function Over({ matter, view }: { matter: FollowMatter; view: FollowView }): ReactElement | null {
  const { lang, model } = view;
  const texts = words(lang);
  const { review, rateUntil, can } = matter;
  const rateOver = rateUntil !== undefined && model.today > rateUntil && matter.ratings.length < 2;
  return (
    <>
      {can.askReviewLate && review !== undefined && (
        <p className="soft">
          {texts.reviewOver(texts.reviewLevels[review.level], full(review.until, lang))}
          <a href={`/follow/${model.number}/review?m=${matter.matter}`}>{texts.reviewOverGo}</a>
          {lang === 'zh' ? '。' : '.'}
        </p>
      )}
      {rateOver && <p className="soft">{texts.rateOver(full(rateUntil, lang))}</p>}
    </>
  );
}

function SubHeading({ level, children }: { level: 1 | 2; children: ReactNode }): ReactElement {
  return level === 1 ? <h2>{children}</h2> : <h3>{children}</h3>;
}

function doingsOf(matter: FollowMatter, { lang, model }: FollowView): readonly Doing[] {
  const { acts } = words(lang);
  const at = `/follow/${model.number}`;
  const m = `?m=${matter.matter}`;
  const { can } = matter;
  return [
    ...(can.askReview && matter.review !== undefined
      ? [
          {
            href: `${at}/review${m}`,
            name: acts.review[matter.review.level].name,
            means: acts.review[matter.review.level].means(full(matter.review.until, lang)),
          },
        ]
      : []),
    ...(can.rate.length > 0
      ? [
          rateAgain({ matter, lang }, `${at}/rate${m}`) ?? {
            href: `${at}/rate${m}`,
            ...(can.rate.includes('body') ? acts.rateBoth : acts.rateOffice),
          },
        ]
      : []),
    ...(can.addPapers ? [{ href: `${at}/papers`, ...acts.papers }] : []),
    ...(can.askRecusal
      ? [{ href: `${at}/recusal${m}`, name: RECUSAL_TEXTS[lang].name, means: RECUSAL_TEXTS[lang].means }]
      : []),
    ...(can.takeBack && matter.takeBackUntil !== undefined
      ? [
          {
            href: `${at}/take-back${m}`,
            name: acts.takeBack.name,
            means: acts.takeBack.means(full(matter.takeBackUntil, lang)),
          },
        ]
      : []),
    ...(can.withdraw ? [{ href: `${at}/withdraw${m}`, ...acts.withdraw }] : []),
  ];
}

function Late({ view, level }: { matter: FollowMatter; view: FollowView; level: 1 | 2 }): ReactElement {
  const { lang, model } = view;
  const texts = words(lang).late;
  return (
    <>
      <SubHeading level={level}>{texts.h3}</SubHeading>
      <Doings
        doings={[
          { href: `/follow/${model.number}/papers`, ...texts.push },
          {
            href: `tel:${model.body.phone.replace(/[^\d+]/g, '')}`,
            name: texts.office.name,
            means: texts.office.means(model.body.phone),
          },
          { href: '/help', ...texts.up },
        ]}
      />
      <p>{texts.note}</p>
      <p className="small soft">
        <a href="/law/19">{lang === 'zh' ? '条例第十九条' : 'art. 19'}</a>
        {lang === 'zh' ? '、' : ', '}
        <a href="/law/34">{lang === 'zh' ? '第三十四条' : 'art. 34'}</a>
        {lang === 'zh' ? '、' : ', '}
        <a href="/law/40">{lang === 'zh' ? '第四十条' : 'art. 40'}</a>
      </p>
    </>
  );
}

interface Told {
  readonly day: string;
  readonly who: string;
  readonly said: string;
  readonly note?: string | undefined;
}

function storyOf({ lang, model, time }: FollowView): readonly Told[] {
  const texts = words(lang);
  const prefix = model.matters.length > 1;
  const told = model.matters.flatMap((matter, at) =>
    matter.story.map((entry) => ({
      day: entry.day,
      who: entry.who[lang],
      said: `${prefix ? `${texts.matter(at)}${lang === 'zh' ? '：' : ': '}` : ''}${entry.said[lang]}`,
      note: entry.note,
    })),
  );
  const added = model.added.map((one) => ({
    day: one.day,
    who: one.by === 'petitioner' ? texts.you : model.body.name[lang],
    said: (one.by === 'petitioner' ? texts.added : texts.addedByBody)(one.files),
    note: one.text === '' ? undefined : one.text,
  }));
  const first = { day: model.receivedOn, who: texts.you, said: texts.submitted(time) };
  /* Newest first; within a day the order given, and the arrival last of all. */
  return [...[...told, ...added].sort((a, b) => (a.day < b.day ? 1 : a.day > b.day ? -1 : 0)), first];
}

function Story({ view }: { view: FollowView }): ReactElement {
  const { lang } = view;
  return (
    <section aria-labelledby="story">
      <h2 id="story">{words(lang).story}</h2>
      <ol className="pairs dates" reversed>
        {storyOf(view).map((told, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: fixed rows, drawn once
          <li key={at}>
            <time dateTime={told.day}>{full(told.day, lang)}</time>
            <div>
              <b>{told.who}</b>
              <br />
              {told.said}
              {told.note !== undefined && <p className="said">{told.note}</p>}
            </div>
          </li>
        ))}
      </ol>
    </section>
  );
}

function Papers({ view: { lang, model } }: { view: FollowView }): ReactElement {
  const texts = words(lang);
  const papers = model.matters.flatMap((matter) => matter.papers);
  const pages = `/follow/${model.number}/paper/`;
  return (
    <section aria-labelledby="papers">
      <h2 id="papers">{texts.papers}</h2>
      {papers.length === 0 ? (
        <p>{texts.noPapers}</p>
      ) : (
        <ul className="pairs">
          {papers.map((paper) => (
            <li key={paper.id}>
              <time dateTime={paper.issuedOn}>{brief(paper.issuedOn, lang)}</time>
              <div>
                {/* A joined matter's paper names the first submission; the reader's pass is for this one. */}
                <a href={paper.href.replace(/^\/follow\/[^/]+\/paper\//, pages)}>{paper.title[lang]}</a>
                {paper.number !== undefined && <span className="no">（{paper.number}）</span>}
                <br />
                <span className="small">
                  {paper.issuer[lang]}
                  {lang === 'zh' ? '，' : ', '}
                  {paper.scan === undefined ? texts.unsealed : <a href={paper.scan.href}>{texts.scan}</a>}
                </span>
              </div>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
