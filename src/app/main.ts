/** Where every `./huiying <command>` arrives, under the product's own Node: finds the command, runs it, and ends. */
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { OperatorError } from '../platform/config/operator-error.ts';
import { inOperatorLanguage } from '../platform/config/operator-words.ts';
import { log } from '../platform/log/log.ts';
import { type Command, type CommandEntry, commands, commonOptions, type OptionValues } from './commands.ts';
import { explain, listCommands, unknownCommand } from './help.ts';

const ROOT = join(import.meta.dirname, '..', '..');

/** Exit codes: 0 done, 1 the command failed or found fault, 2 it was called wrongly. */
const CALLED_WRONGLY = 2;

const say = (line: string): void => {
  process.stderr.write(`${line}\n`);
};

async function main([name = 'help', ...words]: string[]): Promise<number> {
  if (name === '--version') {
    const { version }: { version: string } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
    process.stdout.write(`${version}\n`);
    return 0;
  }
  if (name === '--help' || name === '-h') {
    process.stdout.write(`${listCommands()}\n`);
    return 0;
  }
  const entry = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (entry === undefined) {
    say(unknownCommand(name).message);
    return CALLED_WRONGLY;
  }
  return 'script' in entry ? runScript(entry.script, words) : runCommand(name, entry, words);
}

async function runCommand(
  name: string,
  entry: Extract<CommandEntry, { load: unknown }>,
  words: string[],
): Promise<number> {
  const { command } = await entry.load();
  const parsed = parseWords(name, command, words);
  if (parsed === undefined) return CALLED_WRONGLY;
  const { values, positionals } = parsed;
  if (values.help === true) {
    process.stdout.write(`${await explain(name)}\n`);
    return 0;
  }
  const json = values.json === true;
  const out = (value: unknown): void => {
    const text = typeof value === 'string' && !json ? value : JSON.stringify(value, null, json ? 0 : 2);
    process.stdout.write(`${text}\n`);
  };
  return command.run({ values, positionals, json, out, say });
}

function parseWords(
  name: string,
  command: Command,
  words: string[],
): { values: OptionValues; positionals: string[] } | undefined {
  try {
    const { values, positionals } = parseArgs({
      args: words,
      options: { ...command.options, ...commonOptions },
      allowPositionals: command.positionals !== undefined,
      strict: true,
    });
    // No option may be repeated, so none is a list; of a repeated one the last counts.
    return { values: values as OptionValues, positionals };
  } catch (cause) {
    if (!(cause instanceof Error && 'code' in cause && String(cause.code).startsWith('ERR_PARSE_ARGS'))) throw cause;
    say(cause.message);
    say(
      inOperatorLanguage({
        zh: `可用的选项见：./huiying help ${name}`,
        en: `For the options see: ./huiying help ${name}`,
      }),
    );
    return undefined;
  }
}

function runScript(script: string, words: string[]): Promise<number> {
  const child = spawn(process.execPath, [join(ROOT, script), ...words], { cwd: ROOT, stdio: 'inherit' });
  for (const signal of ['SIGTERM', 'SIGHUP', 'SIGINT'] as const) process.on(signal, () => child.kill(signal));
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) => resolve(code ?? 1));
  });
}

/**
 * Whoever kills the front door (`kill -9` of ./huiying) means the whole command. Nothing tells a process that its
 * parent was killed, so look now and then.
 */
function endWithFrontDoor(): void {
  const door = process.ppid;
  if (process.env.HUIYING_FRONT_DOOR !== String(door)) return;
  setInterval(() => {
    if (process.ppid !== door) process.kill(process.pid, 'SIGTERM');
  }, 500).unref();
}

// Output that nobody reads any more (`| head`) is no fault.
process.stdout.on('error', (cause: NodeJS.ErrnoException) => {
  if (cause.code !== 'EPIPE') throw cause;
});
endWithFrontDoor();
main(process.argv.slice(2)).then(
  (code) => {
    process.exitCode = code;
  },
  (cause) => {
    if (cause instanceof OperatorError) say(cause.message);
    else log.fault(cause);
    process.exitCode = 1;
  },
);
