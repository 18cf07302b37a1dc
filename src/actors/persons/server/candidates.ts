import { dayOf } from '../../../domain/days.ts';
import type { MatterState } from '../../../domain/matter.ts';
import type { Gist, Particulars } from '../../../domain/particulars.ts';
import type { SubmissionState } from '../../../domain/submission.ts';
import type { Ledger } from '../../../ledger/ledger.ts';
import { readContentsAcross } from '../../../ledger/read.ts';
import { type PersonKey, type SameBy, samePerson, type Who } from '../persons.rules.ts';
import { hashOf, versionsOf } from './person-keys.ts';
import { type At, atNumber, contentsOfPeople, particularsNow, readStatesAcross } from './read-across.ts';

/** Newest submissions looked at, of the petitioners and of the agents. */
const MOST = 60;

export interface EarlierMatter {
  readonly number: string;
  readonly state: MatterState;
  readonly gist: Gist | undefined;
}

/** An earlier submission of the same person, with the matters in it that are not sealed. */
export interface EarlierSubmission {
  readonly number: string;
  readonly region: string;
  readonly state: SubmissionState;
  readonly particulars: Particulars;
  readonly by: readonly SameBy[];
  readonly matters: readonly EarlierMatter[];
  /** Something in it is a report of wrongdoing: its own text is for nobody here (条例 30¶3, E28). */
  readonly sealedPart: boolean;
}

/** Before which one earlier means: the open submission. Absent while one is being typed: all that are there. */
export interface Before {
  readonly number: string;
  readonly receivedAt: string;
}

export function isEarlier(number: string, state: SubmissionState, before: Before | undefined): boolean {
  if (!before) return true;
  const order = (at: string, id: string): string => `${at} ${id}`;
  return order(state.receivedAt, number) < order(before.receivedAt, before.number);
}

/** The earlier submissions of whoever is in this one, newest first. Hashes lead to them; the people themselves decide. */
export async function findCandidates(
  ledger: Ledger,
  given: { who: Who; keys: readonly PersonKey[]; before: Before | undefined },
): Promise<readonly EarlierSubmission[]> {
  const places = await findPlaces(ledger, given.keys);
  const states = await readStatesAcross(ledger.pool, 'submission', places);
  const earlier = places.flatMap((at) => {
    const state = states.get(at.id);
    return state && !state.sealed && isEarlier(at.id, state, given.before) ? [{ at, state }] : [];
  });
  const people = await readContentsAcross(
    ledger,
    earlier.flatMap(({ at, state }) => contentsOfPeople(state).map((id) => ({ region: at.region, id }))),
  );
  const theirs = earlier.flatMap(({ at, state }) => {
    const particulars = particularsNow(state, (id) => people.get(`${at.region}/${id}`));
    const by = particulars ? samePerson(given.who, particulars) : [];
    return particulars && by.length > 0 ? [{ at, state, particulars, by }] : [];
  });
  const matters = await readMatters(
    ledger,
    theirs.flatMap(({ state }) => state.matters),
  );
  return theirs
    .map(({ at, state, particulars, by }): EarlierSubmission => {
      const own = state.matters.flatMap((number) => matters.get(number) ?? []);
      const open = own.filter((matter) => !matter.state.sealed);
      return {
        number: at.id,
        region: at.region,
        state,
        particulars,
        by,
        matters: open,
        sealedPart: open.length < own.length,
      };
    })
    .sort((a, b) => newestFirst(a.state, b.state));
}

function newestFirst(a: SubmissionState, b: SubmissionState): number {
  const [one, other] = [a, b].map((state) => `${state.receivedOn || dayOf(state.receivedAt)} ${state.receivedAt}`);
  return (other ?? '').localeCompare(one ?? '');
}

/** By the petitioners' hashes, and by the agents': one who writes for many must not crowd out the petitioner's own. */
async function findPlaces(ledger: Ledger, keys: readonly PersonKey[]): Promise<readonly At[]> {
  const versions = versionsOf(ledger.keyring);
  const hashes = (agents: boolean): Buffer[] =>
    keys
      .filter((key) => (key.role === 'agent') === agents)
      .flatMap((key) => versions.map((version) => hashOf(ledger.keyring, version, key.text)));
  const { rows } = await ledger.pool.query<At>({
    name: 'person_key_find',
    text: `(select region, submission as id from person_key where key = any($1::bytea[]) and role <> 'agent'
            group by region, submission order by max(received_at) desc limit ${MOST})
           union
           (select region, submission as id from person_key where key = any($2::bytea[]) and role = 'agent'
            group by region, submission order by max(received_at) desc limit ${MOST})`,
    values: [hashes(false), hashes(true)],
  });
  return rows;
}

async function readMatters(ledger: Ledger, numbers: readonly string[]): Promise<ReadonlyMap<string, EarlierMatter>> {
  const places = [...new Set(numbers)].map(atNumber);
  const states = await readStatesAcross(ledger.pool, 'matter', places);
  const refs = places.flatMap(({ region, id }) => {
    const state = states.get(id);
    return state?.content && !state.sealed ? [{ region, id: state.content.id }] : [];
  });
  const contents = await readContentsAcross(ledger, refs);
  const found = places.flatMap(({ region, id }): [string, EarlierMatter][] => {
    const state = states.get(id);
    if (!state) return [];
    /* The content of a matter is written as a gist by the acts that open it. */
    const gist = contents.get(`${region}/${state.content?.id}`) as Gist | undefined;
    return [[id, { number: id, state, gist }]];
  });
  return new Map(found);
}
