import type { PetitionerActor } from '../../actors/accounts/server/public.ts';
import type { Note, Particulars, Person } from '../../domain/particulars.ts';
import { isRefusal, type Refusal } from '../../domain/refusals.ts';
import type { SubmissionState } from '../../domain/submission.ts';
import type { Ledger } from '../../ledger/ledger.ts';
import { findState, logReading, readContents } from '../../ledger/read.ts';
import { submissionRef } from '../../ledger/streams.ts';
import { readFiles } from '../petition-page/files.ts';
import { NO_SUCH_PETITION } from './enter.ts';
import type { FollowModel } from './follow.contract.ts';
import { readFollow } from './follow.ts';

/** All that is kept of a petition for the person who raised it, in one piece (个保法 45). */
export interface OwnData {
  readonly number: string;
  readonly takenAt: string;
  /** As it arrived. Of others who signed it there is only how many: their data are theirs. */
  readonly given:
    | (Omit<Particulars, 'people'> & { readonly person: Person | undefined; readonly others: number })
    | null;
  readonly added: readonly { readonly at: string; readonly by: string; readonly text: string }[];
  readonly files: readonly {
    readonly name: string;
    readonly type: string;
    readonly size: number;
    readonly address: string;
  }[];
  readonly mayPublish: boolean;
  readonly identity: string;
  readonly channel: string;
  /** How it went, who opened it and how often, papers and ratings: what the page of the petition shows. */
  readonly petition: FollowModel;
}

/** Refused where the pass is for another petition, or for an agent without authority. */
export async function readOwnData(ledger: Ledger, actor: PetitionerActor, number: string): Promise<OwnData | Refusal> {
  if (actor.limited) return NO_SUCH_PETITION;
  const petition = await readFollow(ledger, actor, number);
  if (isRefusal(petition)) return petition;
  const ref = submissionRef(number);
  const state = await findState(ledger, ref);
  if (state === undefined) return NO_SUCH_PETITION;
  const contents = await readContents(
    ledger,
    ref.region,
    [state.content, ...state.papers.map((paper) => paper.content)].flatMap((one) => (one ? [one.id] : [])),
  );
  /* The content a submission points to is its particulars; those of papers are notes. */
  const particulars = contents.get(state.content?.id ?? '') as Particulars | undefined;
  const ids = [...(particulars?.files ?? []), ...state.papers.flatMap((paper) => paper.files)];
  const files = await readFiles(ledger, ref.region, ids);
  await logReading(ledger, {
    region: ref.region,
    actor: `petitioner:${number}`,
    verb: 'follow.own-data',
    stream: number,
  });
  return {
    number,
    takenAt: ledger.clock.now().toISOString(),
    given: particulars === undefined ? null : givenOf(particulars),
    added: addedOf(state, contents),
    files: [...files.values()].map(({ name, type, size, href }) => ({ name, type, size, address: href })),
    mayPublish: state.mayPublish,
    identity: state.identity,
    channel: state.channel,
    petition,
  };
}

/** What officers noted on the way is theirs; whoever raised it gets what they gave. */
function givenOf({ people, remark: _, ...rest }: Particulars): OwnData['given'] {
  const [person, ...others] = people;
  return { ...rest, person, others: others.length };
}

function addedOf(state: SubmissionState, contents: ReadonlyMap<string, unknown>): OwnData['added'] {
  return state.papers.map((paper) => ({
    at: paper.at,
    by: paper.by,
    text: (contents.get(paper.content.id) as Note | undefined)?.text ?? '',
  }));
}
