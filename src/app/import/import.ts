import { once } from 'node:events';
import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { finished } from 'node:stream/promises';
import { loadDivisions } from '../../actors/bodies/server/public.ts';
import { divisionPrefix } from '../../domain/bodies.ts';
import type { Ledger } from '../../ledger/ledger.ts';
import { OperatorError } from '../../platform/config/operator-error.ts';
import { inOperatorLanguage } from '../../platform/config/operator-words.ts';
import type { Command, CommandArgs } from '../commands.ts';
import { openCity } from '../open-city.ts';
import { CITY_CODE } from '../seed/divisions.ts';
import { isFormat } from './formats.rules.ts';
import { importTexts } from './import.texts.ts';
import { importLedger, type RowResult, type Summary } from './import-ledger.ts';
import { readLines } from './lines.ts';

/** The office whose register it is where no other is named; on an empty installation it stands for the city. */
const DEFAULT_BODY = 'city-petition';

/**
 * `import`: takes over a ledger kept elsewhere, one JSON object a line. Returns 0 also where rows were refused: they are
 * counted, named and told why; 1 where no row could be taken at all; 2 where it was called wrongly.
 */
export const command: Command = {
  options: {
    as: { type: 'string', help: { zh: '文件格式：replies 或 hotline', en: 'what the file is: replies or hotline' } },
    report: {
      type: 'string',
      help: {
        zh: '把每一行的结果写入这个文件，每行一个 JSON',
        en: 'write the result of each row here, one JSON a line',
      },
    },
    body: {
      type: 'string',
      help: { zh: `收件单位编号（默认 ${DEFAULT_BODY}）`, en: `the body that received them (default ${DEFAULT_BODY})` },
    },
    source: {
      type: 'string',
      help: {
        zh: '来源名称，同名来源的同一编号只登记一次（默认同格式名）',
        en: 'name of the source, whose ids are taken once (default: that of the format)',
      },
    },
  },
  positionals: '<file>',
  run: runImport,
};

export async function runImport(args: CommandArgs): Promise<number> {
  const [file, ...more] = args.positionals;
  const { as, source, report } = args.values;
  if (file === undefined || more.length > 0 || !isFormat(as)) {
    args.say(inOperatorLanguage(importTexts.usage));
    return 2;
  }
  if (source !== undefined && (typeof source !== 'string' || !/^[\p{L}\p{N}._-]{1,50}$/u.test(source))) {
    args.say(inOperatorLanguage(importTexts.source));
    return 2;
  }
  /* A wrong path should not cost the start of a server. */
  if (file !== '-') await (await openFile(file)).close();
  const results = typeof report === 'string' ? await openReport(report) : undefined;
  const city = await openCity({ ...args, max: 4 });
  const { ledger } = city;
  try {
    const body = bodyOf(ledger, args.values.body);
    const input = file === '-' ? process.stdin : createReadStream(file, { highWaterMark: 262_144 });
    const summary = await importLedger({
      ledger,
      lines: readLines(input),
      as,
      body,
      divisions: await namesWithin(ledger, body.division),
      ...(typeof source === 'string' ? { source } : {}),
      say: args.say,
      ...(results ? { report: results.write } : {}),
    });
    if (args.json) args.out(summary);
    else for (const line of describe(summary)) args.out(line);
    if (summary.refused > 0 && summary.refused === summary.rows) {
      args.say(inOperatorLanguage(importTexts.noneTaken));
      return 1;
    }
    return 0;
  } finally {
    await city.close();
    await results?.close();
  }
}

function bodyOf(ledger: Ledger, named: string | boolean | undefined): { id: string; division: string } {
  const id = typeof named === 'string' ? named : DEFAULT_BODY;
  const body = ledger.reference.bodies.find(id);
  if (body) return { id, division: body.division };
  if (named === undefined && ledger.reference.bodies.all().length === 0) return { id, division: CITY_CODE };
  throw new OperatorError(importTexts.noBody(id));
}

/** Codes of the districts within the body's territory by name; a name that two share tells nothing. */
async function namesWithin(ledger: Ledger, division: string): Promise<ReadonlyMap<string, string>> {
  const prefix = divisionPrefix(division);
  const byName = Map.groupBy(
    (await loadDivisions(ledger.pool)).filter(({ code }) => code.length === 6 && code.startsWith(prefix)),
    ({ name }) => name.zh,
  );
  return new Map(
    [...byName].flatMap(([name, [only, second]]) => (only && !second ? [[name, only.code] as const] : [])),
  );
}

async function openFile(file: string) {
  try {
    const handle = await open(file, 'r');
    if (!(await handle.stat()).isDirectory()) return handle;
    await handle.close();
  } catch (cause) {
    throw new OperatorError(importTexts.unread(file, reasonOf(cause)));
  }
  throw new OperatorError(importTexts.unread(file, 'EISDIR'));
}

async function openReport(file: string) {
  const handle = await open(file, 'w').catch((cause: unknown) => {
    throw new OperatorError(importTexts.unwritable(file, reasonOf(cause)));
  });
  const stream = handle.createWriteStream();
  const failure = finished(stream).catch((cause: unknown) => {
    throw new OperatorError(importTexts.unwritable(file, reasonOf(cause)));
  });
  failure.catch(() => {});
  return {
    write: async (result: RowResult): Promise<void> => {
      if (stream.errored) await failure;
      if (stream.write(`${JSON.stringify(result)}\n`)) return;
      await Promise.race([once(stream, 'drain').catch(() => failure), failure]);
    },
    close: async (): Promise<void> => {
      stream.end();
      await failure;
    },
  };
}

function reasonOf(cause: unknown): string {
  return cause instanceof Error ? cause.message : String(cause);
}

/** The summary for a person at the terminal. */
function describe(summary: Summary): readonly string[] {
  const { daysToAnswer: days, answeredWithin: within, answeredWithinShare: shares } = summary;
  const say = (value: number | null): string => (value === null ? '—' : String(value));
  const bound = (key: keyof typeof within): string =>
    `${key.slice(1)}: ${within[key]} (${shares[key] === null ? '—' : `${shares[key]?.toFixed(2)} %`})`;
  const words = [
    [`本次读入 ${summary.rows} 行`, `read ${summary.rows}`],
    [`新登记 ${summary.registered}`, `registered ${summary.registered}`],
    [`已有 ${summary.already}`, `already there ${summary.already}`],
    [`未登记 ${summary.refused}`, `refused ${summary.refused}`],
    [
      `来源 ${summary.source} 共 ${summary.stored} 件，有答复日期 ${summary.answered}，答复日期不明或未答复 ${summary.answerUnknown}`,
      `source ${summary.source}: ${summary.stored} stored, ${summary.answered} answered on a known day, ${summary.answerUnknown} without one`,
    ],
    [
      `答复用时（日，收到当日不计）：平均 ${say(days.mean)}，中位数 ${say(days.p50)}，九成在 ${say(days.p90)} 内，最长 ${say(days.max)}`,
      `days to answer (day of receipt not counted): mean ${say(days.mean)}, median ${say(days.p50)}, 90th percentile ${say(days.p90)}, longest ${say(days.max)}`,
    ],
    [
      `若干日内答复：${bound('d15')}，${bound('d30')}，${bound('d60')}，${bound('d90')}`,
      `answered within days: ${bound('d15')}, ${bound('d30')}, ${bound('d60')}, ${bound('d90')}`,
    ],
  ] as const;
  return words.map(([zh, en]) => inOperatorLanguage({ zh, en }));
}
