import { randomUUID } from 'node:crypto';
import type { Actor } from '../../../domain/act.ts';
import type { Body } from '../../../domain/bodies.ts';
import type { InstrumentKind, InstrumentRef } from '../../../domain/facts.ts';
import type { Gist } from '../../../domain/particulars.ts';
import { contextFor, type Ledger } from '../../../ledger/ledger.ts';
import { findState, readContents } from '../../../ledger/read.ts';
import type { CounterRef, Tools } from '../../../ledger/record.ts';
import { matterRef, type StreamRef } from '../../../ledger/streams.ts';
import { PAPER_KINDS, type Paper, paperCounter, paperNumber } from '../paper.rules.ts';

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
  const ref = matterRef(matter);
  const state = await findState(ledger, ref);
  if (!state?.content) return empty;
  const contents = await readContents(ledger, ref.region, [state.content.id]);
  return (contents.get(state.content.id) as Gist | undefined) ?? empty;
}

/** How a paper addresses the petitioner: 周桂兰, 周桂兰等22人, or 信访人 when no name was given. */
export function addressee(gist: Gist, people: number): string {
  const name = gist.who === '' ? '信访人' : gist.who;
  return people > 1 ? `${name}等${people}人` : name;
}
