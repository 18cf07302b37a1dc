import type { FastifyInstance } from 'fastify';
import { RefusedError, refusedWith } from './errors.ts';

const MOST_LEVELS = 32;

/** Reads application/json: no `__proto__`, nothing nested so deeply that walking it would be a risk. An empty body is none. */
export function readJson(server: FastifyInstance): void {
  const parse = server.getDefaultJsonParser('error', 'error');
  server.addContentTypeParser<string>('application/json', { parseAs: 'string' }, (request, text, done) => {
    if (text === '') return done(null, undefined);
    return parse(request, text, (error, value) => {
      if (error !== null) return done(new RefusedError(refusedWith('bad-json')));
      if (isDeeperThan(value, MOST_LEVELS)) return done(new RefusedError(refusedWith('too-deep')));
      return done(null, value);
    });
  });
}

function isDeeperThan(value: unknown, levels: number): boolean {
  if (typeof value !== 'object' || value === null) return false;
  if (levels === 0) return true;
  return Object.values(value).some((part) => isDeeperThan(part, levels - 1));
}
