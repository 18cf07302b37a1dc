/** An OpenID Connect provider as an administrator enters it. */
export interface Provider {
  /** The issuer’s address, as it stands in its tokens. */
  readonly issuer: string;
  readonly clientId: string;
  /** Which claim of the identity token holds the user name here. */
  readonly claim: string;
  readonly label: { readonly zh: string; readonly en: string };
}

const ISSUER = /^(https?):\/\/([a-z0-9.-]+|\[[0-9a-f:]+\])(?::\d{1,5})?(?:\/[\w./~%+-]*)?$/i;

/** Why an issuer’s address will not do: it is none, or not encrypted. An unencrypted one on this machine is for trying out. */
export function findIssuerFault(issuer: string): 'issuer-form' | undefined {
  const [, scheme] = ISSUER.exec(issuer) ?? [];
  return scheme?.toLowerCase() === 'https' || isLocal(issuer) ? undefined : 'issuer-form';
}

/** An address of this machine, which may be unencrypted. */
export function isLocal(issuer: string): boolean {
  const [, scheme, host] = ISSUER.exec(issuer) ?? [];
  return scheme?.toLowerCase() === 'http' && host !== undefined && ['127.0.0.1', 'localhost', '[::1]'].includes(host);
}

/** The user name in what the provider says of somebody; undefined where it says none. */
export function loginIn(claims: Readonly<Record<string, unknown>>, claim: string): string | undefined {
  const said = Object.hasOwn(claims, claim) ? claims[claim] : undefined;
  return typeof said === 'string' && said.trim() !== '' ? said.trim().toLowerCase() : undefined;
}

/** Why somebody was sent back to the door, as its address says it. */
export const SIGN_ON_FAULTS = ['off', 'failed', 'late', 'unknown', 'other'] as const;
export type SignOnFault = (typeof SIGN_ON_FAULTS)[number];
