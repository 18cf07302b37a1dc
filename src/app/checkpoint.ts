import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { findCheckpoint } from '../ledger/log/prove.ts';
import { logSigner, seal } from '../ledger/log/seal.ts';
import { OperatorError } from '../platform/config/operator-error.ts';
import { inOperatorLanguage } from '../platform/config/operator-words.ts';
import type { Command } from './commands.ts';
import { openCity } from './open-city.ts';

/** Takes in what waits and gives the newest checkpoint away: to a folder, or to whoever reads the output. */
export const command: Command = {
  options: {
    out: {
      type: 'string',
      help: { zh: '写到这个文件夹，文件名里有大小', en: 'write it to this folder, named by its size' },
    },
  },
  run: async ({ values, json, out, say }) => {
    const city = await openCity({ values, say, max: 3 });
    try {
      await seal(city.ledger);
      const newest = await findCheckpoint(city.ledger);
      if (newest === undefined)
        throw new OperatorError({
          zh: '还没有任何记录，没有检查点。',
          en: 'Nothing was recorded yet: there is no checkpoint.',
        });
      const { verifierKey } = logSigner(city.ledger);
      const path = typeof values.out === 'string' ? write(values.out, newest) : undefined;
      if (json) out({ size: newest.size, at: newest.at, note: newest.note, verifierKey, ...(path ? { path } : {}) });
      else if (path === undefined) out(newest.note);
      else
        say(
          inOperatorLanguage({
            zh: `前 ${newest.size} 条的检查点已存到 ${path}。公钥：${verifierKey}`,
            en: `The checkpoint over ${newest.size} entries is in ${path}. Public key: ${verifierKey}`,
          }),
        );
      return 0;
    } finally {
      await city.close();
    }
  },
};

function write(folder: string, { size, note }: { size: number; note: string }): string {
  const path = join(folder, `checkpoint-${size}.txt`);
  try {
    mkdirSync(folder, { recursive: true });
    writeFileSync(path, note);
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new OperatorError({ zh: `写不进 ${path}：${reason}`, en: `Cannot write ${path}: ${reason}` });
  }
  return path;
}
