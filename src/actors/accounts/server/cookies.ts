import type { FastifyReply, FastifyRequest } from 'fastify';

/** Staff session. */
const SESSION_COOKIE = 'hs';
/** A petitioner's pass to one submission. */
const PASS_COOKIE = 'hp';

/** The session token, and whether a cookie brought it (then a forged request is possible) or a program's header. */
export function findSessionToken(request: FastifyRequest): { token: string; by: 'cookie' | 'bearer' } | undefined {
  const { authorization } = request.headers;
  if (authorization !== undefined) {
    const token = /^Bearer +(\S+)$/i.exec(authorization)?.[1];
    return token === undefined ? undefined : { token, by: 'bearer' };
  }
  const token = request.cookies[SESSION_COOKIE];
  return token === undefined ? undefined : { token, by: 'cookie' };
}

/** The value of the petitioner's cookie, for `findPass`. */
export function findPassCookie(request: FastifyRequest): string | undefined {
  return request.cookies[PASS_COOKIE];
}

/* Without an age they end with the browser: offices and families share computers. */

export function setSessionCookie(reply: FastifyReply, token: string): void {
  set(reply, SESSION_COOKIE, token);
}

export function setPassCookie(reply: FastifyReply, cookieValue: string): void {
  set(reply, PASS_COOKIE, cookieValue);
}

export function clearSessionCookie(reply: FastifyReply): void {
  reply.clearCookie(SESSION_COOKIE, { path: '/' });
}

export function clearPassCookie(reply: FastifyReply): void {
  reply.clearCookie(PASS_COOKIE, { path: '/' });
}

function set(reply: FastifyReply, name: string, value: string): void {
  reply.setCookie(name, value, { path: '/', httpOnly: true, sameSite: 'lax', secure: reply.server.house.https });
}
