import { Secret, TOTP } from 'otpauth';
import type { Refused } from '../../../platform/http/refused.ts';
import { drawQr, type Qr } from '../../../platform/qr/qr.ts';
import type { Keyring } from '../../../platform/secrets/keyring.ts';
import type { SealedColumn } from '../../../platform/secrets/reseal.ts';
import { forgetTries, takeTry } from './limits.ts';
import { takeOwnPassword } from './own-password.ts';
import { refuseAccount, refuseForNow, type WaitRefused } from './refusals.ts';
import type { SignInTools } from './sign-in-tools.ts';

/** Seconds a code stands for, and how many intervals to either side are taken: clocks of telephones differ. */
const PERIOD = 30;
const WINDOW = 1;
/** How long the second step may wait after the first. */
const TICKET_MS = 300_000;

const contextOf = (account: string): string => `second-factor/${account}`;

export const FACTOR_COLUMN: SealedColumn = {
  table: 'account_factor',
  key: ['account'],
  column: 'secret',
  context: ([account = '']) => contextOf(account),
};

function totpOf(secret: Buffer, login: string): TOTP {
  return new TOTP({
    issuer: 'Huiying 回应',
    label: login,
    period: PERIOD,
    digits: 6,
    secret: new Secret({ buffer: new Uint8Array(secret).buffer }),
  });
}

/** Begins a second factor, in place of one that was begun and never confirmed; it counts once a code of it was given. */
export async function beginFactor(
  { pool, keyring, clock }: SignInTools,
  account: string,
): Promise<{ secret: string; address: string; qr: Qr } | Refused> {
  const fresh = new Secret({ size: 20 });
  const { rows } = await pool.query<{ login: string }>(
    `with mine as (select id, login from account where id = $1)
     insert into account_factor (account, secret, made_at) select id, $2, $3 from mine
     on conflict (account) do update set secret = excluded.secret, made_at = excluded.made_at
       where account_factor.confirmed_at is null
     returning (select login from mine) as login`,
    [account, keyring.seal(Buffer.from(fresh.bytes), contextOf(account)), clock.now().toISOString()],
  );
  const [row] = rows;
  if (row === undefined) return refuseAccount('factor-there');
  const address = totpOf(Buffer.from(fresh.bytes), row.login).toString();
  return { secret: fresh.base32, address, qr: drawQr(address) };
}

/** Confirms the factor that was begun, by a code of it. */
export async function confirmFactor(
  tools: SignInTools,
  account: string,
  code: string,
): Promise<Refused | WaitRefused | undefined> {
  const refused = await takeCode(tools, account, code);
  if (refused) return refused;
  await tools.pool.query('update account_factor set confirmed_at = $2 where account = $1 and confirmed_at is null', [
    account,
    tools.clock.now().toISOString(),
  ]);
  return undefined;
}

/** Puts the factor away: with the password and a code, so that a desk left open is not enough. */
export async function removeFactor(
  tools: SignInTools,
  { account, password, code }: { account: string; password: string; code: string },
): Promise<Refused | WaitRefused | undefined> {
  const wrong = await takeOwnPassword(tools, account, password);
  if (wrong) return wrong;
  const refused = await takeCode(tools, account, code);
  if (refused) return refused;
  await tools.pool.query('delete from account_factor where account = $1', [account]);
  return undefined;
}

/** Takes a code once: it is right, of an interval that no code was taken of, and not one try too many. */
export async function takeCode(
  { pool, keyring, clock }: SignInTools,
  account: string,
  code: string,
): Promise<Refused | WaitRefused | undefined> {
  const tries = { purpose: 'second-factor', who: account };
  const wait = await takeTry(pool, keyring, { ...tries, clock });
  if (wait > 0) return refuseForNow(wait);
  const { rows } = await pool.query<{ secret: Buffer; login: string; last_step: string }>(
    `select f.secret, f.last_step, a.login from account_factor f join account a on a.id = f.account
     where f.account = $1`,
    [account],
  );
  const [row] = rows;
  if (row === undefined) return refuseAccount('code-wrong', 'code');
  const timestamp = clock.now().getTime();
  const totp = totpOf(keyring.open(row.secret, contextOf(account)), row.login);
  const delta = totp.validate({ token: code.replaceAll(/\s/g, ''), timestamp, window: WINDOW });
  if (delta === null) return refuseAccount('code-wrong', 'code');
  const step = totp.counter({ timestamp }) + delta;
  const taken = await pool.query('update account_factor set last_step = $2 where account = $1 and last_step < $2', [
    account,
    step,
  ]);
  if (taken.rowCount === 0) return refuseAccount('code-wrong', 'code');
  await forgetTries(pool, keyring, tries);
  return undefined;
}

/** Says that the password was right: sealed, for some minutes, and worth nothing without a code. */
export function writeTicket(keyring: Keyring, account: string, now: Date): string {
  const plain = JSON.stringify({ account, until: now.getTime() + TICKET_MS });
  return keyring.seal(Buffer.from(plain), 'sign-in ticket').toString('base64url');
}

/** Whose ticket it is; undefined where it is none, or too old. */
export function readTicket(keyring: Keyring, ticket: string, now: Date): string | undefined {
  try {
    const plain: unknown = JSON.parse(keyring.open(Buffer.from(ticket, 'base64url'), 'sign-in ticket').toString());
    if (typeof plain !== 'object' || plain === null) return undefined;
    const { account, until }: { account?: unknown; until?: unknown } = plain;
    return typeof account === 'string' && typeof until === 'number' && until >= now.getTime() ? account : undefined;
  } catch {
    return undefined;
  }
}
