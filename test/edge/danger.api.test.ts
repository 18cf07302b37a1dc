import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { letterOf, matterOf, type Staff, staffOf, well } from '../life/steps.ts';
import { type EmptyCity, openEmptyCity } from '../world/empty-city.ts';
import { duties, page, refused } from './hands.ts';

let city: EmptyCity;
let staff: Staff;

beforeAll(async () => {
  city = await openEmptyCity();
  staff = await staffOf(city);
});
afterAll(() => city?.close());

async function letter(about: string, text: string) {
  const given = letterOf(about);
  const { json } = await well(
    staff.clerk.post('/api/submissions', {
      ...given,
      channel: 'letter',
      matters: [matterOf(about)],
      particulars: { ...given.particulars, text },
    }),
  );
  return { number: String(json.number), care: json.care };
}

describe('danger to life', () => {
  it('E45: given a letter tells of danger to life at 23:00, then the duty is alerted at once and no date moves', async () => {
    city.clock.set(new Date('2026-03-03T15:00:00Z'));
    const calm = await letter('楼道灯坏了', '楼道的灯坏了两个月。');
    const hurt = await letter('补偿没有着落', '补偿一直没有着落，我不想活了，今天晚上就从楼顶跳下去。');
    expect([calm.care, hurt.care]).toEqual([false, true]);
    expect(await duties(staff.clerk, hurt.number)).toContain('alarm');
    expect(await duties(staff.clerk, calm.number)).not.toContain('alarm');
    const dates = async (number: string) =>
      (await page(staff.clerk, `${number}-1`)).clocks.map(({ id, due }) => [id, due]);
    expect(await dates(hurt.number)).toEqual(await dates(calm.number));
  });

  it('E45: the urgent report goes to all the law names at once, and each confirms for itself', async () => {
    const { number } = await letter('大坝渗水', '村后面的水库大坝在渗水，下面住着三百户。');
    const report = { competent: ['d01-housing'], what: '大坝渗水', risk: '下游三百户', measures: '已通知水务部门到场' };
    expect(await refused(staff.clerk.post(`/api/submissions/${number}/report-urgently`, report))).toMatchObject({
      code: 'urgent.in-parallel',
      article: 'regulation:25',
    });
    const head = await city.officer('d01-petition', 'head');
    await well(staff.clerk.post(`/api/submissions/${number}/danger`, { kinds: ['grave'] }));
    const learned = city.clock.now().getTime();
    const due = async () => (await well(head.get(`/api/submissions/${number}`))).json.danger as { report: object };
    const by = new Date(learned + 7_200_000).toISOString();
    expect(await due()).toMatchObject({ kinds: ['grave'], report: { by, late: false } });
    city.clock.set(new Date(learned + 7_260_000));
    expect(await due()).toMatchObject({ report: { by, late: true } });
    expect(
      await refused(head.post(`/api/submissions/${number}/report-urgently`, { ...report, competent: [] })),
    ).toMatchObject({ status: 422, article: 'regulation:25', field: 'competent' });
    await well(head.post(`/api/submissions/${number}/report-urgently`, report));
    expect(await due()).toMatchObject({ report: { by, late: true, doneAt: city.clock.now().toISOString() } });
    const { json } = await well(head.get(`/api/submissions/${number}`));
    const [sent] = json.urgent as { id: string; to: { id: string; receivedAt?: string }[] }[];
    const to = sent?.to.map((one) => one.id);
    expect(to).toEqual(expect.arrayContaining(['d01-gov', 'd01-housing', 'city-petition', 'outside:national']));
    const government = await city.officer('d01-gov', 'head');
    expect(await duties(government, number)).toEqual(['urgent']);
    const shown = await well(government.get(`/api/submissions/${number}`));
    expect(shown.json.urgent).toHaveLength(1);
    await well(government.post(`/api/submissions/${number}/receive-urgent`, { report: 'u1', body: 'd01-gov' }));
    expect(await duties(government, number)).toEqual([]);
    const received = await head.post(`/api/submissions/${number}/receive-urgent`, {
      report: 'u1',
      body: 'outside:national',
    });
    expect(received.status).toBe(200);
  });
});
