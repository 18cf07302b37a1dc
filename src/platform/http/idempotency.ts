import type { FastifyRequest } from 'fastify';
import { sha256 } from '../secrets/keyring.ts';
import { refusedWith } from './errors.ts';
import type { Refused } from './refused.ts';

/** The client's key for this act: the same key again is the same act. Undefined where none was sent. */
export function readKey(request: FastifyRequest): string | undefined | Refused {
  const key = request.headers['idempotency-key'];
  if (key === undefined) return undefined;
  return typeof key === 'string' && /^[A-Za-z0-9_-]{1,100}$/.test(key)
    ? key
    : refusedWith('bad-key', 'idempotency-key');
}

/** SHA-256 of a request, the same whatever the order of its fields; tells a repeat from another request under one key. */
export function requestHash(body: unknown): Buffer {
  return sha256(ordered(body));
}

function ordered(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(ordered).join(',')}]`;
  if (typeof value === 'object' && value !== null && !('toJSON' in value)) {
    const entries = Object.entries(value).filter(([, part]) => part !== undefined);
    entries.sort(([a], [b]) => (a < b ? -1 : 1));
    return `{${entries.map(([name, part]) => `${JSON.stringify(name)}:${ordered(part)}`).join(',')}}`;
  }
  return JSON.stringify(value) ?? 'null';
}
