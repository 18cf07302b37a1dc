import type { ReactElement } from 'react';
import { Form, Send } from '../../ui/plain/fields.tsx';
import type { Lang } from '../../ui/plain/language.ts';
import { Phone } from '../../ui/plain/parts.tsx';
import { type Problem, ProblemSummary } from '../../ui/plain/problems.tsx';
import { EntryFields } from './entry-fields.tsx';
import { FOLLOW_TEXTS } from './follow.texts.ts';
import { MineOffer } from './mine-beside.tsx';

/** The door to one's petition: the code and a second fact. */
export function EnterPage({
  lang,
  token,
  typed,
  problems,
  phone,
  left,
  open,
}: {
  lang: Lang;
  token: string;
  typed: { readonly code: string; readonly fact: string };
  problems: readonly Problem[];
  phone: string;
  left: boolean;
  /** Number of the petition a pass is still open for. */
  open?: string;
}): ReactElement {
  const words = FOLLOW_TEXTS[lang].enter;
  return (
    <>
      <ProblemSummary problems={problems} lang={lang} />
      {left && <p role="status">{words.left}</p>}
      <h1>{words.h1}</h1>
      <p className="lead">{words.lead}</p>
      {open !== undefined && (
        <section className="panel" aria-labelledby="open">
          <h2 id="open">{words.open}</h2>
          <p className="row">
            <a className="btn slim" href={`/follow/${open}`}>
              {words.openGo(open)}
            </a>
          </p>
        </section>
      )}
      <Form action="/follow" token={token}>
        <EntryFields lang={lang} problems={problems} typed={typed} />
        <div className="row">
          <Send>{words.go}</Send>
        </div>
      </Form>
      <MineOffer lang={lang} />
      <section aria-labelledby="lost">
        <h2 id="lost">{words.lost}</h2>
        <p>
          {words.lostText} <Phone number={phone} />
        </p>
      </section>
    </>
  );
}
