import type { ReactNode } from 'react';
import { EX_OFFICIO_LABELS } from '../../../domain/proceedings.ts';
import type { Sentence } from '../../../platform/http/route.contract.ts';
import type { ActSlot } from '../../../ui/staff/act-form.ts';
import { type FieldSpec, optionsOf, SpecForm } from '../../../ui/staff/SpecForm.tsx';
import {
  continueExOfficioRoute,
  endWithoutSuccessorRoute,
  mergeRoute,
  nameSuccessorRoute,
  noteDeathRoute,
  relateRoute,
  unmergeRoute,
} from '../matters.contract.ts';
import { MATTER_ACT_WORDS, MATTER_FIELD_WORDS as w } from './matter-forms.texts.ts';

interface OnMatter {
  readonly matter: string;
  readonly slot: ActSlot;
}

const reason: FieldSpec = { kind: 'area', name: 'reason', label: w.reason, need: w.needReason };
const text = (label: Sentence = w.explain): FieldSpec => ({ kind: 'area', name: 'text', label, need: w.needExplain });

export function MergeForm({ matter, slot }: OnMatter): ReactNode {
  return (
    <SpecForm
      contract={mergeRoute}
      name="merge"
      slot={slot}
      matter={matter}
      fields={[
        { kind: 'line', name: 'into', label: w.into, hint: w.intoHint, need: w.needInto, max: 40 },
        reason,
        { kind: 'tick', name: 'confirmedSame', label: w.confirmedSame, need: w.needSame },
      ]}
      {...MATTER_ACT_WORDS.merge}
    />
  );
}

export function UnmergeForm({ matter, slot }: OnMatter): ReactNode {
  return (
    <SpecForm
      contract={unmergeRoute}
      name="unmerge"
      slot={slot}
      matter={matter}
      fields={[reason]}
      {...MATTER_ACT_WORDS.unmerge}
    />
  );
}

export function RelateForm({ matter, slot }: OnMatter): ReactNode {
  return (
    <SpecForm
      contract={relateRoute}
      name="relate"
      slot={slot}
      matter={matter}
      fields={[{ kind: 'line', name: 'other', label: w.other, hint: w.intoHint, need: w.needInto, max: 40 }, reason]}
      {...MATTER_ACT_WORDS.relate}
    />
  );
}

export function ContinueForm({ matter, slot }: OnMatter): ReactNode {
  return (
    <SpecForm
      contract={continueExOfficioRoute}
      name="continue-ex-officio"
      slot={slot}
      matter={matter}
      fields={[
        {
          kind: 'choice',
          name: 'reason',
          label: w.exOfficio,
          options: optionsOf(EX_OFFICIO_LABELS),
          need: w.needExOfficio,
        },
        text(),
      ]}
      {...MATTER_ACT_WORDS['continue-ex-officio']}
    />
  );
}

export function NoteDeathForm({ matter, slot }: OnMatter): ReactNode {
  return (
    <SpecForm
      contract={noteDeathRoute}
      name="note-death"
      slot={slot}
      matter={matter}
      fields={[text(w.howKnown)]}
      {...MATTER_ACT_WORDS['note-death']}
    />
  );
}

export function NameSuccessorForm({ matter, slot }: OnMatter): ReactNode {
  return (
    <SpecForm
      contract={nameSuccessorRoute}
      name="name-successor"
      slot={slot}
      matter={matter}
      fields={[
        { kind: 'line', name: 'name', label: w.name, need: w.needName, max: 50 },
        { kind: 'line', name: 'phone', label: w.phone, max: 30 },
        { kind: 'line', name: 'address', label: w.address, max: 200 },
        { kind: 'line', name: 'relation', label: w.relation, need: w.needRelation },
      ]}
      {...MATTER_ACT_WORDS['name-successor']}
    />
  );
}

export function EndWithoutSuccessorForm({ matter, slot }: OnMatter): ReactNode {
  return (
    <SpecForm
      contract={endWithoutSuccessorRoute}
      name="end-without-successor"
      slot={slot}
      matter={matter}
      fields={[text()]}
      {...MATTER_ACT_WORDS['end-without-successor']}
    />
  );
}
