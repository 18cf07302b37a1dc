import { Checkbox, Input, InputNumber } from 'antd';
import { type ReactNode, useState } from 'react';
import type { RouteContract, Sentence } from '../../platform/http/route.contract.ts';
import { ActForm } from './ActForm.tsx';
import { type ActSlot, type Gap, useActForm } from './act-form.ts';
import type { Sent } from './api.ts';
import { Choice } from './Choice.tsx';
import { useDates } from './dates.ts';
import { Field, type FieldProps } from './Field.tsx';
import { TextArea } from './TextArea.tsx';
import { useSay } from './words.tsx';

interface Named {
  /** As the request names it. */
  readonly name: string;
  readonly label: Sentence;
  readonly hint?: Sentence;
  /** What is said where it is left empty; absent: it may be. */
  readonly need?: Sentence;
  /** Shown only while this holds of what is filled in so far. */
  readonly when?: (values: Values) => boolean;
}

/** What is filled in, by field name. */
export type Values = Readonly<Record<string, unknown>>;

/** One field of a small form. */
export type FieldSpec = Named &
  (
    | { readonly kind: 'line' | 'area'; readonly initial?: string; readonly max?: number; readonly rows?: number }
    | { readonly kind: 'day'; readonly initial?: string; readonly min?: string; readonly max?: string }
    | { readonly kind: 'number'; readonly initial?: number; readonly min: number; readonly max: number }
    | { readonly kind: 'choice'; readonly initial?: string; readonly options: readonly SpecOption[] }
    | { readonly kind: 'many'; readonly initial?: readonly string[]; readonly options: readonly SpecOption[] }
    | { readonly kind: 'tick'; readonly initial?: boolean }
    /** Drawn by the slice: a body, an officer, a list of its own. */
    | {
        readonly kind: 'own';
        readonly initial?: unknown;
        /** It draws its label and its fault itself. */
        readonly bare?: boolean;
        readonly draw: (
          tied: FieldProps,
          value: unknown,
          set: (value: unknown) => void,
          fault: string | undefined,
        ) => ReactNode;
      }
  );

export interface SpecOption {
  readonly value: string;
  readonly label: Sentence;
  readonly more?: Sentence;
}

/** Options from a table of labels, in its order. */
export function optionsOf(labels: Readonly<Record<string, Sentence>>): readonly SpecOption[] {
  return Object.entries(labels).map(([value, label]) => ({ value, label }));
}

/**
 * The small form of one act, drawn from its fields: labels, hints, gaps told before anything is sent, the server's faults
 * beside their fields, and one button that says what it does. `fixed` goes into the request as it is.
 */
export function SpecForm<C extends RouteContract>({
  contract,
  name,
  slot,
  matter = '',
  params = { matter },
  fixed = {},
  fields,
  button,
  note,
  above,
  shape = (values) => values,
}: {
  readonly contract: C;
  /** Of the act: sets its fields apart from those of other forms on the page. */
  readonly name: string;
  readonly slot: ActSlot;
  /** The matter it is about; `params` where the address names something else. */
  readonly matter?: string;
  readonly params?: Values;
  readonly fixed?: Values;
  readonly fields: readonly FieldSpec[];
  readonly button: Sentence;
  readonly note?: Sentence;
  /** What the act is about, above its fields. */
  readonly above?: ReactNode;
  /** Turns what was filled in into the body of the request. */
  readonly shape?: (values: Values) => Values;
}): ReactNode {
  const say = useSay();
  const form = useActForm(contract, name, slot);
  const [values, setValues] = useState<Values>(() =>
    Object.fromEntries(fields.map((field) => [field.name, initialOf(field)])),
  );
  const set = (field: string) => (value: unknown) => setValues((before) => ({ ...before, [field]: value }));
  const shown = fields.filter((field) => field.when?.(values) ?? true);

  async function submit(): Promise<void> {
    const gaps = shown.map((field): Gap | undefined =>
      field.need !== undefined && isEmpty(values[field.name])
        ? { field: field.name, text: say(field.need) }
        : undefined,
    );
    const given = Object.fromEntries(
      shown.map((field) => [field.name, values[field.name]]).filter(([, value]) => value !== undefined && value !== ''),
    );
    /* The contract's schema checks the body at the server; the fields are named as it names them. */
    const sent = { params, body: { ...fixed, ...shape(given) } } as unknown as Sent<C>;
    if (await form.send(sent, gaps)) slot.onDone();
  }

  return (
    <ActForm form={form} submit={() => void submit()} label={say(button)} note={note && say(note)}>
      {above}
      {shown.map((field) => (
        <OneField
          key={field.name}
          field={field}
          id={form.id(field.name)}
          fault={form.fault(field.name)}
          value={values[field.name]}
          set={set(field.name)}
        />
      ))}
    </ActForm>
  );
}

function initialOf(field: FieldSpec): unknown {
  if (field.kind === 'many') return field.initial ?? [];
  if (field.kind === 'tick') return field.initial ?? false;
  if (field.kind === 'line' || field.kind === 'area' || field.kind === 'day') return field.initial ?? '';
  return field.initial;
}

function isEmpty(value: unknown): boolean {
  if (typeof value === 'string') return value.trim() === '';
  return value === undefined || value === null || value === false || (Array.isArray(value) && value.length === 0);
}

function OneField({
  field,
  id,
  fault,
  value,
  set,
}: {
  readonly field: FieldSpec;
  readonly id: string;
  readonly fault: string | undefined;
  readonly value: unknown;
  readonly set: (value: unknown) => void;
}): ReactNode {
  const say = useSay();
  const dates = useDates();
  const label = say(field.label);
  const text = typeof value === 'string' ? value : '';
  if (field.kind === 'choice') {
    const options = field.options.map((one) => ({
      value: one.value,
      label: say(one.label),
      ...(one.more ? { more: say(one.more) } : {}),
    }));
    return (
      <Choice
        id={id}
        label={label}
        options={options}
        value={text === '' ? undefined : text}
        onChange={set}
        fault={fault}
      />
    );
  }
  if (field.kind === 'many') {
    const chosen: readonly unknown[] = Array.isArray(value) ? value : [];
    return (
      <fieldset className={fault === undefined ? 'choice' : 'choice bad'} id={id} tabIndex={-1}>
        <legend>{label}</legend>
        {fault !== undefined && <p className="hint fault">{fault}</p>}
        <div className="choice-list">
          {field.options.map((one) => (
            <Checkbox
              key={one.value}
              checked={chosen.includes(one.value)}
              onChange={(event) =>
                set(event.target.checked ? [...chosen, one.value] : chosen.filter((other) => other !== one.value))
              }
            >
              {say(one.label)}
            </Checkbox>
          ))}
        </div>
      </fieldset>
    );
  }
  if (field.kind === 'tick') {
    return (
      <div className={fault === undefined ? 'fld' : 'fld bad'}>
        <Checkbox id={id} checked={value === true} onChange={(event) => set(event.target.checked)}>
          {label}
        </Checkbox>
        {fault !== undefined && <p className="hint fault">{fault}</p>}
        {field.hint !== undefined && <p className="hint">{say(field.hint)}</p>}
      </div>
    );
  }
  if (field.kind === 'own' && field.bare) return field.draw({ id }, value, set, fault);
  const hint = field.kind === 'day' && text !== '' ? dates.full(text) : field.hint && say(field.hint);
  return (
    <Field id={id} label={label} fault={fault} {...(hint === undefined ? {} : { hint })}>
      {(tied) => {
        switch (field.kind) {
          case 'line':
            return (
              <Input
                {...tied}
                maxLength={field.max ?? 500}
                value={text}
                onChange={(event) => set(event.target.value)}
              />
            );
          case 'area':
            return (
              <TextArea
                {...tied}
                rows={field.rows ?? 2}
                maxLength={field.max ?? 20_000}
                value={text}
                onChange={(event) => set(event.target.value)}
              />
            );
          case 'day':
            return (
              <Input
                {...tied}
                type="date"
                {...(field.min === undefined ? {} : { min: field.min })}
                {...(field.max === undefined ? {} : { max: field.max })}
                value={text}
                onChange={(event) => set(event.target.value)}
              />
            );
          case 'number':
            return (
              <InputNumber
                {...tied}
                min={field.min}
                max={field.max}
                precision={0}
                value={typeof value === 'number' ? value : null}
                onChange={(given) => set(given ?? undefined)}
              />
            );
          case 'own':
            return field.draw(tied, value, set, fault);
        }
      }}
    </Field>
  );
}
