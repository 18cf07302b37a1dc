import type { FastifyInstance } from 'fastify';
import { RefusedError, refusedWith } from './errors.ts';

/**
 * Turns requests away (503, Retry-After) while `atMost` others are being worked on: a queue that only grows would make
 * everybody wait, and every answer late. A request counts from its body being read to its answer being ready, so slow
 * senders and slow readers hold no place. While there is none to be had, requests are turned away before anything is read
 * or checked: turning away must cost little, or it takes the time of those who are let in.
 */
export function admit(server: FastifyInstance, atMost: number): void {
  let atWork = 0;
  server.decorateRequest('isAtWork', false);
  server.addHook('onRequest', (request, _reply, done) => {
    if (atWork < atMost || request.routeOptions.config.always === true) return done();
    done(new RefusedError(refusedWith('busy')));
  });
  server.addHook('preHandler', (request, reply, done) => {
    if (request.routeOptions.config.always === true) return done();
    if (atWork >= atMost) return done(new RefusedError(refusedWith('busy')));
    atWork += 1;
    request.isAtWork = true;
    const leave = (): void => {
      if (!request.isAtWork) return;
      request.isAtWork = false;
      atWork -= 1;
    };
    // The client may hang up before there is an answer.
    reply.raw.once('close', leave);
    done();
  });
  server.addHook('onSend', (request, _reply, _payload, done) => {
    if (request.isAtWork) {
      request.isAtWork = false;
      atWork -= 1;
    }
    done();
  });
}
