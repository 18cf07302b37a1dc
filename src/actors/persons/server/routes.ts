import type { Actor } from '../../../domain/act.ts';
import type { Person } from '../../../domain/particulars.ts';
import type { Ledger } from '../../../ledger/ledger.ts';
import { refusedWith } from '../../../platform/http/errors.ts';
import { mount } from '../../../platform/http/mount.ts';
import type { Server } from '../../../platform/http/server.ts';
import { findEarlier, findEarlierOfTyped } from '../persons.contract.ts';
import { findEarlierOf, findEarlierOfWhatIsTyped } from './find-earlier.ts';

type Caller = Actor | undefined;

/**
 * The repeat test's question about a person. There is no other: nobody lists, counts or opens persons.
 * @param mayAsk counts one more question of this account and says whether it is within the limit
 */
export function mountPersons(
  server: Server<Caller>,
  ledger: Ledger,
  mayAsk: (account: string) => Promise<boolean>,
): void {
  mount(server, findEarlier, ({ params, query, actor }) =>
    findEarlierOf(ledger, staffOf(actor), { verb: findEarlier.audit, ...params, ...query }),
  );

  mount(server, findEarlierOfTyped, async ({ body, actor }) => {
    const staff = staffOf(actor);
    if (!(await mayAsk(staff.account))) return refusedWith('too-many');
    const { people, agentFor, addressee, ...rest } = body;
    return findEarlierOfWhatIsTyped(ledger, staff, {
      verb: findEarlierOfTyped.audit,
      ...rest,
      ...(addressee === undefined ? {} : { addressee }),
      people: people.map(given),
      ...(agentFor ? { agentFor: given(agentFor) } : {}),
    });
  });
}

function staffOf(caller: Caller): Extract<Actor, { kind: 'staff' }> {
  if (caller?.kind !== 'staff') throw new Error('this route must ask for a permission of staff');
  return caller;
}

/** What was not typed is absent rather than undefined. */
function given(typed: { readonly [K in keyof Person]?: Person[K] | undefined } & { readonly name: string }): Person {
  const { name, phone, address, idKind, idNumber } = typed;
  return {
    name,
    ...(phone === undefined ? {} : { phone }),
    ...(address === undefined ? {} : { address }),
    ...(idKind === undefined ? {} : { idKind }),
    ...(idNumber === undefined ? {} : { idNumber }),
  };
}
