import {
  type Caller,
  clearPassCookie,
  endPass,
  findPassCookie,
  getPetitioner,
  hitLimit,
  setPassCookie,
} from '../../actors/accounts/server/public.ts';
import { readOwnPaperRoute } from '../../alongside/documents/papers.contract.ts';
import { isRefusal, refuseState } from '../../domain/refusals.ts';
import type { Ledger } from '../../ledger/ledger.ts';
import { mount } from '../../platform/http/mount.ts';
import type { Server } from '../../platform/http/server.ts';
import { NO_SUCH_PAPER } from '../print/print.texts.ts';
import { enterWithCode } from './enter.ts';
import { enterFollow, leaveFollow, readFollowed, readOwnData } from './follow.contract.ts';
import { readFollow, readPaperForPetitioner } from './follow.ts';
import { readOwnData as collectOwnData } from './own-data.ts';

export const TOO_MANY_TRIES = refuseState(
  'too-many-tries',
  409,
  '试的次数太多了，请过十分钟再来，或者打电话问',
  'Too many tries; please come back in ten minutes, or call',
);

/** Twenty tries in ten minutes for one address: enough for a family at one phone, too few to guess 15 digits. */
export function mayTryCode(ledger: Ledger, address: string): Promise<boolean> {
  const { pool, keyring, clock } = ledger;
  return hitLimit(pool, keyring, { purpose: 'query-code', who: address, limit: 20, windowSeconds: 600, clock });
}

export function mountFollow(server: Server<Caller>, ledger: Ledger): void {
  mount(server, enterFollow, async ({ body, request, reply }) => {
    if (!(await mayTryCode(ledger, request.ip))) return TOO_MANY_TRIES;
    const entered = await enterWithCode(ledger, body);
    if (isRefusal(entered)) return entered;
    setPassCookie(reply, entered.pass.cookie);
    return { number: entered.number, csrf: entered.pass.csrf };
  });
  mount(server, readFollowed, ({ params, actor }) => readFollow(ledger, getPetitioner(actor), params.number));
  mount(server, readOwnData, async ({ params: { number }, actor }) => {
    const data = await collectOwnData(ledger, getPetitioner(actor), number);
    if (isRefusal(data)) return data;
    return {
      name: `petition-${number}.json`,
      mime: 'application/json',
      bytes: Buffer.from(`${JSON.stringify(data, null, 2)}\n`),
    };
  });
  mount(server, leaveFollow, async ({ request, reply }) => {
    await endPass(ledger.pool, findPassCookie(request));
    clearPassCookie(reply);
    return { left: true as const };
  });
  mount(server, readOwnPaperRoute, async ({ params: { number, matter, paper: id }, actor }) => {
    const petitioner = getPetitioner(actor);
    if (petitioner.submission !== number) return NO_SUCH_PAPER;
    const read = await readPaperForPetitioner(ledger, petitioner, matter, id);
    if (isRefusal(read)) return NO_SUCH_PAPER;
    const { number: word, unsealed, issuedOn: _, ...paper } = read;
    return {
      matter,
      id,
      unsealed,
      paper: { ...paper, paragraphs: [...paper.paragraphs] },
      ...(word === undefined ? {} : { number: word }),
    };
  });
}
