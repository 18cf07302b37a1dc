import { type Actor, actorId } from '../../../domain/act.ts';
import { nameOf as nameOfBody } from '../../../domain/bodies.ts';
import type { FirstFlags } from '../../../domain/facts.ts';
import { currentAssignment, type MatterState, openReview } from '../../../domain/matter.ts';
import type { Particulars } from '../../../domain/particulars.ts';
import { mayRead, mayReadSubmission, refuseClosed, scopeOf } from '../../../domain/permission.ts';
import { isRefusal, type Refusal, refuse, refuseState } from '../../../domain/refusals.ts';
import type { SubmissionState } from '../../../domain/submission.ts';
import type { Ledger } from '../../../ledger/ledger.ts';
import { findState, logReading, readContents, readContentsAcross } from '../../../ledger/read.ts';
import { submissionRef } from '../../../ledger/streams.ts';
import { passageFinder, similarity } from '../../../text/similar.ts';
import type { Earlier, EarlierAnswer } from '../persons.contract.ts';
import {
  type Arrived,
  excerptOf,
  isLikelySame,
  keysOf,
  type PersonKey,
  scopesOfFirst,
  type Who,
} from '../persons.rules.ts';
import { PERSON_REFUSALS } from '../persons.texts.ts';
import { type Before, type EarlierSubmission, findCandidates, isEarlier } from './candidates.ts';
import { atNumber, contentsOfPeople, particularsNow, readStatesAcross } from './read-across.ts';

type Staff = Extract<Actor, { kind: 'staff' }>;

/** Earlier submissions shown at most. */
const MOST_SHOWN = 20;

/** What is held against the earlier ones. */
interface Asked {
  readonly verb: string;
  readonly who: Who;
  readonly title: string;
  readonly text: string;
  readonly arrived: Arrived;
  readonly before?: Before;
  readonly same?: string | undefined;
}

/** Of a submission that is open in front of an officer who may read it. */
export async function findEarlierOf(
  ledger: Ledger,
  actor: Staff,
  asked: { readonly verb: string; readonly number: string; readonly same?: string | undefined },
): Promise<EarlierAnswer | Refusal> {
  const ref = submissionRef(asked.number);
  const state = await findState(ledger, ref);
  if (!state || !mayReadSubmission(state, ref.id, actor, ledger.reference.bodies))
    return refuseClosed(state, actor) ?? PERSON_REFUSALS.noSubmission;
  if (state.sealed) return refuse('report.sealed', 409, PERSON_REFUSALS.sealed.zh, PERSON_REFUSALS.sealed.en);
  const contents = await readContents(ledger, ref.region, contentsOfPeople(state));
  const particulars = particularsNow(state, (id) => contents.get(id));
  const anonymous = state.identity === 'anonymous' || particulars === undefined;
  return compare(ledger, actor, {
    verb: asked.verb,
    who: anonymous ? { form: 'self', people: [] } : particulars,
    title: particulars?.title ?? '',
    text: particulars?.text ?? '',
    arrived: arrivedOf(state, particulars),
    before: { number: asked.number, receivedAt: state.receivedAt },
    same: asked.same,
  });
}

/** Of a letter, visit or call that is being typed at the counter. */
export async function findEarlierOfWhatIsTyped(
  ledger: Ledger,
  actor: Staff,
  typed: Who & Pick<Asked, 'verb' | 'title' | 'text' | 'same'> & Pick<Arrived, 'channel' | 'addressee'>,
): Promise<EarlierAnswer | Refusal> {
  if (scopeOf(actor, ledger.reference.bodies).none) return PERSON_REFUSALS.noCases;
  const { form, people, agentFor, channel, addressee, ...rest } = typed;
  return compare(ledger, actor, {
    ...rest,
    who: { form, people, ...(agentFor ? { agentFor } : {}) },
    arrived: { channel, addressee, body: actor.body },
  });
}

/**
 * 初次 in its five scopes, of a submission that an officer says is about this matter again; refused where that matter is
 * not among the earlier ones of the same person.
 */
export async function findFirst(
  ledger: Ledger,
  actor: Staff,
  asked: { readonly verb: string; readonly number: string; readonly same: string },
): Promise<FirstFlags | Refusal> {
  return flagsIn(await findEarlierOf(ledger, actor, asked));
}

/** The same of what is being typed at the counter. */
export async function findFirstOfTyped(
  ledger: Ledger,
  actor: Staff,
  typed: Parameters<typeof findEarlierOfWhatIsTyped>[2] & { readonly same: string },
): Promise<FirstFlags | Refusal> {
  return flagsIn(await findEarlierOfWhatIsTyped(ledger, actor, typed));
}

function flagsIn(answer: EarlierAnswer | Refusal): FirstFlags | Refusal {
  if (isRefusal(answer)) return answer;
  if (answer.flags === undefined) throw new Error('the matter was named, yet no flags came of it');
  return answer.flags;
}

async function compare(ledger: Ledger, actor: Staff, asked: Asked): Promise<EarlierAnswer | Refusal> {
  const keys = keysOf(asked.who);
  const found = keys.length === 0 ? [] : await findCandidates(ledger, { who: asked.who, keys, before: asked.before });
  const open = `${asked.title}\n${asked.text}`;
  const passages = passageFinder(open);
  const earlier: Earlier[] = [];
  for (const one of found) {
    for (const view of viewsOf(ledger, actor, one, { text: open, passages })) {
      const shown = earlier.some((other) => !other.within && other.number === view.number);
      if (!shown && earlier.length < MOST_SHOWN) earlier.push(view);
    }
  }
  const flags = asked.same === undefined ? undefined : await flagsFor(ledger, asked, asked.same, earlier);
  await logAsking(ledger, actor, { asked, keys, earlier });
  if (isRefusal(flags)) return flags;
  return { compared: keys.length > 0, earlier, ...(flags ? { flags } : {}) };
}

/**
 * What this officer is told of one earlier submission: what their post may read of it, and of the rest, where it is likely
 * the same matter, only number, body, since when and its state (design §2).
 */
function viewsOf(
  ledger: Ledger,
  actor: Staff,
  one: EarlierSubmission,
  open: { readonly text: string; readonly passages: ReturnType<typeof passageFinder> },
): readonly Earlier[] {
  const { bodies } = ledger.reference;
  const { state, particulars } = one;
  const whole = mayReadSubmission(state, one.number, actor, bodies);
  const mine = one.matters.filter((matter) => mayRead(matter.state, matter.number.slice(0, 6), actor, bodies));
  const gists = (matters: EarlierSubmission['matters']): string =>
    matters.map(({ gist }) => `${gist?.title ?? ''}\n${gist?.text ?? ''}`).join('\n');
  const arrived = `${particulars.title}\n${particulars.text}`;
  const views: Earlier[] = [];
  if (whole || mine.length > 0) {
    const text = whole && !one.sealedPart ? arrived : gists(mine);
    const excerpt = excerptOf(text, open.passages(text));
    views.push({
      within: true,
      number: one.number,
      receivedOn: state.receivedOn,
      channel: state.channel,
      body: nameOfBody(bodies, state.body),
      by: [...one.by],
      matters: mine.map(({ number, state: matter, gist }) => ({
        number,
        title: gist?.title ?? '',
        state: matter.phase,
        ...holderOf(ledger, matter),
      })),
      similarity: similarity(open.text, text),
      excerpt: { text: excerpt.text, ranges: excerpt.ranges.map(([start, end]): [number, number] => [start, end]) },
    });
  }
  if (!isLikelySame(similarity(open.text, one.sealedPart ? gists(one.matters) : arrived))) return views;
  const others = one.matters.filter((matter) => !mine.includes(matter));
  for (const { number, state: matter } of others) {
    const { holder, since } = holderOf(ledger, matter);
    views.push({ within: false, number, body: holder, since, state: matter.phase });
  }
  if (!whole && state.matters.length === 0) {
    const body = nameOfBody(bodies, state.body);
    views.push({ within: false, number: one.number, body, since: state.receivedOn, state: 'received' });
  }
  return views;
}

/** Who has a matter now, and since which day: the same as its own page says. */
function holderOf(ledger: Ledger, state: MatterState) {
  const review = openReview(state);
  const task = currentAssignment(state);
  const body = review?.reviewer ?? (task && task.phase !== 'returned' ? task.body : state.office);
  return {
    holder: nameOfBody(ledger.reference.bodies, body),
    since: review?.askedOn ?? task?.signedOn ?? task?.sentOn ?? state.registeredOn ?? state.receivedOn,
  };
}

function arrivedOf({ channel, body }: SubmissionState, particulars: Particulars | undefined): Arrived {
  return { channel, body, addressee: particulars?.addressee };
}

/** 初次 in its five scopes, over every earlier submission of the matter that was found and confirmed. */
async function flagsFor(ledger: Ledger, asked: Asked, same: string, earlier: readonly Earlier[]) {
  const found = earlier.some((one) =>
    one.within ? one.matters.some((matter) => matter.number === same) : one.number === same,
  );
  const [matter] = found ? (await readStatesAcross(ledger.pool, 'matter', [atNumber(same)])).values() : [];
  if (!matter)
    return refuseState('not-found-earlier', 422, PERSON_REFUSALS.notFound.zh, PERSON_REFUSALS.notFound.en, 'same');
  const states = await readStatesAcross(ledger.pool, 'submission', matter.submissions.map(atNumber));
  const before = [...states].filter(([number, state]) => isEarlier(number, state, asked.before));
  const keptAt = before.flatMap(([number, { content }]) => (content ? [{ ...atNumber(number), id: content.id }] : []));
  const contents = await readContentsAcross(ledger, keptAt);
  return scopesOfFirst(
    asked.arrived,
    before.map(([number, state]) =>
      arrivedOf(
        state,
        particularsNow(state, (id) => contents.get(`${atNumber(number).region}/${id}`)),
      ),
    ),
  );
}

/** Who asked, from which submission, and what they were shown. Of the person only keyed hashes, as for a search. */
async function logAsking(
  ledger: Ledger,
  actor: Staff,
  { asked, keys, earlier }: { asked: Asked; keys: readonly PersonKey[]; earlier: readonly Earlier[] },
): Promise<void> {
  const stream = asked.before?.number;
  const own = ledger.reference.bodies.find(actor.body)?.division.slice(0, 6) ?? '000000';
  await logReading(ledger, {
    region: stream?.slice(0, 6) ?? own,
    actor: actorId(actor),
    body: actor.body,
    verb: asked.verb,
    stream,
    detail: {
      keys: keys.map((key) => ledger.keyring.keyedHash('person-asked', key.text).toString('hex').slice(0, 16)),
      shown: earlier.map((one) => one.number),
      ...(asked.same === undefined ? {} : { same: asked.same }),
    },
  });
}
