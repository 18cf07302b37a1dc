import type { ReactNode } from 'react';
import type { MatterActId } from '../../../domain/acts.ts';
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
export const MORE_FORMS: Partial<Record<MatterActId, (props: MoreProps) => ReactNode>> = {};
