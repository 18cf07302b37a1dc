import type { ReactElement } from 'react';
import { TextField } from '../../ui/plain/fields.tsx';
import type { Lang } from '../../ui/plain/language.ts';
import { Pairs } from '../../ui/plain/parts.tsx';
import { type Problem, ProblemSummary } from '../../ui/plain/problems.tsx';
import { sayRecordCode } from '../proof/record-code.rules.ts';
import { PROVE_TEXTS } from './prove.texts.ts';

/** What was found under a code. */
export interface Found {
  readonly hash: string;
  readonly index: number;
  readonly size: number;
  readonly day: string;
  readonly time: string;
}

/** Where anybody checks that a receipt or a paper stands in the log as it was. */
export function ProvePage({
  lang,
  typed,
  problems,
  found,
}: {
  lang: Lang;
  typed: string;
  problems: readonly Problem[];
  /** Absent where nothing was asked; `none` where the log does not have it. */
  found?: Found | 'none';
}): ReactElement {
  const words = PROVE_TEXTS[lang];
  return (
    <>
      <ProblemSummary problems={problems} lang={lang} />
      <h1>{words.h1}</h1>
      <p className="lead">{words.lead}</p>
      {found === 'none' && (
        <section className="panel" role="status">
          <p>
            <b>{words.none}</b>
          </p>
          <p>{words.noneWhy}</p>
        </section>
      )}
      {found !== undefined && found !== 'none' && (
        <section className="panel" role="status">
          <p>
            <b>✓ {words.found}</b>
          </p>
          <Pairs
            pairs={[
              { term: words.place, said: words.placeText(found.index) },
              { term: words.signed, said: words.signedText(found.day, found.time, found.size) },
              { term: words.fullCode, said: <code className="small break">{found.hash}</code> },
            ]}
          />
          <p>{words.compare}</p>
        </section>
      )}
      <form method="get" action="/prove" noValidate>
        <TextField
          lang={lang}
          problems={problems}
          name="code"
          label={words.code}
          hint={words.hint}
          value={typed}
          maxLength={120}
          autoComplete="off"
        />
        <div className="row">
          <button className="btn" type="submit">
            {words.go}
          </button>
        </div>
      </form>
      <section aria-labelledby="self">
        <h2 id="self">{words.self}</h2>
        <p>{words.selfText}</p>
        <p className="row">
          <a className="btn quiet" href="/api/log/checkpoint">
            {words.checkpoint}
          </a>
          <a className="btn quiet" href="/prove/check-proof.mjs">
            {words.script}
          </a>
        </p>
      </section>
    </>
  );
}

/** Under a receipt or a paper: its code, and where it is checked. */
export function RecordCode({
  lang,
  hash,
  file,
}: {
  lang: Lang;
  hash: string | undefined;
  file?: string;
}): ReactElement {
  const words = PROVE_TEXTS[lang];
  return (
    <p className="small soft">
      {hash === undefined ? (
        words.waiting
      ) : (
        <>
          <a href={`/prove?code=${hash}`}>{words.line(sayRecordCode(hash))}</a> {words.lineText}
        </>
      )}
      {file !== undefined && hash !== undefined && (
        <>
          {' '}
          <a className="no-print" href={file}>
            {words.file}
          </a>
        </>
      )}
    </p>
  );
}
