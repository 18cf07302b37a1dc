/** Imports made-up rows into the database of `argv[2]` until it is done or killed; a line on standard output each batch. */
import { importLedger } from '../../src/app/import/import-ledger.ts';
import { createPool } from '../../src/platform/postgres/pool.ts';
import { CITY_OFFICE, ledgerOn, linesOf } from './ledger-for-import.ts';

const [, , url = '', count = '0'] = process.argv;
const rows = Array.from({ length: Number(count) }, (_, at) => ({
  msg_id: at,
  title: `第${at}件`,
  time: '2019-03-01T10:00:00',
  text: `内容${at}`,
}));
const pool = createPool(url, { max: 3 });
await importLedger({
  ledger: ledgerOn(pool),
  lines: linesOf(rows),
  as: 'replies',
  body: CITY_OFFICE,
  say: () => {},
  report: ({ line }) => {
    if (line % 200 === 0) process.stdout.write('.');
  },
});
await pool.end();
process.stdout.write('done');
