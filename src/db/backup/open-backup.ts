import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { createZstdDecompress } from 'node:zlib';
import { OperatorError } from '../../platform/config/operator-error.ts';
import {
  HEAD_BYTES,
  openHead,
  SealedFileError,
  type SealMeans,
  unseal,
} from '../../platform/sealed-file/sealed-file.ts';
import type { Keyring } from '../../platform/secrets/keyring.ts';
import { BACKUP_PURPOSE } from './back-up.ts';
import { BackupFormError, type BackupRecord, LaterFormatError, readRecords } from './records.ts';

/** Refuses what this key cannot open before anything is begun. @throws OperatorError */
export async function checkBackupHead(file: string, keyring: Keyring): Promise<void> {
  const head = Buffer.alloc(HEAD_BYTES);
  const handle = await open(file, 'r').catch((cause: unknown) => {
    throw unreadable(file, cause);
  });
  try {
    const { bytesRead } = await handle.read(head, 0, HEAD_BYTES, 0);
    openHead(head.subarray(0, bytesRead), meansOf(keyring));
  } catch (cause) {
    throw complaintOf(file, cause);
  } finally {
    await handle.close();
  }
}

/**
 * Hands the records of a backup to `use`, which may be handed any number before one turns out to be damaged: it keeps
 * nothing until it has returned.
 * @throws OperatorError naming what is wrong with the file and the remedy; whatever `use` throws.
 */
export async function withBackup<T>(
  file: string,
  keyring: Keyring,
  use: (records: AsyncGenerator<BackupRecord>) => Promise<T>,
): Promise<T> {
  const done: T[] = [];
  try {
    await pipeline(
      createReadStream(file, { highWaterMark: 262_144 }),
      (sealed: AsyncIterable<Buffer>) => unseal(sealed, meansOf(keyring)),
      createZstdDecompress(),
      async (plain: AsyncIterable<Buffer>) => {
        done.push(await use(readRecords(plain)));
      },
    );
  } catch (cause) {
    throw complaintOf(file, cause);
  }
  const [result] = done;
  // `use` returned: the pipeline would have thrown otherwise.
  return result as T;
}

function meansOf(keyring: Keyring): SealMeans {
  return { keyring, purpose: BACKUP_PURPOSE };
}

function complaintOf(file: string, cause: unknown): unknown {
  if (cause instanceof LaterFormatError) {
    return new OperatorError(
      {
        zh: `${file} 是由更新的程序写成的（${cause.message}）。请改用更新的程序。`,
        en: `${file} was written by a newer program (${cause.message}). Use the newer program.`,
      },
      { cause },
    );
  }
  if (cause instanceof BackupFormError) return damaged(file, cause.message, cause);
  if (cause instanceof Error && 'code' in cause && /^Z(STD)?_/.test(String(cause.code))) {
    return damaged(file, cause.message, cause);
  }
  if (cause instanceof Error && 'syscall' in cause && ['open', 'read'].includes(String(cause.syscall))) {
    return unreadable(file, cause);
  }
  if (!(cause instanceof SealedFileError)) return cause;
  switch (cause.fault) {
    case 'foreign':
      return new OperatorError(
        { zh: `${file} 不是回应的备份文件。`, en: `${file} is not a backup of Huiying.` },
        { cause },
      );
    case 'wrong-key':
      return new OperatorError(
        {
          zh: `${file} 是用另一把主密钥加密的。请把备份时的 keys/master.key 放回数据文件夹，或用 HUIYING_KEY 给出，再重试。`,
          en: `${file} was encrypted under another master key. Put the keys/master.key of that time back into the data folder, or give it as HUIYING_KEY, and try again.`,
        },
        { cause },
      );
    case 'truncated':
      return new OperatorError(
        {
          zh: `${file} 不完整，止于第 ${cause.at} 字节之后。请重新复制该文件，或改用另一份备份。`,
          en: `${file} is cut off after byte ${cause.at}. Copy it again from where it was kept, or take another backup.`,
        },
        { cause },
      );
    case 'damaged':
      return damaged(file, `byte ${cause.at}`, cause);
  }
}

function damaged(file: string, where: string, cause: unknown): OperatorError {
  return new OperatorError(
    {
      zh: `${file} 已损坏或被改动过（${where}）。请重新复制该文件，或改用另一份备份。`,
      en: `${file} is damaged or was changed (${where}). Copy it again from where it was kept, or take another backup.`,
    },
    { cause },
  );
}

function unreadable(file: string, cause: unknown): OperatorError {
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : String(cause);
  return new OperatorError({ zh: `无法读取 ${file}（${code}）。`, en: `${file} cannot be read (${code}).` }, { cause });
}
