import type { SubmissionState } from '../../domain/submission.ts';
import { channelGroup } from '../../domain/vocabulary.ts';
import { clockRows, dueColumns } from './clocks.ts';
import type { Place, Row, Rows } from './rows.ts';

/** Rows of one submission. A sealed report leaves one row, for the post that keeps it (E27). */
export function projectSubmission(ref: Place, state: SubmissionState): Rows {
  if (state.phase === 'none') return {};
  if (state.sealed) {
    const row: Row = {
      region: ref.region,
      stream: ref.id,
      body: state.keeper ?? state.body,
      received_on: state.receivedOn,
      phase: state.phase,
      content_id: state.content?.id ?? null,
    };
    return { sealed_case: [row] };
  }
  const submission: Row = {
    region: ref.region,
    number: ref.id,
    body: state.body,
    division: state.division,
    channel: state.channel,
    channel_group: state.channel === 'unknown' ? 'unknown' : channelGroup(state.channel),
    purpose: state.purpose,
    petitioners: state.petitioners,
    identity: state.identity,
    phase: state.phase,
    origin: state.origin,
    source: state.source ?? null,
    received_on: state.receivedOn,
    received_at: state.receivedAt,
    registered_on: state.registeredOn ?? null,
    matters: state.matters.length,
    content_id: state.content?.id ?? null,
    query_hash: state.queryHash ?? null,
  };
  return {
    submission: [submission],
    clock: clockRows(ref.region, ref.id, state.division, state.clocks, (clock) => clock.holder),
    desk: state.phase === 'received' ? [toRegister(ref, state)] : [],
  };
}

function toRegister(ref: Place, state: SubmissionState): Row {
  return {
    region: ref.region,
    item: ref.id,
    assignment: '',
    duty: 'to-register',
    body: state.body,
    account: null,
    ...dueColumns(state.clocks.register),
    received_at: state.receivedAt,
    channel: state.channel,
    division: state.division,
    category: '',
    purpose: state.purpose,
    petitioners: state.petitioners,
    content_id: state.content?.id ?? null,
  };
}
