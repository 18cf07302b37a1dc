import type { PoolClient } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestDatabase, type TestDatabase } from '../../../test/world/database.ts';
import { plantCity } from '../../app/seed/plant.ts';
import { directoryOf } from '../../domain/bodies.ts';
import { nationalCalendar } from '../../domain/national-calendar.ts';
import { NATIONAL_ONLY } from '../../domain/packs.ts';
import { systemClock } from '../../platform/clock/clock.ts';
import { keyringOf } from '../../platform/secrets/keyring.ts';
import { canonical } from '../canonical.ts';
import type { Ledger } from '../ledger.ts';
import { factHash } from '../record.ts';
import { verify } from '../verify.ts';
import { leafHash, rootFrom } from './merkle.ts';
import { readNote } from './note.ts';
import { findProof } from './prove.ts';
import { logSigner, seal } from './seal.ts';

let database: TestDatabase;
let ledger: Ledger;
/** The note of the log as it was before anybody touched it. */
let kept = '';

beforeAll(async () => {
  database = await openTestDatabase();
  ledger = {
    pool: database.pool,
    keyring: keyringOf(Buffer.alloc(32, 7)),
    clock: systemClock,
    reference: { bodies: directoryOf([]), calendar: nationalCalendar, packs: NATIONAL_ONLY },
  };
  await plantCity(ledger, { password: 'x'.repeat(12), say: () => {}, now: new Date('2026-03-11T02:00:00Z'), only: 40 });
}, 120_000);
afterAll(() => database?.close());

async function one<T extends object>(text: string, values: readonly unknown[] = []): Promise<T> {
  const { rows } = await database.pool.query<T>(text, [...values]);
  const [row] = rows;
  if (row === undefined) throw new Error(`nothing: ${text}`);
  return row;
}

describe('the log over all facts', () => {
  it('takes in every fact once, leaves none waiting, and signs each size it had', async () => {
    const before = await verify(ledger);
    expect(before).toMatchObject({ log: { size: 0, checkpoints: 0 }, wrong: [] });
    expect(before.log?.waiting).toBe(before.facts);
    const sizes = await Promise.all([seal(ledger), seal(ledger), seal(ledger)]);
    await seal(ledger);
    /* Whoever came second left it to the first. */
    expect(sizes.filter((size) => size !== undefined).length).toBeGreaterThanOrEqual(1);
    const after = await verify(ledger);
    expect(after).toMatchObject({ log: { size: before.facts, waiting: 0 }, wrong: [] });
    kept = (await one<{ note: string }>('select note from log_checkpoint order by size desc limit 1')).note;
    expect(readNote(kept, logSigner(ledger).verifierKey)).toMatchObject({ size: before.facts });
  });

  it('proves a fact to whoever knows its hash', async () => {
    const { hash } = await one<{ hash: Buffer }>(`select hash from fact where kind = 'Received' limit 1`);
    const proof = await findProof(ledger, hash);
    if (proof === undefined) throw new Error('no proof');
    const path = proof.path.map((text) => Buffer.from(text, 'base64'));
    const root = rootFrom(leafHash(hash), { index: proof.index, size: proof.size, path });
    expect(readNote(proof.checkpoint, logSigner(ledger).verifierKey)).toMatchObject({ size: proof.size, root });
    expect(await findProof(ledger, Buffer.alloc(32, 1))).toBeUndefined();
  });
});

/**
 * What whoever owns the database can do: triggers off, statements, everything checked, and all put back. Each case names
 * what `verify` must say.
 */
async function tampered(does: (client: PoolClient) => Promise<void>, since?: string): Promise<readonly string[]> {
  const client = await database.pool.connect();
  try {
    await client.query('begin');
    await client.query(`set local session_replication_role = 'replica'`);
    await does(client);
    /* All that verify reads goes through the same connection, so that it sees what was done and nobody else does. */
    const pool = { query: client.query.bind(client) } as unknown as Ledger['pool'];
    const notes = since === undefined ? [] : [{ name: 'kept outside', note: since }];
    return (await verify({ ...ledger, pool }, undefined, notes)).wrong;
  } finally {
    await client.query('rollback');
    client.release();
  }
}

interface FactRow {
  region: string;
  stream: string;
  seq: number;
  kind: string;
  actor: string;
  occurred_at: string;
  recorded_at: string;
  body: Record<string, unknown>;
  hash: Buffer;
}

/** Rewrites a history from a fact on, with every hash as it would be had it been so: chain and head fit again. */
async function rewrite(client: PoolClient, stream: string, change: (fact: FactRow) => void): Promise<void> {
  const { rows } = await client.query<FactRow>('select * from fact where stream = $1 order by seq', [stream]);
  let prev: Buffer | undefined;
  for (const row of rows) {
    change(row);
    const { region, seq, kind, actor, body } = row;
    const stamp = { actor, occurredAt: row.occurred_at, recordedAt: row.recorded_at };
    const hash = factHash({ region, stream, seq, kind, body: JSON.parse(canonical(body)), ...stamp }, prev);
    await client.query(
      'update fact set body = $3, hash = $4, prev_hash = $5, occurred_at = $6 where stream = $1 and seq = $2',
      [stream, seq, body, hash, prev ?? null, row.occurred_at],
    );
    prev = hash;
  }
  await client.query('update stream set hash = $2 where stream = $1', [stream, prev]);
}

/** Makes the log anew over the facts as they stand, with the installation's own key. */
async function rebuildLog(client: PoolClient): Promise<void> {
  await client.query('delete from log_leaf');
  await client.query('delete from log_tile');
  await client.query('delete from log_checkpoint');
  await client.query('insert into unsealed select region, stream, 1, max(seq) from fact group by region, stream');
  const nested = {
    query: (text: string, values?: unknown[]) =>
      /^(begin|commit|rollback)$/.test(text) ? Promise.resolve({ rows: [] }) : client.query(text, values),
    release: () => {},
  };
  await seal({ ...ledger, pool: { connect: async () => nested } as unknown as Ledger['pool'] });
}

describe('what the owner of the database changes is found', () => {
  const rated = () => one<{ stream: string; seq: number }>(`select stream, seq from fact where kind = 'Rated' limit 1`);

  it('a rating, with nothing else touched', async () => {
    const { stream, seq } = await rated();
    const wrong = await tampered(async (client) => {
      await client.query(
        `update fact set body = jsonb_set(body, '{level}', '"satisfied"') where stream = $1 and seq = $2 and body ->> 'level' <> 'satisfied'`,
        [stream, seq],
      );
      await client.query(`update fact set body = jsonb_set(body, '{note}', '"x"') where stream = $1 and seq = $2`, [
        stream,
        seq,
      ]);
    });
    expect(wrong[0]).toBe(`${stream}: fact ${seq} (Rated) does not match its hash`);
  });

  it('a date, with every hash of the history made to fit: the log holds the fact that was', async () => {
    const { stream, seq } = await one<{ stream: string; seq: number }>(
      `select stream, seq from fact where kind = 'Signed' limit 1`,
    );
    const wrong = await tampered((client) =>
      rewrite(client, stream, (fact) => {
        if (fact.seq === seq) fact.occurred_at = '2026-01-05T02:00:00.000Z';
      }),
    );
    expect(
      wrong.some((line) => line.startsWith(`${stream}: fact ${seq} is not the one that was entered in the log at`)),
    ).toBe(true);
  });

  it('the same with the log made anew and signed with the installation’s own key: a checkpoint kept outside tells', async () => {
    const { stream, seq } = await one<{ stream: string; seq: number }>(
      `select stream, seq from fact where kind = 'Signed' limit 1`,
    );
    const forge = async (client: PoolClient): Promise<void> => {
      await rewrite(client, stream, (fact) => {
        if (fact.seq === seq) fact.recorded_at = '2026-01-05T02:00:00.000Z';
      });
      await client.query(`update fact set recorded_at = '2026-01-05T02:00:00.000Z' where stream = $1 and seq = $2`, [
        stream,
        seq,
      ]);
      await rebuildLog(client);
    };
    const inside = await tampered(forge);
    expect(inside.filter((line) => line.includes('log') || line.includes('checkpoint'))).toEqual([]);
    const wrong = await tampered(forge, kept);
    expect(wrong.some((line) => line.startsWith('kept outside: the first'))).toBe(true);
  });

  it('a fact that is gone, the last one of a history, with the head set back', async () => {
    const { stream, seq } = await one<{ stream: string; seq: number }>(
      `select stream, seq from stream where kind = 'matter' and seq > 3 limit 1`,
    );
    const wrong = await tampered(async (client) => {
      await client.query('delete from fact where stream = $1 and seq = $2', [stream, seq]);
      await client.query(
        `update stream s set seq = $2 - 1, hash = f.hash from fact f where s.stream = $1 and f.stream = $1 and f.seq = $2 - 1`,
        [stream, seq],
      );
    });
    expect(wrong.some((line) => line.startsWith(`${stream}: fact ${seq} is gone`))).toBe(true);
  });

  it('a whole history that is gone with all its rows', async () => {
    const { stream } = await one<{ stream: string }>(`select stream from stream where kind = 'matter' limit 1`);
    const wrong = await tampered(async (client) => {
      for (const [table, column] of [
        ['fact', 'stream'],
        ['stream', 'stream'],
        ['matter', 'number'],
        ['matter_body', 'matter'],
        ['clock', 'stream'],
        ['rating', 'matter'],
        ['desk', 'item'],
      ])
        await client.query(`delete from ${table} where ${column} = $1`, [stream]);
    });
    expect(wrong.some((line) => line.startsWith(`${stream}: fact 1 is gone`))).toBe(true);
  });

  it('two entries of the log that changed places', async () => {
    const wrong = await tampered(async (client) => {
      const { rows } = await client.query<{ index: string; region: string; stream: string; seq: number; hash: Buffer }>(
        'delete from log_leaf where index in (3, 4) returning *',
      );
      for (const row of rows)
        await client.query('insert into log_leaf values ($1, $2, $3, $4, $5)', [
          row.index === '3' ? 4 : 3,
          row.region,
          row.stream,
          row.seq,
          row.hash,
        ]);
    });
    expect(wrong.some((line) => line.endsWith('the tree of the log has something else at entry 3'))).toBe(true);
    expect(wrong.some((line) => line.startsWith('checkpoint'))).toBe(true);
  });

  it('a fact slipped in that no act recorded', async () => {
    const { stream } = await one<{ stream: string }>(`select stream from stream where kind = 'matter' limit 1`);
    const wrong = await tampered(async (client) => {
      const { rows } = await client.query<FactRow & { prev_hash: Buffer }>(
        'select * from fact where stream = $1 order by seq desc limit 1',
        [stream],
      );
      const [last] = rows;
      if (!last) throw new Error('no fact');
      const stamp = { actor: 'system', occurredAt: last.occurred_at, recordedAt: last.recorded_at };
      const body = { clocks: [] };
      const seq = last.seq + 1;
      const hash = factHash({ region: last.region, stream, seq, kind: 'DatesRecounted', body, ...stamp }, last.hash);
      await client.query('insert into fact values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)', [
        last.region,
        stream,
        seq,
        'DatesRecounted',
        'system',
        last.occurred_at,
        last.recorded_at,
        body,
        last.hash,
        hash,
      ]);
      await client.query(
        `update stream set seq = $2, hash = $3, state = jsonb_set(state, '{seq}', to_jsonb($2::int)) where stream = $1`,
        [stream, seq, hash],
      );
    });
    expect(wrong).toEqual([
      `${stream}: fact ${(await one<{ n: number }>('select max(seq) as n from fact where stream = $1', [stream])).n + 1} is not in the log`,
    ]);
  });

  it('a checkpoint that says something else', async () => {
    const wrong = await tampered(async (client) => {
      await client.query(`update log_checkpoint set root = decode(repeat('00', 32), 'hex')`);
    });
    expect(wrong.some((line) => line.endsWith('its note says something else'))).toBe(true);
  });
});
