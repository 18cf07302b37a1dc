import { useNavigate } from '@tanstack/react-router';
import { Button, Input } from 'antd';
import { type ReactNode, useState } from 'react';
import { BodyPicker } from '../../../actors/bodies/web/BodyPicker.tsx';
import { useBodies } from '../../../actors/bodies/web/bodies.ts';
import { DivisionPicker } from '../../../actors/bodies/web/DivisionPicker.tsx';
import { CategoryPicker } from '../../../actors/rulebook/web/CategoryPicker.tsx';
import { SUCCESSION_KINDS, type SuccessionKind } from '../../../domain/succession-stream.ts';
import { useAct } from '../../../ui/staff/act.ts';
import { Choice } from '../../../ui/staff/Choice.tsx';
import { today } from '../../../ui/staff/dates.ts';
import { ApiErrorSummary, faultOf, useFaults } from '../../../ui/staff/ErrorSummary.tsx';
import { Field } from '../../../ui/staff/Field.tsx';
import { useSay, useWords } from '../../../ui/staff/words.tsx';
import { planSuccession } from '../succession.contract.ts';
import { SUCCESSION_TEXTS } from './succession.texts.ts';
import { REFRESHES } from './succession-data.ts';

interface Part {
  readonly to: string | undefined;
  readonly category: string;
  readonly division: string;
}
interface Draft {
  readonly kind: SuccessionKind;
  readonly from: string | undefined;
  readonly to: string | undefined;
  readonly parts: readonly Part[];
  readonly officers: string | undefined;
  readonly endsOn: string;
  readonly basis: string;
}
const NO_PART: Part = { to: undefined, category: '', division: '' };
const MORE = { merged: 'mergedMore', split: 'splitMore', abolished: 'abolishedMore' } as const;

/** Enters a change; what comes of it is a list that waits for approval. */
export function PlanForm(): ReactNode {
  const w = useWords(SUCCESSION_TEXTS);
  const say = useSay();
  const navigate = useNavigate();
  const faults = useFaults();
  const bodies = useBodies();
  const plan = useAct(planSuccession, REFRESHES);
  const [gaps, setGaps] = useState<Readonly<Record<string, string>>>({});
  const [draft, setDraft] = useState<Draft>(() => ({
    kind: 'merged',
    from: undefined,
    to: undefined,
    parts: [NO_PART, NO_PART],
    officers: undefined,
    endsOn: today(),
    basis: '',
  }));
  const set = (change: Partial<Draft>): void => setDraft((old) => ({ ...old, ...change }));
  const fault = (field: string): string | undefined => gaps[field] ?? faultOf(faults(plan.error), field);
  const split = draft.kind === 'split';
  const heirs = [...(split ? draft.parts.map((part) => part.to) : []), draft.to].filter((id) => id !== undefined);
  const names = new Map(bodies.map((body) => [body.id, say(body.name)]));

  function missing(): Readonly<Record<string, string>> {
    return {
      ...(draft.from === undefined ? { from: w.needFrom } : {}),
      ...(!split && draft.to === undefined ? { to: w.needTo } : {}),
      ...(split
        ? Object.fromEntries(
            draft.parts.flatMap((part, at) => (part.to === undefined ? [[`parts.${at}.to`, w.needPart]] : [])),
          )
        : {}),
      ...(draft.endsOn === '' ? { endsOn: w.needDay } : {}),
      ...(draft.basis.trim() === '' ? { basis: w.needBasis } : {}),
    };
  }

  async function go(): Promise<void> {
    const found = missing();
    setGaps(found);
    const [first] = Object.keys(found);
    if (first !== undefined) {
      document.getElementById(first)?.focus();
      return;
    }
    const { kind, from = '', to, officers, endsOn, basis } = draft;
    const parts = split
      ? draft.parts.map((part) => ({
          to: part.to ?? '',
          categories: part.category === '' ? [] : [part.category],
          divisions: part.division === '' ? [] : [part.division],
        }))
      : [];
    const done = await plan.send({
      body: {
        kind,
        from,
        parts,
        endsOn,
        basis,
        ...(to === undefined ? {} : { to }),
        ...(officers === undefined ? {} : { officers }),
      },
    });
    if (done !== undefined) await navigate({ to: '/bodies/$run', params: { run: done.run } });
  }

  return (
    <form
      noValidate
      className="stack adm-notice"
      onSubmit={(event) => {
        event.preventDefault();
        void go();
      }}
    >
      <ApiErrorSummary error={plan.error} />
      <Choice
        id="kind"
        label={w.kind}
        value={draft.kind}
        onChange={(kind) => set({ kind, officers: undefined })}
        options={SUCCESSION_KINDS.map((kind) => ({ value: kind, label: w[kind], more: w[MORE[kind]] }))}
      />
      <BodyPicker
        id="from"
        label={w.from}
        value={draft.from}
        onChange={(from) => set({ from })}
        fault={fault('from')}
      />
      {split &&
        draft.parts.map((part, at) => (
          <PartFields
            // biome-ignore lint/suspicious/noArrayIndexKey: a part is its place in the list
            key={at}
            nth={at}
            part={part}
            fault={fault(`parts.${at}.to`) ?? (at === 0 ? fault('parts') : undefined)}
            change={(next) => set({ parts: draft.parts.map((one, nth) => (nth === at ? next : one)) })}
            drop={draft.parts.length > 1 ? () => set({ parts: draft.parts.filter((_, nth) => nth !== at) }) : undefined}
          />
        ))}
      {split && (
        <div className="acts">
          <Button size="small" onClick={() => set({ parts: [...draft.parts, NO_PART] })}>
            {w.addPart}
          </Button>
        </div>
      )}
      <BodyPicker
        id="to"
        label={split ? w.rest : w.to}
        value={draft.to}
        onChange={(to) => set({ to })}
        fault={fault('to')}
      />
      {split && <p className="hint">{w.restHint}</p>}
      {heirs.length > 1 && (
        <Choice
          id="officers"
          label={w.officers}
          value={draft.officers ?? draft.to ?? heirs[0] ?? ''}
          onChange={(officers) => set({ officers })}
          fault={fault('officers')}
          options={[...new Set(heirs)].map((id) => ({ value: id, label: names.get(id) ?? id }))}
        />
      )}
      <Field id="endsOn" label={w.endsOn} fault={fault('endsOn')}>
        {(tied) => (
          <Input {...tied} type="date" value={draft.endsOn} onChange={(event) => set({ endsOn: event.target.value })} />
        )}
      </Field>
      <Field id="basis" label={w.basis} hint={w.basisHint} fault={fault('basis')}>
        {(tied) => (
          <Input
            {...tied}
            maxLength={500}
            value={draft.basis}
            onChange={(event) => set({ basis: event.target.value })}
          />
        )}
      </Field>
      <div className="acts">
        <Button type="primary" htmlType="submit" loading={plan.pending}>
          {w.list}
        </Button>
        <span className="s f">{w.listNote}</span>
      </div>
    </form>
  );
}

function PartFields({
  nth,
  part,
  change,
  drop,
  fault,
}: {
  readonly nth: number;
  readonly part: Part;
  readonly change: (next: Part) => void;
  readonly drop: (() => void) | undefined;
  readonly fault: string | undefined;
}): ReactNode {
  const w = useWords(SUCCESSION_TEXTS);
  const id = (field: string): string => `parts.${nth}.${field}`;
  return (
    <fieldset className="stack">
      <legend>{w.part(nth + 1)}</legend>
      <BodyPicker id={id('to')} label={w.to} value={part.to} onChange={(to) => change({ ...part, to })} fault={fault} />
      <CategoryPicker
        id={id('category')}
        label={w.category}
        value={part.category}
        onChange={(category) => change({ ...part, category })}
      />
      <DivisionPicker
        id={id('division')}
        label={w.division}
        value={part.division}
        onChange={(division) => change({ ...part, division })}
      />
      {drop !== undefined && (
        <div className="acts">
          <Button size="small" onClick={drop}>
            {w.dropPart}
          </Button>
        </div>
      )}
    </fieldset>
  );
}
