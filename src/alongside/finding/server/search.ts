import { type Actor, actorId } from '../../../domain/act.ts';
import type { Gist } from '../../../domain/particulars.ts';
import { type Scope, scopeOf } from '../../../domain/permission.ts';
import { isRefusal, type Refusal } from '../../../domain/refusals.ts';
import type { Ledger } from '../../../ledger/ledger.ts';
import { logReading, readContentsAcross } from '../../../ledger/read.ts';
import { nameKey, readQuery, type SearchTerm, searchWords } from '../search-terms.rules.ts';
import { type Snippet, snippetOf } from '../snippet.rules.ts';
import { readCursor, writeCursor } from './cursor.ts';
import { type Found, findPlaces, type SearchOptions } from './find-places.ts';

export interface SearchHit {
  readonly region: string;
  readonly matter: string;
  readonly receivedAt: string;
  readonly gist: Gist;
  readonly snippet: Snippet;
}

export interface SearchPage {
  readonly hits: readonly SearchHit[];
  /** Where the next page begins; absent on the last. */
  readonly next?: string;
}

/**
 * The matters this actor may list in which every word of the query stands: in title, text or requests, as a piece of the
 * petitioner's name (two characters and more), or as the number or its tail. Exact, newest first. Each search is logged,
 * its words as keyed hashes. Sealed reports cannot be found: they have no searchable text (E27).
 */
export async function search(
  ledger: Ledger,
  actor: Actor,
  query: string,
  options: SearchOptions,
): Promise<SearchPage | Refusal> {
  const terms = readQuery(query);
  if (isRefusal(terms)) return terms;
  const after = options.cursor === undefined ? undefined : readCursor(options.cursor);
  if (isRefusal(after)) return after;
  const scope = scopeOf(actor, ledger.reference.bodies);
  const places = scope.none ? [] : await findPlaces(ledger, { terms, scope, after, ...options });
  const page = places.slice(0, options.limit);
  const hits = await readHits(ledger, page, terms);
  await logSearch(ledger, { actor, scope, terms, found: hits.length });
  const last = page.at(-1);
  return places.length > options.limit && last ? { hits, next: writeCursor(last) } : { hits };
}

/** Opens what is shown of each hit, and drops a hit that only shares a hash with the name that was asked for. */
async function readHits(ledger: Ledger, places: readonly Found[], terms: readonly SearchTerm[]): Promise<SearchHit[]> {
  const refs = places.flatMap(({ region, contentId }) => (contentId === null ? [] : [{ region, id: contentId }]));
  const contents = await readContentsAcross(ledger, refs);
  return places.flatMap(({ region, matter, receivedAt, contentId }) => {
    const gist = contents.get(`${region}/${contentId}`) as Gist | undefined;
    if (!gist || !terms.every((term) => holds(term, gist, matter))) return [];
    const snippet = snippetOf(
      [gist.text, ...gist.requests, gist.title],
      terms.map((term) => term.text),
    );
    return [{ region, matter, receivedAt, gist, snippet }];
  });
}

function holds(term: SearchTerm, gist: Gist, matter: string): boolean {
  return (
    term.number !== undefined ||
    searchWords(gist, matter).includes(term.text) ||
    (term.namePieces.length > 0 && nameKey(gist.who).includes(nameKey(term.text)))
  );
}

/** The words stay out of the log: with their keyed hashes an auditor can still ask whether a given word was looked for. */
async function logSearch(
  ledger: Ledger,
  entry: { actor: Actor; scope: Scope; terms: readonly SearchTerm[]; found: number },
): Promise<void> {
  const { actor, scope, terms, found } = entry;
  await logReading(ledger, {
    region: ledger.reference.bodies.find(scope.body)?.division.slice(0, 6) ?? '000000',
    actor: actorId(actor),
    body: scope.body === '' ? undefined : scope.body,
    verb: 'search',
    detail: {
      terms: terms.map((term) => ledger.keyring.keyedHash('search', term.text).toString('hex').slice(0, 16)),
      count: terms.length,
      found,
    },
  });
}
