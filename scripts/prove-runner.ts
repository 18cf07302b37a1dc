/**
 * The process beside the writers that `prove` kills: what a server does besides answering, as a server starts it (relay of
 * the outbox, every handler, sealing of the log). Started as `node scripts/prove-runner.ts <data folder>`; any line on
 * standard input ends it in peace.
 */
import { createInterface } from 'node:readline';
import '../src/platform/jsx/register.ts';
import { openCity } from '../src/app/open-city.ts';
import { createLog } from '../src/platform/log/log.ts';
import { NO_DATABASE } from './prove-exit.ts';

/** That the database went away is what is being tried; work that was given up is counted by the comparison. */
const quiet = createLog({ to: { write: () => true }, human: false });

const city = await openCity({ values: { 'data-dir': process.argv[2] }, say: () => {}, max: 4 }).catch(noDatabase);
/* What has parts in JSX is read only once its loader stands. */
const { startBackground } = await import('../src/app/background.ts');
const background = await startBackground({ ledger: city.ledger, url: city.url, log: quiet }).catch(noDatabase);
process.stdout.write('ready\n');

createInterface({ input: process.stdin }).once('line', async () => {
  await background.stop();
  await city.close();
  process.exit(0);
});

function noDatabase(cause: unknown): never {
  process.stderr.write(`${String(cause)}\n`);
  process.exit(NO_DATABASE);
}
