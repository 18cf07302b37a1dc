import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type ClockStreams, runClock } from '../../src/app/clock.ts';

/** Runs the command on a batch handed over in `chunks`, and keeps all that it writes. */
async function run(values: Record<string, string | boolean>, chunks: string[] = [], open?: ClockStreams['open']) {
  const written = { out: [] as unknown[], said: [] as string[], batch: '', complaints: [] as string[] };
  const code = await runClock(
    {
      values,
      positionals: [],
      json: values.json === true,
      out: (value) => written.out.push(value),
      say: (line) => written.said.push(line),
    },
    {
      open:
        open ??
        async function* () {
          yield* chunks;
        },
      write: (text) => {
        written.batch += text;
      },
      complain: (line) => written.complaints.push(line),
    },
  );
  return { code, ...written, lines: written.batch.split('\n').slice(0, -1) };
}

const spring = { rawEnd: '2026-02-17', statutoryDue: '2026-02-24', assessmentDue: '2026-02-17', calendar: 'published' };

describe('clock, one question', () => {
  it('gives the three dates as JSON and says nothing else', async () => {
    const answered = await run({ from: '2026-02-02', n: '15', unit: 'day', json: true });
    expect(answered).toMatchObject({ code: 0, out: [spring], said: [], complaints: [], batch: '' });
    const workdays = await run({ from: '2025-09-25', n: '5', unit: 'workday', json: true });
    expect(workdays.out).toMatchObject([{ rawEnd: '2025-10-09', statutoryDue: '2025-10-09' }]);
    expect((await run({ from: '2027-01-04', n: '5', unit: 'day', json: true })).out).toMatchObject([
      { calendar: 'assumed' },
    ]);
  });

  it('tells people the dates with their weekdays, and the days passed over, in both languages', async () => {
    const { said, out } = await run({ from: '2026-02-02', n: '15', unit: 'day' });
    expect(out).toEqual([]);
    const text = said.join('\n');
    expect(text).toContain('2026年2月24日（星期二）  Tuesday 24 February 2026');
    expect(text).toContain('2026-02-17  春节 Spring Festival');
    expect(text).toContain('放假安排已公布');
    const workdays = (await run({ from: '2026-03-06', n: '2', unit: 'workday' })).said.join('\n');
    expect(workdays).toContain('2026-03-07  周末 weekend');
  });

  it.each([
    ['from', { n: '15', unit: 'day' }],
    ['from', { from: '2026-02-30', n: '15', unit: 'day' }],
    ['n', { from: '2026-02-02', unit: 'day' }],
    ['n', { from: '2026-02-02', n: '1.5', unit: 'day' }],
    ['n', { from: '2026-02-02', n: '-1', unit: 'day' }],
    ['n', { from: '2026-02-02', n: '3661', unit: 'day' }],
    ['unit', { from: '2026-02-02', n: '15' }],
    ['unit', { from: '2026-02-02', n: '15', unit: 'week' }],
    ['from', { from: '9999-12-31', n: '1', unit: 'day' }],
  ])('names %s and the remedy for %j', async (field, values) => {
    const refused = await run({ ...values, json: true });
    expect(refused).toMatchObject({ code: 2, out: [], said: [] });
    expect(refused.complaints[0]).toMatch(new RegExp(`^${field}: .* write`));
  });
});

describe('clock, a batch', () => {
  const good = '{"from":"2026-02-02","n":15,"unit":"day"}';

  it('answers line by line in order, however the text arrives', async () => {
    const text = `\uFEFF${good}\r\n{"unit":"workday","n":5,"from":"2025-09-25"}\n${good}`;
    for (const chunks of [[text], [...text], [text.slice(0, 60), text.slice(60)]]) {
      const { code, lines } = await run({ batch: '-' }, chunks);
      expect(code).toBe(0);
      expect(lines).toHaveLength(3);
      expect(lines[0]).toBe(JSON.stringify(spring));
      expect(JSON.parse(lines[1] ?? '')).toMatchObject({ statutoryDue: '2025-10-09' });
      expect(lines[2]).toBe(lines[0]);
    }
  });

  it('names the field of a bad line and goes on', async () => {
    const bad: [string, string][] = [
      ['{"from":"2026-02-30","n":15,"unit":"day"}', 'from'],
      ['{"from":20260202,"n":15,"unit":"day"}', 'from'],
      ['{"from":"2026-02-02","n":"15","unit":"day"}', 'n'],
      ['{"from":"2026-02-02","n":-1,"unit":"day"}', 'n'],
      ['{"from":"2026-02-02","n":1e9,"unit":"day"}', 'n'],
      ['{"from":"2026-02-02","n":15,"unit":"year"}', 'unit'],
      ['{"from":"2026-02-02","n":15}', 'unit'],
      ['{"from":"9999-12-31","n":15,"unit":"day"}', 'from'],
      ['{"from":', 'line'],
      ['', 'line'],
      ['null', 'line'],
      ['[1]', 'line'],
      ['"day"', 'line'],
      [`{"from":"${'x'.repeat(100_000)}"}`, 'line'],
    ];
    const text = `${bad.map(([line]) => line).join('\n')}\n${good}\n`;
    for (const chunks of [[text], text.match(/[\s\S]{1,1000}/g) ?? []]) {
      const { code, lines, complaints } = await run({ batch: '-' }, chunks);
      expect(code).toBe(1);
      expect(complaints).toEqual([]);
      expect(lines).toHaveLength(bad.length + 1);
      expect(lines.at(-1)).toBe(JSON.stringify(spring));
      bad.forEach(([, field], i) => {
        const { line, error }: { line: number; error: string } = JSON.parse(lines[i] ?? '');
        expect(line).toBe(i + 1);
        expect(error).toMatch(new RegExp(`^${field}: .* write`));
      });
    }
  });

  it('answers nothing for an empty batch', async () => {
    expect(await run({ batch: '-' }, [''])).toMatchObject({ code: 0, batch: '' });
  });

  it('answers a hundred thousand lines', async () => {
    const { code, lines } = await run({ batch: '-' }, [`${good}\n`.repeat(100_000)]);
    expect(code).toBe(0);
    expect(lines).toHaveLength(100_000);
  });

  it('reads a file, and says so when it cannot', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'clock-'));
    try {
      const file = join(folder, 'questions.jsonl');
      writeFileSync(file, `${good}\n`);
      const { createReadStream } = await import('node:fs');
      const open = (path: string) => createReadStream(path, 'utf8');
      expect((await run({ batch: file }, [], open)).batch).toBe(`${JSON.stringify(spring)}\n`);
      const missing = await run({ batch: join(folder, 'none.jsonl') }, [], open);
      expect(missing).toMatchObject({ code: 2, batch: '' });
      expect(missing.complaints[0]).toMatch(/^batch: .*check the path/);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
