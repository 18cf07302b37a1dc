import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestCity } from '../../../test/world/city.ts';
import { isRefusal } from '../../domain/refusals.ts';
import { verify } from '../../ledger/verify.ts';
import { take } from '../../petition/1-intake/server/intake.ts';
import { publishYear } from './publish.ts';

describe('a year whose calendar arrives', () => {
  let city: Awaited<ReturnType<typeof openTestCity>>;
  beforeAll(async () => {
    city = await openTestCity({ now: '2026-12-31T02:00:00Z' });
  });
  afterAll(() => city.close());

  it('given a date that rests on a year not published, when it is published, then the date is counted again and says so', async () => {
    const { ledger } = city;
    const receipt = await take(
      ledger,
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
    if (isRefusal(receipt)) throw new Error(receipt.said.en);
    const clock = () =>
      ledger.pool
        .query<{ due: string; calendar: string }>(
          `select due, calendar from clock where stream = $1 and id = 'register'`,
          [receipt.number],
        )
        .then(({ rows }) => rows[0]);
    /* 2027-01-01 is a Friday: a working day while nothing is known of that year. */
    expect(await clock()).toEqual({ due: '2027-01-01', calendar: 'assumed' });

    const published = await publishYear(
      ledger,
      { kind: 'system' },
      {
        year: 2027,
        status: 'published',
        off: ['2027-01-01', '2027-01-02', '2027-01-03'],
        on: [],
        names: { '2027-01-01': '元旦' },
        source: 'a test',
      },
    );
    if (isRefusal(published)) throw new Error(published.said.en);
    expect(published.recounted).toBeGreaterThanOrEqual(1);
    expect(await clock()).toEqual({ due: '2027-01-04', calendar: 'published' });

    const again = await publishYear(
      ledger,
      { kind: 'system' },
      {
        year: 2027,
        status: 'published',
        off: ['2027-01-01', '2027-01-02', '2027-01-03'],
        on: [],
        names: { '2027-01-01': '元旦' },
        source: 'a test',
      },
    );
    expect(again).toMatchObject({ recounted: 0 });
    expect((await verify(ledger)).wrong).toEqual([]);
  });

  it('refuses a notice that contradicts itself, and keeps the calendar', async () => {
    const before = city.ledger.reference.calendar.version;
    const refused = await publishYear(
      city.ledger,
      { kind: 'system' },
      { year: 2028, status: 'published', off: ['2028-01-01'], on: ['2028-01-01'], names: {}, source: 'a test' },
    );
    expect(isRefusal(refused)).toBe(true);
    expect(city.ledger.reference.calendar.version).toBe(before);
  });
});
