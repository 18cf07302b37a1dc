import type { FastifyReply, FastifyRequest } from 'fastify';
import {
  type Caller,
  clearPassCookie,
  endPass,
  findPassCookie,
  setPassCookie,
} from '../../actors/accounts/server/public.ts';
import { CODE_GOOD_MINUTES, maskedPhone } from '../../actors/citizens/citizens.rules.ts';
import {
  type Citizen,
  clearCitizenCookie,
  deleteCitizen,
  dropKept,
  endCitizenSession,
  endCitizenSessions,
  findCitizen,
  setCitizenCookie,
  type TellCode,
} from '../../actors/citizens/server/public.ts';
import { dayOf } from '../../domain/days.ts';
import type { Ledger } from '../../ledger/ledger.ts';
import { findForgery } from '../../platform/http/csrf.ts';
import { mount } from '../../platform/http/mount.ts';
import { isRefused, type Refused } from '../../platform/http/refused.ts';
import type { Server } from '../../platform/http/server.ts';
import { addWithCode, keepFollowed, listGathered, openKept } from './gather.ts';
import * as contracts from './mine.contract.ts';
import { refuseMine } from './mine.texts.ts';
import { askForCode, findAsk, signInWithCode } from './sign-in.ts';

/** One's own list for programs: what the pages under /mine draw. */
export function mountMine(server: Server<Caller>, ledger: Ledger, tell: (request: FastifyRequest) => TellCode): void {
  const citizenOf = async (request: FastifyRequest): Promise<Citizen | Refused> => {
    const citizen = await findCitizen(ledger, request);
    return citizen === undefined ? refuseMine('mine-first') : (findForgery(request, citizen.csrf) ?? citizen);
  };

  mount(server, contracts.askMineCode, async ({ body, request }) => {
    const asked = await askForCode(ledger, body.phone, { address: request.ip, tell: tell(request) });
    if (isRefused(asked)) return asked;
    return { ask: asked.ask, sentTo: maskedPhone(asked.phone), goodMinutes: CODE_GOOD_MINUTES };
  });
  mount(server, contracts.openMine, async ({ body, request, reply }) => {
    const asking = findAsk(ledger, body.ask);
    const opened = await signInWithCode(ledger, { asking, typed: body.code, address: request.ip });
    if (isRefused(opened)) return opened;
    setCitizenCookie(reply, opened.cookieValue);
    return { csrf: opened.csrf, expiresAt: opened.expiresAt };
  });
  mount(server, contracts.readMine, async ({ request }) => {
    const citizen = await citizenOf(request);
    if (isRefused(citizen)) return citizen;
    const { petitions, shut } = await listGathered(ledger, citizen);
    return {
      phone: maskedPhone(citizen.phone),
      since: dayOf(citizen.since),
      shut: [...shut],
      petitions: petitions.map(({ standings, ...petition }) => ({
        ...petition,
        standings: standings.map((one) => ({ ...one, waits: [...one.waits] })),
      })),
    };
  });
  mount(server, contracts.deleteMine, async ({ request, reply }) => {
    const citizen = await citizenOf(request);
    if (isRefused(citizen)) return citizen;
    await deleteCitizen(ledger.pool, citizen.id);
    clearCitizenCookie(reply);
    return { deleted: true as const };
  });
  mount(server, contracts.leaveMine, async ({ request, reply }) => {
    const citizen = await citizenOf(request);
    if (isRefused(citizen)) return citizen;
    await leaveHere(ledger, request, reply);
    return { left: true as const };
  });
  mount(server, contracts.leaveMineEverywhere, async ({ request, reply }) => {
    const citizen = await citizenOf(request);
    if (isRefused(citizen)) return citizen;
    await endCitizenSessions(ledger.pool, citizen.id);
    await leaveHere(ledger, request, reply);
    return { left: true as const };
  });
  mount(server, contracts.addToMine, async ({ body, request }) => {
    const citizen = await citizenOf(request);
    return isRefused(citizen) ? citizen : addWithCode(ledger, citizen, { ...body, address: request.ip });
  });
  mount(server, contracts.keepInMine, async ({ params: { number }, request }) => {
    const citizen = await citizenOf(request);
    return isRefused(citizen) ? citizen : keepFollowed(ledger, citizen, { number, pass: findPassCookie(request) });
  });
  mount(server, contracts.openFromMine, async ({ params: { number }, request, reply }) => {
    const citizen = await citizenOf(request);
    if (isRefused(citizen)) return citizen;
    const pass = await openKept(ledger, citizen, number);
    if (isRefused(pass)) return pass;
    setPassCookie(reply, pass.cookie);
    return { number, csrf: pass.csrf };
  });
  mount(server, contracts.dropFromMine, async ({ params: { number }, request }) => {
    const citizen = await citizenOf(request);
    if (isRefused(citizen)) return citizen;
    await dropKept(ledger.pool, citizen.id, number);
    return { dropped: true as const };
  });
}

/** Whoever leaves on a shared telephone leaves the petition open in it as well. */
export async function leaveHere(ledger: Ledger, request: FastifyRequest, reply: FastifyReply): Promise<void> {
  await endCitizenSession(ledger.pool, request);
  clearCitizenCookie(reply);
  await endPass(ledger.pool, findPassCookie(request));
  clearPassCookie(reply);
}
