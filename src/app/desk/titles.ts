import { maskName } from '../../domain/ids.ts';
import type { Gist, Particulars } from '../../domain/particulars.ts';
import type { Ledger } from '../../ledger/ledger.ts';
import { readContentsAcross } from '../../ledger/read.ts';

/** True for the number of a matter (990103-2026-000417-1), false for a submission's. */
export function isMatter(number: string): boolean {
  return number.split('-').length === 4;
}

interface Titled {
  readonly region: string;
  readonly content_id: string | null;
}

/** What lists show of each row: its title (null where the content was erased) and the main petitioner, masked. */
export async function readTitles(
  ledger: Ledger,
  rows: readonly Titled[],
): Promise<(row: Titled) => { title: string | null; who: string }> {
  const refs = rows.flatMap(({ region, content_id: id }) => (id === null ? [] : [{ region, id }]));
  const contents = await readContentsAcross(ledger, refs);
  return ({ region, content_id }) => {
    /* A row of a submission points at its particulars, one of a matter at its gist. */
    const content = contents.get(`${region}/${content_id}`) as Particulars | Gist | undefined;
    if (!content) return { title: null, who: '' };
    return { title: content.title, who: maskName('who' in content ? content.who : (content.people[0]?.name ?? '')) };
  };
}
