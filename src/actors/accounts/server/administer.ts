import { randomBytes, randomUUID } from 'node:crypto';
import type { PoolClient } from 'pg';
import { nameOf } from '../../../domain/bodies.ts';
import type { Role } from '../../../domain/vocabulary.ts';
import { noteAudit } from '../../../ledger/audit.ts';
import { contextFor, type Ledger } from '../../../ledger/ledger.ts';
import type { Refused } from '../../../platform/http/refused.ts';
import type { Response } from '../../../platform/http/route.contract.ts';
import type { administerAccounts } from '../accounts.contract.ts';
import { isAdministering, isLogin, mayAdminister, needsSecond, refuseRoles, sayFirstPassword } from '../posts.rules.ts';
import { rolesOf } from './accounts.ts';
import type { StaffActor } from './authorise.ts';
import { hasFactorSql } from './factors.ts';
import { hashPassword } from './passwords.ts';
import { refuseAccount, refuseInHand } from './refusals.ts';

/** What is known of an account where it is administered. */
interface Held {
  readonly id: string;
  readonly body: string;
  readonly login: string;
  readonly roles: string[];
  readonly ended_on: string | null;
}

/** A new first password: said once to whoever asked, stored as its hash. */
async function newPassword(bytes: Buffer = randomBytes(16)): Promise<{ said: string; hash: string }> {
  const said = sayFirstPassword(bytes);
  return { said, hash: await hashPassword(said) };
}

/** Changes accounts and writes who did it into the trail, both or neither. */
async function changing<T>(
  ledger: Ledger,
  actor: StaffActor,
  work: (client: PoolClient, note: (verb: string, account: string, detail?: object) => Promise<void>) => Promise<T>,
): Promise<T> {
  const client = await ledger.pool.connect();
  const at = ledger.clock.now().toISOString();
  const note = async (verb: string, account: string, detail: object = {}): Promise<void> => {
    const by = { at, actor: `staff:${actor.account}`, body: actor.body };
    await noteAudit(client, { ...by, verb, stream: `account/${account}`, detail });
  };
  try {
    await client.query('begin');
    const done = await work(client, note);
    await client.query('commit');
    return done;
  } catch (cause) {
    await client.query('rollback').catch(() => {});
    throw cause;
  } finally {
    client.release();
  }
}

/** The account, held until the change is through; a refusal where it is not the administrator's. */
async function hold(ledger: Ledger, client: PoolClient, actor: StaffActor, account: string): Promise<Held | Refused> {
  const { rows } = await client.query<Held>(
    'select id, body, login, roles, ended_on from account where id = $1 for update',
    [account],
  );
  const [held] = rows;
  if (held === undefined || !mayAdminister(ledger.reference.bodies, actor.body, held.body))
    return refuseAccount('no-account');
  return held.ended_on === null ? held : refuseAccount('account-ended');
}

export interface Person {
  readonly name: string;
  readonly title: string;
  readonly titleEn: string;
  readonly phone: string;
  readonly roles: readonly Role[];
}

export async function createAccount(
  ledger: Ledger,
  actor: StaffActor,
  given: Person & { readonly body: string; readonly login: string; readonly key: string },
): Promise<{ id: string; password: string; waits: boolean } | Refused> {
  const login = given.login.toLowerCase();
  if (!mayAdminister(ledger.reference.bodies, actor.body, given.body)) return refuseAccount('no-account', 'body');
  if (!isLogin(login)) return refuseAccount('login-form', 'login');
  const fault = refuseRoles(given.roles);
  if (fault) return refuseAccount(fault, 'roles');
  const waits = needsSecond([], given.roles);
  /* Made from the request's key: who asks again because the answer was lost hears the same, and no second account is made. */
  const made = ledger.keyring.keyedHash('new account', JSON.stringify([actor.account, login, given.key]));
  const password = await newPassword(made.subarray(16));
  const id = `u-${made.subarray(0, 16).toString('hex')}`;
  return changing(ledger, actor, async (client, note) => {
    const { rows } = await client.query(
      `insert into account (id, login, body, name, title_zh, title_en, phone, roles, password, must_change)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, true) on conflict (login) do nothing returning id`,
      [
        id,
        login,
        given.body,
        given.name,
        given.title,
        given.titleEn || given.title,
        given.phone,
        waits ? [] : [...given.roles],
        password.hash,
      ],
    );
    if (rows.length === 0) {
      const { rows: same } = await client.query('select from account where id = $1 and login = $2', [id, login]);
      return same.length > 0 ? { id, password: password.said, waits } : refuseAccount('login-taken', 'login');
    }
    await note('account.create', id, { body: given.body, roles: given.roles });
    if (waits) await placeOrder(ledger, client, actor, { account: id, kind: 'roles', roles: given.roles });
    return { id, password: password.said, waits };
  });
}

export function changeAccount(
  ledger: Ledger,
  actor: StaffActor,
  account: string,
  given: Person,
): Promise<{ id: string; waits: boolean } | Refused> {
  const { roles } = given;
  return changing(ledger, actor, async (client, note) => {
    const held = await hold(ledger, client, actor, account);
    if ('refused' in held) return held;
    const before = rolesOf(held.roles);
    const same = before.length === roles.length && roles.every((role) => before.includes(role));
    if (!same && account === actor.account) return refuseAccount('own-account', 'roles');
    const fault = same ? undefined : refuseRoles(roles);
    if (fault) return refuseAccount(fault, 'roles');
    const lost = before.filter((role) => !roles.includes(role));
    if (!same && (await leavesNobody(client, account, lost))) return refuseAccount('last-of-post', 'roles');
    const waits = needsSecond(before, roles);
    if (waits && (await waitsAlready(client, account))) return refuseAccount('order-waits', 'roles');
    await client.query(
      `update account set name = $2, title_zh = $3, title_en = $4, phone = $5, roles = $6 where id = $1`,
      [account, given.name, given.title, given.titleEn || given.title, given.phone, waits ? held.roles : [...roles]],
    );
    await note('account.change', account, same ? {} : { before, after: roles, waits });
    if (waits) await placeOrder(ledger, client, actor, { account, kind: 'roles', roles });
    return { id: account, waits };
  });
}

/** Whoever leaves: nothing may be in their hands alone. Sessions end, the name stays in every trail. */
export function endAccount(ledger: Ledger, actor: StaffActor, account: string): Promise<{ id: string } | Refused> {
  return changing(ledger, actor, async (client, note) => {
    if (account === actor.account) return refuseAccount('own-account');
    const held = await hold(ledger, client, actor, account);
    if ('refused' in held) return held;
    const { rows } = await client.query<{ n: string }>(
      'select count(distinct item) as n from desk where account = $1',
      [account],
    );
    const inHand = Number(rows[0]?.n ?? 0);
    if (inHand > 0) return refuseInHand(inHand);
    if (await leavesNobody(client, account, rolesOf(held.roles))) return refuseAccount('last-of-post');
    await client.query('update account set ended_on = $2 where id = $1', [account, contextFor(ledger, actor).today]);
    await client.query('delete from session where account = $1', [account]);
    await client.query(
      `update account_order set decision = 'refused', decided_by = $2, decided_at = $3 where account = $1 and decided_at is null`,
      [account, `staff:${actor.account}`, ledger.clock.now().toISOString()],
    );
    await note('account.end', account);
    return { id: account };
  });
}

export function endSessions(ledger: Ledger, actor: StaffActor, account: string): Promise<{ ended: number } | Refused> {
  return changing(ledger, actor, async (client, note) => {
    const held = await hold(ledger, client, actor, account);
    if ('refused' in held) return held;
    const { rowCount } = await client.query('delete from session where account = $1', [account]);
    await note('account.end-sessions', account, { ended: rowCount ?? 0 });
    return { ended: rowCount ?? 0 };
  });
}

/** A lost password is given anew by two: an administrator asks, the security officer confirms and hears it. */
export function askReset(ledger: Ledger, actor: StaffActor, account: string): Promise<{ id: string } | Refused> {
  return changing(ledger, actor, async (client, note) => {
    const held = await hold(ledger, client, actor, account);
    if ('refused' in held) return held;
    if (await waitsAlready(client, account)) return refuseAccount('order-waits');
    const id = await placeOrder(ledger, client, actor, { account, kind: 'reset' });
    await note('account.ask-reset', account);
    return { id };
  });
}

interface OrderRow {
  readonly id: string;
  readonly account: string;
  readonly kind: 'reset' | 'roles';
  readonly roles: string[] | null;
  readonly asked_by: string;
}

export async function decideOrder(
  ledger: Ledger,
  actor: StaffActor,
  id: string,
  confirm: boolean,
): Promise<{ password?: string } | Refused> {
  const password = await newPassword();
  return changing(ledger, actor, async (client, note) => {
    const { rows } = await client.query<OrderRow>(
      'select id, account, kind, roles, asked_by from account_order where id = $1 and decided_at is null for update',
      [id],
    );
    const [order] = rows;
    if (order === undefined) return refuseAccount('no-order');
    if (!mayDecide(actor, order)) return refuseAccount('second-person');
    const held = await hold(ledger, client, actor, order.account);
    if ('refused' in held) return held;
    await client.query('update account_order set decision = $2, decided_by = $3, decided_at = $4 where id = $1', [
      id,
      confirm ? 'confirmed' : 'refused',
      `staff:${actor.account}`,
      ledger.clock.now().toISOString(),
    ]);
    await note(confirm ? 'account.confirm' : 'account.refuse', order.account, { kind: order.kind, roles: order.roles });
    if (!confirm) return {};
    if (order.kind === 'roles') {
      await client.query('update account set roles = $2 where id = $1', [order.account, order.roles ?? []]);
      return {};
    }
    await client.query('update account set password = $2, must_change = true, failures = 0 where id = $1', [
      order.account,
      password.hash,
    ]);
    await client.query('delete from session where account = $1', [order.account]);
    for (const table of ['account_factor', 'passkey', 'passkey_challenge', 'account_sign_on'])
      await client.query(`delete from ${table} where account = $1`, [order.account]);
    return { password: password.said };
  });
}

/** Not whoever asked, nor whom it is about; and only the security officer. */
function mayDecide(actor: StaffActor, order: { readonly account: string; readonly asked_by: string }): boolean {
  return (
    actor.roles.includes('security') && order.asked_by !== `staff:${actor.account}` && order.account !== actor.account
  );
}

async function placeOrder(
  ledger: Ledger,
  client: PoolClient,
  actor: StaffActor,
  { account, kind, roles }: { account: string; kind: 'reset' | 'roles'; roles?: readonly Role[] },
): Promise<string> {
  const id = randomUUID();
  await client.query(
    'insert into account_order (id, account, kind, roles, asked_by, asked_at) values ($1, $2, $3, $4, $5, $6)',
    [id, account, kind, roles ?? null, `staff:${actor.account}`, ledger.clock.now().toISOString()],
  );
  return id;
}

async function waitsAlready(client: PoolClient, account: string): Promise<boolean> {
  const { rows } = await client.query('select from account_order where account = $1 and decided_at is null', [account]);
  return rows.length > 0;
}

/** Whether nobody else would be left who asks, or nobody who confirms. */
async function leavesNobody(client: PoolClient, account: string, lost: readonly Role[]): Promise<boolean> {
  for (const role of lost.filter(isAdministering)) {
    if (role === 'auditor') continue;
    const { rows } = await client.query(
      'select from account where roles @> $1 and ended_on is null and id <> $2 limit 1',
      [[role], account],
    );
    if (rows.length === 0) return true;
  }
  return false;
}

interface AdministeredRow {
  readonly id: string;
  readonly login: string;
  readonly name: string;
  readonly title_zh: string;
  readonly title_en: string;
  readonly phone: string;
  readonly roles: string[];
  readonly must_change: boolean;
  readonly factor: boolean;
  readonly ended_on: string | null;
  readonly sessions: string;
  readonly seen_at: string | null;
  readonly in_hand: string;
}

/** The accounts of one body with what an administrator must know of them, and the orders that wait. */
export async function viewAccounts(
  ledger: Ledger,
  actor: StaffActor,
  body: string | undefined,
): Promise<Response<typeof administerAccounts> | Refused> {
  const { bodies } = ledger.reference;
  if (body !== undefined && !mayAdminister(bodies, actor.body, body)) return refuseAccount('no-account', 'body');
  const { rows } = await ledger.pool.query<AdministeredRow>(
    `select a.id, a.login, a.name, a.title_zh, a.title_en, a.phone, a.roles, a.must_change, a.ended_on,
       ${hasFactorSql('a.id')} as factor,
       (select count(*) from session s where s.account = a.id and s.expires_at > $2) as sessions,
       (select max(s.seen_at) from session s where s.account = a.id) as seen_at,
       (select count(distinct d.item) from desk d where d.account = a.id) as in_hand
     from account a where a.body = $1 order by a.ended_on nulls first, a.name, a.id`,
    [body ?? '', ledger.clock.now().toISOString()],
  );
  return {
    accounts: rows.map((row) => ({
      id: row.id,
      login: row.login,
      name: row.name,
      title: { zh: row.title_zh, en: row.title_en },
      phone: row.phone,
      roles: [...rolesOf(row.roles)],
      mustChange: row.must_change,
      secondFactor: row.factor,
      sessions: Number(row.sessions),
      seenAt: row.seen_at,
      inHand: Number(row.in_hand),
      endedOn: row.ended_on,
    })),
    orders: await openOrders(ledger, actor),
  };
}

async function openOrders(
  { pool, reference }: Ledger,
  actor: StaffActor,
): Promise<Response<typeof administerAccounts>['orders']> {
  const { rows } = await pool.query<
    OrderRow & { asked_at: string; name: string; login: string; body: string; asker: string | null }
  >(
    `select o.id, o.account, o.kind, o.roles, o.asked_by, o.asked_at, a.name, a.login, a.body, b.name as asker
     from account_order o join account a on a.id = o.account left join account b on 'staff:' || b.id = o.asked_by
     where o.decided_at is null order by o.asked_at, o.id`,
  );
  return rows
    .filter(({ body }) => mayAdminister(reference.bodies, actor.body, body))
    .map((row) => ({
      id: row.id,
      account: { id: row.account, name: row.name, login: row.login, body: nameOf(reference.bodies, row.body) },
      kind: row.kind,
      ...(row.roles === null ? {} : { roles: [...rolesOf(row.roles)] }),
      askedBy: row.asker ?? row.asked_by,
      askedAt: row.asked_at,
      mine: mayDecide(actor, row),
    }));
}
