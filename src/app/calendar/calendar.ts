import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { isRefusal } from '../../domain/refusals.ts';
import { OperatorError } from '../../platform/config/operator-error.ts';
import { inOperatorLanguage } from '../../platform/config/operator-words.ts';
import type { Command } from '../commands.ts';
import { openCity } from '../open-city.ts';
import { NoticeShape } from './calendar.contract.ts';
import { publishYear } from './publish.ts';

const NoticeFile = NoticeShape.extend({ year: z.number().int().min(1949).max(2999) });

/** Enters a year's notice from a JSON file, or says which years are entered. */
export const command: Command = {
  options: {
    publish: {
      type: 'string',
      help: {
        zh: '放假安排的 JSON 文件：year、off、on、names、source',
        en: 'JSON file of the notice: year, off, on, names, source',
      },
    },
  },
  run: async ({ values, json, out, say }) => {
    const city = await openCity({ values, say, max: 3 });
    try {
      const file = values.publish;
      if (typeof file !== 'string') {
        const years = Object.keys(city.ledger.reference.calendar.years).map(Number);
        if (json) out({ published: years, version: city.ledger.reference.calendar.version });
        else out(inOperatorLanguage({ zh: `已公布：${years.join('、')}`, en: `Published: ${years.join(', ')}` }));
        return 0;
      }
      const published = await publishYear(
        city.ledger,
        { kind: 'system' },
        { status: 'published', ...readNotice(file) },
      );
      if (isRefusal(published)) throw new OperatorError(published.said);
      if (json) out(published);
      else {
        const { year, looked, recounted } = published;
        out(
          inOperatorLanguage({
            zh: `${year} 年已登记；查看 ${looked} 件，重新计算 ${recounted} 件。`,
            en: `${year} entered; ${looked} histories looked at, ${recounted} counted again.`,
          }),
        );
      }
      return 0;
    } finally {
      await city.close();
    }
  },
};

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
