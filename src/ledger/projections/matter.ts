import type { Clock } from '../../domain/clocks.ts';
import { bodiesOf, currentAssignment, isRated, type MatterState, PHASE_IS_OPEN, tasksOf } from '../../domain/matter.ts';
import { countedRating, ratingWindow } from '../../domain/rating-window.ts';
import { clockRows } from './clocks.ts';
import { deskRows } from './desk.ts';
import type { Place, Row, Rows } from './rows.ts';

/** Rows of one matter. A sealed report leaves none but the row of its keeper (E27). */
export function projectMatter(ref: Place, state: MatterState): Rows {
  if (state.phase === 'none') return {};
  if (state.sealed) {
    return {
      sealed_case: [
        {
          region: ref.region,
          stream: ref.id,
          body: state.keeper ?? state.office,
          received_on: state.receivedOn,
          phase: state.phase,
          content_id: state.content?.id ?? null,
        },
      ],
    };
  }
  return {
    matter: [matterRow(ref, state)],
    matter_body: bodiesOf(state).map((body) => ({
      region: ref.region,
      matter: ref.id,
      body,
      received_at: state.openedAt,
    })),
    clock: clockRows(ref.region, ref.id, state.division, state.clocks, (clock) => clockBody(state, clock)),
    rating: ratingRows(ref, state),
    desk: deskRows(ref, state),
  };
}

function clockBody(state: MatterState, clock: Clock): string {
  if (clock.holder !== 'petitioner') return clock.holder;
  return state.assignments[clock.assignment ?? '']?.body ?? state.office;
}

/** Day the answer was issued, whichever kind it is; what a source does not state stays unknown. */
export function answeredOn(state: MatterState): string | undefined {
  if (state.importedAnswer) return state.importedAnswer.on;
  const tasks = tasksOf(state);
  const opinion = tasks.findLast((task) => task.opinion !== undefined)?.opinion;
  if (opinion) return opinion.issuedOn;
  return state.phase === 'closed' ? state.closedOn : undefined;
}

function matterRow(ref: Place, state: MatterState): Row {
  const task = currentAssignment(state);
  return {
    region: ref.region,
    number: ref.id,
    submission: state.submissions[0] ?? '',
    office: state.office,
    holder: task && (PHASE_IS_OPEN[task.phase] || task.phase === 'served') ? task.body : state.office,
    purpose: state.purpose,
    category: state.category,
    division: state.division,
    channel: state.channel,
    phase: state.phase,
    task_phase: task?.phase ?? null,
    route: task?.route ?? null,
    origin: state.origin,
    pack: state.pack,
    petitioners: state.petitioners,
    received_on: state.receivedOn,
    received_at: state.openedAt,
    registered_on: state.registeredOn ?? null,
    answered_on: answeredOn(state) ?? null,
    closed_on: state.closedOn ?? null,
    transfers: state.transfers ?? null,
    content_id: state.content?.id ?? null,
  };
}

function ratingRows(ref: Place, state: MatterState): readonly Row[] {
  if (!isRated(state)) return [];
  const task = currentAssignment(state);
  return (['office', 'body'] as const).flatMap((side) => {
    const rated = countedRating(state, side);
    const window = ratingWindow(state, side)?.clock;
    if (!rated && !window) return [];
    return [
      {
        region: ref.region,
        matter: ref.id,
        side,
        body: side === 'office' ? state.office : (task?.body ?? state.office),
        state: rated ? 'rated' : 'open',
        level: rated?.level ?? null,
        rated_on: rated?.on ?? null,
        window_end: window?.derivation.statutoryDue ?? null,
        division: state.division,
      },
    ];
  });
}
