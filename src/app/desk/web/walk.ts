/** An item of the list that was open last, in its order. */
export interface WalkItem {
  readonly kind: 'matter' | 'submission';
  readonly item: string;
}

const KEPT_AS = 'huiying.walk';

/** Remembers the list that a page is opened from, so that the page can lead on to the next one without returning. */
export function keepWalk(items: readonly WalkItem[]): void {
  try {
    sessionStorage.setItem(KEPT_AS, JSON.stringify(items));
  } catch {
    // Without it there is simply no next and no previous.
  }
}

/** What stood before and after `item` in that list, each undefined where there was nothing. */
export function findNeighbours(item: string): { readonly before?: WalkItem; readonly after?: WalkItem } {
  const items = keptWalk();
  const at = items.findIndex((one) => one.item === item);
  if (at < 0) return {};
  const [before, after] = [items[at - 1], items[at + 1]];
  return { ...(before ? { before } : {}), ...(after ? { after } : {}) };
}

function keptWalk(): readonly WalkItem[] {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(KEPT_AS) ?? '[]');
    return Array.isArray(kept) ? kept.filter(isItem) : [];
  } catch {
    return [];
  }
}

function isItem(one: unknown): one is WalkItem {
  return typeof one === 'object' && one !== null && 'item' in one && typeof one.item === 'string' && 'kind' in one;
}
