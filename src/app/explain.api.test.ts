import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { registered, type Staff, staffOf, upTo, well } from '../../test/life/steps.ts';
import { type EmptyCity, openEmptyCity } from '../../test/world/empty-city.ts';
import { isRefusal, type Refusal } from '../domain/refusals.ts';
import { explainCase } from './explain-matter.ts';
import type { PetitionPageModel } from './petition-page/petition-page.contract.ts';

let city: EmptyCity;
let staff: Staff;
beforeAll(async () => {
  city = await openEmptyCity();
  staff = await staffOf(city);
});
afterAll(() => city?.close());

function allowed<T>(outcome: T | Refusal): T {
  if (isRefusal(outcome)) throw new Error(outcome.said.en);
  return outcome;
}

describe('explain', () => {
  it('gives of every clock the rule, article, start fact, days passed over and why, extensions, calendar and rules, in both languages', async () => {
    const { matter } = await registered(staff, '为什么是这一天');
    await upTo('accepted', staff, matter);
    await well(
      staff.handler.post(`/api/matters/${matter}/ask-extension`, { assignment: 'a1', days: 20, reason: '要鉴定' }),
    );
    await well(staff.head.post(`/api/matters/${matter}/approve-extension`, { assignment: 'a1' }));
    const explained = allowed(await explainCase(city.ledger, matter));
    expect(explained).toMatchObject({ number: matter, pack: 'cn-national@1', as: { body: 'd01-housing' } });
    const handle = explained.clocks.find(({ kind }) => kind === 'handle');
    expect(handle).toMatchObject({
      rule: 'C5',
      article: { cite: 'regulation:34', zh: '《信访工作条例》第三十四条', en: 'Regulation, art. 34' },
      statutory: true,
      start: { fact: 'Accepted', day: '2026-03-02' },
      n: 60,
      unit: 'day',
      rawEnd: '2026-05-21',
      due: '2026-05-21',
      extensions: [{ days: 20, day: '2026-03-02' }],
      excluded: [],
      calendar: { id: 'cn-national', version: expect.any(Number), status: 'published' },
      pack: { key: 'cn-national@1' },
    });
    const objection = explained.clocks.find(({ kind }) => kind === 'objection');
    expect(objection?.skipped).toContainEqual({ day: '2026-03-07', why: 'weekend' });
    /* The same sentences as the page of the matter. */
    const { json } = await well(staff.handler.get(`/api/matters/${matter}`));
    const page = json as unknown as PetitionPageModel;
    expect(explained.clocks.map(({ why }) => why)).toEqual(page.clocks.map(({ why }) => why));
  });

  it('says of every act for a post whether it is open, and if not why, with its article', async () => {
    const { matter } = await registered(staff, '为什么不能延长');
    await upTo('issued', staff, matter);
    const asHandler = allowed(await explainCase(city.ledger, matter, { body: 'd01-housing', roles: ['handler'] }));
    const act = (name: string) => asHandler.acts.find(({ id }) => id === name);
    expect(act('serve')).toMatchObject({ open: true });
    expect(act('issue')).toMatchObject({
      open: false,
      refusal: { said: { zh: expect.any(String), en: expect.any(String) } },
    });
    const extension = act('ask-extension');
    expect(extension).toMatchObject({ open: false });
    expect(allowed(await explainCase(city.ledger, matter)).acts.some(({ id, open }) => id === 'serve' && open)).toBe(
      true,
    );
    const { json } = await well(staff.handler.get(`/api/matters/${matter}`));
    const onPage = (json as unknown as PetitionPageModel).acts;
    expect(asHandler.acts).toEqual(onPage);
  });

  it('explains the one date of a letter that waits for registration', async () => {
    const { json } = await well(
      staff.clerk.post('/api/submissions', {
        purpose: 'claim',
        channel: 'web',
        division: '990101001',
        particulars: {
          people: [{ name: '周桂兰', phone: '13900001101' }],
          title: '等登记',
          text: '请登记。',
          requests: ['登记'],
        },
      }),
    );
    const explained = allowed(await explainCase(city.ledger, String(json.number)));
    expect(explained.clocks).toMatchObject([
      { kind: 'register', article: { cite: 'house:register' }, statutory: false },
    ]);
  });

  it('is for posts that may read the case: a sealed report only for the post that keeps it', async () => {
    const { matter } = await registered(staff, '别处不能看');
    expect(await explainCase(city.ledger, matter, { body: 'd02-housing', roles: ['handler'] })).toMatchObject({
      code: 'no-matter',
    });
    expect(await explainCase(city.ledger, matter, { body: 'd01-petition', roles: ['admin'] })).toMatchObject({
      code: 'no-matter',
    });
    expect(await explainCase(city.ledger, '990101-2026-999999-1')).toMatchObject({ code: 'no-matter' });
    expect(await explainCase(city.ledger, 'moon')).toMatchObject({ code: 'no-matter' });
    const sealed = await well(
      staff.clerk.post('/api/submissions', {
        purpose: 'report',
        channel: 'letter',
        division: '990101001',
        particulars: {
          people: [{ name: '某人', phone: '13900001102' }],
          title: '举报',
          text: '举报。',
          requests: ['查'],
        },
      }),
    );
    expect(await explainCase(city.ledger, String(sealed.json.number))).toMatchObject({ code: 'no-matter' });
  });
});
