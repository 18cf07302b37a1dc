import type { Clock } from '../../src/domain/clocks.ts';
import { addDays } from '../../src/domain/days.ts';
import { currentAssignment, isRated, type MatterState } from '../../src/domain/matter.ts';
import type { SubmissionState } from '../../src/domain/submission.ts';
import type { Ledger } from '../../src/ledger/ledger.ts';
import { fold } from '../../src/ledger/record.ts';
import { STREAM_KINDS } from '../../src/ledger/streams.ts';

/** What one indicator would count: the case, its part, the body and region it counts for. */
export interface Counted {
  readonly indicator: string;
  readonly part: string;
  readonly number: string;
  readonly region: string;
  readonly body: string;
}

interface Folded {
  readonly matters: readonly (readonly [string, MatterState])[];
  readonly submissions: readonly (readonly [string, SubmissionState])[];
}

/** Every history folded from its facts alone; no projected row is looked at. */
export async function foldAll(ledger: Ledger): Promise<Folded> {
  const { rows } = await ledger.pool.query<{
    stream: string;
    seq: number;
    kind: string;
    body: object;
    actor: string;
    occurred_at: string;
    recorded_at: string;
  }>(`select * from fact where stream not like '%/%' order by region, stream, seq`);
  const matters: [string, MatterState][] = [];
  const submissions: [string, SubmissionState][] = [];
  for (const [stream, facts] of Map.groupBy(rows, (row) => row.stream)) {
    const kind = stream.split('-').length === 4 ? 'matter' : 'submission';
    let state: unknown = STREAM_KINDS[kind].empty;
    for (const { seq, kind: name, body, actor, occurred_at, recorded_at } of facts) {
      state = fold(kind, state, {
        seq,
        fact: { kind: name, body },
        actor,
        occurredAt: occurred_at,
        recordedAt: recorded_at,
      });
    }
    if (kind === 'matter') matters.push([stream, state as MatterState]);
    else submissions.push([stream, state as SubmissionState]);
  }
  return { matters, submissions };
}

const OF_CLOCK: Readonly<Record<string, string>> = {
  forward: 'forwarded-in-time',
  notice: 'accepted-in-time',
  handle: 'answered-in-time',
};

/** Everything the figures of a period should count, told in plain loops. */
export function recount({ matters, submissions }: Folded, from: string, to: string, today: string): readonly Counted[] {
  const counted: Counted[] = [];
  const within = (day: string | undefined): day is string => day !== undefined && day >= from && day <= to;
  for (const [number, state] of matters) {
    if (state.sealed) continue;
    const region = number.slice(0, 6);
    const add = (indicator: string, part: string, body: string): void => {
      counted.push({ indicator, part, number, region, body });
    };
    for (const clock of Object.values(state.clocks)) {
      const indicator = OF_CLOCK[clock.kind];
      if (indicator && within(clock.derivation.statutoryDue) && !clock.pack.startsWith('historical@')) {
        add(indicator, clockPart(clock, today), clock.holder);
      }
    }
    if (state.origin === 'here' && state.registeredOn) {
      const due = addDays(state.registeredOn, 30);
      if (within(due)) add('accepted-by-assessment', assessed(state, due, today), holderOf(state));
    }
    if (!isRated(state)) continue;
    const task = currentAssignment(state);
    for (const side of ['office', 'body'] as const) {
      const end = task ? lastDayToRate(state, task.redo ? `${task.id}:${task.redo.review}` : task.id, side) : undefined;
      /* The last one given: what was opened again counts as before until there is another. */
      const rating = [...(state.earlierRatings ?? []).filter((one) => one.side === side), state.ratings[side]]
        .filter((one) => one !== undefined)
        .at(-1);
      const body = side === 'office' ? state.office : (task?.body ?? state.office);
      for (const name of ['participation', 'satisfaction']) {
        if (rating && within(rating.on)) add(`${name}-${side}`, rating.level, body);
        else if (!rating && within(end) && end < today) add(`${name}-${side}`, 'expired', body);
      }
    }
  }
  for (const [number, state] of submissions) {
    if (state.sealed || !within(state.receivedOn)) continue;
    const groups: Readonly<Record<string, string>> = {
      letter: 'letter',
      visit: 'visit',
      phone: 'phone',
      hotline: 'phone',
      unknown: 'unknown',
    };
    counted.push({
      indicator: 'net-share',
      part: groups[state.channel] ?? 'net',
      number,
      region: number.slice(0, 6),
      body: state.body,
    });
  }
  return counted;
}

/** Of this round of handling; a side opened again has its own window. */
function lastDayToRate(state: MatterState, round: string, side: string): string | undefined {
  const clock = state.clocks[`rating:${round}:${side}`] ?? state.clocks[`rating:${round}`];
  return clock?.derivation.statutoryDue;
}

function clockPart(clock: Clock, today: string): string {
  if (clock.end === 'void') return 'void';
  const { statutoryDue } = clock.derivation;
  if (clock.endedOn !== undefined) return clock.endedOn <= statutoryDue ? 'met' : 'late';
  return statutoryDue < today ? 'overdue' : 'not-due';
}

function assessed(state: MatterState, due: string, today: string): string {
  const told = Object.values(state.clocks)
    .filter(({ kind, end }) => kind === 'notice' && (end === 'met' || end === 'late'))
    .map(({ endedOn }) => endedOn ?? '')
    .sort();
  const ended = told[0] ?? (state.phase === 'closed' ? state.closedOn : undefined);
  if (ended !== undefined) return ended <= due ? 'met' : 'late';
  if (state.phase === 'withdrawn') return 'void';
  return due < today ? 'overdue' : 'not-due';
}

/** The body that has, or last had, the matter in hand. */
function holderOf(state: MatterState): string {
  const task = currentAssignment(state);
  const has = task !== undefined && !['not-accepted', 'routed-out', 'answered', 'withdrawn'].includes(task.phase);
  return has ? task.body : state.office;
}
