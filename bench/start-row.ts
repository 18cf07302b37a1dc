import type { BenchCity } from './city.ts';
import { atMost, type Row } from './report.ts';
import { serve } from './served.ts';

/** A second start, from nothing running to the first good answer. Measured last: the database must have stopped. */
export async function startRow(city: BenchCity): Promise<Row> {
  await city.stop();
  const served = await serve(city.dataDir);
  await served.stop();
  const ms = served.startMs;
  return {
    row: 'start',
    what: 'second start, database included',
    value: ms / 1000,
    unit: 's',
    bar: atMost(ms, 3000, ' ms'),
  };
}
