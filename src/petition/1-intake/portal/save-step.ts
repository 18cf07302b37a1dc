import { dayOf } from '../../../domain/days.ts';
import { isRefused, type Refused } from '../../../platform/http/refused.ts';
import { refuseDraft } from './draft.texts.ts';
import { beginDraft, type OpenDraft, type Store, saveDraft } from './drafts.ts';
import {
  type Filing,
  type FilingDoubt,
  type FilingProblem,
  findDoubts,
  findFaults,
  type StepId,
} from './filing.rules.ts';
import { type Door, findDoor } from './other-door.rules.ts';

/** Saves, beginning a draft where there is none: nothing typed is ever dropped for want of one. */
export async function keepFiling(
  store: Store,
  open: OpenDraft | undefined,
  filing: Filing,
): Promise<{ draft: OpenDraft; cookie?: string } | Refused> {
  if (open === undefined) return beginDraft(store, filing);
  if (!(await saveDraft(store, open, filing))) return refuseDraft('sent-already');
  return { draft: { ...open, filing, savedAt: store.clock.now().toISOString() } };
}

/** What looking at a saved step found; `filing` is what the draft says now. */
export type Finished = { readonly filing: Filing } & (
  | { readonly found: 'faults'; readonly faults: readonly FilingProblem[] }
  | { readonly found: 'doubts'; readonly doubts: readonly FilingDoubt[] }
  | { readonly found: 'nothing'; readonly door: Door | undefined; readonly isNewDoor: boolean }
);

/**
 * Looks at a step that was saved: names what is to be mended, says a doubt once, else counts the step as done. What
 * happened may point to another door, which is new the first time.
 */
export async function finishStep(store: Store, draft: OpenDraft, step: StepId): Promise<Finished | Refused> {
  const { filing } = draft;
  const faults = findFaults(step, filing, dayOf(store.clock.now().toISOString()));
  if (faults.length > 0) return { found: 'faults', filing, faults };
  const doubts = findDoubts(step, filing);
  if (doubts.length > 0) {
    const passed = [...filing.passed, ...doubts.map((doubt) => doubt.id)].slice(-20);
    const kept = await keepFiling(store, draft, { ...filing, passed });
    return isRefused(kept) ? kept : { found: 'doubts', filing: kept.draft.filing, doubts };
  }
  const door = step === 'what' ? doorOf(filing) : undefined;
  const kept = await keepFiling(store, draft, {
    ...filing,
    done: filing.done.includes(step) ? filing.done : [...filing.done, step],
    doorSeen: step === 'what' ? (door ?? '') : filing.doorSeen,
  });
  if (isRefused(kept)) return kept;
  return {
    found: 'nothing',
    filing: kept.draft.filing,
    door,
    isNewDoor: door !== undefined && door !== filing.doorSeen,
  };
}

/** The other door that what was written points to. */
export function doorOf({ kind, text, requests, tried }: Filing): Door | undefined {
  return kind === 'report' ? undefined : findDoor([text, ...requests].join('\n'), tried);
}
