import * as fc from 'fast-check';
import type { JsonSchema } from '../../src/platform/http/example.ts';
import { ODD_DAYS, oddText } from './garbage.ts';

/** What stands in the city, by the names under which requests ask for it. */
export type Known = Readonly<Record<string, readonly string[]>>;

/** What the schemas here say beyond what the documentation reads. */
interface Bounded extends JsonSchema {
  readonly maximum?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly maxLength?: number;
  readonly properties?: Readonly<Record<string, Bounded>>;
  readonly items?: Bounded;
}

const WORDS = ['一个月内修好。', '现场看过，情况属实。', 'x', '请尽快办', '河湾物业公司'] as const;
const DAYS = ['2026-03-02', '2026-03-03', '2026-03-20', '2026-05-01', '2025-12-31'] as const;

/** What values are made for: what is known, and whether strange ones are among them. */
export interface Taste {
  readonly known: Known;
  readonly strange: boolean;
}

/** Values that the schema takes and that mean something here: bodies, matters, assignments, days of this year. */
export function plausible(schema: JsonSchema, taste: Taste, name = '', depth = 0): fc.Arbitrary<unknown> {
  const bounded: Bounded = schema;
  const choices = schema.anyOf ?? schema.oneOf ?? schema.allOf;
  if (schema.const !== undefined) return fc.constant(schema.const);
  if (schema.enum !== undefined) return fc.constantFrom(...schema.enum);
  if (depth > 6) return fc.constant(null);
  if (choices !== undefined) return fc.oneof(...choices.map((one) => plausible(one, taste, name, depth + 1)));
  switch (typeof schema.type === 'string' ? schema.type : schema.type?.[0]) {
    case 'string':
      return textFor(bounded, taste, name);
    case 'integer':
    case 'number':
      return numberFor(bounded);
    case 'boolean':
      return fc.boolean();
    case 'array':
      return fc.array(plausible(schema.items ?? {}, taste, singular(name), depth + 1), {
        minLength: bounded.minItems ?? 0,
        maxLength: Math.max(bounded.minItems ?? 0, Math.min(bounded.maxItems ?? 3, 3)),
      });
    case 'object':
      return objectFor(bounded, taste, depth);
    default:
      return fc.constantFrom<unknown>(null, 'x', 1);
  }
}

function objectFor({ properties = {}, required = [] }: Bounded, taste: Taste, depth: number): fc.Arbitrary<unknown> {
  const fields: Record<string, fc.Arbitrary<unknown>> = Object.fromEntries(
    Object.entries(properties).map(([name, field]) => [name, plausible(field, taste, name, depth + 1)]),
  );
  return fc.record(fields, { requiredKeys: [...required] });
}

function numberFor({ minimum = 0, maximum = 9_999, type }: Bounded): fc.Arbitrary<number> {
  const [min, max] = [Math.max(minimum, -1_000), Math.min(maximum, 100_000)];
  const edges = fc.constantFrom(min, Math.min(min + 1, max), Math.min(min + 14, max), max);
  return type === 'integer' ? fc.oneof(edges, fc.integer({ min, max })) : edges;
}

function textFor(schema: Bounded, { known, strange }: Taste, name: string): fc.Arbitrary<string> {
  const { format, pattern, maxLength = 500 } = schema;
  const isDay = format === 'date';
  const here = isDay ? DAYS : (known[name] ?? known[format ?? ''] ?? []);
  const words = WORDS.map((one) => one.slice(0, maxLength));
  const usual =
    here.length > 0 ? fc.constantFrom(...here) : pattern === undefined ? fc.constantFrom(...words) : ofPattern(pattern);
  if (!strange) return usual;
  const odd = isDay ? fc.constantFrom(...ODD_DAYS) : oddText.map((text) => text.slice(0, maxLength));
  return fc.oneof(
    { weight: 7, arbitrary: usual },
    { weight: 1, arbitrary: odd },
    { weight: 1, arbitrary: pattern === undefined ? odd : ofPattern(pattern) },
  );
}

const patterns = new Map<string, fc.Arbitrary<string>>();

/** Made once: a pattern takes longer to read than a hundred texts to make from it. */
function ofPattern(pattern: string): fc.Arbitrary<string> {
  const made = patterns.get(pattern) ?? fc.stringMatching(new RegExp(pattern));
  patterns.set(pattern, made);
  return made;
}

/** `requests` holds a request. */
function singular(name: string): string {
  if (name === 'bodies') return 'body';
  return name.endsWith('s') ? name.slice(0, -1) : name;
}
