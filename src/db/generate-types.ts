import type { Pool } from 'pg';

type Column = {
  table: string;
  column: string;
  /** The type's name inside PostgreSQL; an array's begins with `_`. */
  type: string;
  nullable: boolean;
  /** The database fills it when a row leaves it out. */
  filled: boolean;
  /** Always computed, never written. */
  computed: boolean;
  labels: string[] | null;
  table_comment: string | null;
};

/** How values of a type come back from the pool (see platform/postgres/type-parsers.ts). */
const TYPES: Readonly<Record<string, string>> = {
  bool: 'boolean',
  bytea: 'Buffer',
  float4: 'number',
  float8: 'number',
  int2: 'number',
  int4: 'number',
  json: 'JsonValue',
  jsonb: 'JsonValue',
  oid: 'number',
};

const COLUMNS = `
  SELECT c.relname AS table, a.attname AS column, coalesce(base.typname, t.typname) AS type,
         NOT a.attnotnull AND NOT t.typnotnull AS nullable,
         a.atthasdef OR a.attidentity <> '' AS filled,
         a.attgenerated <> '' OR a.attidentity = 'a' AS computed,
         (SELECT array_agg(e.enumlabel::text ORDER BY e.enumsortorder) FROM pg_enum e WHERE e.enumtypid = t.oid) AS labels,
         obj_description(c.oid, 'pg_class') AS table_comment
  FROM pg_class c
  JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
  JOIN pg_type t ON t.oid = a.atttypid
  LEFT JOIN pg_type base ON base.oid = t.typbasetype AND t.typtype = 'd'
  WHERE c.relnamespace = current_schema()::regnamespace AND c.relkind IN ('r', 'p', 'v', 'm') AND NOT c.relispartition
    AND NOT EXISTS (SELECT 1 FROM pg_depend d WHERE d.objid = c.oid AND d.deptype = 'e')
  ORDER BY c.relname COLLATE "C", a.attnum`;

const HEAD = `// Written by \`./huiying generate-types\` from a migrated database. Change a migration instead.
import type { ColumnType, Generated } from 'kysely';

/** Whatever was stored; check it before use. Write it as JSON text: pg would send an array as an SQL array. */
export type JsonValue = unknown;
`;

/** The types of all tables of a migrated database, as the text of src/db/tables.ts; the same schema, the same text. */
export async function describeTables(pool: Pool): Promise<string> {
  const { rows } = await pool.query<Column>(COLUMNS);
  const tables = new Map<string, Column[]>();
  for (const row of rows) tables.set(row.table, [...(tables.get(row.table) ?? []), row]);
  const list = [...tables].map(([table]) => `  ${key(table)}: ${typeName(table)};\n`);
  const body = `${[...tables].map(describeTable).join('\n')}\nexport interface Tables {\n${list.join('')}}\n`;
  const used = ['ColumnType', 'Generated'].filter((name) => body.includes(`${name}<`));
  const imports = used.length === 0 ? '' : `import type { ${used.join(', ')} } from 'kysely';\n`;
  return `${HEAD.replace(/^import .*\n/m, imports)}\n${body}`;
}

function describeTable([table, columns]: [string, Column[]]): string {
  const comment = columns[0]?.table_comment;
  const doc = comment ? `/** ${comment.replaceAll('*/', '* /').replaceAll(/\s+/g, ' ').trim()} */\n` : '';
  return `${doc}export interface ${typeName(table)} {\n${columns.map(describeColumn).join('')}}\n`;
}

function describeColumn({ column, type, nullable, filled, computed, labels }: Column): string {
  const plain = labels === null ? typeOf(type) : labels.map((label) => `'${label}'`).join(' | ');
  const value = nullable ? `${plain} | null` : plain;
  if (computed) return `  ${key(column)}: ColumnType<${value}, never, never>;\n`;
  return `  ${key(column)}: ${filled ? `Generated<${value}>` : value};\n`;
}

/** Every type without an entry of its own comes back as text. */
function typeOf(type: string): string {
  return type.startsWith('_') ? `${TYPES[type.slice(1)] ?? 'string'}[]` : (TYPES[type] ?? 'string');
}

function typeName(table: string): string {
  const words = table.split(/[^a-zA-Z0-9]+/).filter((word) => word !== '');
  return `${words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join('')}Table`;
}

function key(name: string): string {
  return /^[a-zA-Z_$][\w$]*$/.test(name) ? name : `'${name}'`;
}
