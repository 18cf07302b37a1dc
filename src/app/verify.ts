import { verify } from '../ledger/verify.ts';
import { inOperatorLanguage } from '../platform/config/operator-words.ts';
import type { Command } from './commands.ts';
import { openCity } from './open-city.ts';

/** Replays every history, or one, and compares it with what is stored. Exit code 1 when something is wrong. */
export const command: Command = {
  options: {
    matter: { type: 'string', help: { zh: '只核对这一个编号', en: 'only this number' } },
  },
  run: async ({ values, json, out, say }) => {
    const city = await openCity({ values, say, max: 3 });
    try {
      const number = values.matter;
      const only = typeof number === 'string' ? { region: number.slice(0, 6), stream: number } : undefined;
      const result = await verify(city.ledger, only);
      if (json) out(result);
      else {
        const { streams, facts, rows, wrong } = result;
        out(
          inOperatorLanguage({
            zh: `核对了 ${streams} 段经过、${facts} 条事实、${rows} 行：${wrong.length === 0 ? '全部相符。' : '有不符之处：'}`,
            en: `${streams} histories, ${facts} facts, ${rows} rows: ${wrong.length === 0 ? 'all hold.' : 'wrong:'}`,
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
