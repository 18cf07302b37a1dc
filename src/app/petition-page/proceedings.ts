import type { AgreementNote } from '../../alongside/mediation/mediation.papers.rules.ts';
import type { ContentRef, MatterFact } from '../../domain/facts.ts';
import { type MatterState, numbered } from '../../domain/matter.ts';
import type { Hearing, Mediation } from '../../domain/matter-sides.ts';
import type { Note } from '../../domain/particulars.ts';
import { RATED_SIDES } from '../../domain/vocabulary.ts';
import { type PageNames, sayActor } from './names.ts';
import type { Proceedings } from './proceedings.contract.ts';

type Facts = readonly MatterFact['fact'][];
type OfKind<K extends Facts[number]['kind']> = Extract<Facts[number], { kind: K }>['body'];

interface Given {
  readonly state: MatterState;
  readonly matter: string;
  readonly facts: readonly MatterFact[];
  readonly contents: ReadonlyMap<string, unknown>;
  readonly names: PageNames;
}

interface Reading extends Given {
  readonly all: Facts;
  readonly note: (ref: ContentRef | undefined) => Note;
  readonly named: (id: string) => { id: string; name: { zh: string; en: string } };
  readonly paper: (ref: { id: string; number?: string }) => { href: string; number?: string };
}

const KINDS = [
  'HearingOrdered',
  'HearingHeld',
  'HearingConcluded',
  'MediationBegun',
  'MediationEnded',
  'PerformanceNoted',
  'ConfirmationNoted',
  'OrderAnswered',
  'OrderReturned',
  'OrderClosed',
  'ProposalAnswered',
  'Rehandled',
  'RatingReopened',
  'Rated',
] as const satisfies readonly Facts[number]['kind'][];

/** Texts the proceedings are told with. */
export function proceedingContents(facts: readonly MatterFact[]): readonly (ContentRef | undefined)[] {
  const kinds: readonly string[] = KINDS;
  return facts.map(({ fact }) => (kinds.includes(fact.kind) && 'content' in fact.body ? fact.body.content : undefined));
}

/** Hearings, mediations, orders, proposals and ratings of a matter, each list oldest first. */
export function viewProceedings(given: Given): Proceedings {
  const { contents, names, matter, state } = given;
  const read: Reading = {
    ...given,
    all: given.facts.map(({ fact }) => fact),
    /* Content rows are written by the acts with the kind the fact stands for; what was erased reads as empty. */
    note: (ref) => (contents.get(ref?.id ?? '') as Note | undefined) ?? { text: '' },
    named: (id) => ({ id, name: names.body(id) }),
    paper: ({ id, number }) => ({ href: `/desk/print/paper/${matter}/${id}`, ...(number ? { number } : {}) }),
  };
  return {
    hearings: numbered(state.hearings).map((hearing) => viewHearing(hearing, read)),
    mediations: numbered(state.mediations).map((mediation) => viewMediation(mediation, read)),
    orders: numbered(state.orders)
      .map((order) => viewOrder(order.id, read))
      .filter((one) => one !== undefined),
    proposals: numbered(state.proposals)
      .map((one) => viewProposal(one.id, read))
      .filter((one) => one !== undefined),
    ratings: viewRatings(read),
    rehandled: every(read, 'Rehandled').map(({ on, content }) => ({ on, text: read.note(content).text })),
  };
}

function every<K extends Facts[number]['kind']>({ all }: Reading, kind: K): readonly OfKind<K>[] {
  /* A fact of this kind has the body of this kind. */
  return all.filter((fact) => fact.kind === kind).map(({ body }) => body as OfKind<K>);
}

function viewHearing(hearing: Hearing, read: Reading): Proceedings['hearings'][number] {
  const { state, note, paper } = read;
  const ordered = every(read, 'HearingOrdered').find((one) => one.hearing === hearing.id);
  const held = every(read, 'HearingHeld').find((one) => one.hearing === hearing.id);
  const ended = every(read, 'HearingConcluded').find((one) => one.hearing === hearing.id);
  const about = note(ordered?.content);
  const excluded = excludedFor(state, hearing);
  return {
    id: hearing.id,
    of: state.reviews[hearing.review ?? '']?.level ?? 'handling',
    by: read.named(hearing.by),
    orderedOn: hearing.orderedOn,
    planned: hearing.planned,
    ...(about.with ? { at: about.with } : {}),
    ...(about.text ? { topic: about.text } : {}),
    ...(hearing.members === undefined ? {} : { members: hearing.members }),
    notice: paper(ordered?.instrument ?? { id: '' }),
    ...(held ? { held: { on: held.on, attended: held.attended, minutes: note(held.content).text } } : {}),
    ...(ended ? { ended: { on: ended.on, held: ended.held, text: note(ended.content).text } } : {}),
    ...(ended?.instrument ? { conclusion: paper(ended.instrument) } : {}),
    ...(excluded ? { excluded } : {}),
  };
}

/** The days of this hearing that a clock leaves out. */
function excludedFor(
  { clocks }: MatterState,
  { orderedOn, concludedOn }: Hearing,
): { from: string; to?: string } | undefined {
  const all = Object.values(clocks);
  if (concludedOn === undefined)
    return all.some((clock) => clock.suspendedOn === orderedOn) ? { from: orderedOn } : undefined;
  return all
    .flatMap((clock) => clock.excluded ?? [])
    .find((range) => range.from === orderedOn && range.to === concludedOn);
}

function viewMediation(mediation: Mediation, read: Reading): Proceedings['mediations'][number] {
  const { state, note, paper } = read;
  const { id } = mediation;
  const begun = every(read, 'MediationBegun').find((one) => one.mediation === id);
  const ended = every(read, 'MediationEnded').find((one) => one.mediation === id);
  const { with: other = '', text: mediators } = note(begun?.content);
  const said: AgreementNote = note(ended?.content);
  const until = state.clocks[`judicial-confirm:${id}`]?.derivation.statutoryDue;
  return {
    id,
    kind: mediation.kind,
    phase: mediation.phase,
    begunOn: mediation.begunOn,
    other,
    mediators,
    ...(ended ? { ended: { on: ended.on, text: said.text } } : {}),
    ...(ended?.instrument ? { agreement: paper(ended.instrument) } : {}),
    promises: mediation.promises.map(({ due }, at) => {
      const last = every(read, 'PerformanceNoted').findLast((one) => one.mediation === id && one.promise === at);
      return {
        what: said.promises?.[at]?.what ?? '',
        who: said.promises?.[at]?.who ?? '',
        due,
        clock: `agreement:${id}:${at}`,
        ...(last ? { noted: { on: last.on, kept: last.kept, text: note(last.content).text } } : {}),
      };
    }),
    ...(until
      ? {
          confirmation: {
            until,
            clock: `judicial-confirm:${id}`,
            steps: every(read, 'ConfirmationNoted')
              .filter((one) => one.mediation === id)
              .map(({ on, step, content }) => ({ on, step, text: note(content).text })),
          },
        }
      : {}),
  };
}

function viewOrder(id: string, read: Reading): Proceedings['orders'][number] | undefined {
  const { state, note, paper, named } = read;
  const order = state.orders[id];
  const made = every(read, 'Supervised').find((one) => one.order === id);
  if (!order || !made) return undefined;
  const { by, to, way, defect, phase, on, due, raisedBy } = order;
  const steps = read.all.flatMap((fact) => {
    if (fact.kind !== 'OrderAnswered' && fact.kind !== 'OrderReturned' && fact.kind !== 'OrderClosed') return [];
    if (fact.body.order !== id) return [];
    const step = ({ OrderAnswered: 'answered', OrderReturned: 'returned', OrderClosed: 'closed' } as const)[fact.kind];
    return [{ step, on: fact.body.on, text: note(fact.body.content).text }];
  });
  return {
    id,
    by: named(by),
    to: named(to),
    way,
    defect,
    phase,
    on,
    due,
    clock: `supervision:${id}`,
    ...(raisedBy ? { raisedBy } : {}),
    paper: paper(made.instrument),
    steps,
  };
}

function viewProposal(id: string, read: Reading): Proceedings['proposals'][number] | undefined {
  const { state, note, paper, named } = read;
  const proposal = state.proposals[id];
  const made = every(read, 'Proposed').find((one) => one.proposal === id);
  if (!proposal || !made) return undefined;
  const answer = every(read, 'ProposalAnswered').find((one) => one.proposal === id);
  const { kind, by, to, on } = proposal;
  return {
    id,
    kind,
    by: named(by),
    to: named(to),
    on,
    clock: `proposal:${id}`,
    paper: paper(made.instrument),
    ...(answer ? { answer: { on: answer.on, adoption: answer.adoption, text: note(answer.content).text } } : {}),
  };
}

/** Every rating, each with its opening again, where it was. */
function viewRatings(read: Reading): Proceedings['ratings'] {
  const { note, names } = read;
  return RATED_SIDES.flatMap((side) => {
    const reopened = every(read, 'RatingReopened').filter((one) => one.side === side);
    return every(read, 'Rated')
      .filter((one) => one.side === side)
      .map(({ level, on, content }, at) => {
        const again = reopened[at];
        const reason = note(content).text;
        const until = again?.clocks.find((change) => change.do === 'start')?.derivation.statutoryDue ?? '';
        return {
          side,
          level,
          on,
          ...(reason ? { reason } : {}),
          ...(again
            ? {
                reopened: { on: again.on, text: note(again.content).text, by: sayActor(again.by, names), until },
              }
            : {}),
        };
      });
  });
}
