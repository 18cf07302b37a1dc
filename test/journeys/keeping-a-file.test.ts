import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fictionalId } from '../../src/app/seed/people.ts';
import { verify } from '../../src/ledger/verify.ts';
import { type Hall, openHall } from './hall.ts';
import { formOf, isRead, leave, send, signIn, unsaid, whyNot } from './officer.ts';
import { keepWhatFailed } from './picture.ts';
import { deskOf, LETTER, REQUESTS, TITLE, YU } from './review-story.ts';

const NUMBER = fictionalId('19570630028');

/** What is kept of a matter, who sees a document number, and what is left when the term is over. */
describe('keeping a file', () => {
  let hall: Hall;
  let number = '';
  let code = '';
  let matter = '';

  beforeAll(async () => {
    hall = await openHall();
    const receipt = await deskOf(hall, 'yezhiqiu').post('/api/submissions', {
      channel: 'letter',
      purpose: 'claim',
      division: '990101001',
      particulars: {
        people: [{ ...YU, idKind: 'id-card', idNumber: NUMBER }],
        title: TITLE,
        text: LETTER,
        requests: REQUESTS,
      },
      matters: [{ purpose: 'claim', category: '030400', title: TITLE, text: LETTER, requests: REQUESTS, accused: [] }],
    });
    number = String(receipt.number);
    code = String(receipt.code);
    matter = `${number}-1`;
    const at = (act: string): string => `/api/matters/${matter}/${act}`;
    await deskOf(hall, 'yezhiqiu').post(at('forward'), { to: 'd01-housing' });
    await deskOf(hall, 'shenpeiwen').post(at('sign'), { assignment: 'a1' });
    await deskOf(hall, 'shenpeiwen').post(at('accept'), { assignment: 'a1', route: '31(6)' });
    await hall.city.runJobs();
  });
  keepWhatFailed(() => hall.browser);
  afterAll(() => hall.close());

  it('given a document number is masked, when a purpose is chosen, then it shows whole, and the reading is on record', async () => {
    const clerk = await signIn(hall, 'yezhiqiu', `submission/${number}`);
    expect(await clerk.locator('main').textContent()).not.toContain(NUMBER);
    const purpose = clerk.getByRole('combobox', { name: /俞静娴/ });
    await purpose.selectOption({ index: 1 });
    await clerk.getByText(NUMBER).waitFor();
    await hall.visit(clerk, 'a document number shown for a purpose');
    await leave(clerk);
    const { rows } = await hall.city.ledger.pool.query<{ detail: { purpose?: string } }>(
      `select detail from read_log where verb like '%reveal%' and stream = $1`,
      [number],
    );
    expect(rows.map(({ detail }) => typeof detail.purpose)).toEqual(['string']);
  });

  it('given it was withdrawn and cannot be taken back any more, when it is archived, then it says until when it is kept', async () => {
    const { server } = hall.city;
    const entered = await server.inject({
      method: 'POST',
      url: '/api/follow',
      payload: { code, fact: YU.phone.slice(-4) },
    });
    const pass = entered.cookies.find(({ name }) => name === 'hp')?.value;
    const withdrawn = await server.inject({
      method: 'POST',
      url: `/api/follow/matters/${matter}/withdraw`,
      headers: { cookie: `hp=${pass}`, 'x-csrf': entered.json<{ csrf: string }>().csrf, 'idempotency-key': 'w1' },
      payload: { reason: '修好了' },
    });
    expect(withdrawn.statusCode).toBe(200);
    await hall.dawns('2026-04-20');
    const handler = await signIn(hall, 'shenpeiwen', `matter/${matter}`);
    const archive = await formOf(handler, 'archive');
    await archive.getByRole('radio', { name: /短期/ }).check();
    await hall.visit(handler, 'archiving');
    await send(handler, 'archive', '归档');
    expect(await whyNot(handler, 'propose-erasure')).toContain('保管到2036-12-31');
    await leave(handler);
  });

  it('given the term is over, when one proposes and the head approves, then what was written is gone, and the record holds', async () => {
    await hall.dawns('2037-01-05');
    const handler = await signIn(hall, 'shenpeiwen', `matter/${matter}`);
    await formOf(handler, 'propose-erasure');
    await hall.visit(handler, 'a file whose term is over');
    await send(handler, 'propose-erasure', '提请销毁');
    await leave(handler);
    const head = await signIn(hall, 'luqingyan', `matter/${matter}`);
    expect(await unsaid(head, LETTER.slice(0, 12))).not.toEqual([]);
    await formOf(head, 'keep-longer');
    await formOf(head, 'erase');
    await hall.visit(head, 'an erasure to be approved');
    await send(head, 'erase', '批准销毁');
    await hall.city.runJobs();
    await head.reload();
    await isRead(head);
    await head.getByRole('tab', { name: '原文' }).click();
    const left = (await head.locator('main').textContent()) ?? '';
    expect(left).toContain('保管期满，写的内容、附件和当事人信息已于2037年1月5日');
    for (const gone of [YU.name, LETTER.slice(0, 12), REQUESTS[1]]) expect(left).not.toContain(gone);
    await hall.visit(head, 'what is left of a file');
    await leave(head);
    expect((await verify(hall.city.ledger)).wrong).toEqual([]);
  });

  it('and nothing stood in anybody’s way', () => {
    expect(hall.barriers).toEqual([]);
  });
});
