import type { FastifyReply, FastifyRequest } from 'fastify';
import * as client from 'openid-client';
import { noteAudit } from '../../../ledger/audit.ts';
import type { Ledger } from '../../../ledger/ledger.ts';
import { mount } from '../../../platform/http/mount.ts';
import type { Server } from '../../../platform/http/server.ts';
import { findPasskeyPlace } from '../passkeys.rules.ts';
import * as contracts from '../sign-on.contract.ts';
import { loginIn, type SignOnFault } from '../sign-on.rules.ts';
import { findAccounts } from './accounts.ts';
import { type Caller, getStaff } from './authorise.ts';
import { setSessionCookie } from './cookies.ts';
import { hitLimit } from './limits.ts';
import { enterProved } from './sign-in.ts';
import {
  decide,
  discover,
  endProvider,
  findProvider,
  findWaiting,
  type KnownProvider,
  openSecret,
  propose,
} from './sign-on-provider.ts';

/** What was asked of the provider, kept by the browser meanwhile, sealed. */
interface Asked {
  readonly provider: string;
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
  /** Milliseconds since the epoch. */
  readonly until: number;
}

const COOKIE = 'ho';
const PATH = '/sign-on';
const MINUTES = 10;
const HIDDEN = { schema: { hide: true } };
const CONTEXT = 'single sign-on';

/**
 * Single sign-on with OpenID Connect: code flow with PKCE, state and nonce. `originOf` says the address people reach this
 * installation at; `warn` is told why a sign-on failed.
 */
export function mountSignOn(
  server: Server<Caller>,
  ledger: Ledger,
  {
    originOf,
    warn,
  }: {
    readonly originOf: (request: FastifyRequest) => string;
    readonly warn: (event: string, detail: object) => void;
  },
): void {
  const { pool, clock, keyring } = ledger;
  /** Undefined where whoever asks names a host that is none, and no address was configured. */
  const callbackOf = (request: FastifyRequest): string | undefined => {
    const address = `${originOf(request)}${PATH}/back`;
    return URL.canParse(address) ? new URL(address).href : undefined;
  };
  const known = new Map<string, Promise<client.Configuration>>();

  mount(server, contracts.readSignOn, async () => {
    const provider = await findProvider(pool);
    return provider === undefined ? {} : { label: provider.label };
  });

  mount(server, contracts.administerSignOn, async ({ actor, request }) => {
    const { account, roles } = getStaff(actor);
    const [inUse, waiting] = await Promise.all([findProvider(pool), findWaiting(pool)]);
    const names = await findAccounts(
      pool,
      [inUse, waiting].flatMap((one) => (one === undefined ? [] : [one.by.replace('staff:', '')])),
    );
    const view = ({ secret: _, by, ...provider }: KnownProvider) => ({
      ...provider,
      by: names.get(by.replace('staff:', ''))?.name ?? by,
    });
    const mine = roles.includes('security') && waiting?.by !== `staff:${account}`;
    return {
      ...(inUse === undefined ? {} : { inUse: view(inUse) }),
      ...(waiting === undefined ? {} : { waiting: { ...view(waiting), mine } }),
      callback: callbackOf(request) ?? `${PATH}/back`,
    };
  });

  mount(server, contracts.proposeSignOn, ({ body, actor }) => propose(ledger, getStaff(actor), body));
  mount(server, contracts.decideSignOn, ({ body, actor }) => decide(ledger, getStaff(actor), body));
  mount(server, contracts.endSignOn, ({ actor }) => endProvider(ledger, getStaff(actor)));

  server.get(PATH, HIDDEN, async (request, reply) => {
    const provider = await findProvider(pool);
    const callback = callbackOf(request);
    if (provider === undefined || callback === undefined || !(await mayTry(request))) return back(reply, 'off');
    try {
      const config = await configOf(provider);
      const asked: Asked = {
        provider: provider.id,
        state: client.randomState(),
        nonce: client.randomNonce(),
        verifier: client.randomPKCECodeVerifier(),
        until: clock.now().getTime() + MINUTES * 60_000,
      };
      const to = client.buildAuthorizationUrl(config, {
        redirect_uri: callback,
        scope: 'openid profile email',
        state: asked.state,
        nonce: asked.nonce,
        code_challenge: await client.calculatePKCECodeChallenge(asked.verifier),
        code_challenge_method: 'S256',
      });
      reply.setCookie(COOKIE, keyring.seal(Buffer.from(JSON.stringify(asked)), CONTEXT).toString('base64url'), {
        path: PATH,
        httpOnly: true,
        sameSite: 'lax',
        secure: reply.server.house.https,
        maxAge: MINUTES * 60,
      });
      return reply.code(303).header('location', to.href).send();
    } catch (cause) {
      return failed(reply, cause);
    }
  });

  server.get(`${PATH}/back`, HIDDEN, async (request, reply) => {
    const asked = readAsked(request.cookies[COOKIE]);
    reply.clearCookie(COOKIE, { path: PATH });
    const provider = await findProvider(pool);
    const callback = callbackOf(request);
    if (provider === undefined || callback === undefined || !(await mayTry(request))) return back(reply, 'off');
    if (asked === undefined || asked.provider !== provider.id || asked.until < clock.now().getTime())
      return back(reply, 'late');
    try {
      const said = await hear(provider, asked, new URL(`${callback}${searchOf(request)}`));
      const account = await findLinked(provider, said);
      if (typeof account === 'string') return back(reply, account);
      const entered = await enterProved(ledger, { ...account, place: findPasskeyPlace(originOf(request)) });
      await note(account.id, account.body, 'sign-on.enter');
      if ('ticket' in entered) {
        const half = `ticket=${entered.ticket}&steps=${entered.steps.join()}`;
        return reply.code(303).header('location', `/desk/#${half}`).send();
      }
      setSessionCookie(reply, entered.token);
      return reply.code(303).header('location', '/desk/').send();
    } catch (cause) {
      return failed(reply, cause);
    }
  });

  /** What the provider says of whoever came back; throws where anything of it does not hold. */
  async function hear(
    provider: KnownProvider,
    { state, nonce, verifier }: Asked,
    url: URL,
  ): Promise<{ readonly subject: string; readonly login: string | undefined }> {
    const config = await configOf(provider);
    const tokens = await client.authorizationCodeGrant(config, url, {
      pkceCodeVerifier: verifier,
      expectedState: state,
      expectedNonce: nonce,
      idTokenExpected: true,
    });
    const claims = tokens.claims();
    if (claims === undefined) throw new Error('the provider sent no identity token');
    const said = loginIn(claims, provider.claim);
    if (said !== undefined || config.serverMetadata().userinfo_endpoint === undefined)
      return { subject: claims.sub, login: said };
    const more = await client.fetchUserInfo(config, tokens.access_token, claims.sub);
    return { subject: claims.sub, login: loginIn(more, provider.claim) };
  }

  /** The account of this person: the one linked before, else the one of that user name, which is linked from then on. */
  async function findLinked(
    { issuer }: KnownProvider,
    { subject, login }: { readonly subject: string; readonly login: string | undefined },
  ): Promise<{ id: string; body: string; failures: number } | SignOnFault> {
    const find = async (where: string, values: readonly string[]) => {
      const { rows } = await pool.query<{ id: string; body: string; failures: number; linked: boolean }>(
        `select a.id, a.body, a.failures, l.account is not null as linked from account a
         left join account_sign_on l on l.account = a.id where a.ended_on is null and ${where}`,
        [...values],
      );
      return rows[0];
    };
    const before = await find('l.issuer = $1 and l.subject = $2', [issuer, subject]);
    if (before !== undefined) return before;
    const named = login === undefined ? undefined : await find('a.login = $1', [login]);
    if (named === undefined) return 'unknown';
    if (named.linked) return 'other';
    const { rowCount } = await pool.query(
      `insert into account_sign_on (account, issuer, subject, linked_at) values ($1, $2, $3, $4) on conflict do nothing`,
      [named.id, issuer, subject, clock.now().toISOString()],
    );
    if (rowCount === 0) return 'other';
    await note(named.id, named.body, 'sign-on.link');
    return named;
  }

  function configOf(provider: KnownProvider): Promise<client.Configuration> {
    const before = known.get(provider.id);
    if (before !== undefined) return before;
    const found = discover(provider, openSecret(ledger, provider));
    known.clear();
    known.set(provider.id, found);
    /* A provider that was away is asked again. */
    found.catch(() => known.delete(provider.id));
    return found;
  }

  function readAsked(sealed: string | undefined): Asked | undefined {
    if (sealed === undefined) return undefined;
    try {
      /* Sealed by us alone: nobody else can have written it. */
      return JSON.parse(keyring.open(Buffer.from(sealed, 'base64url'), CONTEXT).toString()) as Asked;
    } catch {
      return undefined;
    }
  }

  function mayTry(request: FastifyRequest): Promise<boolean> {
    return hitLimit(pool, keyring, { purpose: 'sign-on', who: request.ip, limit: 60, windowSeconds: 600, clock });
  }

  function failed(reply: FastifyReply, cause: unknown): FastifyReply {
    const said = cause instanceof client.ResponseBodyError || cause instanceof client.AuthorizationResponseError;
    warn('single sign-on failed', {
      reason: cause instanceof Error ? cause.message : String(cause),
      ...(said ? { error: cause.error } : {}),
      ...(cause instanceof client.ClientError && cause.code !== undefined ? { code: cause.code } : {}),
    });
    return back(reply, 'failed');
  }

  function note(account: string, body: string, verb: string): Promise<void> {
    const at = clock.now().toISOString();
    return noteAudit(pool, { at, actor: `staff:${account}`, body, verb, stream: `account/${account}`, detail: {} });
  }
}

/** To the door, which says why. */
function back(reply: FastifyReply, fault: SignOnFault): FastifyReply {
  return reply.code(303).header('location', `/desk/#sign-on=${fault}`).send();
}

function searchOf(request: FastifyRequest): string {
  const at = request.url.indexOf('?');
  return at === -1 ? '' : request.url.slice(at);
}
