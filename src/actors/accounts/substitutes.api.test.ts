import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { opinionOf, registered, type Staff, staffOf, upTo, well } from '../../../test/life/steps.ts';
import { type EmptyCity, type Hand, openEmptyCity } from '../../../test/world/empty-city.ts';
import { MOST_DAYS } from './substitutes.rules.ts';

const BODY = 'd01-housing';
let city: EmptyCity;
let staff: Staff;
let handler: Hand;

beforeAll(async () => {
  city = await openEmptyCity();
  staff = await staffOf(city);
  handler = staff.handler;
  await city.officer('d01-land', 'handler');
  await city.officer(BODY, 'auditor');
});
afterAll(() => city?.close());

const name = (hand: Hand, body: object) => hand.post('/api/session/substitutes', body);
const rolesNow = async (hand: Hand) => (await well(hand.get('/api/session'))).json.roles;

const good = { substitute: `${BODY}.handler`, from: '2026-03-03', to: '2026-03-05' };

describe('a substitute', () => {
  it.each([
    ['oneself', { substitute: `${BODY}.head` }, 'substitute-self', 'substitute'],
    ['of another body', { substitute: 'd01-land.handler' }, 'substitute-body', 'substitute'],
    ['nobody there is', { substitute: 'nobody' }, 'substitute-body', 'substitute'],
    ['an auditor', { substitute: `${BODY}.auditor` }, 'substitute-apart', 'substitute'],
    ['from yesterday on', { from: '2026-03-01' }, 'substitute-past', 'from'],
    ['backwards', { from: '2026-03-05', to: '2026-03-04' }, 'substitute-order', 'to'],
    ['for ever', { to: '2026-12-31' }, 'substitute-long', 'to'],
  ])('is not %s', async (_, change, code, field) => {
    const { json } = await name(staff.head, { ...good, ...change });
    expect(json.error).toMatchObject({ code, field });
  });

  it('is named for oneself, or by the head for an officer of the body, and by nobody else', async () => {
    expect((await name(handler, { ...good, account: `${BODY}.head`, substitute: `${BODY}.handler` })).status).toBe(403);
    const foreign = await name(await city.officer('d01-land', 'head'), { ...good, account: `${BODY}.head` });
    expect(foreign.json.error?.code).toBe('substitute-body');
  });

  it('holds the posts on those days alone, acts under their own name, and never approves what they drafted', async () => {
    const { matter } = await registered(staff, '楼顶漏雨');
    await upTo('accepted', staff, matter);
    await well(handler.post(`/api/matters/${matter}/draft`, opinionOf()));
    await well(name(staff.head, good));
    expect(await rolesNow(handler)).toEqual(['handler']);
    expect((await name(staff.head, { ...good, to: '2026-03-03' })).json.error?.code).toBe('substitute-twice');
    city.clock.set('2026-03-03T02:00:00Z');
    expect(await rolesNow(handler)).toEqual(['handler', 'head']);
    const own = await handler.post(`/api/matters/${matter}/issue`, { assignment: 'a1' });
    expect([own.status, own.json.error?.code]).toEqual([409, 'opinion.not-approved-by-author']);
    const other = await registered(staff, '电梯坏了');
    await upTo('accepted', staff, other.matter);
    const colleague = await city.officer(BODY, 'handler', 'clerk');
    await well(colleague.post(`/api/matters/${other.matter}/draft`, opinionOf()));
    await well(handler.post(`/api/matters/${other.matter}/issue`, { assignment: 'a1' }));
    const { rows } = await city.database.pool.query<{ actor: string }>(
      `select actor from fact where stream = $1 and kind = 'OpinionIssued'`,
      [other.matter],
    );
    expect(rows).toEqual([{ actor: `staff:${BODY}.handler` }]);
    const { rows: trail } = await city.database.pool.query<{ for: string[] | null }>(
      `select detail->'standsInFor' as for from audit where stream = $1 and actor = $2 order by at desc limit 1`,
      [other.matter, `staff:${BODY}.handler`],
    );
    expect(trail).toEqual([{ for: [`${BODY}.head`] }]);
    city.clock.set('2026-03-05T15:59:00Z');
    expect(await rolesNow(handler)).toEqual(['handler', 'head']);
    city.clock.set('2026-03-05T16:01:00Z');
    expect(await rolesNow(handler)).toEqual(['handler']);
  });

  it('is let go earlier by whoever is back, and the trail says both', async () => {
    city.clock.set('2026-03-09T02:00:00Z');
    const days = { from: '2026-03-09', to: '2026-03-20' };
    const { json } = await well(name(staff.head, { ...good, ...days }));
    expect(await rolesNow(handler)).toContain('head');
    const stranger = await city.officer('d01-land', 'head');
    expect((await stranger.post(`/api/session/substitutes/${json.id}/end`)).status).toBe(404);
    await well(staff.head.post(`/api/session/substitutes/${json.id}/end`));
    expect(await rolesNow(handler)).toEqual(['handler']);
    const auditor = await city.officer(BODY, 'auditor');
    const trail = await well(auditor.get('/api/audit?trail=acts&from=2026-03-01&to=2026-03-31'));
    expect(trail.text).toContain(`${BODY}.handler`);
  });

  it('never holds posts that administer, audit, or keep sealed reports', async () => {
    const both = await city.officer(BODY, 'admin', 'head');
    await city.officer(BODY, 'sealed');
    const kept = await name(staff.head, { ...good, from: '2026-03-10', to: '2026-03-11', account: `${BODY}.sealed` });
    expect(kept.json.error?.code).toBe('substitute-none');
    await well(name(both, { ...good, from: '2026-03-09', to: '2026-03-09' }));
    expect(await rolesNow(handler)).toEqual(['handler', 'head']);
    const { json } = await well(handler.get('/api/session/substitutes'));
    expect(json).toMatchObject({ mostDays: MOST_DAYS, absences: [{ roles: ['head'] }] });
  });
});
