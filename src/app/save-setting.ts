import type { Pool } from 'pg';

/** Keeps a value of the installation under its name, in place of what stood there. */
export async function saveSetting(pool: Pool, name: string, value: unknown): Promise<void> {
  await pool.query(
    'insert into setting (name, value) values ($1, $2) on conflict (name) do update set value = excluded.value',
    [name, JSON.stringify(value)],
  );
}
