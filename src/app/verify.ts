import { readFileSync } from 'node:fs';
import type { KeptNote } from '../ledger/log/check-log.ts';
import { verify } from '../ledger/verify.ts';
import { OperatorError } from '../platform/config/operator-error.ts';
import { inOperatorLanguage } from '../platform/config/operator-words.ts';
import type { Command } from './commands.ts';
import { openCity } from './open-city.ts';

/** Replays every history, or one, and compares it with what is stored. Exit code 1 when something is wrong. */
export const command: Command = {
  options: {
    matter: { type: 'string', help: { zh: '只核对这一个编号', en: 'only this number' } },
    since: {
      type: 'string',
      help: { zh: '连同以前另存的检查点文件一起核对', en: 'also against a checkpoint file kept from before' },
    },
  },
  run: async ({ values, json, out, say }) => {
    const city = await openCity({ values, say, max: 3 });
    try {
      const number = values.matter;
      const only = typeof number === 'string' ? { region: number.slice(0, 6), stream: number } : undefined;
      const result = await verify(city.ledger, only, readKept(values.since));
      if (json) out(result);
      else {
        const { streams, facts, rows, log, wrong } = result;
        out(
          inOperatorLanguage({
            zh: `核对了 ${streams} 段经过、${facts} 条事实、${rows} 行${log ? `，总账 ${log.size} 条（${log.waiting} 条待入）、检查点 ${log.checkpoints} 个` : ''}：${wrong.length === 0 ? '全部相符。' : '有不符之处：'}`,
            en: `${streams} histories, ${facts} facts, ${rows} rows${log ? `, ${log.size} log entries (${log.waiting} waiting), ${log.checkpoints} checkpoints` : ''}: ${wrong.length === 0 ? 'all hold.' : 'wrong:'}`,
          }),
        );
        for (const line of wrong) out(`  ${line}`);
      }
      return result.wrong.length === 0 ? 0 : 1;
    } finally {
      await city.close();
    }
  },
};

/** A checkpoint that was taken away and is brought back, as `./huiying checkpoint` and the public address give it. */
function readKept(path: string | boolean | undefined): readonly KeptNote[] {
  if (typeof path !== 'string') return [];
  try {
    return [{ name: path, note: readFileSync(path, 'utf8') }];
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new OperatorError({
      zh: `读不到检查点文件 ${path}：${reason}`,
      en: `Cannot read the checkpoint ${path}: ${reason}`,
    });
  }
}
