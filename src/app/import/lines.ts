import { TextDecoder } from 'node:util';

/** A line of a file, or why it cannot be read as text. */
export type Line = string | { readonly unreadable: 'too-long' | 'not-utf8' };

/** Bytes; a longer line is refused without being held in memory. */
export const LONGEST_LINE = 1_048_576;

const LF = 10;

/** Splits bytes into lines, holding at most one line and one chunk. A byte order mark and CR before LF fall away. */
export async function* readLines(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Line> {
  let kept: Uint8Array[] = [];
  let length = 0;
  let first = true;
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  const finish = (): Line => {
    const line = length > LONGEST_LINE ? { unreadable: 'too-long' as const } : decode(decoder, kept, first);
    kept = [];
    length = 0;
    first = false;
    return line;
  };
  const keep = (part: Uint8Array): void => {
    length += part.length;
    if (length <= LONGEST_LINE) kept.push(part);
    else kept = [];
  };
  for await (const chunk of chunks) {
    let from = 0;
    for (let end = chunk.indexOf(LF); end >= 0; end = chunk.indexOf(LF, from)) {
      keep(chunk.subarray(from, end));
      yield finish();
      from = end + 1;
    }
    if (from < chunk.length) keep(chunk.slice(from));
  }
  if (length > 0) yield finish();
}

function decode(decoder: TextDecoder, parts: readonly Uint8Array[], first: boolean): Line {
  try {
    const text = decoder.decode(parts.length === 1 ? parts[0] : Buffer.concat(parts));
    const whole = first && text.startsWith('\uFEFF') ? text.slice(1) : text;
    return whole.endsWith('\r') ? whole.slice(0, -1) : whole;
  } catch {
    return { unreadable: 'not-utf8' };
  }
}
