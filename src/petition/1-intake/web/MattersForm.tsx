import { Button, Input } from 'antd';
import { type ReactNode, useState } from 'react';
import { BodyPicker } from '../../../actors/bodies/web/BodyPicker.tsx';
import { useBodies } from '../../../actors/bodies/web/bodies.ts';
import { CategoryPicker } from '../../../actors/rulebook/web/CategoryPicker.tsx';
import { PURPOSE_LABELS, PURPOSES, type Purpose } from '../../../domain/vocabulary.ts';
import { ActForm } from '../../../ui/staff/ActForm.tsx';
import { type ActSlot, type Gap, useActForm } from '../../../ui/staff/act-form.ts';
import { Segments } from '../../../ui/staff/Choice.tsx';
import { Field } from '../../../ui/staff/Field.tsx';
import { TextArea } from '../../../ui/staff/TextArea.tsx';
import { useSay, useWords } from '../../../ui/staff/words.tsx';
import { registerFiled } from '../intake.contract.ts';
import { linesOf } from './arrival.rules.ts';
import { INTAKE_FORM_TEXTS } from './intake-forms.texts.ts';

export interface MatterDraft {
  readonly key: number;
  readonly purpose: Purpose;
  readonly category: string;
  readonly title: string;
  readonly text: string;
  readonly requests: string;
  readonly accused: readonly string[];
}

/** T2: which matters are in what a citizen filed. Usually one; unrelated things are split. */
export function MattersForm(
  props: ActSlot & {
    readonly number: string;
    readonly purpose: string;
    readonly title: string;
    readonly text: string;
    readonly requests: readonly string[];
    /** The earlier matter that an officer says it is about again. */
    readonly same?: string | undefined;
  },
): ReactNode {
  const w = useWords(INTAKE_FORM_TEXTS);
  const form = useActForm(registerFiled, 'register', props);
  const purpose = PURPOSES.find((one) => one === props.purpose) ?? 'claim';
  const [matters, setMatters] = useState<readonly MatterDraft[]>([
    {
      key: 1,
      purpose,
      category: '',
      title: props.title,
      text: props.text,
      requests: props.requests.join('\n'),
      accused: [],
    },
  ]);

  function set(key: number, part: Partial<MatterDraft>): void {
    setMatters((before) => before.map((one) => (one.key === key ? { ...one, ...part } : one)));
  }

  function split(): void {
    const key = Math.max(0, ...matters.map((one) => one.key)) + 1;
    setMatters([...matters, { key, purpose, category: '', title: '', text: '', requests: '', accused: [] }]);
  }

  async function submit(): Promise<void> {
    const which = (at: number, text: string): string => (matters.length > 1 ? w.inMatter(at + 1, text) : text);
    const gaps = matters.flatMap((one, at): (Gap | undefined)[] => [
      one.category === '' ? { field: `matters.${at}.category`, text: which(at, w.needCategory) } : undefined,
      one.title.trim() === '' ? { field: `matters.${at}.title`, text: which(at, w.needTitle) } : undefined,
      linesOf(one.requests).length === 0
        ? { field: `matters.${at}.requests`, text: which(at, w.needRequests) }
        : undefined,
    ]);
    const sent = matters.map(({ key: _, ...one }) => ({
      ...one,
      requests: [...linesOf(one.requests)],
      accused: one.purpose === 'report' ? [...one.accused] : [],
    }));
    const done = await form.send(
      {
        params: { number: props.number },
        body: { matters: sent, ...(props.same === undefined ? {} : { same: props.same }) },
      },
      gaps,
    );
    if (done) props.onDone();
  }

  return (
    <ActForm
      form={form}
      submit={() => void submit()}
      label={w.registerMatters(matters.length)}
      note={w.startsForward}
      beside={<Button onClick={split}>{w.split}</Button>}
    >
      {matters.map((matter, at) => (
        <MatterFields
          key={matter.key}
          at={at}
          matter={matter}
          set={(part) => set(matter.key, part)}
          id={form.id}
          fault={form.fault}
          {...(matters.length > 1 ? { drop: () => setMatters(matters.filter((one) => one.key !== matter.key)) } : {})}
        />
      ))}
      <p className="q">{w.splitWhy}</p>
    </ActForm>
  );
}

export function MatterFields({
  at,
  matter,
  set,
  id,
  fault,
  drop,
  list = 'matters',
}: {
  readonly at: number;
  /** The list of the request that it stands in. */
  readonly list?: string;
  readonly matter: MatterDraft;
  readonly set: (part: Partial<MatterDraft>) => void;
  readonly id: (field: string) => string;
  readonly fault: (field: string) => string | undefined;
  readonly drop?: () => void;
}): ReactNode {
  const w = useWords(INTAKE_FORM_TEXTS);
  const say = useSay();
  const at1 = at + 1;
  const path = (field: string): string => `${list}.${at}.${field}`;
  return (
    <fieldset className="matter">
      <legend>{w.matterOf(at1)}</legend>
      {drop !== undefined && (
        <button type="button" className="bare link s" onClick={drop}>
          {w.dropMatter(at1)}
        </button>
      )}
      <Segments
        id={id(path('purpose'))}
        label={`${w.matterOf(at1)}：${w.purpose}`}
        value={matter.purpose}
        onChange={(purpose) => set({ purpose })}
        options={PURPOSES.map((one) => ({ value: one, label: say(PURPOSE_LABELS[one]) }))}
      />
      {matter.purpose === 'report' && <p className="sealing">{w.reportSealed}</p>}
      <CategoryPicker
        id={id(path('category'))}
        label={w.category}
        value={matter.category}
        onChange={(category) => set({ category })}
        fault={fault(path('category'))}
      />
      <Field id={id(path('title'))} label={w.matterTitle} fault={fault(path('title'))}>
        {(tied) => (
          <Input
            {...tied}
            maxLength={80}
            value={matter.title}
            onChange={(event) => set({ title: event.target.value })}
          />
        )}
      </Field>
      <Field id={id(path('text'))} label={w.matterText} fault={fault(path('text'))}>
        {(tied) => (
          <TextArea {...tied} rows={3} value={matter.text} onChange={(event) => set({ text: event.target.value })} />
        )}
      </Field>
      <Field
        id={id(path('requests'))}
        label={w.requests}
        hint={w.requestsHint(linesOf(matter.requests).length)}
        fault={fault(path('requests'))}
      >
        {(tied) => (
          <TextArea
            {...tied}
            rows={2}
            value={matter.requests}
            onChange={(event) => set({ requests: event.target.value })}
          />
        )}
      </Field>
      {matter.purpose === 'report' && (
        <Accused id={id(path('accused'))} accused={matter.accused} set={(accused) => set({ accused })} />
      )}
    </fieldset>
  );
}

/** The bodies complained of: the matter can never be sent to them or under them (条例 30¶3). */
function Accused({
  id,
  accused,
  set,
}: {
  readonly id: string;
  readonly accused: readonly string[];
  readonly set: (accused: readonly string[]) => void;
}): ReactNode {
  const w = useWords(INTAKE_FORM_TEXTS);
  const say = useSay();
  const bodies = useBodies();
  const nameOf = (body: string): string => {
    const found = bodies.find((one) => one.id === body);
    return found === undefined ? body : say(found.name);
  };
  return (
    <div>
      <p className="s q">{w.accused}</p>
      {accused.length === 0 && <p className="hint">{w.accusedNone}</p>}
      <ul>
        {accused.map((body) => (
          <li key={body}>
            {nameOf(body)}{' '}
            <button type="button" className="bare link s" onClick={() => set(accused.filter((one) => one !== body))}>
              {w.drop}
              <span className="gone"> {nameOf(body)}</span>
            </button>
          </li>
        ))}
      </ul>
      <BodyPicker
        id={id}
        label={w.accusedAdd}
        value={undefined}
        onChange={(body) => set(accused.includes(body) ? accused : [...accused, body])}
      />
    </div>
  );
}
