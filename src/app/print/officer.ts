import type { StaffActor } from '../../actors/accounts/server/public.ts';
import type { Ledger } from '../../ledger/ledger.ts';
import { readNames } from '../petition-page/names.ts';

/** Who prints: stands at the foot of every office paper. */
export interface Officer {
  readonly actor: StaffActor;
  readonly name: string;
  readonly body: string;
}

/** The officer by the names that stand on paper. */
export async function officerOf(ledger: Ledger, actor: StaffActor): Promise<Officer> {
  const { account, body } = actor;
  const names = await readNames(ledger, { accounts: [account], division: '', category: '' });
  return { actor, name: names.account(account), body: names.body(body).zh };
}
