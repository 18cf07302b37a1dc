import { Button, Input } from 'antd';
import { type ReactNode, useState } from 'react';
import { PURPOSES } from '../../../domain/vocabulary.ts';
import { ActForm } from '../../../ui/staff/ActForm.tsx';
import { type ActSlot, type Gap, useActForm } from '../../../ui/staff/act-form.ts';
import { Field } from '../../../ui/staff/Field.tsx';
import { TextArea } from '../../../ui/staff/TextArea.tsx';
import { useWords } from '../../../ui/staff/words.tsx';
import { splitRoute } from '../matters.contract.ts';
import { linesOf } from './arrival.rules.ts';
import { INTAKE_FORM_TEXTS } from './intake-forms.texts.ts';
import { type MatterDraft, MatterFields } from './MattersForm.tsx';
import { MATTER_FORM_TEXTS } from './matter-forms.texts.ts';

/** E19: what stays, and what becomes a matter of its own. Requests are moved from the one to the other, none is lost. */
export function SplitForm(
  props: ActSlot & {
    readonly matter: string;
    readonly purpose: string;
    readonly title: string;
    readonly text: string;
    readonly requests: readonly string[];
  },
): ReactNode {
  const w = useWords(MATTER_FORM_TEXTS);
  const iw = useWords(INTAKE_FORM_TEXTS);
  const form = useActForm(splitRoute, 'split', props);
  const purpose = PURPOSES.find((one) => one === props.purpose) ?? 'claim';
  const [stays, setStays] = useState({ title: props.title, text: props.text, requests: props.requests.join('\n') });
  const blank = (key: number): MatterDraft => ({
    key,
    purpose,
    category: '',
    title: '',
    text: '',
    requests: '',
    accused: [],
  });
  const [parts, setParts] = useState<readonly MatterDraft[]>([blank(1)]);

  async function submit(): Promise<void> {
    const gaps: (Gap | undefined)[] = [
      linesOf(stays.requests).length === 0 ? { field: 'requests', text: w.needStays } : undefined,
      ...parts.flatMap((one, at) => [
        one.category === '' ? { field: `into.${at}.category`, text: iw.inMatter(at + 1, iw.needCategory) } : undefined,
        one.title.trim() === '' ? { field: `into.${at}.title`, text: iw.inMatter(at + 1, iw.needTitle) } : undefined,
        linesOf(one.requests).length === 0
          ? { field: `into.${at}.requests`, text: iw.inMatter(at + 1, iw.needRequests) }
          : undefined,
      ]),
    ];
    const into = parts.map(({ key: _, ...one }) => ({
      ...one,
      requests: [...linesOf(one.requests)],
      accused: one.purpose === 'report' ? [...one.accused] : [],
    }));
    const body = { title: stays.title, text: stays.text, requests: [...linesOf(stays.requests)], into };
    if (await form.send({ params: { matter: props.matter }, body }, gaps)) props.onDone();
  }

  return (
    <ActForm form={form} submit={() => void submit()} label={w.split} note={w.splitNote}>
      <fieldset className="matter">
        <legend>{w.stays}</legend>
        <Field id={form.id('title')} label={iw.matterTitle} fault={form.fault('title')}>
          {(tied) => (
            <Input
              {...tied}
              maxLength={80}
              value={stays.title}
              onChange={(event) => setStays({ ...stays, title: event.target.value })}
            />
          )}
        </Field>
        <Field id={form.id('text')} label={iw.matterText} hint={w.staysHint} fault={form.fault('text')}>
          {(tied) => (
            <TextArea
              {...tied}
              rows={3}
              value={stays.text}
              onChange={(event) => setStays({ ...stays, text: event.target.value })}
            />
          )}
        </Field>
        <Field id={form.id('requests')} label={iw.requests} fault={form.fault('requests')}>
          {(tied) => (
            <TextArea
              {...tied}
              rows={2}
              value={stays.requests}
              onChange={(event) => setStays({ ...stays, requests: event.target.value })}
            />
          )}
        </Field>
      </fieldset>
      {parts.map((part, at) => (
        <MatterFields
          key={part.key}
          at={at}
          list="into"
          matter={part}
          set={(more) => setParts(parts.map((one) => (one.key === part.key ? { ...one, ...more } : one)))}
          id={form.id}
          fault={form.fault}
          {...(parts.length > 1 ? { drop: () => setParts(parts.filter((one) => one.key !== part.key)) } : {})}
        />
      ))}
      <Button onClick={() => setParts([...parts, blank(Math.max(...parts.map((one) => one.key)) + 1)])}>
        {w.more}
      </Button>
    </ActForm>
  );
}
