import * as fc from 'fast-check';
import { jpeg, mp3, png, zip } from '../platform-http/sample-files.ts';
import { encoded, oddText } from './garbage.ts';

/** What the forms of the portal ask for, with values that lead on. */
const FIELDS: Readonly<Record<string, readonly string[]>> = {
  go: ['next', 'back', 'later', 'step:you', 'step:papers', 'step:nowhere', 'add', 'remove', 'again', 'pass', 'skip'],
  from: ['', 'check'],
  kind: ['complaint', 'suggestion', 'report'],
  form: ['self', 'several', 'agent', 'guardian'],
  anonymous: ['', 'yes'],
  name: ['周桂兰', '欧阳·买买提'],
  phone: ['13900001101', '１３９００００１１０１', '+8613900001101', '025-12345678'],
  address: ['南江市临江区河湾街道柳荫里3号楼'],
  idKind: ['none', 'id-card', 'passport'],
  idNumber: ['11010519491231002X', '123'],
  count: ['2', '5', '1000', '٣'],
  others: ['李四\n王五', '李四 13900001102'],
  forName: ['周老太'],
  forPhone: ['13900001103'],
  forAddress: ['柳荫里3号楼'],
  district: ['990101', '990102', 'unsure', '110000'],
  street: ['990101001', '990102001', '110000001'],
  place: ['柳荫里'],
  text: ['拖欠工资三个月，仲裁不理。', '楼道灯坏了半年，求你们修修。', '不想活了'],
  'since-y': ['2025', '2026', '1899', '0000', '9999'],
  'since-m': ['2', '12', '13', '00'],
  'since-d': ['1', '30', '31', '32'],
  tried: ['court', 'arbitration', 'nothing'],
  'ask-1': ['把灯修好'],
  'ask-2': ['赔偿'],
  code: ['123456', '000000', '1234 5678 9012 3456'],
  fact: ['1101', '周桂兰'],
  publish: ['yes'],
  mayPublish: ['yes'],
  sure: ['yes', 'no'],
  reason: ['办得不对', ''],
  office: ['satisfied', 'basic', 'unsatisfied', 'best'],
  body: ['satisfied', 'unsatisfied'],
  'office-why': ['慢'],
  'body-why': ['没修'],
  reviewer: ['city-housing', 'd01-gov', 'city-gov', 'nowhere'],
  excuse: ['生病'],
  key: ['0f8fad5b-d9cb-469f-a165-70867728950e', 'not-a-key'],
  remove: ['0f8fad5b-d9cb-469f-a165-70867728950e'],
  file: ['0f8fad5b-d9cb-469f-a165-70867728950e'],
};

const field: fc.Arbitrary<readonly [string, string]> = fc.oneof(
  {
    weight: 12,
    arbitrary: fc
      .constantFrom(...Object.entries(FIELDS))
      .chain(([name, values]) => fc.tuple(fc.constant(name), fc.constantFrom(...values))),
  },
  { weight: 3, arbitrary: fc.tuple(fc.constantFrom(...Object.keys(FIELDS)), oddText) },
  { weight: 1, arbitrary: fc.tuple(oddText, oddText) },
);

/** Every field, most with the value that leads on, a few with something else. */
const filled: fc.Arbitrary<readonly (readonly [string, string])[]> = fc.array(field, { maxLength: 3 }).map((others) => {
  const first = Object.entries(FIELDS).map(([name, [value = '']]) => [name, value] as const);
  return [...first.filter(([name]) => !others.some(([other]) => other === name)), ...others];
});

const fields = fc.oneof(filled, fc.array(field, { maxLength: 14 }));

/** A posted form, with the hidden token of whoever sends it. */
export function sentForm(token: string): fc.Arbitrary<Buffer> {
  return fc
    .record({
      fields,
      token: fc.oneof({ weight: 9, arbitrary: fc.constant(token) }, oddText),
      spoil: fc.oneof(
        { weight: 12, arbitrary: fc.constant('') },
        fc.constantFrom(
          '&=&&=',
          '%',
          '&text=%zz',
          '&a[b][c]=1',
          '&text=%ff%fe',
          '&text=%00',
          `&${'a=1&'.repeat(1_500)}`,
        ),
      ),
    })
    .map((form) => {
      const pairs = [['_csrf', form.token] as const, ...form.fields];
      return Buffer.from(pairs.map((pair) => pair.map(encoded).join('=')).join('&') + form.spoil);
    });
}

const FILES: readonly Buffer[] = [
  png(),
  jpeg(),
  mp3(),
  zip(['[Content_Types].xml', 'word/document.xml']),
  Buffer.from('%PDF-1.7\n%âãÏÓ\n'),
  Buffer.from('一封信'),
  Buffer.alloc(0),
  Buffer.alloc(40_000, 'a'),
];

const file: fc.Arbitrary<Buffer> = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...FILES) },
  fc
    .tuple(fc.constantFrom(...FILES), fc.nat(80), fc.uint8Array({ maxLength: 60 }))
    .map(([start, cut, rest]) => Buffer.concat([start.subarray(0, cut), rest])),
);

const fileName = fc.oneof(
  fc.constantFrom(
    '信.png',
    'a.exe',
    '../../etc/passwd',
    'a'.repeat(3_000),
    '',
    '.',
    '\\',
    'a";filename="b',
    'x\u0000.png',
    'CON',
  ),
  oddText.map((text) => text.toWellFormed().slice(0, 300)),
);

const part: fc.Arbitrary<Buffer> = fc
  .record({
    field: fc.constantFrom('file', 'files', '__proto__', 'toString', '', '_csrf', '名'),
    name: fileName,
    type: fc.constantFrom(
      'image/png',
      'text/plain; charset=utf-7',
      'application/json',
      '',
      ';;',
      'multipart/mixed; boundary=x',
    ),
    bytes: file,
    head: fc.constantFrom(
      '',
      'content-transfer-encoding: base64\r\n',
      'content-disposition: x\r\n',
      'x'.repeat(20_000),
      '\u0000: a\r\n',
    ),
  })
  .map(({ field: to, name, type, bytes, head }) =>
    Buffer.concat([
      Buffer.from(
        `content-disposition: form-data; name="${to}"; filename="${name}"\r\ncontent-type: ${type}\r\n${head}\r\n`,
      ),
      bytes,
    ]),
  );

export interface SentFiles {
  readonly type: string;
  readonly payload: Buffer;
}

const CUT = 'cut';

/** A form with files: whole, or without its boundary, its end, its lines. */
export function sentFiles(token: string): fc.Arbitrary<SentFiles> {
  return fc
    .record({
      fields: fc.array(field, { maxLength: 4 }),
      parts: fc.array(part, { maxLength: 3 }),
      type: fc.oneof(
        { weight: 12, arbitrary: fc.constant(`multipart/form-data; boundary=${CUT}`) },
        fc.constantFrom(
          ...['multipart/form-data', 'multipart/form-data; boundary=', 'multipart/form-data; boundary=other'],
          ...[`multipart/form-data; boundary="${CUT}`, `multipart/form-data; boundary=${'x'.repeat(200)}`],
          ...[`multipart/mixed; boundary=${CUT}`, 'multipart/form-data; boundary=cut; boundary=b; charset=x'],
        ),
      ),
      spoil: fc.oneof(
        { weight: 12, arbitrary: fc.constant('none' as const) },
        fc.constantFrom('no-end' as const, 'half' as const, 'lines' as const, 'many' as const, 'noise' as const),
      ),
    })
    .map((form) => {
      const texts = [['_csrf', token] as const, ...form.fields].map(([name, value]) =>
        Buffer.from(`content-disposition: form-data; name="${name.replaceAll('"', '%22')}"\r\n\r\n${value}`),
      );
      const all =
        form.spoil === 'many' ? Array.from({ length: 130 }, () => texts[0] ?? CUT) : [...texts, ...form.parts];
      return {
        type: form.type,
        payload: spoilt(
          form.spoil,
          all.map((one) => Buffer.from(one)),
        ),
      };
    });
}

function spoilt(how: 'none' | 'no-end' | 'half' | 'lines' | 'many' | 'noise', parts: readonly Buffer[]): Buffer {
  const whole = Buffer.concat([
    ...parts.flatMap((one) => [Buffer.from(`--${CUT}\r\n`), one, Buffer.from('\r\n')]),
    Buffer.from(how === 'no-end' ? '' : `--${CUT}--\r\n`),
  ]);
  switch (how) {
    case 'half':
      return whole.subarray(0, whole.length / 2);
    case 'lines':
      return Buffer.from(whole.toString('latin1').replaceAll('\r\n', '\n'), 'latin1');
    case 'noise':
      return Buffer.concat([Buffer.alloc(200, 0xff), whole, Buffer.alloc(200, 0)]);
    default:
      return whole;
  }
}
