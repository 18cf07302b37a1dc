import { FOR_PETITIONER, NEEDS_SERVICE, PAPER_KINDS, type Paper } from '../../alongside/documents/paper.contract.ts';
import type { Actor } from '../../domain/act.ts';
import { nameOf } from '../../domain/bodies.ts';
import { type Clock, isRunning } from '../../domain/clocks.ts';
import { dayOf } from '../../domain/days.ts';
import {
  type Assignment,
  clockId,
  currentAssignment,
  type Instrument,
  type MatterState,
  numbered,
  openReview,
  papersOf,
} from '../../domain/matter.ts';
import type { Gist, Note, Particulars } from '../../domain/particulars.ts';
import { isRefusal, type Refusal, type Said } from '../../domain/refusals.ts';
import type { SubmissionState } from '../../domain/submission.ts';
import { RATED_SIDES } from '../../domain/vocabulary.ts';
import { contextFor, type Ledger } from '../../ledger/ledger.ts';
import { findState, readContents, readFacts } from '../../ledger/read.ts';
import { matterRef, submissionRef } from '../../ledger/streams.ts';
import { mayWithdraw } from '../../petition/1-intake/intake.rules.ts';
import { takeBackUntil, takeBackWithdrawal } from '../../petition/1-intake/standing.rules.ts';
import { askRecusal } from '../../petition/4-handling/recusal.rules.ts';
import { mayRate } from '../../petition/6-evaluation/evaluation.rules.ts';
import { askReview, askReviewLate } from '../../petition/7-review/asking.rules.ts';
import { reviewWindow } from '../../petition/7-review/window.rules.ts';
import { type ClockView, viewClock } from '../petition-page/clock-view.ts';
import { readFiles } from '../petition-page/files.ts';
import { accountOf, type PageNames, readNames, sayActor } from '../petition-page/names.ts';
import { proceedingContents, viewProceedings } from '../petition-page/proceedings.ts';
import { tellPetitioner } from '../petition-page/story.texts.ts';
import { sayDecided } from '../petition-page/story-review.texts.ts';
import { NO_SUCH_PETITION } from './enter.ts';
import type { FollowMatter, FollowModel } from './follow.contract.ts';
import { followProceedings } from './follow-proceedings.ts';
import { HEADLINES } from './headline.texts.ts';
import { readersOf } from './readers.ts';

/** Where a petition stands, for the person whose pass it is. */
export async function readFollow(ledger: Ledger, actor: Actor, number: string): Promise<FollowModel | Refusal> {
  if (actor.kind !== 'petitioner' || actor.submission !== number) return NO_SUCH_PETITION;
  const ref = submissionRef(number);
  const state = await findState(ledger, ref);
  if (!state || state.sealed) return NO_SUCH_PETITION;
  const contents = await readContents(
    ledger,
    ref.region,
    [state.content, ...state.papers.map((paper) => paper.content)].flatMap((one) => (one ? [one.id] : [])),
  );
  const particulars = contents.get(state.content?.id ?? '') as Particulars | undefined;
  const { today } = contextFor(ledger, actor);
  const matters = actor.limited
    ? []
    : await Promise.all(state.matters.map((id) => readMatter(ledger, actor, id, state)));
  const shown = matters.flatMap((matter) => (matter ? [matter.matter] : []));
  const readers = await readersOf(ledger, ref.region, [number, ...shown]);
  const body = ledger.reference.bodies.find(state.body);
  const named = (id: string): Said => nameOf(ledger.reference.bodies, id);
  const register = state.clocks.register;
  return {
    number,
    today,
    title: particulars?.title ?? '',
    receivedOn: state.receivedOn,
    receivedAt: state.receivedAt,
    channel: state.channel,
    body: { name: named(state.body), phone: body?.phone ?? '' },
    matters: matters.filter((matter) => matter !== undefined),
    readers: [...readers],
    added: (actor.limited ? [] : state.papers).map((paper) => ({
      day: dayOf(paper.at),
      by: paper.by,
      text: (contents.get(paper.content.id) as Note | undefined)?.text ?? '',
      files: paper.files.length,
    })),
    ...(actor.limited ? { authority: 'missing' as const } : {}),
    ...(state.registeredOn ? { registeredOn: state.registeredOn } : {}),
    ...(register
      ? { registerClock: viewClock('register', register, today, named, ledger.reference.packs.layers) }
      : {}),
  };
}

async function readMatter(
  ledger: Ledger,
  actor: Actor,
  matter: string,
  submission: SubmissionState,
): Promise<FollowMatter | undefined> {
  const ref = matterRef(matter);
  const [state, facts] = await Promise.all([findState(ledger, ref), readFacts(ledger, ref)]);
  if (!state || state.sealed) return undefined;
  const context = contextFor(ledger, actor, state.pack);
  const [names, contents, scans] = await Promise.all([
    readNames(ledger, {
      accounts: [...new Set([...facts.map((fact) => accountOf(fact.actor)), ...handlers(state)])],
      division: state.division,
      category: state.category,
      reviews: state.reviews,
    }),
    readContents(
      ledger,
      ref.region,
      [state.content, state.importedAnswer?.content, ...proceedingContents(facts)].flatMap((one) =>
        one ? [one.id] : [],
      ),
    ),
    readFiles(
      ledger,
      ref.region,
      Object.values(state.instruments).flatMap((paper) => (paper.scan ? [paper.scan] : [])),
    ),
  ]);
  const gist = contents.get(state.content?.id ?? '') as Gist | undefined;
  const task = currentAssignment(state);
  const mayTakeBack = takeBackWithdrawal.mayBegin(state, undefined, context) === undefined;
  const open = openReview(state);
  const holderId = task ? (open ? open.reviewer : task.body) : state.office;
  const holder = ledger.reference.bodies.find(holderId);
  const clock = petitionersClock(state, task);
  const clockView = clock
    ? viewClock(clock.id, clock.clock, context.today, names.body, ledger.reference.packs.layers)
    : undefined;
  const stand = standing(state, task, names, clockView);
  const window = reviewWindow(state);
  const mayRateNow = RATED_SIDES.filter((side) => mayRate(state, side, context) === undefined);
  const reviewClock = open ? state.clocks[`${open.level}:${open.id}`] : undefined;
  const mayAsk = askReview.mayBegin(state, undefined, context) === undefined;
  return {
    matter,
    title: gist?.title ?? '',
    requests: [...(gist?.requests ?? [])],
    state: stand.state,
    headline: stand.headline,
    late: clockView?.outcome === 'running' && clockView.level === 'overdue',
    holder: {
      name: names.body(holderId),
      phone: holder?.phone ?? '',
      address: holder?.address ?? { zh: '', en: '' },
      hours: holder?.hours ?? { zh: '', en: '' },
      since: task?.signedOn ?? task?.sentOn ?? state.registeredOn ?? submission.receivedOn,
    },
    story: facts
      .flatMap((fact) => {
        const said = tellPetitioner(fact.fact, names);
        return said ? [{ day: dayOf(fact.occurredAt), who: whoDid(fact.actor, names), said }] : [];
      })
      .reverse(),
    papers: papersOf(state)
      .filter((paper) => reaches(paper, state))
      .map((paper) => {
        const scan = paper.scan ? scans.get(paper.scan) : undefined;
        return {
          id: paper.id,
          title: { zh: PAPER_KINDS[paper.kind].zh, en: PAPER_KINDS[paper.kind].en },
          issuer: names.body(paper.issuer),
          issuedOn: paper.issuedOn,
          unsealed: scan === undefined,
          href: `/follow/${state.submissions[0] ?? ''}/paper/${matter}/${paper.id}`,
          ...(paper.number ? { number: paper.number } : {}),
          ...(scan ? { scan } : {}),
        };
      })
      .reverse(),
    ...(mayTakeBack
      ? { takeBackUntil: takeBackUntil(state, context.pack.settings.withdrawalDays) ?? context.today }
      : {}),
    can: {
      addPapers: true,
      withdraw: mayWithdraw(state, context) === undefined,
      rate: [...mayRateNow],
      askReview: mayAsk,
      askReviewLate: !mayAsk && askReviewLate.mayBegin(state, undefined, context) === undefined,
      takeBack: mayTakeBack,
      askRecusal: askRecusal.mayBegin(state, undefined, context) === undefined,
    },
    ratings: (['office', 'body'] as const).flatMap((side) => {
      const rated = state.ratings[side];
      return rated ? [{ side, level: rated.level, on: rated.on }] : [];
    }),
    ...(task?.handler && !open ? { handler: names.account(task.handler) } : {}),
    ...(task ? { answeredBy: names.body(task.body) } : {}),
    ...(clockView ? { clock: clockView } : {}),
    ...followProceedings(state, viewProceedings({ state, matter, facts, contents, names }), mayRateNow),
    ...(!isRefusal(window)
      ? {
          review: {
            level: window.level,
            until: window.due,
            late: context.today > window.due,
            reviewers: window.reviewers.map((id) => {
              const body = ledger.reference.bodies.find(id);
              return {
                id,
                name: names.body(id),
                phone: body?.phone ?? '',
                address: body?.address ?? { zh: '', en: '' },
              };
            }),
          },
        }
      : {}),
    ...(open
      ? {
          reviewAsked: {
            level: open.level,
            reviewer: names.body(open.reviewer),
            on: open.askedOn,
            ...(isRunning(reviewClock) ? { due: reviewClock.derivation.statutoryDue } : {}),
          },
        }
      : {}),
  };
}

function handlers(state: MatterState): readonly string[] {
  return Object.values(state.assignments).flatMap((task) => (task.handler ? [task.handler] : []));
}

/** The petitioner sees bodies, not the names of officers behind each step. */
function whoDid(actor: string, names: PageNames): Said {
  if (actor.startsWith('petitioner:')) return { zh: '您', en: 'You' };
  const body = actor.startsWith('staff:') ? names.bodyOf(actor) : undefined;
  return body === undefined ? sayActor(actor, names) : names.body(body);
}

/**
 * A paper shows once it is addressed to the petitioner and, where service is owed, has been served. The opinion of an
 * earlier round was: nothing is reviewed that did not reach them.
 */
function reaches(paper: Instrument, state: MatterState): boolean {
  if (!FOR_PETITIONER[paper.kind]) return false;
  if (!NEEDS_SERVICE[paper.kind]) return true;
  const review = Object.values(state.reviews).find((one) => one.decision?.instrument === paper.id);
  if (review) return review.service !== undefined;
  const task = state.assignments[paper.assignment ?? ''];
  return task?.opinion?.instrument === paper.id ? task.service !== undefined : task !== undefined;
}

/** The clock a petitioner waits for now. */
function petitionersClock(state: MatterState, task: Assignment | undefined): { id: string; clock: Clock } | undefined {
  const find = (id: string) => {
    const clock = state.clocks[id];
    return clock && clock.end === undefined ? { id, clock } : undefined;
  };
  if (!task) {
    const forward = Object.entries(state.clocks).findLast(
      ([, clock]) => clock.kind === 'forward' && clock.end === undefined,
    );
    return forward ? { id: forward[0], clock: forward[1] } : undefined;
  }
  const review = openReview(state);
  const forwardOf = (one: Assignment) => {
    const clock = Object.entries(state.clocks).find(
      ([, other]) => other.kind === 'forward' && other.holder === one.body && other.end === undefined,
    );
    return clock && { id: clock[0], clock: clock[1] };
  };
  return (
    (review ? find(`${review.level}:${review.id}`) : undefined) ??
    find(clockId('handle', task)) ??
    find(`notice:${task.id}`) ??
    forwardOf(task) ??
    find(`sign:${task.id}`)
  );
}

function standing(
  state: MatterState,
  task: Assignment | undefined,
  names: PageNames,
  clock: ClockView | undefined,
): { state: FollowMatter['state']; headline: Said } {
  if (state.origin === 'imported')
    return { state: 'imported', headline: HEADLINES.imported(state.importedAnswer !== undefined) };
  if (state.phase === 'withdrawn') return { state: 'withdrawn', headline: HEADLINES.withdrawn() };
  if (state.phase === 'merged') return { state: 'merged', headline: HEADLINES.merged(state.mergedInto ?? '') };
  if (state.notAcceptedFor && !task)
    return { state: 'not-accepted', headline: HEADLINES.notAccepted(names.body(state.office)) };
  if (!task) {
    const office = names.body(state.office);
    if (state.phase === 'closed') return { state: 'answered', headline: HEADLINES.answered(office) };
    return { state: 'with-office', headline: HEADLINES.withOffice(office, clock) };
  }
  const who = names.body(task.body);
  switch (task.phase) {
    case 'sent':
      return { state: 'sent', headline: HEADLINES.sent(who) };
    case 'objected':
    case 'returned':
    case 'passed-on':
      return { state: 'sent', headline: HEADLINES.objected(who) };
    case 'disputed':
    case 'signed':
      return { state: 'signed', headline: HEADLINES.signed(who, clock) };
    case 'accepted':
    case 'handling':
    case 'drafted':
      return { state: 'accepted', headline: (task.redo ? HEADLINES.redo : HEADLINES.accepted)(who, clock) };
    case 'decided':
      return { state: 'decided', headline: HEADLINES.decided(who) };
    case 'served':
      return standingAnswered(state, who, names, clock);
    case 'settled':
      return { state: 'settled', headline: HEADLINES.settled(who) };
    case 'ended':
      return { state: 'closed', headline: HEADLINES.closed(who) };
    case 'not-accepted':
      return { state: 'not-accepted', headline: HEADLINES.notAccepted(who) };
    case 'routed-out':
      return { state: 'routed-out', headline: HEADLINES.routedOut(who) };
    case 'answered':
      return { state: 'answered', headline: HEADLINES.answered(who) };
    case 'withdrawn':
      return { state: 'withdrawn', headline: HEADLINES.withdrawn() };
  }
}

/** An answer is there: whether it is under review, what a review made of it, or that it is final. */
function standingAnswered(
  state: MatterState,
  who: Said,
  names: PageNames,
  clock: ClockView | undefined,
): { state: FollowMatter['state']; headline: Said } {
  const open = openReview(state);
  if (open) {
    const reviewer = names.body(open.reviewer);
    const decided = open.phase === 'decided';
    return {
      state: 'served',
      headline: decided ? HEADLINES.reviewDecided(reviewer, open.level) : HEADLINES.review(reviewer, open.level, clock),
    };
  }
  if (state.final) return { state: 'ended', headline: HEADLINES.ended(state.final.by) };
  const last = numbered(state.reviews).findLast((one) => one.phase === 'served');
  if (!last?.decision || last.decision.outcome === 'revoke')
    return { state: 'served', headline: HEADLINES.served(who) };
  const said = sayDecided(last.decision.outcome);
  return { state: 'served', headline: HEADLINES.reviewServed(names.body(last.reviewer), last.level, said) };
}

/** A paper of one's own petition, as it was issued. */
export async function readPaperForPetitioner(
  ledger: Ledger,
  actor: Actor,
  matter: string,
  instrument: string,
): Promise<(Paper & { number?: string; unsealed: boolean; issuedOn: string }) | Refusal> {
  const ref = matterRef(matter);
  const state = await findState(ledger, ref);
  const paper = state?.instruments[instrument];
  const own = actor.kind === 'petitioner' && !actor.limited && state?.submissions.includes(actor.submission);
  if (!state || state.sealed || !own || !paper || !reaches(paper, state)) return NO_SUCH_PETITION;
  const contents = await readContents(ledger, ref.region, [paper.content.id]);
  const text = contents.get(paper.content.id) as Paper | undefined;
  if (!text) return NO_SUCH_PETITION;
  return {
    ...text,
    unsealed: paper.scan === undefined,
    issuedOn: paper.issuedOn,
    ...(paper.number ? { number: paper.number } : {}),
  };
}
