import type { Pool, PoolClient } from 'pg';
import type { Particulars, Person } from '../../../domain/particulars.ts';
import type { SubmissionState } from '../../../domain/submission.ts';
import type { StreamKindName, StreamTypes } from '../../../ledger/streams.ts';

/** Where a submission or matter is kept. */
export interface At {
  readonly region: string;
  readonly id: string;
}

/** The place a number names. */
export function atNumber(number: string): At {
  return { region: number.slice(0, 6), id: number };
}

/** The states of streams of one kind by number, whatever region they are in; those that do not exist are absent. */
export async function readStatesAcross<K extends StreamKindName>(
  db: Pool | PoolClient,
  kind: K,
  places: readonly At[],
): Promise<ReadonlyMap<string, StreamTypes[K]['state']>> {
  if (places.length === 0) return new Map();
  const { rows } = await db.query<{ stream: string; state: StreamTypes[K]['state'] }>({
    name: 'person_read_states',
    text: `select s.stream, s.state from unnest($1::text[], $2::text[]) as k(region, stream)
           join stream s on s.region = k.region and s.stream = k.stream and s.kind = $3`,
    values: [places.map((place) => place.region), places.map((place) => place.id), kind],
  });
  return new Map(rows.map((row) => [row.stream, row.state]));
}

/** The contents that say who is in a submission: as it arrived, who joined later, who goes on with it. */
export function contentsOfPeople(state: SubmissionState): readonly string[] {
  return [state.content, ...(state.joinedPeople ?? []), state.successor].flatMap((ref) => (ref ? [ref.id] : []));
}

/** What arrived, with everybody who joined later among the people; undefined where it was erased. */
export function particularsNow(state: SubmissionState, contentOf: (id: string) => unknown): Particulars | undefined {
  /* Content rows are written by the acts with the kind the state names them for. */
  const arrived = state.content && (contentOf(state.content.id) as Particulars | undefined);
  if (!arrived) return undefined;
  const joined = (state.joinedPeople ?? []).flatMap(
    (ref) => (contentOf(ref.id) as readonly Person[] | undefined) ?? [],
  );
  const successor = state.successor && (contentOf(state.successor.id) as Person | undefined);
  return { ...arrived, people: [...arrived.people, ...joined, ...(successor ? [successor] : [])] };
}
