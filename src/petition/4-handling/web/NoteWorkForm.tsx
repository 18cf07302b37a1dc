import { Input } from 'antd';
import { type ReactNode, useState } from 'react';
import { ActForm } from '../../../ui/staff/ActForm.tsx';
import { type ActSlot, useActForm } from '../../../ui/staff/act-form.ts';
import { Segments } from '../../../ui/staff/Choice.tsx';
import { useDates } from '../../../ui/staff/dates.ts';
import { Field } from '../../../ui/staff/Field.tsx';
import { TextArea } from '../../../ui/staff/TextArea.tsx';
import { useWords } from '../../../ui/staff/words.tsx';
import { noteWorkRoute } from '../handling.contract.ts';
import { HANDLING_FORM_TEXTS } from './handling-forms.texts.ts';

const KINDS = ['talk', 'visit', 'evidence'] as const;

/** A talk, a visit, evidence: part of the story, no time limit changes. */
export function NoteWorkForm(
  props: ActSlot & { readonly matter: string; readonly assignment: string; readonly today: string },
): ReactNode {
  const w = useWords(HANDLING_FORM_TEXTS);
  const dates = useDates();
  const form = useActForm(noteWorkRoute, 'note-work', props);
  const [kind, setKind] = useState<(typeof KINDS)[number]>('talk');
  const [on, setOn] = useState(props.today);
  const [who, setWho] = useState('');
  const [text, setText] = useState('');

  async function submit(): Promise<void> {
    const { matter, assignment, today } = props;
    const gaps = [
      on === '' || on > today ? { field: 'on', text: w.needOn } : undefined,
      text.trim() === '' ? { field: 'text', text: w.needText } : undefined,
    ];
    const body = { assignment, on, kind, text, ...(who.trim() === '' ? {} : { with: who.trim() }) };
    if (!(await form.send({ params: { matter }, body }, gaps))) return;
    setText('');
    setWho('');
    props.onDone(w[kind]);
  }

  return (
    <ActForm form={form} submit={() => void submit()} label={w.note} note={w.noClock}>
      <Segments
        id={form.id('kind')}
        label={w.kind}
        value={kind}
        onChange={setKind}
        options={KINDS.map((one) => ({ value: one, label: w[one] }))}
      />
      <div className="two">
        <Field
          id={form.id('on')}
          label={w.on}
          fault={form.fault('on')}
          {...(on === '' ? {} : { hint: dates.short(on) })}
        >
          {(tied) => (
            <Input {...tied} type="date" max={props.today} value={on} onChange={(event) => setOn(event.target.value)} />
          )}
        </Field>
        <Field id={form.id('with')} label={w.with} fault={form.fault('with')}>
          {(tied) => <Input {...tied} maxLength={500} value={who} onChange={(event) => setWho(event.target.value)} />}
        </Field>
      </div>
      <Field id={form.id('text')} label={w.text} hint={w.textHint} fault={form.fault('text')}>
        {(tied) => <TextArea {...tied} rows={2} value={text} onChange={(event) => setText(event.target.value)} />}
      </Field>
    </ActForm>
  );
}
