import { type ReactNode, useState } from 'react';
import { ANSWERED_LABELS, ANSWERED_REASONS, type AnsweredReason } from '../../../domain/vocabulary.ts';
import { ActForm } from '../../../ui/staff/ActForm.tsx';
import { type ActSlot, useActForm } from '../../../ui/staff/act-form.ts';
import { Choice } from '../../../ui/staff/Choice.tsx';
import { Field } from '../../../ui/staff/Field.tsx';
import { TextArea } from '../../../ui/staff/TextArea.tsx';
import { useSay, useWords } from '../../../ui/staff/words.tsx';
import { answerDirectlyRoute } from '../acceptance.contract.ts';
import { ACCEPTANCE_FORM_TEXTS } from './acceptance-forms.texts.ts';

/** T17 存/直接回复 (条例 23¶2). */
export function AnswerDirectlyForm(
  props: ActSlot & {
    readonly matter: string;
    /** Absent while the petition office holds it. */
    readonly assignment: string | undefined;
    readonly anonymous: boolean;
  },
): ReactNode {
  const w = useWords(ACCEPTANCE_FORM_TEXTS);
  const say = useSay();
  const form = useActForm(answerDirectlyRoute, 'answer-directly', props);
  const [reason, setReason] = useState<AnsweredReason>();
  const [answer, setAnswer] = useState('');
  const isReply = reason === undefined || reason === 'consultation' || reason === 'thanks';

  async function submit(): Promise<void> {
    const { matter, assignment } = props;
    const gaps = [
      reason === undefined ? { field: 'reason', text: w.needAnswerReason } : undefined,
      answer.trim() === '' ? { field: 'answer', text: w.needAnswer } : undefined,
    ];
    const body = { reason: reason ?? 'consultation', answer, ...(assignment === undefined ? {} : { assignment }) };
    const done = await form.send({ params: { matter }, body }, gaps);
    if (done && reason) props.onDone(say(ANSWERED_LABELS[reason]));
  }

  return (
    <ActForm form={form} submit={() => void submit()} label={w.answerDirectly}>
      <p className="q">{w.notForClaims}</p>
      <Choice
        id={form.id('reason')}
        label={w.answerReason}
        value={reason}
        onChange={setReason}
        fault={form.fault('reason')}
        options={ANSWERED_REASONS.map((one) => ({
          value: one,
          label: say(ANSWERED_LABELS[one]),
          closed: one === 'anonymous-without-facts' && !props.anonymous ? w.notAnonymous : undefined,
        }))}
      />
      <Field id={form.id('answer')} label={isReply ? w.answer : w.fileNote} fault={form.fault('answer')}>
        {(tied) => <TextArea {...tied} rows={3} value={answer} onChange={(event) => setAnswer(event.target.value)} />}
      </Field>
    </ActForm>
  );
}
