import { createHash, createSign, generateKeyPairSync, randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What the provider says of whoever signs in next, and how it errs where it does. */
export interface Says {
  sub: string;
  claims: Readonly<Record<string, unknown>>;
  /** Said only at the userinfo address. */
  more?: Readonly<Record<string, unknown>>;
  nonce?: string;
  audience?: string;
  /** Signs with a key that it does not publish. */
  forged?: boolean;
}

export interface IdentityProvider {
  readonly issuer: string;
  readonly says: Says;
  /** Codes that were handed out and taken. */
  readonly taken: string[];
  close(): Promise<void>;
}

export const CLIENT = { id: 'huiying', secret: 'a-secret-of-this-test' } as const;

const base64 = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');

/** An OpenID Connect provider on this machine that lets everybody in as it was told to: code flow, PKCE, RS256. */
export async function openIdentityProvider(): Promise<IdentityProvider> {
  const own = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const foreign = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const says: Says = { sub: 'p-1', claims: {} };
  const taken: string[] = [];
  const codes = new Map<string, { challenge: string; nonce: string; redirect: string }>();
  let issuer = '';

  const sign = (claims: object): string => {
    const head = `${base64({ alg: 'RS256', kid: 'k1' })}.${base64(claims)}`;
    const key = says.forged ? foreign.privateKey : own.privateKey;
    return `${head}.${createSign('RSA-SHA256').update(head).sign(key).toString('base64url')}`;
  };

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', issuer);
    const json = (status: number, value: object): void => {
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(value));
    };
    if (url.pathname === '/.well-known/openid-configuration')
      return json(200, {
        issuer,
        authorization_endpoint: `${issuer}/authorize`,
        token_endpoint: `${issuer}/token`,
        userinfo_endpoint: `${issuer}/userinfo`,
        jwks_uri: `${issuer}/jwks`,
        response_types_supported: ['code'],
        subject_types_supported: ['public'],
        id_token_signing_alg_values_supported: ['RS256'],
        code_challenge_methods_supported: ['S256'],
      });
    if (url.pathname === '/jwks')
      return json(200, {
        keys: [{ ...own.publicKey.export({ format: 'jwk' }), kid: 'k1', alg: 'RS256', use: 'sig' }],
      });
    if (url.pathname === '/authorize') {
      const code = randomUUID();
      const asked = (name: string): string => url.searchParams.get(name) ?? '';
      codes.set(code, { challenge: asked('code_challenge'), nonce: asked('nonce'), redirect: asked('redirect_uri') });
      const to = new URL(asked('redirect_uri'));
      to.search = new URLSearchParams({ code, state: asked('state') }).toString();
      response.writeHead(302, { location: to.href }).end();
      return;
    }
    if (url.pathname === '/userinfo') return json(200, { sub: says.sub, ...says.more });
    if (url.pathname !== '/token') return json(404, {});
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(Buffer.from(part));
    const sent = new URLSearchParams(Buffer.concat(parts).toString());
    const kept = codes.get(sent.get('code') ?? '');
    codes.delete(sent.get('code') ?? '');
    const challenge = createHash('sha256')
      .update(sent.get('code_verifier') ?? '')
      .digest('base64url');
    const holds =
      kept?.challenge === challenge &&
      kept.redirect === sent.get('redirect_uri') &&
      sent.get('client_id') === CLIENT.id &&
      sent.get('client_secret') === CLIENT.secret;
    if (!holds) return json(400, { error: 'invalid_grant' });
    taken.push(sent.get('code') ?? '');
    const now = Math.floor(Date.now() / 1000);
    return json(200, {
      access_token: randomUUID(),
      token_type: 'Bearer',
      expires_in: 60,
      id_token: sign({
        iss: issuer,
        sub: says.sub,
        aud: says.audience ?? CLIENT.id,
        iat: now,
        exp: now + 60,
        nonce: says.nonce ?? kept.nonce,
        ...says.claims,
      }),
    });
  }

  const server = createServer((request, response) => {
    answer(request, response).catch(() => response.writeHead(500).end());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  // A server that listens on a port has an address of this kind.
  issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    issuer,
    says,
    taken,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
