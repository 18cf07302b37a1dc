import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openTestDatabase, type TestDatabase } from '../../../test/world/database.ts';
import type { StaffActor } from '../../actors/accounts/server/public.ts';
import { type Body, type BodyKind, directoryOf } from '../../domain/bodies.ts';
import { nationalCalendar } from '../../domain/national-calendar.ts';
import { NATIONAL_ONLY } from '../../domain/packs.ts';
import type { Role } from '../../domain/vocabulary.ts';
import type { Ledger } from '../../ledger/ledger.ts';
import { settableClock } from '../../platform/clock/clock.ts';
import { keyringOf } from '../../platform/secrets/keyring.ts';
import { countDesk } from './count-desk.ts';
import { deskQuery } from './list-desk.ts';
import { newestMatters } from './list-matters.ts';

const bodies = [
  body('city-petition', 'petition', '990100'),
  body('stone-petition', 'petition', '990101'),
  body('b1', 'department', '990101'),
];

function body(id: string, kind: BodyKind, division: string): Body {
  const said = { zh: `${id}局`, en: id };
  const rest = { code: id, subjects: [], superiors: [], phone: '0900-868 1200', address: said, hours: said };
  return { id, kind, level: 'district', division, name: said, short: said, ...rest };
}

function officer(at: string, ...roles: readonly Role[]): StaffActor {
  return { kind: 'staff', account: `${at}-${roles[0]}`, body: at, roles };
}

let database: TestDatabase;
let ledger: Ledger;

afterAll(() => database?.close());

describe('with many rows', () => {
  beforeAll(async () => {
    database = await openTestDatabase();
    ledger = {
      pool: database.pool,
      keyring: keyringOf(Buffer.alloc(32, 7)),
      clock: settableClock('2026-03-02T01:00:00Z'),
      reference: { bodies: directoryOf(bodies), calendar: nationalCalendar, packs: NATIONAL_ONLY },
    };
    await ledger.pool.query(`
      insert into desk
      select '990101', '990101-2025-' || lpad(n::text, 6, '0') || '-1', 'a1',
        (array['to-sign', 'to-accept', 'in-hand', 'to-serve'])[1 + n % 4], 'b' || n % 5, 'c' || n % 9,
        date '2026-01-01' + n % 200, date '2026-01-01' + n % 200, date '2026-01-01' + n % 200 - 5, date '2025-12-01', 'handle',
        timestamptz '2025-12-01' + n * interval '1 minute', 'web', '990101', '030400', 'claim', 1, null
      from generate_series(1, 20000) n`);
    await ledger.pool.query(`
      insert into matter (region, number, submission, office, holder, purpose, category, division, channel, phase, origin,
        pack, petitioners, received_on, received_at)
      select d.region, d.item, left(d.item, -2), 'stone-petition', d.body, 'claim', d.category, d.division, 'web', 'open',
        'here', 'national@1', 1, d.received_at::date, d.received_at
      from desk d where d.item like '990101-2025-%'`);
    await ledger.pool.query(`
      insert into matter_body select region, number, holder, received_at from matter where number like '990101-2025-%'`);
    await ledger.pool.query(`
      insert into submission (region, number, body, division, channel, channel_group, purpose, petitioners, identity, phase,
        origin, received_on, received_at, matters)
      select region, submission, office, division, 'web', 'net', 'claim', 1, 'claimed', 'registered', 'here', received_on,
        received_at, 1
      from matter where number like '990101-2025-%'`);
    for (const table of ['desk', 'matter', 'matter_body', 'submission'])
      await ledger.pool.query(`vacuum analyze ${table}`);
  });

  async function planOf({ text, values }: { text: string; values: unknown[] }): Promise<string> {
    const { rows } = await ledger.pool.query<{ 'QUERY PLAN': string }>(`explain ${text}`, values);
    return rows.map((row) => row['QUERY PLAN']).join('\n');
  }

  const actor = officer('b1', 'head');
  test.each([
    ['one list', ['in-hand'], {}],
    ['all lists of the post', ['to-sign', 'to-accept', 'in-hand', 'to-serve', 'to-approve'], {}],
    ['late', ['in-hand', 'to-serve'], { late: true }],
    ['soon', ['in-hand', 'to-serve'], { soon: true, channel: 'web' as const }],
    ['mine', ['in-hand'], { mine: true, category: '030000' }],
  ] as const)('the plan of the working lists is a walk along an index: %s', async (_, duties, query) => {
    const after = {
      sort_day: '2026-02-01',
      region: '990101',
      item: '990101-2025-000001-1',
      assignment: 'a1',
      duty: 'in-hand' as const,
    };
    for (const place of [undefined, after]) {
      const plan = await planOf(
        deskQuery({ actor, duties, query: { limit: 20, ...query }, today: '2026-03-02', after: place }),
      );
      expect(plan).toMatch(/(using|on) desk_(list|mine)/);
      expect(plan).not.toContain('Seq Scan');
    }
  });

  test.each([
    ['a body', officer('b1', 'handler'), {}],
    ['a division', officer('stone-petition', 'dispatcher'), {}],
    ['narrowed', officer('city-petition', 'leader'), { phase: 'open' as const, body: 'b1', from: '2025-12-10' }],
  ])('and so is that of all matters: %s', async (_, viewer, query) => {
    for (const after of [
      undefined,
      { receivedAt: '2025-12-09T00:00:00.000Z', region: '990101', matter: '990101-2025-000001-1' },
    ]) {
      const plan = await planOf(newestMatters(ledger, viewer, { limit: 20, ...query }, after));
      expect(plan).not.toContain('Seq Scan');
      expect(plan).not.toMatch(/\bSort {2}\(cost/);
    }
  });

  test('counting stops at 999', async () => {
    expect(await countDesk(ledger, actor)).toMatchObject({ late: { count: 999, more: true } });
  });
});
