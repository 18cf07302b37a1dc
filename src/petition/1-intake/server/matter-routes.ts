import { type Caller, getPetitioner, getStaff } from '../../../actors/accounts/server/public.ts';
import type { Ledger } from '../../../ledger/ledger.ts';
import { mount } from '../../../platform/http/mount.ts';
import type { Server } from '../../../platform/http/server.ts';
import {
  continueExOfficioRoute,
  endWithoutSuccessorRoute,
  mergeRoute,
  nameSuccessorRoute,
  noteDeathRoute,
  relateRoute,
  splitRoute,
  takeBackWithdrawalRoute,
  unmergeRoute,
} from '../matters.contract.ts';
import { mergeMatter, relateMatters, splitMatter, unmergeMatter } from './matters.ts';
import { continueMatter, endWithNobody, nameTheSuccessor, noteTheDeath, takeBack } from './standing.ts';

/** What becomes of the matters of a submission, and of whoever raised them. */
export function mountMatters(server: Server<Caller>, ledger: Ledger): void {
  mount(server, splitRoute, ({ params, body, key, actor }) =>
    splitMatter(ledger, getStaff(actor), { ...params, ...body, key }),
  );
  mount(server, mergeRoute, ({ params, body, key, actor }) =>
    mergeMatter(ledger, getStaff(actor), { ...params, ...body, key }),
  );
  mount(server, unmergeRoute, ({ params, body, key, actor }) =>
    unmergeMatter(ledger, getStaff(actor), { ...params, ...body, key }),
  );
  mount(server, relateRoute, ({ params, body, key, actor }) =>
    relateMatters(ledger, getStaff(actor), { ...params, ...body, key }),
  );
  mount(server, continueExOfficioRoute, ({ params, body, key, actor }) =>
    continueMatter(ledger, getStaff(actor), { ...params, ...body, key }),
  );
  mount(server, noteDeathRoute, ({ params, body, key, actor }) =>
    noteTheDeath(ledger, getStaff(actor), { ...params, ...body, key }),
  );
  mount(server, nameSuccessorRoute, ({ params, body, key, actor }) =>
    nameTheSuccessor(ledger, getStaff(actor), { ...params, ...body, key }),
  );
  mount(server, endWithoutSuccessorRoute, ({ params, body, key, actor }) =>
    endWithNobody(ledger, getStaff(actor), { ...params, ...body, key }),
  );
  mount(server, takeBackWithdrawalRoute, ({ params, body, key, actor }) =>
    takeBack(ledger, getPetitioner(actor), { ...params, ...body, key }),
  );
}
