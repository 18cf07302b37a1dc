import { useState } from 'react';
import type { DeskRow } from '../desk.contract.ts';
import { compare, type SteadyRow, sameOrder } from './steady.rules.ts';

interface Held {
  readonly scope: string;
  readonly rows: readonly DeskRow[];
}

/**
 * A list that is fetched again and again without jumping under the hand: rows stay where they are, their clocks and
 * handlers are renewed in place, those taken away by others are marked, and new ones wait until asked for (`adopt`).
 * `scope` names the list and how many pages of it were asked for: a new scope shows what is there.
 */
export function useSteadyRows(
  fresh: readonly DeskRow[] | undefined,
  scope: string,
  complete: boolean,
): { readonly rows: readonly SteadyRow[]; readonly changes: number; readonly adopt: () => void } {
  const [held, setHeld] = useState<Held>({ scope: '', rows: [] });
  const renewed = fresh !== undefined && (held.scope !== scope || sameOrder(held.rows, fresh));
  if (renewed && held.rows !== fresh) setHeld({ scope, rows: fresh });
  const shown = renewed ? fresh : held.scope === scope ? held.rows : (fresh ?? []);
  const { rows, changes } = compare(shown, fresh ?? shown, complete);
  return { rows, changes, adopt: () => fresh && setHeld({ scope, rows: fresh }) };
}
