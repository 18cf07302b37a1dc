import type { StaffActor } from '../../actors/accounts/server/public.ts';
import { type Body, nameOf } from '../../domain/bodies.ts';
import { mayRead } from '../../domain/permission.ts';
import { isRefusal, type Refusal } from '../../domain/refusals.ts';
import type { Ledger } from '../../ledger/ledger.ts';
import { findFactHash } from '../../ledger/log/prove.ts';
import { findState } from '../../ledger/read.ts';
import { matterRef, submissionRef } from '../../ledger/streams.ts';
import { viewClock } from '../petition-page/clock-view.ts';
import type { SubmissionPageModel } from '../petition-page/petition-page.contract.ts';
import { readSubmissionPage } from '../petition-page/submission-page.ts';

export interface ReceiptSlip {
  readonly page: SubmissionPageModel;
  readonly body: Body | undefined;
  /** Of the fact by which it arrived. */
  readonly hash?: string;
  /** What the bodies owe next, first due first. */
  readonly next: readonly { readonly id: string; readonly label: string; readonly who: string; readonly due: string }[];
}

/** The receipt of a submission (D1, 条例 18, 21), without its query code: that was told once and is kept nowhere. */
export async function readReceipt(ledger: Ledger, actor: StaffActor, number: string): Promise<ReceiptSlip | Refusal> {
  const page = await readSubmissionPage(ledger, actor, number);
  if (isRefusal(page)) return page;
  const { bodies } = ledger.reference;
  const states = await Promise.all(page.matters.map((matter) => findState(ledger, matterRef(matter))));
  const clocks = states.flatMap((state, at) => {
    const matter = page.matters[at] ?? '';
    if (!state || !mayRead(state, matterRef(matter).region, actor, bodies)) return [];
    const named = (id: string) => nameOf(bodies, id);
    return Object.entries(state.clocks)
      .filter(([, clock]) => clock.holder !== 'petitioner')
      .map(([id, clock]) => viewClock(`${matter}/${id}`, clock, page.today, named, ledger.reference.packs.layers));
  });
  const next = [...page.clocks, ...clocks]
    .filter((clock) => clock.outcome === 'running' && clock.statutory)
    .sort((a, b) => (a.due < b.due ? -1 : a.due > b.due ? 1 : 0))
    .map((clock) => ({ id: clock.id, label: clock.label.zh, who: clock.holder.zh, due: clock.due }));
  const hash = await findFactHash(ledger, submissionRef(number), { seq: 1 });
  return { page, body: bodies.find(page.body.id), next, ...(hash === undefined ? {} : { hash }) };
}
