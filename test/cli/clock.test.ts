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

  it.each<[object, object]>([
    [
      { rule: 'forward', from: '2026-02-02' },
      { article: 'regulation:22¶1', rawEnd: '2026-02-17', statutoryDue: '2026-02-24', assessmentDue: '2026-02-17' },
    ],
    [
      { rule: 'objection', from: '2026-02-12' },
      { article: 'regulation:23¶3', statutoryDue: '2026-02-26' },
    ],
    [
      { rule: 'notice', from: '2025-09-16' },
      { article: 'regulation:23¶3', rawEnd: '2025-10-01', statutoryDue: '2025-10-09' },
    ],
    [
      { rule: 'handle', from: '2025-08-04' },
      { article: 'regulation:34', rawEnd: '2025-10-03', statutoryDue: '2025-10-09', extra: 0, excluded: [] },
    ],
    [
      { rule: 'handle', from: '2025-08-04', facts: [{ kind: 'extended', days: 30, on: '2025-09-20' }] },
      { rawEnd: '2025-11-02', statutoryDue: '2025-11-03', assessmentDue: '2025-11-02', extra: 30 },
    ],
    /* The last day is the one moved by the holiday: on it an extension is still in time. */
    [
      { rule: 'handle', from: '2025-08-04', facts: [{ kind: 'extended', days: 10, on: '2025-10-09' }] },
      { rawEnd: '2025-10-13', extra: 10 },
    ],
    [
      { rule: 'handleExtend', from: '2025-08-04' },
      { rawEnd: '2025-11-02', statutoryDue: '2025-11-03', extra: 30 },
    ],
    [
      { rule: 'simpleHop', from: '2026-02-13' },
      { article: 'simple-procedure', statutoryDue: '2026-02-14' },
    ],
    [{ rule: 'simpleAccept', from: '2026-02-12' }, { statutoryDue: '2026-02-24' }],
    [{ rule: 'simpleHandle', from: '2025-09-26' }, { statutoryDue: '2025-10-16' }],
    [
      { rule: 'applyReview', from: '2026-01-30' },
      { article: 'regulation:35', rawEnd: '2026-03-01', statutoryDue: '2026-03-02' },
    ],
    [
      { rule: 'review', from: '2026-01-30' },
      { article: 'regulation:35', statutoryDue: '2026-03-02' },
    ],
    [
      { rule: 'applyFinal', from: '2026-01-30' },
      { article: 'regulation:36¶1', statutoryDue: '2026-03-02' },
    ],
    [
      { rule: 'final', from: '2026-03-02', facts: [{ kind: 'hearing', from: '2026-03-09', to: '2026-03-13' }] },
      {
        article: 'regulation:36¶1',
        rawEnd: '2026-04-06',
        statutoryDue: '2026-04-07',
        excluded: [{ from: '2026-03-09', to: '2026-03-13' }],
      },
    ],
    /* Nowhere else does a hearing stop the count. */
    [
      { rule: 'review', from: '2026-03-02', facts: [{ kind: 'hearing', from: '2026-03-09', to: '2026-03-13' }] },
      { rawEnd: '2026-04-01', excluded: [] },
    ],
    [
      { rule: 'dutyRoute', from: '2026-03-02' },
      { article: 'administrative-litigation:47', rawEnd: '2026-05-02', statutoryDue: '2026-05-06' },
    ],
    [
      { rule: 'judicialConfirm', from: '2026-03-02' },
      { article: 'mediation:33', rawEnd: '2026-04-01' },
    ],
    [
      { rule: 'register', from: '2026-03-06' },
      { article: 'house:register', statutoryDue: '2026-03-09' },
    ],
    [
      { rule: 'proposalFeedback', from: '2026-03-02' },
      { article: 'house:proposal', rawEnd: '2026-04-01' },
    ],
    [
      { rule: 'ratingWindow', from: '2026-03-02' },
      { article: 'house:rating-window', rawEnd: '2026-04-01' },
    ],
    [
      { rule: 'hopLimits', level: 'national', from: '2026-03-02' },
      { article: 'house:hop', rawEnd: '2026-03-07', statutoryDue: '2026-03-09' },
    ],
    [{ rule: 'hopLimits', level: 'county', from: '2026-03-02' }, { rawEnd: '2026-03-06' }],
    /* The assigner's days and those of the law run side by side. */
    [
      { rule: 'feedback', from: '2026-03-02', facts: [{ kind: 'assigned', n: 20 }] },
      { article: 'regulation:22¶1', rawEnd: '2026-03-22', statutoryDue: '2026-03-23' },
    ],
    [
      { rule: 'handle', from: '2026-03-02', facts: [{ kind: 'assigned', n: 20 }] },
      { rawEnd: '2026-05-01', extra: 0 },
    ],
  ])('answers a rule by its name: %j', async (question, ends) => {
    const { code, lines } = await run({ batch: '-' }, [JSON.stringify(question)]);
    expect(code).toBe(0);
    const answered: object = JSON.parse(lines[0] ?? '');
    expect(answered).toMatchObject({ rule: (question as { rule: string }).rule, calendar: 'published', ...ends });
    expect(Object.keys(answered)).toEqual([
      'rule',
      'article',
      'rawEnd',
      'statutoryDue',
      'assessmentDue',
      'calendar',
      'extra',
      'excluded',
    ]);
  });

  it.each<[string, object]>([
    ['rule', { rule: 'handling', from: '2026-03-02' }],
    ['from', { rule: 'handle', from: '2026-02-30' }],
    ['level', { rule: 'hopLimits', from: '2026-03-02' }],
    ['level', { rule: 'hopLimits', from: '2026-03-02', level: 'village' }],
    ['level', { rule: 'handle', from: '2026-03-02', level: 'city' }],
    ['facts', { rule: 'handle', from: '2026-03-02', facts: {} }],
    ['facts', { rule: 'handle', from: '2026-03-02', facts: [{ kind: 'paused' }] }],
    ['facts', { rule: 'handle', from: '2026-03-02', facts: [{ kind: 'extended', days: 0, on: '2026-03-10' }] }],
    /* Past due; more than 30 days in all; before it began; a period that cannot be extended. */
    ['facts', { rule: 'handle', from: '2025-08-04', facts: [{ kind: 'extended', days: 10, on: '2025-10-10' }] }],
    [
      'facts',
      {
        rule: 'handle',
        from: '2025-08-04',
        facts: [
          { kind: 'extended', days: 20, on: '2025-09-20' },
          { kind: 'extended', days: 11, on: '2025-10-12' },
        ],
      },
    ],
    ['facts', { rule: 'handle', from: '2025-08-04', facts: [{ kind: 'extended', days: 10, on: '2025-08-01' }] }],
    ['facts', { rule: 'notice', from: '2025-08-04', facts: [{ kind: 'extended', days: 10, on: '2025-08-05' }] }],
    [
      'facts',
      { rule: 'final', from: '2026-03-02', facts: [{ kind: 'hearing', from: '2026-03-13', to: '2026-03-09' }] },
    ],
    ['facts', { rule: 'simpleHandle', from: '2026-03-02', facts: [{ kind: 'assigned', n: 20 }] }],
    ['facts', { rule: 'feedback', from: '2026-03-02' }],
  ])('names %s of a rule that cannot be answered: %j', async (field, question) => {
    const { code, lines } = await run({ batch: '-' }, [JSON.stringify(question)]);
    expect(code).toBe(1);
    const { line, error }: { line: number; error: string } = JSON.parse(lines[0] ?? '');
    expect(line).toBe(1);
    expect(error).toMatch(new RegExp(`^${field}: .*(write|possible|in all)`));
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
