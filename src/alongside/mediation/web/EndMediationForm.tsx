import { Button, Input } from 'antd';
import { type ReactNode, useState } from 'react';
import { ActForm } from '../../../ui/staff/ActForm.tsx';
import { type ActSlot, type Gap, useActForm } from '../../../ui/staff/act-form.ts';
import { Choice } from '../../../ui/staff/Choice.tsx';
import { Field } from '../../../ui/staff/Field.tsx';
import { TextArea } from '../../../ui/staff/TextArea.tsx';
import { useSay } from '../../../ui/staff/words.tsx';
import { endMediationRoute } from '../mediation.contract.ts';
import { MEDIATION_WORDS as w } from './mediation-forms.texts.ts';

interface Promised {
  readonly key: number;
  readonly what: string;
  readonly who: string;
  readonly due: string;
}
const blank = (key: number): Promised => ({ key, what: '', who: '', due: '' });

/** T22: agreed, with who does what by which day (D23); or not. */
export function EndMediationForm({
  matter,
  today,
  slot,
}: {
  readonly matter: string;
  readonly today: string;
  readonly slot: ActSlot;
}): ReactNode {
  const say = useSay();
  const form = useActForm(endMediationRoute, 'end-mediation', slot);
  const [agreed, setAgreed] = useState<'yes' | 'no'>();
  const [text, setText] = useState('');
  const [promises, setPromises] = useState<readonly Promised[]>([blank(1)]);
  const shown = agreed === 'yes' ? promises : [];

  async function submit(): Promise<void> {
    const gaps: (Gap | undefined)[] = [
      agreed === undefined ? { field: 'agreed', text: say(w.needAgreed) } : undefined,
      ...shown.flatMap((one, at) => [
        one.what.trim() === '' ? { field: `promises.${at}.what`, text: say(w.needWhat) } : undefined,
        one.due === '' ? { field: `promises.${at}`, text: say(w.needDue) } : undefined,
      ]),
      text.trim() === '' ? { field: 'text', text: say(w.needFacts) } : undefined,
    ];
    const body = {
      agreed: agreed === 'yes',
      text,
      promises: shown.map(({ what, who, due }) => ({ what, who, due })),
    };
    if (await form.send({ params: { matter }, body }, gaps)) slot.onDone();
  }

  return (
    <ActForm form={form} submit={() => void submit()} label={say(w.end)} note={say(w.endNote)}>
      <Choice
        id={form.id('agreed')}
        label={say(w.agreed)}
        options={[
          { value: 'yes', label: say(w.yes) },
          { value: 'no', label: say(w.no) },
        ]}
        value={agreed}
        onChange={setAgreed}
        fault={form.fault('agreed')}
      />
      {shown.map((one, at) => (
        <PromiseFields
          key={one.key}
          at={at}
          promise={one}
          today={today}
          id={form.id}
          fault={form.fault}
          set={(more) => setPromises(promises.map((other) => (other.key === one.key ? { ...other, ...more } : other)))}
          drop={promises.length > 1 ? () => setPromises(promises.filter((other) => other.key !== one.key)) : undefined}
        />
      ))}
      {agreed === 'yes' && (
        <p>
          <Button
            size="small"
            onClick={() => setPromises([...promises, blank(Math.max(...promises.map(({ key }) => key)) + 1)])}
          >
            {say(w.more)}
          </Button>
        </p>
      )}
      <Field id={form.id('text')} label={say(agreed === 'no' ? w.whyFailed : w.facts)} fault={form.fault('text')}>
        {(tied) => <TextArea {...tied} value={text} onChange={(event) => setText(event.target.value)} />}
      </Field>
    </ActForm>
  );
}

function PromiseFields({
  at,
  promise,
  today,
  id,
  fault,
  set,
  drop,
}: {
  readonly at: number;
  readonly promise: Promised;
  readonly today: string;
  readonly id: (field: string) => string;
  readonly fault: (field: string) => string | undefined;
  readonly set: (more: Partial<Promised>) => void;
  readonly drop: (() => void) | undefined;
}): ReactNode {
  const say = useSay();
  const what = `promises.${at}.what`;
  /* The rules name a promise by its place alone where its day is wrong. */
  const due = `promises.${at}`;
  const who = `promises.${at}.who`;
  return (
    <fieldset className="matter">
      <legend>{say({ zh: `第${at + 1}项约定`, en: `Promise ${at + 1}` })}</legend>
      {drop !== undefined && (
        <button type="button" className="bare link s" onClick={drop}>
          {say(w.drop)}
        </button>
      )}
      <Field id={id(what)} label={say(w.what)} fault={fault(what)}>
        {(tied) => (
          <Input
            {...tied}
            maxLength={500}
            value={promise.what}
            onChange={(event) => set({ what: event.target.value })}
          />
        )}
      </Field>
      <div className="two">
        <Field id={id(who)} label={say(w.who)} fault={fault(who)}>
          {(tied) => (
            <Input
              {...tied}
              maxLength={500}
              value={promise.who}
              onChange={(event) => set({ who: event.target.value })}
            />
          )}
        </Field>
        <Field id={id(due)} label={say(w.due)} fault={fault(due)}>
          {(tied) => (
            <Input
              {...tied}
              type="date"
              min={today}
              value={promise.due}
              onChange={(event) => set({ due: event.target.value })}
            />
          )}
        </Field>
      </div>
    </fieldset>
  );
}
