import type { ReactElement } from 'react';
import { TextField } from '../../ui/plain/fields.tsx';
import type { Lang } from '../../ui/plain/language.ts';
import type { Problem } from '../../ui/plain/problems.tsx';
import { FOLLOW_TEXTS } from './follow.texts.ts';

/** The two things that open a petition: its query code and a second fact. */
export function EntryFields({
  lang,
  problems,
  typed,
}: {
  lang: Lang;
  problems: readonly Problem[];
  typed: { readonly code: string; readonly fact: string };
}): ReactElement {
  const words = FOLLOW_TEXTS[lang].enter;
  const field = { lang, problems, autoComplete: 'off', short: true } as const;
  return (
    <>
      <TextField
        {...field}
        name="code"
        label={words.code}
        hint={words.codeHint}
        value={typed.code}
        maxLength={40}
        inputMode="numeric"
      />
      <TextField {...field} name="fact" label={words.fact} hint={words.factHint} value={typed.fact} maxLength={50} />
    </>
  );
}
