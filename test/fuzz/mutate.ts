import * as fc from 'fast-check';
import { oddText, oddValue } from './garbage.ts';

/** One thing done to a value: to which of its parts, and what. */
interface Mutation {
  readonly at: number;
  readonly how: 'replace' | 'drop' | 'add' | 'wrap' | 'half';
  readonly value: unknown;
  readonly name: string;
}

const mutation: fc.Arbitrary<Mutation> = fc.record({
  at: fc.nat(60),
  how: fc.oneof(
    { weight: 6, arbitrary: fc.constant('replace' as const) },
    fc.constantFrom('drop' as const, 'add' as const, 'wrap' as const, 'half' as const),
  ),
  value: oddValue,
  name: fc.constantFrom(
    'extra',
    'toString',
    'constructor',
    'hasOwnProperty',
    '',
    '0',
    'then',
    'refused',
    '长'.repeat(300),
  ),
});

/** The value, or the value with one or two parts of it gone wrong. */
export function mutated(whole: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> {
  return fc.oneof(
    { weight: 7, arbitrary: whole },
    { weight: 5, arbitrary: fc.tuple(whole, fc.array(mutation, { minLength: 1, maxLength: 2 })).map(withMutations) },
    { weight: 1, arbitrary: oddValue },
  );
}

function withMutations([whole, mutations]: [unknown, readonly Mutation[]]): unknown {
  return mutations.reduce<unknown>((value, one) => {
    const paths = pathsOf(value, []);
    return changed(value, paths[one.at % paths.length] ?? [], one);
  }, whole);
}

/** The places in a value, itself first. */
function pathsOf(value: unknown, before: readonly string[]): (readonly string[])[] {
  if (typeof value !== 'object' || value === null || before.length > 8) return [before];
  return [before, ...Object.entries(value).flatMap(([name, part]) => pathsOf(part, [...before, name]))];
}

function changed(value: unknown, path: readonly string[], one: Mutation): unknown {
  const [name, ...rest] = path;
  if (name === undefined) return appliedTo(value, one);
  if (Array.isArray(value)) {
    return value.flatMap((part, at) => {
      if (String(at) !== name) return [part];
      return rest.length === 0 && one.how === 'drop' ? [] : [changed(part, rest, one)];
    });
  }
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, part]) => {
      if (key !== name) return [[key, part]];
      return rest.length === 0 && one.how === 'drop' ? [] : [[key, changed(part, rest, one)]];
    }),
  );
}

function appliedTo(value: unknown, { how, value: odd, name }: Mutation): unknown {
  switch (how) {
    case 'wrap':
      return [value];
    case 'half':
      return typeof value === 'string' ? `${value.slice(0, value.length / 2)}\u0000\ud800` : odd;
    case 'add':
      if (Array.isArray(value)) return [...value, odd, odd];
      return typeof value === 'object' && value !== null ? { ...value, [name]: odd } : odd;
    default:
      return odd;
  }
}

/** What becomes of a JSON text on its way. */
type Spoil = (text: string, at: number, odd: string) => Buffer;

const SPOILS: readonly Spoil[] = [
  (text, at) => Buffer.from(text.slice(0, at % (text.length + 1))),
  (text, at, odd) => Buffer.from(text.slice(0, at % (text.length + 1)) + odd + text.slice(at % (text.length + 1))),
  (text, at) => {
    const bytes = Buffer.from(text);
    if (bytes.length > 0) bytes[at % bytes.length] = 0xff;
    return bytes;
  },
  (text) => Buffer.from(text, 'utf16le'),
  (text) => Buffer.from(`\ufeff${text}`),
  (text) => Buffer.from(text.replace(/^\{(.+)\}$/s, '{$1,$1}')),
  (text) => Buffer.from(text.replace('{', '{"__proto__":{"x":1},')),
  (text) => Buffer.from(text.replace('{', '{"constructor":{"prototype":{"x":1}},')),
  (text) => Buffer.from(text.replace(/"[^"]*"(?=[,}])/, '1e999')),
  (text) => Buffer.from(text.replace(/"[^"]*"(?=[,}])/, 'NaN')),
  (text) => Buffer.from(text.replace(/"[^"]*"(?=[,}])/, '-0')),
  (text) => Buffer.from(text.replace(/:/, ':99999999999999999999999999,"n":')),
  () => Buffer.from(`${'['.repeat(20_000)}${']'.repeat(20_000)}`),
  () => Buffer.from(`${'{"a":'.repeat(33)}1${'}'.repeat(33)}`),
  () => Buffer.from('"'),
  () => Buffer.alloc(0),
  () => Buffer.alloc(300, 0),
  () => Buffer.alloc(1_048_577, ' '),
];

/** JSON as it is sent: mostly whole. */
export function sentJson(value: fc.Arbitrary<unknown>): fc.Arbitrary<Buffer> {
  const text = value.map((one) => JSON.stringify(one));
  return fc.oneof(
    { weight: 7, arbitrary: text.map((one) => Buffer.from(one)) },
    {
      weight: 1,
      arbitrary: fc
        .tuple(text, fc.constantFrom(...SPOILS), fc.nat(2_000), oddText)
        .map(([one, spoil, at, odd]) => spoil(one, at, odd.slice(0, 100))),
    },
  );
}
