import { randomInt } from 'node:crypto';
import type { Actor } from '../../../domain/act.ts';
import { divisionPrefix, isPetitionOffice } from '../../../domain/bodies.ts';
import type { Day } from '../../../domain/days.ts';
import type { FirstFlags } from '../../../domain/facts.ts';
import { queryCode } from '../../../domain/ids.ts';
import type { Gist, Particulars } from '../../../domain/particulars.ts';
import { mayReadSubmission, refuseClosed } from '../../../domain/permission.ts';
import { isRefusal, type Refusal } from '../../../domain/refusals.ts';
import { evolveSubmission } from '../../../domain/submission.ts';
import type { Channel, IdentityGrade, Purpose } from '../../../domain/vocabulary.ts';
import { contextFor, type Ledger } from '../../../ledger/ledger.ts';
import { nextSubmissionNumber } from '../../../ledger/numbers.ts';
import { findState, readContents } from '../../../ledger/read.ts';
import { factsFor, record, type Tools } from '../../../ledger/record.ts';
import { matterRef, type StreamRef, submissionRef } from '../../../ledger/streams.ts';
import { flagDanger } from '../alarm.rules.ts';
import { dangerOf } from '../danger.rules.ts';
import { type Receive, type RegisterMatter, receive, register } from '../intake.rules.ts';
import { NO_SUCH_SUBMISSION } from '../not-there.rules.ts';

/** What arrived, before it is a fact. */
export interface Arrival {
  readonly channel: Channel;
  readonly purpose: Purpose;
  readonly division: string;
  /** The body that receives it. */
  readonly body: string;
  readonly receivedOn: Day;
  readonly postmarkedOn?: Day | undefined;
  readonly petitioners: number;
  readonly identity: IdentityGrade;
  readonly mayPublish: boolean;
  readonly particulars: Particulars;
}

export interface MatterIntake {
  readonly purpose: Purpose;
  readonly category: string;
  readonly title: string;
  readonly text: string;
  readonly requests: readonly string[];
  readonly accused: readonly string[];
}

/** An officer says that it is about this earlier matter again; in which scopes it is the first of it, the server found. */
export interface Again {
  readonly same: string;
  readonly first: FirstFlags;
}

export interface Receipt {
  readonly number: string;
  /** Shown once; only its keyed hash is kept. */
  readonly code: string;
  readonly matters: string[];
  readonly receivedAt: string;
  readonly sealed: boolean;
  /** It tells of danger to life: somebody calls, and the receipt says whom to call meanwhile. */
  readonly care: boolean;
}

/** 条例 23¶2: can a written notice reach them? A name, and an address or a phone to reach it by. */
export function isIdentityClear(identity: IdentityGrade, particulars: Particulars): boolean {
  const main = particulars.people[0];
  if (!main || identity === 'anonymous') return false;
  return main.name.trim() !== '' && ((main.address ?? '').trim() !== '' || (main.phone ?? '') !== '');
}

/** The pack a case that begins here today is clocked by (E52). */
export function packFor(ledger: Ledger, division: string, on: Day): string {
  return ledger.reference.packs.begin({ division, on }).kept;
}

/** Who speaks for whom, as the rules ask it. */
function standingOf(particulars: Particulars): Pick<Receive, 'representatives' | 'agent'> {
  const { form, representatives, authority } = particulars;
  return {
    ...(representatives === undefined ? {} : { representatives: representatives.length }),
    ...(form === 'agent' ? { agent: authority === 'shown' ? ('shown' as const) : ('missing' as const) } : {}),
  };
}

/** 15 digits of a CSPRNG and a check digit. */
export function newQueryCode(): string {
  let digits = '';
  for (let at = 0; at < 15; at++) digits += String(randomInt(10));
  return queryCode(digits);
}

export function queryHash(ledger: Ledger, code: string): string {
  return ledger.keyring.keyedHash('query-code', code).toString('hex');
}

/** The region of a case: the place complained of, else that of the body which registers (design §2). Fixed for good. */
export function regionOf(ledger: Ledger, arrival: Pick<Arrival, 'division' | 'body'>): string {
  const division = /^\d{6}/.exec(arrival.division)?.[0];
  return division ?? ledger.reference.bodies.find(arrival.body)?.division.slice(0, 6) ?? '000000';
}

/** The petition office a citizen's own filing goes to: that of the place, else that of the city above it. */
export function officeFor(ledger: Ledger, division: string): string {
  const offices = ledger.reference.bodies.all().filter(isPetitionOffice);
  const near = offices
    .filter((body) => division.startsWith(divisionPrefix(body.division)))
    .sort((a, b) => divisionPrefix(b.division).length - divisionPrefix(a.division).length)[0];
  return (near ?? offices[0])?.id ?? '';
}

/**
 * T1, and T2 with it when a clerk registers in the same act (`matters` given). Answers with number and query code; a
 * repeated key gets the same number and code.
 * @param key the draft's id of a citizen, or the client's idempotency key of an officer
 */
export async function take(
  ledger: Ledger,
  actor: Actor,
  arrival: Arrival,
  options: {
    key?: string | undefined;
    matters?: readonly MatterIntake[] | undefined;
    again?: Again | undefined;
    verb: string;
    files?: readonly object[];
  },
): Promise<Receipt | Refusal> {
  const region = regionOf(ledger, arrival);
  /* A report of wrongdoing is taken in sealed; the post that keeps such reports opens its matters (条例 30¶3). */
  const matters = arrival.purpose === 'report' ? undefined : options.matters;
  const { today } = contextFor(ledger, actor);
  const number = await nextSubmissionNumber(ledger, region, today.slice(0, 4));
  const code = newQueryCode();
  const ref = submissionRef(number);
  const matterRefs = (matters ?? []).map((_, at) => matterRef(`${number}-${at + 1}`));
  const done = await record<Receipt>(ledger, {
    actor,
    verb: options.verb,
    streams: [ref, ...matterRefs],
    ...(options.key === undefined
      ? {}
      : {
          key: {
            region,
            key: options.key,
            request: { arrival, matters: options.matters ?? null, same: options.again?.same },
          },
        }),
    decide(tools) {
      const context = tools.context(packFor(ledger, arrival.division, today));
      const { particulars, postmarkedOn, ...rest } = arrival;
      const act: Receive = {
        ...rest,
        ...(postmarkedOn === undefined ? {} : { postmarkedOn }),
        ...standingOf(particulars),
        identityClear: isIdentityClear(arrival.identity, particulars),
        /* A report has no query code: following one waits for the partition of its own. */
        ...(arrival.purpose === 'report' ? {} : { queryHash: queryHash(ledger, code) }),
        content: tools.content(ref, 'particulars', particulars),
      };
      const received = receive(tools.read(ref), act, context);
      if (isRefusal(received)) return received;
      const sealed = received[0]?.kind === 'Received' && received[0].body.sealed;
      const danger = flagDanger(dangerOf([particulars.title, particulars.text, ...particulars.requests]), context);
      const answer: Receipt = {
        number,
        code: sealed ? '' : code,
        matters: matterRefs.map((one) => one.id),
        receivedAt: context.now,
        sealed,
        care: danger.length > 0,
      };
      const following = [
        ...adoption(number, particulars.files),
        ...(sealed ? [] : peopleIndexing(number)),
        ...(danger.length > 0 ? [{ region, topic: 'raise-alarm', payload: { number } }] : []),
      ];
      if (!matters) return { facts: [factsFor(ref, [...received, ...danger])], outbox: following, answer };
      const stamp = { actor: '', occurredAt: context.now, recordedAt: context.now };
      const state = received.reduce(
        (before, fact, at) => evolveSubmission(before, { seq: at + 1, fact, ...stamp }),
        tools.read(ref),
      );
      const intakes = matters.map((matter, at) =>
        sealMatter(tools, matterRefs[at] ?? ref, matter, arrival.particulars),
      );
      const opened = register(
        number,
        state,
        { matters: intakes, ...(options.again ? { first: options.again.first } : {}) },
        context,
      );
      if (isRefusal(opened)) return opened;
      return {
        facts: [
          factsFor(ref, [...received, ...opened.submission, ...danger]),
          ...matterRefs.map((one, at) => factsFor(one, opened.matters[at] ?? [])),
        ],
        outbox: [...following, ...indexing(matterRefs.map((one) => one.id))],
        answer,
      };
    },
  });
  return isRefusal(done) ? done : done.answer;
}

function sealMatter(tools: Tools, ref: StreamRef, matter: MatterIntake, particulars: Particulars): RegisterMatter {
  const gist: Gist = {
    title: matter.title,
    who: particulars.people[0]?.name ?? '',
    text: matter.text,
    requests: matter.requests,
  };
  return {
    purpose: matter.purpose,
    category: matter.category,
    requests: Math.max(1, matter.requests.length),
    accused: matter.accused,
    content: tools.content(ref, 'gist', gist),
  };
}

/** Staged files become the submission's, after the act that named them. */
export function adoption(number: string, files: readonly string[]) {
  const region = number.slice(0, 6);
  return files.length === 0 ? [] : [{ region, topic: 'adopt-files', payload: { region, stream: number, files } }];
}

/** Who is in a submission is noted for the repeat test: after it came in, and after somebody joined. Never of a sealed one. */
export function peopleIndexing(submission: string) {
  const region = submission.slice(0, 6);
  return [{ region, topic: 'index-person', payload: { region, submission } }];
}

function indexing(matters: readonly string[]) {
  return matters.map((matter) => ({
    region: matter.slice(0, 6),
    topic: 'index-matter',
    payload: { region: matter.slice(0, 6), matter },
  }));
}

export interface RegisteredAnswer {
  readonly number: string;
  readonly matters: string[];
}

/** T2 for a submission that a citizen filed: the clerk says what matters are in it. */
export async function registerSubmission(
  ledger: Ledger,
  actor: Actor,
  input: { number: string; matters: readonly MatterIntake[]; again?: Again | undefined; key?: string | undefined },
): Promise<RegisteredAnswer | Refusal> {
  if (!/^\d{6}-\d{4}-\d{6,9}$/.test(input.number)) return NO_SUCH_SUBMISSION;
  const ref = submissionRef(input.number);
  const before = await findState(ledger, ref);
  if (!before?.content) return NO_SUCH_SUBMISSION;
  const contents = await readContents(ledger, ref.region, [before.content.id]);
  const particulars = contents.get(before.content.id) as Particulars | undefined;
  const matterRefs = input.matters.map((_, at) => matterRef(`${input.number}-${at + 1}`));
  const done = await record<RegisteredAnswer>(ledger, {
    actor,
    verb: 'submission.register',
    streams: [ref, ...matterRefs],
    ...(input.key === undefined
      ? {}
      : {
          key: {
            region: ref.region,
            key: input.key,
            request: { number: input.number, matters: input.matters, same: input.again?.same },
          },
        }),
    decide(tools) {
      const state = tools.read(ref);
      if (!mayReadSubmission(state, ref.id, actor, ledger.reference.bodies))
        return refuseClosed(state, actor) ?? NO_SUCH_SUBMISSION;
      const intakes = input.matters.map((matter, at) =>
        sealMatter(
          tools,
          matterRefs[at] ?? ref,
          matter,
          particulars ?? { form: 'self', people: [], title: '', text: '', requests: [], files: [], tried: [] },
        ),
      );
      const opened = register(
        input.number,
        state,
        { matters: intakes, ...(input.again ? { first: input.again.first } : {}) },
        tools.context(state.pack),
      );
      if (isRefusal(opened)) return opened;
      return {
        facts: [
          factsFor(ref, opened.submission),
          ...matterRefs.map((one, at) => factsFor(one, opened.matters[at] ?? [])),
        ],
        outbox: indexing(opened.ids),
        answer: { number: input.number, matters: [...opened.ids] },
      };
    },
  });
  return isRefusal(done) ? done : done.answer;
}
