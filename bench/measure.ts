/** How long one piece of work took, many times over. */
export interface Rate {
  /** Pieces done in the measured time. */
  readonly done: number;
  readonly perSecond: number;
  /** Milliseconds. */
  readonly p50: number;
  readonly p95: number;
  readonly max: number;
  /** Seconds that were measured. */
  readonly seconds: number;
}

/** Does one piece of work for a client; false means that there is nothing left to do. */
export type Work = (client: number) => Promise<boolean | undefined>;

export interface Load {
  readonly clients: number;
  readonly seconds: number;
  /** Seconds before anything is counted: plans, caches and compiled code are those of a running server. */
  readonly warmUp: number;
  readonly work: Work;
  /** Called at the moment from which things are counted, and at the last. */
  readonly onStart?: () => void;
  readonly onEnd?: () => void;
}

/**
 * So many clients, each doing one piece after another (closed loop), first uncounted, then counted.
 * @throws the first failure; a bench that counts failures as work measures nothing.
 */
export async function drive({ clients, seconds, warmUp, work, onStart, onEnd }: Load): Promise<Rate> {
  const run = { counting: false, until: performance.now() + warmUp * 1000, empty: false };
  const loop = async (client: number, took: number[]): Promise<void> => {
    while (!run.empty && performance.now() < run.until) {
      const began = performance.now();
      if ((await work(client)) === false) run.empty = true;
      else if (run.counting) took.push(performance.now() - began);
    }
  };
  const all = async (took: number[]): Promise<void> => {
    await Promise.all(Array.from({ length: clients }, (_, client) => loop(client, took)));
  };
  if (warmUp > 0) await all([]);
  run.counting = true;
  run.until = performance.now() + seconds * 1000;
  onStart?.();
  const began = performance.now();
  const took: number[] = [];
  await all(took);
  const lasted = (performance.now() - began) / 1000;
  onEnd?.();
  return { ...summary(took), perSecond: took.length / lasted, seconds: lasted };
}

/** p50, p95 and the longest of some durations. */
export function summary(took: readonly number[]): Pick<Rate, 'done' | 'p50' | 'p95' | 'max'> {
  const sorted = [...took].sort((a, b) => a - b);
  const at = (share: number): number => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
  return { done: sorted.length, p50: at(0.5), p95: at(0.95), max: sorted.at(-1) ?? 0 };
}

/** The middle of some numbers; 0 of none. */
export function median(of: readonly number[]): number {
  const sorted = [...of].sort((a, b) => a - b);
  const half = sorted.length >> 1;
  const [low, high] = [sorted[half - 1], sorted[half]];
  if (high === undefined) return 0;
  return sorted.length % 2 === 1 || low === undefined ? high : (low + high) / 2;
}
