import type { Pool } from 'pg';
import * as z from 'zod';
import { BODY_KINDS, type Body, type BodyDirectory, directoryOf, treeWithout } from '../../../domain/bodies.ts';
import { saidSchema } from '../../rulebook/rulebook.contract.ts';

/** What the column `profile` holds: everything about a body that no query filters by. */
const profileSchema = z.object({
  name: saidSchema,
  short: saidSchema,
  code: z.string(),
  subjects: z.array(z.string()),
  superiors: z.array(z.string()),
  keeper: z.string().optional(),
  phone: z.string(),
  address: saidSchema,
  hours: saidSchema,
});
/** A body that names no keeper has none of its own: the one above it keeps its reports. */
function readProfile(profile: unknown) {
  const { keeper, ...rest } = profileSchema.parse(profile);
  return keeper === undefined ? rest : { ...rest, keeper };
}
const kindSchema = z.enum(BODY_KINDS);
const levelSchema = z.enum(['city', 'district', 'street']);

/**
 * The bodies at work today; ended ones are only known by name, so that nothing new is sent to them.
 * @throws ZodError where a row is no body.
 */
export async function loadDirectory(pool: Pool): Promise<BodyDirectory> {
  const { rows } = await pool.query<{
    id: string;
    parent: string | null;
    kind: string;
    level: string;
    division: string;
    profile: unknown;
    ended: boolean;
  }>(
    `select id, parent, kind, level, division, profile, ended_on is not null as ended from body
     order by division, id`,
  );
  const read = ({ id, parent, kind, level, division, profile }: (typeof rows)[number]): Body => ({
    id,
    ...(parent === null ? {} : { parent }),
    kind: kindSchema.parse(kind),
    level: levelSchema.parse(level),
    division,
    ...readProfile(profile),
  });
  return directoryOf(rows.filter(({ ended }) => !ended).map(read), rows.filter(({ ended }) => ended).map(read));
}

function rowOf({ id, parent, kind, level, division, ...profile }: Body) {
  return { id, parent, kind, level, division, profile: profileSchema.parse(profile) };
}

const SAVE = `
  insert into body (id, parent, kind, level, division, profile)
  select id, parent, kind, level, division, profile
  from jsonb_to_recordset($1) as given (id text, parent text, kind text, level text, division text, profile jsonb)
  on conflict (id) do update
    set parent = excluded.parent, kind = excluded.kind, level = excluded.level, division = excluded.division,
        profile = excluded.profile`;

/** Adds bodies and brings those that are there up to date, in one statement, so that parents need not come first. */
export async function saveBodies(pool: Pool, bodies: readonly Body[]): Promise<void> {
  await pool.query(SAVE, [JSON.stringify(bodies.map(rowOf))]);
}

/**
 * Ends a body: `to` stands in its place in the tree (条例 24¶2). Together or not at all; repeating it changes nothing.
 */
export async function endBody(pool: Pool, { from, to, on }: { from: string; to: string; on: string }): Promise<void> {
  const before = await loadDirectory(pool);
  if (before.find(from) === undefined) return;
  const changed = treeWithout(before, { from, to })
    .all()
    .filter((body) => JSON.stringify(rowOf(body)) !== JSON.stringify(rowOf(before.find(body.id) ?? body)));
  const client = await pool.connect();
  try {
    await client.query('begin');
    await client.query(SAVE, [JSON.stringify(changed.map(rowOf))]);
    await client.query('update body set ended_on = $2 where id = $1', [from, on]);
    await client.query('commit');
    client.release();
  } catch (fault) {
    client.release(true);
    throw fault;
  }
}
