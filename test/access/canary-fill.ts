import { z } from 'zod';
import type { JsonSchema } from '../../src/platform/http/example.ts';
import type { RouteContract } from '../../src/platform/http/route.contract.ts';

/** Values by the name of their field; undefined leaves the field out. */
export type Known = Readonly<Record<string, unknown>>;

interface Bounded extends JsonSchema {
  readonly maxLength?: number;
  readonly properties?: Readonly<Record<string, Bounded>>;
  readonly items?: Bounded;
}

export function schemaOf(schema: RouteContract['body']): Bounded {
  // Zod writes the standard's own fields; what is read of them is typed here.
  return schema === undefined ? {} : (z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as Bounded);
}

/** Is anything that a person can write taken here? */
function isFree({ type, format, pattern, enum: choices, const: only }: Bounded): boolean {
  return type === 'string' && format === undefined && pattern === undefined && !choices && only === undefined;
}

/**
 * A request made from the route's own schema, with a word of its own in every free-text place of it, each told to
 * `placed` with the path it stands at.
 */
export function filled(
  schema: Bounded,
  known: Known,
  place: (path: string, most: number) => string,
  path = '',
): unknown {
  const name = path.split('.').at(-1) ?? '';
  if (Object.hasOwn(known, name)) return known[name];
  if (isFree(schema)) return place(path, schema.maxLength ?? 20_000);
  if (schema.const !== undefined) return schema.const;
  if (schema.enum !== undefined) return schema.enum[0];
  const choice = (schema.anyOf ?? schema.oneOf ?? schema.allOf)?.find(({ type }) => type !== 'null');
  if (choice !== undefined) return filled(choice, known, place, path);
  switch (typeof schema.type === 'string' ? schema.type : schema.type?.[0]) {
    case 'string':
      return schema.format === 'date' ? '2026-03-02' : undefined;
    case 'integer':
    case 'number':
      return Math.max(schema.minimum ?? 1, 1);
    case 'boolean':
      return true;
    case 'array': {
      const item = filled(schema.items ?? {}, known, place, path);
      return item === undefined ? [] : [item];
    }
    case 'object':
      return Object.fromEntries(
        Object.entries(schema.properties ?? {}).flatMap(([key, field]) => {
          const value = filled(field, known, place, path === '' ? key : `${path}.${key}`);
          return value === undefined ? [] : [[key, value]];
        }),
      );
    default:
      return undefined;
  }
}

/** Parameters that search: every word is tried there, elsewhere the first and the last. */
const SEARCHES: readonly string[] = ['q', 'who', 'stream'];

/** Queries of one parameter each: every choice where there are choices, words where anything goes. */
export function queriesOf(
  route: RouteContract,
  words: readonly string[],
): readonly { readonly text: string; readonly word?: string }[] {
  const few = [...words.slice(0, 1), ...words.slice(-1)];
  return Object.entries(schemaOf(route.query).properties ?? {}).flatMap(([name, field]) => {
    if (field.enum !== undefined) return field.enum.map((value) => ({ text: `${name}=${value}` }));
    const tried = SEARCHES.includes(name) ? words : isFree(field) ? few : [];
    return tried.map((word) => ({ text: `${name}=${encodeURIComponent(word)}`, word }));
  });
}
