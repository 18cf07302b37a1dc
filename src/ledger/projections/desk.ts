import { dutiesOf } from '../../domain/duties.ts';
import type { MatterState } from '../../domain/matter.ts';
import { dueColumns } from './clocks.ts';
import type { Place, Row } from './rows.ts';

/** The working lists: one row a duty, with the clock that is due first. */
export function deskRows(ref: Place, state: MatterState): readonly Row[] {
  return dutiesOf(state).map((duty) => ({
    region: ref.region,
    item: ref.id,
    assignment: duty.assignment,
    duty: duty.duty,
    body: duty.body,
    account: duty.account ?? null,
    ...dueColumns(duty.clock),
    received_at: state.openedAt,
    channel: state.channel,
    division: state.division,
    category: state.category,
    purpose: state.purpose,
    petitioners: state.petitioners,
    content_id: state.content?.id ?? null,
  }));
}
