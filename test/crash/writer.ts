/**
 * A process that records acts until it is killed: `node writer.ts <data folder> <first number of each hand>...`. Each hand
 * opens a new matter and notes it on a matter of its own in one act, and says the key once the act is acknowledged.
 */
import { openReadyDatabase } from '../../src/db/database.ts';
import type { Actor } from '../../src/domain/act.ts';
import type { MatterDraft } from '../../src/domain/facts.ts';
import { nationalCalendar } from '../../src/domain/national-calendar.ts';
import { NATIONAL_ONLY } from '../../src/domain/packs.ts';
import { isRefusal } from '../../src/domain/refusals.ts';
import type { Ledger } from '../../src/ledger/ledger.ts';
import { factsFor, record } from '../../src/ledger/record.ts';
import { matterRef } from '../../src/ledger/streams.ts';
import { systemClock } from '../../src/platform/clock/clock.ts';
import { keyringOf } from '../../src/platform/secrets/keyring.ts';
import { bodies, by } from '../world/people.ts';
import { aMatter } from '../world/petition.ts';

const [, , dataDir = '', ...starts] = process.argv;
const ready = await openReadyDatabase({ dataDir, say: () => {} });
/* The server may be killed under it: the next act finds another connection. */
ready.pool.on('error', () => {});
const ledger: Ledger = {
  pool: ready.pool,
  keyring: keyringOf(Buffer.alloc(32, 7)),
  clock: systemClock,
  reference: { bodies, calendar: nationalCalendar, packs: NATIONAL_ONLY },
};
const actor: Actor = by('d01-petition', 'dispatcher');

const openingFacts = aMatter()
  .registered()
  .facts.map(({ fact }) => fact);

await Promise.all(starts.map((start, hand) => write(hand, Number(start))));

async function write(hand: number, start: number): Promise<never> {
  const own = matterRef(`990101-2026-90000${hand}-1`);
  for (let number = start; ; ) {
    const key = `hand-${hand}-${number}`;
    const fresh = matterRef(`990101-2026-${hand + 1}${String(number).padStart(6, '0')}-1`);
    const done = await record<string>(ledger, {
      actor,
      verb: 'test.write',
      streams: [own, fresh],
      key: { region: '990101', key, request: { key } },
      counters: [{ region: '990101', name: 'crash' }],
      decide: (tools) => {
        const note = tools.content(fresh, 'note', { text: key });
        const opened = openingFacts.map(
          (fact): MatterDraft => (fact.kind === 'Opened' ? { ...fact, body: { ...fact.body, content: note } } : fact),
        );
        const proposed: MatterDraft = { kind: 'RouteProposed', body: { route: '31(6)', by: key } };
        const begun = tools.read(own).seq === 0 ? opened : [];
        return {
          facts: [factsFor(own, [...begun, proposed]), factsFor(fresh, opened)],
          outbox: [{ region: '990101', topic: 'crash', payload: { key } }],
          answer: `${key} ${tools.draw({ region: '990101', name: 'crash' })}`,
        };
      },
    }).catch(() => undefined);
    /* The connection was lost: whether it was written is not known, so the same key is sent again. */
    if (done === undefined || isRefusal(done)) continue;
    process.stdout.write(`${done.answer}\n`);
    number += 1;
  }
}
