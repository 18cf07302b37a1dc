import type { OperatorWords } from '../platform/config/operator-words.ts';

/** The options as parsed: `true` for a flag, text for an option with a value. */
export type OptionValues = Record<string, string | boolean | undefined>;

/** What a command is handed. Results go to `out`, everything else to `say`. */
export type CommandArgs = {
  readonly values: OptionValues;
  readonly positionals: string[];
  /** Results are for a program: one JSON value on standard output, and nothing else there. */
  readonly json: boolean;
  /** A result, on standard output: as it is if it is text, as JSON otherwise or with --json. */
  readonly out: (value: unknown) => void;
  /** A line for the person at the terminal, on standard error. */
  readonly say: (line: string) => void;
};

/** An option as `parseArgs` takes it, with the sentence that `help` shows. */
export type CommandOption = {
  readonly type: 'string' | 'boolean';
  readonly short?: string;
  readonly default?: string | boolean;
  readonly help?: OperatorWords;
};

export type Command = {
  readonly options: Readonly<Record<string, CommandOption>>;
  /** How help names the words after the command, such as `<file>`; without it there may be none. */
  readonly positionals?: string;
  /** Returns the exit code. An OperatorError is shown as its message alone. */
  readonly run: (args: CommandArgs) => Promise<number>;
};

/** A command of the product is loaded when it is called; a developer's one is a script that gets all the words. */
export type CommandEntry = { readonly summary: OperatorWords; readonly developer?: boolean } & (
  | { readonly load: () => Promise<{ command: Command }> }
  | { readonly script: string }
);

/** Options that every command takes. */
export const commonOptions = {
  'data-dir': { type: 'string', help: { zh: '数据文件夹（默认 ./var）', en: 'data folder (default ./var)' } },
  'database-url': {
    type: 'string',
    help: { zh: '外部 PostgreSQL（亦可用 DATABASE_URL）', en: 'an outside PostgreSQL (also DATABASE_URL)' },
  },
  json: { type: 'boolean', help: { zh: '以 JSON 输出结果', en: 'results as JSON' } },
  help: { type: 'boolean', short: 'h', help: { zh: '说明本命令', en: 'explain this command' } },
} as const satisfies Record<string, CommandOption>;

/** Every command of `./huiying`, in the order in which help lists them. */
export const commands: Readonly<Record<string, CommandEntry>> = {
  serve: {
    summary: { zh: '启动回应', en: 'start Huiying' },
    load: () => import('./serve.ts'),
  },
  import: {
    summary: { zh: '转入别处的历史台账', en: 'take over a ledger kept elsewhere' },
    load: () => import('./import/import.ts'),
  },
  figures: {
    summary: { zh: '期间指标', en: 'the indicators of a period' },
    load: () => import('./figures.ts'),
  },
  calendar: {
    summary: {
      zh: '登记一年的放假安排，列出要改的日期，批准后重算',
      en: 'enter a year’s days off, list the dates it moves, and count them again once approved',
    },
    load: () => import('./calendar/calendar.ts'),
  },
  explain: {
    summary: {
      zh: '为什么是这个日期、为什么这一步不能办',
      en: 'why a date is that date, and why an act is not open',
    },
    load: () => import('./explain.ts'),
  },
  verify: {
    summary: { zh: '逐条重放，核对全部记录', en: 'replay every history and compare' },
    load: () => import('./verify.ts'),
  },
  checkpoint: {
    summary: {
      zh: '另存总账的检查点：放到别处，此前的记录谁也改不了',
      en: 'keep a checkpoint of the log elsewhere: nothing recorded before can change unseen',
    },
    load: () => import('./checkpoint.ts'),
  },
  keys: {
    summary: {
      zh: '看密钥、换密钥，不必停机',
      en: 'list the keys, and change them while it runs',
    },
    load: () => import('./keys.ts'),
  },
  backup: {
    summary: {
      zh: '把全部数据备份成一个加密文件，不必停机',
      en: 'back everything up into one encrypted file, while it runs',
    },
    load: () => import('./backup.ts'),
  },
  restore: {
    summary: { zh: '把备份恢复到空的数据库，并核对', en: 'restore a backup into an empty database, and verify it' },
    load: () => import('./restore.ts'),
  },
  clock: {
    summary: { zh: '计算期限何时届满', en: 'when a period ends' },
    load: async () => ({ command: (await import('./clock.ts')).clock }),
  },
  migrate: {
    summary: { zh: '把数据库结构更新到本版本', en: 'bring the database schema up to this version' },
    load: () => import('./migrate.ts'),
  },
  help: {
    summary: { zh: '列出命令，或说明一个命令', en: 'list the commands, or explain one' },
    load: () => import('./help.ts'),
  },
  'generate-types': {
    summary: { zh: '由数据库结构生成 src/db/tables.ts', en: 'write src/db/tables.ts from the schema' },
    developer: true,
    load: () => import('./generate-types.ts'),
  },
  test: { summary: { zh: '运行全部测试', en: 'run every test' }, developer: true, script: 'scripts/test.ts' },
  bench: { summary: { zh: '测量速度', en: 'measure the speed' }, developer: true, script: 'bench/run.ts' },
  prove: {
    summary: { zh: '运行耗时的验证', en: 'run the long proofs' },
    developer: true,
    script: 'scripts/prove.ts',
  },
};
