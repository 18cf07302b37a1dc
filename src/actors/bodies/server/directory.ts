import type { Pool } from 'pg';
import * as z from 'zod';
import { BODY_KINDS, type Body, type BodyDirectory, directoryOf } from '../../../domain/bodies.ts';
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
 * The bodies at work today; abolished ones are left out, so that nothing new is sent to them.
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
  }>('select id, parent, kind, level, division, profile from body where ended_on is null order by division, id');
  return directoryOf(
    rows.map(({ id, parent, kind, level, division, profile }) => ({
      id,
      ...(parent === null ? {} : { parent }),
      kind: kindSchema.parse(kind),
      level: levelSchema.parse(level),
      division,
      ...readProfile(profile),
    })),
  );
}

/** Adds bodies and brings those that are there up to date, in one statement, so that parents need not come first. */
export async function saveBodies(pool: Pool, bodies: readonly Body[]): Promise<void> {
  const rows = bodies.map(({ id, parent, kind, level, division, ...profile }) => ({
    id,
    parent,
    kind,
    level,
    division,
    profile: profileSchema.parse(profile),
  }));
  await pool.query(
    `insert into body (id, parent, kind, level, division, profile)
     select id, parent, kind, level, division, profile
     from jsonb_to_recordset($1)
       as given (id text, parent text, kind text, level text, division text, profile jsonb)
     on conflict (id) do update
       set parent = excluded.parent, kind = excluded.kind, level = excluded.level, division = excluded.division,
           profile = excluded.profile`,
    [JSON.stringify(rows)],
  );
}
