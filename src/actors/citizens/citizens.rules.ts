/** How long a code sent to a phone is good. */
export const CODE_GOOD_MINUTES = 10;
/** Wrong tries after which a code is over. */
export const CODE_TRIES = 5;
/** Codes to one phone within an hour. */
export const CODES_A_PHONE = 5;
/** Codes asked for from one address within an hour: a hall of people behind one line. */
export const CODES_A_PLACE = 60;

/** A citizen's session ends so long after signing in, whatever happens in it. */
export const CITIZEN_SESSION_HOURS = 12;
/** A citizen's session ends so long after the last request. */
export const CITIZEN_IDLE_MINUTES = 120;

/** 139 **** 9912 */
export function maskedPhone(phone: string): string {
  return phone.replace(/^(\d{3})\d{4}(\d{4})$/, '$1 **** $2');
}

/** The six digits of a code however they were typed. */
export function digitsOf(typed: string): string {
  return typed.normalize('NFKC').replace(/\D/g, '');
}
