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
    body: state.receivedBy ?? state.body,
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
    desk: [...(state.phase === 'received' ? [toRegister(ref, state)] : []), ...alarmRows(ref, state)],
  };
}

/** An alarm that nobody has acted on, and urgent reports whose recipients have not confirmed them (条例 25). */
function alarmRows(ref: Place, state: SubmissionState): readonly Row[] {
  const { danger, reports = {} } = state;
  const open = danger && danger.acknowledgedAt === undefined && danger.liftedOn === undefined;
  return [
    ...(open ? [row(ref, state, { duty: 'alarm', body: state.body, assignment: '' })] : []),
    ...Object.values(reports).flatMap((report) =>
      report.to
        /* Recipients outside this installation have no desk here. */
        .filter((body) => report.receivedBy[body] === undefined && !body.includes(':'))
        /* One report, one row for each recipient. */
        .map((body) => row(ref, state, { duty: 'urgent', body, assignment: `${report.id}:${body}` })),
    ),
  ];
}

function toRegister(ref: Place, state: SubmissionState): Row {
  return {
    ...row(ref, state, { duty: 'to-register', body: state.body, assignment: '' }),
    ...dueColumns(state.clocks.register),
  };
}

function row(ref: Place, state: SubmissionState, duty: { duty: string; body: string; assignment: string }): Row {
  return {
    region: ref.region,
    item: ref.id,
    ...duty,
    account: null,
    ...dueColumns(undefined),
    received_at: state.receivedAt,
    channel: state.channel,
    division: state.division,
    category: '',
    purpose: state.purpose,
    petitioners: state.petitioners,
    content_id: state.content?.id ?? null,
  };
}
