import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { inOperatorLanguage } from '../platform/config/operator-words.ts';

const ROOT = join(import.meta.dirname, '../..');

/** Builds the workbench when its sources are not those of the last build. Takes some ten seconds, once a version. */
export async function buildWorkbench(say: (line: string) => void): Promise<void> {
  const stamp = join(ROOT, 'dist/workbench/built-from');
  const wanted = sourceStamp();
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;
  say(
    inOperatorLanguage({
      zh: '正在构建工作台（只在第一次和更新以后）……',
      en: 'Building the workbench (first start and after updates only)…',
    }),
  );
  const { build } = await import('vite');
  await build({ configFile: join(ROOT, 'vite.config.ts'), logLevel: 'error' });
  writeFileSync(stamp, wanted);
}

/** Sizes and times would lie after a checkout; the contents do not. */
function sourceStamp(): string {
  const hash = createHash('sha256');
  for (const file of ['vite.config.ts', 'package-lock.json', ...listed(join(ROOT, 'src'))])
    hash.update(file).update(readFileSync(join(ROOT, file)));
  return hash.digest('hex');
}

function listed(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter(
      (name) =>
        /\.(ts|tsx|css|html)$/.test(name) &&
        !name.includes('.test.') &&
        /(^|\/)(web|workbench|domain|text|ui)\/|\.(rules|contract|texts)\.ts$/.test(name),
    )
    .filter((name) => statSync(join(folder, name)).isFile())
    .map((name) => join('src', name))
    .sort();
}
