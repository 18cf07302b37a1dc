import { useNavigate, useSearch } from '@tanstack/react-router';
import { type FormEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import { useKeys } from '../../ui/staff/keys.ts';
import { useWords } from '../../ui/staff/words.tsx';
import { SHELL_TEXTS } from './shell.texts.ts';

/** Number of a matter or of a submission, as people type or paste it. */
const MATTER = /^\d{6}-\d{4}-\d{6,9}-\d{1,3}$/;
const SUBMISSION = /^\d{6}-\d{4}-\d{6,9}$/;

/** The search box of the top bar: words lead to the list of matters, a whole number straight to its page. */
export function FindBox(): ReactNode {
  const w = useWords(SHELL_TEXTS);
  const navigate = useNavigate();
  const search = useSearch({ strict: false });
  const asked = 'q' in search && typeof search.q === 'string' ? search.q : '';
  const box = useRef<HTMLInputElement>(null);
  const [text, setText] = useState(asked);
  useEffect(() => setText(asked), [asked]);
  useKeys([{ key: '/', label: SHELL_TEXTS.findKey, run: () => box.current?.select(), quiet: true }]);

  function submit(event: FormEvent): void {
    event.preventDefault();
    const words = text.trim();
    if (words === '') return;
    box.current?.blur();
    if (MATTER.test(words)) void navigate({ to: '/matter/$matter', params: { matter: words } });
    else if (SUBMISSION.test(words)) void navigate({ to: '/submission/$number', params: { number: words } });
    else void navigate({ to: '/matters', search: { q: words } });
  }

  return (
    <search className="find">
      <form onSubmit={submit}>
        <label htmlFor="find" className="gone">
          {w.find}
        </label>
        <input
          id="find"
          ref={box}
          type="search"
          enterKeyHint="search"
          placeholder={w.find}
          value={text}
          maxLength={100}
          onChange={(event) => setText(event.target.value)}
          onKeyDown={(event) => {
            if (event.key === 'Escape') box.current?.blur();
          }}
        />
        <kbd title={w.findKey}>/</kbd>
      </form>
    </search>
  );
}
