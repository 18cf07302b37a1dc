import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { registered, type Staff, staffOf, upTo, well } from '../../../test/life/steps.ts';
import { type EmptyCity, openEmptyCity } from '../../../test/world/empty-city.ts';
import { verify } from '../../ledger/verify.ts';

let city: EmptyCity;
let staff: Staff;
const [LEAVING, TAKER] = ['d01-housing.handler', 'd01-housing.handler+reviewer'];
const matters: string[] = [];

beforeAll(async () => {
  city = await openEmptyCity();
  staff = await staffOf(city);
  await city.officer('d01-housing', 'handler', 'reviewer');
  for (const title of ['屋顶漏雨', '楼道没有灯', '井盖松动']) {
    const { matter } = await registered(staff, title);
    await upTo('accepted', staff, matter);
    await well(staff.head.post(`/api/matters/${matter}/name-handler`, { assignment: 'a1', account: LEAVING }));
    matters.push(matter);
  }
});
afterAll(() => city?.close());

const asking = (more: object = {}): object => ({ from: LEAVING, to: TAKER, unrelated: true, ...more });

describe('handing over', () => {
  it('shows the head what each of the body has in hand', async () => {
    const { json } = await well(staff.head.get('/api/handover'));
    expect(json.people).toContainEqual({ id: LEAVING, name: LEAVING, inHand: 3, mayTake: true });
    expect(json.people).toContainEqual({ id: TAKER, name: TAKER, inHand: 0, mayTake: true });
    expect((await staff.handler.get('/api/handover')).status).toBe(403);
  });

  it('is for the head, among those of the body who handle, with the question of an interest asked', async () => {
    expect((await staff.handler.post('/api/handover', asking())).json.error?.code).toBe('other-post');
    const wrong = async (more: object) => (await staff.head.post('/api/handover', asking(more))).json.error;
    expect(await wrong({ unrelated: false })).toMatchObject({ field: 'unrelated' });
    expect(await wrong({ to: 'd01-petition.head' })).toMatchObject({ code: 'no-account', field: 'to' });
    expect(await wrong({ from: 'd01-petition.head' })).toMatchObject({ code: 'no-account', field: 'from' });
    expect(await wrong({ to: LEAVING })).toMatchObject({ code: 'same-account', field: 'to' });
  });

  it('moves every matter by an act of its own; where one is refused it stays, with the reason', async () => {
    const [kept = ''] = matters;
    const taker = await city.officer('d01-housing', 'handler', 'reviewer');
    await well(taker.post(`/api/matters/${kept}/declare-interest`, { assignment: 'a1', text: '是邻居' }));
    const { json } = await well(staff.head.post('/api/handover', asking()));
    expect(json).toMatchObject({ moved: 2, left: 0, refused: [{ matter: kept }] });
    const { json: after } = await well(staff.head.get('/api/handover'));
    expect(after.people).toContainEqual(expect.objectContaining({ id: LEAVING, inHand: 1 }));
    expect(after.people).toContainEqual(expect.objectContaining({ id: TAKER, inHand: 2 }));
    const { text } = await well(staff.head.get(`/api/matters/${matters[1]}`));
    expect(text).toContain(TAKER);
    const again = await well(staff.head.post('/api/handover', asking()));
    expect(again.json).toMatchObject({ moved: 0, left: 0 });
    expect((await verify(city.ledger)).wrong).toEqual([]);
  });
});
