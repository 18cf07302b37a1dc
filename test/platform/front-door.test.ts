import { spawn } from 'node:child_process';
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { isAlive } from '../../src/platform/postgres/postmaster.ts';
import { until } from './keeper-hands.ts';

/** Calls the front door as a shell would, and gathers what it writes. */
async function call(
  words: string[],
  { door = './huiying', env = {} }: { door?: string; env?: NodeJS.ProcessEnv } = {},
) {
  const child = spawn(process.execPath, [door, ...words], { env: { ...process.env, ...env } });
  const written = { out: '', err: '' };
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    written.out += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    written.err += text;
  });
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
  return { code, ...written };
}

describe('./huiying', () => {
  it('lists its commands in either language, and explains each', async () => {
    expect(await call([])).toMatchObject({
      code: 0,
      err: '',
      out: expect.stringMatching(/migrate +bring the database/),
    });
    expect((await call(['help'], { env: { HUIYING_LANG: 'zh' } })).out).toContain('用法：./huiying <命令>');
    expect((await call(['help', 'migrate'])).out).toMatch(/--data-dir/);
    expect((await call(['migrate', '--help'])).out).toBe((await call(['help', 'migrate'])).out);
  });

  it('refuses what it does not know with exit code 2, on standard error', async () => {
    const command = await call(['mirgate']);
    expect(command).toMatchObject({ code: 2, out: '', err: expect.stringContaining('no command “mirgate”') });
    const option = await call(['migrate', '--fast']);
    expect(option).toMatchObject({ code: 2, out: '', err: expect.stringMatching(/--fast.*\n.*help migrate/) });
  });

  it('shows a complaint without a stack, and fails', async () => {
    const wrong = await call(['migrate'], { env: { DATABASE_URL: 'mysql://root:hush@db/x' } });
    expect(wrong).toMatchObject({ code: 1, out: '', err: expect.stringMatching(/^--database-url .*\n$/) });
    expect(wrong.err).not.toContain('hush');
  });

  it('says what is missing where the packages cannot be installed', async () => {
    const root = mkdtempSync(join(tmpdir(), 'huiying-door-'));
    for (const file of ['huiying', 'package.json', 'package-lock.json']) copyFileSync(file, join(root, file));
    const bare = await call(['help'], { door: join(root, 'huiying'), env: { PATH: '/nowhere' } });
    rmSync(root, { recursive: true });
    expect(bare).toMatchObject({ code: 1, out: '', err: expect.stringContaining('npm was not found') });
  });

  it('takes its command along, however it is ended', async () => {
    for (const signal of ['SIGTERM', 'SIGKILL'] as const) {
      const door = spawn(process.execPath, ['./huiying', 'clock', '--batch', '-'], {
        stdio: ['pipe', 'pipe', 'inherit'],
      });
      let answer = '';
      door.stdout.setEncoding('utf8').on('data', (text: string) => {
        answer += text;
      });
      // An answer shows that the command behind the door is at work; then it waits for more questions.
      door.stdin.write('{"from":"2026-02-02","n":15,"unit":"day"}\n');
      await until(() => answer !== '' || door.exitCode !== null);
      await sleep(50);
      door.kill(signal);
      await until(() => !isAlive(door.pid ?? 0));
      // Its end of the pipe closes only when the command has ended too.
      if (!door.stdout.closed) await new Promise((resolve) => door.stdout.once('close', resolve));
    }
  });
});
