import { Input } from 'antd';
import { type ReactNode, useState } from 'react';
import { NOT_ACCEPTED_LABELS, NOT_ACCEPTED_REASONS, type NotAcceptedReason } from '../../../domain/vocabulary.ts';
import { ActForm } from '../../../ui/staff/ActForm.tsx';
import { type ActSlot, useActForm } from '../../../ui/staff/act-form.ts';
import { Choice } from '../../../ui/staff/Choice.tsx';
import { Field } from '../../../ui/staff/Field.tsx';
import { TextArea } from '../../../ui/staff/TextArea.tsx';
import { useSay, useWords } from '../../../ui/staff/words.tsx';
import { notAcceptRoute } from '../acceptance.contract.ts';
import { ACCEPTANCE_FORM_TEXTS } from './acceptance-forms.texts.ts';
import { useContact } from './contact.tsx';

/** T15: a closed list of reasons, each with its article; the notice says where to turn instead. */
export function NotAcceptForm(
  props: ActSlot & {
    readonly matter: string;
    readonly assignment: string;
    readonly channel: string;
    /** The body received it itself, nobody forwarded it. */
    readonly own: boolean;
    readonly handler: string | undefined;
  },
): ReactNode {
  const w = useWords(ACCEPTANCE_FORM_TEXTS);
  const say = useSay();
  const form = useActForm(notAcceptRoute, 'not-accept', props);
  const contact = useContact(props.handler);
  const [reason, setReason] = useState<NotAcceptedReason>();
  const [explain, setExplain] = useState('');
  const [goTo, setGoTo] = useState('');

  function closedFor(one: NotAcceptedReason): string | undefined {
    if (one === 'skipped-level-visit' && props.channel !== 'visit') return w.onlyVisits;
    return one === 'outside-remit' && !props.own ? w.useObjection : undefined;
  }

  async function submit(): Promise<void> {
    const { matter, assignment } = props;
    const gaps = [
      reason === undefined ? { field: 'reason', text: w.needReason } : undefined,
      goTo.trim() === '' ? { field: 'goTo', text: w.needGoTo } : undefined,
    ];
    const body = { assignment, reason: reason ?? 'final', explain, goTo, ...contact.sent };
    const done = await form.send({ params: { matter }, body }, gaps);
    if (done && reason) props.onDone(say(NOT_ACCEPTED_LABELS[reason]));
  }

  return (
    <ActForm form={form} submit={() => void submit()} label={w.notAccept} note={w.stays}>
      <Choice
        id={form.id('reason')}
        label={w.reason}
        value={reason}
        onChange={setReason}
        fault={form.fault('reason')}
        options={NOT_ACCEPTED_REASONS.map((one) => ({
          value: one,
          label: say(NOT_ACCEPTED_LABELS[one]),
          closed: closedFor(one),
        }))}
      />
      <Field id={form.id('goTo')} label={w.goTo} hint={w.goToHint} fault={form.fault('goTo')}>
        {(tied) => <Input {...tied} maxLength={500} value={goTo} onChange={(event) => setGoTo(event.target.value)} />}
      </Field>
      <Field id={form.id('explain')} label={w.explain} fault={form.fault('explain')}>
        {(tied) => <TextArea {...tied} rows={2} value={explain} onChange={(event) => setExplain(event.target.value)} />}
      </Field>
      {contact.fields(form.id, form.fault)}
    </ActForm>
  );
}
