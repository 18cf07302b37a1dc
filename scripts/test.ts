/**
 * Everything the build machine runs, in order: `npm test`. Each step says what it does and how long it took; a failed one
 * does not keep the others from running. Words after the command go to the tests alone: `./huiying test src/domain`.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { inOperatorLanguage } from '../src/platform/config/operator-words.ts';

const ROOT = dirname(import.meta.dirname);
const BIN = join(ROOT, 'node_modules', '.bin');
const JOURNEYS = join(ROOT, 'vitest.journeys.config.ts');

interface Count {
  readonly passed: number;
  readonly failed: number;
}
const PASSED: Count = { passed: 1, failed: 0 };
const FAILED: Count = { passed: 0, failed: 1 };

const say = (zh: string, en: string): void => {
  process.stdout.write(`${inOperatorLanguage({ zh, en })}\n`);
};

let running: ChildProcess | undefined;
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.on(signal, () => {
    running?.kill(signal);
    process.exit(1);
  });
}

/** Runs a program to its end; what it says is shown. Resolves with its exit code. */
function run(program: string, words: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<number> {
  const path = `${BIN}${delimiter}${process.env.PATH ?? ''}`;
  return new Promise((resolve) => {
    const child = spawn(program, words, { cwd: ROOT, stdio: 'inherit', env: { ...process.env, PATH: path, ...env } });
    running = child;
    child.once('error', () => resolve(1));
    child.once('exit', (code) => resolve(code ?? 1));
  });
}

/** One check: passed if the program says so. */
const check = async (program: string, ...words: string[]): Promise<Count> =>
  (await run(program, words)) === 0 ? PASSED : FAILED;

/** A run of tests, counted by what it writes down beside what it shows. */
async function tests(words: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<Count> {
  const folder = mkdtempSync(join(tmpdir(), 'huiying-tests-'));
  const file = join(folder, 'counted.json');
  try {
    const code = await run(
      'vitest',
      ['run', ...words, '--reporter=default', '--reporter=json', `--outputFile.json=${file}`],
      env,
    );
    if (!existsSync(file)) return FAILED;
    const { numPassedTests, numFailedTests }: { numPassedTests: number; numFailedTests: number } = JSON.parse(
      readFileSync(file, 'utf8'),
    );
    /* A file that could not even be loaded holds no failed test. */
    return { passed: numPassedTests, failed: code === 0 ? 0 : Math.max(1, numFailedTests) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The browser that the journeys drive: what is named, what the system has, what it can install, or Playwright's own. */
async function findBrowser(): Promise<string | undefined> {
  const named = process.env.HUIYING_CHROMIUM;
  const known = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
  const found = [...(named === undefined ? [] : [named]), ...known].find((path) => existsSync(path));
  if (found !== undefined) return found;
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    say('正在安装浏览器和中文字体……', 'Installing a browser and Chinese fonts…');
    const quiet = { DEBIAN_FRONTEND: 'noninteractive' };
    await run('apt-get', ['update', '-qq'], quiet);
    await run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium', 'fonts-noto-cjk'], quiet);
    const installed = known.find((path) => existsSync(path));
    if (installed !== undefined) return installed;
  }
  say('正在下载浏览器……', 'Fetching a browser…');
  await run(process.execPath, [join(ROOT, 'node_modules', 'playwright-core', 'cli.js'), 'install', 'chromium']);
  const { chromium } = await import('playwright-core');
  const own = chromium.executablePath();
  return existsSync(own) ? own : undefined;
}

async function buildPages(): Promise<Count> {
  const { buildWorkbench } = await import('../src/app/build-workbench.ts');
  try {
    await buildWorkbench(() => {});
    return PASSED;
  } catch (cause) {
    process.stdout.write(`${String(cause)}\n`);
    return FAILED;
  }
}

async function journeys(): Promise<Count> {
  const browser = await findBrowser();
  if (browser === undefined) {
    say(
      '没有浏览器，走查不能进行。请安装 Chromium，或用 HUIYING_CHROMIUM 指定。',
      'No browser, so no journey. Install Chromium, or name one with HUIYING_CHROMIUM.',
    );
    return FAILED;
  }
  return tests(['--config', JOURNEYS], { HUIYING_CHROMIUM: browser });
}

interface Step {
  readonly zh: string;
  readonly en: string;
  readonly run: () => Promise<Count>;
}

const words = process.argv.slice(2);
const all: readonly Step[] = [
  { zh: '类型', en: 'types', run: () => check('tsc', '-b') },
  { zh: '分层', en: 'layers', run: () => check(process.execPath, 'scripts/check-layers.ts') },
  { zh: '条文', en: 'articles', run: () => check(process.execPath, 'scripts/check-articles.ts') },
  { zh: '格式', en: 'format', run: () => check('biome', 'check') },
  { zh: '构建工作台', en: 'workbench', run: buildPages },
  { zh: '测试', en: 'tests', run: () => tests([]) },
  ...(existsSync(JOURNEYS) ? [{ zh: '浏览器走查', en: 'journeys in a browser', run: journeys }] : []),
];
const steps = words.length === 0 ? all : [{ zh: '测试', en: 'tests', run: () => tests(words) }];

const total = { passed: 0, failed: 0 };
const summary: string[] = [];
for (const [at, step] of steps.entries()) {
  say(`[${at + 1}/${steps.length}] ${step.zh}`, `[${at + 1}/${steps.length}] ${step.en}`);
  const begun = performance.now();
  const { passed, failed } = await step.run();
  const seconds = Math.round((performance.now() - begun) / 1000);
  total.passed += passed;
  total.failed += failed;
  const name = inOperatorLanguage(step);
  summary.push(`  ${failed === 0 ? '✓' : '✗'} ${name}: ${passed} passed, ${failed} failed (${seconds} s)`);
}
process.stdout.write(`${summary.join('\n')}\n${total.passed} passed, ${total.failed} failed\n`);
process.exitCode = total.failed === 0 ? 0 : 1;
