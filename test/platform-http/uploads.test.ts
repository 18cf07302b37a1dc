import { deflateSync } from 'node:zlib';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isRefused } from '../../src/platform/http/refused.ts';
import { checkCount, checkFile, safeName } from '../../src/platform/uploads/check.ts';
import { isDocx } from '../../src/platform/uploads/docx.ts';
import { findKind } from '../../src/platform/uploads/kinds.ts';
import { MOST_FILE_BYTES } from '../../src/platform/uploads/limits.ts';
import { stripJpeg } from '../../src/platform/uploads/strip-jpeg.ts';
import { stripPng } from '../../src/platform/uploads/strip-png.ts';
import { chunk, exif, jpeg, mp3, png, segment, zip } from './sample-files.ts';

describe('what a file is, its content says', () => {
  const text = (value: string) => Buffer.from(value);
  const docx = zip(['[Content_Types].xml', 'word/document.xml']);
  test.each([
    ['jpeg', jpeg()],
    ['png', png()],
    ['pdf', text('%PDF-1.7\n%âãÏÓ\n')],
    ['pdf', text('\ufeff\n %PDF-1.4')],
    ['docx', docx],
    ['mp3', text('ID3\u0003\u0000\u0000\u0000\u0000\u0000\u0000x')],
    ['mp3', mp3()],
    ['mp4', Buffer.concat([Buffer.from([0, 0, 0, 24]), text('ftypisom\0\0\0\0isomavc1')])],
    ['txt', text('你好，𠮷\r\n\tabc')],
    [undefined, text('')],
    [undefined, Buffer.from('\ufeff你好', 'utf16le')],
    [undefined, Buffer.from([0xc4, 0xe3, 0xba, 0xc3])],
    [undefined, text('a\0b')],
    [undefined, text('MZ\u0090\u0000')],
    [undefined, zip(['[Content_Types].xml', 'xl/workbook.xml'])],
    [undefined, zip(['[Content_Types].xml', 'word/document.xml', 'word/vbaProject.bin'])],
    [undefined, docx.subarray(0, docx.length - 10)],
    [undefined, Buffer.concat([Buffer.from([0, 0, 0, 24]), text('ftypqt  \0\0\0\0qt  ')])],
    [undefined, Buffer.from([0xff, 0xfb, 0x90, 0x00, 1, 2, 3])],
  ] as const)('%s', (kind, bytes) => {
    expect(findKind(bytes)).toBe(kind);
  });

  test('whatever its name', () => {
    expect(checkFile({ name: 'C:\\letters\\信.exe', bytes: png() })).toMatchObject({ kind: 'png', name: '信.png' });
  });
});

describe('what is not taken, is refused with the remedy', () => {
  test.each([
    ['file-empty', 422, Buffer.alloc(0)],
    ['file-too-large', 413, Buffer.alloc(MOST_FILE_BYTES + 1, 'a')],
    ['file-kind', 415, Buffer.from([1, 2, 3])],
    ['file-damaged', 422, jpeg().subarray(0, 12)],
    ['file-damaged', 422, png().subarray(0, 60)],
  ] as const)('%s', (code, status, bytes) => {
    const refused = checkFile({ name: 'x', bytes });
    expect(refused).toMatchObject({ refused: true, code, status });
    expect(isRefused(refused) && refused.said.zh !== '' && refused.said.en !== '').toBe(true);
  });

  test('more than ten files', () => {
    expect(checkCount({ already: 9, adding: 1 })).toBeUndefined();
    expect(checkCount({ already: 9, adding: 2 })).toMatchObject({ code: 'files-too-many' });
  });
});

describe('a JPEG tells nothing but its picture', () => {
  const secret = Buffer.from('SECRET');

  test('every application segment goes but JFIF and Adobe, and so do comments and what follows the end', () => {
    const metadata = [0xe1, 0xe2, 0xe5, 0xed, 0xef, 0xfe].map((marker) => segment(marker, secret));
    const adobe = segment(0xee, Buffer.from('Adobe\0d\0\0\0\0\0'));
    const dirty = Buffer.concat([jpeg([...metadata, adobe]), Buffer.from('ftypmp42 SECRET')]);
    const clean = stripJpeg(dirty);
    expect(clean).toEqual(jpeg([adobe]));
    expect(clean?.includes('SECRET')).toBe(false);
  });

  test('previews inside JFIF go', () => {
    const jfif = segment(
      0xe0,
      Buffer.concat([Buffer.from('JFIF\0\u0001\u0001\0\0\u0001\0\u0001\u0001\u0001'), secret]),
    );
    expect(stripJpeg(jpeg([jfif, segment(0xe0, Buffer.from('JFXX\0SECRET'))]))?.includes('SECRET')).toBe(false);
  });

  test.each(['II', 'MM'] as const)('only the orientation is written anew (%s)', (order) => {
    const clean = stripJpeg(jpeg([exif(order, 6, secret)]));
    expect(clean).toEqual(jpeg([exif('MM', 6)]));
    expect(stripJpeg(clean ?? Buffer.alloc(0))).toEqual(clean);
    expect(stripJpeg(jpeg([exif(order, 1)]))).toEqual(jpeg());
    expect(stripJpeg(jpeg([exif(order, 77)]))).toEqual(jpeg());
  });

  test('escaped bytes, restarts and segments between scans are understood', () => {
    const scan = segment(0xda, Buffer.from([1, 1, 0, 0, 63, 0]));
    const data = Buffer.from([1, 0xff, 0x00, 2, 0xff, 0xd3, 3, 0xff, 0xff, 0x00, 4]);
    const two = (between: Buffer) => jpeg([scan, data, between]);
    expect(stripJpeg(two(segment(0xfe, secret)))).toEqual(two(Buffer.alloc(0)));
  });

  test('a forgotten end is added', () => {
    expect(stripJpeg(jpeg().subarray(0, -2))).toEqual(jpeg());
  });
});

describe('a PNG tells nothing but its picture', () => {
  test('texts, EXIF, times and what follows the end go; colour and transparency stay', () => {
    const metadata = ['eXIf', 'tEXt', 'iTXt', 'zTXt', 'tIME'].map((name) => chunk(name, Buffer.from('SECRET')));
    const kept = [chunk('gAMA', Buffer.from([0, 0, 177, 143])), chunk('tRNS', Buffer.from([0, 1, 0, 1, 0, 1]))];
    const dirty = Buffer.concat([png([...metadata, ...kept]), Buffer.from('SECRET')]);
    expect(stripPng(dirty)).toEqual(png(kept));
  });

  test('a damaged one is recognised', () => {
    expect(stripPng(png().subarray(0, 40))).toBeUndefined();
    expect(
      stripPng(Buffer.concat([png().subarray(0, 8), chunk('IDAT', deflateSync('x')), chunk('IEND')])),
    ).toBeUndefined();
  });
});

describe('garbage is judged, never thrown at', () => {
  const starts = [
    jpeg([exif('II', 3)]),
    png(),
    zip(['[Content_Types].xml', 'word/document.xml']),
    mp3(),
    Buffer.alloc(0),
  ];

  test('any bytes, also after a good beginning', () => {
    fc.assert(
      fc.property(fc.constantFrom(...starts), fc.nat(80), fc.uint8Array({ maxLength: 200 }), (start, cut, rest) => {
        const bytes = Buffer.concat([start.subarray(0, cut), rest]);
        const answer = checkFile({ name: 'x', bytes });
        if (!isRefused(answer)) expect(answer.sha256).toHaveLength(32);
        stripJpeg(bytes);
        stripPng(bytes);
        isDocx(bytes);
      }),
      { numRuns: 3_000, seed: 7 },
    );
  });

  test('a good file with any byte changed', () => {
    for (const start of starts) {
      for (let at = 0; at < start.length; at += 1) {
        const bytes = Buffer.from(start);
        bytes[at] = (bytes[at] ?? 0) ^ 0xff;
        checkFile({ name: 'x', bytes });
      }
    }
  });

  test('any name becomes a safe one', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (name) => {
        const safe = safeName(name, 'pdf');
        expect(safe).toMatch(/^[^/\\<>:"|?*\p{Cc}\p{Cf}]+\.pdf$/u);
        expect([...safe].length).toBeLessThanOrEqual(84);
      }),
      { numRuns: 2_000, seed: 7 },
    );
    expect(safeName('../../etc/passwd', 'txt')).toBe('passwd.txt');
    expect(safeName('', 'txt')).toBe('file.txt');
    expect(safeName('附件 1.合同.PDF', 'pdf')).toBe('附件 1.合同.pdf');
  });
});
