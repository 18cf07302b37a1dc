import { Checkbox, Input } from 'antd';
import { type ReactNode, useState } from 'react';
import { addDays } from '../../../domain/days.ts';
import { SERVICE_LABELS, SERVICE_WAYS, type ServiceWay } from '../../../domain/vocabulary.ts';
import { ActForm } from '../../../ui/staff/ActForm.tsx';
import { type ActSlot, useActForm } from '../../../ui/staff/act-form.ts';
import { Choice, Segments } from '../../../ui/staff/Choice.tsx';
import { useDates } from '../../../ui/staff/dates.ts';
import { Field } from '../../../ui/staff/Field.tsx';
import { useSay, useWords } from '../../../ui/staff/words.tsx';
import { serveRoute } from '../reply.contract.ts';
import { servedOn } from '../service.rules.ts';
import { REPLY_FORM_TEXTS } from './reply-forms.texts.ts';

const VIEWS = ['none', 'agrees', 'disagrees'] as const;

/** T24: proof of receipt; the petitioner's 30 days (条例 35) and both ratings begin here. */
export function ServeForm(
  props: ActSlot & {
    readonly matter: string;
    readonly assignment: string;
    readonly issuedOn: string | undefined;
    readonly today: string;
    /** Whether the opinion can be reviewed: only that of 31(6). */
    readonly reviewable: boolean;
    /** It came online, so that the answer may go the same way (E12). */
    readonly online: boolean;
  },
): ReactNode {
  const w = useWords(REPLY_FORM_TEXTS);
  const say = useSay();
  const dates = useDates();
  const form = useActForm(serveRoute, 'serve', props);
  const [way, setWay] = useState<ServiceWay>('in-person');
  const [on, setOn] = useState(props.today);
  const [signed, setSigned] = useState(true);
  const [view, setView] = useState<(typeof VIEWS)[number]>('none');
  const [note, setNote] = useState('');
  const [consented, setConsented] = useState(false);
  const { issuedOn = '', today, online } = props;
  const counts = on === '' ? '' : servedOn(way, on);
  const fits = on !== '' && on <= today && on >= issuedOn;
  const unproven = way === 'left' || way === 'notice' || (way === 'in-person' && !signed);
  const asksConsent = way === 'electronic' && !online;

  function hintOf(by: ServiceWay, day: string): string {
    if (by === 'electronic') return w.onlineHint;
    const hint = by === 'notice' ? w.publishedHint : w.onHint;
    return day === '' ? hint : `${hint} · ${dates.short(day)}`;
  }

  async function submit(): Promise<void> {
    const { matter, assignment } = props;
    const gaps = [
      fits ? undefined : { field: 'on', text: w.needOn },
      fits && counts > today ? { field: 'on', text: w.noticeRuns(dates.full(counts)) } : undefined,
      asksConsent && !consented ? { field: 'consented', text: w.needConsent } : undefined,
      unproven && note.trim() === ''
        ? { field: 'note', text: way === 'notice' ? w.needNotice : w.needLeft }
        : undefined,
    ];
    const body = { assignment, way, on, signed, view, note, consented };
    const done = await form.send({ params: { matter }, body }, gaps);
    if (done) props.onDone(say(SERVICE_LABELS[way]));
  }

  return (
    <ActForm form={form} submit={() => void submit()} label={w.serve}>
      <Choice
        id={form.id('way')}
        label={w.way}
        inline
        value={way}
        onChange={(next) => {
          setWay(next);
          setSigned(next === 'in-person' || next === 'mail');
          if (next === 'electronic') setOn(today);
        }}
        fault={form.fault('way')}
        options={SERVICE_WAYS.map((one) => ({ value: one, label: say(SERVICE_LABELS[one]) }))}
      />
      <Field
        id={form.id('on')}
        label={way === 'notice' ? w.publishedOn : w.on}
        hint={hintOf(way, on)}
        fault={form.fault('on')}
      >
        {(tied) => (
          <Input
            {...tied}
            type="date"
            min={issuedOn}
            max={today}
            value={on}
            onChange={(event) => setOn(event.target.value)}
          />
        )}
      </Field>
      {asksConsent && (
        <div className={form.fault('consented') === undefined ? 'fld' : 'fld bad'}>
          <Checkbox
            id={form.id('consented')}
            checked={consented}
            onChange={(event) => setConsented(event.target.checked)}
          >
            {w.consented}
          </Checkbox>
          {form.fault('consented') !== undefined && <p className="hint fault">{form.fault('consented')}</p>}
        </div>
      )}
      <Checkbox checked={signed} onChange={(event) => setSigned(event.target.checked)}>
        {w.signed}
      </Checkbox>
      <div>
        <p className="s q">{w.view}</p>
        <Segments
          id={form.id('view')}
          label={w.view}
          value={view}
          onChange={setView}
          options={VIEWS.map((one) => ({ value: one, label: w[one] }))}
        />
        <p className="hint">{w.viewNote}</p>
      </div>
      <Field
        id={form.id('note')}
        label={w.note}
        fault={form.fault('note')}
        {...(unproven ? { hint: way === 'notice' ? w.noticeHint : w.leftHint } : {})}
      >
        {(tied) => <Input {...tied} maxLength={500} value={note} onChange={(event) => setNote(event.target.value)} />}
      </Field>
      {fits && <p>{props.reviewable ? w.servedReview(dates.full(addDays(counts, 30))) : w.servedRating}</p>}
    </ActForm>
  );
}
