import { type Actor, actorId } from '../../domain/act.ts';
import type { Particulars } from '../../domain/particulars.ts';
import { mayRead, mayReadSubmission } from '../../domain/permission.ts';
import { type Refusal, refuseState } from '../../domain/refusals.ts';
import type { SubmissionState } from '../../domain/submission.ts';
import type { Ledger } from '../../ledger/ledger.ts';
import { findState, logReading, readContents } from '../../ledger/read.ts';
import { matterRef, submissionRef } from '../../ledger/streams.ts';
import { NO_SUCH_SUBMISSION } from '../../petition/1-intake/not-there.rules.ts';
import type { RevealPurpose } from './reveal.contract.ts';

const NO_NUMBER = refuseState(
  'no-document',
  404,
  '这个人没有留证件号码',
  'This person gave no document number',
  'person',
);

/** The number that pages show in part. Each time is a row of the trail: who, of which letter, what for. */
export async function revealNumber(
  ledger: Ledger,
  actor: Actor & { kind: 'staff' },
  asked: { number: string; person: number; purpose: RevealPurpose; matter?: string | undefined },
): Promise<{ idNumber: string } | Refusal> {
  const ref = submissionRef(asked.number);
  const state = await findState(ledger, ref);
  if (!state || !(await mayReadIt(ledger, actor, state, asked))) return NO_SUCH_SUBMISSION;
  const id = state.content?.id ?? '';
  /* The content a submission points to is its particulars. */
  const particulars = (await readContents(ledger, ref.region, id === '' ? [] : [id])).get(id) as
    | Particulars
    | undefined;
  const idNumber = particulars?.people[asked.person]?.idNumber;
  if (!idNumber) return NO_NUMBER;
  await logReading(ledger, {
    region: ref.region,
    actor: actorId(actor),
    body: actor.body,
    verb: 'person.reveal',
    stream: asked.number,
    detail: { person: asked.person, purpose: asked.purpose },
  });
  return { idNumber };
}

/** Whoever reads the letter; or the matter that began with it. */
async function mayReadIt(
  ledger: Ledger,
  actor: Actor,
  submission: SubmissionState,
  { number, matter }: { number: string; matter?: string | undefined },
): Promise<boolean> {
  const { bodies } = ledger.reference;
  const region = number.slice(0, 6);
  if (mayReadSubmission(submission, number, actor, bodies)) return true;
  const state = matter === undefined ? undefined : await findState(ledger, matterRef(matter));
  return (
    state !== undefined &&
    !submission.sealed &&
    state.submissions[0] === number &&
    mayRead(state, region, actor, bodies)
  );
}
