import type { Pool } from 'pg';
import type { Said } from '../../../domain/refusals.ts';
import { ROLES, type Role } from '../../../domain/vocabulary.ts';
import { hashPassword } from './passwords.ts';

/** A post in a body held by a person, as lists and papers name it. */
export interface Account {
  readonly id: string;
  readonly body: string;
  readonly name: string;
  readonly title: Said;
  readonly phone: string;
  readonly roles: readonly Role[];
}

export interface AccountToSave extends Account {
  readonly login: string;
  /** Plain; only its argon2id hash is stored. */
  readonly password: string;
  /** The holder must set an own password before anything else. */
  readonly mustChange?: boolean;
}

/** Roles this program knows; one that it does not know grants nothing. */
export function rolesOf(stored: readonly string[]): readonly Role[] {
  return ROLES.filter((role) => stored.includes(role));
}

interface AccountRow {
  readonly id: string;
  readonly body: string;
  readonly name: string;
  readonly title_zh: string;
  readonly title_en: string;
  readonly phone: string;
  readonly roles: string[];
}

function accountOf({ id, body, name, title_zh, title_en, phone, roles }: AccountRow): Account {
  return { id, body, name, title: { zh: title_zh, en: title_en }, phone, roles: rolesOf(roles) };
}

/** Those who hold a post in the body today, in order of name. */
export async function listAccounts(pool: Pool, body: string): Promise<readonly Account[]> {
  const { rows } = await pool.query<AccountRow>(
    `select id, body, name, title_zh, title_en, phone, roles from account
     where body = $1 and ended_on is null order by name, id`,
    [body],
  );
  return rows.map(accountOf);
}

/** All posts of a body are at another from now on: it was merged, split or abolished (条例 24¶2). */
export async function movePosts(pool: Pool, { from, to }: { from: string; to: string }): Promise<void> {
  await pool.query('update account set body = $2 where body = $1', [from, to]);
}

/** Accounts by id, those that have ended included: the trail of a case names whoever acted. Unknown ids are absent. */
export async function findAccounts(pool: Pool, ids: readonly string[]): Promise<ReadonlyMap<string, Account>> {
  if (ids.length === 0) return new Map();
  const { rows } = await pool.query<AccountRow>({
    name: 'find_accounts',
    text: 'select id, body, name, title_zh, title_en, phone, roles from account where id = any($1::text[])',
    values: [[...new Set(ids)]],
  });
  return new Map(rows.map((row) => [row.id, accountOf(row)]));
}

/**
 * Adds accounts, and brings those that are there up to date; these keep their password. `atOnce` passwords are hashed
 * at a time, each taking 19 MiB. Logins are stored in lower case.
 */
export async function saveAccounts(
  pool: Pool,
  accounts: readonly AccountToSave[],
  { atOnce = 2 }: { atOnce?: number } = {},
): Promise<void> {
  const { rows: known } = await pool.query<{ id: string }>('select id from account where id = any($1::text[])', [
    accounts.map(({ id }) => id),
  ]);
  const knownIds = new Set(known.map(({ id }) => id));
  const passwords = new Map<string, string>();
  const fresh = accounts.filter(({ id }) => !knownIds.has(id));
  for (let at = 0; at < fresh.length; at += atOnce) {
    await Promise.all(
      fresh.slice(at, at + atOnce).map(async ({ id, password }) => {
        passwords.set(id, await hashPassword(password));
      }),
    );
  }
  const rows = accounts.map(({ id, login, body, name, title, phone, roles, mustChange = false }) => ({
    id,
    login: login.toLowerCase(),
    body,
    name,
    title_zh: title.zh,
    title_en: title.en,
    phone,
    roles,
    /* Only a new row takes it; the column admits no null even in a row that turns into an update. */
    password: passwords.get(id) ?? '',
    must_change: mustChange,
  }));
  await pool.query(
    `insert into account (id, login, body, name, title_zh, title_en, phone, roles, password, must_change)
     select id, login, body, name, title_zh, title_en, phone, roles, password, must_change
     from jsonb_to_recordset($1)
       as given (id text, login text, body text, name text, title_zh text, title_en text, phone text, roles text[],
                 password text, must_change boolean)
     on conflict (id) do update
       set login = excluded.login, body = excluded.body, name = excluded.name, title_zh = excluded.title_zh,
           title_en = excluded.title_en, phone = excluded.phone, roles = excluded.roles`,
    [JSON.stringify(rows)],
  );
}
