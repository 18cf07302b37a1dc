import { Checkbox, Input } from 'antd';
import { type ReactNode, useMemo, useState } from 'react';
import { BodyPicker } from '../../../actors/bodies/web/BodyPicker.tsx';
import { useBodies } from '../../../actors/bodies/web/bodies.ts';
import { ActForm } from '../../../ui/staff/ActForm.tsx';
import { type ActSlot, type Gap, useActForm } from '../../../ui/staff/act-form.ts';
import { useDates } from '../../../ui/staff/dates.ts';
import { Field } from '../../../ui/staff/Field.tsx';
import { TextArea } from '../../../ui/staff/TextArea.tsx';
import { useSay, useWords } from '../../../ui/staff/words.tsx';
import { standsUnder, suggestBodies } from '../suggest.rules.ts';
import { assignRoute, forwardRoute } from '../transfer.contract.ts';
import { TRANSFER_FORM_TEXTS } from './transfer-forms.texts.ts';

export interface Sending extends ActSlot {
  readonly matter: string;
  /** The body that sends. */
  readonly from: string;
  readonly accused: readonly string[];
  readonly category: string;
  readonly division: string;
  readonly today: string;
}

/** T6 转送 (条例 22). */
export function ForwardForm(props: Sending): ReactNode {
  const w = useWords(TRANSFER_FORM_TEXTS);
  const form = useActForm(forwardRoute, 'forward', props);
  const target = useTarget(props);
  const [remark, setRemark] = useState('');
  const [simple, setSimple] = useState(false);

  async function submit(): Promise<void> {
    const { to } = target;
    const gaps = [to === undefined ? { field: 'to', text: w.needTo } : undefined];
    const done = await form.send({ params: { matter: props.matter }, body: { to: to ?? '', remark, simple } }, gaps);
    if (done) props.onDone(target.name);
  }

  return (
    <ActForm form={form} submit={() => void submit()} label={w.forward} note={w.forwardNote}>
      {target.picker(form.id('to'), w.to, form.fault('to'))}
      <div className="fld">
        <Checkbox id={form.id('simple')} checked={simple} onChange={(event) => setSimple(event.target.checked)}>
          {w.simple}
        </Checkbox>
        <p className="hint">{w.simpleHint}</p>
      </div>
      <Remark id={form.id('remark')} value={remark} set={setRemark} />
    </ActForm>
  );
}

/** T7 交办 (条例 22): with a day by which to report back. */
export function AssignForm(props: Sending): ReactNode {
  const w = useWords(TRANSFER_FORM_TEXTS);
  const dates = useDates();
  const form = useActForm(assignRoute, 'assign', props);
  const target = useTarget(props);
  const [remark, setRemark] = useState('');
  const [feedbackDue, setFeedbackDue] = useState('');

  async function submit(): Promise<void> {
    const { to } = target;
    const gaps: (Gap | undefined)[] = [
      to === undefined ? { field: 'to', text: w.needTo } : undefined,
      feedbackDue <= props.today ? { field: 'feedbackDue', text: w.needFeedback } : undefined,
    ];
    const sent = { params: { matter: props.matter }, body: { to: to ?? '', feedbackDue, remark } };
    const done = await form.send(sent, gaps);
    if (done) props.onDone(target.name);
  }

  return (
    <ActForm form={form} submit={() => void submit()} label={w.assign} note={w.assignNote}>
      {target.picker(form.id('to'), w.assignTo, form.fault('to'))}
      <Field
        id={form.id('feedbackDue')}
        label={w.feedbackDue}
        fault={form.fault('feedbackDue')}
        {...(feedbackDue === '' ? {} : { hint: dates.full(feedbackDue) })}
      >
        {(tied) => (
          <Input
            {...tied}
            type="date"
            min={props.today}
            value={feedbackDue}
            onChange={(event) => setFeedbackDue(event.target.value)}
          />
        )}
      </Field>
      <Remark id={form.id('remark')} value={remark} set={setRemark} />
    </ActForm>
  );
}

function Remark({
  id,
  value,
  set,
}: {
  readonly id: string;
  readonly value: string;
  readonly set: (text: string) => void;
}): ReactNode {
  const w = useWords(TRANSFER_FORM_TEXTS);
  return (
    <Field id={id} label={w.remark}>
      {(tied) => (
        <TextArea {...tied} maxLength={500} rows={1} value={value} onChange={(event) => set(event.target.value)} />
      )}
    </Field>
  );
}

interface Target {
  readonly to: string | undefined;
  /** Name of the chosen body. */
  readonly name: string | undefined;
  readonly picker: (id: string, label: string, fault: string | undefined) => ReactNode;
}

function useTarget({ from, accused, category, division }: Sending): Target {
  const w = useWords(TRANSFER_FORM_TEXTS);
  const say = useSay();
  const bodies = useBodies();
  const [to, setTo] = useState<string>();
  const suggested = useMemo(
    () =>
      suggestBodies({
        bodies,
        category,
        division,
        isClosed: (id) => id === from || standsUnder(bodies, id, accused),
      }),
    [bodies, category, division, from, accused],
  );
  const found = bodies.find((body) => body.id === to);
  return {
    to,
    name: found === undefined ? undefined : say(found.name),
    picker: (id, label, fault) => (
      <BodyPicker
        id={id}
        label={label}
        value={to}
        onChange={setTo}
        suggested={suggested}
        closed={(body) => (body === from ? w.itself : standsUnder(bodies, body, accused) ? w.accused : undefined)}
        fault={fault}
      />
    ),
  };
}
