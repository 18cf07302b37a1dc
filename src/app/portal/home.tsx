import type { ReactElement } from 'react';
import type { Lang } from '../../ui/plain/language.ts';
import { Pairs, Phone } from '../../ui/plain/parts.tsx';
import { Seams } from '../../ui/plain/seams.tsx';
import { HOME_TEXTS, type PathStep } from './home.texts.ts';
import { MineOffer } from './mine-beside.tsx';
import type { Site } from './site.ts';
import type { PublicFigures } from './visit.tsx';

/** Four doors, the path of a petition, people to talk to, and last month's figures where there are any. */
export function HomePage({
  lang,
  site,
  figures,
}: {
  lang: Lang;
  site: Site;
  figures: PublicFigures | undefined;
}): ReactElement {
  const words = HOME_TEXTS[lang];
  const doors = [
    { href: '/file/for', ...words.doors.file },
    { href: '/follow', ...words.doors.follow },
    { href: '/guide', ...words.doors.guide },
    { href: '/law', ...words.doors.law },
  ];
  return (
    <>
      <h1 className="seams">
        <Seams>{words.h1}</Seams>
      </h1>
      <p className="lead">{words.lead}</p>
      <nav aria-label={words.doorsLabel} className="gap">
        <ul className="doors">
          {doors.map((door) => (
            <li key={door.href}>
              <a className="door" href={door.href}>
                <b>{door.name}</b>
                {door.means}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <MineOffer lang={lang} />
      <ThePath lang={lang} />
      <ThePeople lang={lang} site={site} />
      {figures !== undefined && (
        <section aria-labelledby="figures">
          <h2 id="figures">{words.figures.h2}</h2>
          <p className="soft">{figures.intro}</p>
          <Pairs pairs={figures.rows.map((row) => ({ term: row.name, said: row.said }))} />
          {figures.href !== undefined && (
            <p>
              <a href={figures.href}>{words.figures.all}</a>
            </p>
          )}
        </section>
      )}
    </>
  );
}

function PathList({ steps, may }: { steps: readonly PathStep[]; may?: boolean }): ReactElement {
  return (
    <ol className={may === true ? 'path may' : 'path'}>
      {steps.map((step) => (
        <li key={step.days + step.name} className={step.you ? 'you' : undefined}>
          <span className="days">{step.days}</span>
          <div>
            <b>{step.name}</b>
            {step.term !== undefined && <span lang="zh-CN">（{step.term}）</span>}
            {step.text !== '' && (
              <>
                <br />
                {step.text}
              </>
            )}
          </div>
        </li>
      ))}
    </ol>
  );
}

export function ThePath({ lang }: { lang: Lang }): ReactElement {
  const words = HOME_TEXTS[lang].path;
  return (
    <section aria-labelledby="path">
      <h2 id="path">{words.h2}</h2>
      <p>{words.lead}</p>
      <figure>
        <svg className="ruler" height="4.9em" aria-hidden="true" focusable="false">
          <text x="6.25%" y="1.1em" textAnchor="middle">
            {words.marks.forward}
          </text>
          <text x="18.75%" y="1.1em" textAnchor="middle">
            {words.marks.notice}
          </text>
          <text x="50%" y="1.1em" textAnchor="middle">
            {words.marks.handle}
          </text>
          <text x="87.5%" y="1.1em" textAnchor="middle">
            {words.marks.extend}
          </text>
          <line x1="0" x2="75%" y1="2.2em" y2="2.2em" strokeWidth="3" />
          <line x1="75%" x2="100%" y1="2.2em" y2="2.2em" strokeWidth="2" strokeDasharray="5 6" />
          <circle cx="0" cy="2.2em" r="6" />
          <circle cx="12.5%" cy="2.2em" r="4" />
          <circle cx="25%" cy="2.2em" r="4" />
          <circle cx="75%" cy="2.2em" r="6" />
          <circle cx="100%" cy="2.2em" r="4" />
          <text x="0" y="4.1em">
            0
          </text>
          <text x="12.5%" y="4.1em" textAnchor="middle">
            15
          </text>
          <text x="25%" y="4.1em" textAnchor="middle">
            30
          </text>
          <text x="75%" y="4.1em" textAnchor="middle">
            {words.marks.day90}
          </text>
          <text x="100%" y="4.1em" textAnchor="end">
            120
          </text>
        </svg>
        <figcaption className="small soft">{words.caption}</figcaption>
      </figure>
      <p className="small">
        <span className="dot you" />
        {words.you}　<span className="dot" />
        {words.body}
      </p>
      <PathList steps={words.steps} />
      <h3>{words.again}</h3>
      <PathList steps={words.more} may />
      <p className="small soft">
        {words.days}
        <a href="/law">{words.law}</a>
      </p>
    </section>
  );
}

export function ThePeople({ lang, site }: { lang: Lang; site: Site }): ReactElement {
  const words = HOME_TEXTS[lang].people;
  return (
    <section aria-labelledby="people">
      <h2 id="people">{words.h2}</h2>
      <Pairs
        pairs={[
          {
            term: words.call,
            said: (
              <>
                <b>
                  <Phone number={site.phone} />
                </b>
                <br />
                {site.hours[lang]}
                {lang === 'zh' ? '。' : '. '}
                {words.callText}
              </>
            ),
          },
          {
            term: words.visit,
            said: (
              <>
                {site.reception.name[lang]}
                <br />
                {site.reception.address[lang]}
                <br />
                {site.reception.hours[lang]}
                {lang === 'zh' ? '。' : '. '}
                {words.visitText}
              </>
            ),
          },
          {
            term: words.write,
            said: (
              <>
                {words.writeTo(site.letters[lang], site.office[lang])}
                <br />
                {words.writeText}
              </>
            ),
          },
          ...(site.leader === undefined ? [] : [{ term: words.leader, said: site.leader[lang] }]),
        ]}
      />
    </section>
  );
}
