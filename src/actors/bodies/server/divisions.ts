import type { Pool } from 'pg';
import type { Said } from '../../../domain/refusals.ts';

/** A place: 6 digits for city and district, 9 for street or town, 12 for village or community. */
export interface Division {
  readonly code: string;
  readonly parent?: string;
  readonly level: string;
  readonly name: Said;
}

interface DivisionRow {
  readonly code: string;
  readonly parent: string | null;
  readonly level: string;
  readonly name_zh: string;
  readonly name_en: string;
}

function divisionOf({ code, parent, level, name_zh, name_en }: DivisionRow): Division {
  return { code, ...(parent === null ? {} : { parent }), level, name: { zh: name_zh, en: name_en } };
}

/** Every place, in order of code. */
export async function loadDivisions(pool: Pool): Promise<readonly Division[]> {
  const { rows } = await pool.query<DivisionRow>(
    'select code, parent, level, name_zh, name_en from division order by code',
  );
  return rows.map(divisionOf);
}

/** The places directly within `parent`, or those at the top of the tree. */
export async function listDivisions(
  pool: Pool,
  parent: string | undefined,
): Promise<readonly (Division & { readonly children: boolean })[]> {
  const { rows } = await pool.query<DivisionRow & { children: boolean }>(
    `select code, parent, level, name_zh, name_en,
            exists (select 1 from division as child where child.parent = division.code) as children
     from division where ${parent === undefined ? 'parent is null' : 'parent = $1'} order by code`,
    parent === undefined ? [] : [parent],
  );
  return rows.map((row) => ({ ...divisionOf(row), children: row.children }));
}

/** Adds places and renames those that are there, in one statement, so that parents need not come first. */
export async function saveDivisions(pool: Pool, divisions: readonly Division[]): Promise<void> {
  const rows = divisions.map(({ code, parent, level, name }) => ({
    code,
    parent,
    level,
    name_zh: name.zh,
    name_en: name.en,
  }));
  await pool.query(
    `insert into division (code, parent, level, name_zh, name_en)
     select code, parent, level, name_zh, name_en
     from jsonb_to_recordset($1) as given (code text, parent text, level text, name_zh text, name_en text)
     on conflict (code) do update
       set parent = excluded.parent, level = excluded.level, name_zh = excluded.name_zh, name_en = excluded.name_en`,
    [JSON.stringify(rows)],
  );
}
