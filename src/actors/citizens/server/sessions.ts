import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Pool } from 'pg';
import type { Clock } from '../../../platform/clock/clock.ts';
import { findTokenId, newToken, tokenId } from '../../accounts/server/public.ts';
import { CITIZEN_IDLE_MINUTES, CITIZEN_SESSION_HOURS } from '../citizens.rules.ts';
import { openPhone } from './citizens.ts';
import type { CodeStore } from './phone-codes.ts';

/** A citizen's session. Without an age it ends with the browser: families share telephones. */
const CITIZEN_COOKIE = 'hc';
/** A use within this time of the last one noted is not noted: one write a minute, not one a request. */
const NOTE_USE_AFTER_MS = 60_000;

/** Somebody signed in with their phone. */
export interface Citizen {
  readonly id: string;
  readonly phone: string;
  readonly csrf: string;
  /** Instant, ISO 8601. */
  readonly since: string;
  /** Instant, ISO 8601. */
  readonly expiresAt: string;
}

/** Opens a session; the phone has been confirmed by then. */
export async function openCitizenSession(
  pool: Pool,
  { citizen, clock }: { citizen: string; clock: Clock },
): Promise<{ readonly cookieValue: string; readonly csrf: string; readonly expiresAt: string }> {
  const now = clock.now();
  const cookieValue = newToken();
  const csrf = newToken();
  const expiresAt = new Date(now.getTime() + CITIZEN_SESSION_HOURS * 3_600_000).toISOString();
  await pool.query(
    `insert into citizen_session (id, citizen, csrf, created_at, seen_at, expires_at) values ($1, $2, $3, $4, $4, $5)`,
    [tokenId(cookieValue), citizen, csrf, now.toISOString(), expiresAt],
  );
  return { cookieValue, csrf, expiresAt };
}

/** Who is signed in at this browser, unless it was idle for two hours or is twelve hours ago. */
export async function findCitizen(
  { pool, keyring, clock }: CodeStore,
  request: FastifyRequest,
): Promise<Citizen | undefined> {
  const id = findTokenId(request.cookies[CITIZEN_COOKIE]);
  if (id === undefined) return undefined;
  const now = clock.now();
  const { rows } = await pool.query<{
    citizen: string;
    phone: Buffer;
    since: string;
    csrf: string;
    seen_at: string;
    expires_at: string;
  }>({
    name: 'find_citizen',
    text: `select s.citizen, c.phone, c.created_at as since, s.csrf, s.seen_at, s.expires_at
           from citizen_session s join citizen c on c.id = s.citizen
           where s.id = $1 and s.expires_at > $2 and s.seen_at > $3`,
    values: [id, now.toISOString(), new Date(now.getTime() - CITIZEN_IDLE_MINUTES * 60_000).toISOString()],
  });
  const [row] = rows;
  if (row === undefined) return undefined;
  if (now.getTime() - Date.parse(row.seen_at) >= NOTE_USE_AFTER_MS) {
    await pool.query('update citizen_session set seen_at = $2 where id = $1', [id, now.toISOString()]);
  }
  const { citizen, phone, since, csrf, expires_at: expiresAt } = row;
  return { id: citizen, phone: openPhone(keyring, citizen, phone), csrf, since, expiresAt };
}

/** Leaving at this browser. */
export async function endCitizenSession(pool: Pool, request: FastifyRequest): Promise<void> {
  const id = findTokenId(request.cookies[CITIZEN_COOKIE]);
  if (id !== undefined) await pool.query('delete from citizen_session where id = $1', [id]);
}

/** Leaving at every browser. */
export async function endCitizenSessions(pool: Pool, citizen: string): Promise<void> {
  await pool.query('delete from citizen_session where citizen = $1', [citizen]);
}

export function setCitizenCookie(reply: FastifyReply, cookieValue: string): void {
  const secure = reply.server.house.https;
  reply.setCookie(CITIZEN_COOKIE, cookieValue, { path: '/', httpOnly: true, sameSite: 'lax', secure });
}

export function clearCitizenCookie(reply: FastifyReply): void {
  reply.clearCookie(CITIZEN_COOKIE, { path: '/' });
}
