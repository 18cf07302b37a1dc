import { normalise, normaliseTraced } from '../../text/normalise.ts';

/** A piece of text around a match. Ranges are UTF-16 offsets into `text`, first included, last not, in order. */
export interface Snippet {
  readonly text: string;
  readonly ranges: readonly (readonly [start: number, end: number])[];
}

/** Characters shown around the first match. */
const WIDTH = 60;

/**
 * The first of `sources` that holds a term, cut to some 60 characters around it, with every term in it marked. Without
 * any match (found by name or number), the beginning of the last source. Shown as written: full-width, capitals, and all.
 */
export function snippetOf(sources: readonly string[], terms: readonly string[]): Snippet {
  for (const source of sources) {
    const traced = normaliseTraced(source);
    const shown = traced ? source : normalise(source);
    const text = traced?.text ?? shown;
    const spans = mergeSpans(terms.flatMap((term) => occurrences(text, term)));
    const found = spans.map(([start, end]): [number, number] =>
      traced ? [traced.from[start] ?? 0, traced.to[end - 1] ?? shown.length] : [start, end],
    );
    const first = found[0];
    if (first) return cut(shown, first, found);
  }
  return cut(sources.at(-1) ?? '', [0, 0], []);
}

function occurrences(text: string, term: string): [number, number][] {
  const found: [number, number][] = [];
  if (term === '') return found;
  for (let at = text.indexOf(term); at >= 0; at = text.indexOf(term, at + term.length))
    found.push([at, at + term.length]);
  return found;
}

function mergeSpans(spans: [number, number][]): [number, number][] {
  const merged: [number, number][] = [];
  for (const [start, end] of spans.sort((a, b) => a[0] - b[0] || a[1] - b[1])) {
    const last = merged.at(-1);
    if (last && start <= last[1]) last[1] = Math.max(last[1], end);
    else merged.push([start, end]);
  }
  return merged;
}

/** A window around the first match, on whole characters, with … where it was cut. */
function cut(source: string, [start, end]: readonly [number, number], found: readonly [number, number][]): Snippet {
  const margin = Math.max(0, Math.floor((WIDTH - (end - start)) / 2));
  let from = Math.max(0, start - margin);
  let to = Math.min(source.length, Math.max(end + margin, from + WIDTH));
  from = Math.max(0, Math.min(from, to - WIDTH));
  if (isLowHalf(source, from)) from += 1;
  if (isLowHalf(source, to)) to -= 1;
  const before = from > 0 ? '…' : '';
  const after = to < source.length ? '…' : '';
  const shift = before.length - from;
  return {
    text: `${before}${source.slice(from, to).replace(/[\r\n\t]/g, ' ')}${after}`,
    ranges: found
      .filter(([a, b]) => b > from && a < to)
      .map(([a, b]) => [Math.max(a, from) + shift, Math.min(b, to) + shift] as const),
  };
}

function isLowHalf(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  return unit >= 0xdc00 && unit <= 0xdfff;
}
