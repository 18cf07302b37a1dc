import { type ReactNode, useState } from 'react';
import { sayQueryCode } from '../../../domain/ids.ts';
import { ActForm } from '../../../ui/staff/ActForm.tsx';
import { type ActSlot, useActForm } from '../../../ui/staff/act-form.ts';
import { useWords } from '../../../ui/staff/words.tsx';
import { replaceQueryCode } from '../intake.contract.ts';
import { INTAKE_FORM_TEXTS } from './intake-forms.texts.ts';

/** A lost query code: a new one, shown this once; the old one is void. */
export function ReplaceCode(props: ActSlot & { readonly number: string }): ReactNode {
  const w = useWords(INTAKE_FORM_TEXTS);
  const form = useActForm(replaceQueryCode, 'replace-code', props);
  const [checked, setChecked] = useState(false);
  const [code, setCode] = useState<string>();

  async function submit(): Promise<void> {
    const gap = checked ? undefined : { field: 'checked', text: w.needChecked };
    const done = await form.send({ params: { number: props.number }, body: { checked: true } }, [gap]);
    if (done) setCode(done.code);
  }

  if (code !== undefined) {
    return (
      <p role="status">
        {w.newCode} <b className="slip-code">{sayQueryCode(code)}</b> <span className="s q">{w.codeOnce}</span>
      </p>
    );
  }
  return (
    <ActForm form={form} submit={() => void submit()} label={w.replaceCode} note={w.replaceFollows}>
      <label className="chk" htmlFor={form.id('checked')}>
        <input
          id={form.id('checked')}
          type="checkbox"
          checked={checked}
          onChange={(event) => setChecked(event.target.checked)}
        />
        {w.personChecked}
      </label>
    </ActForm>
  );
}
