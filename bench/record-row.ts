import { isRefusal } from '../src/domain/refusals.ts';
import type { Ledger } from '../src/ledger/ledger.ts';
import { forwardMatter, signMatter } from '../src/petition/2-transfer/server/transfer.ts';
import { createPool } from '../src/platform/postgres/pool.ts';
import { scriptOf } from './act-script.ts';
import { type CpuMs, cpuMeter } from './cpu.ts';
import { FIRST_PLACE, OFFICERS, staffAt } from './lives.ts';
import { median, type Rate } from './measure.ts';
import { atLeast, type Row, rateRow } from './report.ts';
import { driveWithCpu, fuelFor, type Measure, type Setting } from './setting.ts';
import { storeFuel } from './stored.ts';

/** Script and record take turns, so that a noisy neighbour disturbs both. */
const ROUNDS = 3;

/**
 * One act in process against a bare transaction that locks and writes the same rows: signing for receipt, which moves
 * one head and writes a fact, three clocks, two desk rows and takes one away, counters, the matter, audit and key.
 */
export const recordRow: Measure = async (setting) => {
  const { city, clients } = setting;
  const pool = createPool(city.url, { max: clients });
  const ledger: Ledger = { ...city.ledger, pool };
  const meter = cpuMeter(city.dataDir);
  const handler = staffAt(FIRST_PLACE.target, 'handler', OFFICERS.handler);
  const sign = async (matter: string): Promise<void> => {
    const done = await signMatter(ledger, handler, { matter, assignment: 'a1', key: crypto.randomUUID() });
    if (isRefusal(done)) throw new Error(`sign: ${done.said.en}`);
  };
  const short: Setting = { ...setting, seconds: Math.max(1, setting.seconds / 2) };
  try {
    const numbers = await storeFuel(ledger, 'forward', fuelFor(short, 3_000, 2 * ROUNDS));
    const fuel = numbers.map((number) => `${number}-1`);
    await pool.query('vacuum analyze');
    const sample = fuel.pop() ?? '';
    const script = await scriptOf(pool, sample, () => sign(sample));
    const scripts: Turn[] = [];
    const records: Turn[] = [];
    for (let round = 0; round < ROUNDS; round++) {
      scripts.push(
        await driveWithCpu(short, meter, async () => {
          const matter = fuel.pop();
          if (matter === undefined) return false;
          await pool.query(script.text(matter));
          return undefined;
        }),
      );
      records.push(
        await driveWithCpu(short, meter, async () => {
          const matter = fuel.pop();
          if (matter === undefined) return false;
          await sign(matter);
          return undefined;
        }),
      );
    }
    const ratio = median(records.map(({ rate }, at) => rate.perSecond / (scripts[at]?.rate.perSecond ?? 1)));
    const [bare, act] = [middle(scripts), middle(records)];
    return [
      rateRow(
        'record',
        `lock, write the same rows, commit: ${script.statements} statements in one message`,
        bare.rate,
        {
          cpu: bare.cpu,
        },
      ),
      rateRow('record', 'one act recorded in process: sign', act.rate, { cpu: act.cpu }),
      {
        row: 'record',
        what: 'record / script',
        value: ratio,
        unit: '',
        bar: atLeast(ratio, 0.8, ''),
        note: 'median of three turns',
      },
      await forwardRow({ ...short, seconds: short.seconds }, ledger),
    ];
  } finally {
    await pool.end();
  }
};

type Turn = { readonly rate: Rate; readonly cpu: CpuMs | undefined };

function middle(turns: readonly Turn[]): Turn {
  const sorted = [...turns].sort((a, b) => a.rate.perSecond - b.rate.perSecond);
  const turn = sorted[sorted.length >> 1];
  if (!turn) throw new Error('no turn was taken');
  return turn;
}

/** Forwarding draws a 文号 without gaps, so all forwards of one office wait for one counter. */
async function forwardRow(setting: Setting, ledger: Ledger): Promise<Row> {
  const numbers = await storeFuel(ledger, 'register', fuelFor(setting, 1_200));
  const fuel = numbers.map((number) => `${number}-1`);
  const dispatcher = staffAt(FIRST_PLACE.office, 'dispatcher', OFFICERS.dispatcher);
  const { rate, cpu } = await driveWithCpu(setting, cpuMeter(setting.city.dataDir), async () => {
    const matter = fuel.pop();
    if (matter === undefined) return false;
    const done = await forwardMatter(ledger, dispatcher, {
      matter,
      to: FIRST_PLACE.target,
      mode: 'forward',
      remark: '',
      key: crypto.randomUUID(),
    });
    if (isRefusal(done)) throw new Error(`forward: ${done.said.en}`);
    return undefined;
  });
  return rateRow('record', 'forward with letter and number, all of one office', rate, { cpu });
}
