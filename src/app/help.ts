import { OperatorError } from '../platform/config/operator-error.ts';
import { inOperatorLanguage } from '../platform/config/operator-words.ts';
import { type Command, type CommandOption, commands, commonOptions } from './commands.ts';

export const command: Command = {
  options: {},
  positionals: '[command]',
  run: async ({ positionals: [name], json, out }) => {
    if (name !== undefined) out(await explain(name));
    else if (json) out(Object.entries(commands).map(([each, { summary }]) => ({ name: each, summary })));
    else out(listCommands());
    return 0;
  },
};

/** All commands with a line each. */
export function listCommands(): string {
  const width = Math.max(...Object.keys(commands).map((name) => name.length));
  const lines = (developer: boolean): string[] =>
    Object.entries(commands)
      .filter(([, entry]) => (entry.developer ?? false) === developer)
      .map(([name, { summary }]) => `  ${name.padEnd(width)}  ${inOperatorLanguage(summary)}`);
  return [
    inOperatorLanguage({ zh: '用法：./huiying <命令> [选项]', en: 'Usage: ./huiying <command> [options]' }),
    '',
    ...lines(false),
    '',
    inOperatorLanguage({ zh: '开发：', en: 'For developers:' }),
    ...lines(true),
    '',
    inOperatorLanguage({ zh: '详情：./huiying help <命令>', en: 'More: ./huiying help <command>' }),
  ].join('\n');
}

/** One command with its options. @throws OperatorError for a name that is none. */
export async function explain(name: string): Promise<string> {
  const entry = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (entry === undefined) throw unknownCommand(name);
  const summary = inOperatorLanguage(entry.summary);
  if ('script' in entry) return `./huiying ${name}\n\n${summary}`;
  const { command: loaded } = await entry.load();
  const usage = ['./huiying', name, loaded.positionals, '[options]'].filter((part) => part !== undefined).join(' ');
  return [usage, '', summary, '', ...optionLines({ ...loaded.options, ...commonOptions })].join('\n');
}

/** The complaint about a command that does not exist. */
export function unknownCommand(name: string): OperatorError {
  return new OperatorError({
    zh: `没有“${name}”这个命令。\n\n${listCommands()}`,
    en: `There is no command “${name}”.\n\n${listCommands()}`,
  });
}

function optionLines(options: Readonly<Record<string, CommandOption>>): string[] {
  const rows = Object.entries(options).map(([name, { type, short, help }]) => {
    const flag = `${short === undefined ? '' : `-${short}, `}--${name}${type === 'string' ? ' <…>' : ''}`;
    return [flag, help === undefined ? '' : inOperatorLanguage(help)] as const;
  });
  const width = Math.max(...rows.map(([flag]) => flag.length));
  return rows.map(([flag, help]) => `  ${flag.padEnd(width)}  ${help}`.trimEnd());
}
