import type { FastifyRequest } from 'fastify';
import { findCitizen, isKept } from '../../actors/citizens/server/public.ts';
import type { Ledger } from '../../ledger/ledger.ts';
import type { Filing } from '../../petition/1-intake/portal/filing.rules.ts';
import { keepFiled } from './gather.ts';

/** What was just filed goes on the list of whoever is signed in at this browser with the phone confirmed in it. */
export async function keepWhenSent(
  ledger: Ledger,
  request: FastifyRequest,
  sent: { readonly filing: Filing; readonly receipt: { readonly number: string; readonly code: string } },
): Promise<void> {
  const citizen = await findCitizen(ledger, request);
  if (citizen !== undefined) await keepFiled(ledger, citizen, sent);
}

/** Whether this petition is on the list of whoever is signed in at this browser. */
export async function isOnTheList(ledger: Ledger, request: FastifyRequest, number: string): Promise<boolean> {
  const citizen = await findCitizen(ledger, request);
  return citizen !== undefined && (await isKept(ledger.pool, citizen.id, number));
}
