import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestCity } from '../../../test/world/city.ts';
import { isRefusal, type Refusal } from '../../domain/refusals.ts';
import { verify } from '../../ledger/verify.ts';
import { take } from '../../petition/1-intake/server/intake.ts';
import { advanceRun } from '../recount/advance.ts';
import { readRun } from '../recount/read.ts';
import { approveRun, discardRun } from '../recount/runs.ts';
import { publishYear } from './publish.ts';

const SYSTEM = { kind: 'system' } as const;
const NEW_YEAR = {
  year: 2027,
  status: 'published',
  off: ['2027-01-01', '2027-01-02', '2027-01-03'],
  on: [],
  names: { '2027-01-01': '元旦' },
  source: 'a test',
} as const;

function allowed<T>(outcome: T | Refusal): T {
  if (isRefusal(outcome)) throw new Error(outcome.said.en);
  return outcome;
}

describe('a year whose calendar arrives', () => {
  let city: Awaited<ReturnType<typeof openTestCity>>;
  let number: string;
  beforeAll(async () => {
    city = await openTestCity({ now: '2026-12-31T02:00:00Z' });
    const receipt = await take(
      city.ledger,
      { kind: 'petitioner', submission: 'someone' },
      {
        channel: 'web',
        purpose: 'claim',
        division: '990101',
        body: 'd01-petition',
        receivedOn: '2026-12-31',
        petitioners: 1,
        identity: 'claimed',
        mayPublish: false,
        particulars: {
          form: 'self',
          people: [{ name: '某人', phone: '13900000000' }],
          title: '路灯',
          text: '路灯不亮',
          requests: ['修好'],
          files: [],
          tried: [],
        },
      },
      { verb: 'submission.file' },
    );
    number = allowed(receipt).number;
  });
  afterAll(() => city.close());

  const clock = () =>
    city.ledger.pool
      .query<{ due: string; calendar: string }>(
        `select due, calendar from clock where stream = $1 and id = 'register'`,
        [number],
      )
      .then(({ rows }) => rows[0]);

  it('given a date that rests on a year not published, when it is published, then it is listed and does not move', async () => {
    const { ledger } = city;
    /* 2027-01-01 is a Friday: a working day while nothing is known of that year. */
    expect(await clock()).toEqual({ due: '2027-01-01', calendar: 'assumed' });
    const { run } = allowed(await publishYear(ledger, SYSTEM, NEW_YEAR));
    expect(await advanceRun(ledger, run)).toMatchObject({ phase: 'drafted' });
    const page = allowed(await readRun(ledger, run, { limit: 200 }));
    expect(page.run).toMatchObject({ state: 'drafted', kind: 'calendar', about: '2027' });
    expect(page.rows).toContainEqual({
      stream: number,
      clock: 'register',
      label: { zh: '登记', en: 'Registration' },
      before: { due: '2027-01-01', calendar: 'assumed', pack: 'cn-national@1+nanjiang@2' },
      after: { due: '2027-01-04', calendar: 'published', pack: 'cn-national@1+nanjiang@2' },
    });
    expect(await clock()).toEqual({ due: '2027-01-01', calendar: 'assumed' });
  });

  it('given a list, when it is approved, then each date moves by a fact that names the run, and nothing is left to list', async () => {
    const { ledger } = city;
    const { run } = allowed(await publishYear(ledger, SYSTEM, NEW_YEAR));
    await advanceRun(ledger, run);
    allowed(await approveRun(ledger, SYSTEM, run));
    /* Twice, as after a crash: nothing is done twice. */
    await advanceRun(ledger, run, 0);
    await advanceRun(ledger, run);
    expect(await clock()).toEqual({ due: '2027-01-04', calendar: 'published' });
    const { rows } = await ledger.pool.query<{ body: { run: string; calendar: string } }>(
      `select body from fact where stream = $1 and kind = 'DatesRecounted'`,
      [number],
    );
    expect(rows).toMatchObject([{ body: { run, calendar: expect.stringMatching(/^cn-national@\d+$/) } }]);
    expect(allowed(await readRun(ledger, run, { limit: 200 })).run).toMatchObject({ state: 'done' });

    const again = allowed(await publishYear(ledger, SYSTEM, NEW_YEAR));
    await advanceRun(ledger, again.run);
    expect(allowed(await readRun(ledger, again.run, { limit: 200 }))).toMatchObject({
      run: { state: 'drafted', clocks: 0 },
      rows: [],
    });
    expect((await verify(ledger)).wrong).toEqual([]);
  });

  it('given a year that is corrected, when the list is discarded, then nothing moves and it cannot be approved any more', async () => {
    const { ledger } = city;
    const corrected = { ...NEW_YEAR, off: [...NEW_YEAR.off, '2027-01-04'] };
    const { run } = allowed(await publishYear(ledger, SYSTEM, corrected));
    await advanceRun(ledger, run);
    expect(allowed(await readRun(ledger, run, { limit: 200 })).rows).toContainEqual(
      expect.objectContaining({ stream: number, after: expect.objectContaining({ due: '2027-01-05' }) }),
    );
    allowed(await discardRun(ledger, SYSTEM, run));
    expect(await approveRun(ledger, SYSTEM, run)).toMatchObject({ code: 'decided' });
    await advanceRun(ledger, run);
    expect(await clock()).toEqual({ due: '2027-01-04', calendar: 'published' });
  });

  it('given a list, when the calendar changes again, then it cannot be approved: it no longer says what would happen', async () => {
    const { ledger } = city;
    const { run } = allowed(await publishYear(ledger, SYSTEM, { ...NEW_YEAR, off: [...NEW_YEAR.off, '2027-01-05'] }));
    await advanceRun(ledger, run);
    const next = allowed(await publishYear(ledger, SYSTEM, NEW_YEAR));
    expect(await approveRun(ledger, SYSTEM, run)).toMatchObject({ code: 'decided' });
    const other = allowed(
      await publishYear(ledger, SYSTEM, { ...NEW_YEAR, year: 2028, off: ['2028-01-01'], names: {} }),
    );
    await advanceRun(ledger, next.run);
    expect(await approveRun(ledger, SYSTEM, next.run)).toMatchObject({ code: 'stale' });
    await advanceRun(ledger, other.run);
  });

  it('refuses a notice that contradicts itself, and keeps the calendar', async () => {
    const before = city.ledger.reference.calendar.version;
    const refused = await publishYear(city.ledger, SYSTEM, {
      year: 2029,
      status: 'published',
      off: ['2029-01-01'],
      on: ['2029-01-01'],
      names: {},
      source: 'a test',
    });
    expect(isRefusal(refused)).toBe(true);
    expect(city.ledger.reference.calendar.version).toBe(before);
  });
});
