import { resolve } from 'node:path';
import { OperatorError } from './operator-error.ts';
import type { OperatorWords } from './operator-words.ts';
import { Secret } from './secret.ts';

/** How to read one setting: where its text comes from, what it is without one, and how the text becomes a value. */
export type Setting<T> = {
  /** Environment variable. */
  readonly env: string;
  /** Command-line option without its dashes; it wins over the environment. */
  readonly option?: string;
  readonly fallback?: string;
  /** Turns the text into a value; throws {@link SettingProblem} where it cannot. `undefined` = not given at all. */
  readonly read: (text: string | undefined) => T;
};

export type SettingsOf<S extends Record<string, Setting<unknown>>> = {
  readonly [K in keyof S]: S[K] extends Setting<infer T> ? T : never;
};

/** Why one text is no good value; `readSettings` adds whose text it was. */
export class SettingProblem extends Error {
  readonly words: OperatorWords;

  constructor(words: OperatorWords) {
    super(words.en);
    this.words = words;
  }
}

/** Where the texts come from. An empty text counts as not given, as in a half-filled environment file. */
export type Sources = {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly options?: Readonly<Record<string, unknown>>;
};

/** Step one: the texts, as strings, nothing judged. */
export function gatherStrings<S extends Record<string, Setting<unknown>>>(
  spec: S,
  { env, options = {} }: Sources,
): Record<keyof S, string | undefined> {
  const strings: Record<string, string | undefined> = {};
  for (const [name, setting] of Object.entries(spec)) {
    const option = setting.option === undefined ? undefined : options[setting.option];
    strings[name] = (typeof option === 'string' && option) || env[setting.env] || setting.fallback;
  }
  return strings as Record<keyof S, string | undefined>;
}

/**
 * Step two: typed values. Every problem is collected, so that the operator mends them in one go.
 * @throws OperatorError listing each setting at fault by the name the operator knows.
 */
export function readSettings<S extends Record<string, Setting<unknown>>>(spec: S, sources: Sources): SettingsOf<S> {
  const strings = gatherStrings(spec, sources);
  const values: Record<string, unknown> = {};
  const problems: OperatorWords[] = [];
  for (const [name, setting] of Object.entries(spec)) {
    try {
      values[name] = setting.read(strings[name]);
    } catch (cause) {
      if (!(cause instanceof SettingProblem)) throw cause;
      const known = setting.option === undefined ? setting.env : `--${setting.option} / ${setting.env}`;
      problems.push({ zh: `${known}：${cause.words.zh}`, en: `${known}: ${cause.words.en}` });
    }
  }
  if (problems.length > 0) {
    throw new OperatorError({
      zh: problems.map(({ zh }) => zh).join('\n'),
      en: problems.map(({ en }) => en).join('\n'),
    });
  }
  return values as SettingsOf<S>;
}

/** A folder, made absolute. */
export function folder(text: string | undefined): string {
  if (text === undefined) throw new SettingProblem({ zh: '请给出一个文件夹', en: 'name a folder' });
  return resolve(text);
}

/** A text that may be absent. */
export function optionalText(text: string | undefined): string | undefined {
  return text;
}

/** A text that must be there. */
export function requiredText(text: string | undefined): string {
  if (text === undefined) throw new SettingProblem({ zh: '必须给出', en: 'is required' });
  return text;
}

/** A secret that may be absent. */
export function optionalSecret(text: string | undefined): Secret | undefined {
  return text === undefined ? undefined : new Secret(text);
}

/** A TCP port to listen on, 0 (any free one) to 65535. */
export function port(text: string | undefined): number {
  return wholeNumber({ least: 0, most: 65_535 })(text);
}

/** A whole number within bounds, both included. */
export function wholeNumber({ least, most }: { least: number; most: number }): (text: string | undefined) => number {
  return (text) => {
    const value = /^\d{1,15}$/.test(text ?? '') ? Number(text) : Number.NaN;
    if (value >= least && value <= most) return value;
    throw new SettingProblem({
      zh: `须为 ${least} 至 ${most} 的整数，现为“${text ?? ''}”`,
      en: `must be a whole number from ${least} to ${most}, not “${text ?? ''}”`,
    });
  };
}

/** An http(s) address without path, query or trailing slash, as links in papers and notices begin; may be absent. */
export function optionalOrigin(text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url !== undefined && /^https?:$/.test(url.protocol) && url.pathname === '/' && url.search === '')
    return url.origin;
  throw new SettingProblem({
    zh: `须为 https://host 形式的网址，不带路径，现为“${text}”`,
    en: `must be an address like https://host without a path, not “${text}”`,
  });
}

/** Where clamd listens: a path, or `host:port`; may be absent. */
export function optionalScanner(
  text: string | undefined,
): { path: string } | { host: string; port: number } | undefined {
  if (text === undefined) return undefined;
  if (text.startsWith('/')) return { path: text };
  const [, host, digits] = /^(.+):(\d{1,5})$/.exec(text) ?? [];
  const port = Number(digits);
  if (host !== undefined && port > 0 && port < 65_536) return { host: host.replace(/^\[(.*)\]$/, '$1'), port };
  throw new SettingProblem({
    zh: `须为套接字的路径（/run/clamav/clamd.ctl）或 主机:端口，现为“${text}”`,
    en: `must be the path of a socket (/run/clamav/clamd.ctl) or host:port, not “${text}”`,
  });
}

/** A PostgreSQL address, which holds a password and so is a secret; may be absent. The text is never repeated. */
export function optionalDatabaseUrl(text: string | undefined): Secret | undefined {
  if (text === undefined) return undefined;
  if (/^postgres(ql)?:\/\//.test(text)) return new Secret(text);
  throw new SettingProblem({
    zh: '须以 postgresql:// 开头，如 postgresql://用户:密码@主机:5432/huiying',
    en: 'must begin with postgresql://, as in postgresql://user:password@host:5432/huiying',
  });
}
