/** `./huiying prove`: the long proofs, each in a file of its own. Exit code 1 when one does not hold. */
import { parseArgs } from 'node:util';
import { holds, proveKills } from './prove-kill.ts';

const USAGE = `Usage: ./huiying prove [--rounds N] [--stop]     kills writers, job runner and database at random, N times (20), and counts
                                          what is left; --stop looks every 25 rounds and ends at the first fault
       ./huiying prove disk-full                      lets the disk run full under a working server, then makes room
       ./huiying prove spike [--seconds N]            ten times as many arrivals as it sustains, for N seconds (60)
       ./huiying prove fuzz [--inputs N] [--seed N]   sends N broken requests (100000) and counts the answers`;

const say = (line: string): void => {
  process.stderr.write(`${line}\n`);
};

async function main([which, ...words]: readonly string[]): Promise<number> {
  /* Every proof makes a data folder of its own: the database somebody works in is never flooded or killed. */
  delete process.env.DATABASE_URL;
  switch (which) {
    case 'fuzz': {
      // The pages of the portal are read only after this.
      await import('../src/platform/jsx/register.ts');
      const { proveFuzz } = await import('./prove-fuzz.ts');
      return proveFuzz(words);
    }
    case 'disk-full':
      return diskFull();
    case 'spike': {
      const { proveSpike } = await import('./prove-spike.ts');
      return proveSpike(words);
    }
    default:
      return kills(which === undefined ? words : [which, ...words]);
  }
}

async function diskFull(): Promise<number> {
  const { fillDisk } = await import('../test/crash/full-disk.ts');
  const found = await fillDisk({ heldMs: 30_000, say });
  if (found === undefined) {
    say('A disk in memory cannot be mounted here: this needs Linux and root.');
    return 2;
  }
  process.stdout.write(`${JSON.stringify(found, null, 2)}\n`);
  const { lost, doubled, undone, others, changed, verified } = found;
  return lost + doubled + undone + others.length + changed + verified.wrong.length === 0 ? 0 : 1;
}

async function kills(words: readonly string[]): Promise<number> {
  const { values } = parseArgs({
    args: [...words],
    options: {
      rounds: { type: 'string', default: '20' },
      stop: { type: 'boolean', default: false },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
  const rounds = Number(values.rounds);
  if (values.help || !(rounds > 0)) {
    say(USAGE);
    return values.help ? 0 : 2;
  }
  const found = await proveKills({ rounds, stop: values.stop, say });
  process.stdout.write(`${JSON.stringify(found, null, 2)}\n`);
  return holds(found) ? 0 : 1;
}

main(process.argv.slice(2)).then(
  (code) => {
    process.exitCode = code;
  },
  (cause) => {
    say(cause instanceof Error ? (cause.stack ?? cause.message) : String(cause));
    process.exitCode = 1;
  },
);
