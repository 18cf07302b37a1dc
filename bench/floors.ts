import { createPool } from '../src/platform/postgres/pool.ts';
import { cpuMeter } from './cpu.ts';
import { rateRow } from './report.ts';
import { driveWithCpu, type Measure } from './setting.ts';

/** What the machine and PostgreSQL give for the least that can be asked: one row in, one row out. */
export const floors: Measure = async (setting) => {
  const { city, clients } = setting;
  const pool = createPool(city.url, { max: clients });
  const meter = cpuMeter(city.dataDir);
  try {
    await pool.query('drop table if exists bench_floor');
    await pool.query(
      'create table bench_floor (id bigint generated always as identity primary key, filler text not null)',
    );
    const insert = await driveWithCpu(setting, meter, async () => {
      await pool.query({
        name: 'floor_insert',
        text: 'insert into bench_floor (filler) values ($1)',
        values: ['eighty characters or so of filler, as the branches of the bank in pgbench have it'],
      });
      return undefined;
    });
    const { rows } = await pool.query<{ count: string }>('select max(id) as count from bench_floor');
    const most = Number(rows[0]?.count);
    const read = await driveWithCpu(setting, meter, async () => {
      await pool.query({
        name: 'floor_read',
        text: 'select filler from bench_floor where id = $1',
        values: [1 + Math.floor(Math.random() * most)],
      });
      return undefined;
    });
    await pool.query('drop table bench_floor');
    return [
      rateRow('floors', 'insert one row, commit', insert.rate, { cpu: insert.cpu }),
      rateRow('floors', 'read one row by its key', read.rate, { cpu: read.cpu }),
    ];
  } finally {
    await pool.end();
  }
};
