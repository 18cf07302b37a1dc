import { type ReactNode, useState } from 'react';
import { ActForm } from '../../../ui/staff/ActForm.tsx';
import { type ActSlot, useActForm } from '../../../ui/staff/act-form.ts';
import { Field } from '../../../ui/staff/Field.tsx';
import { TextArea } from '../../../ui/staff/TextArea.tsx';
import { useWords } from '../../../ui/staff/words.tsx';
import { returnDraftRoute } from '../reply.contract.ts';
import { REPLY_FORM_TEXTS } from './reply-forms.texts.ts';

export function ReturnDraftForm(props: ActSlot & { readonly matter: string; readonly assignment: string }): ReactNode {
  const w = useWords(REPLY_FORM_TEXTS);
  const form = useActForm(returnDraftRoute, 'return-draft', props);
  const [reason, setReason] = useState('');

  async function submit(): Promise<void> {
    const { matter, assignment } = props;
    const gaps = [reason.trim() === '' ? { field: 'reason', text: w.needReturnReason } : undefined];
    if (await form.send({ params: { matter }, body: { assignment, reason } }, gaps)) props.onDone();
  }

  return (
    <ActForm form={form} submit={() => void submit()} label={w.returnDraft}>
      <Field id={form.id('reason')} label={w.returnReason} fault={form.fault('reason')}>
        {(tied) => <TextArea {...tied} rows={2} value={reason} onChange={(event) => setReason(event.target.value)} />}
      </Field>
    </ActForm>
  );
}
