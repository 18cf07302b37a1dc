import type { Paper } from '../../alongside/documents/paper.contract.ts';
import type { Actor } from '../../domain/act.ts';
import type { Particulars } from '../../domain/particulars.ts';
import { mayRead, mayReadSubmission, refuseClosed } from '../../domain/permission.ts';
import type { Refusal, Said } from '../../domain/refusals.ts';
import { type Danger, isInDanger, type SubmissionState, type UrgentReport } from '../../domain/submission.ts';
import { contextFor, type Ledger } from '../../ledger/ledger.ts';
import { findState, logReading, readContents } from '../../ledger/read.ts';
import { matterRef, submissionRef } from '../../ledger/streams.ts';
import { mayAcknowledge, mayReport, needDuty, OUTSIDE, urgentClock } from '../../petition/1-intake/alarm.rules.ts';
import { mayRegister } from '../../petition/1-intake/intake.rules.ts';
import { NO_SUCH_SUBMISSION } from '../../petition/1-intake/not-there.rules.ts';
import { mayAddPeople, mayShowAuthority } from '../../petition/1-intake/people.rules.ts';
import { viewClock } from './clock-view.ts';
import { readFiles } from './files.ts';
import { readNames } from './names.ts';
import type { SubmissionPageModel } from './petition-page.contract.ts';
import { viewPerson } from './petition-page.ts';

/** A recipient of an urgent report: whether it has it, and whether this viewer may say so. */
function viewRecipient(id: string, report: UrgentReport, state: SubmissionState, actor: Actor, name: Said) {
  const outside = Object.hasOwn(OUTSIDE, id) ? OUTSIDE[id as keyof typeof OUTSIDE] : undefined;
  const receivedAt = report.receivedBy[id];
  const own = actor.kind === 'staff' && (actor.body === id || (outside !== undefined && actor.body === state.body));
  return {
    id,
    name: outside ?? name,
    mine: own && receivedAt === undefined,
    ...(receivedAt === undefined ? {} : { receivedAt }),
  };
}

/** The reports of wrongdoing in a letter with other matters too, which this viewer may not read (E28). */
async function sealedMatters(ledger: Ledger, actor: Actor, state: SubmissionState): Promise<readonly string[]> {
  const { bodies } = ledger.reference;
  const read = await Promise.all(
    state.matters.map(async (matter) => ({ matter, state: await findState(ledger, matterRef(matter)) })),
  );
  return read.flatMap((one) =>
    one.state?.sealed && !mayRead(one.state, one.matter.slice(0, 6), actor, bodies) ? [one.matter] : [],
  );
}

/** What arrived, less its words and papers: they may belong to the report, and are for its keeper (条例 30¶3). */
function withoutWords(arrived: Particulars | undefined): Particulars | undefined {
  if (!arrived) return undefined;
  const { remark: _r, reported: _a, place: _p, since: _s, ...rest } = arrived;
  return { ...rest, title: '', text: '', requests: [], files: [] };
}

function viewDanger(state: SubmissionState, { reportBy: _, kinds, ...danger }: Danger, now: string) {
  const report = urgentClock(state, now);
  return { ...danger, kinds: [...kinds], ...(report ? { report } : {}) };
}

/** One submission as it arrived, for a viewer who may read it. The reading is logged. */
export async function readSubmissionPage(
  ledger: Ledger,
  actor: Actor,
  number: string,
): Promise<SubmissionPageModel | Refusal> {
  const ref = submissionRef(number);
  const state = await findState(ledger, ref);
  if (!state || !mayReadSubmission(state, number, actor, ledger.reference.bodies))
    return refuseClosed(state, actor) ?? NO_SUCH_SUBMISSION;
  const made = Object.values(state.reports ?? {});
  const hidden = await sealedMatters(ledger, actor, state);
  const contents = await readContents(ledger, ref.region, [
    ...(state.content ? [state.content.id] : []),
    ...made.map((report) => report.instrument.content.id),
  ]);
  /* Written by the acts that take a submission in, under this kind. */
  const arrived = contents.get(state.content?.id ?? '') as Particulars | undefined;
  const particulars = hidden.length === 0 ? arrived : withoutWords(arrived);
  const names = await readNames(ledger, { accounts: [], division: state.division, category: '' });
  const added = hidden.length === 0 ? state.papers.flatMap((paper) => paper.files) : [];
  const fileIds = [...(particulars?.files ?? []), ...added];
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
    matters: state.matters.filter((matter) => !hidden.includes(matter)),
    clocks: Object.entries(state.clocks).map(([id, clock]) =>
      viewClock(id, clock, context.today, names.body, ledger.reference.packs.layers),
    ),
    ...(state.first ? { first: state.first } : {}),
    mayRegister: refusal ? { open: false, said: refusal.said } : { open: true },
    urgent: made.map((report) => ({
      id: report.id,
      at: report.at,
      text: ((contents.get(report.instrument.content.id) as Paper | undefined)?.paragraphs ?? []).map(
        ({ text }) => text,
      ),
      to: report.to.map((id) => viewRecipient(id, report, state, actor, names.body(id))),
      ...(report.instrument.number ? { number: report.instrument.number } : {}),
    })),
    can: {
      flag: needDuty(state, context) === undefined && !isInDanger(state, context.today),
      acknowledge: mayAcknowledge(state, context) === undefined,
      lift:
        needDuty(state, context) === undefined &&
        isInDanger(state, context.today) &&
        state.danger?.acknowledgedAt !== undefined,
      report: mayReport(state, context) === undefined,
      authority: mayShowAuthority(state, context) === undefined,
      people: mayAddPeople(state, context) === undefined,
    },
    ...(hidden.length > 0 ? { withheld: true } : {}),
    ...(state.agent ? { agent: state.agent } : {}),
    ...(state.danger ? { danger: viewDanger(state, state.danger, context.now) } : {}),
    ...(state.erasedOn === undefined ? {} : { erasedOn: state.erasedOn }),
    ...(particulars?.reported ? { reported: particulars.reported } : {}),
    ...(particulars?.place ? { place: particulars.place } : {}),
    ...(particulars?.since ? { since: particulars.since } : {}),
    ...(particulars?.remark ? { remark: particulars.remark } : {}),
  };
}
