/** Hex digits of a fact's hash that are printed: 96 bits, enough to find one and too many to make another alike. */
const PRINTED = 24;

/** The code on a receipt or paper: the beginning of the hash, in fours. */
export function sayRecordCode(hash: string): string {
  return hash.slice(0, PRINTED).replace(/(.{4})(?=.)/g, '$1 ');
}

/** A code as typed or scanned, without what people put between; undefined where it is none. */
export function readRecordCode(typed: string): string | undefined {
  const code = typed.replaceAll(/[\s\-_.·]/g, '').toLowerCase();
  return new RegExp(`^[0-9a-f]{${PRINTED},64}$`).test(code) ? code : undefined;
}
