import type { ReactElement } from 'react';
import type { Lang } from '../../../ui/plain/language.ts';
import { Pairs, Phone } from '../../../ui/plain/parts.tsx';
import { DANGER_TEXTS } from '../danger.texts.ts';

/** What was written tells of danger to life: whom to call meanwhile (条例 25). */
export function Care({ lang }: { lang: Lang }): ReactElement {
  const words = DANGER_TEXTS[lang];
  return (
    <section className="slip gap" aria-labelledby="care">
      <div>
        <h2 id="care">{words.h2}</h2>
        <p>{words.lead}</p>
        <p>
          <b>{words.now}</b>
        </p>
        <Pairs pairs={words.lines.map(({ number, said }) => ({ term: <Phone number={number} />, said }))} />
      </div>
    </section>
  );
}
