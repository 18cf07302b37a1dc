/** 990103-2026-000417: region, year, serial of the region. Names a submission; opens nothing. */
export function submissionNumber(region: string, year: string, serial: number): string {
  return `${region}-${year}-${String(serial).padStart(6, '0')}`;
}

/** A matter is named after the submission it began with: 990103-2026-000417-1. */
export function matterNumber(submission: string, at: number): string {
  return `${submission}-${at}`;
}

/** The shard key inside a number (design §2). Undefined if it is not one of ours. */
export function findRegion(number: string): string | undefined {
  return /^(\d{6})-\d{4}-\d{6,9}(-\d{1,3})?$/.exec(number)?.[1];
}

/** 文号: 南信转〔2026〕12号. Serial without zeros or 第 (law.md §3.1). */
export function instrumentNumber(code: string, word: string, year: string, serial: number): string {
  return `${code}${word}〔${year}〕${serial}号`;
}

function luhn(digits: string): number {
  let sum = 0;
  for (let at = 0; at < digits.length; at++) {
    const digit = Number(digits[digits.length - 1 - at]);
    const doubled = at % 2 === 0 ? digit * 2 : digit;
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return (10 - (sum % 10)) % 10;
}

/** 15 random digits become a query code of 16, the last a check digit (Luhn), so a slip of the pen is told apart. */
export function queryCode(random15: string): string {
  if (!/^\d{15}$/.test(random15)) throw new RangeError('query code: 15 digits wanted');
  return random15 + luhn(random15);
}

/** The 16 digits of what a person typed (spaces, dashes and full-width digits allowed), if the check digit holds. */
export function findQueryCode(typed: string): string | undefined {
  const digits = typed
    .replace(/[０-９]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0))
    .replace(/[\s\-—–]/g, '');
  if (!/^\d{16}$/.test(digits)) return undefined;
  return luhn(digits.slice(0, 15)) === Number(digits[15]) ? digits : undefined;
}

/** In fours, as it is printed and said on the phone. */
export function sayQueryCode(code: string): string {
  return code.replace(/(\d{4})(?=\d)/g, '$1 ');
}

const ID_WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2] as const;

/** GB 11643: does the check character of an 18-character identity number hold? Catches typing errors, nothing more. */
export function idNumberHolds(id: string): boolean {
  if (!/^\d{17}[\dXx]$/.test(id)) return false;
  const sum = ID_WEIGHTS.reduce((total, weight, at) => total + weight * Number(id[at]), 0);
  return '10X98765432'[sum % 11] === id[17]?.toUpperCase();
}

/** A mainland mobile number, digits only (law.md §8.6). */
export function isMobile(phone: string): boolean {
  return /^1[3-9]\d{9}$/.test(phone);
}

/** 周桂兰 -> 周**; first character kept, as lists show it. */
export function maskName(name: string): string {
  const first = [...name.trim()][0];
  return first === undefined ? '' : `${first}**`;
}
