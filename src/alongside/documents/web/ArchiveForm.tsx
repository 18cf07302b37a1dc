import type { ReactNode } from 'react';
import type { ActSlot } from '../../../ui/staff/act-form.ts';
import { SpecForm } from '../../../ui/staff/SpecForm.tsx';
import { archiveRoute } from '../archive.contract.ts';
import { ARCHIVE_WORDS as w } from './archive.texts.ts';

/** T36. */
export function ArchiveForm({ matter, slot }: { readonly matter: string; readonly slot: ActSlot }): ReactNode {
  return (
    <SpecForm
      contract={archiveRoute}
      name="archive"
      slot={slot}
      matter={matter}
      fields={[]}
      button={w.archive}
      note={w.note}
    />
  );
}
