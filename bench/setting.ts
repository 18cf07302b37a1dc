import type { BenchCity } from './city.ts';
import { type CpuMeter, type CpuMs, cpuBetween } from './cpu.ts';
import { drive, type Rate, type Work } from './measure.ts';
import type { Row } from './report.ts';
import type { Served } from './served.ts';

/** What every row is measured with. */
export interface Setting {
  readonly city: BenchCity;
  /** Cases stored before anything is measured. */
  readonly cases: number;
  /** Measured seconds of each row. */
  readonly seconds: number;
  readonly clients: number;
  readonly say: (line: string) => void;
  /** The server as a process of its own, started when first asked for. */
  served(): Promise<Served>;
}

export type Measure = (setting: Setting) => Promise<readonly Row[]>;

/** Drives a load and takes the CPU time of exactly the measured part. */
export async function driveWithCpu(
  setting: Setting,
  meter: CpuMeter,
  work: Work,
  { clients = setting.clients, warmUp = 1, seconds = setting.seconds } = {},
): Promise<{ rate: Rate; cpu: CpuMs | undefined }> {
  let before: CpuMs | undefined;
  let after: CpuMs | undefined;
  const rate = await drive({
    clients,
    seconds,
    warmUp,
    work,
    onStart: () => {
      before = meter.read();
    },
    onEnd: () => {
      after = meter.read();
    },
  });
  return { rate, cpu: cpuBetween(before, after) };
}

/** How many pieces of fuel a row may use up, warm-up included, at the most a second that this machine will do. */
export function fuelFor(setting: Setting, mostPerSecond: number, runs = 1): number {
  return Math.ceil((setting.seconds + 1) * mostPerSecond * runs);
}
