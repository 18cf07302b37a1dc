/**
 * `./huiying prove spike`: measures what a server sustains, then lets ten times as many petitioners arrive, whether or not
 * it keeps up, and looks whether it turns the rest away in good order, keeps what it acknowledged, and is soon itself again.
 */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { parseArgs } from 'node:util';
import { openBenchCity } from '../bench/city.ts';
import { FIRST_PLACE } from '../bench/lives.ts';
import { serve } from '../bench/served.ts';
import type { ArrivalOrders, Arrived, PhaseArrived } from './prove-arrivals.ts';
import { type Compared, compare, drained, plantWitness } from './prove-compare.ts';
import type { Told } from './prove-crew.ts';

const ARRIVALS = join(import.meta.dirname, 'prove-arrivals.ts');
const TIMES = 10;
const CLIENTS = 16;
const MEASURED_S = 6;
const CALM_S = 8;
const AFTER_S = 20;
/** A second is normal when its p95 is within this of the worst calm second, and nobody was turned away. */
const WITHIN = 1.5;
/** So many normal seconds in a row make it normal. */
const IN_A_ROW = 3;
const MOST_SECONDS_TO_NORMAL = 10;
const MOST_SPIKE_S = 600;
const DRAIN_MS = 300_000;

const say = (line: string): void => {
  process.stderr.write(`${line}\n`);
};

/** Lets them arrive, in a process of its own. */
export async function arrive(orders: ArrivalOrders): Promise<Arrived> {
  const child = spawn(process.execPath, [ARRIVALS, JSON.stringify(orders)], { stdio: ['ignore', 'pipe', 'inherit'] });
  const said = await text(child.stdout);
  return JSON.parse(said);
}

/** What was acknowledged, as the comparison wants it. */
export function toldBy(...runs: readonly Arrived[]): Told {
  const filed = runs.flatMap(({ acknowledged }) => acknowledged);
  return {
    acknowledged: new Map(filed.map(([key, number]) => [key, { act: 'file', number, answer: { number } }])),
    open: new Map(),
    changed: [],
    refused: [],
    strays: [],
  };
}

export async function proveSpike(words: readonly string[]): Promise<number> {
  const { values } = parseArgs({ args: [...words], options: { seconds: { type: 'string', default: '60' } } });
  const seconds = Number(values.seconds);
  if (!(seconds >= 1 && seconds <= MOST_SPIKE_S)) {
    say(`Usage: ./huiying prove spike [--seconds N]   N from 1 to ${MOST_SPIKE_S} (60)`);
    return 2;
  }
  const city = await openBenchCity({ say });
  const ended = (): void => void city.close().then(() => process.exit(130));
  process.once('SIGINT', ended).once('SIGTERM', ended);
  try {
    const planted = await plantWitness(city.ledger.pool);
    const served = await serve(city.dataDir);
    try {
      const to = { port: served.port, division: FIRST_PLACE.division };
      /* Twice: the first time makes plans, caches and compiled code those of a running server. */
      const warm = { seconds: MEASURED_S, clients: CLIENTS };
      const measured = await arrive({ ...to, name: 'measure', firstAddress: 0, phases: [warm, warm] });
      const sustained = (measured.phases[1]?.done ?? 0) / MEASURED_S;
      const calm = { perSecond: sustained / 2 };
      say(`sustained: ${sustained.toFixed(0)} a second; now ${(sustained * TIMES).toFixed(0)} for ${seconds} s`);
      const arrived = await arrive({
        ...to,
        name: 'spike',
        firstAddress: 62_500,
        phases: [
          { ...calm, seconds: CALM_S },
          { perSecond: sustained * TIMES, seconds },
          { ...calm, seconds: AFTER_S },
        ],
      });
      const left = await drained(city.ledger.pool, DRAIN_MS);
      const told = toldBy(measured, arrived);
      const compared = await compare(city.ledger, told, planted, left);
      return report({ seconds, sustained, arrived, compared, acknowledged: told.acknowledged.size });
    } finally {
      await served.stop();
    }
  } finally {
    process.off('SIGINT', ended).off('SIGTERM', ended);
    await city.close();
  }
}

function report({
  seconds,
  sustained,
  arrived: { phases, others },
  compared,
  acknowledged,
}: {
  /** Of the spike. */
  seconds: number;
  sustained: number;
  arrived: Arrived;
  compared: Compared;
  acknowledged: number;
}): number {
  const [calm, spike, after] = phases;
  if (!calm || !spike || !after) throw new Error('a phase is missing');
  const normal = WITHIN * Math.max(...calm.seconds.map(({ p95 }) => p95));
  const secondsToNormal = findNormal(after, normal);
  const round = ({ seconds: _, ...rest }: PhaseArrived) => ({
    ...rest,
    p95: Math.round(rest.p95),
    shedP95: Math.round(rest.shedP95),
  });
  const result = {
    sustainedPerSecond: Math.round(sustained),
    /* Less than was meant when this machine could not open so many connections (`unsent`). */
    timesSent: Number(((spike.arrived - spike.unsent) / seconds / sustained).toFixed(1)),
    calm: round(calm),
    spike: round(spike),
    after: round(after),
    normalP95: Math.round(normal),
    secondsToNormal: secondsToNormal ?? null,
    others,
    acknowledged,
    ...compared,
  };
  process.stdout.write(`${JSON.stringify(result, null, 2)}\n`);
  const faults = compared.lost + compared.doubled + compared.undone + compared.verified.wrong.length;
  const unwanted = phases.reduce((sum, one) => sum + one.others, 0);
  const isSoonNormal = secondsToNormal !== undefined && secondsToNormal <= MOST_SECONDS_TO_NORMAL;
  return faults + unwanted === 0 && spike.shed > 0 && isSoonNormal ? 0 : 1;
}

/** Seconds after the spike from which all is as before. */
function findNormal({ seconds }: PhaseArrived, normal: number): number | undefined {
  const isNormal = seconds.map(({ done, shed, p95 }) => done > 0 && shed === 0 && p95 <= normal);
  const at = isNormal.findIndex(
    (_, from) => from + IN_A_ROW <= isNormal.length && isNormal.slice(from, from + IN_A_ROW).every(Boolean),
  );
  return at < 0 ? undefined : at;
}
