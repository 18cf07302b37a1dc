import { randomUUID } from 'node:crypto';
import { noteAudit } from '../../../ledger/audit.ts';
import { contextFor, type Ledger } from '../../../ledger/ledger.ts';
import { mount } from '../../../platform/http/mount.ts';
import type { Refused } from '../../../platform/http/refused.ts';
import type { Server } from '../../../platform/http/server.ts';
import { endSubstitute, nameSubstitute, readSubstitutes } from '../substitutes.contract.ts';
import { type Absence, findAbsenceFault, lentRoles, MOST_DAYS, mayStandIn } from '../substitutes.rules.ts';
import { findAccounts, listAccounts, rolesOf } from './accounts.ts';
import { type Caller, getStaff } from './authorise.ts';
import { refuseAccount } from './refusals.ts';

type Staff = ReturnType<typeof getStaff>;

/** Who stands in for whom during an absence: each officer says so, or the head where somebody fell ill. */
export function mountSubstitutes(server: Server<Caller>, ledger: Ledger): void {
  mount(server, readSubstitutes, async ({ actor }) => {
    const { account, body } = getStaff(actor);
    const [absences, staff] = await Promise.all([listAbsences(ledger, body), listAccounts(ledger.pool, body)]);
    const names = new Map(staff.map(({ id, name }) => [id, name]));
    const named = (id: string) => ({ id, name: names.get(id) ?? id });
    return {
      absences: absences.map(({ id, from, to, roles, ...one }) => ({
        id,
        account: named(one.account),
        substitute: named(one.substitute),
        from,
        to,
        roles: [...lentRoles(roles)],
      })),
      colleagues: staff
        .filter(({ id, roles }) => id !== account && mayStandIn(roles))
        .map(({ id, name }) => ({ id, name })),
      mostDays: MOST_DAYS,
    };
  });

  mount(server, nameSubstitute, ({ body, actor }) => name(ledger, getStaff(actor), body));
  mount(server, endSubstitute, ({ params, actor }) => end(ledger, getStaff(actor), params.absence));
}

async function name(
  ledger: Ledger,
  actor: Staff,
  { account = actor.account, ...given }: { account?: string | undefined; substitute: string; from: string; to: string },
): Promise<{ id: string } | Refused> {
  const absence: Absence = { account, ...given };
  const people = await findAccounts(ledger.pool, [account, given.substitute]);
  const away = people.get(account);
  if (away === undefined || away.body !== actor.body) return refuseAccount('substitute-body', 'account');
  if (account !== actor.account && !actor.roles.includes('head')) return refuseAccount('not-your-post', 'account');
  const others = (await listAbsences(ledger, actor.body)).filter((one) => one.account === account);
  const fault = findAbsenceFault(absence, {
    today: contextFor(ledger, actor).today,
    roles: away.roles,
    body: away.body,
    substituteBody: people.get(given.substitute)?.body,
    substituteRoles: people.get(given.substitute)?.roles ?? [],
    others,
  });
  if (fault) return refuseAccount(fault.code, fault.field);
  const id = randomUUID();
  await ledger.pool.query(
    `insert into account_substitute (id, account, substitute, from_day, to_day, made_by, made_at)
     values ($1, $2, $3, $4, $5, $6, $7)`,
    [id, account, given.substitute, given.from, given.to, `staff:${actor.account}`, ledger.clock.now().toISOString()],
  );
  await note(ledger, actor, 'substitute.name', account, given);
  return { id };
}

async function end(ledger: Ledger, actor: Staff, id: string): Promise<{ id: string } | Refused> {
  const found = (await listAbsences(ledger, actor.body)).find((one) => one.id === id);
  const may =
    found && (actor.roles.includes('head') || [found.account, found.substitute].some((one) => one === actor.account));
  if (!may) return refuseAccount('no-substitute');
  await ledger.pool.query('update account_substitute set ended_at = $2 where id = $1 and ended_at is null', [
    id,
    ledger.clock.now().toISOString(),
  ]);
  await note(ledger, actor, 'substitute.end', found.account, { substitute: found.substitute });
  return { id };
}

/** Absences of a body that are under way or still to come. */
async function listAbsences(ledger: Ledger, body: string) {
  const { rows } = await ledger.pool.query<{
    id: string;
    account: string;
    substitute: string;
    from_day: string;
    to_day: string;
    roles: string[];
  }>(
    `select s.id, s.account, s.substitute, s.from_day, s.to_day, a.roles
     from account_substitute s join account a on a.id = s.account
     where a.body = $1 and s.ended_at is null and s.to_day >= $2 order by s.from_day, s.id`,
    [body, contextFor(ledger, { kind: 'system' }).today],
  );
  return rows.map(({ id, account, substitute, from_day, to_day, roles }) => ({
    id,
    account,
    substitute,
    from: from_day,
    to: to_day,
    roles: rolesOf(roles),
  }));
}

function note(ledger: Ledger, actor: Staff, verb: string, account: string, detail: object): Promise<void> {
  const at = ledger.clock.now().toISOString();
  const { body } = actor;
  return noteAudit(ledger.pool, {
    at,
    actor: `staff:${actor.account}`,
    body,
    verb,
    stream: `account/${account}`,
    detail,
  });
}
