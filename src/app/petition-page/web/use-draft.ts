import { useCallback, useEffect, useState } from 'react';
import { useSession } from '../../../actors/accounts/web/session.tsx';
import type { OpinionItem } from '../../../petition/5-reply/reply.rules.ts';
import { forget, keep } from '../../../ui/staff/kept.ts';
import type { PetitionPageModel } from '../petition-page.contract.ts';
import { draftPlace, findKeptDraft, type KeptDraft } from './kept-draft.ts';
import { itemsOf } from './opinion-paper.ts';
import type { Task } from './page-model.ts';

export interface DraftInHand {
  readonly items: readonly OpinionItem[];
  readonly change: (at: number, item: OpinionItem) => void;
  /** Time it was last kept; empty before the first change, undefined where nothing can be kept. */
  readonly savedAt: string | undefined;
  /** Another version was sent since what is kept here was begun: one must be chosen. */
  readonly torn: boolean;
  readonly choose: (which: 'kept' | 'sent') => void;
  readonly forget: () => void;
}

/** The draft of one person on one task: what this browser keeps, else the last sent, else a part for each request. */
export function useDraft(page: PetitionPageModel, task: Task): DraftInHand {
  const { account } = useSession();
  const place = draftPlace({ account: account.id, matter: page.matter, assignment: task.id });
  const version = task.draft?.version ?? 0;
  const [kept] = useState(() => findKeptDraft(place));
  const [torn, setTorn] = useState(kept !== undefined && kept.base < version);
  const [items, setItems] = useState(() => whole(kept?.items ?? itemsOf(task.draft?.items ?? []), page.requests));
  const [savedAt, setSavedAt] = useState<string | undefined>(kept?.savedAt ?? '');
  const [changed, setChanged] = useState(false);

  useEffect(() => {
    if (!changed) return;
    const now = new Date().toISOString();
    const draft: KeptDraft = { items, base: version, savedAt: now };
    setSavedAt(keep(place, draft) ? now : undefined);
  }, [items, changed, place, version]);

  const change = useCallback((at: number, item: OpinionItem) => {
    setChanged(true);
    setItems((before) => before.map((one, index) => (index === at ? item : one)));
  }, []);

  return {
    items,
    change,
    savedAt,
    torn,
    choose: (which) => {
      setTorn(false);
      if (which === 'sent') setItems(whole(itemsOf(task.draft?.items ?? []), page.requests));
      setChanged(true);
    },
    forget: () => {
      setChanged(false);
      forget(place);
    },
  };
}

/** Every request of the petitioner has its part, in their order; what is written stays. */
function whole(items: readonly OpinionItem[], requests: readonly string[]): readonly OpinionItem[] {
  const blank = (request: string): OpinionItem => ({ request, finding: '', basis: '', verdict: 'support', answer: '' });
  const asked = requests.map((request, at) => {
    const item = items[at];
    return item === undefined ? blank(request) : { ...item, request };
  });
  return [...asked, ...items.slice(requests.length)];
}
