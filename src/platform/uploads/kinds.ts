import { isDocx } from './docx.ts';

/** Kinds of file that are taken. */
export type FileKind = 'jpeg' | 'png' | 'pdf' | 'txt' | 'docx' | 'mp3' | 'mp4';

export const FILE_KINDS = {
  jpeg: { mime: 'image/jpeg', extension: 'jpg' },
  png: { mime: 'image/png', extension: 'png' },
  pdf: { mime: 'application/pdf', extension: 'pdf' },
  txt: { mime: 'text/plain; charset=utf-8', extension: 'txt' },
  docx: {
    mime: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    extension: 'docx',
  },
  mp3: { mime: 'audio/mpeg', extension: 'mp3' },
  mp4: { mime: 'video/mp4', extension: 'mp4' },
} as const satisfies Record<FileKind, { mime: string; extension: string }>;

const PNG_SIGN = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/** What the bytes are, whatever the file's name says; undefined where it is none of the kinds taken. Never throws. */
export function findKind(bytes: Buffer): FileKind | undefined {
  if (bytes.length >= 4 && bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff) return 'jpeg';
  if (bytes.subarray(0, 8).equals(PNG_SIGN)) return 'png';
  if (isPdf(bytes)) return 'pdf';
  if (isDocx(bytes)) return 'docx';
  if (isMp4(bytes)) return 'mp4';
  if (isMp3(bytes)) return 'mp3';
  return isPlainText(bytes) ? 'txt' : undefined;
}

/** Some scanners begin with blanks or a byte order mark. */
function isPdf(bytes: Buffer): boolean {
  return /^(?:\xef\xbb\xbf)?[\s\0]{0,1000}%PDF-\d/.test(bytes.subarray(0, 1_024).toString('latin1'));
}

const MP4_BRANDS = /^(?:iso[0-9a-m]|mp4[12]|avc1|M4[AV] |MSNV|dash)$/;

function isMp4(bytes: Buffer): boolean {
  if (bytes.length < 16 || bytes.toString('latin1', 4, 8) !== 'ftyp') return false;
  return MP4_BRANDS.test(bytes.toString('latin1', 8, 12));
}

/** An ID3 tag, or two frame headers of layer III where the first says the second is. */
function isMp3(bytes: Buffer): boolean {
  if (bytes.length >= 10 && bytes.toString('latin1', 0, 3) === 'ID3' && (bytes[3] ?? 0xff) < 0x10) return true;
  const length = frameLength(bytes, 0);
  return length !== undefined && frameLength(bytes, length) !== undefined;
}

const MPEG1_RATES = [0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320];
const MPEG2_RATES = [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160];
const SAMPLES = [44_100, 48_000, 32_000];

function frameLength(bytes: Buffer, at: number): number | undefined {
  const [a, b, c] = [bytes[at], bytes[at + 1], bytes[at + 2]];
  if (a !== 0xff || b === undefined || c === undefined || (b & 0xe6) !== 0xe2) return undefined;
  const version = (b >> 3) & 3;
  const sample = SAMPLES[(c >> 2) & 3];
  const rate = (version === 3 ? MPEG1_RATES : MPEG2_RATES)[c >> 4];
  if (version === 1 || sample === undefined || rate === undefined || rate === 0) return undefined;
  const slower = version === 3 ? 1 : version === 2 ? 2 : 4;
  return Math.floor(((version === 3 ? 144_000 : 72_000) * rate) / (sample / slower)) + ((c >> 1) & 1);
}

/** UTF-8 without control signs other than tab, line ends and form feed. */
function isPlainText(bytes: Buffer): boolean {
  if (bytes.length === 0) return false;
  for (const byte of bytes) {
    if (byte === 0x7f || (byte < 0x20 && byte !== 9 && byte !== 10 && byte !== 12 && byte !== 13)) return false;
  }
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}
