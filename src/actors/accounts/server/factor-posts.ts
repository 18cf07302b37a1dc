import type { Pool } from 'pg';
import type { Role } from '../../../domain/vocabulary.ts';
import { rolesOf } from './accounts.ts';

/** The setting that names the posts which take a second factor. */
export const FACTOR_POSTS = 'factor-posts';

/** Posts that take a second factor; none where nobody has said so. */
export async function readFactorPosts(pool: Pool): Promise<readonly Role[]> {
  const { rows } = await pool.query<{ value: unknown }>('select value from setting where name = $1', [FACTOR_POSTS]);
  const value = rows[0]?.value;
  return Array.isArray(value) ? rolesOf(value.filter((one) => typeof one === 'string')) : [];
}

/** Whether one of these posts takes a second factor. */
export async function demandsFactor(pool: Pool, roles: readonly Role[]): Promise<boolean> {
  const demanded = await readFactorPosts(pool);
  return roles.some((role) => demanded.includes(role));
}
