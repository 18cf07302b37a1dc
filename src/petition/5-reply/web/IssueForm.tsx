import { type ReactNode, useState } from 'react';
import { ActForm } from '../../../ui/staff/ActForm.tsx';
import { type ActSlot, useActForm } from '../../../ui/staff/act-form.ts';
import { Field } from '../../../ui/staff/Field.tsx';
import { TextArea } from '../../../ui/staff/TextArea.tsx';
import { useWords } from '../../../ui/staff/words.tsx';
import { issueRoute } from '../reply.contract.ts';
import { OpinionPaper, type OpinionPaperProps } from './OpinionPaper.tsx';
import { REPLY_FORM_TEXTS } from './reply-forms.texts.ts';

/** T23: the head reads the paper as it will leave the house, and approves it; never a draft of their own. */
export function IssueForm(
  props: ActSlot & {
    readonly matter: string;
    readonly assignment: string;
    readonly draft: { readonly version: number; readonly author: string } | undefined;
    readonly paper: OpinionPaperProps | undefined;
    /** Handled again after a review; `ban`: not the same answer on the same facts and reasons (E40). */
    readonly redo: { readonly ban: boolean } | undefined;
  },
): ReactNode {
  const w = useWords(REPLY_FORM_TEXTS);
  const form = useActForm(issueRoute, 'issue', props);
  const [renewed, setRenewed] = useState('');

  async function submit(): Promise<void> {
    const { matter, assignment } = props;
    const what = renewed.trim() === '' ? {} : { renewed };
    if (await form.send({ params: { matter }, body: { assignment, ...what } })) props.onDone();
  }

  return (
    <ActForm form={form} submit={() => void submit()} label={w.issue} note={w.issueNote}>
      {props.draft !== undefined && (
        <p>
          <b>{w.drafted(props.draft.version, props.draft.author)}</b> {w.read}
        </p>
      )}
      {props.paper !== undefined && <OpinionPaper {...props.paper} />}
      {props.redo?.ban && (
        <Field id={form.id('renewed')} label={w.renewed} hint={w.renewedHint} fault={form.fault('renewed')}>
          {(tied) => (
            <TextArea {...tied} rows={2} value={renewed} onChange={(event) => setRenewed(event.target.value)} />
          )}
        </Field>
      )}
      <p className="q">{w.fourEyes}</p>
    </ActForm>
  );
}
