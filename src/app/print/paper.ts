import type { StaffActor } from '../../actors/accounts/server/public.ts';
import type { Paper } from '../../alongside/documents/paper.contract.ts';
import type { Day } from '../../domain/days.ts';
import { mayRead } from '../../domain/permission.ts';
import type { Refusal } from '../../domain/refusals.ts';
import type { Ledger } from '../../ledger/ledger.ts';
import { findFactHash } from '../../ledger/log/prove.ts';
import { findState, readContents, readFacts } from '../../ledger/read.ts';
import { matterRef } from '../../ledger/streams.ts';
import { readFiles } from '../petition-page/files.ts';
import { NO_SUCH_PAPER, PAPER_ERASED } from './print.texts.ts';

/** An instrument ready to be laid out. */
export interface PaperToPrint {
  readonly matter: string;
  readonly paper: Paper;
  readonly number?: string;
  /** Once the stamped sheet is stored; until then the paper is unsealed. */
  readonly scan?: { readonly on: Day; readonly href?: string };
  /** Of the fact it was issued by. */
  readonly hash?: string;
}

/** One instrument with its text as it was issued and hashed, for whoever may read the matter. */
export async function readPaper(
  ledger: Ledger,
  actor: StaffActor,
  { matter, id }: { matter: string; id: string },
): Promise<PaperToPrint | Refusal> {
  const ref = matterRef(matter);
  const state = await findState(ledger, ref);
  if (!state || !mayRead(state, ref.region, actor, ledger.reference.bodies)) return NO_SUCH_PAPER;
  const instrument = Object.hasOwn(state.instruments, id) ? state.instruments[id] : undefined;
  if (!instrument) return NO_SUCH_PAPER;
  const contents = await readContents(ledger, ref.region, [instrument.content.id]);
  /* Written by `issuePaper`, under this kind. */
  const paper = contents.get(instrument.content.id) as Paper | undefined;
  if (!paper) return PAPER_ERASED;
  const hash = await findFactHash(ledger, ref, { content: instrument.content.id });
  const scan = instrument.scan === undefined ? undefined : await readScan(ledger, matter, id, instrument.scan);
  return {
    matter,
    paper,
    ...(instrument.number === undefined ? {} : { number: instrument.number }),
    ...(scan ? { scan } : {}),
    ...(hash === undefined ? {} : { hash }),
  };
}

async function readScan(ledger: Ledger, matter: string, instrument: string, file: string) {
  const ref = matterRef(matter);
  const [facts, files] = await Promise.all([readFacts(ledger, ref), readFiles(ledger, ref.region, [file])]);
  const stored = facts.findLast(({ fact }) => fact.kind === 'SealedScanStored' && fact.body.instrument === instrument);
  const on = stored?.fact.kind === 'SealedScanStored' ? stored.fact.body.on : '';
  const href = files.get(file)?.href;
  return { on, ...(href === undefined ? {} : { href }) };
}
