import type { ReactNode } from 'react';
import type { ActSlot } from '../../../ui/staff/act-form.ts';
import { type FieldSpec, optionsOf, SpecForm } from '../../../ui/staff/SpecForm.tsx';
import { archiveRoute, eraseRoute, keepLongerRoute, proposeErasureRoute } from '../archive.contract.ts';
import { ARCHIVE_WORDS as w } from './archive.texts.ts';

interface Props {
  readonly matter: string;
  readonly slot: ActSlot;
}

const TERM: FieldSpec = {
  kind: 'choice',
  name: 'term',
  label: w.term,
  initial: 'long',
  options: optionsOf(w.terms),
};

/** T36. */
export function ArchiveForm({ matter, slot }: Props): ReactNode {
  return (
    <SpecForm
      contract={archiveRoute}
      name="archive"
      slot={slot}
      matter={matter}
      fields={[TERM]}
      button={w.archive}
      note={w.note}
    />
  );
}

/** T36b: one officer proposes. */
export function ProposeErasureForm({ matter, slot }: Props): ReactNode {
  return (
    <SpecForm
      contract={proposeErasureRoute}
      name="propose-erasure"
      slot={slot}
      matter={matter}
      fields={[]}
      button={w.propose}
      note={w.proposeNote}
    />
  );
}

/** T36b: the head keeps it. */
export function KeepLongerForm({ matter, slot }: Props): ReactNode {
  return (
    <SpecForm
      contract={keepLongerRoute}
      name="keep-longer"
      slot={slot}
      matter={matter}
      fields={[TERM, { kind: 'area', name: 'text', label: w.why, need: w.whyNeeded, rows: 3 }]}
      button={w.keep}
    />
  );
}

/** T36b: the head, who is another one than who proposed it, has it erased. */
export function EraseForm({ matter, slot }: Props): ReactNode {
  return (
    <SpecForm
      contract={eraseRoute}
      name="erase"
      slot={slot}
      matter={matter}
      fields={[]}
      button={w.erase}
      note={w.eraseNote}
    />
  );
}
