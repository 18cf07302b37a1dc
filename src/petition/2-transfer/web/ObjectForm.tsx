import { type ReactNode, useState } from 'react';
import { BodyPicker } from '../../../actors/bodies/web/BodyPicker.tsx';
import { ActForm } from '../../../ui/staff/ActForm.tsx';
import { type ActSlot, useActForm } from '../../../ui/staff/act-form.ts';
import { Field } from '../../../ui/staff/Field.tsx';
import { TextArea } from '../../../ui/staff/TextArea.tsx';
import { useWords } from '../../../ui/staff/words.tsx';
import { objectRoute } from '../transfer.contract.ts';
import { TRANSFER_FORM_TEXTS } from './transfer-forms.texts.ts';

/** T10 (条例 23¶3): with reasons, within five working days of receipt. */
export function ObjectForm(props: ActSlot & { readonly matter: string; readonly assignment: string }): ReactNode {
  const w = useWords(TRANSFER_FORM_TEXTS);
  const form = useActForm(objectRoute, 'object', props);
  const [reasons, setReasons] = useState('');
  const [suggests, setSuggests] = useState<string>();

  async function submit(): Promise<void> {
    const { matter, assignment } = props;
    const body = { assignment, reasons, ...(suggests === undefined ? {} : { suggests }) };
    const gaps = [reasons.trim() === '' ? { field: 'reasons', text: w.needReasons } : undefined];
    if (await form.send({ params: { matter }, body }, gaps)) props.onDone();
  }

  return (
    <ActForm form={form} submit={() => void submit()} label={w.object} note={w.objectNote}>
      <Field id={form.id('reasons')} label={w.reasons} hint={w.reasonsHint} fault={form.fault('reasons')}>
        {(tied) => <TextArea {...tied} rows={3} value={reasons} onChange={(event) => setReasons(event.target.value)} />}
      </Field>
      <details className="fold">
        <summary>{w.suggestOpen}</summary>
        <BodyPicker id={form.id('suggests')} label={w.suggests} value={suggests} onChange={setSuggests} />
      </details>
    </ActForm>
  );
}
