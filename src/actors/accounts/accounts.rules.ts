import type { AccountRefusal } from './accounts.texts.ts';

const SHORTEST = 10;
const LONGEST = 128;

/** Wrong passwords that cost nothing but the trying. */
const FREE_FAILURES = 5;
const LONGEST_WAIT_SECONDS = 60;

/** After this long without a further failure, earlier ones are forgotten. */
export const FORGET_FAILURES_SECONDS = 15 * 60;

/** A session ends so long after signing in, whatever happens in it. */
export const SESSION_HOURS = 12;
/** A session ends so long after the last request. */
export const IDLE_MINUTES = 60;
/** How long a petitioner may look at and act on a submission after giving the code. */
export const PASS_HOURS = 2;

/** Words that anyone who guesses tries first, whatever digits and signs stand around them. */
const COMMON_WORDS = [
  'password',
  'passw0rd',
  'p@ssw0rd',
  'p@ssword',
  'welcome',
  'iloveyou',
  'administrator',
  'admin',
  'letmein',
  'changeme',
  'huiying',
  'xinfang',
  'mima',
  'woaini',
  'woaizuguo',
  'qwerty',
  'qwertyuiop',
  'asdfgh',
  'asdfghjkl',
  'zxcvbn',
  'zxcvbnm',
  'qazwsx',
  'qazwsxedc',
  '1qaz2wsx',
  'qaz2wsx',
  '1q2w3e4r',
  '1q2w3e4r5t',
  'q2w3e4r',
  'q2w3e4r5t',
  'abc',
  'abcd',
  'a1b2c3d4e5',
  'test',
  'root',
];

/** Runs along the keyboard, the alphabet and the number row, to be met forwards or backwards. */
const RUNS = [
  '01234567890123456789',
  'abcdefghijklmnopqrstuvwxyz',
  'qwertyuiopasdfghjklzxcvbnm',
  '1qaz2wsx3edc4rfv5tgb6yhn7ujm',
  '1q2w3e4r5t6y7u8i9o0p',
].flatMap((run) => [run, [...run].reverse().join('')]);

/**
 * Why a new password will not do, or undefined where it will. Length decides, not the mixture of characters; what is
 * refused is what others try first: the login, a common word with digits behind it, runs and repetitions.
 */
export function findPasswordFault(password: string, login: string): AccountRefusal | undefined {
  const length = [...password].length;
  if (length < SHORTEST) return 'password-too-short';
  if (length > LONGEST) return 'password-too-long';
  const plain = password.normalize('NFKC').toLowerCase();
  if (login.length >= 3 && plain.includes(login.toLowerCase())) return 'password-holds-login';
  return isCommon(plain) ? 'password-common' : undefined;
}

function isCommon(plain: string): boolean {
  /* One character or a short piece over and over is a single guess. */
  if (/^(.{1,4})\1+.{0,3}$/u.test(plain)) return true;
  if (RUNS.some((run) => run.includes(plain))) return true;
  /* Digits only: telephone, ID and bank card numbers, birthdays. */
  if (/^\d+$/.test(plain)) return true;
  const core = plain.replace(/^\P{L}+|\P{L}+$/gu, '');
  return COMMON_WORDS.includes(core) || COMMON_WORDS.includes(plain);
}

/**
 * Seconds to wait after so many failures in a row of one account from one address: none for the first four, then 1, 2,
 * 4 ... 60. An attacker is slowed to a try a minute; the person signing in from elsewhere is not held up at all.
 */
export function waitSeconds(failures: number): number {
  if (failures < FREE_FAILURES) return 0;
  return Math.min(2 ** Math.min(failures - FREE_FAILURES, 10), LONGEST_WAIT_SECONDS);
}

/**
 * What counts as one place of sign-in: an IPv4 address, or the /64 network of an IPv6 one, all of which a single
 * household or attacker owns.
 */
export function placeOf(address: string): string {
  const plain = address
    .toLowerCase()
    .replace(/^::ffff:(?=\d+\.)/, '')
    .replace(/%.*$/, '');
  if (!plain.includes(':')) return plain;
  const [before = '', after] = plain.split('::');
  const front = before === '' ? [] : before.split(':');
  const back = after === undefined || after === '' ? [] : after.split(':');
  const filling =
    after === undefined ? [] : Array.from({ length: Math.max(0, 8 - front.length - back.length) }, () => '0');
  return [...front, ...filling, ...back]
    .slice(0, 4)
    .map((part) => part.replace(/^0+(?=.)/, ''))
    .join(':');
}
