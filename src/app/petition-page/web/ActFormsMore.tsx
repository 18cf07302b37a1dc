import type { ReactNode } from 'react';
import type { MatterActId } from '../../../domain/acts.ts';
import {
  ContinueForm,
  EndWithoutSuccessorForm,
  MergeForm,
  NameSuccessorForm,
  NoteDeathForm,
  RelateForm,
  UnmergeForm,
} from '../../../petition/1-intake/web/MatterActForms.tsx';
import { SplitForm } from '../../../petition/1-intake/web/SplitForm.tsx';
import type { ActSlot } from '../../../ui/staff/act-form.ts';
import type { PetitionPageModel } from '../petition-page.contract.ts';
import type { ActView, Task } from './page-model.ts';

/** What a form beside the main path may know of the page. */
export interface MoreProps {
  readonly page: PetitionPageModel;
  readonly act: ActView;
  readonly task: Task | undefined;
  readonly assignment: string;
  readonly slot: ActSlot;
}

/** The forms of the proceedings beside the main path, each drawn by its slice. */
export const MORE_FORMS: Partial<Record<MatterActId, (props: MoreProps) => ReactNode>> = {
  split: ({ page, slot }) => (
    <SplitForm
      matter={page.matter}
      purpose={page.purpose}
      title={page.title}
      text={page.text}
      requests={page.requests}
      {...slot}
    />
  ),
  merge: ({ page, slot }) => <MergeForm matter={page.matter} slot={slot} />,
  unmerge: ({ page, slot }) => <UnmergeForm matter={page.matter} slot={slot} />,
  relate: ({ page, slot }) => <RelateForm matter={page.matter} slot={slot} />,
  'continue-ex-officio': ({ page, slot }) => <ContinueForm matter={page.matter} slot={slot} />,
  'note-death': ({ page, slot }) => <NoteDeathForm matter={page.matter} slot={slot} />,
  'name-successor': ({ page, slot }) => <NameSuccessorForm matter={page.matter} slot={slot} />,
  'end-without-successor': ({ page, slot }) => <EndWithoutSuccessorForm matter={page.matter} slot={slot} />,
};
