import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestCity, PASSWORD } from '../world/city.ts';

const run = promisify(execFile);
const page = readFileSync(join(import.meta.dirname, '../../docs/api/walkthrough.md'), 'utf8');

/** The commands of the page, as somebody would paste them. */
function commands(): string {
  return [...page.matchAll(/^```bash\n(.*?)^```$/gms)].map((block) => block[1]).join('\n');
}

describe('docs/api/walkthrough.md', () => {
  let city: Awaited<ReturnType<typeof openTestCity>>;
  beforeAll(async () => {
    city = await openTestCity();
  });
  afterAll(() => city.close());

  it('takes one petition from filing to both ratings, as written', async () => {
    const base = await city.listen();
    const { stdout } = await run('bash', ['-euo', 'pipefail', '-c', commands()], {
      env: { ...process.env, BASE: base, PASSWORD },
      timeout: 60_000,
    });
    const number = /number (\d{6}-\d{4}-\d{6})/.exec(stdout)?.[1] ?? '';
    expect(stdout).toContain('临江区住房和城乡建设局已经书面答复您');
    expect(stdout).toContain('60日（自然日）');
    expect(stdout).toContain('请至少写一条：您希望怎么办');
    expect(stdout).toContain('责令物业服务企业更换线路和灯具。');
    const { rows } = await city.ledger.pool.query('select side, level from rating where matter = $1 order by side', [
      `${number}-1`,
    ]);
    expect(rows).toEqual([
      { side: 'body', level: 'basically' },
      { side: 'office', level: 'satisfied' },
    ]);
  });
});
