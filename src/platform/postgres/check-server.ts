import { Client } from 'pg';
import { OperatorError } from '../config/operator-error.ts';
import type { OperatorWords } from '../config/operator-words.ts';

const OLDEST = 150_000;
const REMEDY = "CREATE DATABASE huiying TEMPLATE template0 ENCODING 'UTF8' LC_COLLATE 'C' LC_CTYPE 'C.UTF-8'";

/**
 * Checks that a server can be reached and can hold Chinese text: version 15 or later, encoding UTF8, and a character
 * type other than C. Under LC_CTYPE C everything seems to work, but Chinese characters are no letters: trigrams and
 * text search silently find nothing.
 * @throws OperatorError naming what is wrong and the remedy, never the password.
 */
export async function checkServer(url: string): Promise<void> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  client.on('error', () => {});
  let row: { version: number; encoding: string; character_type: string } | undefined;
  try {
    await client.connect();
    const found = await client.query(`
      SELECT current_setting('server_version_num')::int AS version, pg_encoding_to_char(encoding) AS encoding,
             datctype AS character_type
      FROM pg_database WHERE datname = current_database()`);
    row = found.rows[0];
  } catch (cause) {
    throw unreachable(url, cause);
  } finally {
    await client.end().catch(() => {});
  }
  const problem = row === undefined ? undefined : problemWith(row);
  if (problem !== undefined) throw new OperatorError(problem);
}

function problemWith(server: { version: number; encoding: string; character_type: string }): OperatorWords | undefined {
  if (server.version < OLDEST) {
    const version = Math.floor(server.version / 10_000);
    return {
      zh: `数据库服务器是 PostgreSQL ${version}，需要 15 或更新版本。`,
      en: `The database server is PostgreSQL ${version}; version 15 or later is needed.`,
    };
  }
  if (server.encoding !== 'UTF8') {
    return {
      zh: `数据库编码为 ${server.encoding}，须为 UTF8。请新建数据库：${REMEDY}`,
      en: `The database's encoding is ${server.encoding} and must be UTF8. Create it anew: ${REMEDY}`,
    };
  }
  if (server.character_type === 'C' || server.character_type === 'POSIX') {
    return {
      zh: `数据库的 LC_CTYPE 为 ${server.character_type}，中文检索会悄然失效。请新建数据库：${REMEDY}`,
      en: `The database's LC_CTYPE is ${server.character_type}, under which Chinese search silently finds nothing. Create it anew: ${REMEDY}`,
    };
  }
  return undefined;
}

function unreachable(url: string, cause: unknown): OperatorError {
  const where = placeOf(url);
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : '';
  const reason = cause instanceof Error && cause.message !== '' ? cause.message : code;
  if (code === '28P01' || code === '28000') {
    return new OperatorError({
      zh: `数据库 ${where} 拒绝了用户名或密码，请检查 DATABASE_URL。`,
      en: `The database at ${where} refused the user or password; check DATABASE_URL.`,
    });
  }
  if (code === '3D000') {
    return new OperatorError({
      zh: `${where} 上没有这个数据库。请先建立：${REMEDY}`,
      en: `There is no such database at ${where}. Create it first: ${REMEDY}`,
    });
  }
  return new OperatorError(
    {
      zh: `无法连接数据库 ${where}（${reason}）。请确认服务器已启动，并检查 DATABASE_URL。`,
      en: `The database at ${where} cannot be reached (${reason}). See that the server runs, and check DATABASE_URL.`,
    },
    { cause },
  );
}

/** The address without user and password. */
function placeOf(url: string): string {
  const parts = URL.canParse(url) ? new URL(url) : undefined;
  return parts === undefined ? 'DATABASE_URL' : `${decodeURIComponent(parts.host)}${parts.pathname}`;
}
