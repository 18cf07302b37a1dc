/**
 * Parts of an address after its `?`, read with distrust: whatever a colleague's link or an old bookmark holds, a page
 * opens. Each answers undefined for what it does not know, so that the address stays short.
 */
export type SearchParams = Readonly<Record<string, unknown>>;

export function textOf(search: SearchParams, name: string, most = 100): string | undefined {
  const value = search[name];
  // The router reads `?q=123` as a number.
  const text = typeof value === 'string' ? value : typeof value === 'number' ? String(value) : '';
  return text === '' ? undefined : text.slice(0, most);
}

export function oneOf<const T extends string>(search: SearchParams, name: string, known: readonly T[]): T | undefined {
  return known.find((one) => one === search[name]);
}

export function dayIn(search: SearchParams, name: string): string | undefined {
  const text = textOf(search, name);
  return text !== undefined && /^\d{4}-\d\d-\d\d$/.test(text) ? text : undefined;
}

export function isSet(search: SearchParams, name: string): true | undefined {
  const value = search[name];
  return value === true || value === 1 || value === '1' || value === 'true' ? true : undefined;
}

/** Leaves out what is undefined, as the router writes `undefined` into addresses otherwise. */
export function given<T extends Readonly<Record<string, unknown>>>(
  parts: T,
): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(parts).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: Exclude<T[K], undefined>;
  };
}
