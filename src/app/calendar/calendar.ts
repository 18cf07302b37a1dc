import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { isRefusal, type Refusal } from '../../domain/refusals.ts';
import { OperatorError } from '../../platform/config/operator-error.ts';
import { inOperatorLanguage } from '../../platform/config/operator-words.ts';
import type { Command, CommandArgs } from '../commands.ts';
import { type City, openCity } from '../open-city.ts';
import { advanceRun } from '../recount/advance.ts';
import { viewRun } from '../recount/read.ts';
import type { RunView } from '../recount/recount.contract.ts';
import { approveRun } from '../recount/runs.ts';
import { NoticeShape } from './calendar.contract.ts';
import { publishYear } from './publish.ts';

const NoticeFile = NoticeShape.extend({ year: z.number().int().min(1949).max(2999) });
const SYSTEM = { kind: 'system' } as const;

/** Enters a year's notice from a JSON file and lists what it moves; approves a list; or says which years are entered. */
export const command: Command = {
  options: {
    publish: {
      type: 'string',
      help: {
        zh: '放假安排的 JSON 文件：year、off、on、names、source',
        en: 'JSON file of the notice: year, off, on, names, source',
      },
    },
    approve: {
      type: 'boolean',
      help: {
        zh: '批准重算：与 --publish 同用，或 calendar --approve 重算编号',
        en: 'approve the recount: with --publish, or calendar --approve RUN',
      },
    },
  },
  positionals: '[run]',
  run: async ({ values, positionals, json, out, say }) => {
    const city = await openCity({ values, say, max: 4 });
    try {
      const file = values.publish;
      const [run] = positionals;
      if (typeof file === 'string') return await publish(city, file, values.approve === true, { json, out });
      if (run !== undefined || values.approve === true)
        return await approve(city, run, values.approve === true, { json, out });
      const years = Object.keys(city.ledger.reference.calendar.years).map(Number);
      if (json) out({ published: years, version: city.ledger.reference.calendar.version });
      else out(inOperatorLanguage({ zh: `已公布：${years.join('、')}`, en: `Published: ${years.join(', ')}` }));
      return 0;
    } finally {
      await city.close();
    }
  },
};

type Printing = Pick<CommandArgs, 'json' | 'out'>;

async function publish({ ledger }: City, file: string, approved: boolean, { json, out }: Printing): Promise<number> {
  const published = allowed(await publishYear(ledger, SYSTEM, { status: 'published', ...readNotice(file) }));
  await advanceRun(ledger, published.run);
  if (approved) await carryOut({ ledger }, published.run);
  const run = allowed(await viewRun(ledger, published.run));
  if (json) out({ ...published, run });
  else {
    out(inOperatorLanguage({ zh: `${published.year} 年已登记。`, en: `${published.year} entered.` }));
    tell(run, out);
  }
  return 0;
}

async function approve(
  { ledger }: City,
  run: string | undefined,
  approved: boolean,
  { json, out }: Printing,
): Promise<number> {
  if (run === undefined || !z.uuid().safeParse(run).success)
    throw new OperatorError({
      zh: '请写重算编号：calendar --approve 编号',
      en: 'Name the run: calendar --approve RUN',
    });
  if (approved) await carryOut({ ledger }, run);
  const view = allowed(await viewRun(ledger, run));
  if (json) out({ run: view });
  else tell(view, out);
  return 0;
}

async function carryOut({ ledger }: Pick<City, 'ledger'>, run: string): Promise<void> {
  allowed(await approveRun(ledger, SYSTEM, run));
  await advanceRun(ledger, run);
}

function tell(run: RunView, out: CommandArgs['out']): void {
  const { looked, cases, clocks, applied } = run;
  out(
    run.state === 'done'
      ? inOperatorLanguage({
          zh: `已重算 ${applied} 件。`,
          en: `${applied} cases counted again.`,
        })
      : inOperatorLanguage({
          zh: `看了 ${looked} 件在办的，${cases} 件的 ${clocks} 个日期会变。还没有改动；批准：./huiying calendar --approve ${run.run}`,
          en: `${looked} running cases looked at; ${clocks} dates of ${cases} cases would change. Nothing has moved yet; approve with ./huiying calendar --approve ${run.run}`,
        }),
  );
}

function allowed<T>(outcome: T | Refusal): T {
  if (isRefusal(outcome)) throw new OperatorError(outcome.said);
  return outcome;
}

function readNotice(file: string): z.infer<typeof NoticeFile> {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch {
    throw new OperatorError({ zh: `读不到文件 ${file}`, en: `Cannot read the file ${file}` });
  }
  try {
    return NoticeFile.parse(JSON.parse(text));
  } catch (cause) {
    const where =
      cause instanceof z.ZodError
        ? cause.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('; ')
        : String(cause);
    throw new OperatorError({ zh: `文件不是放假安排：${where}`, en: `The file is no notice of days off: ${where}` });
  }
}
