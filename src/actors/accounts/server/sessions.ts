import type { Pool } from 'pg';
import type { Actor } from '../../../domain/act.ts';
import { dayOf } from '../../../domain/days.ts';
import type { Role } from '../../../domain/vocabulary.ts';
import type { Clock } from '../../../platform/clock/clock.ts';
import { IDLE_MINUTES, SESSION_HOURS } from '../accounts.rules.ts';
import { lentRoles } from '../substitutes.rules.ts';
import { rolesOf } from './accounts.ts';
import { FACTOR_POSTS } from './factor-posts.ts';
import { hasFactorSql } from './factors.ts';
import { findTokenId, newToken } from './tokens.ts';

/** A signed-in officer, with the posts of those they stand in for. Body, roles and `mustChange` are read afresh each time: a post taken away ends at once. */
export interface Session {
  readonly account: string;
  readonly login: string;
  readonly body: string;
  readonly roles: readonly Role[];
  /** Absent colleagues whose posts are held meanwhile, where they are other than the own. */
  readonly standsInFor: readonly string[];
  /** Submissions whose sealed reports are open to this account now. */
  readonly opened: readonly string[];
  readonly csrf: string;
  readonly mustChange: boolean;
  /** One of the posts takes a second factor, and there is none yet. */
  readonly mustAddFactor: boolean;
  /** Instant, ISO 8601. */
  readonly expiresAt: string;
}

export interface NewSession {
  /** For the cookie `hs`, or `Authorization: Bearer`. Never stored, never logged. */
  readonly token: string;
  readonly csrf: string;
  readonly expiresAt: string;
}

/** A use within this time of the last one noted is not noted: one write a minute, not one a request. */
const NOTE_USE_AFTER_MS = 60_000;

/** Opens a session; who the account is has been proved by then. */
export async function openSession(pool: Pool, account: string, clock: Clock): Promise<NewSession> {
  const now = clock.now();
  const token = newToken();
  const csrf = newToken();
  const expiresAt = new Date(now.getTime() + SESSION_HOURS * 3_600_000).toISOString();
  await pool.query(
    `insert into session (id, account, csrf, created_at, seen_at, expires_at) values ($1, $2, $3, $4, $4, $5)`,
    [findTokenId(token), account, csrf, now.toISOString(), expiresAt],
  );
  return { token, csrf, expiresAt };
}

/** The session a token opens, unless it was idle for an hour, is twelve hours old, or its account has ended. */
export async function findSession(pool: Pool, token: string | undefined, clock: Clock): Promise<Session | undefined> {
  const id = findTokenId(token);
  if (id === undefined) return undefined;
  const now = clock.now();
  const { rows } = await pool.query<{
    account: string;
    login: string;
    body: string;
    roles: string[];
    lent: string[];
    opened: string[];
    demanded: unknown;
    factor: boolean;
    csrf: string;
    must_change: boolean;
    seen_at: string;
    expires_at: string;
  }>({
    name: 'find_session',
    text: `select account, login, body, csrf, must_change, seen_at, expires_at, roles,
             array(select distinct s.account || ' ' || role from account_substitute s
                     join account away on away.id = s.account and away.body = account.body and away.ended_on is null,
                     unnest(away.roles) as role
                   where s.substitute = account.id and s.ended_at is null
                     and s.from_day <= $4::date and s.to_day >= $4::date) as lent,
             array(select distinct submission from sealed_opening o
                   where o.account = account.id and o.opened_at is not null and o.ended_at is null and o.until_at > $2)
               as opened,
             (select value from setting where name = '${FACTOR_POSTS}') as demanded,
             ${hasFactorSql('account.id')} as factor
           from session join account on account.id = session.account
           where session.id = $1 and expires_at > $2 and seen_at > $3 and ended_on is null`,
    values: [
      id,
      now.toISOString(),
      new Date(now.getTime() - IDLE_MINUTES * 60_000).toISOString(),
      dayOf(now.toISOString()),
    ],
  });
  const [row] = rows;
  if (row === undefined) return undefined;
  if (now.getTime() - Date.parse(row.seen_at) >= NOTE_USE_AFTER_MS) {
    await pool.query('update session set seen_at = $2 where id = $1', [id, now.toISOString()]);
  }
  const own = rolesOf(row.roles);
  const lent = row.lent.flatMap((one) => {
    const [account = '', role = ''] = one.split(' ');
    return lentRoles(rolesOf([role])).map((held) => ({ account, role: held }));
  });
  const roles = [...new Set([...own, ...lent.map(({ role }) => role)])];
  const standsInFor = [...new Set(lent.flatMap(({ account, role }) => (own.includes(role) ? [] : [account])))];
  return {
    account: row.account,
    login: row.login,
    body: row.body,
    roles,
    standsInFor,
    opened: row.opened,
    csrf: row.csrf,
    mustChange: row.must_change,
    mustAddFactor: !row.factor && demands(row.demanded, roles),
    expiresAt: row.expires_at,
  };
}

/** Who acts in a session. */
export function actorOf({ account, body, roles, opened, standsInFor }: Session): Extract<Actor, { kind: 'staff' }> {
  return {
    kind: 'staff',
    account,
    body,
    roles,
    ...(opened.length === 0 ? {} : { opened }),
    ...(standsInFor.length === 0 ? {} : { standsInFor }),
  };
}

/** Whether a post among these takes a second factor, by the setting of the security officer. */
function demands(setting: unknown, roles: readonly Role[]): boolean {
  return Array.isArray(setting) && roles.some((role) => setting.includes(role));
}

/** Ends one session: signing out. */
export async function endSession(pool: Pool, token: string | undefined): Promise<void> {
  const id = findTokenId(token);
  if (id !== undefined) await pool.query('delete from session where id = $1', [id]);
}

/** Where an account is signed in, the newest use first; `here` is the session of `token`. */
export async function listSessions(
  pool: Pool,
  { account, token, clock }: { account: string; token: string; clock: Clock },
): Promise<readonly { since: string; seenAt: string; expiresAt: string; here: boolean }[]> {
  const now = clock.now();
  const { rows } = await pool.query<{ id: Buffer; created_at: string; seen_at: string; expires_at: string }>(
    `select id, created_at, seen_at, expires_at from session
     where account = $1 and expires_at > $2 and seen_at > $3 order by seen_at desc`,
    [account, now.toISOString(), new Date(now.getTime() - IDLE_MINUTES * 60_000).toISOString()],
  );
  const own = findTokenId(token);
  return rows.map((row) => ({
    since: row.created_at,
    seenAt: row.seen_at,
    expiresAt: row.expires_at,
    here: own?.equals(row.id) === true,
  }));
}

/** Ends every other session of an account; says how many. */
export async function endOtherSessions(
  pool: Pool,
  { account, token }: { account: string; token: string },
): Promise<number> {
  const { rowCount } = await pool.query('delete from session where account = $1 and id <> $2', [
    account,
    findTokenId(token),
  ]);
  return rowCount ?? 0;
}
