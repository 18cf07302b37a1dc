/** What the address of the form says: the set of rules a new version is of. */
export interface RulesSearch {
  readonly of?: string;
}

export function readRulesSearch(search: Readonly<Record<string, unknown>>): RulesSearch {
  return typeof search.of === 'string' && /^[a-z0-9-]{1,40}$/.test(search.of) ? { of: search.of } : {};
}
