import { Checkbox, Input } from 'antd';
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
    /** Absent where the petition office itself declines. */
    readonly assignment: string | undefined;
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
  const [cites, setCites] = useState('');
  const [confirmedSame, setConfirmedSame] = useState(false);
  const isRepeat = reason === 'pending-elsewhere' || reason === 'final';

  function closedFor(one: NotAcceptedReason): string | undefined {
    if (one === 'skipped-level-visit' && props.channel !== 'visit') return w.onlyVisits;
    return one === 'outside-remit' && !props.own ? w.useObjection : undefined;
  }

  async function submit(): Promise<void> {
    const { matter, assignment } = props;
    const gaps = [
      reason === undefined ? { field: 'reason', text: w.needReason } : undefined,
      isRepeat && cites.trim() === '' ? { field: 'cites', text: w.needCites } : undefined,
      isRepeat && !confirmedSame ? { field: 'confirmedSame', text: w.needSame } : undefined,
      goTo.trim() === '' ? { field: 'goTo', text: w.needGoTo } : undefined,
    ];
    const body = {
      reason: reason ?? 'final',
      explain,
      goTo,
      ...(assignment === undefined ? {} : { assignment }),
      ...(isRepeat ? { cites: cites.trim(), confirmedSame } : {}),
      ...contact.sent,
    };
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
      {isRepeat && (
        <>
          <Field id={form.id('cites')} label={w.cites} hint={w.citesHint} fault={form.fault('cites')}>
            {(tied) => (
              <Input {...tied} maxLength={40} value={cites} onChange={(event) => setCites(event.target.value)} />
            )}
          </Field>
          <div className={form.fault('confirmedSame') === undefined ? 'fld' : 'fld bad'}>
            <Checkbox
              id={form.id('confirmedSame')}
              checked={confirmedSame}
              onChange={(event) => setConfirmedSame(event.target.checked)}
            >
              {w.same}
            </Checkbox>
            {form.fault('confirmedSame') !== undefined && <p className="hint fault">{form.fault('confirmedSame')}</p>}
          </div>
        </>
      )}
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
