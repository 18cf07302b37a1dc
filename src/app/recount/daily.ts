import { keyOf } from '../../domain/packs.ts';
import { isRefusal } from '../../domain/refusals.ts';
import { contextFor, type Ledger } from '../../ledger/ledger.ts';
import { advanceRun } from './advance.ts';
import { draftRun, listRuns } from './runs.ts';

/** More runs than an installation ever has of late. */
const MANY = 1_000;

/**
 * Lists what rules change that take effect by now and count running cases again: they were published for a day to come.
 * The list waits for an administrator. Runs that a fault left half way are carried on.
 */
export async function draftDueRuns(ledger: Ledger): Promise<void> {
  const { today } = contextFor(ledger, { kind: 'system' });
  const runs = await listRuns(ledger, MANY);
  const { layers } = ledger.reference.packs;
  const due = layers.filter(
    (layer) =>
      layer.running === 'recount' &&
      layer.effectiveFrom <= today &&
      !layers.some((other) => other.id === layer.id && other.version > layer.version) &&
      !runs.some((run) => run.kind === 'pack' && run.about === keyOf(layer)),
  );
  for (const layer of due) {
    const drafted = await draftRun(ledger, { kind: 'system' }, { kind: 'pack', about: keyOf(layer) });
    if (!isRefusal(drafted)) await advanceRun(ledger, drafted.run);
  }
  for (const { run, phase } of runs) if (phase === 'drafting' || phase === 'approved') await advanceRun(ledger, run);
}
