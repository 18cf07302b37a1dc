import { PAPER_KINDS } from '../../alongside/documents/paper.contract.ts';
import type { Actor } from '../../domain/act.ts';
import { nameOf, reviewersOf } from '../../domain/bodies.ts';
import { dayOf } from '../../domain/days.ts';
import type { ContentRef, MatterFact, SubmissionFact } from '../../domain/facts.ts';
import { PHASE_LABELS } from '../../domain/guards.ts';
import { currentAssignment, type MatterState, openReview, papersOf, tasksOf } from '../../domain/matter.ts';
import type { Gist, Note, Particulars, Person } from '../../domain/particulars.ts';
import { mayRead, refuseClosed } from '../../domain/permission.ts';
import type { Refusal, Said } from '../../domain/refusals.ts';
import type { SubmissionState } from '../../domain/submission.ts';
import { NO_SUCH_MATTER } from '../../ledger/act-on-matter.ts';
import { contextFor, type Ledger } from '../../ledger/ledger.ts';
import { findMatterFile, findState, logReading, readContents } from '../../ledger/read.ts';
import { matterRef } from '../../ledger/streams.ts';
import { extensionLeft } from '../../petition/4-handling/handling.rules.ts';
import type { DraftContent } from '../../petition/5-reply/server/reply.ts';
import { viewActs, viewNext } from './acts.ts';
import { viewClock } from './clock-view.ts';
import { readFiles } from './files.ts';
import { accountOf, type PageNames, readNames, sayActor } from './names.ts';
import type { PetitionPageModel } from './petition-page.contract.ts';
import { proceedingContents, viewProceedings } from './proceedings.ts';
import { readableFacts, reviewContentIds, viewReviews, viewWindow } from './review-files.ts';
import { tellMatter, tellSubmission } from './story.texts.ts';
import type { Told } from './story-parts.texts.ts';
import { officersIn, viewTask } from './task-view.ts';

type Contents = ReadonlyMap<string, unknown>;

/** One matter whole, for a viewer who may read it. The reading is logged. */
export async function readPetitionPage(
  ledger: Ledger,
  actor: Actor,
  matter: string,
): Promise<PetitionPageModel | Refusal> {
  const ref = matterRef(matter);
  const file = await findMatterFile(ledger, ref);
  if (!file || !mayRead(file.state, ref.region, actor, ledger.reference.bodies))
    return refuseClosed(file?.state, actor) ?? NO_SUCH_MATTER;
  const { state, facts, submission, arrived } = file;
  const told = tellAll(ledger, state, readableFacts(state, facts, actor), arrived);
  const officers = [...facts, ...arrived].map((fact) => accountOf(fact.actor));
  const [siblings, contents, names] = await Promise.all([
    readSiblings(ledger, actor, matter, submission?.matters ?? []),
    readContents(ledger, ref.region, contentIds(state, submission?.content, told, facts)),
    readNames(ledger, {
      accounts: [...new Set(officers.concat(handlersOf(state), officersIn(facts)))],
      division: state.division,
      category: state.category,
    }),
    actor.kind === 'staff'
      ? logReading(ledger, {
          region: ref.region,
          actor: `staff:${actor.account}`,
          body: actor.body,
          verb: 'matter.read',
          stream: ref.id,
        })
      : undefined,
  ]);
  const particulars = withoutSealed(contentOf<Particulars>(contents, submission?.content), siblings.sealed);
  const files = await readFiles(ledger, ref.region, fileIds(state, particulars, told));
  return view({
    ledger,
    actor,
    state,
    matter,
    facts,
    contents,
    particulars,
    names,
    told: told.map((one) => finish(one, names, contents, files)),
    files,
    submission,
    siblings: siblings.open,
  });
}

/** The other matters of the same submission that this viewer may read, and whether one that they may not is sealed. */
async function readSiblings(
  ledger: Ledger,
  actor: Actor,
  matter: string,
  matters: readonly string[],
): Promise<{ open: readonly string[]; sealed: boolean }> {
  const others = await Promise.all(
    matters
      .filter((other) => other !== matter)
      .map(async (other) => ({ other, state: await findState(ledger, matterRef(other)) })),
  );
  const region = matter.slice(0, 6);
  const readable = others.filter(({ state }) => state && mayRead(state, region, actor, ledger.reference.bodies));
  const hidden = others.filter((one) => !readable.includes(one));
  return { open: readable.map(({ other }) => other), sealed: hidden.some(({ state }) => state?.sealed) };
}

/** What came with a letter may belong to the report in it: then nobody but its keeper gets the papers (条例 30¶3, E28). */
function withoutSealed(particulars: Particulars | undefined, sealed: boolean): Particulars | undefined {
  if (!particulars || !sealed) return particulars;
  const { remark: _, reported: _r, ...rest } = particulars;
  return { ...rest, files: [] };
}

interface Telling extends Told {
  readonly seq: number;
  readonly stream: string;
  readonly kind: string;
  readonly at: string;
  readonly actor: string;
}

function tellAll(
  ledger: Ledger,
  state: MatterState,
  facts: readonly MatterFact[],
  arrived: readonly SubmissionFact[],
): readonly Telling[] {
  const names = {
    body: (id: string) => nameOf(ledger.reference.bodies, id),
    account: (id: string) => `⟦${id}⟧`,
    level: (review: string) => state.reviews[review]?.level ?? 'review',
  };
  const tell = (recorded: MatterFact | SubmissionFact, stream: string, told: Told): Telling => ({
    ...told,
    seq: recorded.seq,
    stream,
    kind: recorded.fact.kind,
    at: recorded.occurredAt,
    actor: recorded.actor,
  });
  return [
    ...arrived.map((one) => tell(one, 'submission', tellSubmission(one.fact, names))),
    ...facts.map((one) => tell(one, 'matter', tellMatter(one.fact, names))),
  ].sort((a, b) =>
    a.at === b.at ? (a.stream === b.stream ? a.seq - b.seq : a.stream === 'submission' ? -1 : 1) : a.at < b.at ? -1 : 1,
  );
}

function finish(
  one: Telling,
  names: PageNames,
  contents: Contents,
  files: Awaited<ReturnType<typeof readFiles>>,
): PetitionPageModel['story'][number] {
  const note = contentOf<Note>(contents, one.note);
  const text = note?.with ? `${note.with}：${note.text}` : note?.text;
  const named = (said: Said): Said => ({ zh: withAccounts(said.zh, names), en: withAccounts(said.en, names) });
  const given = (one.files ?? []).flatMap((id) => files.get(id) ?? []);
  return {
    seq: one.seq,
    stream: one.stream,
    kind: one.kind,
    group: one.group,
    at: one.at,
    day: dayOf(one.at),
    who: sayActor(one.actor, names),
    title: named(one.title),
    ...(one.detail ? { detail: one.detail } : {}),
    ...(text ? { note: text } : {}),
    ...(one.instrument ? { instrument: one.instrument } : {}),
    ...(given.length > 0 ? { files: given } : {}),
  };
}

/** Accounts are told by id before their names are read; here they become names. */
function withAccounts(text: string, names: PageNames): string {
  return text.replaceAll(/⟦([^⟧]*)⟧/g, (_, id: string) => names.account(id));
}

function contentOf<T>(contents: Contents, ref: ContentRef | undefined): T | undefined {
  /* Content rows are written by the acts with the kind the fact stands for. */
  return ref ? (contents.get(ref.id) as T | undefined) : undefined;
}

function contentIds(
  state: MatterState,
  arrived: ContentRef | undefined,
  told: readonly Telling[],
  facts: readonly MatterFact[],
): readonly string[] {
  const refs = [
    state.content,
    arrived,
    state.importedAnswer?.content,
    ...Object.values(state.assignments).flatMap((task) => [task.draft?.content, task.extensionAsked?.content]),
    ...reviewContentIds(state),
    ...proceedingContents(facts),
    ...told.map((one) => one.note),
  ];
  return [...new Set(refs.flatMap((ref) => (ref ? [ref.id] : [])))];
}

function handlersOf(state: MatterState): readonly string[] {
  return Object.values(state.assignments).flatMap((task) =>
    [task.handler, task.draft?.author].flatMap((id) => (id ? [accountOf(id)] : [])),
  );
}

function fileIds(
  state: MatterState,
  particulars: Particulars | undefined,
  told: readonly Telling[],
): readonly string[] {
  const scans = Object.values(state.instruments).flatMap((paper) => (paper.scan ? [paper.scan] : []));
  return [...(particulars?.files ?? []), ...told.flatMap((one) => one.files ?? []), ...scans];
}

/** 990101 **** 12: enough to tell two people apart at the counter. */
export function viewPerson(person: Person) {
  const { idNumber, ...rest } = person;
  if (!idNumber) return rest;
  return {
    ...rest,
    idNumber:
      idNumber.length > 8 ? `${idNumber.slice(0, 6)}${'*'.repeat(idNumber.length - 8)}${idNumber.slice(-2)}` : '****',
  };
}

function view(given: {
  ledger: Ledger;
  actor: Actor;
  state: MatterState;
  matter: string;
  facts: readonly MatterFact[];
  contents: Contents;
  particulars: Particulars | undefined;
  names: PageNames;
  told: PetitionPageModel['story'];
  files: Awaited<ReturnType<typeof readFiles>>;
  submission: Pick<SubmissionState, 'identity' | 'source' | 'agent'> | undefined;
  siblings: readonly string[];
}): PetitionPageModel {
  const { ledger, actor, state, matter, contents, particulars, names, files, submission } = given;
  const context = contextFor(ledger, actor, state.pack);
  const named = (id: string) => ({ id, name: names.body(id) });
  const gist = contentOf<Gist>(contents, state.content);
  const task = currentAssignment(state);
  const reply = contentOf<Note>(contents, state.importedAnswer?.content);
  const optional = {
    ...(state.erasedOn === undefined ? {} : { erasedOn: state.erasedOn }),
    ...(particulars?.reported ? { reported: particulars.reported } : {}),
    ...(particulars?.place ? { place: particulars.place } : {}),
    ...(particulars?.since ? { since: particulars.since } : {}),
    ...(particulars?.remark ? { remark: particulars.remark } : {}),
    ...(particulars ? { form: particulars.form } : {}),
    ...(particulars?.agentFor ? { agentFor: viewPerson(particulars.agentFor) } : {}),
    ...(submission?.agent ? { authority: submission.agent } : {}),
    ...(particulars?.representatives ? { representatives: [...particulars.representatives] } : {}),
    ...(particulars?.told ? { told: particulars.told } : {}),
    ...(state.mergedInto ? { mergedInto: state.mergedInto } : {}),
    ...(state.splitFrom ? { splitFrom: state.splitFrom } : {}),
    ...(state.died ? { died: state.died } : {}),
    ...(state.final ? { ended: { by: state.final.by, on: state.final.on } } : {}),
    ...(submission?.source ? { source: submission.source } : {}),
    ...(task?.route ? { route: task.route } : {}),
    ...(state.proposedRoute ? { proposedRoute: state.proposedRoute } : {}),
    ...(state.registeredOn ? { registeredOn: state.registeredOn } : {}),
    ...(state.transfers === undefined ? {} : { transfers: state.transfers }),
    ...(state.importedAnswer
      ? {
          importedReply: {
            on: state.importedAnswer.on,
            body: named(state.importedAnswer.body),
            text: reply?.text ?? '',
          },
        }
      : {}),
  };
  const window = viewWindow(state, context.today, names);
  const review = openReview(state);
  /* While a review is awaited it is with the reviewer; once decided, with the body again. */
  const reviewing = review?.phase === 'decided' ? undefined : review;
  const reviewNote = given.told.findLast((one) => one.kind === 'ReviewAsked')?.note ?? '';
  return {
    matter,
    submission: state.submissions[0] ?? '',
    seq: state.seq,
    today: context.today,
    title: gist?.title ?? '',
    who: gist?.who ?? '',
    people: (particulars?.people ?? []).map(viewPerson),
    petitioners: state.petitioners,
    identity: submission?.identity ?? 'unknown',
    identityClear: state.identityClear,
    channel: state.channel,
    purpose: state.purpose,
    category: { id: state.category, name: names.category },
    division: { id: state.division, name: names.division },
    origin: state.origin,
    sealed: state.sealed,
    phase: state.phase,
    office: named(state.office),
    holder: named(reviewing?.reviewer ?? (task && task.phase !== 'returned' ? task.body : state.office)),
    holderSince: reviewing?.askedOn ?? task?.signedOn ?? task?.sentOn ?? state.registeredOn ?? state.receivedOn,
    receivedOn: state.receivedOn,
    text: gist?.text ?? '',
    requests: [...(gist?.requests ?? [])],
    files: (particulars?.files ?? []).flatMap((id) => files.get(id) ?? []),
    accused: state.accused.map(named),
    clocks: Object.entries(state.clocks)
      .sort(([, a], [, b]) => a.startedSeq - b.startedSeq)
      .map(([id, clock]) => viewClock(id, clock, context.today, names.body, ledger.reference.packs.layers)),
    assignments: tasksOf(state).map((one) => {
      const draft = contentOf<DraftContent>(contents, one.draft?.content);
      const asked = contentOf<Note>(contents, one.extensionAsked?.content);
      return {
        id: one.id,
        body: named(one.body),
        from: named(one.from),
        mode: one.mode,
        phase: one.phase,
        phaseLabel: PHASE_LABELS[one.phase],
        sentOn: one.sentOn,
        extendedDays: one.extendedDays,
        ...(one.signedOn ? { signedOn: one.signedOn } : {}),
        ...(one.route ? { route: one.route } : {}),
        ...(one.acceptedOn ? { acceptedOn: one.acceptedOn } : {}),
        ...(one.handler ? { handler: names.account(one.handler) } : {}),
        ...(one.extensionAsked ? { extensionAsked: { days: one.extensionAsked.days, reason: asked?.text ?? '' } } : {}),
        ...(one.draft
          ? {
              draft: {
                version: one.draft.version,
                author: names.account(one.draft.author),
                returned: one.draft.returned,
                items: [...(draft?.items ?? [])],
              },
            }
          : {}),
        ...(one.opinion
          ? {
              opinion: {
                ...one.opinion,
                verdicts: [...one.opinion.verdicts],
                reviewers: one.opinion.reviewers.map(named),
              },
            }
          : {}),
        ...(one.service ? { service: one.service } : {}),
        ...viewTask(state, one, context, names),
        ...(one.redo ? { redo: { review: one.redo.review, ban: one.redo.ban } } : {}),
      };
    }),
    instruments: papersOf(state).map((paper) => {
      const scan = paper.scan ? files.get(paper.scan) : undefined;
      return {
        id: paper.id,
        kind: paper.kind,
        title: { zh: PAPER_KINDS[paper.kind].zh, en: PAPER_KINDS[paper.kind].en },
        issuer: names.body(paper.issuer),
        issuerId: paper.issuer,
        issuedOn: paper.issuedOn,
        sealed: scan !== undefined,
        href: `/desk/print/paper/${matter}/${paper.id}`,
        ...(paper.number ? { number: paper.number } : {}),
        ...(paper.assignment ? { assignment: paper.assignment } : {}),
        ...(scan ? { scan } : {}),
      };
    }),
    story: [...given.told],
    acts: viewActs(state, context),
    next: viewNext(state, actor, named),
    ratings: (['office', 'body'] as const).flatMap((side) => {
      const rated = state.ratings[side];
      const reason = given.told.findLast((one) => one.kind === 'Rated' && one.day === rated?.on && one.note)?.note;
      return rated ? [{ side, level: rated.level, on: rated.on, ...(reason ? { reason } : {}) }] : [];
    }),
    reviewers: task
      ? reviewersOf(ledger.reference.bodies, task.body).map((body) => ({ id: body.id, name: body.name }))
      : [],
    extensionLeft: task ? extensionLeft(state, task.id, context) : 0,
    siblings: given.siblings.map((other) => ({ matter: other })),
    submissions: [...state.submissions],
    related: [...(state.related ?? [])],
    splitInto: [...(state.splitInto ?? [])],
    reviews: viewReviews({ state, matter, actor, facts: given.facts, contents, names, bodies: context.bodies }),
    proceedings: viewProceedings({ state, matter, facts: given.facts, contents, names }),
    ...(window ? { reviewWindow: window } : {}),
    ...(review ? { review: { reviewer: named(review.reviewer), on: review.askedOn, reason: reviewNote } } : {}),
    ...optional,
  };
}
