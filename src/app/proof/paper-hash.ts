import type { Ledger } from '../../ledger/ledger.ts';
import { findFactHash } from '../../ledger/log/prove.ts';
import { findState } from '../../ledger/read.ts';
import { matterRef } from '../../ledger/streams.ts';

/** Hash of the fact by which a paper was issued; undefined where there is no such paper. */
export async function findPaperHash(ledger: Ledger, matter: string, paper: string): Promise<string | undefined> {
  const ref = matterRef(matter);
  const state = await findState(ledger, ref);
  const content = state && Object.hasOwn(state.instruments, paper) ? state.instruments[paper]?.content.id : undefined;
  return content === undefined ? undefined : findFactHash(ledger, ref, { content });
}
