import type { AccountRefusal } from './accounts.texts.ts';

/** What may stand beside the password: the codes of a telephone, and passkeys. */
export const FACTOR_KINDS = ['code', 'passkey'] as const;
export type FactorKind = (typeof FACTOR_KINDS)[number];

/** Passkeys of one account; each is one more way in. */
export const MOST_PASSKEYS = 10;
export const LONGEST_LABEL = 40;
/** How long the browser and the server wait for a passkey. */
export const PASSKEY_SECONDS = 120;

/** Where passkeys work: the host they are bound to, and the origin their answers must name. */
export interface PasskeyPlace {
  readonly host: string;
  readonly origin: string;
}

const DEFAULT_PORTS: Readonly<Record<string, string>> = { http: ':80', https: ':443' };

/**
 * The place of an address such as `https://city.example`; undefined where browsers make no passkeys: at an address in
 * numbers, and without https anywhere but on one's own machine. Spelled as browsers spell an origin: small letters, no
 * port that goes without saying.
 */
export function findPasskeyPlace(address: string): PasskeyPlace | undefined {
  const [, scheme = '', host = '', port = ''] =
    /^(https?):\/\/([a-z0-9.-]+)(:\d{1,5})?$/.exec(address.toLowerCase()) ?? [];
  /* A name whose last label is a number is an address in numbers, however many of them it is written with. */
  if (host === '' || /(^|\.)(\d+|0x[0-9a-f]*)\.?$/.test(host)) return undefined;
  const here = host === 'localhost' || host.endsWith('.localhost');
  if (scheme !== 'https' && !here) return undefined;
  return { host, origin: `${scheme}://${host}${port === DEFAULT_PORTS[scheme] ? '' : port}` };
}

/** What an account has beside its password. */
export interface Factors {
  readonly code: boolean;
  readonly passkeys: number;
}

/** Why one of them may not be put away: it is the last, and a post takes one. */
export function refuseRemoval({ code, passkeys }: Factors, demanded: boolean): AccountRefusal | undefined {
  return demanded && (code ? 1 : 0) + passkeys <= 1 ? 'factor-demanded' : undefined;
}

/** The kinds an account has, in the order they are offered. */
export function kindsOf({ code, passkeys }: Factors): FactorKind[] {
  return FACTOR_KINDS.filter((kind) => (kind === 'code' ? code : passkeys > 0));
}
