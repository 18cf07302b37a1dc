import type { ReactElement } from 'react';
import { sayDay } from '../../domain/days.ts';
import { LANG_TAGS, type Lang } from '../../ui/plain/language.ts';
import type { Doing } from '../../ui/plain/parts.tsx';
import type { FollowMatter, FollowModel } from '../follow/follow.contract.ts';
import { FOLLOW_TEXTS } from './follow.texts.ts';
import { BESIDE_TEXTS } from './follow-beside.texts.ts';

interface Told {
  readonly matter: FollowMatter;
  readonly lang: Lang;
}

function full(day: string, lang: Lang): string {
  return sayDay(day, LANG_TAGS[lang]);
}

/** A hearing that is coming, and what was agreed with the other side. */
export function Beside({ matter, lang }: Told): ReactElement {
  const texts = BESIDE_TEXTS[lang];
  const { hearing, mediations = [] } = matter;
  return (
    <>
      {hearing !== undefined && (
        <p>
          {hearing.held
            ? texts.hearingHeld(full(hearing.on, lang), hearing.by[lang])
            : texts.hearing(full(hearing.on, lang), hearing.at ?? '', hearing.by[lang])}
          {hearing.topic !== undefined && (
            <>
              <br />
              {texts.hearingTopic(hearing.topic)}
            </>
          )}
          {!hearing.held && (
            <>
              <br />
              <span className="soft">{texts.hearingRights}</span>
            </>
          )}
        </p>
      )}
      {mediations.map((one, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: fixed rows, drawn once
        <Mediation key={at} mediation={one} lang={lang} />
      ))}
    </>
  );
}

type MediationTold = NonNullable<FollowMatter['mediations']>[number];

function Mediation({ mediation, lang }: { mediation: MediationTold; lang: Lang }): ReactElement {
  const texts = BESIDE_TEXTS[lang];
  const { kind, phase, other, endedOn, promises, confirmUntil, confirmed } = mediation;
  return (
    <>
      <p>
        {texts.mediation[phase](kind[lang], other, endedOn === undefined ? '' : full(endedOn, lang))}
        {confirmUntil !== undefined && ` ${texts.confirmUntil(full(confirmUntil, lang))}`}
        {confirmed !== undefined && ` ${texts.confirmed[confirmed]}`}
      </p>
      {promises.length > 0 && (
        <>
          <ul aria-label={texts.promises}>
            {promises.map(({ what, who, due, kept }, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: fixed rows, drawn once
              <li key={at}>
                {texts.promise(who, what, full(due, lang))} {kept === true && texts.kept}
                {kept === false && texts.notKept}
              </li>
            ))}
          </ul>
          <p className="soft">{texts.keeps}</p>
        </>
      )}
    </>
  );
}

/** Ratings given before one was asked to rate again: they stay, and are shown. */
export function Earlier({ matter: { earlierRatings = [] }, lang }: Told): ReactElement | null {
  const texts = BESIDE_TEXTS[lang];
  const { sides, levels } = FOLLOW_TEXTS[lang];
  if (earlierRatings.length === 0) return null;
  const told = earlierRatings.map(({ side, level, on }) => texts.earlierOn(sides[side], levels[level], full(on, lang)));
  return <p className="soft">{texts.earlier(told.join('；'))}</p>;
}

/** Where one is asked to rate anew, the way to do so says why and that nothing is lost without it. */
export function rateAgain({ matter, lang }: Told, href: string): Doing | undefined {
  const { name, means } = BESIDE_TEXTS[lang].rateAgain;
  const [first] = (matter.rateAgain ?? []).map(({ until }) => until).sort();
  return first === undefined ? undefined : { href, name, means: means(full(first, lang)) };
}

/** Everything kept of it, to take away; an agent whose authority was not shown gets none (E34). */
export function OwnData({ model, lang }: { readonly model: FollowModel; readonly lang: Lang }): ReactElement | null {
  if (model.authority !== undefined) return null;
  return (
    <p className="small">
      <a href={`/api/follow/${model.number}/data`} download>
        {FOLLOW_TEXTS[lang].ownData}
      </a>
    </p>
  );
}
