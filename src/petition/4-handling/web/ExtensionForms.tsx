import { InputNumber } from 'antd';
import { type ReactNode, useState } from 'react';
import { addDays } from '../../../domain/days.ts';
import { ActForm } from '../../../ui/staff/ActForm.tsx';
import { type ActSlot, useActForm } from '../../../ui/staff/act-form.ts';
import { useDates } from '../../../ui/staff/dates.ts';
import { Field } from '../../../ui/staff/Field.tsx';
import { TextArea } from '../../../ui/staff/TextArea.tsx';
import { useWords } from '../../../ui/staff/words.tsx';
import { approveExtensionRoute, askExtensionRoute, refuseExtensionRoute } from '../handling.contract.ts';
import { HANDLING_FORM_TEXTS } from './handling-forms.texts.ts';

interface OnTask extends ActSlot {
  readonly matter: string;
  readonly assignment: string;
}

/** T20, first half (条例 34): at most 30 days in all, with the reason, before it is due. */
export function AskExtensionForm(
  props: OnTask & {
    /** Days that may still be had. */
    readonly left: number;
    /** Where the count ended before it was moved off a day without work. */
    readonly rawEnd: string | undefined;
  },
): ReactNode {
  const w = useWords(HANDLING_FORM_TEXTS);
  const dates = useDates();
  const form = useActForm(askExtensionRoute, 'ask-extension', props);
  const [days, setDays] = useState<number | null>(Math.min(15, props.left));
  const [reason, setReason] = useState('');
  const { left, rawEnd } = props;
  const fits = days !== null && Number.isInteger(days) && days >= 1 && days <= left;

  async function submit(): Promise<void> {
    const { matter, assignment } = props;
    const gaps = [
      fits ? undefined : { field: 'days', text: w.needDays(left) },
      reason.trim() === '' ? { field: 'reason', text: w.needReason } : undefined,
    ];
    if (await form.send({ params: { matter }, body: { assignment, days: days ?? 0, reason } }, gaps)) props.onDone();
  }

  return (
    <ActForm form={form} submit={() => void submit()} label={w.ask} note={w.askNote}>
      <Field
        id={form.id('days')}
        label={w.days}
        hint={
          fits && rawEnd ? `${w.daysHint(left)} · ${w.newDue(dates.full(addDays(rawEnd, days)))}` : w.daysHint(left)
        }
        fault={form.fault('days')}
      >
        {(tied) => <InputNumber {...tied} min={1} max={left} precision={0} value={days} onChange={setDays} />}
      </Field>
      <Field id={form.id('reason')} label={w.reason} hint={w.reasonHint} fault={form.fault('reason')}>
        {(tied) => <TextArea {...tied} rows={2} value={reason} onChange={(event) => setReason(event.target.value)} />}
      </Field>
    </ActForm>
  );
}

interface Deciding extends OnTask {
  readonly asked: { readonly days: number; readonly reason: string } | undefined;
}

/** T20, second half: by the head, never by who asked. */
export function ApproveExtensionForm(props: Deciding): ReactNode {
  const w = useWords(HANDLING_FORM_TEXTS);
  const form = useActForm(approveExtensionRoute, 'approve-extension', props);

  async function submit(): Promise<void> {
    const { matter, assignment } = props;
    if (await form.send({ params: { matter }, body: { assignment } })) props.onDone();
  }

  return (
    <ActForm form={form} submit={() => void submit()} label={w.approve} note={w.approveNote}>
      <Asked asked={props.asked} />
    </ActForm>
  );
}

export function RefuseExtensionForm(props: Deciding): ReactNode {
  const w = useWords(HANDLING_FORM_TEXTS);
  const form = useActForm(refuseExtensionRoute, 'refuse-extension', props);
  const [reason, setReason] = useState('');

  async function submit(): Promise<void> {
    const { matter, assignment } = props;
    const gaps = [reason.trim() === '' ? { field: 'reason', text: w.needReason } : undefined];
    if (await form.send({ params: { matter }, body: { assignment, reason } }, gaps)) props.onDone();
  }

  return (
    <ActForm form={form} submit={() => void submit()} label={w.refuse}>
      <Asked asked={props.asked} />
      <Field id={form.id('reason')} label={w.refuseReason} fault={form.fault('reason')}>
        {(tied) => <TextArea {...tied} rows={2} value={reason} onChange={(event) => setReason(event.target.value)} />}
      </Field>
    </ActForm>
  );
}

function Asked({ asked }: Pick<Deciding, 'asked'>): ReactNode {
  const w = useWords(HANDLING_FORM_TEXTS);
  if (asked === undefined) return null;
  return (
    <div>
      <p className="s">{w.asked(asked.days)}</p>
      <blockquote className="said">{asked.reason}</blockquote>
    </div>
  );
}
