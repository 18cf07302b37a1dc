import { type Clock, systemClock } from '../clock/clock.ts';

export type LogFields = Readonly<Record<string, unknown>>;

export interface Log {
  info(event: string, fields?: LogFields): void;
  warn(event: string, fields?: LogFields): void;
  /**
   * Records an unexpected failure with its stack, once: an error that passes through several hands is written by the
   * first and ignored by the others.
   */
  fault(cause: unknown, context?: LogFields): void;
  /** The same log with fields added to every line. */
  with(fields: LogFields): Log;
}

type Line = { write(text: string): unknown; isTTY?: boolean };
type Level = 'info' | 'warn' | 'fault';

/**
 * Writes to standard error (standard output belongs to results): one JSON object a line, or a readable line on a
 * terminal. Pass ids and codes, never what a citizen wrote; `Secret` values print as `[secret]`.
 */
export function createLog({
  to = process.stderr,
  clock = systemClock,
  human = to.isTTY === true,
}: {
  to?: Line;
  clock?: Clock;
  human?: boolean;
} = {}): Log {
  const known = new WeakSet<object>();

  function write(level: Level, event: string, fields: LogFields): void {
    const at = clock.now().toISOString();
    if (!human) {
      to.write(`${JSON.stringify({ at, level, event, ...fields }, plain)}\n`);
      return;
    }
    const { stack, ...others } = fields;
    const rest = Object.entries(others).map(([name, value]) => ` ${name}=${inLine(value)}`);
    const mark = level === 'info' ? '' : ` ${level}`;
    to.write(`${at.slice(11, 19)}${mark} ${event}${rest.join('')}\n${typeof stack === 'string' ? `${stack}\n` : ''}`);
  }

  function logWith(base: LogFields): Log {
    return {
      info: (event, fields) => write('info', event, { ...base, ...fields }),
      warn: (event, fields) => write('warn', event, { ...base, ...fields }),
      fault: (cause, context) => {
        if (typeof cause === 'object' && cause !== null) {
          if (known.has(cause)) return;
          known.add(cause);
        }
        write('fault', cause instanceof Error ? sayOf(cause) : String(cause), {
          ...base,
          ...context,
          ...story(cause),
        });
      },
      with: (fields) => logWith({ ...base, ...fields }),
    };
  }
  return logWith({});
}

/** The process's own log. */
export const log: Log = createLog();

/**
 * What is wrong, less what it is wrong with: a database that cannot read a value (SQLSTATE class 22) and JSON that cannot
 * be parsed quote what they were given, and that may be a citizen's own words.
 */
function sayOf(error: Error): string {
  return quotes(error) ? error.message.replace(QUOTED, '"…"') : error.message;
}

/** From the first quotation mark to the last: what is quoted may hold marks of its own. */
const QUOTED = /(?:"|')[\s\S]*(?:"|')/;

function quotes(error: Error): boolean {
  if (error instanceof SyntaxError) return true;
  return 'code' in error && typeof error.code === 'string' && /^22[\dA-Z]{3}$/.test(error.code);
}

/** Stack and chain of causes. A database error's `detail` may quote a row, and so a person: it is left out. */
function story(cause: unknown): LogFields {
  if (!(cause instanceof Error)) return {};
  const code = 'code' in cause ? { code: cause.code } : {};
  const stacks: string[] = [];
  for (let link: unknown = cause; link instanceof Error && stacks.length < 5; link = link.cause) {
    // A stack begins with the message, in one piece.
    stacks.push((link.stack ?? link.message).replace(link.message, () => sayOf(link)));
  }
  return { ...code, stack: stacks.join('\ncaused by ') };
}

function plain(_name: string, value: unknown): unknown {
  if (typeof value === 'bigint') return value.toString();
  return value instanceof Error ? value.message : value;
}

function inLine(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value, plain);
}
