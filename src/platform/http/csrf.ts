import { timingSafeEqual } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import { refusedWith } from './errors.ts';
import type { Refused } from './refused.ts';

/** Name of the hidden field in forms. */
export const CSRF_FIELD = '_csrf';
/** Name of the header of calls made by script. */
export const CSRF_HEADER = 'x-csrf';

/**
 * Refuses a writing request that a cookie speaks for but that no page of ours sent. `expected` is the token kept with
 * the session; it comes back in the header `x-csrf`, or in the field `_csrf` of a form (pass the parsed form then).
 */
export function findForgery(request: FastifyRequest, expected: string, form?: unknown): Refused | undefined {
  if (request.method === 'GET' || request.method === 'HEAD' || request.method === 'OPTIONS') return undefined;
  if (!isSameOrigin(request)) return refusedWith('other-site');
  const header = request.headers[CSRF_HEADER];
  const given = typeof header === 'string' ? header : fieldOf(form);
  return given !== undefined && isSame(given, expected) ? undefined : refusedWith('stale-page');
}

/**
 * Whether the browser says the request comes from our own pages. Old browsers send only `Origin`, programs neither:
 * then the token decides. `null` (a sandboxed page) is not ours.
 */
export function isSameOrigin(request: FastifyRequest): boolean {
  const site = request.headers['sec-fetch-site'];
  if (site !== undefined) return site === 'same-origin' || site === 'none';
  const { origin } = request.headers;
  if (origin === undefined) return true;
  if (!URL.canParse(origin)) return false;
  const { protocol, host } = new URL(origin);
  // Parsed as an address, both lose the port that goes without saying.
  const ours = `${protocol}//${request.host}`;
  return URL.canParse(ours) && new URL(ours).host === host;
}

/** Compares in a time that does not tell where they differ. */
export function isSame(given: string, expected: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(expected)];
  return a.length === b.length && a.length > 0 && timingSafeEqual(a, b);
}

function fieldOf(form: unknown): string | undefined {
  if (typeof form !== 'object' || form === null || !(CSRF_FIELD in form)) return undefined;
  const value = form[CSRF_FIELD];
  return typeof value === 'string' ? value : undefined;
}
