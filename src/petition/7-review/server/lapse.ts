import type { Actor } from '../../../domain/act.ts';
import { addDays, type Day } from '../../../domain/days.ts';
import { isRefusal } from '../../../domain/refusals.ts';
import { contextFor, type Ledger } from '../../../ledger/ledger.ts';
import { factsFor, record } from '../../../ledger/record.ts';
import { matterRef } from '../../../ledger/streams.ts';
import { lapse } from '../decision.rules.ts';

const SYSTEM: Actor = { kind: 'system' };
const KINDS = ['apply-review', 'apply-final'] as const;
const AT_ONE_TIME = 200;
/** Service may be recorded late, with a last day that is over already: so far back is looked again. */
const LOOK_BACK_DAYS = 90;

/**
 * T30: notes every window for review that ended unused; what another process or an act was faster at is left. `since` is
 * the day it was last done, absent for the first time. Says how many it noted.
 */
export async function lapseWindows(ledger: Ledger, since?: Day, signal?: AbortSignal): Promise<number> {
  const { today } = contextFor(ledger, SYSTEM);
  const from = since === undefined ? '0001-01-01' : addDays(since, -LOOK_BACK_DAYS);
  let lapsed = 0;
  for (const kind of KINDS) lapsed += await lapseKind(ledger, kind, from, today, signal);
  return lapsed;
}

/** In batches along the index of kind and due day, so that no look grows with all there ever was. */
async function lapseKind(
  ledger: Ledger,
  kind: (typeof KINDS)[number],
  from: Day,
  today: Day,
  signal?: AbortSignal,
): Promise<number> {
  let lapsed = 0;
  let after = { due: from, region: '', stream: '' };
  for (;;) {
    const { rows } = await ledger.pool.query<{ due: Day; region: string; stream: string }>({
      name: 'windows_lapsed',
      text: `select due, region, stream from clock
             where kind = $1 and due >= $2 and due < $3 and outcome = 'running'
               and (due, region, stream) > ($2, $4, $5)
             order by due, region, stream limit ${AT_ONE_TIME}`,
      values: [kind, after.due, today, after.region, after.stream],
    });
    for (const { stream } of rows) {
      if (signal?.aborted) return lapsed;
      if (await lapseOne(ledger, stream)) lapsed += 1;
    }
    const last = rows.at(-1);
    if (!last || rows.length < AT_ONE_TIME) return lapsed;
    after = last;
  }
}

async function lapseOne(ledger: Ledger, matter: string): Promise<boolean> {
  const ref = matterRef(matter);
  const done = await record<boolean>(ledger, {
    actor: SYSTEM,
    verb: 'matter.lapse',
    streams: [ref],
    decide(tools) {
      const state = tools.read(ref);
      const facts = lapse.decide(state, {}, tools.context(state.pack));
      return isRefusal(facts) ? facts : { facts: [factsFor(ref, facts)], answer: true };
    },
  });
  return !isRefusal(done);
}
