import type { Refused } from '../http/refused.ts';
import { sha256 } from '../secrets/keyring.ts';
import { FILE_KINDS, type FileKind, findKind } from './kinds.ts';
import { MOST_FILE_BYTES, MOST_FILES } from './limits.ts';
import { stripJpeg } from './strip-jpeg.ts';
import { stripPng } from './strip-png.ts';
import { UPLOAD_TEXTS, type UploadRefusal } from './uploads.texts.ts';

/** A file as it may be kept. */
export interface CheckedFile {
  readonly kind: FileKind;
  readonly mime: string;
  /** Safe to show and to offer for download, with the extension the content has. */
  readonly name: string;
  /** Pictures without metadata; anything else as it was given. */
  readonly bytes: Buffer;
  /** SHA-256 of what was given, before anything was taken out. */
  readonly sha256: Buffer;
}

/** Judges a file by its content and takes the metadata out of pictures; or says why it is not taken. Never throws. */
export function checkFile({ name, bytes }: { name: string; bytes: Buffer }): CheckedFile | Refused {
  if (bytes.length === 0) return refuseUpload('file-empty');
  if (bytes.length > MOST_FILE_BYTES) return refuseUpload('file-too-large');
  const kind = findKind(bytes);
  if (kind === undefined) return refuseUpload('file-kind');
  const clean = stripped(kind, bytes);
  if (clean === undefined) return refuseUpload('file-damaged');
  const { mime, extension } = FILE_KINDS[kind];
  return { kind, mime, name: safeName(name, extension), bytes: clean, sha256: sha256(bytes) };
}

/** Refuses files beyond the limit of one request or draft. */
export function checkCount({ already, adding }: { already: number; adding: number }): Refused | undefined {
  return already + adding > MOST_FILES ? refuseUpload('files-too-many') : undefined;
}

export function refuseUpload(code: UploadRefusal, field = 'files'): Refused {
  return { refused: true, code, status: STATUS[code] ?? 422, said: UPLOAD_TEXTS[code], field };
}

const STATUS: Readonly<Partial<Record<UploadRefusal, number>>> = {
  'file-kind': 415,
  'file-too-large': 413,
  'form-too-large': 413,
  'file-unchecked': 503,
};

function stripped(kind: FileKind, bytes: Buffer): Buffer | undefined {
  if (kind === 'jpeg') return stripJpeg(bytes);
  return kind === 'png' ? stripPng(bytes) : bytes;
}

/** The last part of the name, without signs that mean something to a file system, a header or the direction of writing. */
export function safeName(name: string, extension: string): string {
  const last = name.split(/[\\/]/).at(-1) ?? '';
  const plain = last
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cf}\p{Co}\p{Cs}<>:"|?*]/gu, '')
    .replace(/\.[A-Za-z0-9]{1,5}$/, '')
    .replace(/^[\s.]+|[\s.]+$/g, '');
  const short = [...plain].slice(0, 80).join('');
  return `${short === '' ? 'file' : short}.${extension}`;
}
