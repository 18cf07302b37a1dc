import { randomUUID } from 'node:crypto';
import type { ActContext, Actor, MatterRule } from '../../../domain/act.ts';
import type { Body } from '../../../domain/bodies.ts';
import type { ContentRef, InstrumentKind, InstrumentRef } from '../../../domain/facts.ts';
import type { Assignment, MatterState } from '../../../domain/matter.ts';
import type { Gist } from '../../../domain/particulars.ts';
import { isRefusal, type Refusal } from '../../../domain/refusals.ts';
import {
  type Acted,
  actOnMatter,
  keyOf,
  type MatterAct,
  NO_SUCH_MATTER,
  tellPetitioner,
} from '../../../ledger/act-on-matter.ts';
import { contextFor, type Ledger } from '../../../ledger/ledger.ts';
import { findOwnContent } from '../../../ledger/read.ts';
import type { CounterRef, Tools } from '../../../ledger/record.ts';
import { matterRef, type StreamRef } from '../../../ledger/streams.ts';
import {
  contactOf,
  PAPER_KINDS,
  type Paper,
  type PaperParagraph,
  paperCounter,
  paperNumber,
} from '../paper.contract.ts';

/** The counters an officer's act may draw 文号 from; name them in the act, draw with `issuePaper`. */
export function countersFor(ledger: Ledger, actor: Actor, kinds: readonly InstrumentKind[]): readonly CounterRef[] {
  const body = bodyOfActor(ledger, actor);
  if (!body) return [];
  const year = contextFor(ledger, actor).today.slice(0, 4);
  return kinds.filter((kind) => PAPER_KINDS[kind].word !== '').map((kind) => paperCounter(body, kind, year));
}

export function bodyOfActor(ledger: Ledger, actor: Actor): Body | undefined {
  return actor.kind === 'staff' ? ledger.reference.bodies.find(actor.body) : undefined;
}

/** Numbers and seals a paper within an act. Its number is the next of its body, kind and year, without gaps. */
export function issuePaper(
  tools: Tools,
  ref: StreamRef,
  body: Body,
  paper: Omit<Paper, 'template' | 'issuer'>,
): InstrumentRef {
  const full: Paper = { ...paper, template: `${paper.kind}@1`, issuer: body.name.zh };
  const content = tools.content(ref, 'paper', full);
  const base = { id: randomUUID(), kind: paper.kind, content };
  if (PAPER_KINDS[paper.kind].word === '') return base;
  const year = paper.date.slice(0, 4);
  const serial = tools.draw(paperCounter(body, paper.kind, year));
  return { ...base, number: paperNumber(body, paper.kind, year, serial) };
}

/** The gist of a matter, for the papers about it; what was erased reads as empty. */
export async function readGist(ledger: Ledger, matter: string): Promise<Gist> {
  const empty: Gist = { title: '', who: '', text: '', requests: [] };
  if (!/^\d{6}-/.test(matter)) return empty;
  /* The content of a matter is written by the acts that open it, as a gist. */
  return ((await findOwnContent(ledger, matterRef(matter))) as Gist | undefined) ?? empty;
}

/** How a paper addresses the petitioner: 周桂兰, 周桂兰等22人, or 信访人 when no name was given. */
export function addressee(gist: Gist, people: number): string {
  const name = gist.who === '' ? '信访人' : gist.who;
  return people > 1 ? `${name}等${people}人` : name;
}

/** What an act that issues one paper knows of its case while it is decided. */
export interface PaperCase {
  readonly state: MatterState;
  readonly task: Assignment | undefined;
  readonly number: string;
  readonly context: ActContext;
  readonly issuer: Body;
  readonly gist: Gist;
}

/**
 * An act with one paper of the officer's body: may it begin, is what the paper must say given, then the paper is numbered
 * and sealed (where `text` gives one) and the rule decides. A refused act draws no number.
 */
export async function actWithPaper<A extends { readonly assignment?: string }>(
  ledger: Ledger,
  actor: Actor,
  input: { readonly matter: string; readonly assignment?: string | undefined; readonly key?: string | undefined },
  given: {
    readonly verb: string;
    readonly rule: MatterRule<A>;
    readonly kind: InstrumentKind;
    readonly beside?: MatterAct['beside'];
    /** What the petitioner is told of by text message. */
    readonly tell?: string;
    /** What is missing for the paper, if anything. */
    readonly missing?: (of: PaperCase) => Refusal | undefined;
    /** Its paragraphs; undefined where no paper is owed. */
    readonly text: (of: PaperCase) => readonly PaperParagraph[] | undefined;
    /** To whom, and under which title, where not to the petitioner under the title of its kind. */
    readonly head?: (of: PaperCase) => { readonly addressee: string; readonly title?: string };
    readonly act: (
      instrument: InstrumentRef | undefined,
      of: PaperCase,
      /** Seals a further text of the act; `who` stands before it, or `more` beside it, where the act keeps more. */
      note: (text: string, who?: string, more?: object) => ContentRef,
    ) => A | Refusal;
  },
): Promise<Acted | Refusal> {
  const gist = await readGist(ledger, input.matter);
  return actOnMatter(ledger, {
    actor,
    verb: given.verb,
    matter: input.matter,
    key: keyOf(input),
    counters: countersFor(ledger, actor, [given.kind]),
    beside: given.beside,
    ...(given.tell === undefined ? {} : { also: () => tellPetitioner(input.matter, given.tell ?? '') }),
    decide(tools, state, ref) {
      const context = tools.context(state.pack);
      const refusal = given.rule.mayBegin(state, input.assignment, context);
      if (refusal) return refusal;
      const issuer = bodyOfActor(ledger, actor);
      if (!issuer) return NO_SUCH_MATTER;
      const of: PaperCase = {
        state,
        task: state.assignments[input.assignment ?? ''],
        number: ref.id,
        context,
        issuer,
        gist,
      };
      const missing = given.missing?.(of);
      if (missing) return missing;
      const paragraphs = given.text(of);
      const instrument =
        paragraphs && issuePaper(tools, ref, issuer, { ...sheetOf(given.kind, of), ...given.head?.(of), paragraphs });
      const act = given.act(instrument, of, (text, who, more = {}) =>
        tools.content(ref, 'note', { text, ...(who ? { with: who } : {}), ...more }),
      );
      return isRefusal(act) ? act : given.rule.decide(state, act, context);
    },
  });
}

/** The head of a paper to the petitioner. */
function sheetOf(kind: InstrumentKind, { issuer, gist, state, context }: PaperCase) {
  return {
    kind,
    title: PAPER_KINDS[kind].zh,
    addressee: addressee(gist, state.petitioners),
    date: context.today,
    contact: contactOf(issuer),
  };
}
