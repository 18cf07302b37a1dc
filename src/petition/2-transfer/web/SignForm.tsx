import type { ReactNode } from 'react';
import { ActForm } from '../../../ui/staff/ActForm.tsx';
import { type ActSlot, useActForm } from '../../../ui/staff/act-form.ts';
import { useWords } from '../../../ui/staff/words.tsx';
import { signRoute } from '../transfer.contract.ts';
import { TRANSFER_FORM_TEXTS } from './transfer-forms.texts.ts';

/** T9 签收: the body's own periods start. */
export function SignForm(props: ActSlot & { readonly matter: string; readonly assignment: string }): ReactNode {
  const w = useWords(TRANSFER_FORM_TEXTS);
  const form = useActForm(signRoute, 'sign', props);

  async function submit(): Promise<void> {
    const { matter, assignment } = props;
    if (await form.send({ params: { matter }, body: { assignment } })) props.onDone();
  }

  return (
    <ActForm form={form} submit={() => void submit()} label={w.sign}>
      <p>{w.signFollows}</p>
    </ActForm>
  );
}
