import { z } from 'zod';
import type { FuzzRequest } from './request.ts';
import type { FuzzAnswer } from './send.ts';

const sentence = z.strictObject({ zh: z.string().regex(/\p{Script=Han}/u), en: z.string().regex(/[A-Za-z]/) });

const refusal = z.strictObject({
  error: z.strictObject({
    code: z.string().regex(/^[a-z0-9]+([.-][a-z0-9]+)*$/),
    said: sentence,
    article: z.string().min(1).optional(),
    field: z.string().optional(),
    also: z.array(z.strictObject({ field: z.string(), said: sentence })).optional(),
    requestId: z.uuid(),
  }),
});

/** What tells of the inside: places in code, names of errors, what a database says, and SQL as it is written here. */
const INSIDE: readonly RegExp[] = [
  /\n\s+at .+:\d+:\d+/,
  /node_modules|node:internal|file:\/\/\//,
  /\b[\w-]+\.tsx?:\d+/,
  /\b(Type|Range|Reference|Syntax|Zod|Database)Error\b|FST_ERR|ECONN/,
  /invalid byte sequence|syntax error at|violates .{0,30}constraint|unsupported Unicode|out of range for type|relation "/,
  /\bselect [\w., *]+ from \w|\binsert into \w+ |\bupdate \w+ set /,
];

/** What is wrong with this answer; undefined where nothing is. */
export function findWrong(request: Pick<FuzzRequest, 'method' | 'url'>, answer: FuzzAnswer): string | undefined {
  const { status, text, type } = answer;
  if (status >= 500) return `status ${status}: ${text.slice(0, 400)}`;
  if (status < 200 || status === 204) return `status ${status} means nothing here`;
  const leak = findLeak(text);
  if (leak !== undefined) return leak;
  if (status < 400 || request.method === 'HEAD' || !/^\/api([/?]|$)/.test(request.url)) return undefined;
  if (!type.startsWith('application/json')) return `a refusal of the interface as ${type}: ${text.slice(0, 200)}`;
  return findShapeless(text);
}

/** What is wrong with a refusal as JSON. */
export function findShapeless(text: string): string | undefined {
  const read = refusal.safeParse(JSON.parse(text));
  if (read.success) return undefined;
  return `not the shape of an error: ${z.prettifyError(read.error)} in ${text.slice(0, 400)}`;
}

/** What this text tells of the inside, if anything. */
export function findLeak(text: string): string | undefined {
  const leak = [...INSIDE, new RegExp(process.cwd())].find((inside) => inside.test(text));
  return leak && `tells of the inside (${leak}): ${around(text, leak)}`;
}

function around(text: string, pattern: RegExp): string {
  const at = text.search(pattern);
  return text.slice(Math.max(0, at - 80), at + 200);
}

/** How many of each, by group. */
export class Tally {
  /** Whose handler was called at least once. */
  readonly doors = new Set<string>();
  readonly byGroup = new Map<string, Map<string, number>>();
  sent = 0;
  handled = 0;
  atGate = 0;
  /** Writing requests that were granted. */
  acted = 0;

  count(request: FuzzRequest, { status, handled }: FuzzAnswer): void {
    this.sent += 1;
    if (handled) this.doors.add(request.door);
    if (handled) this.handled += 1;
    else if ([401, 403, 404, 429].includes(status)) this.atGate += 1;
    if (handled && request.payload !== undefined && status < 400) this.acted += 1;
    const row = this.byGroup.get(request.group) ?? new Map<string, number>();
    this.byGroup.set(request.group, row);
    for (const name of ['sent', `${Math.floor(status / 100)}xx`, ...(handled ? ['handled'] : [])]) {
      row.set(name, (row.get(name) ?? 0) + 1);
    }
  }

  /** A table of it, a group a line. */
  lines(): readonly string[] {
    const columns = ['sent', 'handled', '2xx', '3xx', '4xx', '5xx'];
    const line = (name: string, cells: readonly (string | number)[]): string =>
      name.padEnd(22) + cells.map((cell) => String(cell).padStart(9)).join('');
    const rows = [...this.byGroup].sort(([a], [b]) => (a < b ? -1 : 1));
    const all = columns.map((column) => rows.reduce((sum, [, row]) => sum + (row.get(column) ?? 0), 0));
    return [
      line('', columns),
      ...rows.map(([name, row]) =>
        line(
          name,
          columns.map((column) => row.get(column) ?? 0),
        ),
      ),
      line('all', all),
    ];
  }
}
