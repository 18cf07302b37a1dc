import { type ReactNode, useState } from 'react';
import { ActForm } from '../../../ui/staff/ActForm.tsx';
import { type ActSlot, useActForm } from '../../../ui/staff/act-form.ts';
import { Field } from '../../../ui/staff/Field.tsx';
import { TextArea } from '../../../ui/staff/TextArea.tsx';
import { useWords } from '../../../ui/staff/words.tsx';
import { agreeReturnRoute, refuseReturnRoute } from '../transfer.contract.ts';
import { TRANSFER_FORM_TEXTS } from './transfer-forms.texts.ts';

interface Answering extends ActSlot {
  readonly matter: string;
  readonly assignment: string;
  /** The objection, to be read before answering it. */
  readonly objection: string | undefined;
}

/** T11. */
export function AgreeReturnForm(props: Answering): ReactNode {
  const w = useWords(TRANSFER_FORM_TEXTS);
  const form = useActForm(agreeReturnRoute, 'agree-return', props);

  async function submit(): Promise<void> {
    const { matter, assignment } = props;
    if (await form.send({ params: { matter }, body: { assignment } })) props.onDone();
  }

  return (
    <ActForm form={form} submit={() => void submit()} label={w.agree} beside={<Objection href={props.objection} />}>
      <p>{w.agreeFollows}</p>
    </ActForm>
  );
}

/** T12. */
export function RefuseReturnForm(props: Answering): ReactNode {
  const w = useWords(TRANSFER_FORM_TEXTS);
  const form = useActForm(refuseReturnRoute, 'refuse-return', props);
  const [reasons, setReasons] = useState('');

  async function submit(): Promise<void> {
    const { matter, assignment } = props;
    const gaps = [reasons.trim() === '' ? { field: 'reasons', text: w.needReasons } : undefined];
    if (await form.send({ params: { matter }, body: { assignment, reasons } }, gaps)) props.onDone();
  }

  return (
    <ActForm
      form={form}
      submit={() => void submit()}
      label={w.refuse}
      note={w.refuseNote}
      beside={<Objection href={props.objection} />}
    >
      <Field id={form.id('reasons')} label={w.refuseReasons} fault={form.fault('reasons')}>
        {(tied) => <TextArea {...tied} rows={2} value={reasons} onChange={(event) => setReasons(event.target.value)} />}
      </Field>
    </ActForm>
  );
}

function Objection({ href }: { readonly href: string | undefined }): ReactNode {
  const w = useWords(TRANSFER_FORM_TEXTS);
  return href === undefined ? null : (
    <a href={href} target="_blank" rel="noreferrer">
      {w.objection}
    </a>
  );
}
