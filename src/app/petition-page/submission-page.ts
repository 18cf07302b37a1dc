import type { Actor } from '../../domain/act.ts';
import type { Particulars } from '../../domain/particulars.ts';
import { mayReadSubmission } from '../../domain/permission.ts';
import type { Refusal } from '../../domain/refusals.ts';
import { contextFor, type Ledger } from '../../ledger/ledger.ts';
import { findState, logReading, readContents } from '../../ledger/read.ts';
import { submissionRef } from '../../ledger/streams.ts';
import { mayRegister } from '../../petition/1-intake/intake.rules.ts';
import { NO_SUCH_SUBMISSION } from '../../petition/1-intake/server/intake.ts';
import { viewClock } from './clock-view.ts';
import { readFiles } from './files.ts';
import { readNames } from './names.ts';
import type { SubmissionPageModel } from './petition-page.contract.ts';
import { viewPerson } from './petition-page.ts';

/** One submission as it arrived, for a viewer who may read it. The reading is logged. */
export async function readSubmissionPage(
  ledger: Ledger,
  actor: Actor,
  number: string,
): Promise<SubmissionPageModel | Refusal> {
  const ref = submissionRef(number);
  const state = await findState(ledger, ref);
  if (!state || !mayReadSubmission(state, ref.region, actor, ledger.reference.bodies)) return NO_SUCH_SUBMISSION;
  const contents = await readContents(ledger, ref.region, state.content ? [state.content.id] : []);
  /* Written by the acts that take a submission in, under this kind. */
  const particulars = contents.get(state.content?.id ?? '') as Particulars | undefined;
  const names = await readNames(ledger, { accounts: [], division: state.division, category: '' });
  const fileIds = [...(particulars?.files ?? []), ...state.papers.flatMap((paper) => paper.files)];
  const files = await readFiles(ledger, ref.region, fileIds);
  const context = contextFor(ledger, actor, state.pack);
  const refusal = mayRegister(state, context);
  if (actor.kind === 'staff') {
    await logReading(ledger, {
      region: ref.region,
      actor: `staff:${actor.account}`,
      body: actor.body,
      verb: 'submission.read',
      stream: ref.id,
    });
  }
  return {
    number,
    today: context.today,
    phase: state.phase === 'registered' ? 'registered' : 'received',
    sealed: state.sealed,
    channel: state.channel,
    purpose: state.purpose,
    division: { id: state.division, name: names.division },
    body: { id: state.body, name: names.body(state.body) },
    receivedOn: state.receivedOn,
    receivedAt: state.receivedAt,
    petitioners: state.petitioners,
    identity: state.identity,
    title: particulars?.title ?? '',
    text: particulars?.text ?? '',
    requests: [...(particulars?.requests ?? [])],
    people: (particulars?.people ?? []).map(viewPerson),
    files: fileIds.flatMap((id) => files.get(id) ?? []),
    matters: [...state.matters],
    clocks: Object.entries(state.clocks).map(([id, clock]) => viewClock(id, clock, context.today, names.body)),
    mayRegister: refusal ? { open: false, said: refusal.said } : { open: true },
    ...(particulars?.place ? { place: particulars.place } : {}),
    ...(particulars?.since ? { since: particulars.since } : {}),
    ...(particulars?.remark ? { remark: particulars.remark } : {}),
  };
}
