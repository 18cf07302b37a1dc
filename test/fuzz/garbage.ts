import * as fc from 'fast-check';

/** Texts that careless code trips over: invisible signs, halves of characters, code of other languages, names of prototypes. */
const ODD_TEXTS: readonly string[] = [
  '',
  ' ',
  '\u0000',
  '信\u0000访',
  '\ud800',
  '半\udfff个',
  '\ud83d',
  '\u2028行\u2029',
  '\u202e倒写',
  '\ufeff',
  '\uffff',
  '👩‍👩‍👧‍👦',
  '𠮷野家',
  'e\u0301',
  '\r\nset-cookie: a=b',
  '\u001b[31m\u0007',
  "'; DROP TABLE fact; --",
  '" OR 1=1 --',
  '%_\\%',
  '<script>alert(1)</script>',
  '</textarea><img src=x onerror=alert(1)>',
  '$'.concat('{7*7}{{7*7}}'),
  '../../../../etc/passwd',
  '%00%ff%zz',
  '__proto__',
  'constructor',
  'toString',
  'hasOwnProperty',
  'null',
  'NaN',
  'Infinity',
  '-1',
  '1e999',
  '99999999999999999999',
  '１２３',
  '٣',
  'a1',
  'a9999',
  'd01-housing',
  'nowhere',
  '990101-2026-999999',
  '990101-2026-999999-1',
  '990101-2026-000001-999',
  '00000000-0000-0000-0000-000000000000',
];

/** Days that are none, or that no calendar reaches. */
export const ODD_DAYS: readonly string[] = [
  '2026-02-30',
  '2026-13-01',
  '2026-00-00',
  '0000-00-00',
  '0000-01-01',
  '0001-01-01',
  '1900-02-29',
  '1948-12-31',
  '9999-12-31',
  '99999-01-01',
  '-001-01-01',
  '2026-3-2',
  '2026-03-02T00:00:00Z',
  '2026-03-02 ',
];

const ODD_NUMBERS: readonly number[] = [0, -0, -1, 1.5, 32_768, 2 ** 31, 2 ** 53, 1e21, -1e308, 5e-324];

export const oddText: fc.Arbitrary<string> = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...ODD_TEXTS) },
  { weight: 2, arbitrary: fc.constantFrom(...ODD_DAYS) },
  { weight: 2, arbitrary: fc.string({ unit: 'binary', maxLength: 20 }) },
  {
    weight: 1,
    arbitrary: fc
      .tuple(fc.constantFrom('长', '\u0000', '𠮷', 'a ', '\ud800'), fc.constantFrom(81, 501, 20_001, 70_000))
      .map(([sign, times]) => sign.repeat(times)),
  },
);

/** An array in an array in an array. */
function nested(levels: number): unknown {
  return levels === 0 ? 'deep' : [nested(levels - 1)];
}

/** Anything that JSON can say where something else was expected. */
export const oddValue: fc.Arbitrary<unknown> = fc.oneof(
  { weight: 5, arbitrary: oddText },
  { weight: 3, arbitrary: fc.constantFrom(...ODD_NUMBERS) },
  { weight: 1, arbitrary: fc.constantFrom<unknown>(null, true, false, [], {}, [[]], [null], { length: 3 }) },
  { weight: 1, arbitrary: fc.constantFrom(10, 31, 33, 200).map(nested) },
  { weight: 1, arbitrary: fc.nat(300).map((many) => Array.from({ length: many }, () => '1')) },
  { weight: 1, arbitrary: fc.jsonValue({ maxDepth: 2 }) },
);

/** Text as it may stand in a header of a real request: anything else the parser of Node refuses before us. */
export const oddHeader: fc.Arbitrary<string> = fc
  .oneof(
    fc.constantFrom(
      '',
      ' ',
      ';',
      ';;=;',
      '=',
      ',',
      '"',
      '\u00ff\u00fe',
      'a'.repeat(8_000),
      '%00',
      '%zz',
      '*/*;q=zz',
      '🙂',
    ),
    fc.stringMatching(/^[\t -~\u0080-\u00ff]{0,40}$/),
  )
  .map((text) => Buffer.from(text).toString('latin1'));

/** A part of an address as it is sent: mostly encoded as it should be, sometimes broken. */
export const oddPart: fc.Arbitrary<string> = fc.oneof(
  { weight: 4, arbitrary: oddText.map(encoded) },
  {
    weight: 3,
    arbitrary: fc.constantFrom(
      ...['%', '%zz', '%0', '%00', '%c0%ae', '%ed%a0%80', '%ff%fe', '%2e%2e%2f', '%2F', '..', '.', '*', ':matter'],
      ...['%u1234', 'x'.repeat(201), '%E4%BF', '%25', ';a=b', '@', '990101-2026-000001%00', '%0d%0aa:b'],
    ),
  },
);

/** Encodes as a browser does, halves of characters as the three bytes that UTF-8 forbids; not longer than an address is read. */
export function encoded(text: string): string {
  return [...text.slice(0, 4_000)]
    .map((sign) => (sign.isWellFormed() ? encodeURIComponent(sign) : '%ED%A0%80'))
    .join('');
}
