import * as fc from 'fast-check';
import { createLog, type Log } from '../../src/platform/log/log.ts';
import { findWrong, type Tally } from './judge.ts';
import { type FuzzRequest, sayRequest } from './request.ts';
import type { FuzzAnswer, Send } from './send.ts';

/** The log of a server, kept to be looked at after every request. */
export function keptLog(): { readonly log: Log; takeFaults(): readonly string[] } {
  const lines: string[] = [];
  return {
    log: createLog({ to: { write: (line: string) => lines.push(line) }, human: false }),
    takeFaults: () => lines.splice(0).filter((line) => !line.includes('"level":"info"')),
  };
}

/** What was wrong, where, and how it was brought about. */
export interface Found {
  readonly door: string;
  readonly wrong: string;
  readonly request: string;
  readonly logged: readonly string[];
}

interface Tried {
  readonly send: Send;
  readonly takeFaults: () => readonly string[];
  readonly tally: Tally;
}

/** Sends one request and looks at answer and log; undefined where nothing is wrong. */
export async function tryOne({ send, takeFaults, tally }: Tried, request: FuzzRequest): Promise<Found | undefined> {
  let answer: FuzzAnswer;
  try {
    answer = await send(request);
  } catch (cause) {
    return {
      door: request.door,
      wrong: `no answer: ${String(cause)}`,
      request: sayRequest(request),
      logged: takeFaults(),
    };
  }
  tally.count(request, answer);
  const logged = takeFaults();
  const wrong = findWrong(request, answer) ?? (logged.length > 0 ? `the log: ${logged[0]?.slice(0, 300)}` : undefined);
  return wrong === undefined ? undefined : { door: request.door, wrong, request: sayRequest(request), logged };
}

/** A few at a time: whoever makes thousands at once keeps the server waiting. */
const AT_ONCE = 100;

/** Sends `runs` requests, whatever becomes of them, and tells each that went wrong. */
export async function tryMany(
  tried: Tried & { readonly requests: fc.Arbitrary<FuzzRequest>; readonly runs: number; readonly seed: number },
  tell: (found: Found) => void,
): Promise<void> {
  const { requests, runs, seed } = tried;
  for (let sent = 0; sent < runs; sent += AT_ONCE) {
    for (const request of fc.sample(requests, { numRuns: Math.min(AT_ONCE, runs - sent), seed: seed + sent })) {
      const found = await tryOne(tried, request);
      if (found !== undefined) tell(found);
    }
  }
}
