import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { verify } from '../../src/ledger/verify.ts';
import { type Answer, type EmptyCity, openEmptyCity } from '../world/empty-city.ts';
import { letterOf, opinionOf, registered, STEPS, type Staff, type Step, staffOf, upTo, well } from './steps.ts';

let city: EmptyCity;
let staff: Staff;

beforeAll(async () => {
  city = await openEmptyCity({ max: 20 });
  staff = await staffOf(city);
});
afterAll(() => city?.close());

const MANY = 20;
const many = <T>(make: (at: number) => Promise<T>) => Promise.all(Array.from({ length: MANY }, (_, at) => make(at)));
const tally = (answers: readonly Answer[]) => {
  const counts: Record<number, number> = {};
  for (const { status } of answers) counts[status] = (counts[status] ?? 0) + 1;
  return counts;
};
const factsOf = async (stream: string) => {
  const { rows } = await city.database.pool.query<{ kind: string }>(
    'select kind from fact where stream = $1 order by seq',
    [stream],
  );
  return rows.map(({ kind }) => kind);
};

describe(`${MANY} at once on one matter`, () => {
  const steps = Object.keys(STEPS) as Step[];

  it.each(steps.filter((step) => step !== 'drafted'))(
    'it is %s once; the others hear that it is done',
    async (step) => {
      const { matter } = await registered(staff, `同时${step}`);
      const before = steps[steps.indexOf(step) - 1];
      if (before) await upTo(before, staff, matter);
      const history = await factsOf(matter);
      const answers = await many(() => STEPS[step](staff, matter));
      expect(tally(answers)).toEqual({ 200: 1, 409: MANY - 1 });
      expect((await factsOf(matter)).length).toBe(history.length + 1);
    },
  );

  it('drafts are written one over the other, each a version of its own, and none is lost', async () => {
    const { matter } = await registered(staff, '同时拟稿');
    await upTo('accepted', staff, matter);
    const answers = await many(() => STEPS.drafted(staff, matter));
    const versions = (await factsOf(matter)).filter((kind) => kind === 'Drafted').length;
    expect(versions).toBe(tally(answers)[200]);
    const { json } = await well(staff.head.get(`/api/matters/${matter}`));
    expect(json.assignments).toMatchObject([{ draft: { version: versions } }]);
  });

  it('one key, sent many times at once, is one act with one answer', async () => {
    const { matter } = await registered(staff, '同一个编号');
    const answers = await many(() =>
      staff.dispatcher.post(`/api/matters/${matter}/forward`, { to: 'd01-housing' }, 'same'),
    );
    expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
    expect(tally(answers)).toEqual({ 200: MANY });
    expect(await factsOf(matter)).toEqual(['Opened', 'Forwarded']);
  });

  it('one draft of a citizen, sent many times at once, is one petition', async () => {
    const answers = await many(() => city.stranger.post('/api/petitions', letterOf('一次点了很多下'), 'clicked'));
    expect(tally(answers)).toEqual({ 201: MANY });
    expect(new Set(answers.map(({ json }) => `${json.number} ${json.code}`)).size).toBe(1);
  });

  it('withdrawing and issuing at once: one of the two, never both', async () => {
    for (let round = 0; round < 5; round++) {
      const { matter, code } = await registered(staff, `撤回还是签发${round}`);
      await upTo('drafted', staff, matter);
      const petitioner = await city.petitioner(code, '1101');
      const [issued, withdrawn] = await Promise.all([
        STEPS.issued(staff, matter),
        petitioner.post(`/api/follow/matters/${matter}/withdraw`, { reason: '' }),
      ]);
      const kinds = await factsOf(matter);
      expect(kinds.includes('Withdrawn')).toBe(withdrawn.status === 200);
      expect(kinds.includes('OpinionIssued')).toBe(issued.status === 200);
      /* An issued opinion that is not yet served may still be withdrawn from; a withdrawn matter is never answered. */
      if (withdrawn.status === 200) expect(kinds.at(-1)).toBe('Withdrawn');
    }
  });

  it('both sides rated many times at once are rated once each', async () => {
    const { matter, code } = await registered(staff, '同时评价');
    await upTo('issued', staff, matter);
    await well(
      staff.handler.post(`/api/matters/${matter}/serve`, { assignment: 'a1', way: 'in-person', on: '2026-03-02' }),
    );
    const petitioner = await city.petitioner(code, '1101');
    const answers = await many((at) =>
      petitioner.post(`/api/follow/matters/${matter}/rate`, { side: at % 2 ? 'office' : 'body', level: 'satisfied' }),
    );
    expect(tally(answers)).toEqual({ 200: 2, 409: MANY - 2 });
  });
});

describe('numbers', () => {
  it(`${MANY} opinions issued at once are numbered one after another without a gap`, async () => {
    const matters = await many((at) => registered(staff, `编号${at}`));
    for (const { matter } of matters) await upTo('drafted', staff, matter);
    const answers = await many((at) => STEPS.issued(staff, matters[at]?.matter ?? ''));
    const { rows } = await city.database.pool.query<{ number: string }>(
      `select body->'instrument'->>'number' as number from fact where kind = 'OpinionIssued' order by 1`,
    );
    const serials = rows.map(({ number }) => Number(/〕(\d+)号$/.exec(number)?.[1])).sort((a, b) => a - b);
    /* Whoever found the counter busy too often was told so, and has used no number. */
    expect(tally(answers)[200]).toBeGreaterThan(MANY / 2);
    expect(answers.filter(({ status }) => status !== 200).map(({ json }) => json.error?.code)).toEqual(
      answers.filter(({ status }) => status !== 200).map(() => 'busy'),
    );
    expect(serials).toEqual(serials.map((_, at) => at + 1));
  });

  it('an act that was refused or lost has used no number', async () => {
    const { rows: before } = await city.database.pool.query('select name, value from counter order by name');
    const { matter } = await registered(staff, '不占号');
    await upTo('accepted', staff, matter);
    const { rows: accepted } = await city.database.pool.query('select name, value from counter order by name');
    await staff.handler.post(`/api/matters/${matter}/draft`, opinionOf(1));
    await staff.head.post(`/api/matters/${matter}/issue`, { assignment: 'a1' });
    const { rows: after } = await city.database.pool.query('select name, value from counter order by name');
    expect(after).toEqual(accepted);
    expect(before.length).toBeGreaterThan(0);
  });

  it('of submissions never repeat, whoever registers', async () => {
    const letters = await many((at) => registered(staff, `登记${at}`));
    expect(new Set(letters.map(({ number }) => number)).size).toBe(MANY);
  });
});

it('after all of this the record holds', async () => {
  await city.settle();
  expect((await verify(city.ledger)).wrong).toEqual([]);
});
