import * as contracts from '../../actors/accounts/accounts.contract.ts';
import {
  type Caller,
  FACTOR_POSTS,
  getStaff,
  readFactorPosts,
  type StaffActor,
} from '../../actors/accounts/server/public.ts';
import type { Role } from '../../domain/vocabulary.ts';
import { noteAudit } from '../../ledger/audit.ts';
import type { Ledger } from '../../ledger/ledger.ts';
import { mount } from '../../platform/http/mount.ts';
import type { Server } from '../../platform/http/server.ts';
import { saveSetting } from '../save-setting.ts';

/** Which posts take a second factor, as the security officer says. */
export function mountFactorPosts(server: Server<Caller>, ledger: Ledger): void {
  mount(server, contracts.readFactorPosts, async () => ({ posts: [...(await readFactorPosts(ledger.pool))] }));
  mount(server, contracts.setFactorPosts, async ({ body, actor }) => ({
    posts: [...(await setFactorPosts(ledger, getStaff(actor), body.posts))],
  }));
}

/** From the next request on, whoever holds one of these posts without a second factor sets it up first. */
async function setFactorPosts(
  ledger: Ledger,
  { account, body }: StaffActor,
  posts: readonly Role[],
): Promise<readonly Role[]> {
  const before = await readFactorPosts(ledger.pool);
  const after = [...new Set(posts)];
  await saveSetting(ledger.pool, FACTOR_POSTS, after);
  await noteAudit(ledger.pool, {
    at: ledger.clock.now().toISOString(),
    actor: `staff:${account}`,
    body,
    verb: 'factor-posts.set',
    stream: `setting/${FACTOR_POSTS}`,
    detail: { before, after },
  });
  return after;
}
