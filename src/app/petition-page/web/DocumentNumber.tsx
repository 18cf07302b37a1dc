import { type ReactNode, useState } from 'react';
import { useAct } from '../../../ui/staff/act.ts';
import { useFaults } from '../../../ui/staff/ErrorSummary.tsx';
import { useSay, useWords } from '../../../ui/staff/words.tsx';
import { REVEAL_LABELS, REVEAL_PURPOSES, revealDocument } from '../reveal.contract.ts';
import { PETITION_PAGE_TEXTS } from './petition-page.texts.ts';

/** A document's number as the page has it, and the whole of it once a purpose was chosen, which is recorded. */
export function DocumentNumber({
  masked,
  of,
}: {
  readonly masked: string;
  readonly of: {
    readonly submission: string;
    readonly matter: string | undefined;
    readonly person: number;
    readonly name: string;
  };
}): ReactNode {
  const w = useWords(PETITION_PAGE_TEXTS);
  const say = useSay();
  const said = useFaults();
  const act = useAct(revealDocument);
  const [whole, setWhole] = useState<string>();
  if (whole !== undefined) return whole;
  const { submission, matter, person, name } = of;
  return (
    <>
      {masked}{' '}
      <select
        className="filter"
        aria-label={w.revealOf(name)}
        disabled={act.pending}
        value=""
        onChange={(event) => {
          const purpose = REVEAL_PURPOSES.find((one) => one === event.target.value);
          if (purpose === undefined) return;
          const body = { person, purpose, ...(matter === undefined ? {} : { matter }) };
          void act.send({ params: { number: submission }, body }).then((done) => setWhole(done?.idNumber));
        }}
      >
        <option value="">{w.reveal}</option>
        {REVEAL_PURPOSES.map((purpose) => (
          <option key={purpose} value={purpose}>
            {say(REVEAL_LABELS[purpose])}
          </option>
        ))}
      </select>
      {said(act.error).map((fault) => (
        <p key={fault.field} role="alert" className="hint fault">
          {fault.text}
        </p>
      ))}
    </>
  );
}
