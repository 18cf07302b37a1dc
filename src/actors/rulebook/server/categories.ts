import type { Pool } from 'pg';
import type { Said } from '../../../domain/refusals.ts';

/** A content category (law.md 5.3); first-level ones have no parent. */
export interface Category {
  readonly code: string;
  readonly parent?: string;
  readonly name: Said;
}

/** All categories in order of code, which puts each parent before its children. */
export async function loadCategories(pool: Pool): Promise<readonly Category[]> {
  const { rows } = await pool.query<{ code: string; parent: string | null; name_zh: string; name_en: string }>(
    'select code, parent, name_zh, name_en from category order by code',
  );
  return rows.map(({ code, parent, name_zh, name_en }) => ({
    code,
    ...(parent === null ? {} : { parent }),
    name: { zh: name_zh, en: name_en },
  }));
}

/** Adds categories and renames those that are there; ministries get renamed, and old cases keep their codes. */
export async function saveCategories(pool: Pool, categories: readonly Category[]): Promise<void> {
  const rows = categories.map(({ code, parent, name }) => ({ code, parent, name_zh: name.zh, name_en: name.en }));
  await pool.query(
    `insert into category (code, parent, name_zh, name_en)
     select code, parent, name_zh, name_en
     from jsonb_to_recordset($1) as given (code text, parent text, name_zh text, name_en text)
     on conflict (code) do update
       set parent = excluded.parent, name_zh = excluded.name_zh, name_en = excluded.name_en`,
    [JSON.stringify(rows)],
  );
}
